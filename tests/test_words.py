"""Folding and phrases: every comparison of the program stands on these."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import document_of

from evidence_check.words.fold import fold, holds, quote, squeeze
from evidence_check.words.lines import lines_of
from evidence_check.words.phrases import Joined, Vocabulary, pattern


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_holds_only_words_and_single_blanks(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in fold(text).split(" ") if word)
    assert "  " not in fold(text)


@given(st.text(st.characters(max_codepoint=0x2FFF)))
def test_folding_goes_letter_by_letter_through_what_is_foreign(text: str) -> None:
    seen = "".join(letter for letter in text if letter not in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
    marked = unicodedata.normalize("NFKD", seen)
    plain = "".join(letter for letter in marked.casefold() if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", plain)
    assert squeeze(text) == "".join(words)


@given(st.text(), st.integers(min_value=1, max_value=300))
def test_a_quote_really_stands_in_its_text(text: str, limit: int) -> None:
    said = quote(text, limit)
    assert len(said) <= limit
    assert not said or holds(text, said)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("LAPORAN  Survei\nKepuasan", "laporan survei kepuasan"),
        ("P E N I L A I A N kinerja", "penilaian kinerja"),
        ("a. bahwa", "a bahwa"),
        ("Kepu\u00adtusan", "keputusan"),
        ("SP4N–LAPOR!", "sp4n lapor"),
        ("Tahun 2026/2027", "tahun 2026 2027"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_squeezing_joins_what_a_text_layer_tore_or_glued() -> None:
    assert squeeze("NOMOR 28") == squeeze("NOMOR28")


def found(source: str, *lines: str) -> tuple[int, int, bool] | None:
    hit = pattern(source).find(Joined(lines_of(document_of("\n".join(lines)).pages)))
    return (hit.first, hit.last, hit.opens_line) if hit else None


@pytest.mark.parametrize(
    ("source", "lines", "expected"),
    [
        ("laporan ... survei|survey kepuasan", ("LAPORAN HASIL", "SURVEY KEPUASAN"), (0, 1, True)),
        ("kepuasan masyarakat", ("LAPORAN", "SURVEI KEPUASAN MASYARAKAT"), (1, 1, False)),
        ("kepuasan masyarakat", ("KEPUASANMASYARAKAT"  "KITA",), (0, 0, True)),
        ("skp", ("SKPD DINAS",), None),
        ("laporan ... kepuasan", ("LAPORAN " + "kata " * 13 + "KEPUASAN",), None),
    ],
)
def test_patterns(source: str, lines: tuple[str, ...], expected: tuple[int, int, bool] | None) -> None:
    assert found(source, *lines) == expected


@pytest.mark.parametrize(
    ("noisy", "mended"),
    [
        ("rnaklumat pelayanan", "maklumat pelayanan"),
        ("keputusan", "keputusan"),
        ("kepuasan", "kepuasan"),
        ("makan", "makan"),
        ("sk", "sk"),
    ],
)
def test_noise_is_mended_to_the_single_near_word(noisy: str, mended: str) -> None:
    words = frozenset({"maklumat", "pelayanan", "keputusan", "kepuasan"})
    assert Vocabulary(words).mend(noisy) == mended
