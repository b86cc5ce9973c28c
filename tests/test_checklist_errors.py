"""Every way a checklist, a catalogue entry or an office file can be wrong: its code, and exactly where."""

from __future__ import annotations

import pytest

from evidence_check.checklist.catalogue import read_catalogue
from evidence_check.checklist.marked import LIMIT
from evidence_check.checklist.reading import read_checklist, read_document_type, read_office
from evidence_check.errors import ChecklistError

TYPES = ("maklumat", "laporan_skm", "skp_tahunan")

GOOD = """\
format: 1
id: contoh
name: Daftar contoh
years: [2026]
sources:
  R1: Sumber contoh
dimensions:
  - {id: "01", name: Input, weight: 100}
indicators:
  - id: IN-01
    dimension: "01"
    name: Jaminan
    requirements:
      - id: IN-01.1
        name: Maklumat
        method: document
        any_of: [maklumat]
        basis: law
        sources: [R1]
"""


def refused(text: str) -> ChecklistError:
    with pytest.raises(ChecklistError) as caught:
        read_checklist(text, "contoh.yaml", TYPES)
    return caught.value


def told(error: ChecklistError) -> dict[str, str]:
    return dict(error.params)


def test_the_good_example_is_read() -> None:
    assert read_checklist(GOOD, "contoh.yaml", TYPES).requirements[0].id == "IN-01.1"


