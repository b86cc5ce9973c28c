"""The progress line: how far it is, what is in hand, and how long it will still take."""

from __future__ import annotations

import pytest

from evidence_check.cli.running import told_of
from evidence_check.cli.terminal import left_of
from evidence_check.cli.wording import load_wording
from evidence_check.collecting import Step

WORDING = load_wording("id")


@pytest.mark.parametrize(
    ("spent", "share", "left"),
    [(1.0, 0.5, None), (10.0, 0.001, None), (10.0, 0.5, 10.0), (30.0, 0.75, 10.0), (60.0, 1.0, 0.0)],
)
def test_time_left_is_guessed_from_the_share_of_the_work(spent: float, share: float, left: float | None) -> None:
    assert left_of(spent, share) == left


@pytest.mark.parametrize(
    ("unit", "left", "said"),
    [
        ("files", None, "Membaca berkas 3 dari 9 (40 halaman): b.pdf"),
        ("files", 41.0, "Membaca berkas 3 dari 9 (40 halaman), kira-kira 40 detik lagi: b.pdf"),
        ("pages", 300.0, "Membaca lanjutan hasil pindai, halaman 3 dari 9, kira-kira 5 menit lagi: b.pdf"),
    ],
)
def test_the_line_says_what_and_how_long(unit: str, left: float | None, said: str) -> None:
    assert told_of(Step(unit, 3, 9, 40, 0.3, "a/b.pdf"), left, WORDING) == said
