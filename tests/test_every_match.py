"""All requirements put to all papers at once: the same matches as one by one, each text folded once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import CATALOGUE, evidence_of, requirement_of

from evidence_check.matching import text
from evidence_check.matching.candidates import matches_of
from evidence_check.matching.every import every_match
from evidence_check.model.asked import Method, Office, Requirement
from evidence_check.model.facts import Evidence, Fact, Kind, Person
from evidence_check.model.files import Place

OFFICE = Office(name="Dinas Sosial", region="Kabupaten Arunika")
ASKED = (
    requirement_of(id="1"),
    requirement_of(id="2", any_of=("sk_generic",), must_mention=("kompensasi", "responden|unsur")),
    requirement_of(id="3", any_of=(), all_of=("sk_kompensasi", "skp_tahunan"), period="year"),
    requirement_of(id="4", any_of=("laporan_spak", "laporan_skm"), must_cover=("pendahuluan",)),
    requirement_of(id="5", method=Method.PHOTO, photo=("ruang tunggu",)),
    requirement_of(id="6", any_of=("skp_tahunan",), method=Method.INTERVIEW),
)
PAPERS = st.lists(
    st.builds(
        lambda number, kind, score, rival, words: evidence_of(
            f"PAPER {number}\n{words}", path=f"{number}.pdf", type=kind, score=score, others=(Kind(*rival),)
        ),
        st.integers(0, 99),
        st.sampled_from(sorted(CATALOGUE)),
        st.sampled_from([0.2, 0.34, 0.36, 0.6, 0.9]),
        st.tuples(st.sampled_from(sorted(CATALOGUE)), st.sampled_from([0.1, 0.5, 0.8])),
        st.sampled_from(["", "kompensasi responden", "Dinas Sosial Kabupaten Arunika", "PENDAHULUAN", "ruang tunggu"]),
    ),
    max_size=8,
)


@given(PAPERS)
def test_every_requirement_gets_the_matches_it_would_get_alone(papers: list[Evidence]) -> None:
    together = every_match(ASKED, papers, CATALOGUE, OFFICE, 2026)
    assert together == tuple(matches_of(each, papers, CATALOGUE, OFFICE, 2026) for each in ASKED)


def test_a_text_is_folded_once_for_all_requirements(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[Any] = []
    real = text.lines_of
    monkeypatch.setattr(text, "lines_of", lambda pages: folded.append(pages) or real(pages))
    asked: list[Requirement] = [requirement_of(id=str(number)) for number in range(30)]
    found = every_match(asked, [evidence_of(path="a.pdf"), evidence_of(path="b.pdf")], CATALOGUE, OFFICE, 2026)
    assert all(len(matches) == 2 for matches in found)
    assert len(folded) == 2


def test_papers_of_the_same_words_have_the_same_content_whatever_their_lines() -> None:
    words = "Laporan survei kepuasan masyarakat Dinas Sosial Kabupaten Arunika semester satu tahun dua ribu"
    one, other = evidence_of(words, path="a.pdf"), evidence_of(words.replace(" ", "\n"), path="b.pdf")
    short = evidence_of("Laporan", path="c.pdf"), evidence_of("Laporan", path="d.pdf")
    content = [text.Text(each.document).content for each in (one, other, *short)]
    assert content[0] == content[1]
    assert len(set(content)) == 3


def unnamed(nip: str, path: str) -> Evidence:
    """Return a paper that names no office, signed by somebody."""
    base = evidence_of("LAPORAN SURVEI KEPUASAN MASYARAKAT", path=path)
    signed = Person("Laras Widuri", "signatory", Place(path, 1, "LAPORAN SURVEI KEPUASAN MASYARAKAT"), nip)
    return replace(base, facts=replace(base.facts, people=(signed,)))


def named(nip: str, office: str) -> Evidence:
    """Return a paper of an office signed by somebody."""
    paper = unnamed(nip, "kop.pdf")
    return replace(paper, facts=replace(paper.facts, office=Fact(office, Place("kop.pdf", 1, office))))


@pytest.mark.parametrize(
    ("nip", "office", "own"),
    [
        ("198001012006042003", "Dinas Sosial Kabupaten Arunika", True),
        ("198001012006042003", "Dinas Pendidikan Kabupaten Arunika", False),
        ("197001012006042003", "Dinas Sosial Kabupaten Arunika", False),
        ("", "Dinas Sosial Kabupaten Arunika", False),
    ],
)
def test_a_paper_without_an_office_is_of_who_signs_for_the_office(nip: str, office: str, own: bool) -> None:
    papers = (named(nip, office), unnamed("198001012006042003", "a.pdf"))
    (matches,) = every_match((requirement_of(),), papers, CATALOGUE, OFFICE, 2026)
    match = next(each for each in matches if each.evidence.document.file.path == "a.pdf")
    assert ("EC308" not in {each.code for each in match.failed}) is own
    assert ("signed_for_it" in {each.code for each in match.reasons}) is own
