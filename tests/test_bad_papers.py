"""Papers nobody expects: the work grows with the text and no faster, and what is wrong is told, never raised."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import evidence_check
from evidence_check.facts.gathering import facts_of
from evidence_check.model.facts import Facts
from evidence_check.model.files import Document, File, Page, ReadAs
from evidence_check.words.fold import fold, holds
from evidence_check.words.lines import LONGEST, lines_of
from evidence_check.words.openings import headings_in

ROOMS = ("facts", "words")
USED_AT_ONCE = tuple(f"re.{name}" for name in ("search", "match", "fullmatch", "split", "sub", "findall", "finditer"))
TWICE = 2.6
"""What twice the text may cost at most, measured against the text itself."""

SLACK = 0.05
UNITS = {
    "words": "a ", "dots": "1 .", "spaces": "x       ", "brackets": "[(a", "digits": "1", "numbers": "1 ",
    "slashes": "NOMOR : 1/", "NIP side by side": "NIP 19700817 199503 1 004 ", "NIP below each other":
    "Laras Widuri 197008171995031004\n", "labels": "Nama : Laras\n", "labels in a line": "Nama : NAMA ",
    "posts": "KEPALA DINAS,\n", "places": "Ditetapkan di Tirta\n", "days": "pada hari ini\n",
    "claims": "ditandatangani secara elektronik ", "claims below": "elektronik\n", "dates": "1 Januari 2026 ",
    "signatures": "Tirta, 1 Januari 2026\nKEPALA\n", "months": "Desember 2025\n", "titles": "KEPUTUSAN ",
    "regions": "kabupaten a ", "rated": "PEGAWAI YANG DINILAI\n", "subject": "TENTANG\nX\n", "holes": "${a",
    "marks": "a\u0315\u0300", "Arabic": "\u0642\u0631\u0627\u0631 a ", "contents": "BAB I ........ 5\n",
    "forms": "Nama ..........\n", "letters below each other": "x\n", "capitals": "AB", "letters O": "O", "tabs": "a\t",
    "laws": "Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014;\n", "spaced letters": "P E N I L A I A N ",
}  # fmt: skip


def document_of(*texts: str) -> Document:
    """Return a document with these pages."""
    pages = tuple(Page(number, text, ReadAs.TEXT) for number, text in enumerate(texts, start=1))
    return Document(File("berkas.pdf", 1, "0" * 64, "pdf"), pages)


def filled(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def seconds(work: Callable[[], object]) -> float:
    """Return the shortest of three times of some work, of this process alone."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def facts_that_stand(*texts: str) -> Facts:
    """Return the facts of some pages, each of whose quotes was seen to stand there."""
    facts = facts_of(document_of(*texts), {})
    said = [facts.title, facts.number, facts.date, facts.year, facts.about, facts.office, facts.signature]
    places = [fact.place for fact in said if fact] + [person.place for person in facts.people]
    for place in [*places, *(finding.place for finding in facts.findings if finding.place)]:
        assert holds(texts[place.page - 1], place.quote), place
    return facts


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_twice_the_time(unit: str) -> None:
    size = 15_000
    short, long = (document_of(filled(unit, each)) for each in (size, 2 * size))
    once = seconds(lambda: facts_of(short, {}))
    assert seconds(lambda: facts_of(long, {})) <= TWICE * once + SLACK


@pytest.mark.parametrize("unit", ["a 1. (/ ", "a 1. (/\n"], ids=["one line", "many lines"])
def test_five_million_characters_take_no_longer_than_the_part_that_is_looked_at(unit: str) -> None:
    part, whole = (document_of(filled(unit, size)) for size in (500_000, 5_000_000))
    once = seconds(lambda: facts_of(part, {}))
    start = time.process_time()
    facts_of(whole, {})
    assert time.process_time() - start <= TWICE * once + 10 * SLACK


@pytest.mark.parametrize("unit", ["a 1 ", "........ ", "judul: ", ". . "], ids=["words", "dots", "colons", "spaced"])
def test_headings_are_looked_for_in_proportion_to_the_text(unit: str) -> None:
    pages = [document_of(filled(unit, size) + "x").pages for size in (100_000, 200_000)]
    once = seconds(lambda: headings_in(pages[0], ("biaya", "waktu")))
    assert seconds(lambda: headings_in(pages[1], ("biaya", "waktu"))) <= TWICE * once + SLACK


# ---------------------------------------------------------------- every search by itself


def searches() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every compiled search of the rooms, those written where they are used as well."""
    root = Path(evidence_check.__file__).parent
    for path in sorted(path for room in ROOMS for path in (root / room).glob("*.py")):
        module = import_module(f"evidence_check.{path.parent.name}.{path.stem}")
        for name, value in vars(module).items():
            for index, each in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(each, re.Pattern):
                    yield f"{path.stem}.{name}[{index}]", each
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and ast.unparse(node.func) in USED_AT_ONCE
            if called and isinstance(node.args[0], ast.Constant):
                yield f"{path.stem}:{node.lineno}", re.compile(node.args[0].value)


SEARCHES = dict(searches())
REPEATED = (" ", ".", "a ", "A", "1", "1 ", "/", "_", "…", "[", "- ", "Aa, ", ". ", "|", "O", "NIP1", "x: ")


def hostile(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Yield texts that begin as a pattern may, go on with what it may repeat, and then end otherwise."""
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{4,}", pattern.pattern)))
    for begin in ("", "1 ", *(f"{word} " for word in words[:3])):
        for unit in (*REPEATED, *(f"{word} " for word in words[:3])):
            yield begin + filled(unit, size) + "Z"


