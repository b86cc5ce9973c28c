"""Where the checklists, the catalogue and the samples are, and their text.

In a source checkout they lie beside the package (`checklists/`, `samples/`); in an installed wheel
inside it (`_data/`). An office's own file lies in the folder it hands over.
"""

from __future__ import annotations

import stat
from functools import cache
from pathlib import Path

from evidence_check.checklist.catalogue import read_catalogue
from evidence_check.checklist.reading import read_checklist, read_office
from evidence_check.checklist.suggesting import suggestion
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist, DocumentType, Office

OFFICE_FILE = "evidence-check.yaml"
SUFFIXES = (".yaml", ".yml")
LIMIT = 5_000_000
_PACKAGE = Path(__file__).resolve().parent


@cache
def catalogue() -> dict[str, DocumentType]:
    """Return every type of document by its id."""
    folder = _data("checklists") / "documents"
    return read_catalogue({f"documents/{path.name}": _text(path) for path in sorted(folder.glob("*.yaml"))})


def checklist_ids() -> tuple[str, ...]:
    """Return the ids of the checklists that come with the program, sorted."""
    return tuple(sorted(path.stem for path in _data("checklists").glob("*.yaml")))


def checklist(id_or_path: str) -> Checklist:
    """Return a checklist by its id, or read one from the path of a `.yaml` file."""
    path = Path(id_or_path)
    if id_or_path in checklist_ids():
        path = _data("checklists") / f"{id_or_path}.yaml"
    elif path.suffix.lower() not in SUFFIXES:
        known = checklist_ids()
        raise ChecklistError(
            "checklist_unknown", id=id_or_path, known=", ".join(known), suggestion=suggestion(id_or_path, known)
        )
    return read_checklist(_text(path), path.name, catalogue())


def office(folder: Path) -> Office:
    """Return what the folder's own `evidence-check.yaml` says, an empty office when there is none."""
    path = folder / OFFICE_FILE
    try:
        text = _text(path)
    except ChecklistError as error:
        if error.code == "checklist_not_found":
            return Office()
        raise
    return read_office(text, OFFICE_FILE)


def samples() -> Path:
    """Return the folder of the invented offices."""
    return _data("samples")


def _data(name: str) -> Path:
    """Return a data folder: beside the package in a checkout, else inside the package."""
    for folder in (_PACKAGE.parent, _PACKAGE / "_data"):
        if (folder / "checklists" / "documents").is_dir():
            return folder / name
    raise ChecklistError("checklist_data_missing", path=_PACKAGE / "_data")


def _text(path: Path) -> str:
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ChecklistError("checklist_not_utf8", file=path.name, line=line) from None


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ChecklistError("checklist_not_a_file", file=path)
        if about.st_size > LIMIT:
            size, limit = f"{about.st_size / 1e6:.1f}", f"{LIMIT / 1e6:.0f}"
            raise ChecklistError("checklist_too_large", file=path.name, line=1, column=1, size=size, limit=limit)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ChecklistError("checklist_not_found", file=path) from None
    except (OSError, ValueError) as error:
        raise ChecklistError("checklist_unreadable", file=path, detail=type(error).__name__) from None
