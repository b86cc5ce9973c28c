"""The list of everything in a package with its fingerprints, as JSON: what `verify` measures by."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FORMAT, VERSION = "evidence-check-package", 1
LARGEST = 64_000_000
"""Bytes; a list of a hundred thousand members stays below."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class ManifestError(ValueError):
    """The list is damaged, or of a form this version does not know."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a member was copied from; `pages` are those meant, `cut` says that only they were copied."""

    path: str
    size: int
    sha256: str
    pages: tuple[int, int]
    cut: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One member; `role` is `evidence`, `marked`, `cover`, `index` or `report`; `serves` are (requirement, sure)."""

    path: str
    size: int
    sha256: str
    role: str
    source: Source | None = None
    serves: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package is about, by key, and every member but the manifest itself."""

    about: Mapping[str, Any] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


def as_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as UTF-8 JSON; the same manifest gives the same bytes."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        **manifest.about,
        "members": [_member(entry) for entry in manifest.entries],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="backslashreplace")


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of a manifest: who knows it knows every member."""
    return hashlib.sha256(data).hexdigest()


def read(data: bytes) -> Manifest:
    """Return the manifest of these bytes; raise `ManifestError` when they are none."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ManifestError(type(error).__name__) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ManifestError("format")
    if told.get("version") != VERSION:
        raise ManifestError("version")
    members = told.get("members")
    if not isinstance(members, list):
        raise ManifestError("members")
    about = {key: value for key, value in told.items() if key not in ("format", "version", "members")}
    return Manifest(about, tuple(_entry(each) for each in members))


def _member(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"path": entry.path, "role": entry.role, "size": entry.size, "sha256": entry.sha256}
    if entry.source:
        source = entry.source
        told["source"] = {
            "path": source.path,
            "size": source.size,
            "sha256": source.sha256,
            "pages": list(source.pages),
            "cut": source.cut,
        }
    if entry.serves:
        told["serves"] = [{"requirement": name, "sure": sure} for name, sure in entry.serves]
    return told


def _entry(told: Any) -> Entry:
    """Return what a member must be; sources and requirements are for people and not needed here."""
    if not isinstance(told, dict):
        raise ManifestError("members")
    path, size, sha256, role = (told.get(key) for key in ("path", "size", "sha256", "role"))
    whole = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    if not (whole and isinstance(path, str) and isinstance(sha256, str) and _SHA256.fullmatch(sha256)):
        raise ManifestError("members")
    assert isinstance(size, int)
    return Entry(path, size, sha256, role if isinstance(role, str) else "")
