"""Where the checklists, the catalogue and the samples are, and their text.

In a source checkout they lie beside the package (`checklists/`, `samples/`); in an installed wheel
inside it (`_data/`). An office's own file lies in the folder it hands over.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from evidence_check.checklist.catalogue import read_catalogue
from evidence_check.checklist.offices import read_offices
from evidence_check.checklist.overlay import base_of, overlaid
from evidence_check.checklist.reading import read_checklist, read_office
from evidence_check.checklist.reviewing import read_reviews
from evidence_check.checklist.suggesting import suggestion
from evidence_check.checklist.yardsticks import read_yardsticks
from evidence_check.errors import ChecklistError, UsageError
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.batch import Offices
from evidence_check.model.reviews import Review
from evidence_check.model.yardsticks import Yardsticks
from evidence_check.shares.protocol import Share

OFFICE_FILE = "evidence-check.yaml"
OFFICES_FILE = "offices.yaml"
REVIEWS_FILE = "reviews.yaml"
SUFFIXES = (".yaml", ".yml")
LIMIT = 5_000_000
_PACKAGE = Path(__file__).resolve().parent


@cache
def catalogue() -> dict[str, DocumentType]:
    """Return every type of document by its id."""
    folder = _data("checklists") / "documents"
    return read_catalogue({f"documents/{path.name}": _text(path) for path in sorted(folder.glob("*.yaml"))})


@cache
def yardsticks() -> Yardsticks:
    """Return what papers are measured by: grades, deadlines, revoked regulations."""
    folder = _data("checklists") / "figures"
    return read_yardsticks({f"figures/{path.name}": _text(path) for path in sorted(folder.glob("*.yaml"))})


def checklist_ids() -> tuple[str, ...]:
    """Return the ids of the checklists that come with the program, sorted."""
    return tuple(sorted(path.stem for path in _data("checklists").glob("*.yaml")))


def checklist(id_or_path: str, beside: Path | None = None) -> Checklist:
    """Return a checklist by its id, or read one from the path of a `.yaml` file; overlays are laid over their base.

    A relative path is taken from `beside` (an office's folder, the folder of an overlay) when the file is there.
    """
    return _laid_over(_place(id_or_path, beside), ())


def source(id_or_path: str) -> tuple[str, str]:
    """Return the file name and the YAML text of a checklist, read but not understood."""
    path = _place(id_or_path, None)
    return path.name, _text(path)


def checklist_of(text: str, name: str, folder: Path) -> Checklist:
    """Return the checklist of a YAML text that is no file yet but will be `name` in a folder."""
    wanted = base_of(text, name)
    if not wanted:
        return read_checklist(text, name, catalogue())
    under = _laid_over(_place(wanted, folder), ((folder / name).resolve(),))
    return overlaid(under, text, name, catalogue())


@lru_cache(maxsize=8)
def _understood(text: str, name: str) -> Checklist:
    """Return the checklist of a text; many offices are judged by the same."""
    return read_checklist(text, name, catalogue())


def _laid_over(path: Path, above: tuple[Path, ...]) -> Checklist:
    """Return the checklist of a file with all it extends; `above` are the overlays on the way here."""
    text = _text(path)
    wanted = base_of(text, path.name)
    if not wanted:
        return _understood(text, path.name)
    chain = (*above, path.resolve())
    under = _place(wanted, path.parent)
    if under.resolve() in chain:
        raise ChecklistError("checklist_extends_circle", file=path.name, id=wanted)
    return overlaid(_laid_over(under, chain), text, path.name, catalogue())


def _place(id_or_path: str, beside: Path | None) -> Path:
    """Return the file of a checklist; an id on the shelf goes before a file of that name."""
    known = checklist_ids()
    if id_or_path in known:
        return _data("checklists") / f"{id_or_path}.yaml"
    path = Path(id_or_path)
    if path.suffix.lower() not in SUFFIXES:
        near = suggestion(id_or_path, known)
        raise ChecklistError("checklist_unknown", id=id_or_path, known=", ".join(known), suggestion=near)
    near_by = beside / path if beside else path
    return near_by if beside and _is_there(near_by) else path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


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


def office_at(path: Path) -> Office:
    """Return what a file written like an office's own says of it; raise when it is not there."""
    return read_office(_text(path), path.name)


def offices(path: Path) -> Offices:
    """Return the offices of a list, `offices.yaml`."""
    return read_offices(_text(path), path.name)


def offices_there(share: Share) -> Offices | None:
    """Return the list of offices at the top of a folder elsewhere, None when there is none."""
    text = _text_there(share, OFFICES_FILE)
    return None if text is None else read_offices(text, OFFICES_FILE)


def office_there(share: Share) -> Office:
    """Return what the own `evidence-check.yaml` of a folder elsewhere says, an empty office when there is none."""
    text = _text_there(share, OFFICE_FILE)
    return Office() if text is None else read_office(text, OFFICE_FILE)


def checklist_there(name: str, share: Share) -> Checklist:
    """Return a checklist by its id, or the one of that name beside the files of an office elsewhere."""
    beside = Path(name).suffix.lower() in SUFFIXES and name not in checklist_ids()
    text = _text_there(share, name) if beside else None
    return checklist(name) if text is None else checklist_of(text, name, Path())


def _text_there(share: Share, name: str) -> str | None:
    try:
        return share.text(name, LIMIT)
    except (OSError, ValueError) as error:
        raise ChecklistError("checklist_unreadable", file=name, detail=type(error).__name__) from None


def reviews(folder: Path, given: Sequence[str] = (), share: Share | None = None) -> tuple[Review, ...]:
    """Return the decisions written in the folder's own `reviews.yaml` and in other files, each once.

    `share` is where the folder is when it is elsewhere. Raises `ChecklistError` where one is wrong, and `UsageError`
    where a file that was named is not there.
    """
    merged: dict[Review, Review] = {}
    if share and (text := _text_there(share, REVIEWS_FILE)) is not None:
        merged = {replace(each, source="", line=0): each for each in read_reviews(text, REVIEWS_FILE)}
    own = folder / REVIEWS_FILE
    files = {path.resolve(): path for path in ([own] if not share and _is_there(own) else [])}
    for name in given:
        if not _is_there(Path(name)):
            raise UsageError("reviews_not_found", path=name)
        files.setdefault(Path(name).resolve(), Path(name))
    names = [path.name for path in files]
    for path in files:
        name = path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}"
        for review in read_reviews(_text(path), name):
            # The same decision in two files is one.
            merged.setdefault(replace(review, source="", line=0), review)
    return tuple(merged.values())


def reviews_text(path: Path) -> str:
    """Return the text of a file of decisions, empty when there is none yet."""
    return _text(path) if _is_there(path) else ""


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
