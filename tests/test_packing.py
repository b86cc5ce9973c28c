"""Evidence is copied, cut out of bundles, taken out of archives and marked; the originals stay as they are."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from packages import pdf_of
from readiness import NIP_RETNO, asked, match_of, sample, tally_of

from evidence_check import folder
from evidence_check.errors import ReportError
from evidence_check.executors.serial import Serial
from evidence_check.extract.opening import open_up
from evidence_check.extract.settings import ReadSettings
from evidence_check.messages.catalog import load
from evidence_check.model.facts import Evidence, Facts, Kind
from evidence_check.model.files import Content, Document, File, Finding, Level, Page, ReadAs, params
from evidence_check.model.outcome import Readiness, Status, Verdict
from evidence_check.package import cutting, marking
from evidence_check.package.manifest import read
from evidence_check.packing import Means, Order, Packed, pack

MEANS = Means(ReadSettings(), Serial(), 60.0)
DAY = "2026-11-26"
BUNDLE = "02 Proses/bundel.pdf"
SKP = f"02 Proses/SKP {NIP_RETNO}.pdf"
QUOTE = "SASARAN KINERJA PEGAWAI Retno"
PAGES = (["KEPUTUSAN KEPALA DINAS", "tentang Standar Pelayanan"], ["Lampiran"], ["SASARAN KINERJA", "PEGAWAI Retno"])


def evidence(file: File, first: int, last: int, **marks: object) -> Evidence:
    kind = Kind("skp", 0.9)
    pages = tuple(Page(number, "", ReadAs.TEXT) for number in range(first, last + 1))
    return Evidence(Document(file, pages, params(**marks)), Facts(kinds=(kind,), kind=kind))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a bundle, a file of one paper, and an archive in an archive."""
    place = tmp_path / "kantor"
    (place / "02 Proses").mkdir(parents=True)
    pdf_of(*PAGES, path=place / BUNDLE)
    pdf_of(*PAGES[2:], path=place / SKP)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("../../SK\u202eTim.txt", "isi surat")
    with zipfile.ZipFile(place / "luar.zip", "w") as archive:
        archive.writestr("dalam.zip", inner.getvalue())
    return place


def files(root: Path, spool: Path) -> dict[str, File]:
    """Return the files of the folder, and those in its archives, by their path."""
    found = {file.path: (folder.real_path(root, file.path), file) for file in folder.walk(root).files}
    for path in ("luar.zip", "luar.zip/› dalam.zip"):
        spool.mkdir(exist_ok=True)
        found.update({file.path: (str(at), file) for at, file in open_up(
            Path(found[path][0]), found[path][1], ReadSettings(), spool).files})  # fmt: skip
    return {path: file for path, (_, file) in found.items()}


def readiness_of(root: Path, *verdicts: Verdict, papers: tuple[Evidence, ...]) -> Readiness:
    base = sample()
    asked_for = tuple(each.requirement for each in verdicts)
    return replace(
        base,
        checklist=replace(base.checklist, requirements=asked_for),
        verdicts=verdicts,
        tally=tally_of(verdicts),
        contents=tuple(Content(each.document.file, ()) for each in papers),
        evidence=papers,
        unreadable=(),
        unasked=(),
    )


@pytest.fixture
def readiness(root: Path, tmp_path: Path) -> Readiness:
    """Return verdicts that rest on each sort of file, one of them in doubt, one on nothing."""
    found = files(root, tmp_path / "spool")
    (letter,) = (file for path, file in found.items() if path.endswith("Tim.txt"))
    decree, skp = evidence(found[BUNDLE], 1, 2), evidence(found[BUNDLE], 3, 3)
    whole, inside = evidence(found[SKP], 1, 1), evidence(letter, 1, 1)
    doubt = Finding("EC305", Level.DOUBT)
    wrong = Finding("EC209", Level.ERROR, params(found="2024", expected="2026"))
    quote = match_of("PR-08.1", skp, QUOTE)
    return readiness_of(
        root,
        Verdict(asked("PR-01.1", "SK standar"), Status.MET, (match_of("PR-01.1", decree, "tidak ada di teks"),)),
        Verdict(asked("PR-08.1", "SKP"), Status.PARTIAL, (quote, match_of("PR-08.1", whole, QUOTE))),
        Verdict(asked("PR-08.2", "SKP lagi"), Status.UNSURE, (), (
            match_of("PR-08.2", inside, "isi", doubt), match_of("PR-08.2", decree, "x", wrong))),
        Verdict(asked("PR-12.1", "Maklumat"), Status.MISSING),
        papers=(decree, skp, whole, inside),
    )  # fmt: skip


