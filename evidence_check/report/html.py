"""The results as one self-contained HTML file: opens from a USB stick, prints on A4, fetches nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from evidence_check.messages.catalog import Catalog
from evidence_check.model.asked import Basis
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report.changed import progress_of
from evidence_check.report.context import Context
from evidence_check.report.html_pieces import (
    crop_of,
    efforts_of,
    gaps_of,
    misplaced,
    paper_rule,
    places_in_orders,
)
from evidence_check.report.letter import letterhead_of, signature_of
from evidence_check.report.pages import asset, fingerprint, template
from evidence_check.report.results import results_of
from evidence_check.report.reviews import standings_of
from evidence_check.report.shapes import TallyShown
from evidence_check.report.tallies import GAPS
from evidence_check.report.urgency import weights_of

# From ready to lost, as the bars show them.
ORDER = (
    Status.MET,
    Status.UNSURE,
    Status.PARTIAL,
    Status.DEFECTIVE,
    Status.MISSING,
    Status.NOT_CHECKED,
    Status.NOT_APPLICABLE,
)


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the results as one HTML file in UTF-8."""
    words = context.catalog.showing(context.identities)
    results = results_of(readiness, context)
    style, script = asset("style.css") + paper_rule(results, words), asset("script.js")
    gaps = gaps_of(results, weights_of(readiness.checklist), words)
    text = template("report.html.j2").render(
        results=results,
        words=words,
        ui=words.ui,
        lang=words.lang,
        when=when(context.checked_at, words),
        style=style,
        script=script,
        policy=_policy(style, script),
        gap_statuses=GAPS,
        order=ORDER,
        bases=tuple(Basis),
        anchors={verdict.requirement: f"r{number}" for number, verdict in enumerate(results.verdicts, 1)},
        optional_missing=sum(1 for v in results.verdicts if v.optional and v.status is Status.MISSING),
        standings=standings_of(results),
        segments=segments,
        progress=progress_of(results, words),
        described=lambda tally: described(tally, words),
        percent=lambda share: f"{int(share * 100 + 1e-9)}%",
        identities=context.identities,
        gaps=gaps,
        efforts=efforts_of(gaps),
        places=places_in_orders(results, gaps),
        misplaced=misplaced(results),
        crop_of=lambda match: crop_of(match, words),
        letterhead=letterhead_of(results, words),
        signature=signature_of(results, words),
    )
    return (text + "\n").encode("utf-8", errors="xmlcharrefreplace")


def segments(tally: TallyShown, width: int = 1000) -> list[tuple[Status, int, int]]:
    """Return the parts of a stacked bar as status, start and length; together exactly `width`."""
    shown = [(status, tally.of(status)) for status in ORDER if tally.of(status)]
    total, done, parts = sum(count for _, count in shown), 0, []
    for status, count in shown:
        start, done = width * done // total, done + count
        parts.append((status, start, width * done // total - start))
    return parts


def described(tally: TallyShown, words: Catalog) -> str:
    """Return the counts of a tally as a sentence for those who cannot see the bar."""
    return ", ".join(_counted(tally, words))


def when(iso: str, words: Catalog) -> str:
    """Return an ISO date and time in words; anything else comes back as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    date = words.date(moment.date().isoformat())
    zone = words.word("zones", moment.tzname() or "")
    return words.ui("at_time", date=date, time=moment.strftime("%H.%M"), zone=zone) if zone else date


def _counted(tally: TallyShown, words: Catalog) -> Iterable[str]:
    for status in ORDER:
        if tally.of(status):
            yield words.ui("counts", status=words.status(status), count=tally.of(status))


def _policy(style: str, script: str) -> str:
    """Return a content security policy that lets in this file's own style, script and pictures, and nothing else."""
    return (
        f"default-src 'none'; style-src '{fingerprint(style)}'; script-src '{fingerprint(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
