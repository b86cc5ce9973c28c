"""Readiness to plain results: the one step all report formats share, so that they cannot disagree."""

from __future__ import annotations

from dataclasses import replace

import evidence_check
from evidence_check.messages.catalog import Catalog
from evidence_check.messages.values import patterns
from evidence_check.model.asked import Checklist, Dimension, Indicator, Method, Signatory
from evidence_check.model.files import Level
from evidence_check.model.outcome import Component, Readiness, Status, Verdict
from evidence_check.report.context import Context
from evidence_check.report.papers import files_of, paged_files, papers_of
from evidence_check.report.personal import personal_of
from evidence_check.report.pieces import Teller
from evidence_check.report.reviews import reviews_of
from evidence_check.report.shapes import CellShown, DimensionShown, IndicatorShown, MatrixShown, Results, VerdictShown
from evidence_check.report.tallies import GAPS, tally_of
from evidence_check.report.urgency import weights_of, worst_first

PROGRAM = "evidence-check"
_PICTURES = (Method.PHOTO, Method.SCREENSHOT)


def results_of(readiness: Readiness, context: Context) -> Results:
    """Return everything a report says, masked, sorted and in words."""
    words = context.catalog.showing(context.identities)
    teller = Teller(words, context.root, paged_files(readiness), context.crops)
    checklist = _complete(readiness)
    verdicts = tuple(_verdict(verdict, readiness, teller) for verdict in _in_order(readiness))
    return Results(
        program=PROGRAM,
        version=evidence_check.__version__,
        checklist=checklist.id,
        checklist_name=checklist.name,
        checklist_note=checklist.note,
        sources=checklist.sources,
        year=readiness.year,
        office=readiness.office.name,
        region=readiness.office.region,
        checked_at=context.checked_at,
        files=files_of(readiness, teller),
        verdicts=verdicts,
        gaps=worst_first(verdicts, weights_of(checklist)),
        dimensions=tuple(_dimension(each, checklist, verdicts) for each in _dimensions(checklist)),
        unasked=papers_of(readiness.unasked, teller),
        findings=teller.findings(readiness.findings),
        tally=tally_of(verdicts),
        # What the office itself prints on every letter, its telephone number too, is no identity to hide.
        letterhead=readiness.office.letterhead,
        signatory=_signatory(readiness.office.signatory, words),
        visit=readiness.office.visit,
        changes=context.changes,
        personal=personal_of(readiness.personal, teller),
    )


def _signatory(signatory: Signatory | None, words: Catalog) -> Signatory | None:
    """Return who signs; without leave to show identities the number is left to be filled in by hand."""
    if signatory is None:
        return None
    told = {key: words.shown(getattr(signatory, key)) for key in ("name", "post", "rank", "town")}
    return Signatory(**told, nip=signatory.nip if words.identities else "")


def _in_order(readiness: Readiness) -> list[Verdict]:
    """Return the verdicts in the order of the checklist, whatever order they came in."""
    order = {requirement.id: number for number, requirement in enumerate(readiness.checklist.requirements)}
    last = len(order)
    return sorted(readiness.verdicts, key=lambda v: (order.get(v.requirement.id, last), v.requirement.id))


def _verdict(verdict: Verdict, readiness: Readiness, teller: Teller) -> VerdictShown:
    asked = verdict.requirement
    return VerdictShown(
        requirement=asked.id,
        indicator=asked.indicator,
        name=asked.name,
        status=verdict.status,
        method=str(asked.method),
        basis=str(asked.basis),
        optional=asked.optional,
        sources=asked.sources,
        note=asked.note or _exemption(verdict, readiness, teller.catalog),
        matches=teller.matches(verdict.matches),
        near_misses=teller.matches(verdict.near_misses),
        findings=teller.findings(verdict.findings),
        happened=_happened(verdict, teller.catalog),
        advice_code=verdict.advice.code if verdict.advice else "",
        advice=_advice(verdict, teller.catalog),
        matrix=_matrix(verdict, teller),
        in_charge=teller.catalog.shown(_in_charge(verdict, readiness)),
        reviews=reviews_of(verdict, teller),
        machine=verdict.machine,
    )


