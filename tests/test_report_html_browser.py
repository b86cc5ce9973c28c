"""The HTML report in a real browser: it filters, sorts, folds, is worked by keys, prints, and keeps to itself."""

from __future__ import annotations

import importlib.util
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Browser, browser, needs_chromium
from PIL import Image
from readiness import CHECKED_AT, NAMES, hostile
from reports import many, signed

from evidence_check.messages.catalog import load
from evidence_check.model.crops import Crop, Shows
from evidence_check.model.outcome import Readiness
from evidence_check.report.context import Context
from evidence_check.report.html import render

pytestmark = needs_chromium

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
ITEMS = "Array.from(document.querySelectorAll('#requirements details.item'))"
SHOWN = f"{ITEMS}.filter(x => x.offsetParent).map(x => x.querySelector('.id').textContent)"
CHANGE = "document.getElementById('{0}').value = '{1}'; document.getElementById('{0}').dispatchEvent(new Event('{2}'))"
SERIOUS = {"serious", "critical"}
A4 = (595, 842)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report") / "laporan kantor.html", signed(), cropped())


def written(path: Path, readiness: Readiness, context: Context = CONTEXT) -> Path:
    path.write_bytes(render(readiness, context))
    return path


def cropped() -> Context:
    """Return a context with one crop, so that a picture is among what is looked at."""
    stream = io.BytesIO()
    Image.new("RGB", (120, 30), "yellow").save(stream, "WEBP")
    places = [match.place for verdict in signed().verdicts for match in verdict.matches]
    crop = Crop(Shows.LINES, stream.getvalue(), "image/webp", 120, 30, hidden=True)
    return replace(CONTEXT, crops=dict.fromkeys(places, crop))


def change(page: Browser, name: str, value: str, event: str = "change") -> None:
    page.run(CHANGE.format(name, value, event))


def test_nothing_is_complained_of_and_nothing_leaves(page: Browser, report: Path) -> None:
    page.open(report)
    assert page.complaints() == []
    asked = page.requests()
    assert asked and all(url.startswith(("file://", "data:image/webp;base64,")) for url in asked)
    assert sum(url.startswith("file:") for url in asked) == 1
    assert page.run("Array.from(document.images).every(x => x.complete && x.naturalWidth == 120)")


def test_a_status_a_dimension_and_words_narrow_the_list_down(page: Browser, report: Path) -> None:
    page.open(report)
    everything = page.run(SHOWN)
    change(page, "s", "missing")
    assert page.run(SHOWN) == ["IN-01.3", "IN-02.1", "IN-02.6"]
    assert page.run("document.getElementById('n').textContent") == f"3 dari {len(everything)} ditampilkan"
    assert page.run("getComputedStyle(document.querySelectorAll('#requirements .group')[4]).display") == "none"
    change(page, "q", "laporan RENJA", "input")
    assert page.run(SHOWN) == [] and not page.run("document.getElementById('none').hidden")
    change(page, "q", "alokasi renja", "input")
    assert page.run(SHOWN) == ["IN-02.1"]
    page.run("document.getElementById('clear').click()")
    assert page.run(SHOWN) == everything
    change(page, "d", "4")
    assert page.run(SHOWN) == ["PG-01.1", "PG-01.2", "PG-01.3"]


def test_the_list_is_sorted_and_goes_back(page: Browser, report: Path) -> None:
    page.open(report)
    order = page.run(SHOWN)
    change(page, "o", "n")
    names = page.run(f"{ITEMS}.filter(x => x.offsetParent).map(x => x.querySelector('.nm').textContent.trim())")
    assert [name.lower() for name in names] == sorted(name.lower() for name in names)
    change(page, "o", "w")
    assert page.run(SHOWN)[:2] == ["IN-01.3", "IN-02.1"]
    change(page, "o", "e")
    assert page.run(SHOWN)[0] == "PR-01.2"
    change(page, "o", "")
    assert page.run(SHOWN) == order


def test_gaps_are_chosen_by_how_they_are_closed(page: Browser, report: Path) -> None:
    page.open(report)
    gaps = "Array.from(document.querySelectorAll('#gaplist > li')).filter(x => x.offsetParent).map(x => x.dataset.e)"
    everything = page.run(gaps)
    page.run("document.querySelector('#gaptools [data-e=look]').click()")
    assert set(page.run(gaps)) == {"look"} != set(everything)
    assert page.run("document.querySelectorAll('#gaptools [aria-pressed=true]').length") == 1
    page.run("document.querySelector('#gaptools button').click()")
    change(page, "gs", "e")
    assert page.run(gaps)[0] == "look" and sorted(page.run(gaps)) == sorted(everything)


def test_keys_alone_find_open_and_fold(page: Browser, report: Path) -> None:
    page.open(report)
    page.press("/", "/", 191)
    assert page.run("document.activeElement.id") == "q"
    page.type("maklumat")
    assert page.run(SHOWN) == ["PR-12.1"]
    for _ in range(20):
        page.press("Tab", code=9)
        if page.run("document.activeElement.matches('#requirements summary')"):
            break
    page.press("Enter", "\r", 13)
    assert page.run(f"{ITEMS}.filter(x => x.open).length") == 1
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.press("Enter", "\r", 13)
    assert page.run(f"{ITEMS}.filter(x => x.open).length") == 0
    page.press("/", "/", 191)
    page.press("Escape", code=27)
    assert len(page.run(SHOWN)) == len(signed().verdicts)


