"""The plain results all formats share: complete, sorted, and counts that never flatter."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from readiness import CHECKED_AT, NAMES, NIP_RETNO, VERDICTS, asked, file_of, sample

from evidence_check.errors import UsageError
from evidence_check.messages.catalog import load
from evidence_check.model.asked import Method
from evidence_check.model.files import Content, Finding, Level, Page, Place, ReadAs, params
from evidence_check.model.outcome import Status, Verdict
from evidence_check.report import REPORTS, SUFFIXES
from evidence_check.report.context import Context, report_for
from evidence_check.report.results import results_of
from evidence_check.report.shapes import Results, VerdictShown
from evidence_check.report.tallies import GAPS, tally_of
from evidence_check.report.visible import visible

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")


def shown(readiness: object = None, context: Context = CONTEXT) -> Results:
    return results_of(readiness or sample(), context)  # type: ignore[arg-type]


VERDICT = shown().verdicts[0]


def verdict_of(status: Status, optional: bool = False) -> VerdictShown:
    return replace(VERDICT, status=status, optional=optional)


def test_every_verdict_is_there_once_in_the_order_of_the_checklist() -> None:
    ids = [verdict.requirement for verdict in shown().verdicts]
    assert ids == [verdict.requirement.id for verdict in VERDICTS]
    listed = [v.requirement for d in shown().dimensions for i in d.indicators for v in i.verdicts]
    assert sorted(listed) == sorted(ids)


def test_a_verdict_of_an_unlisted_indicator_is_still_shown() -> None:
    stray = Verdict(asked("XX-01.1", "Tersesat"), Status.MISSING)
    results = shown(replace(sample(), verdicts=(*VERDICTS, stray)))
    assert [i.id for d in results.dimensions for i in d.indicators if i.verdicts][-1] == "XX-01"


def test_the_order_in_which_things_come_does_not_matter() -> None:
    base = sample()
    mixed = random.Random(4)
    shuffled = replace(
        base,
        verdicts=tuple(mixed.sample(base.verdicts, len(base.verdicts))),
        contents=tuple(mixed.sample(base.contents, len(base.contents))),
        evidence=tuple(mixed.sample(base.evidence, len(base.evidence))),
        unreadable=tuple(reversed(base.unreadable)),
    )
    assert shown(shuffled) == shown(base)


def test_gaps_come_worst_first_and_hold_nothing_optional_that_is_absent() -> None:
    gaps = shown().gaps
    ranks = [GAPS.index(verdict.status) for verdict in gaps]
    assert ranks == sorted(ranks)
    assert "IN-02.6" not in [verdict.requirement for verdict in gaps]
    assert len(gaps) == 7


@pytest.mark.parametrize(("method", "advice"), [("photo", "Ambil fotonya"), ("screenshot", "Ambil tangkapan layarnya")])
def test_a_missing_picture_is_to_be_taken_not_written(method: str, advice: str) -> None:
    verdict = Verdict(asked("PR-01.9", "Foto papan", method=Method(method)), Status.MISSING)
    assert shown(replace(sample(), verdicts=(verdict,))).gaps[0].advice.startswith(advice)


def test_files_are_listed_once_whether_read_or_not() -> None:
    files = shown().files
    assert [file.path for file in files] == sorted((file.path for file in files), key=str.casefold)
    assert len({file.path for file in files}) == len(files) == 10
    assert [file.path for file in files if file.unreadable] == [
        "04 Pengaduan/laporan triwulan.pdf",
        "04 Pengaduan/SK Tim Pengaduan.pdf",
    ]


def test_pages_left_out_are_told_once_for_the_file() -> None:
    file = file_of("panjang.pdf")
    pages = tuple(
        Page(n, "", ReadAs.UNREAD, 0.0, problem=Finding("EC119", Level.DOUBT, params(pages=n), Place(file.path, n, "")))
        for n in range(1, 40)
    )
    poor = Page(40, "x", ReadAs.OCR, 0.4, problem=Finding("EC112", Level.DOUBT, params(confidence=0.4)))
    whole = Finding("EC119", Level.DOUBT, params(pages="1-39"), Place(file.path, 1, ""))
    readiness = replace(sample(), contents=(Content(file, (*pages, poor), (whole,)),))
    (shown_file,) = [each for each in shown(readiness).files if each.path == file.path]
    assert sorted(each.code for each in shown_file.findings) == ["EC112", "EC119"]


def test_identities_are_masked_unless_they_are_wanted() -> None:
    assert NIP_RETNO not in repr(shown())
    assert NIP_RETNO in repr(shown(context=replace(CONTEXT, identities=True)))


def test_links_are_relative_and_percent_encoded() -> None:
    links = {file.path: file.href for file in shown().files}
    assert links["01 Input/Renstra Dinas Sosial 2025-2029.pdf"] == (
        "../berkas/01%20Input/Renstra%20Dinas%20Sosial%202025-2029.pdf"
    )
    match = next(verdict for verdict in shown().verdicts if verdict.matches).matches[0]
    assert match.place.href.endswith(".pdf#page=1")
    assert {file.href for file in shown(context=replace(CONTEXT, root="")).files} == {""}


@pytest.mark.parametrize(
    ("root", "path", "href"),
    [
        ("berkas", "a#b?.pdf", "./berkas/a%23b%3F.pdf"),
        ("C:\\berkas", "a.pdf", "./C%3A/berkas/a.pdf"),
        ("/srv/berkas/", "100%.pdf", "/srv/berkas/100%25.pdf"),
        ("javascript:alert(1)", "a.pdf", "./javascript%3Aalert%281%29/a.pdf"),
        ("berkas", "SKP 198003142005012003.pdf", ""),
    ],
)
def test_no_link_leads_elsewhere(root: str, path: str, href: str) -> None:
    base = replace(
        sample(), contents=(Content(file_of(path), ()),), evidence=(), unreadable=(), verdicts=(), unasked=()
    )
    assert [file.href for file in shown(base, replace(CONTEXT, root=root)).files] == [href]


@given(st.lists(st.tuples(st.sampled_from(Status), st.booleans())))
def test_tallies_add_up_and_never_flatter(rows: list[tuple[Status, bool]]) -> None:
    tally = tally_of(verdict_of(status, optional) for status, optional in rows)
    assert sum(count for _, count in tally.counts) == tally.total == len(rows)
    assert tally.required <= tally.judged <= tally.total
    if tally.required == 0:
        assert tally.ready_min is tally.ready_max is None
        return
    assert tally.ready_min is not None and tally.ready_max is not None
    assert 0 <= tally.ready_min <= tally.ready_max <= 100
    assert (tally.ready_min == 100) == (tally.ready == tally.required)


def test_one_open_item_of_a_thousand_is_not_a_hundred_percent() -> None:
    rows = [verdict_of(Status.MET)] * 999
    assert tally_of([*rows, verdict_of(Status.MISSING)]).ready_max == 99
    unsure = tally_of([*rows, verdict_of(Status.UNSURE)])
    assert (unsure.ready_min, unsure.ready_max) == (99, 100)
    assert tally_of([*rows, verdict_of(Status.MISSING, optional=True)]).ready_min == 100


@pytest.mark.parametrize("name", [*REPORTS, *SUFFIXES, ".HTML"])
def test_every_registered_report_says_something(name: str) -> None:
    data = report_for(name)(sample(), CONTEXT)
    if data.startswith(b"PK"):
        data = "".join(reports.parts(data).values()).encode()
    assert b"Dinas Sosial" in data


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageError) as caught:
        report_for(".pptx")
    message, advice = load().error(caught.value)
    assert ".pptx" in message and ".html" in advice


@given(st.text())
def test_visible_text_holds_no_sign_that_hides(text: str) -> None:
    hiding = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert [char for char in visible(text) if unicodedata.category(char) in hiding] == []
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [("gaji\u202excod", "gaji‹U+202E›xcod"), ("a\u200bb", "a‹U+200B›b"), ("a\nb", "a‹U+000A›b"), ("\udcff", "‹U+DCFF›"),
     ("\ufffe\ufdd0", "‹U+FFFE›‹U+FDD0›"),
     ("Ibu Siti 🙂 – “SK”", "Ibu Siti 🙂 – “SK”")],
)  # fmt: skip
def test_what_hides_is_shown(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_components_stand_by_product_and_the_date_of_signing_is_told_once() -> None:
    (matrix,) = [verdict.matrix for verdict in shown().verdicts if verdict.matrix]
    assert matrix.products == ("Rekomendasi PKH", "Izin UGB")
    assert [(name, [cell and cell.there for cell in cells]) for name, cells in matrix.rows] == [
        ("persyaratan", ["there", "unclear"]), ("jangka waktu/waktu penyelesaian", ["empty", "missing"]),
    ]  # fmt: skip
    assert len(matrix.cells) == 4
    (paper,) = [paper for file in shown().files for paper in file.papers if paper.type and paper.rival]
    assert paper.rival is not None and paper.rival.margin == 0.5
    assert [date.name for date in paper.other_dates] == ["cited"] and len(paper.dates) == 2


@pytest.mark.parametrize("section", ["dates", "figure_names", "there"])
def test_dates_figures_and_components_have_words_in_both_languages(section: str) -> None:
    first, second = (load(language).texts[section] for language in ("id", "en"))
    assert first.keys() == second.keys() and all([*first.values(), *second.values()])
