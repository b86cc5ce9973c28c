"""What an executor is: something shaped like `map` that loses one item at most, never the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from evidence_check.model.files import Params

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """An item whose function gave no result: EC105 over its time, EC110 crashed or out of memory."""

    code: str
    params: Params = ()


class Executor(Protocol):
    """Runs a function over items; results come in the order of the items, as soon as they are there."""

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield the result of each item, or its `Failure`; `seconds` is the time one item may take (0: any)."""
        ...
