"""The cover sheet of a folder, and the index as pages to print."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Verdict
from evidence_check.package.plan import Shelf
from evidence_check.package.sheet import Sheet
from evidence_check.package.telling import About, answers, heading


def cover(shelf: Shelf, about: About, words: Catalog) -> bytes:
    """Return the cover sheet of one indicator: what is asked, how it stands, and which papers answer it."""
    sheet = _sheet(heading(shelf, words), about, words)
    for verdict in shelf.verdicts:
        _requirement(sheet, shelf, verdict, words)
    sheet.rule(10)
    sheet.text(words.ui("pack_no_evidence_itself"), 8.5, before=4)
    return sheet.bytes()


def index(shelves: Sequence[Shelf], about: About, words: Catalog) -> bytes:
    """Return the list of all folders and their papers."""
    sheet = _sheet(words.ui("pack_title"), about, words)
    for shelf in shelves:
        sheet.keep(70)
        sheet.text(shelf.folder, 12, True, before=8)
        for verdict in shelf.verdicts:
            _requirement(sheet, shelf, verdict, words)
    sheet.rule(10)
    sheet.text(words.ui("pack_how_to_verify"), 8.5, before=4)
    return sheet.bytes()


def _sheet(title: str, about: About, words: Catalog) -> Sheet:
    whose = about.whose(words)
    foot = f"{whose} · {words.date(about.date)} · {about.checklist}"
    sheet = Sheet(f"{title} — {whose}", words.lang, foot, words.ui("page_number", page="{page}", pages="{pages}"))
    sheet.text(f"{words.ui('pack_title')} · {whose}", 10)
    sheet.text(title, 17, True, before=6)
    year = words.ui("year", year=about.year)
    sheet.text(f"{about.checklist} · {year} · {words.date(about.date)}", 10, before=2)
    sheet.rule()
    return sheet


def _requirement(sheet: Sheet, shelf: Shelf, verdict: Verdict, words: Catalog) -> None:
    sheet.keep(44)
    sheet.text(f"{verdict.requirement.id}  {words.shown(verdict.requirement.name)}", 10.5, True, before=6)
    sheet.pair(words.ui("pack_status"), words.status(verdict.status), 9.5, 12, 60)
    papers = list(answers(shelf, verdict, words))
    for number, paper in enumerate(papers):
        doubt = "" if paper.sure else f" ({words.ui('pack_to_look_at')})"
        sheet.pair(words.ui("pack_files") if number == 0 else "", f"{paper.name}{doubt}", 9.5, 12, 60)
        sheet.pair("", paper.origin, 8, 12, 60)
    if not papers:
        sheet.pair(words.ui("pack_files"), words.ui("pack_none_here"), 9.5, 12, 60)
