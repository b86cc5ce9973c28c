"""What lacks inside a paper, as an inspector sees it: from made-up contents to verdicts, with the shipped catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from papers import file_of, requirement_of

from evidence_check import library
from evidence_check.casebook import office_of_cases
from evidence_check.matching.candidates import matches_of
from evidence_check.messages.catalog import load
from evidence_check.model.files import Content, Level, Page, ReadAs, Table
from evidence_check.model.outcome import Status, Verdict
from evidence_check.pipeline import examined
from evidence_check.verdicts.judging import verdict_of

CATALOGUE = library.catalogue()
OFFICE = office_of_cases(2026)
NAMED = "DINAS SOSIAL KABUPATEN TIRTA KENCANA\n"
SIGNED = "Tirta Kencana, 9 Februari 2026\nKEPALA DINAS SOSIAL\nttd\nRAKA PRASETYA, S.Sos.\nNIP. 19700817 199503 1 004\n"


def paper(
    *texts: str, path: str = "a.pdf", read_as: ReadAs = ReadAs.TEXT, table: Sequence[Sequence[str]] = ()
) -> Content:
    tables = (Table(tuple(map(tuple, table)), heads=tuple(table[0]), body_at=1),) if table else ()
    pages = [Page(number, text, read_as, 0.9, tables if number == 1 else ()) for number, text in enumerate(texts, 1)]
    return Content(file_of(path), tuple(pages))


def verdict(*papers: Content, **asks: object) -> Verdict:
    asked = requirement_of(**asks)
    evidence = tuple(examined(papers, CATALOGUE))
    matches = matches_of(asked, evidence, CATALOGUE, OFFICE, 2026)
    return verdict_of(asked, matches, (), (), CATALOGUE, OFFICE, 2026)


def told(result: Verdict, code: str) -> dict[str, str]:
    return next((dict(each.params) for each in result.findings if each.code == code), {})


STATEMENTS = (
    "menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan,",
    "sesuai kewajiban dan melakukan perbaikan secara terus menerus,",
    "serta siap menerima sanksi dan memberikan kompensasi apabila tidak menepatinya.",
)


@pytest.mark.parametrize(
    ("said", "read_as", "status", "lacks"),
    [
        ((0, 1, 2), ReadAs.TEXT, Status.MET, ""),
        ((0, 2), ReadAs.TEXT, Status.UNSURE, "memperbaiki diri terus menerus"),
        ((1, 2), ReadAs.TEXT, Status.UNSURE, "sanggup melayani sesuai standar pelayanan"),
        ((2,), ReadAs.TEXT, Status.PARTIAL, "sanggup melayani sesuai standar pelayanan"),
        ((2,), ReadAs.OCR, Status.UNSURE, "sanggup melayani sesuai standar pelayanan"),
        ((), ReadAs.TEXT, Status.DEFECTIVE, "siap menerima sanksi"),
    ],
)
def test_a_maklumat_makes_three_statements(
    said: tuple[int, ...], read_as: ReadAs, status: Status, lacks: str
) -> None:
    promise = "\n".join(STATEMENTS[at] for at in said) + "\nApabila kami tidak menepati janji ini, terus ingatkan kami."
    result = verdict(paper(f"MAKLUMAT PELAYANAN\n{NAMED}Dengan ini kami\n{promise}\n{SIGNED}", read_as=read_as),
                     any_of=("maklumat",))  # fmt: skip
    assert result.status is status
    assert lacks in told(result, "EC236").get("elements", "")


HEAD = (f"{NAMED}KEPUTUSAN KEPALA DINAS SOSIAL\nKABUPATEN TIRTA KENCANA\nNOMOR : 188.45/12/432.1/2026\nTENTANG\n"
        "TIM PENGELOLA PENGADUAN\nMenimbang : a. bahwa perlu ditetapkan keputusan;\n"
        "Mengingat : Undang-Undang Nomor 25 Tahun 2009;\n")  # fmt: skip
DECISION = ("MEMUTUSKAN:\nMenetapkan :\n"
            "KESATU : Membentuk tim pengelola pengaduan sebagaimana tercantum dalam lampiran.\n"
            "Ditetapkan di Tirta Kencana\npada tanggal 9 Februari 2026\nKEPALA DINAS SOSIAL,\nttd\nRAKA PRASETYA\n"
            "NIP. 19700817 199503 1 004\n")  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "status", "code"),
    [
        ((HEAD + DECISION, "LAMPIRAN KEPUTUSAN KEPALA DINAS\nSUSUNAN TIM\n1. Ketua\n2. Anggota"), Status.MET, ""),
        ((HEAD + DECISION,), Status.UNSURE, "EC237"),
        ((HEAD + DECISION.replace(" sebagaimana tercantum dalam lampiran", ""),), Status.MET, ""),
        ((HEAD,), Status.DEFECTIVE, "EC236"),
    ],
)
def test_a_decree_has_its_decision_and_the_annex_it_announces(
    pages: tuple[str, ...], status: Status, code: str
) -> None:
    result = verdict(paper(*pages), any_of=("sk_pengaduan",))
    codes = {each.code for each in result.findings}
    assert (result.status, codes & {"EC236", "EC237"}) == (status, {code} if code else set())


ELEMENTS = [element.name for element in CATALOGUE["laporan_skm"].holds[0].elements]
SURVEY = (f"LAPORAN SURVEI KEPUASAN MASYARAKAT\nSEMESTER I TAHUN 2026\n{NAMED}BAB I PENDAHULUAN\n"
          "Jumlah responden: 120 orang dari unit pelayanan, nilai rata-rata tiap unsur pelayanan\n"
          + "\n".join(f"{number}. {name} 3,40" for number, name in enumerate(ELEMENTS, 1))
          + "\nNilai IKM 85,00 mutu pelayanan B (Baik)\nRencana tindak lanjut: menambah kursi\n")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status", "lacks"),
    [
        (SURVEY, Status.MET, ""),
        (SURVEY.replace("7. Perilaku pelaksana 3,40\n", ""), Status.UNSURE, "Perilaku pelaksana"),
        (SURVEY.replace("Rencana tindak lanjut", "Kesimpulan"), Status.UNSURE, "rencana tindak lanjut"),
        (SURVEY.replace("responden: 120 orang", "responden: .... orang"), Status.UNSURE, "jumlah responden"),
        (SURVEY.replace("85,00 mutu pelayanan B (Baik)", "belum dihitung"), Status.UNSURE, "nilai IKM/SKM; mutu"),
    ],
)
def test_a_survey_report_has_its_elements_and_results(text: str, status: Status, lacks: str) -> None:
    result = verdict(paper(text))
    assert result.status is status
    assert lacks in told(result, "EC236").get("elements", "")


def test_a_survey_by_the_old_method_is_in_doubt() -> None:
    old = ("Kejelasan petugas", "Kedisiplinan petugas", "Tanggung jawab petugas", "Keadilan mendapatkan pelayanan",
           "Kewajaran biaya", "Kepastian biaya", "Kepastian jadwal", "Kenyamanan lingkungan", "Keamanan pelayanan")
    text = SURVEY + "".join(f"{number}. {name} 3,2\n" for number, name in enumerate(old, 6))
    result = verdict(paper(text))
    assert result.status is Status.UNSURE and told(result, "EC241")["found"] == "9"


def test_cover_and_inside_must_name_the_same_half_year() -> None:
    inside = "Survei Kepuasan Masyarakat Semester I Tahun 2026 dilaksanakan di loket.\n"
    result = verdict(paper(SURVEY.replace("SEMESTER I ", "SEMESTER II "), inside))
    assert result.status is Status.UNSURE and told(result, "EC207")["inside"] == "2026-01/2026-06"


ROWS = [["No", "Tanggal", "Uraian Kegiatan", "Volume", "Satuan"],
        ["1", "02-03-2026", "Menerima pengaduan", "3", "berkas"],
        ["2", "03-03-2026", "Menyusun jawaban", "2", "berkas"]]  # fmt: skip
MONTH = (f"{NAMED}LAPORAN KINERJA BULANAN\nBULAN MARET 2026\nNama : Bima Santika\nNIP : 19850202 201001 1 005\n"
         "Jabatan : Pengelola\nUnit Kerja : Sekretariat\nMengetahui, atasan langsung\n")  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "status", "code"),
    [
        (ROWS, Status.MET, ""),
        ([*ROWS, ["3", "02-05-2026", "Rapat", "1", "kali"]], Status.UNSURE, "EC239"),
        (ROWS[:1], Status.DEFECTIVE, "EC238"),
        ([*ROWS[:1], ["1", "", "", "", ""], ["2", "....", ".....", "", ""]], Status.DEFECTIVE, "EC238"),
    ],
)
def test_a_monthly_report_has_rows_of_its_month(rows: list[list[str]], status: Status, code: str) -> None:
    text = MONTH + "\n".join(" ".join(row) for row in rows)
    result = verdict(paper(text, table=rows), any_of=("laporan_kinerja_bulanan",))
    assert result.status is status
    assert not code or told(result, code) or code in {each.code for each in result.findings}


BLANK = [["1", "", "", "..."], ["2", "", "", ""]]


@pytest.mark.parametrize(
    ("rows", "status"),
    [(BLANK, Status.UNSURE), ([*BLANK, ["3", "Pelatihan petugas", "Musrenbang", "diterima"]], Status.MET)],
)
def test_an_empty_table_is_in_doubt_whatever_the_type(rows: list[list[str]], status: Status) -> None:
    table = [["No", "Usulan", "Asal Usulan", "Tindak Lanjut"], *rows]
    text = f"DAFTAR USULAN PROGRAM\n{NAMED}TAHUN 2026\n" + "\n".join(" ".join(row) for row in table)
    result = verdict(paper(text, table=table), any_of=("usulan_program",))
    assert result.status is status
    assert ("EC238" in {each.code for each in result.findings}) is (status is Status.UNSURE)


def contacts(product: str, numbers: Sequence[str], path: str) -> Content:
    rows = [["No", "Nama", "Nomor HP", "Jenis Layanan"]]
    rows += [[str(at), f"Warga {'ABCDEFGHIJKLMNOPQRST'[at]}", number, product] for at, number in enumerate(numbers)]
    text = f"DAFTAR KONTAK PENGGUNA LAYANAN\n{NAMED}PRODUK: {product.upper()}\nTAHUN 2026\n"
    return paper(text + "\n".join(" ".join(row) for row in rows), path=path, table=rows)


FIFTEEN = [f"0812-3456-70{at:02}" for at in range(15)]


@pytest.mark.parametrize(
    ("first", "second", "status", "wrong"),
    [
        (FIFTEEN, FIFTEEN, Status.MET, None),
        (FIFTEEN, FIFTEEN[:14], Status.PARTIAL, ("14", "0", "0")),
        (FIFTEEN, [*FIFTEEN[:14], FIFTEEN[0].replace("-", "")], Status.PARTIAL, ("14", "1", "0")),
        (FIFTEEN, [*FIFTEEN[:14], "0812-3456"], Status.PARTIAL, ("14", "0", "1")),
    ],
)
def test_each_product_has_enough_different_numbers(
    first: list[str], second: list[str], status: Status, wrong: tuple[str, ...] | None
) -> None:
    papers = [contacts(OFFICE.products[0], first, "a.pdf"), contacts(OFFICE.products[1], second, "b.pdf")]
    result = verdict(*papers, any_of=("daftar_kontak_pengguna",), per_product=True, contacts=15)
    assert result.status is status
    if wrong:
        params = told(result, "EC335")
        assert (params["found"], params["repeated"], params["invalid"]) == wrong
        assert params["product"] == OFFICE.products[1]
    said = " ".join(load("id").finding(each) for each in result.findings)
    figures = [fact for match in result.matches for fact in match.evidence.facts.figures]
    facts = [fact for fact in figures if fact.name.startswith("contacts")]
    shown = said + " ".join(f"{fact.value} {fact.of} {fact.place.quote}" for fact in facts)
    assert facts and not re.search(r"\d{4}\W?\d{4}", shown)


def test_a_list_without_a_valid_number_is_spoilt() -> None:
    result = verdict(contacts("Layanan", ["12345", "-"], "a.pdf"), any_of=("daftar_kontak_pengguna",))
    assert result.status is Status.DEFECTIVE and any(each.code == "EC240" for each in result.findings)


BOX = ("Nomor SOP : 060/12/2026\nTanggal Pembuatan : 5 Januari 2026\nTanggal Revisi : -\n"
       "Tanggal Efektif : 9 Februari 2026\nDisahkan oleh : Kepala Dinas Sosial\nNama SOP : Pengelolaan Pengaduan\n"
       "Dasar Hukum : UU 25/2009\nKualifikasi Pelaksana : SMA\n")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (BOX + "Uraian Prosedur Pelaksana Mutu Baku\n1. Menerima", ""),
        (BOX, "tabel kegiatan dengan mutu baku"),
        ("Nomor SOP : 060/12/2026\nUraian Prosedur Pelaksana Mutu Baku\n1. Menerima", "disahkan oleh"),
    ],
)
def test_an_sop_has_its_box_and_its_steps(text: str, lacks: str) -> None:
    content = paper(f"{NAMED}STANDAR OPERASIONAL PROSEDUR PENGADUAN\n{text}\n{SIGNED}")
    result = verdict(content, any_of=("sop_pengaduan",))
    finding = next((each for each in result.findings if each.code == "EC236"), None)
    assert (finding is None) is (not lacks)
    assert finding is None or (finding.level is Level.DOUBT and lacks in dict(finding.params)["elements"])
