"""The registry of readers: kind of a file → `module:function` that reads it.

A reader takes the real path, the `File` and the `ReadSettings`, and gives `Content` or `Unreadable`.
Names instead of functions, so that nothing heavy is imported before a file of that kind turns up.
"""

EXTRACTORS: dict[str, str] = {
    "pdf": "evidence_check.extract.pdf:read_pdf",
    "docx": "evidence_check.extract.docx:read_docx",
    "odt": "evidence_check.extract.open_document:read_open_document",
    "odp": "evidence_check.extract.open_document:read_open_document",
    "doc": "evidence_check.extract.doc:read_doc",
    "rtf": "evidence_check.extract.rtf:read_rtf",
    "pptx": "evidence_check.extract.slides:read_slides",
    "xlsx": "evidence_check.extract.xlsx:read_workbook",
    "xls": "evidence_check.extract.xlsx:read_workbook",
    "ods": "evidence_check.extract.xlsx:read_workbook",
    "jpeg": "evidence_check.extract.image:read_image",
    "png": "evidence_check.extract.image:read_image",
    "tiff": "evidence_check.extract.image:read_image",
    "webp": "evidence_check.extract.image:read_image",
    "bmp": "evidence_check.extract.image:read_image",
    "gif": "evidence_check.extract.image:read_image",
}
