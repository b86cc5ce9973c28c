"""What went wrong with a place → the code people are told, and whether it may be better in a moment."""

from __future__ import annotations

import errno

from evidence_check.model.files import Finding, Level, Place, params

GONE, DENIED, DAMAGED, LOOP, ENCRYPTED = "EC115", "EC109", "EC102", "EC111", "EC101"
NO_ROOM = "EC125"
IN_USE, CHANGING, STALLED, LOST = "EC140", "EC141", "EC142", "EC143"


class InUseError(OSError):
    """Somebody else has the file open and lets nobody read it."""


class LockedError(OSError):
    """The file is encrypted."""


class UnknownHostError(ConnectionError):
    """The server shows a key nobody said was its own."""


class ChangingError(OSError):
    """The file changed while it was copied, as one does that is still being copied to the place."""


def code_of(error: OSError, seconds: float) -> tuple[str, dict[str, object]]:
    """Return the code of a failure and what its sentence needs; `seconds` is how long the place was waited for."""
    if isinstance(error, TimeoutError):
        return STALLED, {"seconds": f"{seconds:g}"}
    if isinstance(error, InUseError):
        return IN_USE, {}
    if isinstance(error, ChangingError):
        return CHANGING, {}
    if isinstance(error, LockedError):
        return ENCRYPTED, {}
    if isinstance(error, PermissionError):
        return DENIED, {}
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return GONE, {}
    if isinstance(error, ConnectionError):
        return LOST, {"detail": detail_of(error)}
    if error.errno == errno.ELOOP:
        return LOOP, {}
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NO_ROOM, {}
    return DAMAGED, {"detail": detail_of(error)}


def finding_of(path: str, error: OSError, seconds: float) -> Finding:
    """Return a failure as the reason of a file or folder."""
    code, values = code_of(error, seconds)
    return Finding(code, Level.ERROR, params(**values), Place(path, 1, ""))


def finding(path: str, code: str, level: Level = Level.ERROR, **values: object) -> Finding:
    """Return the reason of a file or folder."""
    return Finding(code, level, params(**values), Place(path, 1, ""))


def is_of_place(error: OSError) -> bool:
    """Say whether the place as a whole is in trouble, rather than one file."""
    return isinstance(error, ConnectionError | TimeoutError)


def may_pass(error: OSError) -> bool:
    """Say whether it is worth trying again in a moment: not what is forbidden."""
    return not isinstance(error, PermissionError | LockedError)


def detail_of(error: BaseException) -> str:
    """Return what the system says of a failure, else its class: the words of a library may hold a user."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else "") or type(error).__name__
