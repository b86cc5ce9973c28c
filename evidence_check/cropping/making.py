"""Readiness → crops: pictures of what proves, from the files themselves, each file in a worker of its own.

No crop is worth a failure: a file that is gone, changed, locked, hostile or slow gives none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.cropping.of_file import crops_of_file
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.model.crops import Crop
from evidence_check.model.files import INSIDE, File, Page, Place
from evidence_check.model.outcome import Match, Readiness, Status, Verdict
from evidence_check.model.pictures import IMAGES

MATCHES = 3
"""Papers of one requirement that are shown; four samples of the same form need no four pictures."""
MOST = 2_300_000
"""Bytes of all crops together as they stand in a report, so that it stays below five million."""
_TO_BE_SEEN = (Status.UNSURE, Status.DEFECTIVE)
_KINDS = ("pdf", *IMAGES)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place whose picture is wanted, and its page as it was read."""

    place: Place
    page: Page


def crops_of(
    readiness: Readiness, root: Path, executor: Executor, seconds: float, identities: bool = False
) -> dict[Place, Crop]:
    """Return pictures of the places the verdicts rest on, those of the best papers first, as far as there is room.

    `seconds` is the time one file may take; without leave to show `identities` no number of a person can be read in
    them.
    """
    wanted: dict[File, list[Wanted]] = {}
    order: list[tuple[int, Place]] = []
    for rank, match in _proving(readiness.verdicts):
        file, page = match.evidence.document.file, _page(match)
        if page is None or file.kind not in _KINDS or INSIDE in file.path:
            continue
        wanted.setdefault(file, []).append(Wanted(match.place, page))
        order.append((rank, match.place))
    tasks = [(folder.real_path(root, file.path), file, tuple(dict.fromkeys(each))) for file, each in wanted.items()]
    made: dict[Place, Crop] = {}
    for result in executor.map(partial(_of_one, identities), tasks, seconds=seconds):
        made.update({} if isinstance(result, Failure) else result)
    return _within(MOST, order, made)


def _proving(verdicts: Sequence[Verdict]) -> Iterator[tuple[int, Match]]:
    """Yield the papers worth a picture with their rank: what counts, else what a person has to look at."""
    for verdict in verdicts:
        near = verdict.near_misses if verdict.status in _TO_BE_SEEN else ()
        best = sorted(verdict.matches or near, key=lambda match: -match.score)
        yield from enumerate(best[: MATCHES if verdict.matches else 1])


def _page(match: Match) -> Page | None:
    pages = match.evidence.document.pages
    return next((page for page in pages if page.number == match.place.page), None)


def _of_one(identities: bool, task: tuple[str, File, tuple[Wanted, ...]]) -> dict[Place, Crop]:
    path, file, wanted = task
    if not folder.still_is(path, file):
        return {}
    return crops_of_file(Path(path), file, [(each.place, each.page) for each in wanted], identities)


def _within(most: int, order: Sequence[tuple[int, Place]], made: dict[Place, Crop]) -> dict[Place, Crop]:
    """Return as many crops as there is room for, each counted as often as it is shown; the best papers come first."""
    kept: dict[Place, Crop] = {}
    used = 0
    for _, place in sorted(order, key=lambda each: each[0]):
        crop = made.get(place)
        if crop is None:
            continue
        used += 4 * len(crop.data) // 3 + 200
        if used > most:
            kept.pop(place, None)
            break
        kept[place] = crop
    return kept
