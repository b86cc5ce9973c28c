"""Who signs for the office: minutes and lists without a letterhead are told by them to be its own."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.matching.question import LEGIBLE, Question
from evidence_check.model.asked import Office
from evidence_check.model.facts import Evidence, Person
from evidence_check.words.names import same_office


def signing_of(evidence: Sequence[Evidence], office: Office) -> frozenset[str]:
    """Return the NIP of who signed papers that name the office; a name alone may be another person's."""
    if not office.name:
        return frozenset()
    same: dict[str, bool] = {}
    found: set[str] = set()
    for each in evidence:
        said, signed = each.facts.office, signatory_of(each)
        if said and signed and said.confidence >= LEGIBLE:
            if said.value not in same:
                same[said.value] = same_office(said.value, office.name, office.aliases, office.region) is True
            found |= {signed.nip} if same[said.value] else set()
    return frozenset(found)


def signatory_of(evidence: Evidence) -> Person | None:
    """Return who signed a paper when the NIP was read surely."""
    signed = next((each for each in evidence.facts.people if each.role == "signatory"), None)
    return signed if signed and signed.nip and signed.confidence >= LEGIBLE else None


def is_signed_for_it(asked: Question) -> Person | None:
    """Return who signed a paper that names no office, when the same person signs for the office elsewhere."""
    signed = signatory_of(asked.evidence)
    return signed if signed and not asked.evidence.facts.office and signed.nip in asked.office.signing else None
