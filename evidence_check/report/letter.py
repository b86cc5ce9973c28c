"""What stands on top of an office's letter and where it is signed, for every report that is signed."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.asked import Signatory
from evidence_check.report.shapes import Results

DOTS = "." * 40
_LINES_TO_SIGN = 3


def office_in_words(results: Results, words: Catalog) -> str:
    """Return the office as it is named in sentences."""
    return ", ".join(filter(None, (results.office or words.ui("unnamed_office"), results.region)))


def letterhead_of(results: Results, words: Catalog) -> tuple[tuple[str, bool], ...]:
    """Return the lines of the letterhead and whether they are small; without any of its own, its region and name."""
    lines = results.letterhead or tuple(_usual(results, words))
    small_from = max(2, len(lines) - 1) if results.letterhead else len(lines)
    return tuple((line, number >= small_from) for number, line in enumerate(lines))


def signature_of(results: Results, words: Catalog) -> tuple[tuple[str, bool], ...]:
    """Return the lines of the signature block and whether they are bold; what is not known is left to be filled in."""
    post = words.ui("letter_post", office=office_in_words(results, words))
    return tuple(_signature(results.signatory or Signatory(DOTS, post), results, words))


def _signature(signed: Signatory, results: Results, words: Catalog) -> Iterator[tuple[str, bool]]:
    yield f"{signed.town or '.' * 16}, {'.' * 20} {results.checked_at[:4]}", False
    yield signed.post, False
    yield from [("", False)] * _LINES_TO_SIGN
    yield signed.name, True
    if signed.rank:
        yield signed.rank, False
    yield f"{words.ui('nip')} {signed.nip or '.' * 28}", False


def _usual(results: Results, words: Catalog) -> Iterator[str]:
    if results.region:
        yield words.ui("letter_government", region=results.region.upper())
    yield (results.office or words.ui("unnamed_office")).upper()
