"""Whether the box around an XLS is sound: the spreadsheet reader takes a spoilt one at its word and never comes back.

Source: [MS-CFB] 2.3 (chains of sectors) and 2.6 (the directory).
"""

from __future__ import annotations

from collections.abc import Sequence


def holds_a_book(data: bytes) -> bool:
    """Say whether a compound file holds a workbook that fits in it, all on chains that end."""
    import olefile

    try:
        with olefile.OleFileIO(data) as ole:
            names = [name for name in ("Workbook", "Book") if ole.exists(name)]
            sizes = [ole.root.size, *(ole.get_size(name) for name in names)]
            if not names or max(sizes) > len(data):
                return False
            if not all(_ends(ole.fat, at) for at in (ole.first_dir_sector, ole.first_mini_fat_sector)):
                return False
            ole.loadminifat()
            books = [ole.direntries[ole._find(name)] for name in names]
            chains = [(ole.minifat if each.is_minifat else ole.fat, each.isectStart) for each in books]
            return all(_ends(*chain) for chain in [*chains, (ole.fat, ole.root.isectStart)])
    except Exception:  # a spoilt box may raise anything at all from the library beneath
        return False


def _ends(table: Sequence[int], start: int) -> bool:
    """Say whether a chain of sectors ends; one longer than its table goes in circles."""
    at = start
    for _ in range(len(table) + 1):
        if at >= len(table):
            return True
        at = table[at]
    return False
