"""The words of the command line: both languages say the same things, and every word is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from evidence_check.cli.wording import language_of, load_wording

CLI = Path(__file__).parents[1] / "evidence_check" / "cli"


def parameters(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def keys_in_code() -> set[str]:
    """Return every text in the code of the commands that looks like a key, patterns such as `explain.*` included."""
    found: set[str] = set()
    for path in CLI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            if isinstance(node, ast.JoinedStr):
                found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in node.values))
    return found


def test_both_languages_have_the_same_keys_and_parameters() -> None:
    indonesian, english = load_wording("id").texts, load_wording("en").texts
    assert list(indonesian) == list(english)
    assert {k: parameters(v) for k, v in indonesian.items()} == {k: parameters(v) for k, v in english.items()}


def test_the_languages_differ() -> None:
    indonesian, english = load_wording("id").texts, load_wording("en").texts
    same = {key for key in indonesian if indonesian[key] == english[key]}
    assert same <= {"check.folder", "metavar.folder"}


@pytest.mark.parametrize("key", load_wording("id").texts)
def test_every_sentence_is_used(key: str) -> None:
    room, _, rest = key.partition(".")
    patterns = {key, f"{room}.*", f"*.{rest}"}
    errors = {rest} if room == "error" else set()
    assert (patterns | errors) & keys_in_code()


def test_every_key_the_commands_ask_for_exists() -> None:
    texts = load_wording("id").texts
    rooms = {key.partition(".")[0] for key in texts}
    asked = {k for k in keys_in_code() if re.fullmatch(r"[a-z]+\.[a-z_]+", k) and k.partition(".")[0] in rooms}
    assert asked - texts.keys() == set()


@pytest.mark.parametrize(
    ("args", "environment", "language"),
    [
        ([], "", "id"),
        (["check", "x", "--lang", "en"], "", "en"),
        (["--lang=en"], "", "en"),
        ([], "en", "en"),
        (["--lang", "id"], "en", "id"),
        (["--lang", "xx"], "", "id"),
        (["--lang"], "", "id"),
        ([], "../../etc/passwd", "id"),
    ],
)
def test_the_language(args: list[str], environment: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_CHECK_LANG", environment)
    assert language_of(args) == language
