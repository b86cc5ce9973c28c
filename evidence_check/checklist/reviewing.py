"""YAML text → the decisions people made, as in `reviews.yaml`; whatever is wrong is told with file, line and column.

The format is described in `docs/reviews.md`.
"""

from __future__ import annotations

import re

from evidence_check.checklist.fields import Fields, opened, whole
from evidence_check.checklist.marked import QUOTED, Node, marked
from evidence_check.model.reviews import ABOUT_A_FILE, Answer, Decision, Review

REVIEWS = ("format", "reviews")
REVIEW = (
    "requirement", "decision", "file", "sha256", "page", "picture", "answer", "by", "date", "reason",
)  # fmt: skip
OF_A_FILE = ("file", "sha256", "page", "picture")
PAGES = (1, 100_000)
SHA256 = re.compile(r"[0-9a-f]{64}")


def read_reviews(text: str, name: str) -> tuple[Review, ...]:
    """Return the decisions of a YAML text in the order written; `name` is shown in errors."""
    fields = opened(marked(text, name), REVIEWS)
    return tuple(_review(node) for node in fields.items("reviews"))


def _review(node: Node) -> Review:
    each = Fields(node, "reviews", REVIEW)
    requirement = each.must_text("requirement")
    each.must("decision")
    decision = Decision(each.one_of("decision", tuple(Decision), ""))
    _only_what_is_used(each, decision)
    about = decision in ABOUT_A_FILE
    page = whole(each.must("page"), "page", *PAGES) if decision is Decision.POINT else each.whole("page", *PAGES)
    picture = each.whole("picture", *PAGES)
    if picture and page is None:
        raise each.place("page").error("checklist_missing_key", key="page")
    return Review(
        requirement=requirement,
        decision=decision,
        by=each.must_text("by"),
        date=_day(each),
        reason=each.must_text("reason"),
        file=each.must_text("file") if about else "",
        sha256=_sha256(each) if about else "",
        page=page,
        picture=picture,
        answer=_answer(each) if decision is Decision.ANSWER else None,
        source=each.spot.file,
        line=each.spot.line,
    )


def _only_what_is_used(each: Fields, decision: Decision) -> None:
    """Refuse what a decision has no use for: somebody meant something by it, and it would be passed over."""
    needless = ("answer",) if decision in ABOUT_A_FILE else OF_A_FILE
    if decision is Decision.WAIVE:
        needless = (*needless, "answer")
    for key in needless:
        if each.node(key) is not None:
            raise each.place(key).error("reviews_needless", key=key, decision=decision.value)


def _day(each: Fields) -> str:
    each.must_text("date")
    return each.day("date")


def _answer(each: Fields) -> Answer:
    each.must("answer")
    return Answer(each.one_of("answer", tuple(Answer), ""))


def _sha256(each: Fields) -> str:
    text = each.must_text("sha256").lower()
    if not SHA256.fullmatch(text):
        raise each.place("sha256").error("reviews_bad_hash", value=text[:QUOTED])
    return text
