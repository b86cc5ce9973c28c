"""Bombs, through the workers the program uses: each ends with its reason, within its time and its memory."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import bombs
import pdf_bombs
import pytest

from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.pipeline import contents_of

SECONDS = 120.0
MEMORY = 1 << 30
NEEDS_A_LIMIT = pytest.mark.skipif(sys.platform == "win32", reason="memory of a process is not limited here")

Made = Callable[[Path], None]
Outcomes = dict[str, str | set[str]]


def outcomes(path: Path, memory: int = MEMORY, settings: ReadSettings | None = None) -> Outcomes:
    """Return what became of a file and what it holds: the codes found in what was read, or why it was not."""
    chosen = settings or ReadSettings(ocr=False)
    contents, unreadable = contents_of([path], chosen, Processes(2, memory), SECONDS)
    found: Outcomes = {each.file.path: {finding.code for finding in each.findings} for each in contents}
    return {**found, **{each.file.path: each.reason.code for each in unreadable}}


REFUSED: dict[str, tuple[Made, str]] = {
    "tawa.docx": (bombs.docx_bomb(bombs.LAUGH), "EC102"),
    "kuadrat.docx": (bombs.docx_bomb(bombs.QUADRATIC), "EC102"),
    "luar.docx": (bombs.docx_bomb(bombs.OUTSIDE), "EC102"),
    "tawa.odt": (bombs.odt_bomb(bombs.LAUGH), "EC102"),
    "kuadrat.odt": (bombs.odt_bomb(bombs.QUADRATIC), "EC102"),
    "luar.odt": (bombs.odt_bomb(bombs.OUTSIDE), "EC102"),
    "tawa.xlsx": (bombs.xlsx_bomb(bombs.LAUGH), "EC102"),
    "kuadrat.xlsx": (bombs.xlsx_bomb(bombs.QUADRATIC), "EC102"),
    "luar.xlsx": (bombs.xlsx_bomb(bombs.OUTSIDE), "EC102"),
    "dalam.docx": (bombs.deep_docx, "EC102"),
    "kembung.docx": (bombs.inflated_docx, "EC104"),
    "jauh.xlsx": (bombs.far_workbook, "EC104"),
    "petik.xlsx": (bombs.lettered_workbook, "EC104"),
    "tanpa-nama.xlsx": (bombs.unnamed_workbook, "EC104"),
    "ulang.ods": (bombs.repeating_sheet, "EC102"),
    "luas.png": (bombs.png(50_000, 50_000), "EC104"),
    "catatan.png": (bombs.talkative_png, "EC102"),
    "luas.tif": (bombs.vast_tiff, "EC104"),
    "kedua.tif": (bombs.tall_tiff, "EC104"),
    "sarang.eml": (bombs.nested_mail, "EC102"),
    "surel.eml": (bombs.mail_in_mail, "EC102"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bomb_is_refused_for_its_reason(name: str, tmp_path: Path) -> None:
    make, code = REFUSED[name]
    make(tmp_path / name)
    ocr = name.endswith((".png", ".tif"))
    assert outcomes(tmp_path / name, settings=ReadSettings(ocr=ocr)) == {name: code}


READ: dict[str, tuple[Made, set[str]]] = {
    "kendali.docx": (bombs.deep_controls, set()),
    "mengaku.xlsx": (bombs.claimed_workbook, set()),
    "kata.xlsx": (bombs.wordy_workbook, set()),
    "panjang.tif": (bombs.long_tiff, {"EC117"}),
    "putar.tif": (bombs.looping_tiff, set()),
    "gerak.png": (bombs.moving_png, {"EC117"}),
    "gerak.webp": (bombs.moving_webp, {"EC117"}),
    "dalam.rtf": (bombs.deep_rtf, {"EC102"}),
    "tabel.rtf": (bombs.endless_table, set()),
    "dalam.html": (bombs.deep_html, set()),
    "lebar.html": (bombs.wide_html, set()),
    "lebar.csv": (bombs.wide_csv, set()),
    "ramai.pdf": (pdf_bombs.crowded, {"EC117"}),
    "mengaku.pdf": (pdf_bombs.claiming, set()),
    "putar.pdf": (pdf_bombs.looping, set()),
    "pohon.pdf": (pdf_bombs.deep_tree, set()),
    "kurung.pdf": (pdf_bombs.deep_brackets, set()),
    "kata.pdf": (pdf_bombs.wordy, set()),
}


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_like_a_bomb_is_read_within_its_limits(name: str, tmp_path: Path) -> None:
    make, codes = READ[name]
    make(tmp_path / name)
    assert outcomes(tmp_path / name) == {name: codes}


PAGES: dict[str, Made] = {"raksasa.pdf": pdf_bombs.gigantic, "tipis.pdf": pdf_bombs.thin}


@pytest.mark.parametrize("name", PAGES)
def test_page_of_absurd_size_is_drawn_small(name: str, tmp_path: Path) -> None:
    PAGES[name](tmp_path / name)
    assert outcomes(tmp_path / name, settings=ReadSettings()) == {name: {"EC113"}}


SWELLING: dict[str, Made] = {
    "kembung.pdf": pdf_bombs.inflating,
    "lipat.pdf": pdf_bombs.doubling,
    "diri.pdf": pdf_bombs.drawing_itself,
    "ulang.xlsx": bombs.repeating_workbook,
    "jauh.docx": bombs.far_docx,
}


@NEEDS_A_LIMIT
@pytest.mark.parametrize("name", SWELLING)
def test_what_swells_costs_only_itself(name: str, tmp_path: Path) -> None:
    SWELLING[name](tmp_path / name)
    (tmp_path / "surat.txt").write_text("Keputusan Kepala Dinas")
    paths = [tmp_path / name, tmp_path / "surat.txt"]
    contents, unreadable = contents_of(paths, ReadSettings(ocr=False), Processes(1, 1 << 29), SECONDS)
    assert [each.file.path for each in contents] == ["surat.txt"]
    assert [each.reason.code for each in unreadable] == ["EC110"]


def test_archive_bombs_are_refused_by_what_they_inflate_to(tmp_path: Path) -> None:
    bombs.flat_zip(tmp_path / "datar.zip")
    assert outcomes(tmp_path / "datar.zip") == {"datar.zip": "EC121"}
    bombs.wide_zip(tmp_path / "tumpuk.zip")
    assert outcomes(tmp_path / "tumpuk.zip")["tumpuk.zip"] == "EC121"


def test_archives_without_end_are_opened_to_the_second_depth(tmp_path: Path) -> None:
    bombs.nested_zip(tmp_path / "sarang.zip")
    assert outcomes(tmp_path / "sarang.zip") == {
        "sarang.zip/› 39.txt": set(),
        "sarang.zip/› 39.zip/› 38.txt": set(),
        "sarang.zip/› 39.zip/› 38.zip": "EC116",
    }


@pytest.mark.parametrize(("name", "make"), [("kawanan.zip", bombs.swarm_zip), ("padat.eml", bombs.crowded_mail)])
def test_of_a_swarm_only_the_first_are_read(name: str, make: Made, tmp_path: Path) -> None:
    make(tmp_path / name)
    found = outcomes(tmp_path / name, settings=ReadSettings(ocr=False, max_members=20))
    assert sum(f"{name}/› " in path for path in found) == 20
    assert found[name] == "EC120"
