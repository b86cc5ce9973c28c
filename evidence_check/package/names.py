"""Names of members of a package: safe on every computer it may be opened on, whoever named the files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from evidence_check.model.files import INSIDE

MANIFEST = "manifest.json"
LONGEST_PART, LONGEST_BYTES = 80, 150
"""Signs and bytes of one step of a path: two of them and the folder it is opened in stay below 260 on Windows."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,6}")


def safe_part(name: str, longest: int = LONGEST_PART, most_bytes: int = LONGEST_BYTES) -> str:
    """Return one step of a path that means the same everywhere, without signs that hide, reorder or separate."""
    text = unicodedata.normalize("NFC", name)
    text = "".join(" " if _hides(char) else char for char in text)
    text = " ".join(_FORBIDDEN.sub("-", text).split()).strip(" .")
    text = _cut(text, longest, most_bytes).strip(" .")
    return f"_{text}" if not text or is_device(text) else text


def safe_file(path: str, kind: str, start: str, *ends: str) -> str:
    """Return a name for a copy of a file: `start`, its own stem, the ends that say which copy, and its suffix.

    The suffix is that of its kind where it has none; only the stem is cut when all is too long.
    """
    name = path.rpartition(INSIDE)[2].rsplit("/", 1)[-1]
    suffix = PurePosixPath(name).suffix
    if _SUFFIX.fullmatch(suffix):
        name = name[: -len(suffix)]
    else:
        suffix = f".{kind}" if kind.isascii() and kind.isalnum() and kind != "unknown" else ""
    tail = "".join(f" {safe_part(end, 30)}" for end in ends if end) + suffix.lower()
    room = LONGEST_PART - len(start) - 1 - len(tail)
    bytes_left = LONGEST_BYTES - len(f"{start} {tail}".encode())
    return f"{start} {safe_part(name, room, bytes_left)}{tail}"


def is_safe(path: str) -> bool:
    """Say whether a member's path leads down, has no hidden sign, and is what `safe_part` would leave of it."""
    parts = path.split("/")
    return 0 < len(parts) <= 4 and all(
        part not in ("", ".", "..") and part == safe_part(part) for part in parts
    )


def same_to_people(path: str) -> str:
    """Return the key under which two names are one file on a computer that does not tell capitals apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())


def is_device(name: str) -> bool:
    """Say whether Windows takes a name for a device, whatever its suffix."""
    return name.split(".", 1)[0].strip().upper() in _DEVICES


def one_of_a_kind(path: str, taken: set[str]) -> str:
    """Return the path, numbered where another has it already, and take note of it."""
    found = next(each for each in _numbered(path) if same_to_people(each) not in taken)
    taken.add(same_to_people(found))
    return found


def _numbered(path: str) -> Iterator[str]:
    yield path
    place = PurePosixPath(path)
    for number in range(2, 100_000):
        yield str(place.with_name(f"{place.stem} ({number}){place.suffix}"))


def _hides(char: str) -> bool:
    """Say whether a sign is a control, a direction, of no width, no character at all, or a line of its own."""
    return unicodedata.category(char)[0] == "C" or unicodedata.category(char) in ("Zl", "Zp") or char in _FILLERS


def _cut(text: str, longest: int, most_bytes: int) -> str:
    text = text[: max(1, longest)]
    while len(text.encode("utf-8", "surrogatepass")) > max(4, most_bytes):
        text = text[:-1]
    return text
