"""The HTML report: one file, harmless whatever stands in the papers, readable without script and on paper."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import golden
import pytest
from readiness import CHECKED_AT, HOSTILE, NAMES, NIP_BAGUS, NIP_RETNO, SCRIPT, hostile, sample

from evidence_check.messages.catalog import load
from evidence_check.model.files import Content
from evidence_check.model.outcome import Component, Readiness, Status, There
from evidence_check.report.context import Context
from evidence_check.report.html import render, segments
from evidence_check.report.results import results_of

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
VOID = {"meta", "input", "br", "use", "rect", "path", "circle"}


class Page(HTMLParser):
    """Collects the tags of a page and notices when they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


def page_of(readiness: Readiness, context: Context = CONTEXT) -> Page:
    return Page(render(readiness, context).decode("utf-8"))


@pytest.mark.parametrize("make", [sample, hostile])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_tags_nest_and_ids_are_unique(make: object, lang: str) -> None:
    page = page_of(make(), replace(CONTEXT, catalog=load(lang)))  # type: ignore[operator]
    assert page.open == []
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    anchors = {value[1:] for value in page.values("href") if value.startswith("#")}
    assert anchors - set(ids) == set()
    assert set(page.values("aria-labelledby")) - set(ids) == set()


def test_nothing_is_fetched_and_nothing_foreign_may_run() -> None:
    text = render(sample(), CONTEXT).decode()
    assert not re.search(r"https?://|//\w|url\(|@import|\bsrc=", re.sub(r"<script>.*?</script>", "", text, flags=re.S))
    policy = next(attrs["content"] for tag, attrs in Page(text).tags if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", text, flags=re.S)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert Page(text).values("style") == []


def test_hostile_names_and_quotes_are_harmless_and_visible() -> None:
    text = render(hostile(), CONTEXT).decode("utf-8")
    page = Page(text)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert not re.search(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text)
    assert SCRIPT in page.text and "gaji‹U+202E›xcod.exe" in page.text
    assert "dua‹U+000A›baris‹U+000D›‹U+001B›[31m.pdf" in page.text and "rusak‹U+DCFF›.pdf" in page.text


def test_links_to_hostile_names_still_lead_to_the_files() -> None:
    links = {unquote(value.partition("#")[0], errors="surrogateescape") for value in page_of(hostile()).values("href")}
    assert {f"../berkas/{name}" for name in HOSTILE} <= links


def test_everything_that_matters_is_said() -> None:
    page, results = page_of(sample()), results_of(sample(), CONTEXT)
    for verdict in results.verdicts:
        assert verdict.requirement in page.text and verdict.name in page.text
        for match in (*verdict.matches, *verdict.near_misses):
            assert match.file in page.text and match.place.quote in page.text
            assert all(finding.message in page.text and finding.code in page.text for finding in match.failed)
        if verdict in results.gaps:
            assert page.text.count(verdict.advice) >= 2
    for file in results.files:
        assert file.path in page.text
    for status in Status:
        assert CONTEXT.catalog.status(status) in page.text
    assert "bukan prediksi nilai Ombudsman" in page.text
    assert "Dugaan penyusun" in page.text and "Daftar kerja satu pemerintah daerah (karangan)" in page.text
    assert "22 November 2026 pukul 14.05 (WIB)" in page.text


def test_identity_numbers_are_masked() -> None:
    text = render(sample(), CONTEXT).decode()
    assert NIP_RETNO not in text and NIP_BAGUS not in text and "201503" not in text and "3456" not in text
    assert "disamarkan" in text
    assert NIP_RETNO in render(sample(), replace(CONTEXT, identities=True)).decode()


def test_no_root_means_no_links() -> None:
    links = page_of(sample(), replace(CONTEXT, root="")).values("href")
    assert links and all(link.startswith("#") for link in links)


def test_without_gaps_without_files_it_still_stands() -> None:
    bare = replace(sample(), verdicts=(), contents=(), evidence=(), unreadable=(), unasked=())
    page = page_of(bare)
    assert "Tidak ada berkas." in page.text and "Tidak ada permintaan yang dinilai dari berkas." in page.text


def test_the_parts_of_a_bar_fill_it_exactly() -> None:
    tally = results_of(sample(), CONTEXT).tally
    parts = segments(tally)
    assert sum(length for _, _, length in parts) == 1000
    assert all(start + length == after for (_, start, length), (_, after, _) in itertools.pairwise(parts))


def test_components_of_many_products_stand_in_tables_that_fit_a_page() -> None:
    products = [f"Layanan {number}" for number in range(1, 10)]
    matrix = tuple(Component(product, name, There.NO) for product in products for name in ("biaya", "jangka waktu"))
    (one,) = [each for each in sample().verdicts if each.components]
    page = page_of(replace(sample(), verdicts=(replace(one, components=matrix),)))
    assert sum(attrs.get("class") == "list matrix" for _, attrs in page.tags) == 3
    assert [page.text.count(f"(produk {part} dari 9)") for part in ("1–4", "5–8", "9–9")] == [1, 1, 1]
    assert sum(attrs.get("class") == "c-missing" for _, attrs in page.tags) == len(matrix)
    assert all(product in page.text for product in products)


def test_dates_and_figures_are_folded_and_told_in_words() -> None:
    text = render(sample(), CONTEXT).decode()
    assert "<summary>Tanggal lain (1)</summary><dl><dt>Gambar diambil (<bdi>menurut nama berkas</bdi>)</dt>" in text
    assert "<summary>Nilai yang dibandingkan (1)</summary>" in text


def test_five_hundred_files_stay_small() -> None:
    base = sample()
    many = tuple(
        replace(
            each,
            document=replace(each.document, file=replace(each.document.file, path=f"{n:03} {each.document.file.path}")),
        )
        for n in range(60)
        for each in base.evidence
    )
    contents = tuple(Content(file, ()) for file in dict.fromkeys(each.document.file for each in many))
    verdicts = tuple(
        replace(each, requirement=replace(each.requirement, id=f"{each.requirement.id}-{n}"))
        for n in range(6)
        for each in base.verdicts
    )
    large = replace(base, evidence=many, contents=contents, verdicts=verdicts)
    assert len(contents) >= 480 and len(verdicts) >= 79
    assert len(render(large, CONTEXT)) < 2_000_000


def test_it_is_the_kept_report() -> None:
    golden.check("report.html", render(sample(), CONTEXT))