def _in_charge(verdict: Verdict, readiness: Readiness) -> str:
    """Return who is in charge of a requirement: what is named more closely goes first."""
    asked = verdict.requirement
    named = {item: charge.name for charge in readiness.office.in_charge for item in charge.items}
    dimension = {each.id: each.dimension for each in readiness.checklist.indicators}.get(asked.indicator, "")
    return next((named[item] for item in (asked.id, asked.indicator, dimension) if item in named), "")


def _matrix(verdict: Verdict, teller: Teller) -> MatrixShown | None:
    """Return the components by product, None where the requirement asks for none."""
    if not verdict.components:
        return None
    words = teller.catalog
    cells = {(each.product, each.name): _cell(each, teller) for each in verdict.components}
    products = tuple(dict.fromkeys(each.product for each in verdict.components))
    names = dict.fromkeys(each.name for each in verdict.components)
    rows = ((words.shown(patterns(name)), tuple(cells.get((product, name)) for product in products)) for name in names)
    return MatrixShown(tuple(words.shown(each) for each in products), tuple(rows))


def _cell(component: Component, teller: Teller) -> CellShown:
    words = teller.catalog
    product, name = words.shown(component.product), words.shown(patterns(component.name))
    return CellShown(product, name, str(component.there), words.word("there", component.there),
                     teller.place(component.place))  # fmt: skip


def _happened(verdict: Verdict, words: Catalog) -> str:
    telling = [finding for finding in verdict.findings if finding.level is not Level.NOTE]
    first = verdict.advice or next(iter(telling), None)
    told = verdict.status is not Status.MISSING or verdict.by_people
    return words.finding(first) if first and verdict.status in GAPS and told else ""


def _advice(verdict: Verdict, words: Catalog) -> str:
    asked = verdict.requirement
    if verdict.status is Status.NOT_CHECKED and asked.prepare:
        return asked.prepare
    unsaid = verdict.advice is None or verdict.advice.code != "EC402"
    if verdict.status is Status.MISSING and asked.method in _PICTURES and not asked.optional and unsaid:
        return words.word("advice", f"missing_{asked.method}")
    return words.advice(verdict.advice) if verdict.advice else words.next_step(verdict.status)


def _exemption(verdict: Verdict, readiness: Readiness, words: Catalog) -> str:
    for exemption in (*readiness.office.not_applicable, *readiness.checklist.switched_off):
        if exemption.requirement == verdict.requirement.id and verdict.status is Status.NOT_APPLICABLE:
            return words.ui("exempted", reason=words.shown(exemption.reason), by=words.shown(exemption.by))
    return ""


def _complete(readiness: Readiness) -> Checklist:
    """Return the checklist with indicators that only verdicts name, so that no verdict is left out of the lists."""
    checklist = readiness.checklist
    known = {indicator.id for indicator in checklist.indicators}
    named = dict.fromkeys(verdict.requirement.indicator for verdict in readiness.verdicts)
    stray = tuple(Indicator(name, name, "") for name in named if name not in known)
    return replace(checklist, indicators=checklist.indicators + stray)


def _dimensions(checklist: Checklist) -> tuple[Dimension, ...]:
    """Return the dimensions, and one without a name for indicators that belong to none."""
    known = {dimension.id for dimension in checklist.dimensions}
    stray = dict.fromkeys(each.dimension for each in checklist.indicators if each.dimension not in known)
    return checklist.dimensions + tuple(Dimension(name, name) for name in stray)


def _dimension(dimension: Dimension, checklist: Checklist, verdicts: tuple[VerdictShown, ...]) -> DimensionShown:
    indicators = [each for each in checklist.indicators if each.dimension == dimension.id]
    shown = tuple(_indicator(each, verdicts) for each in indicators)
    inside = [verdict for each in shown for verdict in each.verdicts]
    return DimensionShown(dimension.id, dimension.name, tally_of(inside), shown)


def _indicator(indicator: Indicator, verdicts: tuple[VerdictShown, ...]) -> IndicatorShown:
    inside = tuple(verdict for verdict in verdicts if verdict.indicator == indicator.id)
    return IndicatorShown(indicator.id, indicator.name, tally_of(inside), inside)
