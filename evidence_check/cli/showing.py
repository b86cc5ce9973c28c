"""What `read` shows of one file: every page with its text, its tables, how it was read, and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from evidence_check.cli.wording import Wording
from evidence_check.errors import UsageError
from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import Content, Finding, Page, ReadAs, Table, Unreadable
from evidence_check.report.visible import visible

FAR_BELOW = 40
DOUBTFUL_WORDS = 20


def only_page(result: Content | Unreadable, number: int) -> Content | Unreadable:
    """Return the content with one page left; raise `UsageError` when the file has no such page."""
    if isinstance(result, Unreadable):
        return result
    kept = tuple(page for page in result.pages if page.number == number)
    if not kept:
        raise UsageError("no_such_page", page=number, pages=len(result.pages))
    said = tuple(each for each in result.findings if not each.place or each.place.page in (0, number))
    return replace(result, pages=kept, findings=said)


def as_text(result: Content | Unreadable, catalog: Catalog, wording: Wording) -> str:
    """Return everything that was read as text for a person; hostile signs are made visible."""
    file = result.file
    told = wording("read.file", path=visible(catalog.shown(file.path)), kind=file.kind, size=file.size)
    if isinstance(result, Unreadable):
        return "\n".join([told, *_finding(result.reason, catalog)])
    parts = ["\n".join([told, *(line for each in result.findings for line in _finding(each, catalog))])]
    parts += ["\n".join(_page(page, catalog, wording)) for page in result.pages]
    return "\n\n".join(parts)


def as_json(result: Content | Unreadable, catalog: Catalog) -> dict[str, Any]:
    """Return everything that was read for other programs."""
    file = result.file
    about = {"path": catalog.shown(file.path), "kind": file.kind, "size": file.size, "sha256": file.sha256}
    if isinstance(result, Unreadable):
        return {**about, "unreadable": _finding_as_json(result.reason, catalog), "pages": [], "findings": []}
    pages = [_page_as_json(page, catalog) for page in result.pages]
    findings = [_finding_as_json(each, catalog) for each in result.findings]
    return {**about, "unreadable": None, "pages": pages, "findings": findings}


def _page(page: Page, catalog: Catalog, wording: Wording) -> Iterator[str]:
    name = f" “{visible(catalog.shown(page.name))}”" if page.name else ""
    how = catalog.word("read_as", page.read_as)
    head = wording("read.page_head", number=page.number, name=name, how=how)
    sure = "" if page.read_as is ReadAs.UNREAD else wording("read.sure", share=int(page.confidence * 100 + 1e-9))
    yield f"── {head}{sure} ──"
    if page.problem:
        yield from _finding(page.problem, catalog)
    text = catalog.shown(page.text)
    yield from (_line(line) for line in text.splitlines()) if text.strip() else (wording("read.no_text"),)
    if doubtful := _doubtful(page):
        yield wording("read.doubtful", words=visible(catalog.shown(", ".join(doubtful))))
    for number, table in enumerate(page.tables, start=1):
        named = f" “{visible(catalog.shown(table.name))}”" if table.name else ""
        yield wording("read.table", number=number, name=named, rows=len(table.rows))
        if table.heads:
            again = wording("read.heads_again") if table.continues else ""
            yield "  " + wording("read.heads", again=again, heads=_row(table.heads, catalog))
        yield from ("  " + _row(row, catalog) for row in (table.body if table.heads else table.rows))


def _row(row: tuple[str, ...], catalog: Catalog) -> str:
    return _line(catalog.shown(" | ".join(_flat(cell) for cell in row)))


def _doubtful(page: Page) -> list[str]:
    """Return the words of a recognised page that are far less sure than its others, those least sure first."""
    if not page.sureness:
        return []
    usual = sorted(page.sureness)[len(page.sureness) // 2]
    words = sorted(zip(page.sureness, page.text.split(), strict=False))
    return [word for sure, word in words if sure < usual - FAR_BELOW][:DOUBTFUL_WORDS]


def _line(text: str) -> str:
    return visible(text.expandtabs(4).rstrip())


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _finding(finding: Finding, catalog: Catalog) -> Iterator[str]:
    yield f"  {finding.code} {visible(catalog.finding(finding))}"
    yield f"        {visible(catalog.advice(finding))}"


def _page_as_json(page: Page, catalog: Catalog) -> dict[str, Any]:
    return {
        "number": page.number,
        "name": catalog.shown(page.name),
        "read_as": page.read_as.value,
        "confidence": round(page.confidence, 4),
        "text": catalog.shown(page.text),
        "tables": [_table_as_json(table, catalog) for table in page.tables],
        "sureness": list(page.sureness),
        "problem": _finding_as_json(page.problem, catalog) if page.problem else None,
    }


def _table_as_json(table: Table, catalog: Catalog) -> dict[str, Any]:
    rows = [[catalog.shown(cell) for cell in row] for row in table.rows]
    heads = [catalog.shown(head) for head in table.heads]
    about = {"heads": heads, "body_at": table.body_at, "continues": table.continues}
    return {"name": catalog.shown(table.name), "rows": rows, **about}


def _finding_as_json(finding: Finding, catalog: Catalog) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level.value,
        "page": finding.place.page if finding.place else None,
        "message": catalog.finding(finding),
        "advice": catalog.advice(finding),
    }
