"""One item after the other in this process: no isolation, no time limit, easy to follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evidence_check.executors.protocol import Failure, Item, Result
from evidence_check.model.files import params


@dataclass(frozen=True, slots=True)
class Serial:
    """An executor without processes; `jobs` is there only so that all executors are made alike."""

    jobs: int = 1

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield the result of each item; an exception becomes a `Failure`, `seconds` cannot be kept here."""
        for item in items:
            try:
                result: Result | Failure = function(item)
            except Exception as error:  # one bad item must not end the run
                result = Failure("EC110", params(detail=type(error).__name__))
            yield result
