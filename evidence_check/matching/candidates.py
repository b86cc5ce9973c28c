"""Which papers may serve a requirement, and which rules each of them fails."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from evidence_check.matching.pictures import PICTURED, pictured
from evidence_check.matching.question import Question, question_of
from evidence_check.matching.rules import failures_of, mention_of
from evidence_check.matching.signing import is_signed_for_it
from evidence_check.matching.text import Text
from evidence_check.model.asked import DocumentType, Office, Requirement
from evidence_check.model.facts import Evidence, Kind
from evidence_check.model.files import Level, Place, Reason, params
from evidence_check.model.outcome import Match
from evidence_check.words.lines import place_of

# Below this score a paper is not even told as a near miss.
NEAR = 0.35
# By how much a general type must lead a special one before the paper is taken for the general one only.
GENERAL_LEADS = 0.15


def matches_of(
    requirement: Requirement,
    evidence: Sequence[Evidence],
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
) -> tuple[Match, ...]:
    """Return every paper that may serve the requirement, best first."""
    if requirement.method in PICTURED:
        return ranked([match for each in evidence for match in pictured(requirement, each, catalogue, year)])
    wanted = wanted_of(requirement, catalogue)
    put = ((each, Text(each.document), wanted, catalogue, office, year) for each in evidence)
    return ranked([match for each in put for match in written(requirement, *each)])


def ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return matches best first."""
    return tuple(sorted(matches, key=_rank))


def wanted_of(requirement: Requirement, catalogue: Mapping[str, DocumentType]) -> frozenset[str]:
    """Return every type whose papers may serve a requirement."""
    return with_special((*requirement.any_of, *requirement.all_of), catalogue)


def with_special(types: Collection[str], catalogue: Mapping[str, DocumentType]) -> frozenset[str]:
    """Return the types together with every more special type that belongs to one of them."""
    wanted = set(types)
    while more := {kind.id for kind in catalogue.values() if kind.kind_of in wanted} - wanted:
        wanted |= more
    return frozenset(wanted)


def written(
    requirement: Requirement,
    evidence: Evidence,
    text: Text,
    wanted: Collection[str],
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
) -> Iterator[Match]:
    """Yield a paper that may serve the requirement, put through the rules; its text is that of the evidence."""
    kind = next((kind for kind in evidence.facts.kinds if kind.type in wanted), None)
    if kind is None or kind.score < NEAR:
        return
    alike = _interchangeable(requirement, kind, wanted, catalogue)
    runner_up = _runner_up(evidence, kind, alike, catalogue)
    asked = question_of(requirement, evidence, kind, runner_up, catalogue, office, year, text)
    reasons = (*kind.reasons, *_mentions(asked))
    failed, content = failures_of(asked), text.content
    yield Match(requirement.id, evidence, kind.score, _proof(asked), reasons, failed, kind.type, content=content)


def _interchangeable(
    requirement: Requirement, chosen: Kind, wanted: Collection[str], catalogue: Mapping[str, DocumentType]
) -> Collection[str]:
    """Return the types that serve as well as the chosen one: where each of `all_of` must be there, only its like."""
    if not requirement.all_of:
        return wanted
    slots = [with_special((each,), catalogue) for each in requirement.all_of]
    own = [slot for slot in slots if chosen.type in slot]
    return min(own, key=len) if own else frozenset(wanted) - frozenset().union(*slots)


def _runner_up(
    evidence: Evidence, chosen: Kind, wanted: Collection[str], catalogue: Mapping[str, DocumentType]
) -> Kind | None:
    """Return the best candidate type that is not asked for.

    A more general type of the chosen one rivals it only by a clear lead: an SOP that is surely an SOP
    but hardly one on complaints.
    """
    general = set()
    name = chosen.type
    while name := catalogue[name].kind_of:
        general.add(name)
    for kind in evidence.facts.kinds:
        if kind.type in wanted:
            continue
        broader = kind.type in general or catalogue[kind.type].generic
        if not broader or kind.score >= chosen.score + GENERAL_LEADS:
            return kind
    return None


def _mentions(asked: Question) -> Iterator[Reason]:
    for words in asked.requirement.must_mention:
        place = mention_of(asked, words)
        if place:
            yield Reason("mentions", 0.0, params(words=words.replace("|", " / ")), place)
    signed = is_signed_for_it(asked)
    if signed:
        yield Reason("signed_for_it", 0.0, params(name=signed.name), signed.place)


def _proof(asked: Question) -> Place:
    """Return the words the match rests on: its title, else its best anchor."""
    for reason in asked.kind.reasons:
        if reason.place and reason.place.quote:
            return reason.place
    title = asked.evidence.facts.title
    return title.place if title else place_of(asked.evidence.document.file.path, asked.text.lines[:1])


def _rank(match: Match) -> tuple[int, int, float, str, int]:
    errors = sum(finding.level is Level.ERROR for finding in match.failed)
    doubts = sum(finding.level is Level.DOUBT for finding in match.failed)
    return errors, doubts, -match.score, match.evidence.document.file.path, match.evidence.document.first
