"""What every command that reads files needs: how a file is read, by how many processes, and for how long."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.checklist.agreeing import check_office, check_year
from evidence_check.cli.terminal import Progress, counter
from evidence_check.cli.wording import Wording
from evidence_check.errors import FolderError, UsageError
from evidence_check.executors import EXECUTORS
from evidence_check.executors.processes import processors
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Unreadable
from evidence_check.model.outcome import Readiness
from evidence_check.report.visible import visible

SECONDS_PER_FILE = 600.0
MOST_JOBS = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One check that was asked for: what the folder's own file does not say comes from the command line."""

    root: Path
    checklist: str = ""
    year: int | None = None
    jobs: int = 0
    ocr: bool = True


def executor_of(jobs: int) -> Executor:
    """Return what reads the files: always other processes, so that a file that kills its reader costs only itself."""
    module, _, name = EXECUTORS["processes"].partition(":")
    executor: Executor = getattr(import_module(module), name)(jobs or min(processors(), MOST_JOBS))
    return executor


def checked(job: Job, wording: Wording) -> Readiness:
    """Return how ready a folder is; raise what is wrong with the command line or the folder before reading it."""
    must_hold_something(job.root)
    office = library.office(job.root)
    name = job.checklist or office.checklist
    if not name:
        raise UsageError("no_checklist", known=", ".join(library.checklist_ids()))
    year = job.year or office.year
    if not year:
        raise UsageError("no_year")
    checklist = library.checklist(name)
    check_year(checklist, year)
    check_office(checklist, office, library.OFFICE_FILE)
    settings = ReadSettings(ocr=job.ocr)
    executor = executor_of(job.jobs)
    catalogue = library.catalogue()
    return pipeline.check(
        job.root, checklist, catalogue, office, year, settings, executor, SECONDS_PER_FILE, progress(wording)
    )


def identified(
    paths: list[Path], jobs: int, ocr: bool, wording: Wording
) -> tuple[tuple[Evidence, ...], tuple[Unreadable, ...]]:
    """Return what some files are, and those that could not be read."""
    executor = executor_of(min(len(paths), jobs or MOST_JOBS, processors()))
    settings = ReadSettings(ocr=ocr)
    return pipeline.identify(paths, library.catalogue(), settings, executor, SECONDS_PER_FILE, progress(wording))


def progress(wording: Wording) -> Progress | None:
    """Return the progress line of reading files."""
    return counter(lambda **values: wording("progress", **values))


def must_hold_something(root: Path) -> None:
    """Raise when the folder is missing, is none, may not be read, or holds nothing at all."""
    shown = visible(str(root))
    try:
        if not root.is_dir():
            raise FolderError("folder_not_a_folder" if root.exists() else "folder_missing", path=shown)
        with os.scandir(root) as entries:
            if all(entry.name == library.OFFICE_FILE for entry in entries):
                raise FolderError("folder_empty", path=shown)
    except PermissionError as error:
        raise FolderError("folder_no_permission", path=shown) from error
    except (OSError, ValueError) as error:
        raise FolderError("folder_missing", path=shown) from error
