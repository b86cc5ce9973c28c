"""How much a text looks like words somebody wrote, to tell a sound text layer from rubbish.

Damaged PDF fonts give letter-shifted text, bad scans give letter salad; both look like success to a
program. Indonesian words are made of short syllables, so their shape alone tells a lot.
"""

from __future__ import annotations

import re
from functools import lru_cache

SOUND = 0.6
ENOUGH_WORDS = 8
KNOWN_WORDS = 1 << 15
"""How many words are remembered once they were judged: offices write the same few thousand again and again."""

_EDGES = "()[]{}<>.,:;!?\"'“”‘’*_-–—/\\|•…"
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)
_CLUSTER = re.compile(r"[^aeiouyàáâäèéêëìíîïòóôöùúûü]{5,}", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,:/%+\-()]+")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_COMMON = (
    "dan yang di untuk dengan pada dari dalam atau ke oleh tentang adalah sebagai tidak ini itu akan serta "
    "nomor tahun tanggal nama pelayanan kepala dinas bupati surat pasal ayat kabupaten kota daerah peraturan "
    "keputusan undang republik indonesia menteri pemerintah jabatan huruf telah dapat harus setiap para bagi "
    "secara sesuai terhadap maka jika apabila the of and to in is for"
)
_SIGN_INSIDE = re.compile(r"[^\W\d_][(){}\[\]<>!?$;\\~^*#|\"]+[^\W\d_]{2}")
_DIGIT_AMONG = re.compile(r"[a-z]\d[a-z]|\d[OIl]+\d|[a-zA-Z]{3}\d[a-zA-Z]")
COMMON = frozenset(_COMMON.split())


def words_of(text: str) -> list[str]:
    """Return the tokens of a text that are meant as words: no numbers, no lone signs, no single letters."""
    return [word for word in map(_word, text.split()) if word]


def soundness(text: str) -> float:
    """Return how much of a text are plausible words (0..1); 1.0 for a text too short to tell."""
    strange = len(_STRANGE.findall(text))
    if strange > len(text) * 0.1:
        return 0.0
    weights = [weight for weight in map(_weight, text.split()) if weight >= 0]
    if len(weights) < ENOUGH_WORDS:
        return 1.0 if strange * 50 <= len(text) else 0.5
    return min(1.0, sum(weights) / len(weights))


def noise(text: str) -> float:
    """Return the share of words with signs, digits or capitals where nobody puts them (`I(abupaten`, `2OI7`)."""
    words = words_of(text)
    return sum(map(_misread, words)) / len(words) if words else 0.0


@lru_cache(KNOWN_WORDS)
def _weight(token: str) -> float:
    """Return what a token adds to the soundness of a text, less than nothing when it is not meant as a word."""
    word = _word(token)
    return 0.85 * _plausible(word) + (word.lower() in COMMON) if word else -1.0


def _word(token: str) -> str:
    """Return a token without the signs around it, empty when it is not meant as a word."""
    word = token.strip(_EDGES)
    return "" if len(word) < 2 or _NUMBER.fullmatch(word) else word


@lru_cache(KNOWN_WORDS)
def _misread(word: str) -> bool:
    return _SIGN_INSIDE.search(word) is not None or _DIGIT_AMONG.search(word) is not None or _odd_case(word)


def _plausible(word: str) -> bool:
    if len(word) > 25 and "-" not in word and "/" not in word and "@" not in word and "." not in word:
        return False
    if _STRANGE.search(word):
        return False
    if word.lower() in COMMON:
        return True
    letters = [char for char in word if char.isalpha()]
    if len(letters) < len(word) * 0.7:
        return False
    if len(letters) <= 5 and word.isupper():
        return True
    if _odd_case(word):
        return False
    vowels = len(_VOWEL.findall(word))
    return 0.15 <= vowels / len(letters) <= 0.8 and not _CLUSTER.search(word)


def _odd_case(word: str) -> bool:
    """Say whether capitals stand inside a word in a way nobody writes (`pERdaN`)."""
    inner = word[1:]
    lower = sum(char.islower() for char in inner)
    upper = sum(char.isupper() for char in inner)
    return lower > 0 and upper > max(1, lower // 3)
