"""Whether a text names this office: tolerant of OCR noise, not of another office or another region."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from evidence_check.words.fold import fold

TEXT_LIMIT = 600

UNITS = (
    "dinas", "badan", "inspektorat", "kecamatan", "kelurahan", "sekretariat", "satuan", "rsud", "puskesmas", "balai",
    "kantor", "bagian", "biro", "kementerian", "uptd", "upt", "desa", "rumah",
)  # fmt: skip
_SAME_WORD = {
    "kab": "kabupaten", "prov": "provinsi", "propinsi": "provinsi", "kec": "kecamatan", "kel": "kelurahan",
    "camat": "kecamatan", "lurah": "kelurahan", "inspektur": "inspektorat", "bupati": "kabupaten",
    "walikota": "kota", "gubernur": "provinsi",
}  # fmt: skip
_OFFICE_WORDS = frozenset(
    [
        "sosial",
        "kesehatan",
        "pendidikan",
        "kebudayaan",
        "perhubungan",
        "pertanian",
        "pertanahan",
        "perikanan",
        "kelautan",
        "perkebunan",
        "peternakan",
        "perdagangan",
        "perindustrian",
        "ketenagakerjaan",
        "transmigrasi",
        "pariwisata",
        "kearsipan",
        "perpustakaan",
        "komunikasi",
        "informatika",
        "kepegawaian",
        "keuangan",
        "pendapatan",
        "perencanaan",
        "pembangunan",
        "penanaman",
        "modal",
        "pekerjaan",
        "umum",
        "perumahan",
        "permukiman",
        "kependudukan",
        "pencatatan",
        "sipil",
        "pemberdayaan",
        "masyarakat",
        "perempuan",
        "perlindungan",
        "anak",
        "lingkungan",
        "hidup",
        "pangan",
        "ketahanan",
        "pemuda",
        "olahraga",
        "koperasi",
        "usaha",
        "tata",
        "ruang",
        "kebakaran",
        "bencana",
        "kesbangpol",
        "penelitian",
        "statistik",
        "kehutanan",
        "energi",
    ]
)
_REGION = re.compile(
    r"(?<!kecamatan )(?<!puskesmas )(?<!kelurahan )(?<!desa )\b(kabupaten|kota|provinsi) ((?:[a-z]+ ?){1,4})"
)
_REGION_END = re.compile(
    r"\b(kabupaten|kota|provinsi|tahun|nomor|tentang|dinas|badan|dan|di|yang|untuk|jalan|jl|telp)\b"
)
_FULLER = re.compile(r"^(dan|pemberdayaan|penanaman|pengendalian|perlindungan|kependudukan|serta)\b")


@lru_cache(maxsize=4096)
def same_office(text: str, name: str, aliases: tuple[str, ...] = (), region: str = "") -> bool | None:
    """Say whether a text names the office: None when it cannot be told, such as when only the region is named."""
    words = _words(text[:TEXT_LIMIT])
    wanted = tuple(_words(each) for each in (name, *aliases) if fold(each))
    here = _same_region(words, _words(region))
    if here is False:
        return False
    if not wanted or not words:
        return None
    return _names_unit(words, tuple(_without_region(each, _words(region)) for each in wanted))


def _words(text: str) -> tuple[str, ...]:
    folded = fold(text).replace("wali kota", "walikota")
    return tuple(_SAME_WORD.get(word, word) for word in folded.split())


def _without_region(name: tuple[str, ...], region: tuple[str, ...]) -> tuple[str, ...]:
    size = len(region)
    if size and size < len(name) and name[-size:] == region:
        return name[:-size]
    return name


def _near(word: str, wanted: str) -> bool:
    """Say whether a word may be a misread form of the wanted one."""
    if word == wanted:
        return True
    if word in _OFFICE_WORDS or min(len(word), len(wanted)) < 5:
        return False
    allowed = 1 if len(wanted) < 7 else 2
    return Levenshtein.distance(word, wanted, score_cutoff=allowed) <= allowed


def _position(words: tuple[str, ...], wanted: tuple[str, ...]) -> int | None:
    """Return the position just after the wanted words, None when they are not there."""
    size = len(wanted)
    for start in range(len(words) - size + 1):
        if all(_near(word, other) for word, other in zip(words[start : start + size], wanted, strict=True)):
            return start + size
    return None


def _names_unit(words: tuple[str, ...], wanted: tuple[tuple[str, ...], ...]) -> bool | None:
    fuller = False
    for name in wanted:
        end = _position(words, name)
        if end is not None and not _FULLER.search(" ".join(words[end:])):
            return True
        fuller = fuller or end is not None
        if len("".join(name)) >= 8 and "".join(name) in words:
            return True
    if fuller or not any(word in UNITS for word in words):
        return None
    return None if any(_shorter(words, name) for name in wanted) else False


def _shorter(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Say whether the text may give only the beginning of a long name (`Dinas Sosial` of `Dinas Sosial dan ...`)."""
    end = _position(words, name[:2]) if len(name) > 2 else None
    if end is None:
        return False
    rest = list(words[end:])
    for wanted in name[2:]:
        if not rest or rest[0] in ("kabupaten", "kota", "provinsi"):
            return True
        if not _near(rest.pop(0), wanted):
            return False
    return False


def _same_region(words: tuple[str, ...], region: tuple[str, ...]) -> bool | None:
    """Say whether the region named is the wanted one; None when none of its kind is named."""
    if len(region) < 2:
        return None
    kind, core = region[0], region[1:]
    named = [(match[1], _REGION_END.split(match[2])[0].split()) for match in _REGION.finditer(" ".join(words))]
    named = [(each, name) for each, name in named if name]
    for each, name in named:
        if each == kind and _position(tuple(name), core) == len(core):
            return True
    return False if named else None
