"""The terminal: UTF-8 on every platform, two streams, progress only where somebody looks."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from evidence_check.errors import ReportError

if TYPE_CHECKING:
    from evidence_check.collecting import Progress, Step

TELLING = 3.0
"""Seconds, and the share of the work, before a guess of the time left is worth anything."""
TELLING_SHARE = 0.02


def speak_utf8() -> None:
    """Make both streams write UTF-8, whatever the console's code page; what cannot be shown becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Write one text to standard output; raise `ReportError` when that is impossible."""
    say_bytes((text.rstrip("\n") + "\n").encode("utf-8", errors="replace"))


def say_bytes(data: bytes) -> None:
    """Write bytes to standard output, as UTF-8 text where it takes no bytes; raise `ReportError` when impossible."""
    try:
        sys.stdout.flush()
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(data.decode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ReportError("report_cannot_write", path="-", detail=error.strerror or type(error).__name__) from error


def ask(text: str) -> str | None:
    """Return the line a person types after a text, None when nothing more will be typed."""
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":
        sys.stdin.reconfigure(errors="replace")
    try:
        return input(text)
    except EOFError:
        return None


def forget_output() -> None:
    """Point standard output at nothing when it cannot be flushed, so that the interpreter ends without a word."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def warn(text: str) -> None:
    """Write one text to standard error, or nowhere when that is closed."""
    try:
        sys.stderr.write(text.rstrip("\n") + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def columns() -> int:
    """Return how many columns a line may have."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))


def shows_colour() -> bool:
    """Say whether standard output is a terminal that knows colours and nobody asked for none (`NO_COLOR`)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ


def counter(sentence: Callable[[Step, float | None], str]) -> Progress | None:
    """Return a progress line on standard error, None when nobody is looking.

    `sentence` takes how far it is and the seconds left, None as long as nobody can tell.
    """
    if not sys.stderr.isatty():
        return None
    begun: dict[str, float] = {}

    def show(step: Step) -> None:
        spent = time.monotonic() - begun.setdefault(step.unit, time.monotonic())
        width = columns() - 1
        line = sentence(step, left_of(spent, step.share))[:width].ljust(width)
        sys.stderr.write("\r" + line + (f"\r{' ' * width}\r" if step.done >= step.total else ""))
        sys.stderr.flush()

    return show


def left_of(spent: float, share: float) -> float | None:
    """Return how many seconds are left after so many for a share of the work (0..1); None: too early to tell."""
    if spent < TELLING or share < TELLING_SHARE:
        return None
    return spent * (1 - share) / share
