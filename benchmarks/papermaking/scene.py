"""What a layout is given, and what it gives: a paper together with the truth about it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from .blocks import Paper
from .office import Office, Person
from .sheet import Sheet


@dataclass(frozen=True)
class Scene:
    """The office, the year under check, the day of this paper, and the dice (seeded) for all that is free.

    `year` is the year the paper is to serve; `date` the ISO day it is signed; `people` those it is about, where it
    is about some (a sample of SKP: the one rated). `subject` is what it must be about where the type leaves that open;
    `spoil` asks for a mistake only the layout itself can make: `arithmetic`, a printed sum that is off by a little.
    """

    office: Office
    year: int
    date: str
    chance: random.Random
    people: tuple[Person, ...] = ()
    subject: str = ""
    spoil: str = ""


@dataclass(frozen=True)
class Truth:
    """What the paper really says, as a reader would write it down; empty where it says nothing of the sort.

    `number` as printed; `date` ISO, day of signing; `year` it speaks of; `period` ISO months `2026-01/2026-06`;
    `office` as in `Office.full`, or that of another issuer; `people` (role, name, NIP of 18 digits or empty): rated,
    rater, signatory, member, listed, head, participant.
    """

    number: str = ""
    date: str = ""
    year: str = ""
    period: str = ""
    office: str = ""
    people: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Made:
    """A paper of one type of the catalogue as one layout makes it: to be printed (`Paper`) or typed into Excel."""

    type: str
    layout: str
    paper: Paper | tuple[Sheet, ...]
    truth: Truth = field(default_factory=Truth)


Layout = Callable[[Scene], Made]
