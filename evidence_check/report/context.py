"""What a report needs beside the readiness itself: language, time, where the files are."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from evidence_check.errors import UsageError
from evidence_check.messages.catalog import Catalog
from evidence_check.model.crops import Crops
from evidence_check.model.outcome import Readiness
from evidence_check.model.tracked import Changes
from evidence_check.report import REPORTS, SUFFIXES


@dataclass(frozen=True, slots=True)
class Context:
    """The language, when the check was made (ISO with offset), and how the report reaches the files.

    `root` is the folder under check as seen from where the report will be (`../dinas-sosial`), empty for no links.
    `identities` True shows NIP, NIK and telephone numbers in full. `template` is the office's own DOCX, empty for none.
    `changes` are those since an earlier check, None when there is none to compare with. `crops` are pictures of places,
    made by whoever may open files.
    """

    catalog: Catalog
    checked_at: str
    root: str = ""
    identities: bool = False
    template: bytes = b""
    changes: Changes | None = None
    crops: Crops = field(default_factory=dict)


class Report(Protocol):
    """A report format: readiness in, the bytes of one file out."""

    def __call__(self, readiness: Readiness, context: Context) -> bytes:
        """Return the whole report."""
        ...


def report_for(name: str) -> Report:
    """Return the renderer of a format (`html`) or of a file suffix (`.html`)."""
    key = name.lower()
    found = REPORTS.get(SUFFIXES.get(key, key))
    if found is None:
        raise UsageError("report_unknown_format", suffix=name, known=", ".join([*sorted(REPORTS), *sorted(SUFFIXES)]))
    module, _, function = found.partition(":")
    renderer: Report = getattr(import_module(module), function)
    return renderer
