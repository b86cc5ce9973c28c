"""The results of a batch side by side: one overview over many offices, and why some are not in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from evidence_check.batching.run import Desk, place_of
from evidence_check.batching.task import Outcome
from evidence_check.errors import EvidenceCheckError
from evidence_check.messages.catalog import Catalog
from evidence_check.model.batch import Turn
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.records import Record
from evidence_check.model.tracked import Recap
from evidence_check.records.document import record_of
from evidence_check.tracking.recap import linked, recap_of

NAME = "rekap"
"""What the overview is called, before the ending of its form."""


class Gathering:
    """Takes in the outcomes of a batch one by one and keeps of each only what an overview needs."""

    def __init__(self, desk: Desk, words: Catalog) -> None:
        self._desk = desk
        self._words = words
        self._records: dict[str, list[Record]] = {}
        self._refused: dict[str, Finding] = {}
        self._hrefs: dict[str, str] = {}

    def add(self, outcome: Outcome) -> None:
        """Take in how an office came out; a later outcome of the same office takes the place of an earlier."""
        self.forget(outcome.key)
        if outcome.fault or outcome.turn is Turn.BUSY:
            self._refused[outcome.key] = _refusal(outcome, self._words)
            return
        self._records[outcome.key] = [*self._earlier(outcome.key), self._record(outcome.document, outcome.key)]
        report = place_of(self._desk, outcome.key, "html")
        if report.is_file():
            self._hrefs[outcome.key] = "./" + quote(report.name, safe="")

    def forget(self, key: str) -> None:
        """Leave an office out that is no longer there."""
        self._records.pop(key, None)
        self._refused.pop(key, None)
        self._hrefs.pop(key, None)

    def recap(self) -> Recap:
        """Return the overview of what was taken in, whatever the order it came in."""
        records = [record for key in sorted(self._records) for record in self._records[key]]
        return linked(recap_of(records, (self._refused[key] for key in sorted(self._refused))), self._hrefs)

    def _earlier(self, key: str) -> Iterator[Record]:
        """Yield the last check of an earlier day, so that the overview says where the office goes."""
        document = self._desk.earlier(key)
        if document is not None:
            yield self._record(document, key)

    def _record(self, document: str, key: str) -> Record:
        return record_of(json.loads(document), key, self._words.shown)


def _refusal(outcome: Outcome, words: Catalog) -> Finding:
    return Finding("EC513", Level.ERROR, params(office=outcome.key, why=told_of(outcome, words)))


def told_of(outcome: Outcome, words: Catalog) -> str:
    """Return why an office was not judged, in words."""
    if outcome.fault is None:
        return words.ui("batch_busy")
    message, _ = words.error(EvidenceCheckError(outcome.fault.code, **dict(outcome.fault.params)))
    return message
