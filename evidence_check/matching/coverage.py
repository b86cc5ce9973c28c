"""The headings a paper must carry, such as the components of a service standard."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.matching.question import Question, title_place
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.openings import headings_in


def covers_what_it_must(asked: Question) -> Iterator[Finding]:
    """Each pattern of `must_cover` must open a line or a cell of the paper.

    Where every product is looked at by itself, a paper need only have some here; the verdict sees to
    the rest. A heading that only stands in a bare list of headings is in doubt.
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
        yield Finding("EC316", asked.missing(), _told(asked, missing, len(seen.found)), title_place(asked))
    elif seen.bare:
        bare = [each for each in wanted if each in seen.bare]
        yield Finding("EC316", Level.DOUBT, _told(asked, bare, len(wanted) - len(bare)), title_place(asked))


def _told(asked: Question, missing: list[str], found: int) -> tuple[tuple[str, str], ...]:
    return params(components="; ".join(missing), found=found, needed=len(asked.requirement.must_cover), product="")
