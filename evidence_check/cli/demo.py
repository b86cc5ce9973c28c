"""`evidence-check demo`: the main job on the two invented offices that come with the program."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_check.cli.commands import Command, whole
from evidence_check.cli.reading import Reading
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ReportError
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(output_dir: str, jobs: int, no_ocr: bool) -> int:
        from evidence_check import library
        from evidence_check.cli.check import report
        from evidence_check.cli.outputs import Output, refuse_bad_places
        from evidence_check.cli.running import Job, checked

        place = place_for_reports(output_dir)
        samples = library.samples()
        offices = sorted(path.parent for path in samples.glob(f"*/{library.OFFICE_FILE}"))
        say(wording("demo.start", count=len(offices), path=visible(str(samples))))
        for root in offices:
            files = [place / f"{root.name}.{suffix}" for suffix in ("html", "json")]
            outputs = (Output("text"), *(Output(path.suffix[1:], path) for path in files))
            refuse_bad_places(outputs, samples, False, wording)
            job = Job(root, jobs=jobs, reading=Reading(not no_ocr))
            readiness = checked(job, wording)
            say(f"\n── {root.name} " + "─" * 40)
            report(readiness, job, outputs, False, wording)
        say("\n" + wording("demo.end"))
        return READY

    told = wording("demo.output_dir")
    place = click.Option(["--output-dir"], default="", metavar=wording("metavar.folder"), help=told)
    jobs = click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=wording("check.jobs"))
    no_ocr = click.Option(["--no-ocr"], is_flag=True, help=wording("check.no_ocr"))
    return Command("demo", wording, callback=run, params=[place, jobs, no_ocr])


def place_for_reports(asked: str) -> Path:
    """Return the folder for the reports, made if need be: the one asked for, else one of the user's own."""
    from platformdirs import user_data_path

    place = Path(asked) if asked else user_data_path("evidence-check", appauthor=False) / "demo"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportError("report_cannot_write", path=place, detail=type(error).__name__) from error
    return place.resolve()
