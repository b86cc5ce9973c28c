"""A word that was hardly recognised makes nothing green and nothing wrong: what rests on it is in doubt."""

from __future__ import annotations

import pytest
from papers import requirement_of

from evidence_check import library, pipeline
from evidence_check.facts.sureness import SURE, UNSURE
from evidence_check.matching.question import LEGIBLE
from evidence_check.model.asked import Checklist, Office
from evidence_check.model.facts import Facts
from evidence_check.model.files import Content, File, Level, Page, ReadAs, Table
from evidence_check.model.outcome import Status, Verdict

CATALOGUE = library.catalogue()
OFFICE = Office(name="Dinas Sosial", region="Kabupaten Tirta Kencana", kind="dinas", visit="2026-08-12")
DECREE = """PEMERINTAH KABUPATEN TIRTA KENCANA
DINAS SOSIAL
Jalan Melati Nomor 7 Tirta Kencana Telp. (0999) 123456
KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN TIRTA KENCANA
NOMOR : 188.45/12/DINSOS/2026
TENTANG
PEMBERIAN KOMPENSASI KEPADA PENERIMA LAYANAN
PADA DINAS SOSIAL KABUPATEN TIRTA KENCANA
KEPALA DINAS SOSIAL KABUPATEN TIRTA KENCANA,
Menimbang : a. bahwa penerima layanan berhak atas kompensasi bila pelayanan tidak sesuai standar pelayanan;
Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
MEMUTUSKAN:
Menetapkan : KOMPENSASI KETERLAMBATAN PELAYANAN
KESATU : Bentuk kompensasi kepada penerima layanan yang tidak sesuai standar.
Ditetapkan di Tirta Kencana
pada tanggal 9 Februari 2026
KEPALA DINAS SOSIAL
KABUPATEN TIRTA KENCANA,
ttd
RAKA PRASETYA, S.Sos.
NIP. 19700817 199503 1 004
"""
MONTHLY = """LAPORAN KINERJA BULANAN
BULAN MEI 2026
Dinas Sosial Kabupaten Tirta Kencana
Nama : {name}
NIP : {nip}
Jabatan : Analis
No Hari Tanggal Uraian Tugas Volume
1 Senin 04/05/2026 Melayani tamu {number}
Mengetahui, Atasan langsung
"""


def scan(
    text: str, *poor: str, sureness: int = 40, path: str = "pindai.pdf", tables: tuple[Table, ...] = ()
) -> Content:
    """Return a scanned page, all of which was read well but for the words that hold one of the given."""
    sure = tuple(sureness if any(_holds(word, each) for each in poor) else 96 for word in text.split())
    assert poor == () or sureness in sure
    page = Page(1, text, ReadAs.OCR, 0.93, tables, sureness=sure)
    return Content(File(path, 1, path.ljust(64, "0"), "pdf"), (page,))


def _holds(word: str, part: str) -> bool:
    return part in word if len(part) > 1 else part == word


def facts(content: Content) -> Facts:
    return next(pipeline.examined([content], CATALOGUE)).facts


def verdict(*contents: Content, **asks: object) -> Verdict:
    asked = requirement_of(**asks)
    papers = tuple(pipeline.examined(contents, CATALOGUE))
    checklist = Checklist("x", "X", (2026,), (), (), (asked,))
    return pipeline.judged(checklist, papers, (), CATALOGUE, library.yardsticks(), OFFICE, 2026)[0]


def decree(*contents: Content) -> Verdict:
    return verdict(*contents, any_of=("sk_kompensasi",), period="year")


def test_words_read_well_change_nothing() -> None:
    read, typed = facts(scan(DECREE)), facts(Content(scan(DECREE).file, (Page(1, DECREE, ReadAs.TEXT),)))
    for name in ("number", "date", "year", "office", "about", "title", "people"):
        assert getattr(read, name) == getattr(typed, name)
    assert decree(scan(DECREE)).status is Status.MET


@pytest.mark.parametrize(
    ("poor", "unsure"),
    [
        ("188.45", {"number", "title"}),
        ("Februari", {"date"}),
        ("9", {"date"}),
        ("SOSIAL", {"office", "title", "about"}),
        ("pada", set()),
        ("NOMOR", {"title"}),
    ],
)
def test_only_what_rests_on_the_word_is_in_doubt(poor: str, unsure: set[str]) -> None:
    found = facts(scan(DECREE, poor))
    seen = {name: getattr(found, name).confidence for name in ("number", "date", "office", "title", "about", "year")}
    assert {name for name, confidence in seen.items() if confidence < LEGIBLE} == unsure


