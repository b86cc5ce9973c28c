"""The index of a package as one HTML page: links into its folders, no script, nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from evidence_check.messages.catalog import Catalog
from evidence_check.package.plan import Shelf
from evidence_check.package.sheet import in_letters
from evidence_check.package.telling import About, answers, heading

_STYLE = (
    "body{font:15px/1.5 Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16202a;background:#fff}"
    "h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .3rem;border-bottom:1px solid #b8c4d0}"
    "a{color:#0b4fa8}p{margin:.3rem 0}ul{margin:.2rem 0 .6rem;padding-left:1.3rem}.m{color:#4a5a68;font-size:.87rem}"
    ".q{background:#f3e5f7;color:#5b1470;padding:0 .35rem;font-weight:bold}h3{font-size:1rem;margin:.7rem 0 .1rem}"
    "@media print{body{margin:0;max-width:none}h3{break-after:avoid}}@page{size:A4;margin:18mm}"
)


def page(
    shelves: Sequence[Shelf], covers: Sequence[str], reports: Sequence[str], about: About, words: Catalog
) -> bytes:
    """Return the page; `covers` are the members of the cover sheets, `reports` those of the reports."""
    return "\n".join(_page(shelves, covers, reports, about, words)).encode("utf-8", "xmlcharrefreplace")


def _page(
    shelves: Sequence[Shelf], covers: Sequence[str], reports: Sequence[str], about: About, words: Catalog
) -> Iterator[str]:
    ui = words.ui
    mark = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    whose = about.whose(words)
    yield f'<!doctype html>\n<html lang="{words.lang}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_shown(ui('pack_title'))} — {_shown(whose)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f'<p class="m">{_shown(ui("pack_title"))}</p><h1><bdi>{_shown(whose)}</bdi></h1>'
    told = (about.checklist, ui("year", year=about.year), words.date(about.date))
    yield f'<p class="m">{_shown(" · ".join(told))}</p><p>{_shown(ui("not_a_score"))}</p>'
    yield f"<p>{', '.join(_link(each, each.rsplit('/', 1)[-1]) for each in reports)}</p>"
    yield f'<p class="m">{_shown(ui("pack_how_to_verify"))}</p>'
    for shelf, cover in zip(shelves, covers, strict=True):
        yield f"<h2>{_shown(heading(shelf, words))}</h2><p>{_link(cover, ui('pack_cover'))}</p>"
        for verdict in shelf.verdicts:
            asked = f"{verdict.requirement.id} {words.shown(verdict.requirement.name)}"
            yield f'<h3><bdi>{_shown(asked)}</bdi></h3><p class="m">{_shown(words.status(verdict.status))}</p>'
            papers = list(answers(shelf, verdict, words))
            if not papers:
                yield f'<p class="m">{_shown(ui("pack_none_here"))}</p>'
                continue
            yield "<ul>"
            for paper in papers:
                doubt = "" if paper.sure else f' <span class="q">{_shown(ui("pack_to_look_at"))}</span>'
                origin = f'<br><span class="m">{_shown(paper.origin)}</span>'
                yield f"<li>{_link(paper.member, paper.name)}{doubt}{origin}</li>"
            yield "</ul>"
    yield "</body>\n</html>\n"


def _link(member: str, text: str) -> str:
    return f'<a href="./{quote(member, safe="/")}"><bdi>{_shown(text)}</bdi></a>'


def _shown(text: str) -> str:
    """Return a text for the page; signs that hide or reorder are shown by their codes, other letters stay."""
    return escape("".join(char if char.isprintable() or char == " " else in_letters(char) for char in text))
