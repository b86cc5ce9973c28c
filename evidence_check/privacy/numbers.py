"""Numbers of persons in a line or a cell, told from the other long numbers of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.model.personal import Sort

LOOK_BACK = 40
"""Signs before a number in which its label stands."""

_PROVINCES = frozenset(
    [*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)]
)
"""The first two digits of a NIK (Permendagri 137/2017 and later: the codes of the provinces)."""

_SIXTEEN = re.compile(
    r"(?<![\d.,/\-])(?<!\d )"
    r"(\d{16}|\d{4}([ .\-])\d{4}\2\d{4}\2\d{4}|\d{6}([ .\-])\d{6}\3\d{4}|\d{2}(?:\.\d{2}){2}\.\d{6}\.\d{4})"
    r"(?![\d/]|[.,\-]\d)"
)
_MOBILE = re.compile(r"(?<![\w.,/\-])(?:\(?\+?62\)?[ .\-]?|0)8\d{1,3}(?:[ .\-]?\d{2,5}){1,4}(?![\w/])")
_FIXED = re.compile(r"(?<![\w.,/\-])\(?0\d{2,3}\)?[ .\-]{0,2}\d{3,4}[ .\-]?\d{2,5}(?![\w/])")
_ACCOUNT = re.compile(r"(?<![\w.,/])\d(?:[ .\-]?\d){8,15}(?![\w/])")
_NOT_NIK = re.compile(
    r"(?i)nuptk|rekening|\brek\b|npwp|virtual|\bva\b|seri\b|barcode|ntpn|billing|imei|resi\b|\bnip\b|transaksi|sertifikat"
    r"|\bnib\b|kode|ref(?:erensi)?\b|invoice|faktur|nomor surat|akta"
)
_NIK = re.compile(r"(?i)\bnik\b|n\.i\.k|kependudukan|\bktp\b")
_CARD = re.compile(r"(?i)\bk\.?k\.?\b|kartu keluarga")
_BUDGET = re.compile(r"\d\.\d{1,2}\.\d{2}")


def identities(text: str, label: str = "") -> Iterator[tuple[Sort, str]]:
    """Yield NIK and numbers of family cards, as digits; a `label` (the head of a column) says what is meant.

    What is shaped like one but labelled as something else is left out, and so is what no region or day can be.
    """
    for match in _SIXTEEN.finditer(text):
        digits = re.sub(r"\D", "", match[1])
        before = label or text[max(0, match.start() - LOOK_BACK) : match.start()]
        if not _is_of_region(digits):
            continue
        if _CARD.search(before):
            yield Sort.FAMILY_CARD, digits
        elif _NIK.search(before) or (_has_birthday(digits) and not _NOT_NIK.search(before)):
            yield Sort.NIK, digits


def phones(text: str, fixed: bool = False) -> Iterator[str]:
    """Yield mobile telephone numbers as digits that begin with 0; `fixed` also those of houses."""
    for match in _MOBILE.finditer(text):
        digits = re.sub(r"^\+?62", "0", re.sub(r"[^\d+]", "", match[0]))
        if 10 <= len(digits) <= 13:
            yield digits
    for match in _FIXED.finditer(text) if fixed else ():
        digits = re.sub(r"\D", "", match[0])
        if 9 <= len(digits) <= 12 and not digits.startswith("08"):
            yield digits


def accounts(text: str) -> Iterator[str]:
    """Yield numbers that may be of bank accounts, as digits; who asks knows that accounts stand here."""
    for match in _ACCOUNT.finditer(text):
        if not _BUDGET.match(match[0]):
            yield re.sub(r"\D", "", match[0])


def _is_of_region(digits: str) -> bool:
    return int(digits[:2]) in _PROVINCES and digits[2:4] != "00" and digits[4:6] != "00" and digits[12:] != "0000"


def _has_birthday(digits: str) -> bool:
    """Say whether day and month of birth can be; of a woman the day has 40 added."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
