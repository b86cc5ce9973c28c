"""Writes compound files (the box around DOC, PPT and MSG) and the smallest old Word document, for tests.

Sources: [MS-CFB] 2.2 to 2.6, [MS-DOC] 2.5 and 2.8.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

SECTOR, SMALL, CUTOFF = 512, 64, 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

Tree = Mapping[str, "bytes | Tree"]


def compound(path: Path, tree: Tree) -> Path:
    """Write a compound file of streams (bytes) and folders (mappings)."""
    entries: list[tuple[str, int, bytes, list[int]]] = [("Root Entry", 5, b"", [])]
    _add(entries, 0, tree)
    mini, minifat, big, fat = b"", [], b"", []
    starts = []
    for _, kind, data, _ in entries:
        if kind != 2 or len(data) >= CUTOFF or not data:
            starts.append(END)
            continue
        starts.append(len(mini) // SMALL)
        minifat += _chain(len(minifat), -(-len(data) // SMALL))
        mini += data.ljust(-(-len(data) // SMALL) * SMALL, b"\0")
    entries[0] = (*entries[0][:2], mini, entries[0][3])
    for index, (_, kind, data, _) in enumerate(entries):
        if data and (kind == 5 or len(data) >= CUTOFF):
            starts[index], big, fat = _placed(data, big, fat)
    listed = b"".join(_entry(entries, index, starts[index]) for index in range(len(entries)))
    folder, big, fat = _placed(listed.ljust(-(-len(listed) // SECTOR) * SECTOR, b"\0"), big, fat)
    small, big, fat = _placed(struct.pack(f"<{len(minifat)}I", *minifat), big, fat) if minifat else (END, big, fat)
    sectors = 1
    while (len(fat) + sectors) * 4 > sectors * SECTOR:
        sectors += 1
    at = list(range(len(fat), len(fat) + sectors))
    fat += [FAT] * sectors
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sectors * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, sectors, folder, 0, CUTOFF, small, 1 if minifat else 0, END, 0)
    head += struct.pack("<109I", *(at + [FREE] * (109 - len(at))))
    path.write_bytes(head + big + table)
    return path


def _add(entries: list[tuple[str, int, bytes, list[int]]], parent: int, tree: Tree) -> None:
    for name, data in tree.items():
        index = len(entries)
        entries[parent][3].append(index)
        if isinstance(data, bytes):
            entries.append((name, 2, data, []))
        else:
            entries.append((name, 1, b"", []))
            _add(entries, index, data)


def _chain(start: int, count: int) -> list[int]:
    return [start + step + 1 for step in range(count - 1)] + [END]


def _placed(data: bytes, big: bytes, fat: list[int]) -> tuple[int, bytes, list[int]]:
    count = -(-len(data) // SECTOR)
    start = len(fat)
    return start, big + data.ljust(count * SECTOR, b"\0"), fat + _chain(start, count)


def _entry(entries: list[tuple[str, int, bytes, list[int]]], index: int, start: int) -> bytes:
    """Return a directory entry; brothers hang in one line to the right, which readers take as it is."""
    name, kind, data, children = entries[index]
    right = FREE
    for *_, brothers in entries:
        if index in brothers[:-1]:
            right = brothers[brothers.index(index) + 1]
    coded = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", FREE, right, children[0] if children else FREE)
    return (
        coded.ljust(64, b"\0")
        + struct.pack("<HBB", len(coded), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, len(data))
    )


def word_document(
    path: Path,
    text: str,
    tables: tuple[tuple[int, int, bool], ...] = (),
    deleted: tuple[tuple[int, int], ...] = (),
    header: str = "",
    locked: bool = False,
) -> Path:
    """Write a DOC; `tables` are stretches of letters in a table, True for the end of a row, `deleted` those struck."""
    body = text + "\r"
    # Six separators of notes, then the even and the odd header of the section.
    heads = header + "\r\r" if header else ""
    whole = body + heads
    start = 2048
    letters = whole.encode("utf-16-le")
    page = -(-(start + len(letters)) // SECTOR)
    ends = [(first, last, [0x2416, 0x2417] if end else [0x2416]) for first, last, end in tables]
    papx = _page([(start + 2 * a, start + 2 * b, codes) for a, b, codes in ends], True)
    chpx = _page([(start + 2 * a, start + 2 * b, [0x0800]) for a, b in deleted], False)
    clx = b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, len(whole)) + struct.pack("<HIH", 0, start, 0)
    bounds = struct.pack("<II", start, start + len(letters))
    stories = [0] * 7 + [len(header) + 1, len(heads)]
    parts = {
        33: clx,
        13: bounds + struct.pack("<I", page),
        12: bounds + struct.pack("<I", page + 1),
        11: struct.pack("<9I", *stories) if header else b"",
    }
    fib = bytearray(start)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 193)
    fib[11] = 0x02 | (0x01 if locked else 0)
    struct.pack_into("<I", fib, 0x4C, len(body))
    struct.pack_into("<I", fib, 0x54, len(heads))
    table = b""
    for index, data in parts.items():
        struct.pack_into("<II", fib, 0x9A + 8 * index, len(table), len(data))
        table += data
    main = (bytes(fib) + letters).ljust(page * SECTOR, b"\0") + papx + chpx
    return compound(path, {"WordDocument": main, "1Table": table})


def _page(runs: list[tuple[int, int, list[int]]], paragraph: bool) -> bytes:
    entry = 13 if paragraph else 1
    page = bytearray(SECTOR)
    page[511] = len(runs)
    for index, (first, last, codes) in enumerate(runs):
        struct.pack_into("<II", page, 4 * index, first, last)
        where = 510 - 16 * (index + 1)
        where -= where % 2
        page[4 * (len(runs) + 1) + index * entry] = where // 2
        properties = b"".join(struct.pack("<HB", code, 1) for code in codes)
        if paragraph:
            data = bytes(2) + properties
            data = data if len(data) % 2 else data + b"\0"
            page[where : where + 1 + len(data)] = bytes([(len(data) + 1) // 2]) + data
        else:
            page[where : where + 1 + len(properties)] = bytes([len(properties)]) + properties
    return bytes(page)
