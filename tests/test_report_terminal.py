"""The terminal summary: five lines say it all, on every console."""

from __future__ import annotations

import re
from dataclasses import replace

import golden
import pytest
from readiness import CHECKED_AT, NAMES, hostile, sample

from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Status
from evidence_check.report.context import Context
from evidence_check.report.terminal import Look, encodable, render, summary

CONTEXT = Context(load().naming(NAMES), CHECKED_AT)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_the_first_five_lines_say_it_all() -> None:
    title, ready, counts, files, caution = summary(sample(), CONTEXT).splitlines()[:5]
    assert title == "Kesiapan dokumen Dinas Sosial, Kabupaten Tirta Kencana — Penilaian Contoh 2026"
    assert ready.startswith("3 dari 10 permintaan wajib Terpenuhi — 30% siap; paling banyak 50%")
    assert counts == "Belum ada 2 · Ada cacat 2 · Sebagian 1 · Perlu ditinjau 2"
    assert files == "2 dari 10 berkas tidak terbaca; 1 dokumen tidak diminta."
    assert caution == "Ini kesiapan dokumen, bukan prediksi nilai Ombudsman atau penilai lain."


@pytest.mark.parametrize(
    ("name", "end"),
    [("Contoh 2026", "Contoh 2026"), ("Contoh 2022-2026", "Contoh 2022-2026 (2026)"), ("X", "X (2026)")],
)
def test_the_year_is_always_said(name: str, end: str) -> None:
    base = sample()
    text = summary(replace(base, checklist=replace(base.checklist, name=name)), CONTEXT)
    assert text.splitlines()[0].endswith(f"— {end}")


def test_every_gap_has_its_next_step_and_the_worst_indicator_comes_first() -> None:
    text = summary(sample(), CONTEXT)
    gaps = re.findall(r"^  \S (?:Belum ada|Ada cacat|Sebagian|Perlu ditinjau)  (\S+)", text, flags=re.M)
    assert gaps == ["IN-01.3", "IN-02.1", "PR-12.1", "PR-14.1", "PR-08.1", "PR-01.2", "PG-01.1"]
    assert len(re.findall(r"^    → ", text, flags=re.M)) == len(gaps) + 3


def test_unread_files_are_named_and_reports_pointed_to() -> None:
    text = summary(sample(), CONTEXT, written=["laporan.html"])
    assert "EC101 Terkunci kata sandi: 04 Pengaduan/SK Tim Pengaduan.pdf" in text
    assert text.endswith("Laporan lengkap: laporan.html\n")


def test_colour_changes_nothing_but_colour() -> None:
    coloured = summary(sample(), CONTEXT, Look(colour=True))
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == summary(sample(), CONTEXT)
    assert "\x1b" not in summary(sample(), CONTEXT)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8", "latin-1", "no-such-encoding"])
def test_every_console_can_show_it(encoding: str) -> None:
    text = summary(sample(), CONTEXT, Look(encoding=encoding))
    assert "Terpenuhi" in text
    text.encode("ascii" if encoding == "no-such-encoding" else encoding)


def test_signs_a_console_lacks_become_plain_ones() -> None:
    assert encodable("→ “SK” ✔ 1980••", "ascii") == '-> "SK" + 1980**'


@pytest.mark.parametrize("width", [20, 60, 80, 120])
def test_lines_keep_to_the_width(width: int) -> None:
    body = summary(sample(), CONTEXT, Look(width=width)).splitlines()[5:]
    assert max(map(len, body)) <= max(40, width)


@pytest.mark.parametrize("make", [sample, hostile])
def test_no_text_from_outside_moves_the_cursor(make: object) -> None:
    text = summary(make(), CONTEXT)  # type: ignore[operator]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_when_everything_is_ready_it_says_so() -> None:
    met = tuple(replace(verdict, status=Status.MET, findings=()) for verdict in sample().verdicts)
    text = summary(replace(sample(), verdicts=met, unreadable=()), CONTEXT)
    assert "100% siap" in text and "Tidak ada kekurangan" in text and "Berkas yang tidak terbaca" not in text


def test_when_nothing_is_judged_it_claims_nothing() -> None:
    outside = tuple(replace(verdict, status=Status.NOT_CHECKED) for verdict in sample().verdicts)
    text = summary(replace(sample(), verdicts=outside), CONTEXT)
    assert "Tidak ada permintaan yang dinilai dari berkas." in text and "%" not in text


def test_it_is_the_kept_report() -> None:
    golden.check("report.txt", render(sample(), CONTEXT))
