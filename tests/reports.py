"""What the reports in office formats hold, as plain text that can be compared and searched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from readiness import sample

from evidence_check.model.asked import Signatory
from evidence_check.model.files import Content
from evidence_check.model.outcome import Readiness

FORMULAS = (
    "=cmd|'/C calc'!A0", "+1+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =HYPERLINK(\"http://x\")", "＝1", "_x202E_a",
    "{{gaps}}",
)  # fmt: skip


def signed() -> Readiness:
    """Return the sample of an office that says what stands on its letters and who signs them."""
    base = sample()
    lines = ("PEMERINTAH KABUPATEN TIRTA KENCANA", "DINAS SOSIAL", "Jalan Melati Nomor 1, Tirta Kencana")
    signatory = Signatory("Wening Prasasti", "Kepala Dinas Sosial", "Pembina", "197001011995032001", "Tirta Kencana")
    return replace(base, office=replace(base.office, letterhead=lines, signatory=signatory))


def parts(data: bytes) -> dict[str, str]:
    """Return the XML of every part of an office file, and make sure that none carries a time of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def book_of(data: bytes) -> Any:
    """Return a workbook as openpyxl reads it."""
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data))


def cells(data: bytes) -> Iterator[Any]:
    """Yield every cell of a workbook that says something."""
    for sheet in book_of(data):
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def told_by_workbook(data: bytes) -> str:
    """Return every cell of a workbook with its place, and where it leads."""
    lines = []
    for cell in cells(data):
        link = f" -> {cell.hyperlink.target}" if cell.hyperlink else ""
        lines.append(f"{cell.parent.title}!{cell.coordinate}: {cell.value!r}{link}")
    return "\n".join(lines) + "\n"


def document_of(data: bytes) -> Any:
    """Return a Word document as python-docx reads it."""
    from docx import Document

    return Document(io.BytesIO(data))


def told_by_document(data: bytes) -> str:
    """Return the paragraphs and rows of a Word document in their order."""
    from docx.table import Table

    lines = []
    for block in document_of(data).iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return "\n".join(lines) + "\n"


def many(files: int, times: int) -> Readiness:
    """Return the sample with so many files and as many times its requirements."""
    base = signed()
    evidence = tuple(
        replace(each, document=replace(each.document, file=replace(each.document.file, path=f"{n:03} {path}")))
        for n in range(files // len(base.evidence) + 1)
        for each in base.evidence
        for path in [each.document.file.path]
    )
    contents = tuple(Content(file, ()) for file in dict.fromkeys(each.document.file for each in evidence))
    verdicts = tuple(
        replace(each, requirement=replace(each.requirement, id=f"{each.requirement.id}.{n}"))
        for n in range(times)
        for each in base.verdicts
    )
    return replace(base, evidence=evidence, contents=contents, verdicts=verdicts)
