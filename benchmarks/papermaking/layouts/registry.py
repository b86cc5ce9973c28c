"""Every layout there is, by type of the catalogue, gathered from the modules of this folder."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from ..saying import honest
from ..scene import Layout

Three = tuple[Layout, Layout, Layout]


def layouts() -> dict[str, Three]:
    """Return the three layouts of every type some module of this folder exposes in its `LAYOUTS`."""
    found: dict[str, Three] = {}
    for module in sorted(each.name for each in pkgutil.iter_modules([str(Path(__file__).parent)])):
        inside = importlib.import_module(f"{__package__}.{module}")
        found |= getattr(inside, "LAYOUTS", {})
    return {type_: (honest(first), honest(second), honest(third)) for type_, (first, second, third) in found.items()}
