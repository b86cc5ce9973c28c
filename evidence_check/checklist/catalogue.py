"""All entries of the catalogue together: each file named after its id, no dangling or circular `kind_of`."""

from __future__ import annotations

from collections.abc import Mapping

from evidence_check.checklist.fields import Fields
from evidence_check.checklist.marked import QUOTED, Spot, marked
from evidence_check.checklist.reading import TYPE, read_document_type
from evidence_check.checklist.suggesting import suggestion
from evidence_check.model.asked import DocumentType

SUFFIX = ".yaml"


def read_catalogue(texts: Mapping[str, str]) -> dict[str, DocumentType]:
    """Return the types by id, sorted; `texts` maps the name of each file (`skp_tahunan.yaml`) to its text."""
    types: dict[str, DocumentType] = {}
    for name, text in sorted(texts.items()):
        entry = read_document_type(text, name)
        wanted = name.rsplit("/", 1)[-1].removesuffix(SUFFIX)
        if entry.id != wanted:
            raise _place(text, name, "id").error("checklist_wrong_id", id=entry.id[:QUOTED], wanted=wanted)
        types[entry.id] = entry
    for name, text in sorted(texts.items()):
        _must_hang_together(name.rsplit("/", 1)[-1].removesuffix(SUFFIX), types, text, name)
    return types


def _must_hang_together(key: str, types: Mapping[str, DocumentType], text: str, name: str) -> None:
    parent = types[key].kind_of
    seen = [key]
    while parent:
        if parent not in types:
            near = suggestion(parent, types)
            raise _place(text, name, "kind_of").error("checklist_unknown_type", type=parent[:QUOTED], suggestion=near)
        if parent in seen:
            raise _place(text, name, "kind_of").error("checklist_circle", type=parent)
        seen.append(parent)
        parent = types[parent].kind_of


def _place(text: str, name: str, key: str) -> Spot:
    return Fields(marked(text, name), "", TYPE).place(key)
