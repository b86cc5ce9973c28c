"""Writes a report whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from evidence_check.errors import ReportError


def write(data: bytes, target: Path) -> None:
    """Write the bytes to the target whole or not at all; the old file stays when it cannot be done."""
    with whole(target) as stream:
        stream.write(data)


@contextlib.contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """Give a stream that becomes the target when all went well; else nothing is left and the old file stays."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    except (OSError, ValueError) as problem:
        raise ReportError("report_cannot_write", path=target, detail=_detail(problem)) from problem
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except OSError as problem:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise ReportError("report_cannot_write", path=target, detail=_detail(problem)) from problem
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file usually gets."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return 0o644


def _detail(problem: OSError | ValueError) -> str:
    return getattr(problem, "strerror", None) or str(problem)
