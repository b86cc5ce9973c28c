"""The headings a paper must carry, such as the components of a service standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence_check.matching.question import Question, title_place
from evidence_check.model.files import Finding, Level, Params, Place, params
from evidence_check.words.lines import place_of_line
from evidence_check.words.openings import Headings, headings_in


def covers_what_it_must(asked: Question) -> Iterator[Finding]:
    """Each pattern of `must_cover` must open a line or a cell of the paper.

    Where every product is looked at by itself, a paper need only have some here; the verdict sees to
    the rest. A heading that only stands in a bare list of headings is in doubt; one with a dash, dots or nothing in its
    place is not there.
    """
    wanted = asked.requirement.must_cover
    if not wanted:
        return
    seen = headings_in(asked.evidence.document.pages, wanted)
    by_product = asked.requirement.per_product and bool(asked.office.products)
    if by_product and seen.found:
        return
    missing = [each for each in wanted if each not in seen.found]
    if missing:
        empty = [each for each in wanted if each in seen.empty]
        place = _place(asked, seen, empty[0]) if empty else None
        told = _told(asked, missing, len(seen.found), empty)
        yield Finding("EC316", asked.missing(), told, place or title_place(asked))
    elif seen.bare:
        bare = [each for each in wanted if each in seen.bare]
        yield Finding("EC316", Level.DOUBT, _told(asked, bare, len(wanted) - len(bare)), title_place(asked))


def _told(asked: Question, missing: list[str], found: int, empty: Sequence[str] = ()) -> Params:
    needed = len(asked.requirement.must_cover)
    return params(components="; ".join(missing), found=found, needed=needed, product="", empty="; ".join(empty))


def _place(asked: Question, seen: Headings, heading: str) -> Place | None:
    line = seen.at(heading)
    document = asked.evidence.document
    return place_of_line(document.file.path, line, document.pages) if line else None
