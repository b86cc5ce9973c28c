"""Contents → the personal data of the public in them, by file and page and kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidence_check.model.files import Content, Page
from evidence_check.model.personal import Personal, Sort
from evidence_check.privacy.lines import HEAD, of_text
from evidence_check.privacy.rows import of_table


def personal_data(contents: Iterable[Content]) -> tuple[Personal, ...]:
    """Return, in the order of files and pages, what should be masked before a file is shared."""
    return tuple(found for content in contents for page in content.pages for found in _of_page(content, page))


def _of_page(content: Content, page: Page) -> Iterator[Personal]:
    """Yield how many different data of each kind a page has; what stands in its text and its table is one."""
    found: dict[Sort, set[str]] = {}
    above = "\n".join([content.file.path, page.name, *page.text.splitlines()[:HEAD]])
    for sort, told in (*of_text(page.text), *(each for table in page.tables for each in of_table(table, above))):
        found.setdefault(sort, set()).add(told)
    # A family card's number is told by the head of its column only, and looks like a NIK in the text.
    found.get(Sort.NIK, set()).difference_update(found.get(Sort.FAMILY_CARD, ()))
    for sort in Sort:
        if found.get(sort):
            yield Personal(content.file.path, page.number, sort, len(found[sort]))
