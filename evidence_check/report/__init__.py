"""The registry of report formats: name → `module:function` that takes `Readiness` and `Context` and gives bytes.

Names instead of functions, so that no format is imported before it is asked for.
"""

REPORTS: dict[str, str] = {
    "csv": "evidence_check.report.csv_report:render",
    "docx": "evidence_check.report.docx_report:render",
    "html": "evidence_check.report.html:render",
    "json": "evidence_check.report.json_report:render",
    "junit": "evidence_check.report.junit:render",
    "sarif": "evidence_check.report.sarif:render",
    "text": "evidence_check.report.terminal:render",
    "xlsx": "evidence_check.report.xlsx_report:render",
}

SUFFIXES: dict[str, str] = {
    ".csv": "csv",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".sarif": "sarif",
    ".txt": "text",
    ".xlsx": "xlsx",
    ".xml": "junit",
}

CHANGES: dict[str, str] = {
    "html": "evidence_check.report.changes_html:render",
    "json": "evidence_check.report.changes_json:render",
    "text": "evidence_check.report.changes_text:render",
}
"""What changed between two checks: takes `Changes` and a `Catalog`; so do the two below with what they tell."""

LISTS: dict[str, str] = {
    "csv": "evidence_check.report.todo_csv:render",
    "html": "evidence_check.report.todo_html:render",
    "text": "evidence_check.report.todo_text:render",
}

RECAPS: dict[str, str] = {
    "csv": "evidence_check.report.recap_csv:render",
    "html": "evidence_check.report.recap_html:render",
    "text": "evidence_check.report.recap_text:render",
    "xlsx": "evidence_check.report.recap_xlsx:render",
}

BINARY = ("docx", "xlsx")
"""Formats that are no text: never for a terminal."""

SHOWING_CROPS = ("html",)
"""Formats that show pieces of pages."""
