"""The documents cannot drift: README, the command line, the exit codes and the statuses say the same."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from evidence_check import errors
from evidence_check.cli import cache, checklist, ledger
from evidence_check.cli.commands import COMMANDS, Commands
from evidence_check.cli.wording import load_wording
from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Status
from evidence_check.verdicts.cross_checks import CROSS_CHECKS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
GENERAL = {"--lang", "--help", "--version"}
GROUP = Commands(load_wording("id"))
GROUPS = {"checklist": checklist.COMMANDS, "cache": cache.COMMANDS, "ledger": ledger.COMMANDS}
EVERY = [f"{name} {part}".strip() for name in COMMANDS for part in GROUPS.get(name, ("",))]


def table(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading of README, without its first two rows."""
    section = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def command_in(cell: str) -> str:
    """Return the command a cell of the table names: the small words it begins with."""
    return " ".join(re.match(r"`((?:[a-z]+ ?)+)", cell)[1].split())  # type: ignore[index]


def options(name: str) -> set[str]:
    """Return the options of a command, those of every command left out."""
    command: click.Command | None = GROUP
    for word in name.split():
        assert isinstance(command, Commands)
        command = command.get_command(click.Context(command), word)
    assert command is not None
    return {opt for param in command.params if isinstance(param, click.Option) for opt in param.opts} - GENERAL


def test_readme_opens_with_the_two_commands() -> None:
    lines = [line.split("#")[0].strip() for line in README.splitlines() if line.strip()]
    assert lines[1:3] == ["make demo", "make test"]


def test_readme_lists_every_command_and_no_other() -> None:
    assert [command_in(row[0]) for row in table("Perintah")] == EVERY


@pytest.mark.parametrize("row", table("Perintah"), ids=lambda row: row[0])
def test_readme_lists_every_option_of_a_command_and_no_other(row: list[str]) -> None:
    assert set(re.findall(r"--[a-z-]+", row[2])) == options(command_in(row[0]))


def test_every_option_readme_speaks_of_exists() -> None:
    known = GENERAL.union(*(options(name) for name in EVERY))
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) <= known
    assert all(word in README for word in GENERAL)


def test_every_example_of_readme_names_a_command() -> None:
    named = re.findall(r"^    evidence-check (\S+)", README, re.MULTILINE)
    assert named and set(named) <= set(COMMANDS)


def test_the_exit_codes_are_those_of_the_errors() -> None:
    kinds = {each.exit_code for each in vars(errors).values() if isinstance(each, type) and hasattr(each, "exit_code")}
    assert {int(row[0]) for row in table("Kode keluar")} == kinds | {
        errors.READY, errors.GAPS_FOUND, errors.INTERRUPTED,
    }  # fmt: skip


def test_the_statuses_are_the_words_people_see() -> None:
    assert [row[0] for row in table("Status")] == [load("id").status(status) for status in Status]


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda path: path.name)
def test_every_link_into_the_project_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_the_changelog_names_what_comes_next() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_checklist_readme_names_exists() -> None:
    for name in re.findall(r"--checklist (\S+)", README):
        assert name == "daftar-saya.yaml" or (ROOT / "checklists" / f"{name}.yaml").exists()


def test_every_cross_check_stands_in_the_architecture_and_no_other() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    section = page.split("\n## Cross-checks\n", 1)[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(CROSS_CHECKS)