# (what is replaced, by what, code, line, column, further parameters)
SLIPS = [
    ("name: Daftar", "nmae: Daftar", "checklist_unknown_key", 3, 1, {"key": "nmae", "suggestion": "name"}),
    ("any_of:", "anyof:", "checklist_unknown_key", 17, 9, {"key": "anyof", "suggestion": "any_of"}),
    ("weight:", "wieght:", "checklist_unknown_key", 8, 29, {"key": "wieght", "suggestion": "weight"}),
    ("name: Daftar contoh\n", "", "checklist_missing_key", 1, 1, {"key": "name"}),
    ("name: Daftar contoh", "name: ", "checklist_missing_key", 3, 1, {"key": "name"}),
    ("name: Daftar contoh", "name: '  '", "checklist_missing_key", 3, 7, {"key": "name"}),
    ("any_of: [maklumat]", "any_of: []", "checklist_missing_key", 17, 17, {"key": "any_of"}),
    ("        basis: law\n", "", "checklist_missing_key", 14, 9, {"key": "basis"}),
    ("[maklumat]", "[maklumat, maklumt]", "checklist_unknown_type", 17, 28, {"suggestion": "maklumat"}),
    ("basis: law", "basis: hukum", "checklist_bad_value", 18, 16, {"key": "basis", "value": "hukum"}),
    ("method: document", "method: dokumen", "checklist_bad_value", 16, 17, {"suggestion": "document"}),
    ("basis: law", "basis: law\n        period: tahun", "checklist_bad_value", 19, 17, {"key": "period"}),
    ("sources: [R1]", "sources: [R2]", "checklist_bad_value", 19, 19, {"value": "R2", "suggestion": "R1"}),
    ('dimension: "01"', 'dimension: "02"', "checklist_bad_value", 11, 16, {"key": "dimension"}),
    ("basis: law", "basis: law\n        count: banyak", "checklist_not_whole", 19, 16, {"low": "1"}),
    ("basis: law", "basis: law\n        count: 0", "checklist_not_whole", 19, 16, {"value": "0"}),
    ("years: [2026]", "years: 2026", "checklist_not_list", 4, 8, {"key": "years"}),
    ("years: [2026]", "years: [26]", "checklist_not_whole", 4, 9, {"value": "26"}),
    ("100", "140", "checklist_not_percent", 8, 37, {"value": "140"}),
    ("100", "'40,5'", "checklist_not_percent", 8, 37, {"value": "40,5"}),
    ("basis: law", "basis: law\n        optional: mungkin", "checklist_not_flag", 19, 19, {"value": "mungkin"}),
    ("name: Daftar contoh", "name: [a]", "checklist_not_text", 3, 7, {"key": "name"}),
    ("  R1: Sumber contoh", "  - R1", "checklist_not_mapping", 6, 3, {"key": "sources"}),
    ("basis: law", "basis: law\n        must_mention: ['a||b']", "checklist_no_words", 19, 24, {}),
    ("basis: law", "basis: law\n        photo: ['--']", "checklist_no_words", 19, 17, {"key": "photo"}),
    ("method: document", "method: interview", "checklist_conflict", 17, 17, {"key": "any_of", "method": "interview"}),
    ("format: 1", "format: 2", "checklist_wrong_format", 1, 9, {"value": "2", "known": "1"}),
    ("id: contoh", "id: contoh\nid: lain", "checklist_duplicate_key", 3, 1, {"key": "id", "first_line": "2"}),
    ("name: Daftar", "\tname: Daftar", "checklist_tab", 3, 1, {"text": "name: Daftar contoh"}),
    ("name: Daftar", " name: Daftar", "checklist_syntax", 3, 6, {"text": "name: Daftar contoh"}),
    ("id: contoh", "id: 'contoh", "checklist_syntax", 2, 5, {"text": "id: 'contoh"}),
    ("years: [2026]", "years: [2026", "checklist_syntax", 4, 8, {"text": "years: [2026"}),
    ("id: contoh", "id: a: b", "checklist_syntax", 2, 6, {}),
    ("id: contoh", "id: &x contoh", "checklist_alias", 2, 5, {"name": "x"}),
    ("id: contoh", "id: *x", "checklist_alias", 2, 5, {"name": "x"}),
    ("id: contoh", "id: !!python/name:os.system x", "checklist_tag", 2, 5, {}),
    ("id: contoh", "? [a]\n: b", "checklist_bad_key", 2, 3, {}),
    ("id: contoh", "null: b", "checklist_bad_key", 2, 1, {}),
    ("id: contoh", "id: con\x00toh", "checklist_character", 2, 8, {"codepoint": "U+0000"}),
    ("id: contoh", "id: \ud800", "checklist_character", 2, 5, {}),
    ("basis: law", "basis: law\n        all_of: [maklumt]", "checklist_unknown_type", 19, 18,
     {"suggestion": "maklumat"}),
    ("basis: law", "basis: law\n        applies_to: [dians]", "checklist_bad_value", 19, 22, {"value": "dians"}),
    ("basis: law", "basis: law\n        must_cover: [a ...]", "checklist_bad_title", 19, 22, {"value": "a ..."}),
    ("basis: law", "basis: law\n        agrees_with: [{requirement: IN-01.1, on: year}]", "checklist_agrees_itself", 19,
     22, {"requirement": "IN-01.1"}),
    ("basis: law", "basis: law\n        agrees_with: [{requirement: IN-01.2, on: year}]",
     "checklist_unknown_requirement", 19, 37, {"requirement": "IN-01.2", "suggestion": "IN-01.1"}),
    ("basis: law", "basis: law\n        agrees_with: [{requirement: x, on: tahun}]", "checklist_bad_value", 19, 44,
     {"key": "on"}),
    ("basis: law", "basis: law\n        cases: [{name: a, status: lulus}]", "checklist_bad_value", 19, 35,
     {"key": "status"}),
    ("weight: 100", "weight: 90", "checklist_weights", 8, 3, {"of": "dimensions", "sum": "90"}),
    ("name: Jaminan", "name: Jaminan\n    weight: 99.9", "checklist_weights", 13, 13, {"of": "01", "sum": "99.9"}),
    ("dimensions:", "categories: [{name: A, lowest: 80, highest: 70}]\ndimensions:", "checklist_not_number", 7, 45,
     {"key": "highest", "low": "80"}),
    ("dimensions:", "categories: [{name: A, lowest: 80, highest: 90}, {name: B, lowest: 90, highest: 91}]\ndimensions:",
     "checklist_categories", 7, 68, {"name": "B", "other": "A"}),
    ("years:", "extends: lain\nyears:", "checklist_needs_base", 4, 10, {"base": "lain"}),
    ("        sources: [R1]\n", "---\na: b\n", "checklist_two_documents", 19, 1, {}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "line", "column", "more"), SLIPS)
