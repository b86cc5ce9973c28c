"""Which type of the catalogue a document is: candidates, each with a score that is a sum of reasons.

The title decides first, anchors confirm, table headers confirm, the words of a look-alike count
against (`documents.md` section 6, rule of thumb). What the file is called only parts near ties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import ACCEPTED, MARGIN, Doubt, Kind
from evidence_check.model.files import Document, Place, ReadAs, Reason, params
from evidence_check.words.citations import without_citations
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line, place_of
from evidence_check.words.openings import opening_of
from evidence_check.words.phrases import Hit, Joined, Pattern, Vocabulary, pattern
from evidence_check.words.subjects import is_guidance, names_office
from evidence_check.words.zones import BREAK, Zones, running_lines, zones_of

# What a reason is worth. Anchors, columns and a name together stay under `model.ACCEPTED`: without a
# title, an alias in its zone, or the headings that make it up, no paper is taken for evidence.
TITLE_OPENS = 0.60
TITLE_WITHIN = 0.42
TITLE_AS_SUBJECT = 0.22
# A title below that of another type is rather what the paper is about: a TOR on a review is no review.
TITLE_BELOW = 0.45
# Words of a title amid others, where another type opens a line with its own.
TITLE_BESIDE = 0.3
# Words before a title that change nothing about what the paper is.
WRAPPERS = ("surat", "salinan", "lembar", "dokumen", "buku")
# The annex of a regulation of others is no more evidence than the regulation itself.
ANNEX = re.compile(r"lampiran(?: [ivx\d]{1,4})?")
ALIAS = 0.35
# An alias inside the title of an unrelated type is what that paper is about.
ALIAS_AS_SUBJECT = 0.15
ANCHORS = 0.30
ANCHORS_ENOUGH = 4
COLUMNS = 0.15
# Headings that make a paper up: what they weigh by the share of them that opens a line or a cell.
PARTS = ((0.75, 0.45), (0.5, 0.3), (0.3, 0.12))
LOOK_ALIKE_TITLE = -0.50
LOOK_ALIKE_BODY = -0.08
LOOK_ALIKE_BODY_MOST = 3
GENERIC_YIELDS = -0.20
NAME_HINT = 0.02
NAMED_FROM = 0.40
CANDIDATE = 0.12
BODY_LINES = 600
NEAR_LINES = 8


class Recogniser:
    """Knows the catalogue, compiled once; `kinds_of` names the candidates of one document."""

    def __init__(self, catalogue: Mapping[str, DocumentType]) -> None:
        self._by_id = dict(catalogue)
        self._types = tuple(catalogue[key] for key in sorted(catalogue))
        self._titles: dict[str, tuple[Pattern, ...]] = {
            kind.id: tuple(pattern(title) for title in kind.titles) for kind in self._types
        }
        self._part_patterns: dict[str, tuple[Pattern, ...]] = {
            kind.id: tuple(pattern(part) for part in kind.parts) for kind in self._types
        }
        self._vocabulary = Vocabulary(frozenset(self._all_words()))
        self._phrases = _PhraseFinder(self._all_phrases())

    def kinds_of(self, document: Document) -> tuple[Kind, ...]:
        """Return the candidate types of a document, best first, ties by name."""
        zones = zones_of(document)
        noisy = any(page.read_as is ReadAs.OCR for page in document.pages)
        vocabulary = self._vocabulary if noisy else None
        title = Joined(zones.title, vocabulary)
        body = _body(zones, vocabulary)
        scene = _Scene(document, title, self._phrases.find(body), _openings(document, body))
        scene.title_phrases = self._phrases.find([title.spaced])
        self._look_for_titles(scene, title)
        if scene.first_title == NEAR_LINES and (running := running_lines(document)):
            self._look_for_titles(scene, Joined((*zones.title, BREAK, *running), vocabulary))
        scored = [self._kind(kind, scene) for kind in self._types]
        kinds = self._yielding([kind for kind in scored if kind.score >= CANDIDATE])
        return tuple(sorted(kinds, key=lambda kind: (-kind.score, self._by_id[kind.type].generic, kind.type)))

    def _look_for_titles(self, scene: _Scene, title: Joined) -> None:
        """Find the titles in some lines: those of the title, and those that run through all pages below a break."""
        scene.title = title
        scene.titles = {kind.id: self._titles_in(kind, title) for kind in self._types}
        scene.first_title = min((line for kind in self._types if not kind.generic and kind.id in scene.titles
                                 for line in _opening_lines(scene, kind)), default=NEAR_LINES)  # fmt: skip

    def settled(self, kinds: Sequence[Kind], accepted: float = ACCEPTED, margin: float = MARGIN) -> Kind | None:
        """Return the type a document is taken for, None when its score or its lead over unrelated types is small."""
        return None if self.doubt(kinds, accepted, margin) else kinds[0]

    def doubt(self, kinds: Sequence[Kind], accepted: float = ACCEPTED, margin: float = MARGIN) -> Doubt | None:
        """Return why a document is taken for none of its candidates, None when it is taken for the first."""
        if not kinds or kinds[0].score < accepted:
            return Doubt.SCORE
        rival = self.rival(kinds)
        return Doubt.MARGIN if rival and rival.score > kinds[0].score - margin else None

    def rival(self, kinds: Sequence[Kind]) -> Kind | None:
        """Return the best candidate that is neither a general nor a special type of the first."""
        return next((kind for kind in kinds[1:] if not self._is_related(kinds[0].type, kind.type)), None)

    def _is_related(self, one: str, other: str) -> bool:
        return one in self._general_of(other) or other in self._general_of(one)

    def _general_of(self, kind: str) -> set[str]:
        family = {kind}
        while kind := self._by_id[kind].kind_of:
            family.add(kind)
        return family

    def _kind(self, kind: DocumentType, scene: _Scene) -> Kind:
        titled = list(self._title(kind, scene))
        reasons = [
            *titled,
            *self._parts(kind, scene, bool(titled)),
            *_anchors(kind, scene),
            *_columns(kind, scene),
        ]
        if reasons:
            reasons += _look_alikes(kind, scene)
        if sum(reason.weight for reason in reasons) >= NAMED_FROM:
            reasons += _name_hint(kind, scene.document.file.path)
        return _sum(kind.id, reasons)

    def _title(self, kind: DocumentType, scene: _Scene) -> Iterator[Reason]:
        found = scene.titles[kind.id]
        if found:
            best, hit = max(found, key=lambda pair: (_title_weight(scene, kind, *pair), pair[0].words))
            yield Reason(
                "title_match", _title_weight(scene, kind, best, hit), params(phrase=hit.words), scene.title_place(hit)
            )
            return
        for alias in kind.aliases:
            if alias in scene.title_phrases:
                weight = ALIAS_AS_SUBJECT if self._is_subject(alias, kind, scene) else ALIAS
                yield Reason("alias_match", weight, params(phrase=alias), scene.title_place(None))
                return

    def _is_subject(self, alias: str, kind: DocumentType, scene: _Scene) -> bool:
        """Say whether an alias stands only inside the title of another type that opens its line."""
        return any(
            f" {alias} " in f" {hit.words} " and _title_weight(scene, other, found, hit) == TITLE_OPENS
            for other in self._types
            if not other.generic and not self._is_related(kind.id, other.id)
            for found, hit in scene.titles[other.id]
        )

    def _titles_in(self, kind: DocumentType, title: Joined) -> list[tuple[Pattern, Hit]]:
        hits = ((found, found.find(title)) for found in self._titles[kind.id])
        return [(found, hit) for found, hit in hits if hit and not _runs_into_office(found, hit, title)]

    def _parts(self, kind: DocumentType, scene: _Scene, titled: bool) -> Iterator[Reason]:
        """Count the headings of the type; a special type with its title there may count those of its general one."""
        parts = self._part_patterns[kind.id]
        if not parts and titled and kind.kind_of:
            parts = self._part_patterns[kind.kind_of]
        if not parts:
            return
        found = [part.plain for part in parts if part.opens(scene.openings)]
        weight = next((weight for least, weight in PARTS if len(found) >= least * len(parts)), 0.0)
        if weight:
            yield Reason("parts", weight, params(found=len(found), total=len(parts), examples=", ".join(found[:4])))

    def _yielding(self, kinds: Sequence[Kind]) -> list[Kind]:
        """Take weight from a general type where a special one has its title there at least as clearly."""
        titles = {kind.type: _title_of(kind) for kind in kinds}
        result = []
        for kind in kinds:
            if any(titles[other.type] and self._gives_way(kind, other, titles) for other in kinds):
                kind = _sum(kind.type, [*kind.reasons, Reason("generic_yields", GENERIC_YIELDS)])
            result.append(kind)
        return result

    def _gives_way(self, kind: Kind, other: Kind, titles: Mapping[str, float]) -> bool:
        if self._by_id[other.type].kind_of == kind.type:
            return titles[other.type] >= titles[kind.type]
        general, special = self._by_id[kind.type].generic, not self._by_id[other.type].generic
        return general and special and titles[other.type] >= titles[kind.type]

    def _all_words(self) -> Iterator[str]:
        for kind in self._types:
            for title in (*self._titles[kind.id], *self._part_patterns[kind.id]):
                yield from title.vocabulary
        for phrase in self._all_phrases():
            yield from phrase.split()

    def _all_phrases(self) -> Iterator[str]:
        for kind in self._types:
            yield from (*kind.aliases, *kind.anchors)
            for look_alike in kind.look_alikes:
                yield from look_alike.words


class _Scene:
    """One document laid out for recognition."""

    def __init__(self, document: Document, title: Joined, phrases: dict[str, int], openings: str) -> None:
        self.document = document
        self.openings = openings
        self.title = title
        self.phrases = phrases
        self.title_phrases: dict[str, int] = {}
        self.titles: dict[str, list[tuple[Pattern, Hit]]] = {}
        self.first_title = 0
        self.heads = [fold(" ".join(" ".join(row) for row in table.rows[:4])) for page in document.pages
                      for table in page.tables]

    def title_place(self, hit: Hit | None) -> Place:
        """Return the place of the title lines a hit covers, of the whole title zone without a hit."""
        lines = self.title.lines
        return place_of(self.document.file.path, lines[hit.first : hit.last + 1] if hit else lines[:3])


def _title_weight(scene: _Scene, kind: DocumentType, found: Pattern, hit: Hit) -> float:
    before = scene.title.spaced[: hit.start].split() if hit.start < len(scene.title.spaced) else []
    if "tentang" in before and "tentang" not in found.vocabulary:
        return TITLE_AS_SUBJECT
    if kind.evidence and is_guidance(f"{' '.join(before)} {hit.words}", found.vocabulary):
        return TITLE_AS_SUBJECT
    if _opens(scene, kind, hit):
        return TITLE_OPENS if hit.first <= scene.first_title else TITLE_BELOW
    return TITLE_WITHIN if scene.first_title == NEAR_LINES else TITLE_BESIDE


def _opens(scene: _Scene, kind: DocumentType, hit: Hit) -> bool:
    """Say whether a title opens its line near the top; *Surat Keputusan* opens with *Keputusan* all the same."""
    if hit.first >= NEAR_LINES or BREAK in scene.title.lines[: hit.first]:
        return False
    before = scene.title.spaced[scene.title.starts[hit.first] :][: max(0, hit.start - scene.title.starts[hit.first])]
    annexed = not kind.evidence and ANNEX.fullmatch(before.strip()) is not None
    return hit.opens_line or annexed or before.strip() in WRAPPERS


def _runs_into_office(found: Pattern, hit: Hit, title: Joined) -> bool:
    """Say whether a title leaps over other words into the name of an office: *Direktorat Jenderal Pengawasan*."""
    return "..." in found.source and hit.last > hit.first and names_office(title.lines[hit.last].folded)


def _opening_lines(scene: _Scene, kind: DocumentType) -> Iterator[int]:
    """Yield the lines a title of the type opens, its subject aside."""
    for found, hit in scene.titles[kind.id]:
        if _title_weight(scene, kind, found, hit) in (TITLE_OPENS, TITLE_BELOW):
            yield hit.first


def _anchors(kind: DocumentType, scene: _Scene) -> Iterator[Reason]:
    titles = [f" {hit.words} " for _, hit in scene.titles[kind.id]]
    found = [anchor for anchor in kind.anchors if scene.phrases.get(anchor, 0) > _times(anchor, titles)]
    if found:
        share = min(1.0, len(found) / min(ANCHORS_ENOUGH, len(kind.anchors)))
        told = params(found=len(found), total=len(kind.anchors), examples=", ".join(found[:4]))
        yield Reason("anchors", round(ANCHORS * share, 3), told)


def _times(anchor: str, titles: Iterable[str]) -> int:
    """Return how often an anchor of one word stands in a title, where it confirms nothing: *alur* in *alur layanan*."""
    return 0 if " " in anchor else max((title.count(f" {anchor} ") for title in titles), default=0)


def _columns(kind: DocumentType, scene: _Scene) -> Iterator[Reason]:
    for wanted in kind.columns:
        for head in scene.heads:
            if all(f" {word} " in f" {head} " for word in wanted):
                yield Reason("columns", COLUMNS, params(columns=", ".join(wanted)))
                return


def _look_alikes(kind: DocumentType, scene: _Scene) -> Iterator[Reason]:
    for look_alike in kind.look_alikes:
        in_title = [word for word in look_alike.words if word in scene.title_phrases]
        if in_title:
            yield Reason("look_alike", LOOK_ALIKE_TITLE, params(name=look_alike.name, words=", ".join(in_title)))
            continue
        in_body = [word for word in look_alike.words if word in scene.phrases]
        if in_body:
            weight = LOOK_ALIKE_BODY * min(LOOK_ALIKE_BODY_MOST, len(in_body))
            yield Reason("look_alike", round(weight, 3), params(name=look_alike.name, words=", ".join(in_body)))


def _name_hint(kind: DocumentType, path: str) -> Iterator[Reason]:
    name = f" {fold(path)} "
    words = next((phrase for phrase in (*kind.aliases, fold(kind.name)) if f" {phrase} " in name), None)
    if words:
        yield Reason("name_hint", NAME_HINT, params(words=words))


def _title_of(kind: Kind) -> float:
    return next((reason.weight for reason in kind.reasons if reason.code == "title_match"), 0.0)


def _sum(kind: str, reasons: Iterable[Reason]) -> Kind:
    """Add up a score; what goes beyond 0..1 is taken off as a reason of its own, so that the sum stays true."""
    kept = list(reasons)
    total = round(sum(reason.weight for reason in kept), 3)
    if total > 1.0:
        kept.append(Reason("capped", round(1.0 - total, 3)))
    return Kind(kind, min(1.0, max(0.0, total)), tuple(kept))


def _body(zones: Zones, vocabulary: Vocabulary | None) -> list[str]:
    lines: tuple[Line, ...] = (*zones.title, *without_citations(zones.body))
    if len(lines) > BODY_LINES:
        lines = (*lines[: BODY_LINES - 100], *lines[-100:])
    return [vocabulary.mend(line.folded) if vocabulary else line.folded for line in lines]


def _openings(document: Document, body: Sequence[str]) -> str:
    """Return how each line and each cell begins, its number taken off, one to a line.

    A heading broken over two lines is joined with the line below.
    """
    cells = [fold(cell) for page in document.pages for table in page.tables for row in table.rows for cell in row[:3]]
    lines = [f"{line} {below}" for line, below in zip(body, (*body[1:], ""), strict=False)]
    return "\n".join(opening_of(text) for text in (*lines, *cells) if text)


class _PhraseFinder:
    """Finds all plain phrases of the catalogue in one pass, with spaCy's PhraseMatcher."""

    def __init__(self, phrases: Iterable[str]) -> None:
        from spacy.matcher import PhraseMatcher
        from spacy.vocab import Vocab

        self._vocab = Vocab()
        self._matcher: Any = PhraseMatcher(self._vocab)
        for phrase in sorted(set(phrases)):
            self._matcher.add(phrase, [self._doc(phrase.split())])

    def _doc(self, words: list[str]) -> Any:
        from spacy.tokens import Doc

        return Doc(self._vocab, words=words)

    def find(self, texts: Sequence[str]) -> dict[str, int]:
        """Return each phrase found in the joined texts with how often it stands there."""
        words = " ".join(texts).split()
        counts: dict[str, int] = {}
        for key, _, _ in self._matcher(self._doc(words)) if words else ():
            phrase = self._vocab.strings[key]
            counts[phrase] = counts.get(phrase, 0) + 1
        return counts
