"""`evidence-check doctor`: what is installed, what is missing, and how to get it on this platform."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from evidence_check import __version__
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ToolMissingError
from evidence_check.report.visible import visible

OLDEST_PYTHON = (3, 11)
LIBRARIES = (
    "click",
    "jinja2",
    "lxml",
    "numpy",
    "olefile",
    "openpyxl",
    "pdfplumber",
    "pebble",
    "pillow",
    "platformdirs",
    "pyhanko",
    "pypdfium2",
    "python-calamine",
    "python-docx",
    "pyyaml",
    "rapidfuzz",
    "rarfile",
    "spacy",
)
OPTIONAL = ("tesserocr", "pillow-heif", "py7zr")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at: what, what was found, and how to mend it; `needed` False: the program does without."""

    name: str
    found: str
    remedy: str = ""
    needed: bool = True


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run() -> int:
        own = (_recognition(wording), _rar(wording), _checklists(wording), _place(wording))
        lines = (*_programs(wording), *_libraries(wording), *own)
        say("\n".join(_shown(line, wording) for line in lines))
        missing = [line for line in lines if line.remedy]
        needed = any(line.needed for line in missing)
        say("\n" + wording("doctor.broken" if needed else "doctor.partly" if missing else "doctor.well"))
        return ToolMissingError.exit_code if needed else READY

    return Command("doctor", wording, callback=run)


def _shown(line: Line, wording: Wording) -> str:
    mark = "ok" if not line.remedy else "missing" if line.needed else "optional"
    text = f"{wording(f'doctor.{mark}')}  {line.name}: {visible(line.found)}"
    return f"{text}\n      {wording('doctor.remedy', remedy=line.remedy)}" if line.remedy else text


def _programs(wording: Wording) -> tuple[Line, ...]:
    version = platform.python_version()
    remedy = "" if sys.version_info >= OLDEST_PYTHON else wording("doctor.python")
    return (Line("evidence-check", __version__), Line("Python", f"{version} ({platform.system()})", remedy))


def _libraries(wording: Wording) -> tuple[Line, ...]:
    return tuple(_library(name, wording, name not in OPTIONAL) for name in (*LIBRARIES, *OPTIONAL))


def _library(name: str, wording: Wording, needed: bool) -> Line:
    try:
        return Line(name, importlib.metadata.version(name), needed=needed)
    except importlib.metadata.PackageNotFoundError:
        return Line(name, wording("doctor.absent"), f"{sys.executable} -m pip install {name}", needed)


def _recognition(wording: Wording) -> Line:
    """Say where Tesseract's data is, and of which language; without any, scans become `Perlu ditinjau`."""
    from evidence_check.extract.ocr import platform_name
    from evidence_check.extract.tesseract import language_at_hand, tesseract_data
    from evidence_check.messages.catalog import load

    name = wording("doctor.recognition")
    language = language_at_hand()
    if place := tesseract_data(language):
        return Line(name, f"{place} ({language})", needed=False)
    return Line(name, wording("doctor.absent"), load(wording.language).word("install", platform_name()), needed=False)


def _rar(wording: Wording) -> Line:
    """Say which program opens RAR archives; without one they are listed with the advice to extract them."""
    from evidence_check.extract.rar_members import rar_tool

    tool = rar_tool()
    found = tool or wording("doctor.absent")
    return Line(wording("doctor.rar"), found, "" if tool else wording("doctor.rar_install"), needed=False)


def _checklists(wording: Wording) -> Line:
    from evidence_check import library

    known = library.checklist_ids()
    remedy = "" if known else wording("doctor.reinstall")
    return Line(wording("doctor.checklists"), ", ".join(known) or wording("doctor.absent"), remedy)


def _place(wording: Wording) -> Line:
    """Say whether reports can be written into the folder a person is in."""
    here = Path.cwd()
    remedy = "" if os.access(here, os.W_OK) else wording("doctor.elsewhere")
    return Line(wording("doctor.place"), str(here), remedy, needed=False)
