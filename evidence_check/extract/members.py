"""What lies inside a file, written out beside the office's folder: bounded by what it really inflates to.

A member's name is the container's path, `INSIDE`, and its own path made harmless; nothing is ever
written into the folder that is looked at, and nothing under a name that somebody else chose.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from evidence_check.extract.archive import TooMuchError
from evidence_check.extract.settings import ReadSettings, unreadable
from evidence_check.model.files import INSIDE, File, Level, Unreadable
from evidence_check.sniffing import fault_of_name, sniff

STEP = 1 << 20
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
MAX_MEMBER = 200_000_000
FREE_RATIO_BYTES = 50_000_000
MAX_RATIO = 150
"""Papers shrink to a third, tables of text to a thirtieth; a bomb to a thousandth."""


class LockedError(ValueError):
    """The container, or a member of it, opens with a password only."""


class UnopenedError(ValueError):
    """Nothing on this machine opens such a container."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside another: its path there, and a way to get its bytes piece by piece.

    `pieces` may raise `LockedError` or whatever the library beneath raises for damage.
    """

    name: str
    pieces: Callable[[], Iterable[bytes]]
    link: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What a container holds: files written out with where they are, and those that cannot be read, with the reason."""

    files: tuple[tuple[Path, File], ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def written_out(members: Iterable[Member], file: File, settings: ReadSettings, spool: Path) -> Opened:
    """Write the members of a container below `spool`, each under a number; stop with a reason at the limits.

    Raises `OSError` when there is no room for them.
    """
    files: list[tuple[Path, File]] = []
    faults: dict[str, Unreadable] = {}
    names: set[str] = set()
    budget = Budget(file.size, settings.max_unpacked)
    for number, member in enumerate(members, start=1):
        if number > settings.max_members:
            faults[file.path] = unreadable(file, "EC120", limit=settings.max_members)
            break
        name, fault = _named(member, file, names)
        if fault:
            faults.setdefault(fault.file.path, fault)
            continue
        try:
            found = _written(member, name, spool / f"{number}{_suffix(name)}", budget)
        except TooMuchError as error:
            faults[file.path] = unreadable(file, "EC121", limit=error.limit)
            break
        if isinstance(found, File):
            files.append((spool / f"{number}{_suffix(name)}", found))
        else:
            faults[name] = found
    if not files and not faults:
        faults[file.path] = unreadable(file, "EC113", Level.DOUBT)
    return Opened(tuple(files), tuple(faults.values()))


class Budget:
    """How many bytes a container may still inflate to, by their number and by how small they were packed."""

    def __init__(self, packed: int, limit: int) -> None:
        self._spent = 0
        self._limit = min(limit, max(FREE_RATIO_BYTES, packed * MAX_RATIO))

    def spend(self, count: int) -> None:
        """Count bytes; raise `TooMuchError` when there are too many."""
        self._spent += count
        if self._spent > self._limit:
            raise TooMuchError(self._spent, self._limit)


def _written(member: Member, name: str, path: Path, budget: Budget) -> File | Unreadable:
    digest = hashlib.sha256()
    size = 0
    nobody = File(name, 0, "", "unknown")
    try:
        with path.open("wb") as stream:
            for piece in member.pieces():
                budget.spend(len(piece))
                size += len(piece)
                digest.update(piece)
                stream.write(piece)
    except (TooMuchError, MemoryError):
        raise
    except OSError as error:
        if error.errno in NO_ROOM:
            raise
        return unreadable(nobody, "EC102", detail=type(error).__name__)
    except LockedError:
        return unreadable(nobody, "EC101")
    except UnopenedError as error:
        return unreadable(nobody, "EC116", kind=error)
    except Exception as error:  # a hostile member may raise anything at all from the library beneath
        return unreadable(nobody, "EC102", detail=type(error).__name__)
    if size == 0:
        return unreadable(nobody, "EC103")
    if size > MAX_MEMBER:
        return unreadable(File(name, size, "", "unknown"), "EC104", size=size, limit=MAX_MEMBER)
    with path.open("rb") as stream:
        kind = sniff(stream.read(STEP), stream, path.suffix.lower())
    return File(name, size, digest.hexdigest(), kind)


def _named(member: Member, file: File, names: set[str]) -> tuple[str, Unreadable | None]:
    """Return a member's path, one of a kind; and why it is not to be read, if its name alone says so."""
    parts = _harmless(member.name)
    for count, part in enumerate(parts, start=1):
        if found := fault_of_name(part):
            shown = file.path + INSIDE + "/".join(parts[:count])
            return shown, unreadable(File(shown, 0, "", "unknown"), *found)
    name = file.path + INSIDE + "/".join(parts)
    name = next(each for each in _numbered(name) if each not in names)
    names.add(name)
    return name, unreadable(File(name, 0, "", "unknown"), "EC111") if member.link else None


def _numbered(name: str) -> Iterator[str]:
    yield name
    path = PurePosixPath(name)
    for number in range(2, 100_000):
        yield f"{path.parent}/{path.stem} ({number}){path.suffix}"


def _harmless(name: str) -> list[str]:
    """Return the steps of a path that lead nowhere but down; bytes that are no text become visible escapes."""
    name = name.encode("utf-8", "backslashreplace").decode("utf-8").replace("\\", "/").replace("\0", "")
    parts = [part for part in name.split("/") if part.strip() not in ("", ".", "..") and not part.endswith(":")]
    return [part[:200] for part in parts[-20:]] or ["?"]


def _suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) < 8 else ""