def test_a_year_read_unsurely_is_neither_right_nor_wrong() -> None:
    asked, other = scan(DECREE, "2026"), scan(DECREE.replace("2026", "2024"), "2024")
    assert {finding.code for finding in decree(asked).findings} >= {"EC229"}
    assert decree(asked).status is Status.UNSURE and decree(other).status is Status.UNSURE
    assert decree(scan(DECREE.replace("2026", "2024"))).status is Status.DEFECTIVE


def test_a_day_read_unsurely_does_no_harm_where_the_year_is_asked() -> None:
    assert decree(scan(DECREE, "9")).status is Status.MET


def test_a_number_that_may_be_noise_is_in_doubt() -> None:
    result = decree(scan(DECREE, "188.45"))
    assert result.status is Status.UNSURE and dict(result.findings[0].params)["fact"] == "number"


def test_another_office_read_unsurely_is_in_doubt_only() -> None:
    other = DECREE.replace("SOSIAL", "KESEHATAN")
    assert decree(scan(other)).status is not Status.MET
    levels = {finding.level for finding in decree(scan(other, "KESEHATAN")).findings if finding.code == "EC208"}
    assert levels <= {Level.DOUBT}


def test_a_serial_nobody_sees_on_a_scan_may_be_written_by_hand() -> None:
    blank = DECREE.replace("188.45/12/DINSOS/2026", "188.45/      /DINSOS/2026")
    typed = Content(scan(blank).file, (Page(1, blank, ReadAs.TEXT),))
    assert decree(typed).status is Status.DEFECTIVE
    assert decree(scan(blank)).status is Status.UNSURE
    empty = DECREE.replace("188.45/12/DINSOS/2026", "")
    assert decree(scan(empty)).status is Status.UNSURE


def test_a_mark_of_a_draft_is_believed_when_it_was_read_well() -> None:
    assert decree(scan("DRAFT\n" + DECREE)).status is Status.DEFECTIVE
    assert decree(scan("DRAFT\n" + DECREE, "DRAFT")).status is Status.UNSURE


def monthly(number: int, name: str, nip: str, *poor: str) -> Content:
    return scan(MONTHLY.format(name=name, nip=nip, number=number), *poor, path=f"{number}.pdf")


def test_a_nip_read_unsurely_tells_nobody_apart() -> None:
    asked = {"any_of": ("laporan_kinerja_bulanan",), "count": 2, "distinct_by": "person"}
    laras, bima = "19800101 200604 2 003", "19700101 200003 1 002"
    one, other = monthly(1, "Laras Widuri", laras), monthly(2, "Bima Santika", bima)
    assert verdict(one, other, **asked).status is Status.MET
    assert verdict(one, monthly(2, "Bima Santika", bima, "19700101"), **asked).status is Status.UNSURE
    misread = monthly(2, "Laras Widuri", laras.replace("003", "008"))
    assert verdict(one, misread, **asked).status is not Status.MET


@pytest.mark.parametrize("sureness", [0, SURE - 1, SURE, 100])
def test_the_line_between_sure_and_unsure(sureness: int) -> None:
    number = facts(scan(DECREE, "188.45", sureness=sureness)).number
    assert number is not None and (number.confidence < LEGIBLE) is (sureness < SURE)
    assert UNSURE < LEGIBLE


def test_a_row_of_a_table_knows_how_surely_its_nip_was_read() -> None:
    text = "DATA PEGAWAI\nNO NAMA NIP\n1 Laras Widuri 198001012006042003\n2 Bima Santika 197001012000031002\n"
    rows = (("NO", "NAMA", "NIP"), ("1", "Laras Widuri", "198001012006042003"),
            ("2", "Bima Santika", "197001012000031002"))  # fmt: skip
    people = facts(scan(text, "197001012000031002", tables=(Table(rows, heads=rows[0], body_at=1),))).people
    assert [(person.name, person.confidence < LEGIBLE) for person in people] == [
        ("Laras Widuri", False), ("Bima Santika", True),
    ]  # fmt: skip
