"""The words of the command line itself, in Indonesian or English: small, so that `--help` is instant."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import yaml

LANGUAGES = ("id", "en")
LANGUAGE = "EVIDENCE_CHECK_LANG"


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences of the command line by key."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its parameters filled in."""
        return self.texts[key].format_map(values)


def load_wording(language: str) -> Wording:
    """Return the words of one language, `id` or `en`."""
    text = files("evidence_check.cli").joinpath(f"{language}.yaml").read_text("utf-8")
    return Wording(language, yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def language_of(args: Sequence[str]) -> str:
    """Return the language asked for by `--lang`, else by the environment, else Indonesian."""
    asked = [value for name, value in pairwise(args) if name == "--lang"]
    asked += [arg.partition("=")[2] for arg in args if arg.startswith("--lang=")]
    asked.append(os.environ.get(LANGUAGE, ""))
    return next((value for value in asked if value in LANGUAGES), LANGUAGES[0])
