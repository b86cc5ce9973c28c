"""Waiting for a place that may never answer: an action runs beside, and is left to itself when it stands still."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Tick = Callable[[], None]
"""Called by an action whenever it got on."""


def patiently(action: Callable[[Tick], T], seconds: float) -> T:
    """Return what an action gives; raise `TimeoutError` when for some seconds it neither ended nor got on.

    No library for shares lets every wait be bounded, so the action runs in a thread that does not keep the program
    from ending. What was given up may still be stuck: its connection is to be thrown away.
    """
    told: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()

    def run() -> None:
        try:
            told.put(("done", action(lambda: told.put(("on", None)))))
        except BaseException as error:  # handed over to whoever waits
            told.put(("failed", error))

    threading.Thread(target=run, daemon=True, name="share").start()
    while True:
        try:
            what, value = told.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError(f"{seconds:g} s") from None
        if what == "done":
            return value  # type: ignore[return-value]
        if what == "failed":
            raise value  # type: ignore[misc]
