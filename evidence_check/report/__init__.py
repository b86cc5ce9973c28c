"""The registry of report formats: name → `module:function` that takes `Readiness` and `Context` and gives bytes.

Names instead of functions, so that no format is imported before it is asked for.
"""

REPORTS: dict[str, str] = {
    "html": "evidence_check.report.html:render",
    "json": "evidence_check.report.json_report:render",
    "text": "evidence_check.report.terminal:render",
}

SUFFIXES: dict[str, str] = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}
