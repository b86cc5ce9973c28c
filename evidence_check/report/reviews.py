"""What people decided, in words: who, when, why, about what, and whether it holds."""

from __future__ import annotations

from collections import Counter

from evidence_check.model.outcome import Verdict
from evidence_check.model.reviews import Reviewed, Standing
from evidence_check.report.pieces import Teller, by_path
from evidence_check.report.shapes import Results, ReviewShown


def reviews_of(verdict: Verdict, teller: Teller) -> tuple[ReviewShown, ...]:
    """Return the decisions on a requirement, those of one day by the file they are about."""
    return tuple(_review(each, teller) for each in sorted(verdict.reviews, key=_order))


def standings_of(results: Results) -> dict[str, int]:
    """Return how many decisions hold, lapsed and so on; nothing when there is none."""
    counts = Counter(review.standing for verdict in results.verdicts for review in verdict.reviews)
    return {str(standing): counts[standing] for standing in Standing} if counts else {}


def _review(reviewed: Reviewed, teller: Teller) -> ReviewShown:
    words, review = teller.catalog, reviewed.review
    path = reviewed.file or review.file
    about = words.shown(path)
    page = review.page
    decision = words.word("decisions", review.decision)
    answer = words.word("answers", review.answer) if review.answer else ""
    said = f"{decision}: {answer}" if answer else decision
    standing = words.word("standings", reviewed.standing)
    date = words.date(review.date)
    told = {"decision": said, "by": words.shown(review.by), "date": date, "reason": words.shown(review.reason)}
    where = words.ui("file_page", file=about, page=page) if about and page else about
    text = words.ui("review_line", **told, standing=standing)
    return ReviewShown(
        decision=str(review.decision),
        decision_text=said,
        answer=str(review.answer or ""),
        by=told["by"],
        date=review.date,
        date_text=date,
        reason=told["reason"],
        file=about,
        page=page,
        href=teller.href(reviewed.file, page or 0) if reviewed.file else "",
        standing=str(reviewed.standing),
        standing_text=standing,
        text=f"{where}: {text}" if where else text,
    )


def _order(reviewed: Reviewed) -> tuple[str, tuple[str, str], int, str, str]:
    review = reviewed.review
    return (review.date, by_path(reviewed.file or review.file), review.page or 0, review.by, review.decision)
