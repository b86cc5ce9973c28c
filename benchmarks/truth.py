"""What the program says of a made office, held against the truth its maker wrote down.

One paper of the truth is compared with the document the program found on its first page; one requirement with its
verdict. Nothing here knows the rules of the program, nor how the papers were made.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import line_of

from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Evidence, Facts
from evidence_check.model.outcome import Readiness, Status
from evidence_check.words.fold import fold

FACTS = ("number", "date", "year", "period", "office", "people")
RATED = "rated"
STATE = ("bupati", "wali kota", "gubernur", "presiden", "menteri", "ketua", "kepala", "kementerian", "pemerintah")
"""How the name of an issuer begins who is no office that could be under check; what a rule is about is told instead."""


@dataclass
class Scores:
    """Counts of one group of papers: types and facts by outcome, split points, verdicts."""

    types: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    facts: Counter[tuple[str, str]] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Scores) -> None:
        """Add the counts of another group."""
        for name in ("types", "confused", "facts", "splits", "verdicts"):
            getattr(self, name).update(getattr(other, name))
        self.misses += other.misses


def share(part: int, whole: int) -> str:
    """Return a share with three decimals, a dash for nothing."""
    return f"{part / whole:.3f}" if whole else "–"


def load(path: Path) -> dict[str, Any]:
    """Return the truth of one office."""
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return told


def compared(
    truth: Mapping[str, Any], readiness: Readiness, catalogue: Mapping[str, DocumentType]
) -> dict[str, Scores]:
    """Return the counts by group: the medium of a paper, and `held out` for layouts nothing was tuned on."""
    found: dict[str, list[Evidence]] = {}
    for evidence in readiness.evidence:
        found.setdefault(evidence.document.file.path, []).append(evidence)
    groups: dict[str, Scores] = {}
    for path, told in truth["files"].items():
        papers = found.get(path, [])
        for paper in told:
            score = Scores()
            _paper(score, path, paper, papers, catalogue)
            for name in [paper["medium"], *(["held out"] if paper["held_out"] else [])]:
                groups.setdefault(name, Scores()).add(score)
        if told:
            groups.setdefault(told[0]["medium"], Scores()).add(_splits(path, told, papers))
    groups.setdefault("verdicts", Scores()).add(_verdicts(truth, readiness))
    return groups


def _paper(
    score: Scores,
    path: str,
    paper: Mapping[str, Any],
    papers: Sequence[Evidence],
    catalogue: Mapping[str, DocumentType],
) -> None:
    there = [each for each in papers if each.document.first <= paper["first"] <= each.document.last]
    kind = there[0].facts.kind.type if there and there[0].facts.kind else ""
    result = "abstained" if not kind else "right" if paper["type"] in line_of(kind, catalogue) else "wrong"
    result = "right" if kind and kind in line_of(paper["type"], catalogue) else result
    score.types[result] += 1
    score.confused[paper["type"], kind or "–"] += 1
    if result != "right":
        score.misses.append(f"type {result}: {paper['type']} ({paper['layout']}) taken for {kind or 'nothing'}: {path}")
    for name in FACTS if there and not paper.get("defect") else ():
        wanted = paper["facts"].get(name)
        if wanted and not (name == "office" and fold(wanted).startswith(STATE)):
            right = _right(name, wanted, there[0].facts)
            score.facts[name, "right" if right else "wrong"] += 1
            if not right:
                said = _said(name, there[0].facts)
                score.misses.append(f"{name} of {paper['type']} ({paper['layout']}): {path}: {wanted!r} read as {said}")


def _right(name: str, wanted: Any, facts: Facts) -> bool:
    if name == "people":
        return _nobody_else_rated(wanted, facts) and all(_names(each, facts) for each in wanted)
    fact = getattr(facts, name)
    said = fact.value if fact else ""
    if name == "number":
        return _letters(said) == _letters(wanted)
    if name == "office":
        return f" {fold(wanted)} " in f" {fold(said)} "
    return bool(said == wanted)


def _letters(number: str) -> str:
    return re.sub(r"[^a-z0-9]", "", re.sub(r"^(nomor|no)\b", "", number.casefold().strip(" .:")))


def _names(wanted: Sequence[str], facts: Facts) -> bool:
    """Say whether somebody of the name and NIP is among the people of the paper; who is rated, in that role."""
    role, name, nip = (*wanted, "", "")[:3]
    people = [*facts.people, *([facts.signatory] if facts.signatory else [])]
    same = [each for each in people if each.role == role or role != RATED]
    return any(_bare(each.name) == _bare(name) and (not nip or each.nip == nip) for each in same)


def _nobody_else_rated(wanted: Sequence[Sequence[str]], facts: Facts) -> bool:
    """Say whether nobody is taken for the one rated who is not: the rater has the same labels beside the name."""
    rated = {_bare(name) for role, name, *_ in wanted if role == RATED}
    return not rated or all(_bare(each.name) in rated for each in facts.people if each.role == RATED)


def _bare(name: str) -> str:
    return fold(name).replace(" ", "")


def _said(name: str, facts: Facts) -> str:
    if name == "people":
        return f"{len(facts.people)} people"
    fact = getattr(facts, name)
    return repr(fact.value) if fact else "nothing"


def _splits(path: str, told: Sequence[Mapping[str, Any]], papers: Sequence[Evidence]) -> Scores:
    """Count where documents begin, the first page of a file aside; sheets of a workbook are no bundle."""
    score = Scores()
    if told[0]["medium"] == "xlsx":
        return score
    wanted = {paper["first"] for paper in told} - {1}
    said = {each.document.first for each in papers} - {1}
    score.splits["right"], score.splits["missed"] = len(wanted & said), len(wanted - said)
    score.splits["needless"] = len(said - wanted)
    score.misses += [f"split missed at {at}: {path}" for at in sorted(wanted - said)]
    score.misses += [f"split needless at {at}: {path}" for at in sorted(said - wanted)]
    return score


def _verdicts(truth: Mapping[str, Any], readiness: Readiness) -> Scores:
    score = Scores()
    status = {verdict.requirement.id: verdict for verdict in readiness.verdicts}
    for asked in truth["requirements"]:
        if asked["met"] is None:
            continue
        verdict = status[asked["id"]]
        green = verdict.status is Status.MET
        outcome = {(True, True): "met", (False, True): "wrong", (True, False): "lost", (False, False): "open"}
        result = outcome[bool(asked["met"]), green]
        score.verdicts[result] += 1
        if result in ("wrong", "lost"):
            codes = ", ".join(dict.fromkeys(each.code for each in verdict.findings))
            score.misses.append(f"verdict {result}: {asked['id']} ({asked.get('why', '')}): {verdict.status} {codes}")
    return score


def misses_of(groups: Mapping[str, Scores]) -> Iterator[str]:
    """Yield every miss once."""
    yield from dict.fromkeys(miss for score in groups.values() for miss in score.misses)
