"""What only shows when a checklist is read whole: weights, agreements between items, categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from evidence_check.checklist.fields import Fields
from evidence_check.checklist.marked import QUOTED, Node, Spot
from evidence_check.checklist.requirements import AGREEMENT, INDICATOR, REQUIREMENT
from evidence_check.checklist.suggesting import suggestion
from evidence_check.model.asked import Basis, Category, Dimension, Indicator

CATEGORY = ("letter", "name", "lowest", "highest", "zone", "basis")
HIGHEST = 1000.0
WHOLE = 100.0
ROUNDING = 0.05


def must_agree(indicators: Iterable[Node], known: Collection[str]) -> None:
    """Refuse an agreement with a requirement that is not there."""
    for node in indicators:
        for asked in Fields(node, "indicators", INDICATOR).items("requirements"):
            must_agree_with(Fields(asked, "requirements", REQUIREMENT), known)


def must_agree_with(fields: Fields, known: Collection[str]) -> None:
    """Refuse an agreement of one requirement with another that is not there."""
    for node in fields.items("agrees_with"):
        each = Fields(node, "agrees_with", AGREEMENT)
        wanted = each.must_text("requirement")
        if wanted not in known:
            near = suggestion(wanted, known)
            place = each.place("requirement")
            raise place.error("checklist_unknown_requirement", requirement=wanted[:QUOTED], suggestion=near)


def must_weigh(fields: Fields, dimensions: Sequence[Dimension], indicators: Sequence[Indicator]) -> None:
    """Refuse weights that do not add up to a hundred, as far as all of a group are known.

    A group is the dimensions; and the indicators of a dimension, or of each variable inside it.
    """
    weights = [each.weight for each in dimensions]
    if not _adds_up(weights):
        raise fields.place("dimensions").error("checklist_weights", of="dimensions", sum=_sum(weights))
    for dimension in dimensions:
        inside = [each for each in indicators if each.dimension == dimension.id]
        if _adds_up([each.weight for each in inside]):
            continue
        variables = dict.fromkeys(each.variable for each in inside)
        groups = [[each.weight for each in inside if each.variable == variable] for variable in variables]
        if not all(map(_adds_up, groups)) or len(groups) == 1:
            total = _sum([each.weight for each in inside])
            raise _last(fields, dimension.id).error("checklist_weights", of=dimension.id[:QUOTED], sum=total)


def _adds_up(weights: Sequence[float | None]) -> bool:
    known = [weight for weight in weights if weight is not None]
    if not known:
        return True
    short = len(known) == len(weights) and sum(known) < WHOLE - ROUNDING
    return not short and sum(known) <= WHOLE + ROUNDING


def _sum(weights: Sequence[float | None]) -> str:
    return f"{round(sum(weight or 0.0 for weight in weights), 4):g}"


def _last(fields: Fields, dimension: str) -> Spot:
    """Return the place of the last weight given inside a dimension."""
    places = [fields.place("indicators")]
    for node in fields.items("indicators"):
        each = Fields(node, "indicators", INDICATOR)
        if each.text("dimension") == dimension and each.node("weight"):
            places.append(each.place("weight"))
    return places[-1]


def categories_of(fields: Fields) -> tuple[Category, ...]:
    """Return the grades of a result; refuse one that ends before it begins, or two that overlap."""
    categories: list[Category] = []
    for node in fields.items("categories"):
        each = Fields(node, "categories", CATEGORY)
        category = _category(each)
        for other in categories:
            if _overlap(category, other):
                raise each.place("lowest").error("checklist_categories", name=category.name[:QUOTED], other=other.name)
        categories.append(category)
    return tuple(categories)


def _overlap(one: Category, other: Category) -> bool:
    if one.lowest is None or one.highest is None or other.lowest is None or other.highest is None:
        return False
    return one.lowest <= other.highest and other.lowest <= one.highest


def _category(each: Fields) -> Category:
    lowest = each.number("lowest", 0, HIGHEST) if each.node("lowest") else None
    return Category(
        letter=each.text("letter").strip(),
        name=each.must_text("name"),
        lowest=lowest,
        highest=each.number("highest", lowest or 0, HIGHEST) if each.node("highest") else None,
        zone=each.text("zone").strip(),
        basis=Basis(each.one_of("basis", tuple(Basis), Basis.SEEN)),
    )
