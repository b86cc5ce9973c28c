"""Title patterns of the catalogue, brought into the shape `words.phrases` compares with."""

from __future__ import annotations

from evidence_check.checklist.marked import QUOTED, Spot
from evidence_check.words.fold import fold

GAP = "..."


def title_of(text: str, spot: Spot) -> str:
    """Return a title pattern with folded words; refuse what could never match as meant."""
    slots: list[str] = []
    for slot in text.replace(GAP, f" {GAP} ").split():
        slots.extend(_slot(slot, text, spot))
    inner = [slot for slot in slots if slot != GAP]
    if not inner or slots[0] == GAP or slots[-1] == GAP:
        raise spot.error("checklist_bad_title", value=text[:QUOTED])
    return " ".join(slots)


def _slot(slot: str, text: str, spot: Spot) -> list[str]:
    if slot == GAP:
        return [GAP]
    alternatives = [fold(part) for part in slot.split("|")]
    if len(alternatives) == 1:
        return alternatives[0].split()
    if any(len(part.split()) != 1 for part in alternatives):
        raise spot.error("checklist_bad_title", value=text[:QUOTED])
    return ["|".join(alternatives)]
