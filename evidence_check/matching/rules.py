"""The rules a candidate must pass before it counts; each failure is a finding with its place.

An error spoils the paper for the requirement. Where the text could not be read well, what was not
found in it is only in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from evidence_check.matching.coverage import covers_what_it_must
from evidence_check.matching.elements import has_what_its_form_needs, holds_what_its_type_holds, is_filled_in
from evidence_check.matching.months import is_of_the_months
from evidence_check.matching.question import LEGIBLE, Question, title_place
from evidence_check.matching.signing import is_signed_for_it
from evidence_check.matching.sure import is_read_surely
from evidence_check.model.asked import DocumentType, Office
from evidence_check.model.facts import ACCEPTED, MARGIN, Evidence, Fact
from evidence_check.model.files import Finding, Level, Place, ReadAs, params
from evidence_check.model.pictures import IMAGES, WORDS_ON_A_PICTURE
from evidence_check.words.fold import fold
from evidence_check.words.lines import place_of
from evidence_check.words.names import same_office
from evidence_check.words.regions import other_region, ways_to_name

# How far from the top a letterhead or cover names the region.
HEAD_LINES = 25

# A decree older than this many years may have been replaced: a person must make sure (inferred; no assessor states it).
IN_FORCE_YEARS = 5

# A paper signed this many years after the year in its title speaks of the year before at the latest (inferred).
LATE_YEARS = 1
# How sure a period is that stands in the title.
TITLED = 0.8

# What says that a paper is a draft; where a draft is asked for, it is no defect.
DRAFT = ("EC201", "EC228")

# What says that only a typed name was seen where somebody should have signed.
UNSEEN = ("EC215", "EC223")

# For each `period` of a checklist: may a paper that speaks of the years first..last serve the year under check?
_SERVES: dict[str, Callable[[int, int, int], bool]] = {
    "year": lambda first, last, year: first <= year <= last,
    "previous_year": lambda first, last, year: first <= year - 1 <= last,
    "year_or_previous": lambda first, last, year: first <= year and last >= year - 1,
    "each_month": lambda first, last, year: first <= year <= last,
}


def kind_is_sure(asked: Question) -> Iterator[Finding]:
    """The paper must be surely of a type that is asked, and not rather of another."""
    other = asked.runner_up
    if other and other.score >= asked.kind.score + MARGIN and other.score >= ACCEPTED:
        name = asked.catalogue[other.type].name
        yield Finding("EC211", Level.ERROR, params(look_alike=name), title_place(asked))
    elif asked.kind.score < ACCEPTED or (other and other.score > asked.kind.score - MARGIN):
        names = params(
            type=asked.type.name, runner_up=asked.catalogue[other.type].name if other else "", score=asked.kind.score
        )
        yield Finding("EC210", Level.DOUBT, names, title_place(asked))


def is_legible(asked: Question) -> Iterator[Finding]:
    """The first page, where the title stands, must have been read well."""
    first = asked.evidence.document.pages[0]
    if first.read_as is ReadAs.UNREAD and first.problem:
        yield first.problem
    elif first.confidence < LEGIBLE:
        percent = params(confidence=f"{first.confidence:.0%}")
        yield Finding("EC112", Level.DOUBT, percent, Place(asked.evidence.document.file.path, first.number, ""))


def is_more_than_a_picture(asked: Question) -> Iterator[Finding]:
    """A photograph or screenshot with a few words on it is not the paper that these words are from."""
    document = asked.evidence.document
    if document.file.kind in IMAGES and sum(len(page.text.split()) for page in document.pages) <= WORDS_ON_A_PICTURE:
        yield Finding("EC218", Level.DOUBT, (), title_place(asked))


def is_of_this_office(asked: Question) -> Iterator[Finding]:
    """The paper must be this office's own, or name it where others may issue it."""
    office = asked.office
    if not office.name:
        return
    said = asked.evidence.facts.office
    same = same_office(said.value, office.name, office.aliases, office.region) if said else None
    if asked.type.issuer == "own" and said and same is False:
        level = Level.DOUBT if said.confidence < LEGIBLE else Level.ERROR
        yield Finding("EC208", level, params(office=said.value, expected=office.name), said.place)
        return
    if asked.type.issuer == "region":
        named = not office.region or any(asked.text.phrase(each) for each in ways_to_name(office.region))
    else:
        named = same is True or _named(asked, office) or is_signed_for_it(asked) is not None
    if not named:
        yield Finding("EC308", Level.DOUBT, params(expected=office.name), title_place(asked))
        return
    elsewhere = other_region(office.region, asked.text.lines[:HEAD_LINES], asked.text.spaced)
    if elsewhere:
        place = place_of(asked.evidence.document.file.path, [elsewhere])
        expected = f"{office.name} {office.region}"
        yield Finding("EC208", Level.DOUBT, params(office=place.quote, expected=expected), place)


def is_of_the_period(asked: Question) -> Iterator[Finding]:
    """The paper must speak of, or be signed in, the period that is asked."""
    if asked.requirement.period in ("any", "last_3_months"):
        return
    said, first, last = _years(asked)
    if said is None:
        yield Finding("EC212", Level.DOUBT, params(expected=asked.year), title_place(asked))
    elif not _serves(asked, first, last):
        level = Level.ERROR if said.confidence >= LEGIBLE else Level.DOUBT
        found = str(first) if first == last else f"{first}-{last}"
        yield Finding("EC209", level, params(found=found, expected=_expected(asked)), said.place)
    elif asked.requirement.period == "in_force" and asked.year - last > IN_FORCE_YEARS:
        yield Finding("EC213", Level.DOUBT, params(year=last), said.place)
    elif asked.type.dated_by == "signed" and asked.requirement.period != "in_force":
        yield from _speaks_of_the_past(asked, first)


