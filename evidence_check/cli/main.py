"""The one door of the command line: every way to end is mapped to an exit code here."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from evidence_check.cli.commands import Commands
from evidence_check.cli.terminal import forget_output, speak_utf8, warn
from evidence_check.cli.wording import Wording, language_of, load_wording
from evidence_check.errors import INTERRUPTED, READY, EvidenceCheckError, ReportError, UsageError
from evidence_check.model.files import Params, params
from evidence_check.report.visible import visible

DEBUG = "EVIDENCE_CHECK_DEBUG"


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing that goes wrong shows a traceback unless asked."""
    speak_utf8()
    wording = load_wording(language_of(sys.argv[1:] if args is None else args))
    try:
        return run(args, wording)
    finally:
        forget_output()


def run(args: Sequence[str] | None, wording: Wording) -> int:
    """Return the exit code of one command, and say in one place what went wrong."""
    try:
        code = Commands(wording).main(args, prog_name="evidence-check", standalone_mode=False)
        return code if isinstance(code, int) else READY
    except (click.Abort, KeyboardInterrupt):
        warn("\n" + sentence("interrupted", (), wording))
        return INTERRUPTED
    except EvidenceCheckError as error:
        return _failed(error, wording)
    except click.ClickException as error:
        return _failed(as_usage_error(error), wording)
    except (BrokenPipeError, SystemExit):
        return ReportError.exit_code
    except Exception as error:
        return _bug(error, wording)


def as_usage_error(error: click.ClickException) -> UsageError:
    """Return what click found wrong with the command line, as an error with a sentence of our own."""
    if isinstance(error, click.NoSuchOption):
        return UsageError("no_such_option", name=visible(error.option_name))
    if isinstance(error, click.MissingParameter):
        return UsageError("missing_argument", name=_name(error.param))
    if isinstance(error, click.BadParameter):
        return UsageError("bad_value", name=_name(error.param), detail=visible(error.format_message()))
    if isinstance(error, click.BadOptionUsage):
        return UsageError("option_needs_value", name=visible(error.option_name))
    return UsageError("bad_command_line", detail=visible(error.format_message()))


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(_context())


def _context() -> click.Context:
    return click.Context(click.Command("evidence-check"))


def sentence(code: str, values: Params, wording: Wording) -> str:
    """Return what went wrong and what to do about it, on one or two lines."""
    if f"error.{code}" in wording.texts:
        return wording(f"error.{code}", **dict(values))
    from evidence_check.messages.catalog import load

    error = EvidenceCheckError(code, **{name: visible(value) for name, value in values})
    message, advice = load(wording.language).error(error)
    return f"{wording('error.label')} {message}\n{advice}".rstrip()


def _failed(error: EvidenceCheckError, wording: Wording) -> int:
    warn(sentence(error.code, error.params, wording))
    _show_when_asked()
    return error.exit_code


def _bug(error: Exception, wording: Wording) -> int:
    where = _save_details()
    warn(sentence("internal", params(detail=type(error).__name__), wording))
    if where:
        warn(wording("bug.details", path=where))
    _show_when_asked()
    return EvidenceCheckError.exit_code


def _save_details() -> Path | None:
    """Write the traceback to a file of the user's own, for a report to the makers; None when that fails."""
    from platformdirs import user_log_path

    from evidence_check.messages.masking import mask

    try:
        path = user_log_path("evidence-check", appauthor=False, ensure_exists=True) / "last-error.txt"
        # The values an error carries may be words of a paper.
        path.write_text(mask(traceback.format_exc()), "utf-8", errors="replace")
    except OSError:
        return None
    return path


def _show_when_asked() -> None:
    if os.environ.get(DEBUG):
        warn(traceback.format_exc())
