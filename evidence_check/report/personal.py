"""Personal data of the public in words: which papers to mask before they are shared, never the data themselves."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.personal import Personal, Sort
from evidence_check.report.pieces import Teller, by_path
from evidence_check.report.shapes import PersonalShown


def personal_of(found: Iterable[Personal], teller: Teller) -> tuple[PersonalShown, ...]:
    """Return where personal data stand, by file, page and kind."""
    return tuple(_shown(each, teller) for each in sorted(found, key=_position))


def finding_of(file: str, found: Iterable[Personal]) -> Finding | None:
    """Return the finding about all personal data of one file, None when it has none."""
    here = [each for each in found if each.file == file]
    if not here:
        return None
    counts = {sort: sum(each.count for each in here if each.sort is sort) for sort in Sort}
    told = ", ".join(f"{sort}:{count}" for sort, count in counts.items() if count)
    return Finding("EC130", Level.NOTE, params(personal=told), Place(file, min(each.page for each in here), ""))


def by_file(personal: Iterable[PersonalShown], words: Catalog) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Return each file with its kinds counted over all its pages, and those pages."""
    files: dict[str, list[PersonalShown]] = {}
    for each in personal:
        files.setdefault(each.file, []).append(each)
    return tuple(
        (file, _counted(inside, words), tuple(sorted({each.page for each in inside}))) for file, inside in files.items()
    )


def _counted(inside: Iterable[PersonalShown], words: Catalog) -> str:
    counts: dict[str, int] = {}
    for each in inside:
        counts[each.sort] = counts.get(each.sort, 0) + each.count
    return ", ".join(f"{count} {words.word('personal', sort)}" for sort, count in counts.items())


def _shown(found: Personal, teller: Teller) -> PersonalShown:
    words = teller.catalog
    return PersonalShown(
        file=words.shown(found.file),
        href=teller.href(found.file, found.page),
        page=found.page,
        sort=str(found.sort),
        name=words.word("personal", found.sort),
        count=found.count,
    )


def _position(found: Personal) -> tuple[tuple[str, str], int, int]:
    return (by_path(found.file), found.page, list(Sort).index(found.sort))