def _speaks_of_the_past(asked: Question, signed: int) -> Iterator[Finding]:
    """Yield a doubt about a paper signed years after the time its title speaks of: an old one with a new day."""
    spoken = asked.evidence.facts.period
    if spoken and spoken.confidence >= TITLED and signed - int(spoken.value.rpartition("/")[2][:4]) > LATE_YEARS:
        found = params(found=spoken.value, expected=_expected(asked))
        yield Finding("EC209", Level.DOUBT, found, spoken.place)


def _years(asked: Question) -> tuple[Fact | None, int, int]:
    """Return the fact that dates the paper, and the first and last year it stands for."""
    facts = asked.evidence.facts
    if asked.type.dated_by == "period" and facts.period:
        first, _, last = facts.period.value.partition("/")
        return facts.period, int(first[:4]), int((last or first)[:4])
    said = (facts.date or facts.year) if asked.type.dated_by == "signed" else facts.year
    year = int(said.value[:4]) if said else 0
    return said, year, year


def _serves(asked: Question, first: int, last: int) -> bool:
    period, year = asked.requirement.period, asked.year
    if period != "in_force":
        return _SERVES[period](first, last, year)
    # What reports on a period holds in that period; what was signed holds from then on.
    of_a_period = asked.type.dated_by == "period" and asked.evidence.facts.period is not None
    return first <= year <= last if of_a_period else first <= year


def is_sound(asked: Question) -> Iterator[Finding]:
    """Nothing may be wrong with the paper itself: no draft, no blank number, no template residue."""
    for finding in asked.evidence.facts.findings:
        wanted = finding.code in DRAFT and asked.requirement.draft
        if finding.level is not Level.NOTE and not wanted:
            yield finding


def has_what_its_type_needs(asked: Question) -> Iterator[Finding]:
    """The facts a genuine paper of this type always carries must be there."""
    facts = asked.evidence.facts
    told = {finding.code for finding in facts.findings if finding.level is not Level.NOTE}
    needs = asked.type.needs
    place = title_place(asked)
    if "number" in needs and facts.number is None and not told & {"EC202", "EC203"}:
        yield Finding("EC203", asked.missing(), (), place)
    if "date" in needs and facts.date is None:
        yield Finding("EC204", asked.missing(), (), place)
    if "period" in needs and facts.period is None and facts.year is None:
        yield Finding("EC212", Level.DOUBT, params(expected=asked.year), place)
    if "person" in needs and not person_of(asked.evidence, asked.type):
        yield Finding("EC309", Level.DOUBT, (), place)
    if "signature_block" in needs and (facts.signature is None or facts.signature.value == "none"):
        yield Finding("EC216", asked.missing(), (), place)
    elif "signature_block" in needs:
        # A name can be typed by anybody: whether the paper was signed is then for a person to see.
        yield from (replace(note, level=Level.DOUBT) for note in facts.findings if note.code in UNSEEN)


def mentions_what_it_must(asked: Question) -> Iterator[Finding]:
    """Each entry of `must_mention` must stand in the text, outside lists of cited laws."""
    for words in asked.requirement.must_mention:
        if mention_of(asked, words) is None:
            yield Finding("EC304", asked.missing(), params(words=words.replace("|", " / ")), title_place(asked))


RULES: tuple[Callable[[Question], Iterator[Finding]], ...] = (
    kind_is_sure,
    is_legible,
    is_more_than_a_picture,
    is_of_this_office,
    is_sound,
    is_of_the_period,
    is_of_the_months,
    is_read_surely,
    has_what_its_type_needs,
    holds_what_its_type_holds,
    has_what_its_form_needs,
    is_filled_in,
    mentions_what_it_must,
    covers_what_it_must,
)


def failures_of(asked: Question) -> tuple[Finding, ...]:
    """Return every rule the candidate fails, in the order of the rules."""
    return tuple(finding for rule in RULES for finding in rule(asked))


def mention_of(asked: Question, words: str) -> Place | None:
    """Return where one of the alternatives `a|b` stands in the text."""
    for alternative in words.split("|"):
        hit = asked.text.phrase(alternative.strip())
        if hit:
            lines = asked.text.lines[hit.first : hit.last + 1]
            return place_of(asked.evidence.document.file.path, lines)
    return None


def person_of(evidence: Evidence, kind: DocumentType) -> str:
    """Return what tells the person of a sample from another: the NIP, else the name, else nothing."""
    for person in evidence.facts.people:
        if person.role in kind.persons or not kind.person:
            return person.nip or person.name.casefold()
    return ""


def _named(asked: Question, office: Office) -> bool:
    names = (office.name, *office.aliases)
    said = asked.evidence.facts.office
    if said and same_office(said.value, office.name, office.aliases, office.region):
        return True
    return any(name and asked.text.phrase(fold(name)) for name in names)


def _expected(asked: Question) -> str:
    year = asked.year
    return {
        "year": str(year),
        "previous_year": str(year - 1),
        "year_or_previous": f"{year - 1}/{year}",
        "in_force": f"≤ {year}",
        "each_month": str(year),
    }[asked.requirement.period]
