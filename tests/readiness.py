"""A readiness made by hand: invented office, people and papers, one verdict of every status."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from evidence_check.model.asked import Basis, Checklist, Dimension, Exemption, Indicator, Method, Office, Requirement
from evidence_check.model.facts import Doubt, Evidence, Fact, Facts, Kind, Person
from evidence_check.model.files import (
    Content,
    Document,
    File,
    Finding,
    Level,
    Page,
    Place,
    ReadAs,
    Reason,
    Unreadable,
    params,
)
from evidence_check.model.outcome import Component, Match, Readiness, Status, Tally, There, Verdict
from evidence_check.model.personal import Personal, Sort

CHECKED_AT = "2026-11-22T14:05:09+07:00"
NIP_RETNO = "198003142005012003"
NIP_BAGUS = "199107052015031004"

DIMENSIONS = (
    Dimension("01", "Input"),
    Dimension("02", "Proses"),
    Dimension("03", "Output"),
    Dimension("04", "Pengaduan"),
)
INDICATORS = (
    Indicator("IN-01", "Pemanfaatan hasil penilaian", "01"),
    Indicator("IN-02", "Ketersediaan alokasi anggaran", "01"),
    Indicator("PR-01", "Ketersediaan dasar hukum", "02"),
    Indicator("PR-08", "Informasi kompetensi pelaksana", "02"),
    Indicator("PR-12", "Jaminan pelayanan", "02"),
    Indicator("PR-14", "Hasil evaluasi kinerja pelaksana", "02"),
    Indicator("OUT-01", "Data pihak lain", "03"),
    Indicator("PG-01", "Pengelolaan pengaduan", "04"),
)


def file_of(path: str, kind: str = "pdf", size: int = 184_320) -> File:
    """Return an invented file."""
    return File(path, size, hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest(), kind)


def evidence_of(file: File, kind: str, first: int = 1, last: int = 1, score: float = 0.9, **facts: object) -> Evidence:
    """Return an invented document with its facts."""
    pages = tuple(Page(n, "", ReadAs.OCR if "Scan" in file.path else ReadAs.TEXT, 0.87) for n in range(first, last + 1))
    reasons = (
        Reason("title_match", 0.7, params(phrase=kind.replace("_", " ")), Place(file.path, first, kind.upper())),
        Reason("anchors", round(score - 0.7, 2), params(found=3, total=5, examples="menimbang, menetapkan")),
    )
    taken = Kind(kind, score, reasons)
    return Evidence(Document(file, pages), Facts(kinds=(taken,), kind=taken, **facts))  # type: ignore[arg-type]


def match_of(requirement: str, evidence: Evidence, quote: str, *failed: Finding, score: float = 0.9) -> Match:
    """Return a match that rests on a quote of the first page of the evidence."""
    document = evidence.document
    place = Place(document.file.path, document.first, quote)
    return Match(requirement, evidence, score, place, evidence.facts.kinds[0].reasons, failed)


def asked(
    id: str, name: str, basis: Basis = Basis.REPORTED, method: Method = Method.DOCUMENT, **more: object
) -> Requirement:
    """Return a requirement of the indicator its id names."""
    return Requirement(id, id.split(".")[0], name, method, basis, sources=("R1",), **more)  # type: ignore[arg-type]


RENSTRA = file_of("01 Input/Renstra Dinas Sosial 2025-2029.pdf", size=4_812_330)
SK = file_of("02 Proses/SK Standar Pelayanan FINAL.pdf")
DRAFT = file_of("02 Proses/FIX BANGET (1).docx", "docx", 41_200)
SKP = file_of("02 Proses/Scan0001.pdf", size=2_400_118)
SKM = file_of("02 Proses/Laporan SKM.pdf")
PHOTO = file_of("02 Proses/WhatsApp Image 2026-07-14 at 08.12.33.jpeg", "jpeg", 312_000)
LOGBOOK = file_of("04 Pengaduan/register aduan.xlsx", "xlsx", 22_016)
LOCKED = file_of("04 Pengaduan/SK Tim Pengaduan.pdf")
BROKEN = file_of("04 Pengaduan/laporan triwulan.pdf", size=511)
MENU = file_of("lain-lain/undangan rapat.docx", "docx", 18_990)

RETNO = Person(
    "Retno Wulandari, S.Sos., M.Si.",
    "signatory",
    Place(SK.path, 4, f"NIP. {NIP_RETNO}"),
    NIP_RETNO,
    "Kepala Dinas Sosial",
)
BAGUS = Person("Bagus Prakoso", "rated", Place(SKP.path, 1, "Nama: Bagus Prakoso NIP 19910705 201503 1 004"), NIP_BAGUS)

E_RENSTRA = evidence_of(
    RENSTRA,
    "renstra",
    1,
    84,
    0.97,
    title=Fact("Rencana Strategis Dinas Sosial 2025-2029", Place(RENSTRA.path, 1, "RENCANA STRATEGIS")),
    period=Fact("2025-01/2029-12", Place(RENSTRA.path, 1, "2025-2029")),
    office=Fact("Dinas Sosial Kabupaten Tirta Kencana", Place(RENSTRA.path, 1, "DINAS SOSIAL")),
)
E_SK = evidence_of(
    SK,
    "sk_standar_pelayanan",
    1,
    4,
    0.95,
    number=Fact("000.8/114/2026", Place(SK.path, 1, "NOMOR 000.8/114/2026")),
    date=Fact("2026-02-09", Place(SK.path, 4, "pada tanggal 9 Februari 2026")),
    about=Fact("Penetapan Standar Pelayanan", Place(SK.path, 1, "TENTANG PENETAPAN STANDAR PELAYANAN")),
    signatory=RETNO,
    people=(RETNO,),
    signature=Fact("typed", Place(SK.path, 4, "RETNO WULANDARI")),
    findings=(Finding("EC215", Level.NOTE, (), Place(SK.path, 4, "RETNO WULANDARI")),),
    rival=Kind("standar_pelayanan", 0.45),
    dates=(
        Fact("2026-02-09", Place(SK.path, 4, "pada tanggal 9 Februari 2026"), 0.9, "signed"),
        Fact("2009-07-18", Place(SK.path, 1, "Undang-Undang tanggal 18 Juli 2009"), 0.8, "cited"),
    ),
    figures=(Fact("Rekomendasi PKH", Place(SK.path, 2, "1. Rekomendasi PKH"), 0.9, "product"),),
)
DRAFT_FINDING = Finding("EC201", Level.ERROR, params(word="DRAF"), Place(DRAFT.path, 1, "DRAF MAKLUMAT PELAYANAN"))
NUMBER_FINDING = Finding("EC202", Level.ERROR, (), Place(DRAFT.path, 1, "NOMOR ....../2026"))
E_DRAFT = evidence_of(DRAFT, "maklumat", 1, 1, 0.88, findings=(DRAFT_FINDING, NUMBER_FINDING))
E_SKP = evidence_of(
    SKP,
    "skp",
    1,
    6,
    0.91,
    people=(BAGUS,),
    period=Fact("2025-01/2025-12", Place(SKP.path, 1, "Januari s.d. Desember 2025")),
)
E_SKP_AGAIN = evidence_of(SKP, "skp", 7, 12, 0.9, people=(BAGUS,))
E_SKM = evidence_of(SKM, "laporan_skm", 1, 31, 0.93, year=Fact("2024", Place(SKM.path, 1, "TAHUN 2024")))
TAKEN = Fact("2026-07-14", Place(PHOTO.path, 1, ""), 0.5, "taken", "name")
E_PHOTO = evidence_of(PHOTO, "foto", 1, 1, 0.75, dates=(TAKEN,))
E_LOGBOOK = evidence_of(LOGBOOK, "register_pengaduan", 1, 1, 0.9)
E_MENU = evidence_of(MENU, "undangan", 1, 1, 0.8)
E_MENU = replace(
    E_MENU, facts=replace(E_MENU.facts, kind=None, doubt=Doubt.MARGIN, rival=Kind("notulen", 0.724))
)

NAMES = {
    "renstra": "Rencana Strategis",
    "sk_standar_pelayanan": "SK Standar Pelayanan",
    "maklumat": "Maklumat Pelayanan",
    "skp": "Sasaran Kinerja Pegawai",
    "laporan_skm": "Laporan Survei Kepuasan Masyarakat",
    "register_pengaduan": "Register Pengaduan",
    "undangan": "Undangan",
    "foto": "Foto",
}

SAME = Finding("EC303", Level.DOUBT, params(name="Bagus Prakoso"), Place(SKP.path, 7, "Nama: Bagus Prakoso"))
YEAR = Finding("EC209", Level.ERROR, params(found="2024", expected="2026"), Place(SKM.path, 1, "TAHUN 2024"))
LOOK = Finding("EC305", Level.DOUBT, (), Place(PHOTO.path, 1, ""))
MAYBE = Finding("EC306", Level.DOUBT, params(file=LOCKED.path), Place(LOCKED.path, 1, ""))
NOTHING = Finding("EC301", Level.ERROR)
FEW = Finding("EC302", Level.ERROR, params(found=1, needed=4))

VERDICTS = (
    Verdict(
        asked("IN-01.1", "Renstra yang memuat hasil penilaian"),
        Status.MET,
        (match_of("IN-01.1", E_RENSTRA, "menindaklanjuti hasil penilaian Ombudsman tahun 2024"),),
    ),
    Verdict(asked("IN-01.3", "SOP atau kebijakan tindak lanjut"), Status.MISSING, (), (), (NOTHING,), NOTHING),
    Verdict(
        asked("IN-02.1", "Renja dengan alokasi sarana", Basis.INFERRED),
        Status.MISSING,
        (),
        (
            match_of(
                "IN-02.1",
                E_RENSTRA,
                "Rencana Strategis",
                Finding(
                    "EC211",
                    Level.ERROR,
                    params(look_alike="Rencana Strategis"),
                    Place(RENSTRA.path, 1, "RENCANA STRATEGIS"),
                ),
                score=0.42,
            ),
        ),
        (NOTHING,),
        NOTHING,
    ),
    Verdict(
        asked("IN-02.6", "Laporan pendukung lain", optional=True),
        Status.MISSING,
        (),
        (),
        (Finding("EC310", Level.NOTE),),
        Finding("EC310", Level.NOTE),
    ),
    Verdict(
        asked("PR-01.1", "SK penetapan standar pelayanan", Basis.LAW),
        Status.MET,
        (match_of("PR-01.1", E_SK, "KEPUTUSAN KEPALA DINAS SOSIAL NOMOR 000.8/114/2026"),),
        components=(
            Component("Rekomendasi PKH", "persyaratan", There.YES, Place(SK.path, 2, "1. Persyaratan: KTP dan KK")),
            Component("Rekomendasi PKH", "jangka waktu|waktu penyelesaian", There.EMPTY, Place(SK.path, 2, "3. Waktu")),
            Component("Izin UGB", "persyaratan", There.UNCLEAR, Place(SK.path, 3, "persyaratan")),
            Component("Izin UGB", "jangka waktu|waktu penyelesaian", There.NO),
        ),
    ),
    Verdict(
        asked("PR-01.2", "Foto dasar hukum yang dipajang", method=Method.PHOTO),
        Status.UNSURE,
        (),
        (match_of("PR-01.2", E_PHOTO, "STANDAR PELAYANAN", LOOK, score=0.75),),
        (LOOK,),
        LOOK,
    ),
    Verdict(
        asked("PR-08.1", "SKP empat pegawai yang berbeda", Basis.SEEN, count=4, distinct_by="person"),
        Status.PARTIAL,
        (match_of("PR-08.1", E_SKP, "SASARAN KINERJA PEGAWAI Bagus Prakoso NIP 19910705 201503 1 004"),),
        (match_of("PR-08.1", E_SKP_AGAIN, "SASARAN KINERJA PEGAWAI", SAME),),
        (FEW,),
        FEW,
    ),
    Verdict(
        asked("PR-12.1", "Maklumat pelayanan"),
        Status.DEFECTIVE,
        (),
        (match_of("PR-12.1", E_DRAFT, "MAKLUMAT PELAYANAN", DRAFT_FINDING, NUMBER_FINDING),),
        (DRAFT_FINDING,),
        DRAFT_FINDING,
    ),
    Verdict(
        asked("PR-12.2", "Wawancara petugas", method=Method.INTERVIEW, prepare="Siapkan dua petugas loket."),
        Status.NOT_CHECKED,
        findings=(Finding("EC312", Level.NOTE),),
    ),
    Verdict(
        asked("PR-14.1", "Laporan SKM tahun berjalan", Basis.SEEN),
        Status.DEFECTIVE,
        (),
        (match_of("PR-14.1", E_SKM, "LAPORAN SURVEI KEPUASAN MASYARAKAT", YEAR),),
        (YEAR,),
        YEAR,
    ),
    Verdict(
        asked("OUT-01.1", "Indeks pembangunan manusia", method=Method.SECONDARY, optional=True), Status.NOT_CHECKED
    ),
    Verdict(asked("PG-01.1", "SK tim pengelola pengaduan"), Status.UNSURE, (), (), (MAYBE,), MAYBE),
    Verdict(
        asked("PG-01.2", "Register pengaduan"),
        Status.MET,
        (match_of("PG-01.2", E_LOGBOOK, "No | Tanggal | Pelapor | Telp 0812-3456-7890"),),
    ),
    Verdict(asked("PG-01.3", "SK tarif pengaduan"), Status.NOT_APPLICABLE),
)

EVIDENCE = (E_RENSTRA, E_SK, E_DRAFT, E_SKP, E_SKP_AGAIN, E_SKM, E_PHOTO, E_LOGBOOK, E_MENU)
UNREADABLE = (
    Unreadable(LOCKED, Finding("EC101", Level.ERROR, (), Place(LOCKED.path, 1, ""))),
    Unreadable(BROKEN, Finding("EC102", Level.ERROR, params(detail="data tidak utuh"), Place(BROKEN.path, 1, ""))),
)


def tally_of(verdicts: tuple[Verdict, ...]) -> Tally:
    """Return the counts of some verdicts."""
    return Tally(tuple((status, sum(1 for v in verdicts if v.status is status)) for status in Status))


def sample() -> Readiness:
    """Return the readiness of an invented office."""
    files = dict.fromkeys(evidence.document.file for evidence in EVIDENCE)
    return Readiness(
        checklist=Checklist(
            "contoh-2026",
            "Penilaian Contoh 2026",
            (2026,),
            DIMENSIONS,
            INDICATORS,
            tuple(verdict.requirement for verdict in VERDICTS),
            (("R1", "Daftar kerja satu pemerintah daerah (karangan)"),),
            "Daftar kerja satu pemerintah daerah, bukan naskah peraturan.",
        ),
        office=Office(
            "Dinas Sosial",
            ("Dinsos",),
            "Kabupaten Tirta Kencana",
            not_applicable=(Exemption("PG-01.3", "Semua layanan gratis", "Sekretaris Dinas"),),
        ),
        year=2026,
        verdicts=VERDICTS,
        tally=tally_of(VERDICTS),
        contents=tuple(Content(file, ()) for file in files),
        evidence=EVIDENCE,
        unreadable=UNREADABLE,
        unasked=(E_MENU,),
        personal=(
            Personal(LOGBOOK.path, 2, Sort.PHONE, 7),
            Personal(LOGBOOK.path, 1, Sort.PHONE, 18),
            Personal(LOGBOOK.path, 1, Sort.NIK, 3),
            Personal(PHOTO.path, 1, Sort.ADDRESS, 1),
        ),
    )


SCRIPT = "<script>alert(1)</script>"
BIDI = "gaji\u202excod.exe"
ZERO = "SK\u200bTim\u2066"
LINES = "dua\nbaris\r\x1b[31m.pdf"
QUOTES = "\"' onmouseover='alert(1)' x=\".pdf"
LONE = "rusak\udcff.pdf"
HOSTILE = (SCRIPT, BIDI, ZERO, LINES, QUOTES, LONE)


def hostile() -> Readiness:
    """Return a readiness in which every text that comes from outside attacks the reader."""
    evidence = tuple(_hostile_evidence(text) for text in HOSTILE)
    verdicts = tuple(
        Verdict(
            asked(f"IN-01.{number}", f"Permintaan {text.encode('utf-8', 'replace').decode()}"),
            Status.DEFECTIVE,
            (),
            (
                match_of(
                    f"IN-01.{number}",
                    each,
                    text,
                    Finding("EC201", Level.ERROR, params(word=text), Place(text, 1, text)),
                ),
            ),
            (Finding("EC208", Level.ERROR, params(office=text, expected=text), Place(text, 1, text)),),
        )
        for number, (text, each) in enumerate(zip(HOSTILE, evidence, strict=True), 1)
    )
    files = tuple(each.document.file for each in evidence)
    base = sample()
    return replace(
        base,
        office=Office(SCRIPT, region=BIDI),
        checklist=replace(
            base.checklist, requirements=tuple(v.requirement for v in verdicts), sources=(("R1", SCRIPT),)
        ),
        verdicts=verdicts,
        tally=tally_of(verdicts),
        contents=tuple(Content(file, ()) for file in files[1:]),
        evidence=evidence,
        unreadable=(Unreadable(files[0], Finding("EC102", Level.ERROR, params(detail=LINES), Place(SCRIPT, 1, ""))),),
        unasked=evidence[:2],
        personal=tuple(Personal(text, 1, Sort.NIK, 1) for text in HOSTILE),
    )


def _hostile_evidence(text: str) -> Evidence:
    place = Place(text, 1, text)
    person = Person(text, "signatory", place, NIP_RETNO, text)
    return evidence_of(
        file_of(text), text, title=Fact(text, place), number=Fact(text, place), signatory=person, people=(person,)
    )
