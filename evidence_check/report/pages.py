"""Pages without any script: self-contained, nothing fetched, nothing run, every text of strangers made harmless."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import evidence_check
from evidence_check.messages.catalog import Catalog
from evidence_check.report.looks import LOOKS
from evidence_check.report.looks import SIGNS as STATUS_SIGNS
from evidence_check.report.results import PROGRAM
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment, Template

STYLE = "pages.css"


def page(name: str, words: Catalog, **given: Any) -> bytes:
    """Return a page from a template of this room as UTF-8; `given` are the values it shows."""
    style = asset(STYLE) + colours()
    text = template(name).render(
        words=words,
        ui=words.ui,
        lang=words.lang,
        style=style,
        policy=policy(style),
        sign=lambda status: STATUS_SIGNS[status],
        program=PROGRAM,
        version=evidence_check.__version__,
        **given,
    )  # fmt: skip
    return (text + "\n").encode("utf-8", errors="xmlcharrefreplace")


def policy(style: str) -> str:
    """Return a content security policy that lets in this page's own style and nothing else."""
    return f"default-src 'none'; style-src '{fingerprint(style)}'; base-uri 'none'; form-action 'none'"


def fingerprint(text: str) -> str:
    """Return how a content security policy names a style or script that may be used."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def template(name: str) -> Template:
    """Return a template of this room; in it every text of a stranger is escaped and its hidden signs are shown."""
    return _environment().get_template(name)


def colours() -> str:
    """Return the colours of the statuses as style, from the one place that knows them."""
    return "".join(f".s-{status}{{--c:#{look.ink};--b:#{look.paper}}}\n" for status, look in LOOKS.items())


def asset(name: str) -> str:
    """Return a text of the template folder with plain line ends, as the browser hashes it."""
    text = resources.files("evidence_check.report").joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _finalized(value: Any) -> Any:
    return visible(value) if type(value) is str else value


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
