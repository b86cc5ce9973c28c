"""The number of a paper in every shape seen, what stands where it was left blank, and numbers that are another's."""

from __future__ import annotations

import pytest

from evidence_check.facts.gathering import facts_of
from evidence_check.model.facts import Facts
from evidence_check.model.files import Document, File, Level, Page, ReadAs
from evidence_check.words.fold import holds

WRITTEN = [
    ("NOMOR : 100.3.3.2/252/431.013/2025", "100.3.3.2/252/431.013/2025"),
    ("Nomor: 188/01/Kept/403.409/2024", "188/01/Kept/403.409/2024"),
    ("NOMOR : 300.1/020/419.117/2024/SK", "300.1/020/419.117/2024/SK"),
    ("NOMOR28 TAHUN 2019", "28 TAHUN 2019"),
    ("NOMOR 5 TAHUN 2O16", "5 TAHUN 2016"),
    ("N0MOR : 188.45/12/DS/2026", "188.45/12/DS/2026"),
    ("NOMOR : 0 5 / SE/IJ/2017", "05/SE/IJ/2017"),
    ("NOMOR : 100.3.3.21681/35.09.61 I /2025", "100.3.3.21681/35.09.61 I/2025"),
    ("NOMOR :  800 / Kep.388 / BKD / 2014", "800/Kep.388/BKD/2014"),
    ("NOMOR : 188.45/12/DS/XII/2026", "188.45/12/DS/XII/2026"),
    ("NOMOR : 188.45/12/DS/XII/2O26", "188.45/12/DS/XII/2026"),
    ("NOMOR : B-123/DS/2026", "B-123/DS/2026"),
    ("NOMOR : 5/2020", "5/2020"),
    ("NOMOR : 188. 45/12/DS/2026", "188.45/12/DS/2026"),
    ("NOMOR : 188.45/12/DS/20 26", "188.45/12/DS/2026"),
    ("NOMOR 5 TAHUN 2 0 2 6", "5 TAHUN 2026"),
    ("NOMOR : DUKCAPIL.470/287.a/VI/2022", "DUKCAPIL.470/287.a/VI/2022"),
    ("NOMOR 12A TAHUN 2020", "12A TAHUN 2020"),
    ("NOMOR : 000.8.3.3/12/DS/2026", "000.8.3.3/12/DS/2026"),
]
BLANK = [
    "NOMOR : 188.45/ /HK/416-012/2019",
    "NOMOR : 188.45/...../HK/2019",
    "NOMOR : 188.45/…/HK/2019",
    "NOMOR : 188.45/____/HK/2019",
    "NOMOR : 188.45/-/HK/2019",
    "NOMOR : 188.45/ --- /HK/2019",
    "NOMOR : ./SOP/DS/2023",
    "NOMOR : /SOP/DS/2023",
    "NOMOR :      /12/DS/2023",
    "NOMOR : ............",
    "NOMOR :.TAHUN.",
    "NOMOR     TAHUN 2026",
    "NOMOR .... TAHUN 2026",
    "NOMOR : 188.45/12/DS/",
    "NOMOR : 188.45/12/DS/20...",
    "NOMOR : 188.45/xxx/DS/2026",
    "NOMOR : 188.45/000/DS/2026",
    "NOMOR : 188.45/(...)/DS/2026",
    "NOMOR : 188.45/( )/DS/2026",
    "NOMOR : 188.45/??/DS/2026",
    "NOMOR : 188.45/[nomor]/DS/2026",
]
OTHERS = [
    (
        "LAPORAN PERJALANAN DINAS\n"
        "Dasar : Surat Perintah Tugas\n"
        "Nomor : 090/12/DS/2026 tanggal 3 Mei 2026\n",
        None,
    ),
    (
        "LAPORAN KEGIATAN\n"
        "Berdasarkan Surat Tugas Kepala Dinas\n"
        "Nomor 800/12/DS/2026\n"
        "kami melaporkan\n",
        None,
    ),
    (
        "NOTULEN RAPAT\n"
        "Menindaklanjuti surat Inspektorat\n"
        "Nomor : 700/12/INS/2026 tanggal 3 Mei 2026 perihal LHP\n",
        None,
    ),
    (
        "Surat Tugas\n"
        "Nomor : 090/12/DS/2026\n"
        "Dasar : Peraturan Bupati Nomor 5 Tahun 2020\n",
        "090/12/DS/2026",
    ),
    (
        "KEPUTUSAN KEPALA DINAS\n"
        "NOMOR :\n"
        "TENTANG\n"
        "TIM\n"
        "Mengingat : 1. Undang-Undang\n"
        "Nomor 5 Tahun 2014 tentang ASN;\n",
        None,
    ),
    (
        "LAMPIRAN KEPUTUSAN KEPALA DINAS SOSIAL\n"
        "NOMOR : 188/1/DS/2026\n"
        "TANGGAL : 9 Februari 2026\n",
        "188/1/DS/2026",
    ),
    (
        "MAKLUMAT PELAYANAN\n"
        "BERDASARKAN UNDANG-UNDANG NOMOR 25 TAHUN 2009\n"
        "KAMI SANGGUP\n",
        None,
    ),
    (
        "STANDAR PELAYANAN\n"
        "1. Undang-Undang Nomor 25 Tahun 2009\n"
        "2. Peraturan Bupati Nomor 3 Tahun 2020\n",
        None,
    ),
    (
        "LAPORAN\n"
        "Nomor Telepon : 0812/3456\n"
        "Nomor Rekening : 12/34\n"
        "No. HP : 0812\n",
        None,
    ),
    (
        "SURAT EDARAN\n"
        "Nomor\n"
        ": 065/12/DS/2026\n",
        "065/12/DS/2026",
    ),
    (
        "PERUBAHAN ATAS KEPUTUSAN KEPALA DINAS SOSIAL NOMOR 188/1/DS/2025\n"
        "NOMOR : 188/2/DS/2026\n",
        "188/2/DS/2026",
    ),
    (
        "KEPUTUSAN KEPALA DINAS SOSIAL\n"
        "NOMOR 188/2/DS/2026\n"
        "TENTANG\n"
        "PERUBAHAN ATAS KEPUTUSAN KEPALA DINAS SOSIAL NOMOR 188/1/DS/2025\n",
        "188/2/DS/2026",
    ),
    (
        "KEPUTUSAN KEPALA DINAS SOSIAL\n"
        "TENTANG\n"
        "PERUBAHAN ATAS KEPUTUSAN KEPALA DINAS SOSIAL\n"
        "NOMOR 188/1/DS/2025 TENTANG TIM\n"
        "Menimbang : a\n",
        None,
    ),
    (
        "LAPORAN EVALUASI\n"
        "Sesuai dengan Surat Kepala Dinas Nomor : 800/1/2026 tanggal 2 Mei\n",
        None,
    ),
    (
        "UNDANGAN\n"
        "Tirta, 3 Mei 2026\n"
        "Nomor : 005/1/DS/2026\n"
        "Lampiran : -\n"
        "Hal : Undangan\n"
        "Menunjuk surat Sekretaris Daerah Nomor 005/99/SETDA/2026\n",
        "005/1/DS/2026",
    ),
]