def test_everything_folds_and_a_square_of_the_map_opens_its_requirement(page: Browser, report: Path) -> None:
    page.open(report)
    page.run("document.getElementById('open').click()")
    assert page.run(f"{ITEMS}.every(x => x.open)")
    page.run("document.getElementById('close').click()")
    assert not page.run(f"{ITEMS}.some(x => x.open)")
    change(page, "s", "met")
    page.run("document.querySelector('.sq.s-missing').click()")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run(f"{ITEMS}.filter(x => x.open).map(x => x.dataset.s)") == ["missing"]
    page.open(report, "#r3")
    assert page.run("document.getElementById('r3').open")


def test_files_are_searched(page: Browser, report: Path) -> None:
    page.open(report)
    change(page, "fq", "whatsapp", "input")
    assert page.run("document.querySelectorAll('#files details.item:not([hidden])').length") == 1


def test_without_its_script_everything_is_still_there(page: Browser, report: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(report)
        shown = page.run("document.body.innerText")
        assert "Renstra yang memuat hasil penilaian" in shown and "Cari kata" not in shown
        assert page.run("document.querySelectorAll('details.item summary').length") > 10
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_it_prints_as_an_a4_report_with_page_numbers_and_a_place_to_sign(page: Browser, report: Path) -> None:
    import pypdfium2

    page.open(report)
    change(page, "s", "met")
    document = pypdfium2.PdfDocument(page.pdf())
    texts = [sheet.get_textpage().get_text_range() for sheet in document]
    assert {tuple(round(side) for side in sheet.get_size()) for sheet in document} == {A4}
    for number, text in enumerate(texts, 1):
        assert f"Halaman {number} dari {len(texts)}" in text
    assert "PEMERINTAH KABUPATEN TIRTA KENCANA" in texts[0] and "Penilaian Contoh 2026" in texts[1]
    whole = " ".join(" ".join(texts).split())
    last = " ".join(texts[-1].split())
    assert "Kepala Dinas Sosial Wening Prasasti Pembina NIP ......" in last and "Tirta Kencana, ......" in last
    assert "Penanggung jawab:" in whole and "Cari kata" not in whole
    for verdict in signed().verdicts:
        assert verdict.requirement.id in whole, "a filter on the screen must not shorten the report on paper"
    assert "menindaklanjuti hasil penilaian Ombudsman tahun 2024" in whole, "what is folded is printed"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_serious_fault_of_access(page: Browser, tmp_path: Path, lang: str) -> None:
    found = importlib.util.find_spec("axe_core_python")
    assert found is not None and found.origin, "axe-core-python comes with the extra `test`"
    axe = Path(found.origin).with_name("axe.min.js").read_text("utf-8")
    page.open(written(tmp_path / "a.html", signed(), replace(cropped(), catalog=load(lang).naming(NAMES))))
    page.run("document.querySelectorAll('details').forEach(each => { each.open = true; }); 1")
    page.run(f"{axe}; 1")
    told = page.run("axe.run().then(found => JSON.stringify(found.violations))")
    faults = [(each["id"], each["impact"], each["nodes"][0]["html"][:200]) for each in json.loads(told)]
    assert [each for each in faults if each[1] in SERIOUS] == []


def test_hostile_texts_stay_texts(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path / "a.html", hostile()))
    page.run("document.getElementById('open').click()")
    page.run("document.querySelectorAll('bdi').forEach(x => { if (!x.closest('a')) { x.click(); } })")
    dialogs = [event for event in page.events if event["method"] == "Page.javascriptDialogOpening"]
    assert dialogs == [] and page.complaints() == []
    assert page.run("document.scripts.length") == 1
    assert page.run("document.querySelectorAll('[onmouseover],[onerror],[onload],iframe,object,embed').length") == 0
    shown = page.run("document.body.innerText")
    assert "<script>alert(1)</script>" in shown and "‹U+202E›" in shown and "‹U+200B›" in shown
    assert len(page.requests()) == 1
    assert page.run("getComputedStyle(document.querySelector('.card')).backgroundColor") == "rgb(255, 255, 255)"


def test_no_foreign_script_runs_even_when_it_gets_in(page: Browser, report: Path) -> None:
    page.open(report)
    page.run("var s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)")
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    page.run("new Promise(done => setTimeout(done, 100))")
    assert page.run("window.ran === undefined") and page.complaints()


def test_five_hundred_files_stay_small_and_open(page: Browser, tmp_path: Path) -> None:
    path = written(tmp_path / "a.html", many(560, 6), cropped())
    assert path.stat().st_size < 5_000_000
    page.open(path)
    assert page.run(f"{ITEMS}.length") >= 79 and page.complaints() == []
