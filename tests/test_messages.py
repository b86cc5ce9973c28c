"""The words people read: both languages complete, every code explained, nothing ever raised for a missing one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.errors import EvidenceCheckError
from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.messages.listing import listing
from evidence_check.model.asked import Basis, Method
from evidence_check.model.files import Finding, Level, Place, ReadAs, Reason, params
from evidence_check.model.outcome import Status

ROOT = Path(__file__).parents[1]
PARAMETER = re.compile(r"\{(\w+)\}")
FROM_PLACE = {"file", "page", "where", "quote"}
PARAMS = {
    "EC102": {"detail"}, "EC104": {"size", "limit"}, "EC105": {"seconds"}, "EC106": {"kind"},
    "EC107": {"suffix", "kind"}, "EC108": {"install"}, "EC112": {"confidence"}, "EC116": {"kind"},
    "EC117": {"limit", "pages"}, "EC119": {"pages"}, "EC120": {"limit"}, "EC121": {"limit"}, "EC122": {"sheets"},
    "EC123": {"sheet", "count", "value", "cell"}, "EC124": {"sheet", "count"},
    "EC130": {"personal"}, "EC142": {"seconds"}, "EC143": {"detail"},
    "EC513": {"office", "why"}, "EC514": {"detail"},
    "EC601": {"member"}, "EC602": {"member"}, "EC603": {"member"}, "EC604": {"member"}, "EC605": {"member"},
    "EC606": {"found", "expected"}, "EC608": {"member"},
    "EC126": {"share"}, "EC127": {"pages"}, "EC128": {"pages"},
    "EC201": {"word"}, "EC205": {"word"}, "EC206": {"digits"},
    "EC207": {"cover", "inside"}, "EC208": {"office", "expected"}, "EC209": {"found", "expected"},
    "EC210": {"type", "runner_up"}, "EC211": {"look_alike"}, "EC213": {"year"}, "EC302": {"found", "needed"},
    "EC236": {"group", "elements", "found", "needed"}, "EC239": {"found", "count", "total", "expected"},
    "EC241": {"group", "found"},
    "EC303": {"name"}, "EC304": {"words"}, "EC307": {"other"}, "EC311": {"reason", "by"},
    "EC313": {"types"}, "EC314": {"months"}, "EC315": {"months"},
    "EC316": {"components", "found", "needed", "product", "empty"}, "EC317": {"products"},
    "EC227": {"date_text"}, "EC228": {"count"}, "EC230": {"number", "date"},
    "EC229": {"fact", "value", "confidence"},
    "EC318": {"requirement", "on", "here", "there"}, "EC319": {"apart", "period", "other"}, "EC320": {"apart"},
    "EC321": {"requirement", "on"}, "EC322": {"kinds", "office_kind"}, "EC325": {"count", "install"},
    "EC326": {"count"}, "EC327": {"count"}, "EC335": {"found", "needed", "product", "repeated", "invalid"},
    "EC220": {"signer", "signatory"}, "EC222": {"signer", "date", "trust"},
    "EC225": {"taken", "printed"}, "EC226": {"named", "shown"}, "EC330": {"date", "how", "expected"},
    "EC331": {"other"}, "EC332": {"requirements"}, "EC333": {"found", "needed", "copies"},
    "EC340": {"other"}, "EC341": {"names", "count", "drawn", "among", "seed"}, "EC342": {"count", "seed"},
    "EC343": {"file", "lies", "belongs"}, "EC345": {"file", "stated", "listed"},
    "EC350": {"file", "held", "other", "listed", "difference"}, "EC351": {"column", "rows", "total", "stated"},
    "EC352": {"post", "held", "needed", "difference", "stated"},
    "EC353": {"multiplier", "means", "count", "result", "stated"},
    "EC354": {"stated", "value", "grade", "lowest", "highest"},
    "EC355": {"count", "limit", "received", "settled", "days", "law"},
    "EC356": {"file", "stated", "other", "counted", "period"}, "EC357": {"name", "file", "other", "count"},
    "EC358": {"name", "role", "count", "file"}, "EC359": {"file", "listed", "named", "products"},
    "EC360": {"channel", "file", "here", "other", "there"}, "EC361": {"file", "forms", "other", "other_forms"},
    **{f"EC40{number}": {"by", "date", "reason", "machine"} for number in range(1, 8)},
    "EC410": {"by", "date", "decision", "name", "source", "line"},
    "EC411": {"by", "date", "decision", "name", "source", "line"},
    "EC412": {"by", "decision", "source", "line", "other_by", "other_decision", "other_source", "other_line"},
    "EC413": {"by", "was", "now"}, "EC414": {"by", "date", "decision", "page_named", "name", "source", "line"},
    "EC415": {"by", "requirement", "source", "line"}, "EC416": {"by", "decision", "source", "line"},
    "EC417": {"by", "date", "decision", "name"},
    "EC502": {"line"}, "EC504": {"version", "known"}, "EC505": {"field"}, "EC506": {"version"},
    "EC507": {"old", "new"}, "EC508": {"old", "new"}, "EC509": {"old", "new"}, "EC510": {"old", "new"},
    "EC511": {"source"},
    "EC362": {"cited", "since", "by"}, "EC363": {"count", "received", "settled"},
}  # fmt: skip


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a catalogue with the path of its key."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{path}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from leaves(value, f"{path}/{number}")
    else:
        yield path, node


def named(*functions: str) -> Iterator[tuple[str, Path]]:
    """Yield the literal first argument of every call of some functions in the program."""
    for path in sorted((ROOT / "evidence_check").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in functions
            if called and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                yield node.args[0].value, path


def test_both_languages_have_the_same_keys_and_parameters() -> None:
    first, second = (dict(leaves(load(lang).texts)) for lang in LANGUAGES)
    assert set(first) == set(second)
    assert {key: set(PARAMETER.findall(first[key])) for key in first} == {
        key: set(PARAMETER.findall(second[key])) for key in second
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_a_text_that_says_something(lang: str) -> None:
    assert [key for key, text in leaves(load(lang).texts) if not isinstance(text, str) or not text.strip()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_noun_has_its_word(lang: str) -> None:
    words = load(lang)
    sections = (
        ("statuses", Status), ("status_meanings", Status), ("advice", Status), ("basis", Basis),
        ("basis_meanings", Basis), ("levels", Level), ("methods", Method), ("read_as", ReadAs),
    )  # fmt: skip
    missing = [(name, each) for name, kind in sections for each in kind if each not in words.texts[name]]
    assert missing == []


def test_the_words_of_the_statuses_are_those_of_the_house() -> None:
    words = [load("id").status(status) for status in Status]
    house = ["Terpenuhi", "Sebagian", "Ada cacat", "Perlu ditinjau", "Belum ada", "Tidak diperiksa", "Tidak berlaku"]
    assert words == house


def test_a_guess_is_never_called_the_assessors_own() -> None:
    assert "Ombudsman" not in load("id").basis(Basis.INFERRED)
    assert "bukan permintaan Ombudsman" in load("id").word("basis_meanings", Basis.INFERRED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_have_all_four_texts_and_only_known_parameters(lang: str) -> None:
    for code, texts in load(lang).texts["findings"].items():
        assert set(texts) == {"title", "message", "meaning", "advice"}, code
        used = {name for text in texts.values() for name in PARAMETER.findall(text)}
        assert used <= PARAMS.get(code, set()) | FROM_PLACE, code


def test_every_code_the_program_gives_is_explained() -> None:
    known = set(load().codes())
    told = named("Finding", "finding", "ResultError", "_note")
    given_away = {(code, path.name) for code, path in told if re.fullmatch(r"EC\d{3}", code)}
    assert given_away, "no finding was seen: the search is broken"
    assert {each for each in given_away if each[0] not in known} == set()


def test_every_reason_the_program_gives_has_its_sentence() -> None:
    reasons = {code for code, _ in named("Reason")}
    assert reasons and reasons - set(load().texts["reasons"]) == set()


def test_every_error_the_program_raises_has_its_sentence() -> None:
    classes = ("UsageError", "ChecklistError", "FolderError", "ToolMissingError", "ReportError", "EvidenceCheckError")
    told_by_the_command_line = set(load_command_line())
    raised = {code for code, _ in named(*classes)} - told_by_the_command_line
    assert raised and raised - set(load().texts["errors"]) == set()


def load_command_line() -> Iterator[str]:
    """Yield the errors the command line words by itself."""
    for line in (ROOT / "evidence_check" / "cli" / "id.yaml").read_text("utf-8").splitlines():
        if line.startswith("error."):
            yield line.partition(":")[0].removeprefix("error.")


def test_every_word_the_reports_use_is_in_the_catalogue() -> None:
    known = set(load().texts["ui"])
    used = {key for key, _ in named("ui")}
    for path in (ROOT / "evidence_check" / "report" / "templates").glob("*.j2"):
        used |= set(re.findall(r'\bui\("(\w+)"', path.read_text("utf-8")))
    assert used and used - known == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_unknown_codes_are_shown_as_they_are(lang: str) -> None:
    words = load(lang)
    stray = Finding("EC999", Level.ERROR, params(a="b"))
    assert words.finding(stray) == words.advice(stray) == words.title("EC999") == words.meaning("EC999") == "EC999"
    assert words.reason(Reason("unheard", 0.1, params(a="b"))) == "unheard b"
    assert words.error(EvidenceCheckError("unheard", path="x")) == ("unheard path=x", "")
    assert words.ui("unheard") == "unheard"


def test_an_unknown_language_is_indonesian() -> None:
    assert load("xx").lang == "id"


@given(
    code=st.sampled_from(load().codes()), values=st.dictionaries(st.text(), st.text()), lang=st.sampled_from(LANGUAGES)
)
def test_no_finding_makes_the_catalogue_fail(code: str, values: dict[str, str], lang: str) -> None:
    finding = Finding(code, Level.NOTE, tuple(sorted(values.items())))
    assert load(lang).finding(finding)
    assert load(lang).advice(finding)


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            Finding("EC201", Level.ERROR, params(word="DRAF"), Place("a/SK tim.pdf", 3, "DRAF")),
            "Pada “SK tim.pdf” halaman 3 tertulis “DRAF”, tanda bahwa dokumen ini masih draf.",
        ),
        (Finding("EC203", Level.ERROR), "Nomor surat tidak ditemukan pada dokumen ini."),
        (Finding("EC101", Level.ERROR), "Dokumen ini terkunci kata sandi sehingga isinya tidak dapat dibaca."),
        (
            Finding("EC104", Level.ERROR, params(size=73_400_320, limit=52_428_800), Place("a.pdf", 0, "")),
            "“a.pdf” berukuran 73,4 MB, melebihi batas 52,4 MB, sehingga tidak dibaca.",
        ),
        (
            Finding("EC104", Level.ERROR, params(size=900, limit=500, unit="cells"), Place("a.xlsx", 0, "")),
            "“a.xlsx” berukuran 900 sel, melebihi batas 500 sel, sehingga tidak dibaca.",
        ),
        (
            Finding("EC112", Level.DOUBT, params(confidence=61), Place("a.pdf", 2, "")),
            "Tulisan pada “a.pdf” halaman 2 hanya terbaca dengan keyakinan 61%.",
        ),
        (
            Finding("EC106", Level.ERROR, params(kind="zip"), Place("a.zip", 0, "")),
            "“a.zip” adalah arsip ZIP, jenis yang tidak dibaca oleh program ini.",
        ),
        (
            Finding("EC112", Level.DOUBT, params(confidence="0.439"), Place("a.pdf", 2, "")),
            "Tulisan pada “a.pdf” halaman 2 hanya terbaca dengan keyakinan 43%.",
        ),
        (
            Finding("EC207", Level.DOUBT, params(cover="2026-01/2026-06", inside="2024"), Place("a.pdf", 1, "")),
            "Sampul “a.pdf” menyebut periode Januari–Juni 2026, sedangkan isinya 2024.",
        ),
        (
            Finding("EC304", Level.ERROR, params(words="rekomendasi|saran"), Place("a.pdf", 1, "")),
            "Dokumen pada “a.pdf” halaman 1 tidak menyebut rekomendasi atau saran.",
        ),
        (
            Finding("EC306", Level.DOUBT, params(file="x/b.pdf")),
            "“b.pdf” tidak terbaca, padahal mungkin itulah dokumen yang diminta.",
        ),
        (
            Finding("EC206", Level.NOTE, params(digits=19), Place("a.pdf", 1, "")),
            "NIP pada “a.pdf” halaman 1 tidak 18 angka (19 angka).",
        ),
    ],
)  # fmt: skip
def test_sentences_read_well(finding: Finding, sentence: str) -> None:
    assert load("id").finding(finding) == sentence


def test_types_are_named_when_their_names_are_known() -> None:
    finding = Finding("EC210", Level.DOUBT, params(type="laporan_skm", runner_up="laporan_x"), Place("a.pdf", 1, ""))
    text = load().naming({"laporan_skm": "Laporan SKM"}).finding(finding)
    assert "tampak seperti Laporan SKM, tetapi mirip juga dengan laporan x" in text
    alone = load().finding(Finding("EC210", Level.DOUBT, params(type="SKM", runner_up="")))
    assert alone.endswith("tampak seperti SKM, tetapi mirip juga dengan jenis lain.")


@pytest.mark.parametrize(
    ("platform", "line"),
    [("debian", "sudo apt-get install tesseract-ocr tesseract-ocr-ind"),
     ("macos", "brew install tesseract tesseract-lang"), ("windows", "ind.traineddata"),
     ("plan9", "plan9"), ("", "Tesseract OCR 5")],
)  # fmt: skip
def test_each_platform_gets_its_install_line(platform: str, line: str) -> None:
    assert line in load().advice(Finding("EC108", Level.ERROR, params(platform=platform)))


@pytest.mark.parametrize(
    ("iso", "text"),
    [("2026-02-09", "9 Februari 2026"), ("2026-02", "Februari 2026"), ("2026", "2026"), ("2026-13", "2026-13"),
     ("2025-01/2025-12", "2025"), ("2025-01/2026-06", "Januari 2025 – Juni 2026"), ("2026-04/2026-04", "April 2026"),
     ("bukan tanggal", "bukan tanggal"), ("a/b", "a/b"), ("2026-01-02/2026-01-31", "2 Januari 2026 – 31 Januari 2026")],
)  # fmt: skip
def test_dates_in_words(iso: str, text: str) -> None:
    assert load("id").date(iso) == text


@given(st.text())
def test_any_text_is_a_date_or_stays_as_it_is(text: str) -> None:
    assert load("id").date(text) == text or re.search(r"\d{4}", text)


def test_the_page_of_codes_is_that_of_the_catalogue() -> None:
    """Make it anew by writing `listing()` of `evidence_check.messages.listing` to the page."""
    assert (ROOT / "docs" / "messages.md").read_text("utf-8") == listing()
