"""Properties of the facts that hold for any paper: quotes stand, nothing crashes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_check.facts.dates import dates_in, number_in_words
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.nip import is_nip, nips_in
from evidence_check.facts.number import is_blank, read_number
from evidence_check.facts.period import spans_in
from evidence_check.model.facts import Facts
from evidence_check.model.files import Document, File, Page, Place, ReadAs
from evidence_check.words.fold import holds

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
FRAGMENTS = (
    "NOMOR : 188.45/12/DS/2026",
    "TENTANG",
    "Menimbang : a. bahwa",
    "Mengingat",
    "Ditetapkan di",
    "pada tanggal",
    "9 Pebruari 2026",
    "KEPALA DINAS SOSIAL,",
    "NIP. 19700817 199503 1 004",
    "Nama : Laras Widuri",
    "PEJABAT PENILAI",
    "PEGAWAI YANG DINILAI",
    "DRAFT",
    "SEMESTER II TAHUN 2025",
    "......",
    "${nomor}",
    "ttd",
    "Tirta Kencana, Desember 2025",
    "31 Februari 2026",
    "NO",
    ":",
    "",
    "PEMERINTAH KABUPATEN TIRTA KENCANA",
    "DINAS SOSIAL",
    "Jalan Melati Telp. 1",
    "pada hari ini Rabu tanggal dua bulan Juli tahun",
)


def document_of(*texts: str) -> Document:
    """Return a document with these pages."""
    pages = tuple(Page(number, text, ReadAs.TEXT) for number, text in enumerate(texts, start=1))
    return Document(File("berkas.pdf", 1, "0" * 64, "pdf"), pages)


def places_of(facts: Facts) -> list[Place]:
    """Return every place the facts rest on."""
    single = (
        facts.title,
        facts.number,
        facts.date,
        facts.year,
        facts.period,
        facts.about,
        facts.office,
        facts.signature,
    )
    return [
        *(fact.place for fact in single if fact),
        *(person.place for person in facts.people),
        *(finding.place for finding in facts.findings if finding.place),
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=25), min_size=1, max_size=3))
def test_any_mix_of_usual_lines_gives_quotes_that_stand(pages: list[list[str]]) -> None:
    document = document_of(*("\n".join(lines) for lines in pages))
    for place in places_of(facts_of(document, {})):
        assert holds(document.pages[place.page - 1].text, place.quote)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_borne(text: str) -> None:
    facts = facts_of(document_of(text), {})
    assert all(holds(text, place.quote) for place in places_of(facts))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_in_every_usual_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = (
        f"Tirta, {day.day} {month} {day.year}",
        f"{day.day:02} {month.upper()} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%d- %m- %Y}",
        f"{day.day} {month}{day.year}",
    )
    for form in forms:
        assert [found.iso for found in dates_in(form)] == [day.isoformat()], form


@pytest.mark.parametrize(
    "text", ["31 Februari 2026", "00/00/2026", "32-01-2026", "12 Tahun 2026", "1234567890", "5 5 5"]
)
def test_impossible_dates_are_no_dates(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11 JUNI 2022", "2022-06-11"),
        ("2 Nopember 2019", "2019-11-02"),
        ("31 Desember 2O16", "2016-12-31"),
        ("3 luni 2021", "2021-06-03"),
        ("01-Jul-24", "2024-07-01"),
        ("4 Septernber 2023", "2023-09-04"),
        ("2024-05-06", "2024-05-06"),
        ("tanggal dua belas bulan Juli tahun dua ribu dua puluh tiga", "2023-07-12"),
        ("tanggal tiga puluh satu bulan Mei tahun duaribu duapuluh enam bertempat di aula", "2026-05-31"),
    ],
)
def test_spellings_of_dates(text: str, iso: str) -> None:
    assert [found.iso for found in dates_in(text)] == [iso]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("sebelas", 11),
        ("dua puluh", 20),
        ("seribu sembilan ratus", 1900),
        ("dua ribu dua puluh enam", 2026),
        ("aula", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 TAHUN 2021", "1 TAHUN 2021"),
        ("28 TAHUN 2O19", "28 TAHUN 2019"),
        ("100.3.3.2/252/431.013/2025", "100.3.3.2/252/431.013/2025"),
        ("188.45/49/Kpts/433.013/2023", "188.45/49/Kpts/433.013/2023"),
        ("188.45/462/Tamben/2010", "188.45/462/Tamben/2010"),
        ("060.1/KP/2024", "060.1/KP/2024"),
        ("DUKCAPIL.470/287.a/VI/2022", "DUKCAPIL.470/287.a/VI/2022"),
        ("800 / Kep.388 / BKD / 2014", "800/Kep.388/BKD/2014"),
        ("700-401.050/31/2017", "700-401.050/31/2017"),
        ("700/890 - Inspektorat", "700/890 - Inspektorat"),
        ("0 5 / SE/IJ/2017", "05/SE/IJ/2017"),
        ("w13-u4/159/SK.KPN/12/2020", "w13-u4/159/SK.KPN/12/2020"),
        ("188.45/ /HK/416-012/2019", ""),
        ("800/    /DISDIK/2023", ""),
        ("..../..../2023", ""),
        (".TAHUN.", ""),
        ("KOMPONEN URAIAN", ""),
        ("", ""),
    ],
)
def test_numbers_as_they_are_written(text: str, number: str) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text", ["188.45/ /HK/2019", "800/    /DISDIK/2023", "..../..../2023", ".TAHUN.", "800/xxx/DS/2026"]
)
def test_blank_serials_are_seen(text: str) -> None:
    assert is_blank(text)


@given(st.integers(1, 9999), st.sampled_from(["DINSOS", "HK", "SEKR.1"]), st.integers(2000, 2030))
def test_a_filled_number_is_not_blank(serial: int, office: str, year: int) -> None:
    text = f"188.45/{serial}/{office}/{year}"
    assert not is_blank(text)
    assert read_number(text) == text


@given(
    st.dates(date(1950, 1, 1), date(2009, 12, 31)),
    st.integers(1990, 2030),
    st.sampled_from([1, 4, 12, 21, 24]),
    st.sampled_from("12"),
    st.integers(1, 999),
)
def test_a_nip_is_read_in_every_spelling(born: date, year: int, month: int, sex: str, serial: int) -> None:
    digits = f"{born:%Y%m%d}{year}{month:02}{sex}{serial:03}"
    parts = (digits[:8], digits[8:14], digits[14], digits[15:])
    for text in (digits, " ".join(parts), ".".join(parts), f"NIP. {' '.join(parts)}", f"NIP.{digits}"):
        assert [(nip.digits, nip.valid) for nip in nips_in(text)] == [(digits, True)], text
    assert is_nip(digits)


@pytest.mark.parametrize("text", ["NIK 3201010203040506", "19701317 199503 1 004", "NIP. 130123456", "081234567890"])
def test_what_is_no_nip(text: str) -> None:
    assert not any(nip.valid for nip in nips_in(text))


def test_a_nip_of_nineteen_digits_is_malformed() -> None:
    assert [(len(nip.digits), nip.valid) for nip in nips_in("NIP. 19700817 1995031 1 004")] == [(19, False)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("semester ii tahun 2025", "2025-07/2025-12"),
        ("triwulan iv 2024", "2024-10/2024-12"),
        ("tw 1 tahun 2024", "2024-01/2024-03"),
        ("januari s d juni 2016", "2016-01/2016-06"),
        ("juli 2023 sampai dengan juni 2024", "2023-07/2024-06"),
        ("1 januari s d 31 desember 2022", "2022-01/2022-12"),
        ("01 01 2024 s d 30 06 2024", "2024-01/2024-06"),
        ("per 31 desember 2022", "2022-12/2022-12"),
        ("bulan mei 2026", "2026-05/2026-05"),
        ("tahun anggaran 2o23", "2023-01/2023-12"),
        ("tahun 2021 2026", "2021-01/2026-12"),
    ],
)
def test_periods(text: str, iso: str) -> None:
    assert spans_in(text)[0].iso == iso


@pytest.mark.parametrize(
    "text", ["peraturan bupati nomor 5 tahun 2016", "nomor 12 tahun 2023", "19 maret 2018", "tahun ini"]
)
def test_what_is_no_period(text: str) -> None:
    assert spans_in(text) == ()


def test_a_document_without_words_says_nothing() -> None:
    assert facts_of(document_of("", "  \n .. "), {}) == Facts()
