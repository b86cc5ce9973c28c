"""The results as JUnit XML: a requirement is a test, a gap is a failure, a file nobody could read is an error."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import Level
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report.context import Context
from evidence_check.report.results import results_of
from evidence_check.report.shapes import FileShown, Results, VerdictShown
from evidence_check.report.tallies import is_gap
from evidence_check.report.terminal import status_told
from evidence_check.report.visible import visible

_STAMP = len("2026-01-01T00:00:00")


def render(readiness: Readiness, context: Context) -> bytes:
    """Return one suite per indicator, and one of the files that could not be read."""
    words = context.catalog
    results = results_of(readiness, context)
    root = Xml.Element("testsuites", name=visible(results.office or words.ui("unnamed_office")))
    for dimension in results.dimensions:
        for indicator in dimension.indicators:
            if indicator.verdicts:
                name = f"{indicator.id} {indicator.name}".strip()
                cases = [_requirement(each, words) for each in indicator.verdicts]
                root.append(_suite(name, cases, results))
    if failed := [_file(file) for file in results.files if file.unreadable]:
        root.append(_suite(words.ui("unread"), failed, results))
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    Xml.indent(root)
    data: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _suite(name: str, cases: list[Xml.Element], results: Results) -> Xml.Element:
    suite = Xml.Element("testsuite", name=visible(name), timestamp=results.checked_at[:_STAMP])
    counted = (("tests", "*"), ("failures", "*/failure"), ("errors", "*/error"), ("skipped", "*/skipped"))
    suite.extend(cases)
    for key, path in counted:
        suite.set(key, str(len(suite.findall(path))))
    return suite


def _requirement(verdict: VerdictShown, words: Catalog) -> Xml.Element:
    case = _case(f"{verdict.requirement} {verdict.name}", verdict.indicator)
    status = status_told(verdict, words)
    if is_gap(verdict):
        told = [verdict.happened, verdict.advice, *(f"{each.code} {each.message}" for each in verdict.findings)]
        _outcome(case, "failure", f"{status}: {verdict.happened or verdict.advice}", str(verdict.status), told)
    elif verdict.status is not Status.MET:
        _outcome(case, "skipped", ": ".join(filter(None, (status, verdict.note or verdict.advice))))
    lines = [f"{each.file} ({each.first}-{each.last})" for each in verdict.matches]
    if verdict.reviews:
        lines = [status_told(verdict, words), *lines, *(each.text for each in verdict.reviews)]
    if lines:
        output = Xml.SubElement(case, "system-out")
        output.text = "\n".join(visible(line) for line in lines)
    return case


def _file(file: FileShown) -> Xml.Element:
    case = _case(file.path, "files")
    if failed := file.unreadable:
        # A file that never was evidence, such as a temporary one, is no error of the run.
        kind = "skipped" if failed.level == Level.NOTE else "error"
        _outcome(case, kind, f"{failed.code} {failed.message}", failed.code, [failed.advice])
    return case


def _case(name: str, group: str) -> Xml.Element:
    return Xml.Element("testcase", name=visible(name), classname=visible(group), time="0")


def _outcome(case: Xml.Element, kind: str, message: str, code: str = "", lines: Iterable[str] = ()) -> None:
    told = Xml.SubElement(case, kind, message=visible(message))
    if kind != "skipped":
        told.set("type", code)
        told.text = "\n".join(visible(line) for line in dict.fromkeys(lines) if line)
