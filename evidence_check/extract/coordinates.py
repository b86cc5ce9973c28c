"""Where a picture was taken, printed on it by the camera: nobody needs it here, so it is not kept."""

from __future__ import annotations

import re

from evidence_check.model.pictures import WORDS_ON_A_PICTURE

_NUMBER = r"[-+]?\d{1,3}[.,]\d{5,}"
_SIDE = r"[°º]?\s?(?:[NSEWUTBL]\b)?"
_PLACES = re.compile(
    rf"(?<![\d.,/]){_NUMBER}{_SIDE}\s{{0,2}}[,;:/]?\s{{0,2}}{_NUMBER}{_SIDE}(?![\d.,])"
    rf"|\b(?:lat|latitude|lintang|lon|long|lng|longitude|bujur)\b[^\d\n]{{0,6}}\d{{1,3}}[.,]\d+"
    r"|\d{1,3}\s?[°º]\s?\d{1,2}\s?['’′`]\s?\d{1,2}(?:[.,]\d+)?"
    r"|\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b",
    re.IGNORECASE,
)
_LONE = re.compile(r"(?<![\d.,/])[-+]?\d{1,3}[.,]\d{5,}")
_SIGN = re.compile(r"[0-9]")
_CODE = re.compile(r"[0-9A-Za-z]")
HIDDEN = "•"


def without_coordinates(text: str) -> str:
    """Return a text with every figure of a coordinate or a plus code hidden, its words and lines as many as before.

    A single figure may be half of a coordinate that was read in two pieces; it is one only where there are few words.
    """
    hidden = _PLACES.sub(lambda found: (_CODE if "+" in found[0][3:] else _SIGN).sub(HIDDEN, found[0]), text)
    if len(text.split()) > WORDS_ON_A_PICTURE:
        return hidden
    return _LONE.sub(lambda found: _SIGN.sub(HIDDEN, found[0]), hidden)
