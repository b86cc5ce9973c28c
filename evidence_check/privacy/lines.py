"""Personal data in running text: forms that were filled in, letters of complainants, registers without ruling lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_check.model.personal import Sort
from evidence_check.privacy import wording
from evidence_check.privacy.numbers import accounts, identities, phones

NEAR, BESIDE, HEAD = 12, 2, 15
"""Lines: how far a form about a person reaches, how near an office tells its channels, how long a heading is."""

_ROW = re.compile(r"^\s*\d{1,4}\s*[.)|]?\s+\S")
_DIGITS = re.compile(r"\d{4}")


def of_text(text: str) -> Iterator[tuple[Sort, str]]:
    """Yield what a page of text says of persons of the public, as (sort, what tells it apart)."""
    lines = text.splitlines()
    for line in lines:
        if len(line) > 15 and _DIGITS.search(line):
            yield from identities(line)
    yield from _of_forms(lines)
    yield from _of_rows(lines)


def _of_forms(lines: Sequence[str]) -> Iterator[tuple[Sort, str]]:
    """Yield telephone numbers, accounts and addresses that stand in a form about one person."""
    person = field = -NEAR - 1
    for number, line in enumerate(lines):
        if len(line) <= 80 and wording.PUBLIC.search(line) and not wording.OFFICE.search(line):
            person = number
        if wording.FORM_FIELD.search(line):
            field = number
        in_form = number - person <= NEAR and number - field <= NEAR
        if not in_form or _of_office(lines, number):
            continue
        if wording.PHONE_LABEL.search(line):
            yield from ((Sort.PHONE, each) for each in phones(line, fixed=True))
        if (found := wording.ADDRESS_LABEL.search(line)) and is_address(found[1]):
            yield Sort.ADDRESS, " ".join(found[1].casefold().split())
        if wording.HEAD_ACCOUNT.search(line) and ":" in line:
            yield from ((Sort.ACCOUNT, each) for each in accounts(line.partition(":")[2]))


def _of_rows(lines: Sequence[str]) -> Iterator[tuple[Sort, str]]:
    """Yield mobile numbers of numbered rows on a page that says it lists people of the public."""
    head = "\n".join(lines[:HEAD])
    if not wording.PUBLIC.search(head) or wording.STAFF.search(head):
        return
    rows = [line for number, line in enumerate(lines) if _ROW.match(line) and not _of_office(lines, number)]
    found = [each for line in rows for each in phones(line)]
    if len(set(found)) > 1:
        yield from ((Sort.PHONE, each) for each in found)


def _of_office(lines: Sequence[str], number: int) -> bool:
    """Say whether a line, or one beside it, is about an office and how it is reached."""
    near = lines[max(0, number - BESIDE) : number + BESIDE]
    return bool(wording.OFFICE.search(lines[number])) or any(re.search(r"go\.id|www\.", line) for line in near)


def is_address(text: str) -> bool:
    """Say whether an address was filled in, not only dots or the name of a place."""
    letters = sum(char.isalpha() for char in text)
    return letters >= 4 and not re.fullmatch(r"[\W_]*(?:diisi|alamat|jelas|lengkap|sda|idem|[\W_])*", text.casefold())
