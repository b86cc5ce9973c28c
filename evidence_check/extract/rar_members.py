"""A RAR → its members, by whichever unpacking program is installed; stored members need none."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_check.extract.members import STEP, LockedError, Member, UnopenedError
from evidence_check.extract.settings import ReadSettings

_WILD = re.compile(r"([*?\[\]\\])")


def rar_tool() -> str:
    """Return the program that unpacks RAR on this machine, empty when there is none."""
    try:
        import rarfile
    except ImportError:
        return ""
    try:
        key = rarfile.tool_setup(force=True).setup["open_cmd"][0]
    except rarfile.RarCannotExec:
        return ""
    return str(getattr(rarfile, key))


def rar_members(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield the files of a RAR in the order of its directory; raise `UnopenedError` when nothing can unpack it."""
    import rarfile

    try:
        with rarfile.RarFile(str(path)) as archive:
            if archive.needs_password() and not archive.infolist():
                raise LockedError(path.name)
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            packed = any(entry.compress_type != rarfile.RAR_M0 for entry in entries)
            tool = rar_tool() if packed else ""
            if packed and not tool:
                raise UnopenedError("rar")
            for entry in entries:
                yield Member(
                    entry.filename,
                    lambda entry=entry: _pieces(archive, entry, path, tool),  # type: ignore[misc]
                    entry.is_symlink(),
                )
    except rarfile.NeedFirstVolume as error:
        raise UnopenedError("rar") from error


def _pieces(archive: Any, entry: Any, path: Path, tool: str) -> Iterator[bytes]:
    import rarfile

    if entry.needs_password():
        raise LockedError(entry.filename)
    if tool == rarfile.BSDTAR_TOOL and entry.compress_type != rarfile.RAR_M0 and not entry.is_dir():
        yield from _by_bsdtar(tool, path, entry)
        return
    with archive.open(entry) as stream:
        while piece := stream.read(STEP):
            yield piece


def _by_bsdtar(tool: str, path: Path, entry: Any) -> Iterator[bytes]:
    """Yield what bsdtar unpacks of one member; rarfile calls it in a way it does not understand.

    It knows not every way of packing, so that its failure does not mean damage.
    """
    name = _WILD.sub(r"\\\1", entry.filename)
    command = [tool, "-x", "--to-stdout", "-f", str(path), "--", name]
    size = 0
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        try:
            while running.stdout and (piece := running.stdout.read(STEP)):
                size += len(piece)
                yield piece
        finally:
            running.kill()
    if size != entry.file_size:
        raise UnopenedError("rar")
