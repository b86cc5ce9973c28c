"""Where reports go and in which format: decided, and refused if need be, before anything is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_check.cli.terminal import say_bytes
from evidence_check.cli.wording import Wording
from evidence_check.errors import ReportError, UsageError
from evidence_check.report import BINARY, SUFFIXES
from evidence_check.report.visible import visible

STDOUT = "-"
DEFAULT = "text"


@dataclass(frozen=True, slots=True)
class Output:
    """One report to make; `path` is None for standard output."""

    format: str
    path: Path | None = None


def outputs_of(names: Sequence[str], asked: str | None) -> tuple[Output, ...]:
    """Return the reports asked for by `--output` and `--format`; the summary on standard output comes first.

    It is left out only when standard output carries another report.
    """
    named = tuple(_output(name, asked) for name in names)
    if all(output.path is not None for output in named):
        named = (Output(DEFAULT if names else asked or DEFAULT), *named)
    for output in named:
        if output.path is None and output.format in BINARY and sys.stdout.isatty():
            raise UsageError("report_needs_file", format=output.format)
    return named


def template_for(outputs: Iterable[Output], name: str) -> bytes:
    """Return the office's own template, empty when none is given; raise what makes it unfit before anything is read."""
    if not name:
        return b""
    if all(output.format != "docx" for output in outputs):
        raise UsageError("template_unused")
    from evidence_check.report.docx_report import checked_template

    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as problem:
        detail = getattr(problem, "strerror", None) or type(problem).__name__
        raise UsageError("template_cannot_read", path=visible(name), detail=detail) from problem
    try:
        checked_template(data)
    except UsageError as error:
        raise UsageError(error.code, path=visible(name), **dict(error.params)) from error
    return data


def _output(name: str, asked: str | None) -> Output:
    if name == STDOUT:
        return Output(asked or DEFAULT)
    path = Path(name)
    found = SUFFIXES.get(path.suffix.lower(), asked)
    if found is None:
        raise UsageError("report_unknown_format", suffix=path.suffix or path.name, known=", ".join(sorted(SUFFIXES)))
    return Output(found, path)


def refuse_bad_places(outputs: Iterable[Output], root: Path, allow_inside: bool, wording: Wording) -> None:
    """Raise when a report would land inside the checked folder, or where nothing can be written."""
    for path in (output.path for output in outputs if output.path is not None):
        real = Path(os.path.realpath(path))
        if not allow_inside and _is_inside(real, root):
            raise UsageError("report_inside_folder", path=path)
        if why := _why_not(real):
            raise ReportError("report_cannot_write", path=path, detail=wording(why))


def put(data: bytes, output: Output) -> None:
    """Write one report to its place, whole or not at all."""
    if output.path is None:
        say_bytes(data)
        return
    from evidence_check.report.writing import write

    write(data, output.path)


def _is_inside(path: Path, root: Path) -> bool:
    """Compare folders by identity, so that no spelling, link or letter case slips through."""
    if not root.exists():
        return False
    return any(os.path.samefile(parent, root) for parent in path.parents if parent.exists())


def _why_not(path: Path) -> str:
    if path.is_dir():
        return "why.is_folder"
    if not path.parent.is_dir():
        return "why.no_folder"
    return "" if os.access(path.parent, os.W_OK) else "why.denied"
