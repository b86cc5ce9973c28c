"""Libraries that only who uses a share needs: absent ones end the run with advice."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from evidence_check.errors import ToolMissingError


def needed(module: str, scheme: str) -> Any:
    """Return a module; raise `ToolMissingError` when it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ToolMissingError("share_library_missing", library=module.partition(".")[0], scheme=scheme) from error
