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
    "ppt": "evidence_check.extract.ppt:read_ppt",
    "pptx": "evidence_check.extract.slides:read_slides",
    "html": "evidence_check.extract.web:read_html",
    "mhtml": "evidence_check.extract.web:read_mhtml",
    "eml": "evidence_check.extract.mail:read_mail",
    "msg": "evidence_check.extract.outlook:read_msg",
    "text": "evidence_check.extract.text:read_text",
    "csv": "evidence_check.extract.text:read_csv",
    "xlsx": "evidence_check.extract.xlsx:read_workbook",
    "xls": "evidence_check.extract.xlsx:read_workbook",
    "ods": "evidence_check.extract.xlsx:read_workbook",
    "jpeg": "evidence_check.extract.image:read_image",
    "png": "evidence_check.extract.image:read_image",
    "tiff": "evidence_check.extract.image:read_image",
    "webp": "evidence_check.extract.image:read_image",
    "bmp": "evidence_check.extract.image:read_image",
    "gif": "evidence_check.extract.image:read_image",
    "heic": "evidence_check.extract.image:read_image",
}

MORE_PAGES: dict[str, str] = {
    "pdf": "evidence_check.extract.pdf:pages_of_pdf",
}
"""Kind of a file whose pages may be left for later → `module:function` that takes them up again."""

OPENERS: dict[str, str] = {
    "zip": "evidence_check.extract.zip_members:zip_members",
    "7z": "evidence_check.extract.seven_zip_members:seven_zip_members",
    "rar": "evidence_check.extract.rar_members:rar_members",
    "eml": "evidence_check.extract.mail:members_of_mail",
    "msg": "evidence_check.extract.outlook:members_of_msg",
    "pdf": "evidence_check.extract.pdf_attachments:members_of_pdf",
}
"""Kind of a file that holds others → `module:function` that takes its path and the `ReadSettings`, and yields them."""

ARCHIVES = frozenset({"zip", "7z", "rar"})
"""The kinds that say nothing themselves."""
