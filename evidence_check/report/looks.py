"""How a status looks wherever a report has signs and colours: never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_check.model.outcome import Status

SIGNS = {
    Status.MET: "✔",
    Status.PARTIAL: "◐",
    Status.DEFECTIVE: "✖",
    Status.UNSURE: "?",
    Status.MISSING: "○",
    Status.NOT_CHECKED: "·",
    Status.NOT_APPLICABLE: "–",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Two colours as RRGGBB: dark `ink` on a light `paper`, told apart in a black and white print."""

    ink: str
    paper: str


LOOKS = {
    Status.MET: Look("14532D", "DDF3E4"),
    Status.PARTIAL: Look("6B4E00", "FFF1C2"),
    Status.DEFECTIVE: Look("8A2B00", "FBDCC8"),
    Status.UNSURE: Look("43307A", "E6DFF5"),
    Status.MISSING: Look("7F0F1D", "F8D3D7"),
    Status.NOT_CHECKED: Look("444444", "EEEEEE"),
    Status.NOT_APPLICABLE: Look("666666", "F6F6F6"),
}
