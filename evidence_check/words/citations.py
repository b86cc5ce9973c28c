"""Lines that only cite other papers, and so prove nothing about the paper they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence_check.words.lines import Line

_OPENS = re.compile(r"^(mengingat|dasar hukum|landasan hukum|referensi|peraturan terkait)\b")
_CLOSES = re.compile(
    r"^(memutuskan|menetapkan|memperhatikan|kesatu|pertama|bab \w+|kualifikasi|keterkaitan|tujuan|pengertian"
    r"|maksud|sistematika|ruang lingkup|persyaratan|metode|latar belakang|\d+ \d+ )"
)
_CITES = re.compile(
    r"^(?:\w{1,3} )?(undang undang|uu (nomor|no|\d)|(peraturan|keputusan|instruksi) "
    r"(pemerintah|presiden|menteri|daerah|bupati|wali ?kota|gubernur|ombudsman|lembaga|kepala (badan|lembaga))\b.*"
    r"\b(nomor|no) )"
)
LONGEST_LIST = 40


def without_citations(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines outside *Mengingat*, *Dasar Hukum* and other lists of laws."""
    kept: list[Line] = []
    left = 0
    for line in lines:
        if _OPENS.search(line.folded):
            left = LONGEST_LIST
        elif left and _CLOSES.search(line.folded):
            left = 0
        if left:
            left -= 1
        elif not _CITES.search(line.folded):
            kept.append(line)
    return tuple(kept)
