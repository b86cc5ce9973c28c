"""What only the HTML report needs beside the results: order and effort of gaps, crops in words, the rule for paper."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_check.messages.catalog import Catalog
from evidence_check.model.crops import Shows
from evidence_check.report.letter import office_in_words
from evidence_check.report.shapes import IndicatorShown, MatchShown, Results, VerdictShown
from evidence_check.report.tallies import is_gap
from evidence_check.report.telling import Told, told
from evidence_check.report.urgency import EFFORTS, Weight, effort_of
from evidence_check.report.visible import visible

MISPLACED = "EC343"
_LONGEST_RUNNING_HEAD = 90


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with how it is closed, and what hangs on it in words; `worst` and `ease` are its places in both orders."""

    verdict: VerdictShown
    effort: str
    weight: str
    open: str
    worst: int
    ease: int


@dataclass(frozen=True, slots=True)
class CropShown:
    """A crop as an address that holds it whole, with what it is and what is to be known of it."""

    address: str
    width: int
    height: int
    what: str
    note: str
    shows: str


def gaps_of(results: Results, weights: Mapping[str, Weight], words: Catalog) -> tuple[Gap, ...]:
    """Return the gaps, worst first."""
    indicators = {each.id: each for dimension in results.dimensions for each in dimension.indicators}
    efforts = [EFFORTS.index(effort_of(verdict)) for verdict in results.gaps]
    by_ease = sorted(range(len(efforts)), key=lambda number: efforts[number])
    ease = {number: place for place, number in enumerate(by_ease)}
    return tuple(
        Gap(
            verdict,
            EFFORTS[efforts[number]],
            _weight(weights.get(verdict.requirement), words),
            _open(indicators.get(verdict.indicator), words),
            number,
            ease[number],
        )
        for number, verdict in enumerate(results.gaps)
    )


def efforts_of(gaps: Iterable[Gap]) -> tuple[tuple[str, int], ...]:
    """Return the ways to close gaps that there are with how many each closes, the easiest first."""
    found = [gap.effort for gap in gaps]
    return tuple((effort, found.count(effort)) for effort in EFFORTS if effort in found)


def places_in_orders(results: Results, gaps: Iterable[Gap]) -> dict[str, tuple[int, int]]:
    """Return the place of every requirement among the worst and among the easiest; what is no gap comes last."""
    places = {gap.verdict.requirement: (gap.worst, gap.ease) for gap in gaps}
    last = len(places)
    rest = (each.requirement for each in results.verdicts if each.requirement not in places)
    return {**places, **{requirement: (last + number, last + number) for number, requirement in enumerate(rest)}}


def misplaced(results: Results) -> tuple[Told, ...]:
    """Return the papers that lie in the folder of another indicator, each once."""
    found = {each.finding.message: each for each in told(results) if each.finding.code == MISPLACED}
    return tuple(found.values())


def crop_of(match: MatchShown, words: Catalog) -> CropShown | None:
    """Return the crop of a match in words, None where there is none."""
    crop = match.crop
    if crop is None:
        return None
    name = match.file.rpartition("/")[2]
    what = {
        Shows.LINES: words.ui("crop_lines", page=match.place.page, file=name),
        Shows.PAGE: words.ui("crop_page", page=match.place.page, file=name),
        Shows.PHOTO: words.ui("crop_photo", file=name),
    }[crop.shows]
    notes = [
        words.ui("crop_small") if crop.shows is not Shows.LINES and not words.identities else "",
        words.ui("crop_about") if crop.about else "",
        words.ui("crop_hidden") if crop.hidden else "",
    ]
    address = f"data:{crop.media};base64,{base64.b64encode(crop.data).decode()}"
    return CropShown(address, crop.width, crop.height, what, " ".join(filter(None, notes)), str(crop.shows))


def paper_rule(results: Results, words: Catalog) -> str:
    """Return the style rule of an A4 page with its number below and what it belongs to above."""
    before, between, after = words.ui("page_number", page="\0", pages="\0").split("\0")
    number = f"{in_style(before)} counter(page) {in_style(between)} counter(pages) {in_style(after)}"
    head = visible(f"{office_in_words(results, words)} · {results.checklist_name} · {results.year}")
    head = head if len(head) <= _LONGEST_RUNNING_HEAD else head[: _LONGEST_RUNNING_HEAD - 1] + "…"
    font = "font:8pt Arial,sans-serif;color:#566473"
    return (
        f"@page{{size:A4;margin:18mm 15mm 18mm 18mm;@bottom-right{{content:{number};{font}}}"
        f"@top-left{{content:{in_style(head)};{font}}}}}\n@page:first{{@top-left{{content:none}}}}\n"
    )


def in_style(text: str) -> str:
    """Return a text as a string of a style sheet in which nothing but letters, digits and blanks stands as it is."""
    plain = (char if char.isascii() and (char.isalnum() or char == " ") else f"\\{ord(char):06x} " for char in text)
    return f'"{"".join(plain)}"'


def _weight(weight: Weight | None, words: Catalog) -> str:
    if weight is None:
        return ""
    percent = f"{weight.percent:g}".replace(".", words.ui("decimal"))
    return words.ui("weight_indicator" if weight.of == "indicator" else "weight_dimension", percent=percent)


def _open(indicator: IndicatorShown | None, words: Catalog) -> str:
    if indicator is None:
        return ""
    gaps = sum(map(is_gap, indicator.verdicts))
    return words.ui("indicator_open", open=gaps, total=len(indicator.verdicts), indicator=indicator.id)
