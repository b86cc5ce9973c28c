"""Personal data of the public in a paper: which kind, where and how many, never the data themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """A kind of personal data; a NIP is none of the public, it is on every letter an official signs."""

    NIK = "nik"
    FAMILY_CARD = "family_card"
    PHONE = "phone"
    ACCOUNT = "account"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Personal:
    """How many different data of one kind stand on one page of a file; one that is unread may hold more."""

    file: str
    page: int
    sort: Sort
    count: int
