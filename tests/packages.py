"""Packages made by hand, and ways to spoil them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from evidence_check.package.archive import Archive

MEMBERS = (("00 Indeks.html", b"<!doctype html>"), ("01 IN-01 Dasar/01 SK.pdf", b"%PDF-1.4 isi yang tetap"),
           ("01 IN-01 Dasar/02 kosong.txt", b""))  # fmt: skip


def package(members: Iterable[tuple[str, bytes]] = MEMBERS) -> bytes:
    """Return a package of some members with its list."""
    stream = io.BytesIO()
    archive = Archive(stream)
    for name, data in members:
        archive.add(name, data, "evidence")
    archive.finished({"office": "Dinas Sosial"})
    return stream.getvalue()


def rezipped(data: bytes, squeeze: int = zipfile.ZIP_DEFLATED, **changed: bytes | None) -> bytes:
    """Return the same members in a ZIP of another program; `changed` by the last word of a name, None leaves it out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", squeeze) as new:
        for name in old.namelist():
            key = name.rsplit("/", 1)[-1].rsplit(" ", 1)[-1].split(".")[0]
            content = changed.get(key, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def pdf_of(*pages: Iterable[str], path: Path | None = None) -> bytes:
    """Return a PDF with some lines on each page, and keep it where a path is given."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 18 * number, line)
        canvas.showPage()
    canvas.save()
    if path:
        path.write_bytes(stream.getvalue())
    return stream.getvalue()