def packed(
    readiness: Readiness, root: Path, order: Order | None = None, identities: bool = False
) -> tuple[Packed, bytes, zipfile.ZipFile]:
    stream = io.BytesIO()
    words = load("id").showing(identities)
    result = pack(readiness, root, stream, [("laporan.json", b"{}")], words, order or Order(DAY), MEANS)
    return result, stream.getvalue(), zipfile.ZipFile(stream)


def texts(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_papers_lie_in_numbered_folders_with_a_cover_each(readiness: Readiness, root: Path) -> None:
    result, _, archive = packed(readiness, root)
    assert archive.namelist() == [
        "00 Indeks.html",
        "00 Indeks.pdf",
        "00 Laporan/laporan.json",
        "01 PR-01 Ketersediaan dasar hukum/00 Sampul.pdf",
        "01 PR-01 Ketersediaan dasar hukum/01 bundel hlm 1-2.pdf",
        "02 PR-08 Informasi kompetensi pelaksana/00 Sampul.pdf",
        "02 PR-08 Informasi kompetensi pelaksana/01 bundel hlm 3.pdf",
        "02 PR-08 Informasi kompetensi pelaksana/02 SKP 1980xxxxxxxxxxxx03.pdf",
        "02 PR-08 Informasi kompetensi pelaksana/03 TINJAU SK Tim.txt",
        "03 PR-12 Jaminan pelayanan/00 Sampul.pdf",
        "manifest.json",
    ]
    assert (result.folders, result.papers, result.uncut) == (3, 4, ())
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pages_are_cut_and_other_files_copied_whole(readiness: Readiness, root: Path) -> None:
    _, _, archive = packed(readiness, root)
    names = archive.namelist()
    assert texts(archive.read(names[4])) == ["KEPUTUSAN KEPALA DINAS tentang Standar Pelayanan", "Lampiran"]
    assert texts(archive.read(names[6])) == ["SASARAN KINERJA PEGAWAI Retno"]
    assert archive.read(names[7]) == (root / SKP).read_bytes()
    assert archive.read(names[8]) == b"isi surat"


def test_the_list_tells_each_member_its_source_and_what_it_serves(readiness: Readiness, root: Path) -> None:
    result, _, archive = packed(readiness, root)
    data = archive.read("manifest.json")
    told = json.loads(data)
    assert result.fingerprint == hashlib.sha256(data).hexdigest() and len(read(data).entries) == 10
    assert (told["office"], told["date"]) == ("Dinas Sosial", DAY)
    members = {each["path"]: each for each in told["members"]}
    assert set(members) == set(archive.namelist()) - {"manifest.json"}
    for name, each in members.items():
        assert each["sha256"] == hashlib.sha256(archive.read(name)).hexdigest()
    cut = members["01 PR-01 Ketersediaan dasar hukum/01 bundel hlm 1-2.pdf"]
    whole = (root / BUNDLE).read_bytes()
    assert cut["source"] == {"path": BUNDLE, "size": len(whole), "sha256": hashlib.sha256(whole).hexdigest(),
                             "pages": [1, 2], "cut": True}  # fmt: skip
    assert cut["serves"] == [{"requirement": "PR-01.1", "sure": True}]
    (unsure,) = (each for each in told["members"] if "TINJAU" in each["path"])
    assert unsure["serves"] == [{"requirement": "PR-08.2", "sure": False}] and unsure["source"]["cut"] is False


def test_the_same_input_gives_the_same_bytes_and_the_folder_stays(readiness: Readiness, root: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in root.rglob("*") if path.is_file()}
    order = Order(DAY, marked=True)
    assert packed(readiness, root, order)[1] == packed(readiness, root, order)[1]
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in root.rglob("*") if path.is_file()}


