"""What happens in a batch, as lines of JSON for whoever watches it from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, BinaryIO

from evidence_check.batching.task import Outcome
from evidence_check.messages.masking import mask

Clock = Callable[[], datetime]
"""Gives the moment it is, with the zone."""


@dataclass(frozen=True, slots=True)
class EventLog:
    """Writes one line an event, at once, so that a run that is killed has told what it did; `stream` None: nowhere."""

    stream: BinaryIO | None
    clock: Clock

    def __call__(self, event: str, **values: Any) -> None:
        """Write an event with what belongs to it."""
        if self.stream is None:
            return
        told = {"at": self.clock().isoformat(timespec="milliseconds"), "event": event, **values}
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.stream.write(mask(line).encode("utf-8", errors="backslashreplace") + b"\n")
        self.stream.flush()

    def of(self, outcome: Outcome) -> None:
        """Write how an office came out."""
        values: dict[str, Any] = {"office": outcome.key}
        if outcome.sum:
            values |= asdict(outcome.sum)
        if outcome.fault:
            values |= {"code": outcome.fault.code, "params": dict(outcome.fault.params)}
        self(f"office_{outcome.turn}", **values)
