"""A piece of work that may take a few seconds, and no more."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def in_time(work: Callable[[], Result], seconds: float) -> Result | None:
    """Return what some work gives, None when it raises or is not done in time; it is then told to stop."""
    done: list[Result] = []

    def run() -> None:
        try:
            done.append(work())
        except (Exception, SystemExit):  # hostile bytes may raise anything at all from the library beneath
            return

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive() and thread.ident is not None:
        # It ends at its next step: work given up must not go on beside the next file.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
    return done[0] if done else None
