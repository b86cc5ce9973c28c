"""YAML texts → what papers are measured by. The format is described in `docs/checklist-format.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from evidence_check.checklist.fields import Fields, opened
from evidence_check.checklist.marked import Node, marked
from evidence_check.model.yardsticks import Grade, Revoked, SurveyScale, Yardsticks

FILE = ("format", "survey", "complaints", "revoked")
SURVEY = ("multiplier", "tolerance", "elements", "grades", "older_grades", "sources")
GRADE = ("grade", "word", "lowest", "highest")
COMPLAINTS = ("settled_within_days", "law", "sources")
REVOKED = ("names", "number", "year", "by", "since", "sources")
YEARS = (1945, 2200)


def read_yardsticks(texts: Mapping[str, str]) -> Yardsticks:
    """Return what some YAML texts say together, by the names of their files; of one thing said twice the later counts.

    Raises `ChecklistError` with file, line and column for whatever is wrong.
    """
    told = Yardsticks()
    for name in sorted(texts):
        fields = opened(marked(texts[name], name), FILE)
        survey, complaints = fields.node("survey"), fields.node("complaints")
        if survey is not None:
            told = replace(told, survey=_survey(survey))
        if complaints is not None:
            each = Fields(complaints, "complaints", COMPLAINTS)
            days = each.whole("settled_within_days", 1, 1000)
            told = replace(told, complaint_days=days, complaint_law=each.must_text("law"))
        told = replace(told, revoked=(*told.revoked, *map(_revoked, fields.items("revoked"))))
    return told


def _survey(node: Node) -> SurveyScale:
    fields = Fields(node, "survey", SURVEY)
    return SurveyScale(
        multiplier=_decimal(fields, "multiplier", 1000),
        tolerance=_decimal(fields, "tolerance", 100),
        elements=fields.whole("elements", 1, 100) or 9,
        grades=tuple(map(_grade, fields.items("grades"))),
        older_grades=tuple(map(_grade, fields.items("older_grades"))),
    )


def _grade(node: Node) -> Grade:
    fields = Fields(node, "grades", GRADE)
    limits = _decimal(fields, "lowest", 100), _decimal(fields, "highest", 100)
    return Grade(fields.must_text("grade"), fields.must_text("word"), *limits)


def _decimal(fields: Fields, key: str, highest: float) -> Decimal:
    return Decimal(str(fields.number(key, 0, highest)))


def _revoked(node: Node) -> Revoked:
    fields = Fields(node, "revoked", REVOKED)
    fields.must("sources")
    names = tuple(name for each in fields.choices("names") for name in each.split("|"))
    year, since = fields.whole("year", *YEARS), fields.whole("since", *YEARS)
    if year is None or since is None:
        raise fields.spot.error("checklist_missing_key", key="year" if year is None else "since")
    return Revoked(names, fields.must_text("number"), year, fields.must_text("by"), since)
