"""A light Indonesian pipeline that sees posts, names with degrees and signature words in short windows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

WINDOW_LIMIT = 3_000

_POSTS = (
    "kepala dinas", "kepala badan", "kepala balai", "kepala bidang", "kepala bagian", "kepala puskesmas", "kepala uptd",
    "kepala upt", "kepala seksi", "kepala kantor", "kepala satuan", "kepala pelaksana", "kepala", "bupati", "wali kota",
    "walikota", "gubernur", "wakil bupati", "sekretaris daerah", "sekretaris dinas", "sekretaris", "camat", "lurah",
    "direktur", "inspektur", "ketua", "pejabat penilai kinerja", "pejabat penilai", "notulis", "menteri",
    "pimpinan rapat", "koordinator", "plt", "plh", "presiden republik indonesia", "presiden",
)  # fmt: skip
_ANCHORS = (
    "ttd",
    "t.t.d",
    "ttd.",
    "dto",
    "dto.",
    "tertanda",
    "ditandatangani secara elektronik",
    "ditetapkan di",
    "pada tanggal",
)
_BEFORE = ("drs.", "drs", "dra.", "dr.", "dr", "drg.", "ir.", "h.", "hj.", "prof.", "ns.", "apt.")
_AFTER = (
    r"^(s\.?(sos|h|e|kom|stp|pd|ag|ip|t|km|p|si|psi|i\.?kom|kep|farm|ap|st|tr\.?\w*)|m\.?(i\.?kom|si|m|h|pd|kes|t|ap|kom|ag"
    r"|sos|p|ip|a|eng|sc|epid)"
    r"|a\.?md\.?\w*|ph\.?d|se|sh|st|mm|mh|mt|skm|spd|ssos|msi)\.?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that is a `POST`, a `NAME` or a signature `ANCHOR`."""

    label: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=256)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """Return what the pipeline sees in a short text, from left to right."""
    spoken = pipeline()(text[:WINDOW_LIMIT])
    return tuple(Mention(ent.label_, ent.start_char, ent.end_char, ent.text) for ent in spoken.ents)


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """Return the pipeline, built once per process: Indonesian tokenizer without its hyphen exceptions, entity ruler.

    The full list of exceptions costs seconds in every process; only those without a hyphen matter here.
    """
    from spacy.lang.id import Indonesian
    from spacy.language import Language

    known = Indonesian.Defaults
    exceptions = {word: parts for word, parts in (known.tokenizer_exceptions or {}).items() if "-" not in word}
    defaults: Any = type("LightDefaults", (known,), {"tokenizer_exceptions": exceptions})
    light: Any = type("LightIndonesian", (Language,), {"lang": "id", "Defaults": defaults})
    spoken = light()
    spoken.add_pipe("entity_ruler").add_patterns(_patterns())
    return spoken


def _patterns() -> list[dict[str, object]]:
    patterns: list[dict[str, object]] = []
    for label, phrases in (("POST", _POSTS), ("ANCHOR", _ANCHORS)):
        patterns += [{"label": label, "pattern": [{"LOWER": word} for word in phrase.split()]} for phrase in phrases]
    word = {"TEXT": {"REGEX": r"^[A-Z][A-Za-z'.]*$"}, "LOWER": {"NOT_IN": list(_BEFORE)}}
    degree = {"LOWER": {"REGEX": _AFTER}}
    before = {"LOWER": {"IN": list(_BEFORE)}, "OP": "+"}
    for size in (1, 2, 3, 4):
        name = [word] * size
        for more in (0, 1, 2):
            tail = [{"TEXT": {"IN": [",", "."]}, "OP": "+"}, degree, {"TEXT": ".", "OP": "?"}]
            for _ in range(more):
                tail += [{"TEXT": {"IN": [",", "."]}, "OP": "*"}, degree, {"TEXT": ".", "OP": "?"}]
            patterns.append({"label": "NAME", "pattern": [*name, *tail]})
            patterns.append({"label": "NAME", "pattern": [before, *name, *tail]})
        patterns.append({"label": "NAME", "pattern": [before, *name]})
    return patterns