def test_there_are_searches_to_be_tried() -> None:
    assert len(SEARCHES) > 100


@pytest.mark.parametrize("name", SEARCHES)
def test_no_search_grows_faster_than_its_text(name: str) -> None:
    pattern = SEARCHES[name]
    for short, long in zip(hostile(pattern, 1500), hostile(pattern, 3000), strict=True):
        start = time.process_time()
        pattern.search(short)
        if time.process_time() - start > 0.005:
            once = seconds(lambda text=short: pattern.search(text))  # type: ignore[misc]
            assert seconds(lambda text=long: pattern.search(text)) <= TWICE * once + 0.004, short[:40]  # type: ignore[misc]


# ---------------------------------------------------------------- papers


def test_a_law_of_460_pages_is_read_to_its_signature() -> None:
    law = ["UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 25 TAHUN 2009\nTENTANG\nPELAYANAN PUBLIK\n"]
    for number in range(1, 459):
        text = f"Pasal {number}\n({number}) Penyelenggara wajib menyusun dan menetapkan standar pelayanan publik.\n"
        law.append(text * 12 + f"www.peraturan.go.id\n{number}\n")
    law.append("Disahkan di Jakarta\npada tanggal 18 Juli 2009\nPRESIDEN REPUBLIK INDONESIA,\nttd\nSEKAR AYU WIDURI\n")
    facts = facts_that_stand(*law)
    assert facts.number and facts.number.value == "25 TAHUN 2009"
    assert facts.date and facts.date.value == "2009-07-18" and facts.date.place.page == 460
    half, whole = (document_of(*law[:size]) for size in (230, 460))
    assert seconds(lambda: facts_of(whole, {})) <= TWICE * seconds(lambda: facts_of(half, {})) + SLACK


def test_a_page_of_numbers_says_nothing_of_itself() -> None:
    facts = facts_that_stand("\n".join(f"{number} {number * 7919} {number / 7:.2f}" for number in range(1, 300)))
    assert facts.number is facts.date is facts.office is facts.about is None and facts.people == ()


def test_languages_side_by_side_hide_nothing() -> None:
    facts = facts_that_stand(
        "PEMERINTAH KABUPATEN TIRTA KENCANA\nDINAS SOSIAL\nJalan Melati 7 Telp. 123\n"
        "بسم الله الرحمن الرحيم\nKEPUTUSAN KEPALA DINAS SOSIAL\nDECREE OF THE HEAD OF SOCIAL SERVICE\n"
        "NOMOR : 188.45/12/DS/2026\nTENTANG\nMAKLUMAT PELAYANAN\nMenimbang : a. bahwa perlu; whereas قرار\n"
        "Ditetapkan di Tirta Kencana\npada tanggal 9 Februari 2026\nKEPALA DINAS SOSIAL,\n"
        "RAKA PRASETYA\nNIP. 19700817 199503 1 004\n"
    )
    assert facts.number and facts.number.value == "188.45/12/DS/2026"
    assert facts.date and facts.date.value == "2026-02-09"
    assert facts.office and facts.office.value == "Dinas Sosial Kabupaten Tirta Kencana"


def test_a_nip_of_nineteen_digits_is_told_and_never_taken() -> None:
    facts = facts_that_stand("SURAT TUGAS\nKEPALA DINAS SOSIAL,\nRAKA PRASETYA\nNIP. 19700817 1995031 1 004\n")
    assert [finding.code for finding in facts.findings if finding.code == "EC206"] == ["EC206"]
    assert not any(person.nip for person in facts.people)


@pytest.mark.parametrize("day", ["31 Februari 2026", "30/02/2026", "31-04-2026", "32 Januari 2026", "0 Mei 2026"])
def test_a_day_no_month_has_is_told_where_the_paper_is_dated(day: str) -> None:
    facts = facts_that_stand(f"SURAT EDARAN\nDitetapkan di Tirta\npada tanggal {day}\nKEPALA DINAS SOSIAL,\nRAKA\n")
    assert facts.date is None
    assert [finding.code for finding in facts.findings if finding.code == "EC227"] == ["EC227"]


def test_of_two_titles_on_a_page_the_first_gives_the_facts() -> None:
    facts = facts_that_stand(
        "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR : 188/1/DS/2026\nTENTANG\nKODE ETIK\nMenimbang : bahwa;\n"
        "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR : 188/2/DS/2026\nTENTANG\nKOMPENSASI\n"
    )
    assert facts.number and facts.number.value == "188/1/DS/2026" and facts.about and facts.about.value == "KODE ETIK"


def test_where_the_breaks_were_lost_the_end_is_still_seen() -> None:
    text = "isi surat " * 900 + "Ditetapkan di Tirta Kencana pada tanggal 9 Februari 2026 KEPALA DINAS"
    assert max(len(line.text) for line in lines_of(document_of(text).pages)) <= LONGEST
    facts = facts_that_stand(text)
    assert facts.date and facts.date.value == "2026-02-09"


def test_thousands_of_marks_on_a_letter_are_folded_at_once() -> None:
    short, long = ("a" + "\u0315\u0300" * size for size in (5_000, 10_000))
    assert fold(long) == "a"
    assert seconds(lambda: fold(long)) <= TWICE * seconds(lambda: fold(short)) + 0.01


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(UNITS.values())), min_size=1, max_size=4), st.integers(1, 60))
def test_any_of_these_mixed_is_borne(units: list[str], times: int) -> None:
    facts_that_stand("".join(unit * times for unit in units))
