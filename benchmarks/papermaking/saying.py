"""What a made paper says: a truth that the paper itself does not bear is taken back, so that nobody is asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from .blocks import Seal
from .office import MONTHS, Office, Person
from .scene import Layout, Made, Scene, Truth

_UNPRINTED = ("author", "font", "size", "stamp", "marks")


def honest(layout: Layout) -> Layout:
    """Return a layout whose truth claims nothing that its paper leaves unsaid."""

    def told(scene: Scene) -> Made:
        made = layout(scene)
        return replace(made, truth=stated(made))

    return told


def stated(made: Made) -> Truth:
    """Return the truth of a paper as far as its words bear it out."""
    said = _even(" ".join(_printed(made.paper)))
    truth = made.truth
    people = tuple(
        (role, name, nip if nip in said else "") for role, name, nip in truth.people if _even(name) in said or not name
    )
    dated = not truth.date or any(_even(form) in said for form in _forms(truth.date)) or "duaribu" in said
    office = next((name for name in (truth.office, _unit(truth.office)) if _stands(name, said)), "")
    year = truth.year if truth.year in said else ""
    return replace(truth, people=people, date=truth.date if dated else "", office=office, year=year)


def _even(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _stands(office: str, said: str) -> bool:
    return all(_even(word) in said for word in office.split())


def _unit(office: str) -> str:
    """Return an office without its region."""
    return re.split(r" (?=Kabupaten |Kota )", office, maxsplit=1)[0]


def _forms(iso: str) -> tuple[str, ...]:
    year, month, day = iso.split("-")
    numeric = (f"{day}{month}{year}", f"{int(day)}{int(month)}{year}", f"{year}{month}{day}")
    return (f"{int(day)}{MONTHS[int(month) - 1]}{year}", *numeric)


def _printed(thing: object) -> Iterator[str]:
    """Yield every text that is printed; of people who sign the NIP stands below the name."""
    if isinstance(thing, Office):
        yield from (thing.name, thing.region)
    elif isinstance(thing, Person):
        yield from (thing.name, thing.nip)
    elif isinstance(thing, (tuple, list)):
        for each in thing:
            yield from _printed(each)
    elif is_dataclass(thing) and not isinstance(thing, Seal):
        for field in fields(thing):
            if field.name not in _UNPRINTED:
                yield from _printed(getattr(thing, field.name))
    elif isinstance(thing, (str, int)):
        yield str(thing)
