"""One more decision at the end of a YAML text: whatever stands there already, remarks too, stays letter by letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import yaml

from evidence_check.checklist.reviewing import read_reviews
from evidence_check.errors import ChecklistError
from evidence_check.model.reviews import Review

_BEGUN = ("format: 1", "reviews:")
_INDENT = 2


def appended(text: str, review: Review, name: str) -> str:
    """Return the text with a decision added; `name` is shown in errors.

    Raises `ChecklistError` when the text is wrong already, or laid out so that nothing can be added to it.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    if _composed(text, name) is None:
        text = "".join([_ended(text, ending), *(f"{line}{ending}" for line in _BEGUN)])
    before = read_reviews(text, name)
    made = _inserted(text, review, ending, name)
    try:
        after = read_reviews(made, name)
    except ChecklistError:
        after = ()
    if [_told(each) for each in after] != [_told(each) for each in (*before, review)]:
        raise ChecklistError("reviews_cannot_append", path=name)
    return made


def _told(review: Review) -> Review:
    return replace(review, source="", line=0)


def _composed(text: str, name: str) -> yaml.Node | None:
    """Return the YAML with the place of every value; the slow loader, for only that counts in characters."""
    try:
        found: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        # It says what is wrong, and where, in plain words.
        read_reviews(text, name)
        raise ChecklistError("reviews_cannot_append", path=name) from None
    return found


def _inserted(text: str, review: Review, ending: str, name: str) -> str:
    root = _composed(text, name)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    value = next((each for key, each in pairs if key.value == "reviews"), None)
    if value is None:
        return _put(text, len(text), ["reviews:", *_lines(review, _INDENT)], ending)
    start, end = _index(value.start_mark), _index(value.end_mark)
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        inside = text[start + 1 : end - 1].strip().rstrip(",")
        return f"{text[: start + 1]}{inside}{', ' if inside else ''}{{{_flow(review)}}}{text[end - 1 :]}"
    if isinstance(value, yaml.SequenceNode):
        at = end - value.end_mark.column if value.end_mark else end
        at = len(text) if end >= len(text) else at
        return _put(text, at, _lines(review, value.start_mark.column if value.start_mark else _INDENT), ending)
    # Nothing said yet: `reviews:`, perhaps with a remark behind it.
    rest = text.find("\n", end)
    at = len(text) if rest < 0 else rest + 1
    return _put(text[:start] + text[end:], at - (end - start), _lines(review, _INDENT), ending)


def _index(mark: yaml.Mark | None) -> int:
    return mark.index if mark else 0


def _put(text: str, at: int, lines: list[str], ending: str) -> str:
    return _ended(text[:at], ending) + "".join(f"{line}{ending}" for line in lines) + text[at:]


def _ended(text: str, ending: str) -> str:
    return text if not text or text.endswith("\n") else text + ending


def _lines(review: Review, indent: int) -> list[str]:
    first, *rest = (f"{key}: {value}" for key, value in _pairs(review))
    margin = " " * indent
    return [f"{margin}- {first}", *(f"{margin}  {line}" for line in rest)]


def _flow(review: Review) -> str:
    return ", ".join(f"{key}: {value}" for key, value in _pairs(review))


def _pairs(review: Review) -> Iterator[tuple[str, str]]:
    """Yield the keys of a decision with their values as YAML, what says nothing left out."""
    told: dict[str, object] = {
        "requirement": quoted(review.requirement),
        "decision": review.decision.value,
        "file": quoted(review.file) if review.file else None,
        "sha256": quoted(review.sha256) if review.sha256 else None,
        "page": review.page,
        "picture": review.picture,
        "answer": review.answer.value if review.answer else None,
        "by": quoted(review.by),
        "date": review.date,
        "reason": quoted(review.reason),
    }
    yield from ((key, str(value)) for key, value in told.items() if value is not None)


def quoted(text: str) -> str:
    """Return a text as YAML takes it on one line, whatever signs it holds."""
    if text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    dumped: str = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=1_000_000)
    return dumped.strip()