def test_a_slip_is_named_with_its_place(
    old: str, new: str, code: str, line: int, column: int, more: dict[str, str]
) -> None:
    assert old in GOOD
    error = refused(GOOD.replace(old, new, 1))
    values = told(error)
    assert (error.code, values["line"], values["column"]) == (code, str(line), str(column))
    assert values["file"] == "contoh.yaml"
    assert more.items() <= values.items()
    assert error.exit_code == 3


@pytest.mark.parametrize(
    ("old", "again", "line", "first"),
    [
        ("indicators:\n", "  - {id: IN-01, dimension: '01', name: x, requirements: []}\n", 11, 10),
        ("    requirements:\n", "      - {id: IN-01.1, name: x, method: survey, basis: law}\n", 15, 14),
        ("dimensions:\n", "  - {id: '01', name: x}\n", 9, 8),
    ],
)
def test_an_id_may_occur_once(old: str, again: str, line: int, first: int) -> None:
    error = refused(GOOD.replace(old, old + again, 1))
    values = told(error)
    assert (error.code, values["line"], values["first_line"]) == ("checklist_duplicate_id", str(line), str(first))


def test_the_format_is_checked_before_any_other_key() -> None:
    error = refused("kunci_baru: 1\nformat: 9\n")
    assert (error.code, told(error)["line"]) == ("checklist_wrong_format", "2")


@pytest.mark.parametrize("text", ["", "# hanya catatan\n", "~\n", "kunci: 1\n"])
def test_a_file_without_format_says_so(text: str) -> None:
    error = refused(text)
    assert (error.code, told(error)["key"]) == ("checklist_missing_key", "format")


@pytest.mark.parametrize("text", ["- a\n", "hanya teks\n", "'~'\n"])
def test_a_file_that_holds_no_keys_says_so(text: str) -> None:
    assert refused(text).code == "checklist_no_keys"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    error = refused("format: 1\n" + bomb)
    assert (error.code, told(error)["line"]) == ("checklist_alias", "2")


def test_deep_nesting_is_refused() -> None:
    error = refused("format: " + "[" * 500)
    assert (error.code, told(error)["limit"]) == ("checklist_too_deep", "30")
    # Newer versions of the YAML library give up before this program counts.
    assert refused("format: " + "[" * 5000).code in ("checklist_too_deep", "checklist_syntax")
    assert read_office("format: 1\noffice: Dinas\n", "x").name == "Dinas"


def test_a_huge_text_is_refused_unread() -> None:
    error = refused("#" * (LIMIT + 1))
    assert (error.code, told(error)["limit"]) == ("checklist_too_large", "5")


def test_no_near_word_names_all_that_would_do() -> None:
    error = refused(GOOD.replace("basis: law", "basis: zzz"))
    assert told(error)["suggestion"] == "inferred, law, reported, seen"


TWO = "  - {id: IN-02, dimension: '01', variable: B, name: x, weight: 100, requirements: []}\n"


@pytest.mark.parametrize("weight", ["100", "99.96", "null"])
def test_weights_add_up_within_a_variable_or_are_not_all_known(weight: str) -> None:
    first = f"    name: Jaminan\n    variable: A\n    weight: {weight}\n"
    text = GOOD.replace("    name: Jaminan\n", first).replace("indicators:\n", "indicators:\n" + TWO)
    assert len(read_checklist(text, "contoh.yaml", TYPES).indicators) == 2


@pytest.mark.parametrize("weight", ["100.06", "60"])
def test_weights_that_do_not_add_up_within_a_variable(weight: str) -> None:
    first = f"    name: Jaminan\n    variable: A\n    weight: {weight}\n"
    assert refused(GOOD.replace("    name: Jaminan\n", first).replace("indicators:\n", "indicators:\n" + TWO)).code


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("visit: 12 Agustus 2026", "checklist_not_date", 8),
        ("visit: 2026-02-30", "checklist_not_date", 8),
        ("kind: dians", "checklist_bad_value", 7),
        ("products: [a, b, a]", "checklist_duplicate_id", 18),
        ("interviewees: [{name: Wening}]", "checklist_missing_key", 16),
        ("interviewees: [{role: kepala, nama: Wening}]", "checklist_unknown_key", 31),
        ("signatory: {name: Wening}", "checklist_missing_key", 12),
        ("signatory: {name: Wening, post: Kepala, nipp: 1}", "checklist_unknown_key", 41),
        ("signatory: Wening", "checklist_not_mapping", 12),
        ("letterhead: [a, '']", "checklist_no_words", 17),
    ],
)
def test_a_slip_in_an_office_file(line: str, code: str, column: int) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_office("format: 1\n" + line + "\n", "evidence-check.yaml")
    assert (caught.value.code, told(caught.value)["line"], told(caught.value)["column"]) == (code, "2", str(column))


