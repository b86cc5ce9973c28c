"""Every way the program as a whole can fail, with its exit code.

An error carries the code of a sentence and its parameters; `messages` holds the sentence and the
advice. What concerns one file or one requirement is never an error: it is a `Finding`.
"""

from __future__ import annotations

from evidence_check.model.files import Params, params


class EvidenceCheckError(Exception):
    """The run cannot go on; `code` names the sentence, `exit_code` is what the shell sees."""

    exit_code = 70

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Params = params(**values)


class UsageError(EvidenceCheckError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ChecklistError(EvidenceCheckError):
    """A checklist, the catalogue or the office's own file cannot be used."""

    exit_code = 3


class FolderError(EvidenceCheckError):
    """The folder cannot be read at all."""

    exit_code = 4


class ResultError(EvidenceCheckError):
    """The result of an earlier check cannot be used; its code is that of a finding, for a recap goes on without it."""

    exit_code = 4


class ToolMissingError(EvidenceCheckError):
    """A program that was asked for by name is not installed."""

    exit_code = 5


class ReportError(EvidenceCheckError):
    """A report or the store cannot be written."""

    exit_code = 6


class LedgerError(ReportError):
    """The store of results cannot be used."""


READY = 0
GAPS_FOUND = 1
INTERRUPTED = 130
