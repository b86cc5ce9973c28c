"""The page `docs/messages.md`: every code with its meaning and advice, made from the catalogue itself."""

from __future__ import annotations

from itertools import groupby

from evidence_check.messages.catalog import Catalog, load


def listing(catalog: Catalog | None = None) -> str:
    """Return the page as Markdown, in Indonesian unless another catalogue is given."""
    words = catalog or load()
    lines = [f"# {words.word('listing', 'title')}", "", words.word("listing", "intro"), ""]
    for group, codes in groupby(words.codes(), key=lambda code: code[:3]):
        lines += [f"## {words.word('listing', group)}", ""]
        for code in codes:
            lines += [f"### {code} · {words.title(code)}", ""]
            for part in ("message", "meaning", "advice"):
                lines += [f"- **{words.word('listing', part)}** {words.template(code, part)}"]
            lines += [""]
    return "\n".join(lines)