ENTRY = """\
format: 1
id: laporan_skm
name: Laporan SKM
titles: ["laporan ... survei|survey kepuasan"]
"""


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("titles: ['...']", "checklist_bad_title", 10),
        ("titles: ['laporan ...']", "checklist_bad_title", 10),
        ("titles: ['sp4n-lapor|aduan']", "checklist_bad_title", 10),
        ("titles: ['laporan |skm']", "checklist_bad_title", 10),
        ("columns: [no, nama]", "checklist_not_list", 11),
        ("columns: [[no, '+/-']]", "checklist_no_words", 16),
        ("look_alikes: [{name: Kuesioner}]", "checklist_missing_key", 15),
        ("look_alikes: [{nama: Kuesioner, words: [a]}]", "checklist_unknown_key", 16),
        ("needs: [nomor]", "checklist_bad_value", 9),
        ("dated_by: year", "checklist_bad_value", 11),
        ("person: dinilai", "checklist_bad_value", 9),
        ("issuer: bupati", "checklist_bad_value", 9),
    ],
)
def test_a_slip_in_a_catalogue_entry_is_named_with_its_place(line: str, code: str, column: int) -> None:
    text = ENTRY.replace('titles: ["laporan ... survei|survey kepuasan"]', line)
    with pytest.raises(ChecklistError) as caught:
        read_document_type(text, "documents/laporan_skm.yaml")
    values = told(caught.value)
    assert (caught.value.code, values["line"], values["column"]) == (code, "4", str(column))
    assert values["file"] == "documents/laporan_skm.yaml"


def entry(key: str, kind_of: str) -> str:
    return f"format: 1\nid: {key}\nname: Jenis {key}\nkind_of: '{kind_of}'\n"


@pytest.mark.parametrize(
    ("texts", "code", "file", "line"),
    [
        ({"a.yaml": entry("b", "")}, "checklist_wrong_id", "a.yaml", "2"),
        ({"a.yaml": entry("a", ""), "b.yaml": entry("b", "aa")}, "checklist_unknown_type", "b.yaml", "4"),
        ({"a.yaml": entry("a", "b"), "b.yaml": entry("b", "a")}, "checklist_circle", "a.yaml", "4"),
        ({"a.yaml": entry("a", "a")}, "checklist_circle", "a.yaml", "4"),
        ({"a.yaml": entry("a", "b"), "b.yaml": entry("b", "b")}, "checklist_circle", "a.yaml", "4"),
    ],
)
def test_the_catalogue_must_hang_together(texts: dict[str, str], code: str, file: str, line: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_catalogue(texts)
    values = told(caught.value)
    assert (caught.value.code, values["file"], values["line"]) == (code, file, line)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("ofice: Dinas Sosial", "checklist_unknown_key", 1),
        ("year: tahun ini", "checklist_not_whole", 7),
        ("aliases: Dinsos", "checklist_not_list", 10),
        ("not_applicable: [{requirement: PR-05.1, reason: Gratis}]", "checklist_missing_key", 18),
        ("not_applicable: [{requirement: PR-05.1, reason: ' ', by: Sekretaris}]", "checklist_missing_key", 49),
    ],
)
def test_a_slip_in_the_office_file_is_named_with_its_place(line: str, code: str, column: int) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_office(f"format: 1\n{line}\n", "evidence-check.yaml")
    values = told(caught.value)
    assert (caught.value.code, values["line"], values["column"]) == (code, "2", str(column))
