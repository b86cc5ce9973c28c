"""A PDF → the files embedded in it; a portfolio is a PDF of one page and many of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evidence_check.extract.members import Member
from evidence_check.extract.settings import ReadSettings


def members_of_pdf(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield the embedded files of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        for index in range(document.count_attachments()):
            attached = document.get_attachment(index)
            name = attached.get_name() or str(index + 1)
            yield Member(name, lambda attached=attached: [bytes(attached.get_data())])  # type: ignore[misc]
    finally:
        document.close()
