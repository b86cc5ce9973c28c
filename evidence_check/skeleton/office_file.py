"""The office's own `evidence-check.yaml`, begun: what is known is filled in, the rest is shown as a remark."""

from __future__ import annotations

from evidence_check.messages.catalog import Catalog


def office_file(name: str, checklist: str, year: int | None, words: Catalog) -> bytes:
    """Return the file as UTF-8."""
    lines = ["format: 1"]
    lines.append(f"office: {quoted(name)}" if name else words.word("office_file", "office"))
    lines.append(f"checklist: {quoted(checklist)}")
    lines.append(f"year: {year}" if year else words.word("office_file", "year"))
    lines.append(words.word("office_file", "rest").rstrip("\n"))
    return ("\n".join(lines) + "\n").encode()


def quoted(text: str) -> str:
    """Return a text as YAML takes it on one line."""
    import yaml

    dumped: str = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000)
    return dumped.strip()