def test_what_is_in_doubt_can_be_left_out(readiness: Readiness, root: Path) -> None:
    result, _, archive = packed(readiness, root, Order(DAY, unsure=False))
    assert result.papers == 3 and not any("TINJAU" in name for name in archive.namelist())


def test_identities_are_hidden_in_what_the_program_writes_unless_wanted(readiness: Readiness, root: Path) -> None:
    for shown in (False, True):
        _, _, archive = packed(readiness, root, identities=shown)
        said = " ".join(archive.namelist())
        said += (archive.read("00 Indeks.html") + archive.read("manifest.json")).decode()
        said += " ".join(texts(archive.read("00 Indeks.pdf")))
        assert (NIP_RETNO in said) is shown


def test_a_signed_bundle_is_not_cut(readiness: Readiness, root: Path) -> None:
    signed = tuple(
        replace(each, document=replace(each.document, marks=params(signature_fields=1))) for each in readiness.evidence
    )
    verdict = Verdict(asked("PR-08.1", "SKP"), Status.MET, (match_of("PR-08.1", signed[1], QUOTE),))
    _, _, archive = packed(readiness_of(root, verdict, papers=signed), root)
    assert archive.read("01 PR-08 Informasi kompetensi pelaksana/01 bundel.pdf") == (root / BUNDLE).read_bytes()


