"""Hides identity numbers in shown text: NIP (18 digits), NIK (16 digits), telephone, account and tax numbers.

The first four and the last one or two digits stay, so that a clerk can still tell two people apart.
A NIP gives away the birth date and sex of its owner (`BKN 22/2007`: birth date, first month, sex, serial).
"""

from __future__ import annotations

import re

DOT = "•"

_GAP = r"[^\S\n]?[\s.,\-‐-―_/:'·]{0,2}"
_LOOSE = r"[\s.,\-‐-―_'·]{0,2}"


def _spread(*digits: str) -> str:
    """Return a pattern of single digits with optional separators between them."""
    return _GAP.join(digits)


_D = r"\d"
_BORN = ("(?:1" + _GAP + "9" + _GAP + "[3-9]|2" + _GAP + "0" + _GAP + "[01])", _D, "[01]", _D, "[0-3]", _D)
_JOINED = ("(?:1" + _GAP + "9|2" + _GAP + "0)", _D, _D, "[01]", _D)
_BEFORE = r"(?<![\w•])"
_AFTER = r"(?![\w•])"
_BANKS = r"b(?:ri|ni|ca|si|tn|jb|pd|pr|tpn|ank)|mandiri|cimb"

_PATTERNS = (
    # A run of digits this long is an identity number, well formed or not (a published NIP had 19 digits).
    re.compile(r"(?<![\d•])\d{15,20}(?![\d•])"),
    # A plausible NIP, however it is spelled.
    re.compile(r"(?<![\d•])" + _spread(*_BORN, *_JOINED, "[12]", _D, _D, _D) + r"(?:" + _LOOSE + r"\d)?(?![\d•])"),
    # The usual groups of a NIP and of a NIK, plausible or not.
    re.compile(_BEFORE + r"\d{8}" + _GAP + r"\d{6,7}" + _GAP + r"\d" + _GAP + r"\d{3}" + _AFTER),
    re.compile(_BEFORE + r"(?!(?:(?:19|20)\d\d[ .\-]?){4})\d{4}(?:[ .\-]\d{4}){3}" + _AFTER),
    re.compile(_BEFORE + r"\d{6}[ .\-]\d{6}[ .\-]\d{4}" + _AFTER),
    # After its label even digits misread as letters belong to the number.
    re.compile(r"(?i)(?<![a-z])n[i1l][pk]a?\W{0,5}(?P<n>[\dOoIl|](?:" + _LOOSE + r"[\dOoIl|]){8,20})(?![\w•])"),
    # Mobile telephones: 08..., 628..., +62 8...; groups of two digits would be opening hours.
    re.compile(
        r"(?<![\w.,/•])\(?\+?(?:62\)?" + _LOOSE + r"|0)8\d{1,3}(?=(?:" + _GAP + r"\d){6,10}(?!\w))"
        r"(?:" + _GAP + r"\d{3,8}){1,3}(?![\w•])"
    ),
    # Fixed telephones: (0283) 123456, 021-12345678, +62 283 123456
    re.compile(r"(?<![\w.,/\-•])(?:\+62" + _LOOSE + r"|\(?0)\d{2,3}\)?[ .\-]{1,2}\d{3,4}[ .\-]?\d{2,5}(?![\w/•])"),
    re.compile(
        r"(?i)(?<![a-z])(?:te?lpn?|telepon|fa[xk]s?(?:imile)?|hp|wa|whats ?app|handphone|ponsel)\b\W{0,5}"
        r"(?P<n>\(?\+?\d(?:[\s.,\-()]{0,2}\d){5,14})(?![\w•])"
    ),
    # A bank account after its label or the name of a bank; codes of the budget (5.1.02.01) have the label too.
    re.compile(
        r"(?i)(?<![a-z])(?<!kode )(?<!kode\xa0)(?:rek(?:ening)?|ac(?:count|c)|a/c|" + _BANKS + r")\b\.?"
        r"(?:[ :.]{1,3}(?:a\.?n\.?|no|nomor|nr|bank|" + _BANKS + r"|[a-z]{3,12})\b\.?){0,3}\W{0,5}"
        r"(?!\d\.\d{1,2}\.)(?!(?:(?:19|20)\d\d[ .\-]){2})(?P<n>\d(?:[ .\-]?\d){8,19})(?![\w•])"
    ),
    # The groups of an account that stand for nothing else, and those of a tax number.
    re.compile(_BEFORE + r"\d{4}-\d{2}-\d{6}-\d{2}-\d" + _AFTER),
    re.compile(_BEFORE + r"\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}" + _AFTER),
    # A long number that begins with nought is an account, a membership or a telephone, never an amount.
    re.compile(r"(?<![\w.,/\-•])0\d{8,14}(?![\w/•])"),
)


def mask(text: str) -> str:
    """Return the text with the inner digits of every identity and telephone number hidden; twice changes nothing."""
    for pattern in _PATTERNS:
        text = pattern.sub(_hide_match, text)
    return text


def mask_number(number: str) -> str:
    """Return a number with its inner digits hidden, whatever number it is."""
    signs = [index for index, char in enumerate(number) if char.isalnum() or char == "|"]
    kept = 4 if len(signs) > 7 else 2
    last = 2 if len(signs) > 11 else 1
    hidden = set(signs[kept : len(signs) - last])
    return "".join(DOT if index in hidden else char for index, char in enumerate(number))


def _hide_match(match: re.Match[str]) -> str:
    if "n" not in match.re.groupindex:
        return mask_number(match.group())
    start = match.start("n") - match.start()
    return match.group()[:start] + mask_number(match.group("n"))
