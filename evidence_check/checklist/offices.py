"""YAML text → a list of offices, as in `offices.yaml`; whatever is wrong is told with file, line and column.

The format is described in `docs/batch.md`.
"""

from __future__ import annotations

from evidence_check.checklist.fields import Fields, opened
from evidence_check.checklist.marked import QUOTED, Node, marked
from evidence_check.checklist.reading import YEARS
from evidence_check.model.batch import OfficeRow, Offices, Wanted

OFFICES = ("format", "checklist", "year", "visit", "offices")
ROW = ("folder", "office", "region", "checklist", "year", "visit", "settings", "reviews")


def read_offices(text: str, name: str) -> Offices:
    """Return the offices of a YAML text in the order written; `name` is shown in errors."""
    fields = opened(marked(text, name), OFFICES)
    fields.must("offices")
    rows: dict[str, OfficeRow] = {}
    for node in fields.items("offices"):
        row, each = _row(node)
        if row.folder in rows:
            raise each.place("folder").error("offices_twice", folder=row.folder[:QUOTED])
        rows[row.folder] = row
    return Offices(tuple(rows.values()), _wanted(fields))


def _row(node: Node) -> tuple[OfficeRow, Fields]:
    each = Fields(node, "offices", ROW)
    folder = each.must_text("folder").replace("\\", "/").strip("/")
    if not folder or any(part in ("", ".", "..") for part in folder.split("/")):
        raise each.place("folder").error("offices_bad_folder", folder=each.text("folder")[:QUOTED])
    row = OfficeRow(
        folder=folder,
        office=each.text("office").strip(),
        region=each.text("region").strip(),
        wanted=_wanted(each),
        settings=each.text("settings").strip(),
        reviews=each.names("reviews"),
    )
    return row, each


def _wanted(fields: Fields) -> Wanted:
    return Wanted(fields.text("checklist").strip(), fields.whole("year", *YEARS), fields.day("visit"))
