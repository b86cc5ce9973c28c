"""Rules that look at several papers, or at two requirements, at once; and what must hold of any mix of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import CATALOGUE, requirement_of
from papers import evidence_of as anyones

from evidence_check import library
from evidence_check.model.asked import Agreement, Checklist, Exemption, Method, Office, Requirement
from evidence_check.model.facts import Evidence, Fact, Kind, Person
from evidence_check.model.files import Place, ReadAs
from evidence_check.model.outcome import Status, Verdict
from evidence_check.pipeline import judged

OFFICE = Office(name="Dinas Sosial", region="Kabupaten Arunika", kind="dinas", visit="2026-08-12",
                products=("Layanan Rekomendasi Panti", "Kartu Disabilitas"))
COMPONENTS = ("persyaratan", "jangka waktu", "biaya|tarif")


def evidence_of(*text: str, **more: Any) -> Evidence:
    """Return a paper of the office itself."""
    path = more.get("path", "a.pdf")
    own = Fact("Dinas Sosial Kabupaten Arunika", Place(path, 1, "DINAS SOSIAL"))
    return anyones(*text, **{"office": own, **more})


def dated(period: str, number: int = 0, text: str = "", **more: Any) -> Evidence:
    path = more.pop("path", f"{number}-{period.replace('/', '_')}.pdf")
    place = Place(path, 1, period)
    year = period[:4]
    return evidence_of(
        text or f"LAPORAN SURVEI KEPUASAN MASYARAKAT {period} {number}", path=path, year=year,
        period=Fact(period, place, 0.9) if period else None, **more,
    )  # fmt: skip


def verdicts(
    requirements: Sequence[Requirement], papers: Sequence[Evidence], off: Sequence[Exemption] = (), **office: object
) -> list[Verdict]:
    checklist = Checklist("x", "X", (2026,), (), (), tuple(requirements), switched_off=tuple(off))
    here = replace(OFFICE, **office)  # type: ignore[arg-type]
    return list(judged(checklist, papers, (), CATALOGUE, library.yardsticks(), here, 2026))


def verdict(papers: Sequence[Evidence], office: dict[str, object] | None = None, **asks: object) -> Verdict:
    return verdicts([requirement_of(**asks)], papers, **(office or {}))[0]


def told(result: Verdict, code: str) -> dict[str, str]:
    """Return the parameters of the first finding with this code."""
    return next(dict(finding.params) for finding in result.findings if finding.code == code)


def of_type(type: str, number: int = 0, **more: Any) -> Evidence:
    return evidence_of(f"{type} {number}", path=f"{type}{number}.pdf", type=type, **more)


@pytest.mark.parametrize(
    ("types", "status"),
    [((), Status.MISSING), (("laporan_skm",), Status.PARTIAL), (("laporan_skm", "skp_tahunan"), Status.MET),
     (("laporan_skm", "laporan_skm"), Status.PARTIAL)],
)  # fmt: skip
def test_each_type_of_all_of_must_be_there(types: Sequence[str], status: Status) -> None:
    papers = [of_type(each, number) for number, each in enumerate(types)]
    result = verdict(papers, any_of=(), all_of=("laporan_skm", "skp_tahunan"))
    assert result.status is status
    if status is Status.PARTIAL:
        assert told(result, "EC313") == {"types": "SKP"} and result.advice


def test_one_paper_does_not_serve_a_type_and_its_general_one() -> None:
    both = ("sk_generic", "sk_kompensasi")
    assert verdict([of_type("sk_kompensasi")], any_of=(), all_of=both).status is Status.PARTIAL
    assert verdict([of_type("sk_kompensasi"), of_type("sk_generic")], any_of=(), all_of=both).status is Status.MET


def test_a_doubtful_paper_of_the_missing_type_is_to_be_looked_at() -> None:
    papers = [of_type("laporan_skm"), of_type("skp_tahunan", score=0.6)]
    assert verdict(papers, any_of=(), all_of=("laporan_skm", "skp_tahunan")).status is Status.UNSURE


def test_a_paper_that_may_be_either_of_two_wanted_types_is_to_be_looked_at() -> None:
    papers = [of_type("laporan_skm", score=0.9, others=[Kind("skp_tahunan", 0.87)]), of_type("skp_tahunan", person="A")]
    assert verdict(papers, any_of=(), all_of=("laporan_skm", "skp_tahunan")).status is Status.UNSURE
    assert verdict(papers, any_of=("laporan_skm", "skp_tahunan"), count=2).status is Status.MET


def test_beside_any_of_the_count_is_of_its_own_types() -> None:
    asks: dict[str, Any] = {"any_of": ("laporan_skm",), "all_of": ("skp_tahunan",), "count": 2}
    papers = [of_type("laporan_skm"), of_type("skp_tahunan")]
    assert verdict(papers, **asks).status is Status.PARTIAL
    assert verdict([*papers, of_type("laporan_skm", 1)], **asks).status is Status.MET


@pytest.mark.parametrize(
    ("unit", "first", "second", "status"),
    [
        ("month", "2026-03/2026-03", "2026-04/2026-04", Status.MET),
        ("month", "2026-03/2026-03", "2026-03/2026-03", Status.PARTIAL),
        ("month", "2026-03/2026-03", "2026-01/2026-06", Status.UNSURE),
        ("month", "2026-03/2026-03", "", Status.UNSURE),
        ("quarter", "2026-01/2026-03", "2026-04/2026-04", Status.MET),
        ("quarter", "2026-01/2026-01", "2026-03/2026-03", Status.PARTIAL),
        ("quarter", "2026-01/2026-01", "2026-03/2026-04", Status.UNSURE),
    ],
)
def test_samples_differ_by_month_or_quarter(unit: str, first: str, second: str, status: Status) -> None:
    result = verdict([dated(first, 1), dated(second, 2)], count=2, distinct_by=unit)
    assert result.status is status


def test_the_missing_quarters_are_named() -> None:
    result = verdict([dated("2026-04/2026-06")], count=2, distinct_by="quarter")
    assert told(result, "EC315")["months"] == "2026-01/2026-03, 2026-07/2026-09, 2026-10/2026-12"


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        (("Penerbitan Rekomendasi Panti", "KARTU DISABILITAS"), Status.MET),
        (("Layanan rekomendasi panti\nsatu", "Layanan rekomendasi panti\ndua"), Status.PARTIAL),
        (("REKOMENDASI PANTI", "A. Rekomendasi Panti\nB. Kartu Disabilitas"), Status.UNSURE),
        (("REKOMENDASI PANTI", "rekomendasi lain"), Status.UNSURE),
        (("REKOMENDASI PANTI", "Syarat : fotokopi kartu disabilitas"), Status.UNSURE),
        (("REKOMENDASI PANTI", "Syarat\n1. Kartu Disabilitas"), Status.UNSURE),
    ],
)
def test_samples_differ_by_product(texts: Sequence[str], status: Status) -> None:
    papers = [evidence_of(f"Laporan\n{text}", path=f"{number}.pdf") for number, text in enumerate(texts)]
    assert verdict(papers, count=2, distinct_by="product").status is status


@pytest.mark.parametrize(
    ("period", "visit", "status"),
    [
        ("2026-07/2026-07", "2026-08-12", Status.MET), ("2026-05/2026-05", "2026-08-12", Status.MET),
        ("2026-04/2026-04", "2026-08-12", Status.DEFECTIVE), ("2026-09/2026-09", "2026-08-12", Status.DEFECTIVE),
        ("2026-01/2026-12", "2026-08-12", Status.UNSURE), ("2025-06/2026-05", "2026-08-12", Status.UNSURE),
        ("2025-12/2025-12", "2026-02-01", Status.MET), ("2026-07/2026-07", "", Status.UNSURE),
        ("2025-08/2025-08", "", Status.DEFECTIVE), ("", "2026-08-12", Status.UNSURE),
    ],
)  # fmt: skip
def test_the_last_three_months_count_back_from_the_visit(period: str, visit: str, status: Status) -> None:
    paper = dated(period) if period else evidence_of(year="2026")
    assert verdict([paper], {"visit": visit}, period="last_3_months").status is status


def months(*numbers: int, year: int = 2026) -> list[Evidence]:
    return [dated(f"{year}-{number:02}/{year}-{number:02}", number) for number in numbers]


@pytest.mark.parametrize(
    ("papers", "visit", "status", "missing"),
    [
        (months(*range(1, 8)), "2026-08-12", Status.MET, ""),
        (months(1, 2, 3, 5, 6), "2026-08-12", Status.PARTIAL, "2026-04, 2026-07"),
        ([dated("2026-01/2026-06"), *months(7)], "2026-08-12", Status.MET, ""),
        ([dated("2026-01/2026-12")], "2026-08-12", Status.PARTIAL, "2026-01, 2026-02, 2026-03, 2026-04, 2026-05, "
         "2026-06, 2026-07"),
        (months(*range(1, 12)), "2027-02-01", Status.PARTIAL, "2026-12"),
        ([dated("2026-01/2026-12")], "2027-02-01", Status.MET, ""),
        (months(*range(1, 13)), "", Status.MET, ""),
        (months(*range(1, 8)), "", Status.UNSURE, "2026-08, 2026-09, 2026-10, 2026-11, 2026-12"),
        ([dated("2026-01/2026-12")], "", Status.UNSURE, ", ".join(f"2026-{month:02}" for month in range(1, 13))),
        (months(*range(1, 8), year=2025), "2026-08-12", Status.DEFECTIVE, ""),
        ([evidence_of(year="2026")], "2026-08-12", Status.UNSURE, ""),
        (months(1), "2026-01-20", Status.UNSURE, ", ".join(f"2026-{month:02}" for month in range(2, 13))),
    ],
)  # fmt: skip
def test_each_month_up_to_the_visit(papers: list[Evidence], visit: str, status: Status, missing: str) -> None:
    result = verdict(papers, {"visit": visit}, period="each_month")
    assert result.status is status
    if missing:
        assert told(result, "EC314") == {"months": missing}


STANDARD = "STANDAR {product}\n1. Persyaratan : KTP pengurus panti\n2. Jangka waktu : lima hari kerja saja"
FEE = "\n3. Biaya : tidak dipungut biaya apa pun"


@pytest.mark.parametrize(
    ("text", "status", "found"),
    [
        (STANDARD + FEE, Status.MET, ""),
        (STANDARD, Status.PARTIAL, "2"),
        (STANDARD.replace("1. Persyaratan", "syarat"), Status.PARTIAL, "1"),
        ("STANDAR\n1. Persyaratan\n2. Jangka waktu\n3. Biaya", Status.UNSURE, "0"),
        ("STANDAR\n1. Persyaratan\nKTP pemohon\n2. Jangka waktu\nlima hari\n3. Biaya\ngratis", Status.MET, ""),
        ("STANDAR\nPersyaratan KTP\nJangka waktu 5 hari kerja\nBiaya gratis", Status.MET, ""),
        ("STANDAR\nkami tidak menetapkan apa pun", Status.MISSING, ""),
        (STANDARD + "\nBiaya ........ 7", Status.PARTIAL, "2"),
        ("STANDAR\nNo | Persyaratan | KTP\n2 | Jangka waktu | 5 hari\n3 | Tarif | gratis", Status.MET, ""),
    ],
)
def test_a_paper_with_some_components_is_partial(text: str, status: Status, found: str) -> None:
    result = verdict([evidence_of(text)], must_cover=COMPONENTS)
    assert result.status is status
    if found:
        params = told(result, "EC316")
        assert (params["found"], params["needed"]) == (found, "3") and "biaya|tarif" in params["components"]


def test_components_of_a_scan_are_only_in_doubt() -> None:
    paper = evidence_of(STANDARD)
    scanned = replace(paper.document, pages=tuple(replace(each, read_as=ReadAs.OCR) for each in paper.document.pages))
    assert verdict([replace(paper, document=scanned)], must_cover=COMPONENTS).status is Status.UNSURE


@pytest.mark.parametrize(
    ("texts", "status", "code"),
    [
        ((STANDARD + FEE, STANDARD.replace("{product}", "KARTU DISABILITAS") + FEE), Status.MET, ""),
        ((STANDARD + FEE,), Status.PARTIAL, "EC317"),
        ((STANDARD + FEE, STANDARD.replace("{product}", "KARTU DISABILITAS")), Status.PARTIAL, "EC316"),
        ((STANDARD + FEE + "\nB. Kartu Disabilitas\nPersyaratan : KK\nJangka waktu : sehari",),
         Status.PARTIAL, "EC316"),
        ((STANDARD + FEE + "\ntermasuk bila pemohon juga sedang mengurus kartu disabilitas di loket yang sama",),
         Status.UNSURE, "EC317"),
        ((STANDARD + "\nfotokopi\nkartu disabilitas" + FEE, STANDARD.replace("{product}", "KARTU DISABILITAS") + FEE),
         Status.UNSURE, "EC316"),
        ((STANDARD + FEE + "\nB. Kartu Disabilitas\nPersyaratan : KK\nJangka waktu : sehari\nTarif : gratis",),
         Status.MET, ""),
        ((STANDARD + FEE + "\n2. Kartu Disabilitas\nPersyaratan : KK\nJangka waktu : sehari\nTarif : gratis",),
         Status.UNSURE, "EC317"),
        ((STANDARD.replace("2. Jangka waktu", "Waktu") + "\nB. Kartu Disabilitas\nPersyaratan : KK"
          "\nJangka waktu : sehari\nTarif : gratis",), Status.PARTIAL, "EC316"),
    ],
)  # fmt: skip
def test_components_of_each_product(texts: Sequence[str], status: Status, code: str) -> None:
    papers = [evidence_of(text.replace("{product}", "REKOMENDASI PANTI"), path=f"{number}.pdf")
              for number, text in enumerate(texts)]  # fmt: skip
    result = verdict(papers, must_cover=COMPONENTS, per_product=True)
    assert result.status is status
    assert not code or code in {finding.code for finding in result.findings}


ONE = requirement_of(id="X.1")
OTHER = requirement_of(id="X.2", any_of=("skp_tahunan",))


def agreement(on: str, here: Evidence, there: Sequence[Evidence], **office: object) -> Verdict:
    one = replace(ONE, agrees_with=(Agreement("X.2", on),))
    return verdicts([one, OTHER], [here, *there], **office)[0]


@pytest.mark.parametrize(
    ("on", "here", "there", "code"),
    [
        ("year", {"year": "2026"}, {"year": "2026"}, ""),
        ("year", {"year": "2026"}, {"year": "2025"}, "EC318"),
        ("year", {"year": ""}, {"year": "2025"}, "EC321"),
        ("people", {"person": "Bima Santika, S.H."}, {"person": "BIMA SANTIKA"}, ""),
        ("people", {"person": "Bima Santika"}, {"person": "Laras Widuri"}, "EC318"),
        ("people", {}, {"person": "Laras Widuri"}, "EC321"),
        ("products", {"text": "LAPORAN\nKARTU DISABILITAS"}, {"text": "SKP\npelayanan kartu disabilitas"}, ""),
        ("products", {"text": "LAPORAN\nKARTU DISABILITAS"}, {"text": "SKP\nREKOMENDASI PANTI"}, "EC318"),
        ("products", {"text": "LAPORAN\nKARTU DISABILITAS"}, {"text": "SKP\nkartu disabilitas"}, "EC321"),
    ],
)
def test_papers_must_agree(on: str, here: dict[str, Any], there: dict[str, Any], code: str) -> None:
    other = evidence_of(**{"text": "SKP", "path": "b.pdf", "type": "skp_tahunan", "person": "A", **there})
    result = agreement(on, evidence_of(**here), [other])
    assert result.status is (Status.UNSURE if code else Status.MET)
    assert not code or (result.advice and result.advice.code == code)


@pytest.mark.parametrize(("role", "status"), [("listed", Status.MET), ("rater", Status.UNSURE)])
def test_a_sample_must_be_of_somebody_the_staff_list_names(role: str, status: Status) -> None:
    staff = of_type("laporan_skm")
    people = tuple(Person(name, role, Place("b.pdf", 1, name)) for name in ("Laras Widuri", "Bima Santika"))
    staff = replace(staff, facts=replace(staff.facts, people=people))
    asked = replace(OTHER, agrees_with=(Agreement("X.1", "people"),))
    sample = of_type("skp_tahunan", person="Bima Santika, S.H.")
    assert verdicts([ONE, asked], [staff, sample])[1].status is status


def test_nothing_to_agree_with_is_a_note() -> None:
    result = agreement("year", evidence_of(), [])
    assert result.status is Status.MET and told(result, "EC321")["requirement"] == "X.2"


def test_offices_and_periods_must_agree_too() -> None:
    def named(office: str, path: str, type: str) -> Evidence:
        own = Fact(office, Place(path, 1, "x"))
        return evidence_of(f"Laporan {path}", path=path, type=type, person="A", office=own)

    mine, same = "Dinas Sosial Kabupaten Arunika", "DINAS SOSIAL KAB. ARUNIKA"
    other = "Dinas Kesehatan Kabupaten Arunika"
    for there, status in ((same, Status.MET), (other, Status.UNSURE)):
        papers = [named(there, "b.pdf", "skp_tahunan")]
        assert agreement("office", named(mine, "a.pdf", "laporan_skm"), papers, name="").status is status
    skp = dated("2026-01/2026-06", path="b.pdf", type="skp_tahunan", person="A")
    assert agreement("period", dated("2026-01/2026-06"), [skp]).status is Status.MET
    assert agreement("period", dated("2026-01/2026-03"), [skp]).status is Status.UNSURE


@pytest.mark.parametrize(
    ("applies_to", "kind", "status"),
    [((), "dinas", Status.MET), (("dinas",), "dinas", Status.MET), (("Dinas", "badan"), "dinas", Status.MET),
     (("puskesmas",), "dinas", Status.NOT_APPLICABLE), (("puskesmas",), "", Status.MET)],
)  # fmt: skip
def test_only_the_named_kinds_of_office_are_asked(applies_to: tuple[str, ...], kind: str, status: Status) -> None:
    result = verdict([evidence_of()], {"kind": kind}, applies_to=applies_to)
    assert result.status is status
    if status is Status.NOT_APPLICABLE:
        assert told(result, "EC322") == {"kinds": "puskesmas", "office_kind": "dinas"}


def test_what_an_overlay_switches_off_does_not_apply() -> None:
    off = [Exemption("X.1", "tidak disebut dalam surat", "Tim")]
    results = verdicts([ONE, OTHER], [evidence_of()], off)
    assert [each.status for each in results] == [Status.NOT_APPLICABLE, Status.MISSING]
    assert told(results[0], "EC311") == {"reason": "tidak disebut dalam surat", "by": "Tim"}


PERIODS = [
    "", "2026-01/2026-03", "2026-02/2026-02", "2026-04/2026-07", "2026-07/2026-07", "2026-01/2026-12",
    "2025-05/2025-05",
]  # fmt: skip
PAPERS = st.lists(
    st.fixed_dictionaries({
        "period": st.sampled_from(PERIODS),
        "type": st.sampled_from(["laporan_skm", "skp_tahunan", "sk_kompensasi", "sk_generic"]),
        "score": st.sampled_from([0.6, 0.9]),
        "person": st.sampled_from(["", "A", "B"]),
        "confidence": st.sampled_from([0.3, 1.0]),
        "text": st.sampled_from(["", STANDARD.replace("{product}", "REKOMENDASI PANTI") + FEE, STANDARD,
                                 "LAPORAN\nkartu disabilitas\nPersyaratan : KK"]),
    }),
    max_size=6,
)  # fmt: skip
ASKS = st.fixed_dictionaries({
    "count": st.integers(1, 3),
    "all_of": st.sampled_from([(), ("laporan_skm", "skp_tahunan"), ("sk_generic", "sk_kompensasi")]),
    "distinct_by": st.sampled_from(["", "person", "month", "quarter", "product"]),
    "period": st.sampled_from(["any", "year", "last_3_months", "each_month"]),
    "must_cover": st.sampled_from([(), COMPONENTS]),
    "per_product": st.booleans(),
    "agrees_with": st.sampled_from([(), *[(Agreement("X.2", on),) for on in ("year", "period", "people", "products")]]),
})  # fmt: skip
VISITS = st.sampled_from(["", "2026-08-12", "2027-01-05"])


@settings(max_examples=150, deadline=None)
@given(PAPERS, ASKS, VISITS, st.randoms())
def test_the_order_of_files_changes_nothing(
    cases: list[dict[str, Any]], asks: dict[str, Any], visit: str, chance: Any
) -> None:
    papers = [dated(**{**case, "number": number}) for number, case in enumerate(cases)]
    requirements = [requirement_of(**{"any_of": ("laporan_skm", "sk_generic"), **asks}), OTHER]
    shuffled = papers[:]
    chance.shuffle(shuffled)
    straight = verdicts(requirements, papers, visit=visit)
    assert straight == verdicts(requirements, shuffled, visit=visit)
    assert straight == verdicts(requirements[::-1], papers, visit=visit)[::-1]


@settings(max_examples=150, deadline=None)
@given(PAPERS, ASKS, VISITS)
def test_green_never_stands_beside_an_open_doubt_or_gap(
    cases: list[dict[str, Any]], asks: dict[str, Any], visit: str
) -> None:
    papers = [dated(**{**case, "number": number}) for number, case in enumerate(cases)]
    one = verdicts([requirement_of(**asks), OTHER], papers, visit=visit)[0]
    gaps = {"EC302", "EC313", "EC314", "EC315", "EC317", "EC318"} & {finding.code for finding in one.findings}
    if one.status is Status.MET:
        assert len(one.matches) >= asks["count"] and not gaps and not one.advice
        assert all(not match.failed for match in one.matches)
        named = " ".join(match.evidence.document.pages[0].text.casefold() for match in one.matches)
        assert not asks["per_product"] or ("rekomendasi panti" in named and "kartu disabilitas" in named)
        assert set(asks["all_of"]) <= {match.type for match in one.matches}
    else:
        assert one.advice is not None or one.status is Status.NOT_APPLICABLE


def test_a_picture_is_never_green_whatever_is_asked() -> None:
    paper = evidence_of("RUANG TUNGGU")
    document = replace(paper.document, file=replace(paper.document.file, kind="jpeg"))
    asks = {"method": Method.PHOTO, "any_of": (), "photo": ("ruang tunggu",)}
    for more in ({}, {"per_product": True}, {"period": "each_month"}, {"distinct_by": "product"}):
        assert verdict([replace(paper, document=document)], **asks, **more).status is Status.UNSURE


MAY_LOWER = {"EC318", "EC321", "EC340", "EC345", *(f"EC35{digit}" for digit in range(10)), "EC363"}


@settings(max_examples=150, deadline=None)
@given(PAPERS, ASKS, VISITS, st.data())
def test_more_papers_take_a_green_away_only_where_a_rule_says_so(
    cases: list[dict[str, Any]], asks: dict[str, Any], visit: str, data: st.DataObject
) -> None:
    papers = [dated(**{**case, "number": number}) for number, case in enumerate(cases)]
    more = [dated(**{**case, "number": 50 + number}) for number, case in enumerate(data.draw(PAPERS))]
    asked = [requirement_of(**asks), OTHER]
    for before, after in zip(verdicts(asked, papers, visit=visit), verdicts(asked, [*papers, *more], visit=visit),
                             strict=True):  # fmt: skip
        if before.status is Status.MET and after.status is not Status.MET:
            new = {finding.code for finding in after.findings} - {finding.code for finding in before.findings}
            assert new & MAY_LOWER
