"""An indicator → the page that says what to put into its folder, and on whose word it is asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidence_check.messages.catalog import Catalog
from evidence_check.model.asked import Basis, Checklist, DocumentType, Indicator, Method, Requirement

WIDTH = 90
HEADING = 20
FROM_FILES = (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)
MOST_LOOK_ALIKES = 8


@dataclass(frozen=True, slots=True)
class Guide:
    """What every page is made from; `mark` is the first line, by which the page is known as no evidence."""

    checklist: Checklist
    catalogue: Mapping[str, DocumentType]
    words: Catalog
    year: int | None
    mark: str

    def page(self, indicator: Indicator) -> bytes:
        """Return the page of an indicator as Notepad likes it: UTF-8 with a mark, lines ended by CR LF."""
        asked = [each for each in self.checklist.requirements if each.indicator == indicator.id]
        lines = [self.mark, "", *self._head(indicator)]
        for each in asked:
            lines += ["", "-" * WIDTH, *self._requirement(each)]
        text = "\n".join((*lines, "", *textwrap.wrap(self._say("end"), WIDTH), ""))
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8", "replace")

    def _say(self, key: str, **values: object) -> str:
        return self.words.word("guide", key).format_map(values)

    def _head(self, indicator: Indicator) -> Iterator[str]:
        names = {each.id: each.name for each in self.checklist.dimensions}
        yield from textwrap.wrap(f"{indicator.id} {indicator.name}", WIDTH)
        yield from self._told("checklist", f"{self.checklist.name} ({self.checklist.id})")
        yield from self._told("dimension", f"{indicator.dimension} {names.get(indicator.dimension, '')}")
        yield from self._told("year", str(self.year or ""))
        if indicator.weight is not None:
            yield from self._told("weight", f"{indicator.weight:g}%")
        yield from self._told("ladder", *(f"{score}: {each}" for score, each in enumerate(indicator.ladder)))
        yield ""
        yield from textwrap.wrap(self._say("lead"), WIDTH)

    def _requirement(self, asked: Requirement) -> Iterator[str]:
        yield from textwrap.wrap(f"{asked.id} {asked.name}", WIDTH)
        yield from self._told("method", self.words.method(asked.method))
        if asked.id in {each.requirement for each in self.checklist.switched_off}:
            off = next(each for each in self.checklist.switched_off if each.requirement == asked.id)
            yield from self._told("off", f"{off.reason} ({off.by})")
        if asked.optional:
            yield from self._told("optional", self._say("is_optional"))
        yield from self._told("applies_to", ", ".join(asked.applies_to))
        if asked.method in FROM_FILES:
            yield from self._from_files(asked)
        yield from self._told("prepare", asked.prepare)
        yield from self._told("note", asked.note)
        yield from self._basis(asked)

    def _from_files(self, asked: Requirement) -> Iterator[str]:
        each_product = f" {self._say('per_product')}" if asked.per_product else ""
        yield from self._told("any_of", f" {self._say('or')} ".join(map(self._type, asked.any_of)))
        yield from self._told("all_of", *map(self._type, asked.all_of))
        yield from self._told("photo", ", ".join(asked.photo))
        distinct = self._say(f"distinct_{asked.distinct_by}") if asked.distinct_by else ""
        yield from self._told("count", f"{asked.count} {distinct}".strip() + each_product)
        yield from self._told("period", self._period(asked))
        yield from self._told("must_mention", *map(self._pattern, asked.must_mention))
        yield from self._told("must_cover", *map(self._pattern, asked.must_cover))
        for agreement in asked.agrees_with:
            on = self._say(f"on_{agreement.on}")
            yield from self._told("agrees_with", self._say("agreement", requirement=agreement.requirement, on=on))
        yield from self._good(asked)

    def _period(self, asked: Requirement) -> str:
        if self.year is None:
            return self._say(f"period_{asked.period}_no_year") if asked.period != "any" else self._say("period_any")
        return self._say(f"period_{asked.period}", year=self.year, before=self.year - 1)

    def _good(self, asked: Requirement) -> Iterator[str]:
        """Say of each type what it must have, what it is made of, and what is not it."""
        for key in dict.fromkeys((*asked.any_of, *asked.all_of)):
            kind = self.catalogue.get(key)
            if kind is None:
                continue
            needs = ", ".join(self.words.word("fields", each).lower() for each in kind.needs)
            parts = "; ".join(map(self._pattern, kind.parts))
            final = self._say("may_be_draft" if asked.draft else "no_draft")
            told = [self._say("good_needs", needs=needs) if needs else "", final]
            told.append(self._say("good_parts", parts=parts) if parts else "")
            yield from self._told("good", f"{kind.name}: " + " ".join(filter(None, told)))
            names = "; ".join(each.name for each in kind.look_alikes[:MOST_LOOK_ALIKES])
            yield from self._told("look_alikes", names)
            yield from self._told("about", kind.note)

    def _basis(self, asked: Requirement) -> Iterator[str]:
        meaning = self.words.word("basis_meanings", asked.basis)
        yield from self._told("basis", f"{self.words.basis(asked.basis)}. {meaning}")
        sources = dict(self.checklist.sources)
        yield from self._told("sources", *(f"{key}: {sources.get(key, '')}" for key in asked.sources))
        if not asked.sources and asked.basis is not Basis.INFERRED:
            yield from self._told("sources", self._say("no_source"))

    def _type(self, key: str) -> str:
        return self.catalogue[key].name if key in self.catalogue else key

    def _pattern(self, text: str) -> str:
        return text.replace(" ... ", " … ").replace("|", f" {self._say('or')} ")

    def _told(self, key: str, *values: str) -> Iterator[str]:
        """Yield a heading with its values beside it, nothing when they say nothing."""
        yield from _beside(self._say(key), (" ".join(value.split()) for value in values))


def _beside(heading: str, values: Iterable[str]) -> Iterator[str]:
    margin = f"  {heading:<{HEADING - 3}}: "
    for value in filter(None, values):
        yield from textwrap.wrap(value, WIDTH, initial_indent=margin, subsequent_indent=" " * HEADING + " ")
        margin = " " * HEADING + " "