def facts(text: str) -> Facts:
    found = facts_of(Document(File("berkas.pdf", 1, "0" * 64, "pdf"), (Page(1, text, ReadAs.TEXT),)), {})
    assert not found.number or holds(text, found.number.place.quote)
    return found


def decree(line: str) -> Facts:
    return facts(f"KEPUTUSAN KEPALA DINAS SOSIAL\n{line}\nTENTANG\nKOMPENSASI\nMenimbang : bahwa;\n")


@pytest.mark.parametrize(("line", "number"), WRITTEN)
def test_a_number_is_read_as_it_is_meant(line: str, number: str) -> None:
    found = decree(line)
    assert found.number and found.number.value == number
    assert not [finding for finding in found.findings if finding.level is not Level.NOTE]


@pytest.mark.parametrize("line", BLANK)
def test_what_was_never_filled_in_is_no_number(line: str) -> None:
    found = decree(line)
    assert found.number is None
    assert [finding.code for finding in found.findings] == ["EC202"]


def test_a_label_with_nothing_behind_it_is_told_apart() -> None:
    assert [finding.code for finding in decree("NOMOR :").findings] == ["EC203"]


@pytest.mark.parametrize(("text", "number"), OTHERS)
def test_the_number_of_another_paper_is_never_taken(text: str, number: str | None) -> None:
    found = facts(text).number
    assert (found.value if found else None) == number
