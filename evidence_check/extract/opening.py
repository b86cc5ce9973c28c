"""A container → the files inside it; the one way into all openers."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath

from evidence_check.extract import ARCHIVES, OPENERS
from evidence_check.extract.archive import TooMuchError
from evidence_check.extract.members import NO_ROOM, LockedError, Member, Opened, UnopenedError, written_out
from evidence_check.extract.reading import SUFFIXES
from evidence_check.extract.settings import ATTACHMENTS, ReadSettings, unreadable
from evidence_check.model.files import Content, File, Unreadable

Opener = Callable[[Path, ReadSettings], Iterator[Member]]


def holds_files(file: File) -> bool:
    """Say whether a file is nothing but a box for others; one that should be something else is damaged instead."""
    if file.kind not in ARCHIVES:
        return False
    expected = SUFFIXES.get(PurePosixPath(file.path).suffix.lower(), ARCHIVES)
    return not expected.isdisjoint(ARCHIVES)


def carries_files(result: Content | Unreadable) -> bool:
    """Say whether a file that was read has others attached to it."""
    return isinstance(result, Content) and any(key == ATTACHMENTS for key, _ in result.marks)


def open_up(path: Path, file: File, settings: ReadSettings, spool: Path) -> Opened:
    """Write what a file holds into a new folder below `spool`; a bad container gives a reason, it never raises."""
    own = spool / hashlib.sha256(file.path.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    try:
        if path.stat().st_size != file.size:
            return Opened(unreadable=(unreadable(file, "EC115"),))
        own.mkdir(0o700)
        return written_out(_opener(file.kind)(path, settings), file, settings, own)
    except LockedError:
        return Opened(unreadable=(unreadable(file, "EC101"),))
    except UnopenedError:
        return Opened(unreadable=(unreadable(file, "EC116", kind=file.kind),))
    except TooMuchError as error:
        return Opened(unreadable=(unreadable(file, "EC121", limit=error.limit),))
    except FileNotFoundError:
        return Opened(unreadable=(unreadable(file, "EC115"),))
    except PermissionError:
        return Opened(unreadable=(unreadable(file, "EC109"),))
    except OSError as error:
        if error.errno in NO_ROOM:
            shutil.rmtree(own, ignore_errors=True)  # room again for the next one
            return Opened(unreadable=(unreadable(file, "EC125"),))
        return Opened(unreadable=(unreadable(file, "EC102", detail=type(error).__name__),))
    except MemoryError:
        return Opened(unreadable=(unreadable(file, "EC110"),))
    except Exception as error:  # a hostile file may raise anything at all from the libraries beneath
        return Opened(unreadable=(unreadable(file, "EC102", detail=type(error).__name__),))


def _opener(kind: str) -> Opener:
    module, _, name = OPENERS[kind].partition(":")
    opener: Opener = getattr(import_module(module), name)
    return opener
