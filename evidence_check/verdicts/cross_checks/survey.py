"""The satisfaction index: its value must come from its elements, and its grade fit its value (Permen PANRB 14/2017)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.yardsticks import Grade, SurveyScale
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used
from evidence_check.words.fold import fold

HIGHEST_MEAN = Decimal(4)
# Some printed reports work with three decimals of the weight (0,111 for 1/9).
PLACES = Decimal("0.01")


def survey_value(desk: Desk) -> Iterator[Disagreement]:
    """The value must be the multiplier times the sum of the weighted means of the elements, within the tolerance."""
    scale = desk.yardsticks.survey
    for used in desk.papers if scale else ():
        means, values = _means(used), used.figures("survey_value")
        if scale is None or not values or len(means) != scale.elements:
            continue
        reckoned = scale.multiplier * sum((Decimal(mean.value) for mean in means), Decimal(0)) / len(means)
        if not any(abs(Decimal(value.value) - reckoned) <= scale.tolerance for value in values):
            told = params(multiplier=f"{scale.multiplier:.0f}", means=" + ".join(mean.value for mean in means),
                          count=len(means), result=reckoned.quantize(PLACES), stated=values[0].value)
            yield Disagreement(Finding("EC353", Level.DOUBT, told, values[0].place), (used,))


def survey_grade(desk: Desk) -> Iterator[Disagreement]:
    """The grade must be that of the value, by the limits in force or by older ones."""
    scale = desk.yardsticks.survey
    for used in desk.papers if scale else ():
        grades, values = used.figures("survey_grade"), used.figures("survey_value")
        if scale is None or not grades or not values:
            continue
        fitting = [grade for value in values for grade in _grades(scale, Decimal(value.value))]
        names = {fold(name) for grade in fitting for name in (grade.letter, grade.word)}
        if fitting and not any(fold(grade.value) in names for grade in grades):
            right = fitting[0]
            told = params(stated=grades[0].value, value=values[0].value, grade=f"{right.letter} ({right.word})",
                          lowest=right.lowest, highest=right.highest)
            yield Disagreement(Finding("EC354", Level.DOUBT, told, grades[0].place), (used,))


def _means(used: Used) -> Sequence[Fact]:
    """Return the means of the elements, each once; none when one is no mean on the scale 1 to 4."""
    means = {fact.of: fact for fact in used.figures("element_mean")}
    sound = all(1 <= Decimal(fact.value) <= HIGHEST_MEAN for fact in means.values())
    return tuple(means.values()) if sound else ()


def _grades(scale: SurveyScale, value: Decimal) -> list[Grade]:
    return [grade for grades in (scale.grades, scale.older_grades) for grade in grades if _holds(grade, value)]


def _holds(grade: Grade, value: Decimal) -> bool:
    return grade.lowest <= value.quantize(PLACES) <= grade.highest
