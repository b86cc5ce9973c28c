"""Which scans must be read on: those whose unread pages may hold what a requirement still lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from evidence_check.model.asked import Method
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content
from evidence_check.model.outcome import Status, Verdict

OPEN = (Status.MISSING, Status.PARTIAL, Status.DEFECTIVE, Status.UNSURE)


def to_read_on(
    fronts: Sequence[Content], verdicts: Iterable[Verdict], evidence: Iterable[Evidence], limit: int
) -> tuple[Content, ...]:
    """Return those of the scans known by their front matter only that some open requirement depends on.

    Any of them may be a bundle with the lacking paper in it. Only a book, a scan of more than `limit` pages whose
    front matter says surely what it is, is left alone when no open requirement asks for what it is.
    """
    lacking = [each for each in verdicts if each.status in OPEN and each.requirement.method is Method.DOCUMENT]
    if not lacking or not fronts:
        return ()
    asked = {
        match.evidence.document.file.path for each in lacking for match in (*each.matches, *each.near_misses)
    }
    settled = _settled(evidence, {content.file.path for content in fronts})
    return tuple(
        content
        for content in fronts
        if content.file.path in asked or content.file.path not in settled or content.long_scan <= limit
    )


def _settled(evidence: Iterable[Evidence], paths: Collection[str]) -> set[str]:
    """Return the files whose first paper is surely of some type."""
    first: dict[str, Evidence] = {}
    for each in evidence:
        if each.document.file.path in paths:
            first.setdefault(each.document.file.path, each)
    return {path for path, each in first.items() if each.facts.kind}
