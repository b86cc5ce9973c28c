"""Codes and parameters to sentences, in Indonesian or English.

A missing key never stops a report: the code itself is shown instead, so that it can be reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

from evidence_check.errors import EvidenceCheckError
from evidence_check.messages import values
from evidence_check.messages.masking import mask
from evidence_check.model.asked import Basis, Method
from evidence_check.model.files import Finding, Level, Params, Place, Reason
from evidence_check.model.outcome import Status

LANGUAGES = ("id", "en")
DEFAULT = "id"
UNKNOWN = "…"

_PARAMETER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All words of one language; `names` turns ids of document types into their names."""

    lang: str
    texts: Mapping[str, Any]
    identities: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    def naming(self, names: Mapping[str, str]) -> Catalog:
        """Return the same catalogue knowing the names of document types."""
        return replace(self, names=dict(names))

    def showing(self, identities: bool) -> Catalog:
        """Return the same catalogue with identity numbers shown (True) or masked (False)."""
        return replace(self, identities=identities)

    def shown(self, text: str) -> str:
        """Return a text from a paper as it may be shown: identity numbers masked unless they are wanted."""
        return text if self.identities else mask(text)

    def status(self, status: Status) -> str:
        """Return the word people see for a status."""
        return self._word("statuses", status)

    def basis(self, basis: Basis) -> str:
        """Return the words for how well it is known that the assessor asks for an item."""
        return self._word("basis", basis)

    def level(self, level: Level) -> str:
        """Return the word for how much a finding weighs."""
        return self._word("levels", level)

    def method(self, method: Method) -> str:
        """Return the word for how a requirement is judged."""
        return self._word("methods", method)

    def word(self, section: str, key: str) -> str:
        """Return the word of a section such as `fields`, `roles` or `read_as`; unknown keys come back as they are."""
        found = self._section(section).get(key)
        return found if isinstance(found, str) else key

    def type_name(self, type_id: str) -> str:
        """Return the name of a document type, or its id made readable."""
        return self.names.get(type_id) or type_id.replace("_", " ")

    def date(self, iso: str) -> str:
        """Return an ISO date, month or interval in words; anything else comes back as it is."""
        return values.in_words(iso, self.texts)

    def title(self, code: str) -> str:
        """Return the short heading of a finding code."""
        return self._of_finding(code, "title")

    def meaning(self, code: str) -> str:
        """Return what a finding code means."""
        return self._of_finding(code, "meaning")

    def template(self, code: str, part: str) -> str:
        """Return a text of a finding code (`message`, `advice` ...) with its parameters still named in braces."""
        return self._of_finding(code, part)

    def finding(self, finding: Finding) -> str:
        """Return the sentence that says what happened, and to which file."""
        return self._fill(self._of_finding(finding.code, "message"), finding.code, finding.params, finding.place)

    def advice(self, finding: Finding) -> str:
        """Return the sentence that says what to do next."""
        return self._fill(self._of_finding(finding.code, "advice"), finding.code, finding.params, finding.place)

    def next_step(self, status: Status) -> str:
        """Return the general advice for a status, for verdicts without one of their own."""
        return self._word("advice", status)

    def reason(self, reason: Reason) -> str:
        """Return why a score is what it is, in words."""
        template = self._section("reasons").get(reason.code)
        if not isinstance(template, str):
            return " ".join([reason.code, *(self.shown(value) for _, value in reason.params)])
        return self._fill(template, reason.code, reason.params, reason.place)

    def error(self, error: EvidenceCheckError) -> tuple[str, str]:
        """Return what went wrong with the whole run, and what to do about it."""
        found = self._section("findings").get(error.code)
        if isinstance(found, Mapping):
            return self.told_as_finding(error)
        texts = self._section("errors").get(error.code)
        if not isinstance(texts, Mapping):
            return (" ".join([error.code, *(f"{key}={value}" for key, value in error.params)]), "")
        message, advice = str(texts.get("message", error.code)), str(texts.get("advice", ""))
        return (self._fill(message, error.code, error.params), self._fill(advice, error.code, error.params))

    def told_as_finding(self, error: EvidenceCheckError) -> tuple[str, str]:
        """Return the sentence and advice of an error that has the code of a finding; the code leads to `explain`."""
        message, advice = (self._of_finding(error.code, part) for part in ("message", "advice"))
        told = self._fill(message, error.code, error.params)
        return f"{error.code} {told}", self._fill(advice, error.code, error.params)

    def ui(self, key: str, **given: object) -> str:
        """Return a word or sentence of the reports and the terminal; values are put in as they are."""
        text = self._section("ui").get(key)
        if not isinstance(text, str):
            return key
        return _put(text, {name: str(value) for name, value in given.items()})

    def codes(self) -> tuple[str, ...]:
        """Return every finding code, sorted."""
        return tuple(sorted(self._section("findings")))

    def _section(self, name: str) -> Mapping[str, Any]:
        found = self.texts.get(name)
        return found if isinstance(found, Mapping) else {}

    def _word(self, section: str, key: str) -> str:
        return self.word(section, str(key))

    def _of_finding(self, code: str, part: str) -> str:
        texts = self._section("findings").get(code)
        return str(texts.get(part, code)) if isinstance(texts, Mapping) else code

    def _fill(self, template: str, code: str, params: Params, place: Place | None = None) -> str:
        raw = dict(params)
        given = {name: self.shown(values.readable(code, name, raw, self)) for name in raw}
        given["install"] = self.word("install", raw.get("platform") or "unknown")
        given = {**self._places(place, given.get("file", "")), **{k: v for k, v in given.items() if k != "file"}}
        text = _put(template, given)
        return text[:1].upper() + text[1:] if template.startswith("{") and not (place and place.file) else text

    def _places(self, place: Place | None, named: str) -> dict[str, str]:
        """Return `{file}`, `{page}`, `{where}` and `{quote}`, with words that fit when they are not known."""
        path = place.file if place and place.file else named
        if not path:
            this = self.ui("this_paper")
            return {"file": this, "where": this, "page": "", "quote": ""}
        file = self.ui("file_quoted", file=self.shown(path.rsplit("/", 1)[-1]))
        page = str(place.page) if place and place.page else ""
        where = self.ui("file_page", file=file, page=page) if page else file
        return {"file": file, "page": page, "where": where, "quote": self.shown(place.quote) if place else ""}


def _put(template: str, given: Mapping[str, str]) -> str:
    return _PARAMETER.sub(lambda match: given.get(match.group(1), UNKNOWN), template)


@cache
def load(lang: str = DEFAULT) -> Catalog:
    """Return the catalogue of a language, Indonesian when the language is not known; identities are masked."""
    import yaml

    name = lang if lang in LANGUAGES else DEFAULT
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = resources.files("evidence_check.messages").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return Catalog(name, yaml.load(text, Loader=loader))
