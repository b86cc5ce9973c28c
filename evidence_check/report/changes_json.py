"""What changed between two checks as plain values, alone (`diff`) and inside the JSON of a check (`--since`)."""

from __future__ import annotations

import json
from typing import Any

from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import Finding
from evidence_check.model.records import Proof, Record
from evidence_check.model.tracked import Change, Changes, Pace

Json = dict[str, Any]


def render(changes: Changes, words: Catalog) -> bytes:
    """Return what changed as UTF-8 JSON, each note with its sentence."""
    told = as_json(changes)
    for note, finding in zip(told["notes"], changes.notes, strict=True):
        note["message"] = words.finding(finding)
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", errors="backslashreplace")


def as_json(changes: Changes) -> Json:
    """Return what changed; the shape is `changes` of the published schema."""
    return {
        "since": _about(changes.before) | {"source": changes.before.source},
        "until": _about(changes.after),
        "notes": [_note(note) for note in changes.notes],
        "changes": [_change(change) for change in changes.changes],
        "pace": _pace(changes.pace),
    }


def _about(record: Record) -> Json:
    return {"office": record.office, "checked_at": record.checked_at, "year": record.year}


def _note(note: Finding) -> Json:
    return {"code": note.code, "level": note.level.value, "params": dict(note.params)}


def _change(change: Change) -> Json:
    return {
        "move": change.move.value,
        "requirement": change.item.requirement,
        "name": change.item.name,
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "come": [_proof(proof) for proof in change.come],
        "gone": [_proof(proof) for proof in change.gone],
    }


def _proof(proof: Proof) -> Json:
    return {"file": proof.file, "sha256": proof.sha256 or None, "pages": [proof.first, proof.last]}


def _pace(pace: Pace) -> Json:
    return {
        "open_before": pace.open_before,
        "open": pace.open,
        "closed": pace.closed,
        "opened": pace.opened,
        "days": pace.days,
        "visit": pace.visit or None,
        "left": pace.left,
        "needed_days": pace.needed_days,
    }