def test_pages_that_cannot_be_cut_come_with_the_whole_file(
    readiness: Readiness, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_check.packing.cut", lambda *_: False)
    result, _, archive = packed(readiness, root)
    assert len(result.uncut) == 2 and archive.read(result.uncut[0]) == (root / BUNDLE).read_bytes()
    members = json.loads(archive.read("manifest.json"))["members"]
    assert not any(each["source"]["cut"] for each in members if "source" in each)


@pytest.mark.parametrize("path", [BUNDLE, SKP, "luar.zip"])
def test_a_file_that_changed_since_the_check_ends_it(readiness: Readiness, root: Path, path: str) -> None:
    with (root / path).open("ab") as stream:
        stream.write(b"x")
    if path.endswith(".zip"):
        # What lies in it is still the same, so the copies are true.
        packed(readiness, root)
    else:
        with pytest.raises(ReportError) as raised:
            packed(readiness, root)
        assert raised.value.code == "package_source_changed"
    (root / path).unlink()
    with pytest.raises(ReportError) as raised:
        packed(readiness, root)
    assert raised.value.code in ("package_source_gone", "package_source_changed")


# ---------------------------------------------------------------- the index and hostile names


def test_links_of_the_index_lead_to_members(readiness: Readiness, root: Path) -> None:
    import re
    from urllib.parse import unquote

    _, _, archive = packed(readiness, root)
    page = archive.read("00 Indeks.html").decode()
    links = [unquote(link.removeprefix("./")) for link in re.findall(r'href="([^"]+)"', page)]
    assert len(links) == 8 and set(links) <= set(archive.namelist())
    assert "<script" not in page and "default-src 'none'" in page


def test_hostile_texts_cannot_act_in_the_package(root: Path) -> None:
    from readiness import hostile

    readiness = hostile()
    _, _, archive = packed(replace(readiness, verdicts=tuple(
        replace(each, status=Status.MISSING, near_misses=()) for each in readiness.verdicts)), root)  # fmt: skip
    page = archive.read("00 Indeks.html").decode()
    assert "<script" not in page and "onmouseover='" not in page and "\u202e" not in page
    for name in archive.namelist():
        assert "\u202e" not in name and ".." not in name


# ---------------------------------------------------------------- marked copies


def annotations(data: bytes) -> list[list[tuple[int, str]]]:
    """Return kind and words of the annotations of each page."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    document, found = pypdfium2.PdfDocument(data), []
    for page in document:
        told = []
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            each: Any = raw.FPDFPage_GetAnnot(page, index)
            length = raw.FPDFAnnot_GetStringValue(each, b"Contents", None, 0)
            room = (ctypes.c_ushort * (length // 2))()
            raw.FPDFAnnot_GetStringValue(each, b"Contents", room, length)
            told.append((raw.FPDFAnnot_GetSubtype(each), bytes(room).decode("utf-16-le").rstrip("\0")))
            raw.FPDFPage_CloseAnnot(each)
        found.append(told)
    return found


def test_marked_copies_lie_beside_and_the_originals_stay(readiness: Readiness, root: Path) -> None:
    from pypdfium2 import raw

    result, _, archive = packed(readiness, root, Order(DAY, marked=True))
    assert (result.marked, result.unmarked) == (3, ())
    name = "02 PR-08 Informasi kompetensi pelaksana/02 SKP 1980xxxxxxxxxxxx03"
    assert archive.read(f"{name}.pdf") == (root / SKP).read_bytes()
    ((quote, stamp),) = annotations(archive.read(f"{name} SALINAN BERTANDA.pdf"))
    assert quote == (raw.FPDF_ANNOT_HIGHLIGHT, "Kutipan yang menjadi dasar PR-08.1")
    assert stamp[0] == raw.FPDF_ANNOT_STAMP
    assert stamp[1] == "SALINAN BERTANDA, bukan dokumen asli. Tanpa tanda: 02 SKP 1980xxxxxxxxxxxx03.pdf"
    first, second = annotations(archive.read(archive.namelist()[5]))
    assert [kind for kind, _ in first] == [raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_STAMP]
    assert "“tidak ada di teks”" in first[0][1] and [kind for kind, _ in second] == [raw.FPDF_ANNOT_STAMP]


def test_the_mark_lies_on_the_words(tmp_path: Path) -> None:
    import pypdfium2

    pdf_of(["atas", "PEGAWAI Retno", "bawah"], path=tmp_path / "a.pdf")
    quote = marking.Quote(0, "pegawai\n RETNO", "ini", "bukan")
    assert marking.mark(tmp_path / "a.pdf", [quote], "SALINAN", "x", tmp_path / "b.pdf")
    picture = pypdfium2.PdfDocument(tmp_path / "b.pdf")[0].render(scale=1).to_pil()
    yellow = [
        (x, y) for x in range(0, picture.width, 2) for y in range(0, picture.height, 2)
        if picture.getpixel((x, y))[2] < 80 < picture.getpixel((x, y))[1]
    ]  # fmt: skip
    assert yellow
    height = picture.height
    assert all(70 < x < 180 and height - 760 < y < height - 735 for x, y in yellow)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_stamp_stands_upright_at_the_head_of_turned_pages(turned: int, tmp_path: Path) -> None:
    import pypdfium2

    pdf_of(["isi"], path=tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    document[0].set_rotation(turned)
    document.save(tmp_path / "b.pdf")
    assert marking.mark(tmp_path / "b.pdf", [], "SALINAN BERTANDA", "x", tmp_path / "c.pdf")
    picture = pypdfium2.PdfDocument(tmp_path / "c.pdf")[0].render(scale=1).to_pil()
    red = [
        (x, y) for x in range(picture.width) for y in range(picture.height)
        if picture.getpixel((x, y))[0] > 150 and picture.getpixel((x, y))[1] < 80
    ]  # fmt: skip
    assert red and max(y for _, y in red) < 22 and max(x for x, _ in red) > 60


@pytest.mark.parametrize("data", [b"", b"bukan pdf", b"%PDF-1.7\n%%EOF"])
def test_a_damaged_pdf_is_neither_cut_nor_marked(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert not cutting.cut(tmp_path / "a.pdf", 1, 1, tmp_path / "b.pdf")
    assert not marking.mark(tmp_path / "a.pdf", [], "x", "x", tmp_path / "b.pdf")


def test_a_restricted_pdf_is_neither_cut_nor_marked(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = str(tmp_path / "a.pdf")
    canvas = Canvas(path, encrypt=StandardEncryption("", "pemilik", canModify=0))
    canvas.drawString(72, 700, "isi")
    canvas.save()
    assert not cutting.cut(Path(path), 1, 1, tmp_path / "b.pdf")
    assert not marking.mark(Path(path), [], "x", "x", tmp_path / "b.pdf")


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 4), (3, 2)])
def test_pages_that_are_not_there_are_not_cut(first: int, last: int, tmp_path: Path) -> None:
    pdf_of(*PAGES, path=tmp_path / "a.pdf")
    assert not cutting.cut(tmp_path / "a.pdf", first, last, tmp_path / "b.pdf")
