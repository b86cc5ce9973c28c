"""Personal data in tables: the heads of the columns say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_check.model.files import Table
from evidence_check.model.personal import Sort
from evidence_check.privacy import wording
from evidence_check.privacy.lines import is_address
from evidence_check.privacy.numbers import accounts, identities, phones

_MASKED = re.compile(r"[•*]|[xX]{3,}")


def of_table(table: Table, above: str = "") -> Iterator[tuple[Sort, str]]:
    """Yield what a table says of persons of the public; `above` is the text of its page before it."""
    heads = table.heads or (table.rows[0] if table.rows else ())
    body = table.body if table.heads else table.rows[1:]
    public = _is_of_public(heads, above)
    for column, head in enumerate(heads):
        cells = [row[column] for row in body if column < len(row) and row[column].strip()]
        for cell in cells:
            yield from identities(cell, head)
        if not public:
            continue
        if wording.HEAD_PHONE.search(head):
            yield from ((Sort.PHONE, each) for cell in cells for each in phones(cell, fixed=True))
        elif wording.HEAD_ACCOUNT.search(head):
            yield from ((Sort.ACCOUNT, each) for cell in cells for each in accounts(cell))
        if wording.HEAD_ADDRESS.search(head):
            told = (cell for cell in cells if is_address(cell) and not _MASKED.search(cell))
            yield from ((Sort.ADDRESS, " ".join(cell.casefold().split())) for cell in told)


def _is_of_public(heads: Sequence[str], above: str) -> bool:
    """Say whether the rows are people an office serves: named so, or by name, and neither its staff nor offices."""
    told = " | ".join(heads)
    if wording.PUBLIC.search(told):
        return True
    if wording.STAFF.search(told) or wording.HEAD_OFFICE.search(told) or not wording.HEAD_NAME.search(told):
        return False
    return bool(wording.PUBLIC.search(above)) or not wording.STAFF.search(above)
