"""Same office or another: OCR noise is forgiven, another office or region is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.words.names import same_office

NAME, ALIASES, REGION = "Dinas Sosial", ("Dinsos",), "Kabupaten Tirta Kencana"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Dinas Sosial Kabupaten Tirta Kencana", True),
        ("PEMERINTAH KABUPATEN TIRTA KENCANA DINAS SOSIAL", True),
        ("Kepala Dinas Sosial", True),
        ("Dinas Soslal Kab. Tirta Kencana", True),
        ("DINASSOSIAL KABUPATEN TIRTA KENCANA", True),
        ("Dinsos Tirta Kencana", True),
        ("UPTD Panti Rahayu Dinas Sosial Kabupaten Tirta Kencana", True),
        ("Dinas Kesehatan Kabupaten Tirta Kencana", False),
        ("Dinas Sosial Kabupaten Wana Asri", False),
        ("Dinas Sosial Kota Tirta Kencana", False),
        ("Dinas Sosial Provinsi Nusa Elok", False),
        ("Kecamatan Wana Asri", False),
        ("Bupati Wana Asri", False),
        ("Bupati Tirta Kencana", None),
        ("Kabupaten Tirta Kencana", None),
        ("Dinas Sosial dan Pemberdayaan Perempuan Kabupaten Tirta Kencana", None),
        ("", None),
    ],
)
def test_dinas_sosial(text: str, same: bool | None) -> None:
    assert same_office(text, NAME, ALIASES, REGION) is same


@pytest.mark.parametrize(
    ("text", "name", "same"),
    [
        ("Dinas Pertanahan", "Dinas Pertanian", False),
        (
            "Dinas Penanaman Modal dan Pelayanan TEFIPADU Satu Pintu",
            "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            True,
        ),
        ("Camat Wana Asri", "Kecamatan Wana Asri", True),
        ("Kecamatan Wana Rejo", "Kecamatan Wana Asri", False),
        ("UPTD Puskesmas Melati Dinas Kesehatan", "Puskesmas Melati", True),
        ("Inspektur Kabupaten Tirta Kencana", "Inspektorat", True),
        ("Dinas Sosial", "Dinas Sosial Pemberdayaan Perempuan dan Perlindungan Anak", None),
        ("Dinas Sosial", "", None),
        ("Dinas Penanaman Modal dan Pelayanan", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", None),
        ("Dinas Penanaman Pohon", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", False),
    ],
)
def test_other_offices(text: str, name: str, same: bool | None) -> None:
    assert same_office(text, name, (), "Kabupaten Tirta Kencana") is same


def test_office_under_check_without_region() -> None:
    assert same_office("Dinas Sosial Kabupaten Wana Asri", NAME) is True


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_borne(text: str, name: str, region: str) -> None:
    assert same_office(text, name, (), region) in (True, False, None)


@given(st.sampled_from(["Kesehatan", "Pendidikan", "Perhubungan", "Perikanan", "Pertanian", "Perdagangan"]))
def test_a_clearly_other_office_is_never_the_same(subject: str) -> None:
    assert same_office(f"Dinas {subject} Kabupaten Tirta Kencana", NAME, ALIASES, REGION) is False
