"""LibreOffice opens the office formats and prints them: A4, whole, with the head of a table on every page."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import reports
from readiness import CHECKED_AT, NAMES, VERDICTS

from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Readiness
from evidence_check.report.context import Context, report_for

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
A4 = (595, 842)
PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
TIMES = 8


def long_readiness() -> Readiness:
    """Return the sample with its requirements several times over, so that its tables take several pages."""
    base = reports.signed()
    verdicts = tuple(
        replace(each, requirement=replace(each.requirement, id=f"{each.requirement.id}.{number}"))
        for number in range(TIMES)
        for each in VERDICTS
    )
    asked = tuple(verdict.requirement for verdict in verdicts)
    return replace(base, verdicts=verdicts, checklist=replace(base.checklist, requirements=asked))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with both reports and what LibreOffice made of them."""
    if PROGRAM is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("printed")
    for suffix in ("xlsx", "docx"):
        (folder / f"{suffix}.{suffix}").write_bytes(report_for(suffix)(long_readiness(), CONTEXT))
    made = subprocess.run(
        [PROGRAM, "--headless", f"-env:UserInstallation={(folder / 'user').as_uri()}", "--convert-to", "pdf",
         "--outdir", str(folder), str(folder / "xlsx.xlsx"), str(folder / "docx.docx")],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    return folder


def pages_of(path: Path) -> list[tuple[tuple[int, int], str, float]]:
    """Return of every page its size in points, its words, and how much of it is not white."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        shown = page.render(scale=0.5).to_pil().convert("L")
        dark = sum(shown.histogram()[:200]) / (shown.width * shown.height)
        size = (round(page.get_width()), round(page.get_height()))
        pages.append((size, page.get_textpage().get_text_range(), dark))
    document.close()
    return pages


def test_the_report_is_printed_on_a4_with_the_head_of_its_table_on_every_page(printed: Path) -> None:
    pages = pages_of(printed / "docx.pdf")
    assert {size for size, _, _ in pages} == {A4}
    assert all(f"Halaman {number} dari {len(pages)}" in text for number, (_, text, _) in enumerate(pages, 1))
    heads = [text for _, text, _ in pages if "Butir" in text and "Yang ditemukan" in text]
    assert len(heads) >= 2
    assert "Wening Prasasti" in pages[-1][1] and "Kepala Dinas Sosial" in pages[-1][1]
    assert all(0.002 < dark < 0.6 for _, _, dark in pages)


def test_the_workbook_is_printed_on_a4_across_with_its_head_on_every_page(printed: Path) -> None:
    pages = pages_of(printed / "xlsx.pdf")
    assert {size for size, _, _ in pages} == {(A4[1], A4[0])}
    working = [text for _, text, _ in pages if "Langkah berikutnya" in text and "Permintaan" in text]
    assert len(working) >= 2, "the head of the working paper is on each of its pages"
    assert "✔ Terpenuhi" in working[0] and all("Dinas Sosial" in text for text in working)
    assert all(0.002 < dark < 0.6 for _, _, dark in pages)
