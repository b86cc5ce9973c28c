"""Papers that lie in the folder of another indicator than those they serve: told, with where they belong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from evidence_check.model.files import Finding, Level, params
from evidence_check.model.outcome import Verdict
from evidence_check.words.fold import fold

_ID = re.compile(r"[a-z]{1,4} ?\d{1,2}")
_UP_TO = r" (?:s d|sd|sampai(?: dengan)?|hingga|-) "


def placed(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts, a note on those whose papers lie in a folder that names only other indicators."""
    indicators = tuple(dict.fromkeys(each.requirement.indicator for each in verdicts))
    serves: dict[str, set[str]] = {}
    for verdict in verdicts:
        for match in verdict.matches:
            serves.setdefault(match.evidence.document.file.path, set()).add(verdict.requirement.indicator)
    strays = {path: named for path, serving in serves.items()
              if (named := named_in(path, indicators)) and not named & serving}  # fmt: skip
    return tuple(_told(verdict, strays, serves) for verdict in verdicts)


def named_in(path: str, indicators: Sequence[str]) -> frozenset[str]:
    """Return the indicators the folders of a path name: `PR-08`, or all of `PR-01 sd PR-06`."""
    folders = f" {' / '.join(fold(each) for each in path.split('/')[:-1])} "
    keys = {fold(each): each for each in indicators if _ID.fullmatch(fold(each))}
    found = [(match.start(), match.end(), key) for key in keys for match in re.finditer(rf"\b{key}\b", folders)]
    found.sort()
    order = list(keys)
    named = {keys[key] for _, _, key in found}
    for (_, end, first), (start, _, last) in pairwise(found):
        if _ranges(folders[end:start]) and order.index(first) < order.index(last):
            named |= {keys[key] for key in order[order.index(first) : order.index(last) + 1]}
    return frozenset(named)


@cache
def _ranges(between: str) -> bool:
    return re.fullmatch(_UP_TO, between) is not None


def _told(verdict: Verdict, strays: Mapping[str, frozenset[str]], serves: Mapping[str, set[str]]) -> Verdict:
    found: list[Finding] = []
    for match in verdict.matches:
        path = match.evidence.document.file.path
        if path in strays:
            told = params(file=path, lies="; ".join(sorted(strays[path])), belongs="; ".join(sorted(serves[path])))
            finding = Finding("EC343", Level.NOTE, told, match.place)
            found += [finding] if finding not in found else []
    return replace(verdict, findings=(*verdict.findings, *found)) if found else verdict
