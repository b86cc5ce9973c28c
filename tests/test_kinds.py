"""Recognition: the title decides, the body confirms, look-alikes count against, names only part ties."""

from __future__ import annotations

import pytest
from papers import CATALOGUE, document_of

from evidence_check.facts.kinds import Recogniser
from evidence_check.model.asked import DocumentType, LookAlike
from evidence_check.model.files import ReadAs

RECOGNISER = Recogniser(CATALOGUE)
ACCEPTED = 0.65


def best(*pages: str, **how: object) -> tuple[str, float]:
    kinds = RECOGNISER.kinds_of(document_of(*pages, **how))  # type: ignore[arg-type]
    return (kinds[0].type, kinds[0].score) if kinds else ("", 0.0)


def test_a_title_with_its_anchors_is_accepted() -> None:
    kind, score = best("PEMERINTAH KABUPATEN ARUNIKA\nDINAS SOSIAL\nLAPORAN\nSURVEI KEPUASAN MASYARAKAT\n"
                       "BAB I PENDAHULUAN\nJumlah responden dan unsur pelayanan")
    assert kind == "laporan_skm" and score >= ACCEPTED


def test_words_of_the_body_alone_are_never_accepted() -> None:
    _, score = best("Notulen\nPada hari ini dibahas laporan survei kepuasan masyarakat, responden, unsur pelayanan")
    assert score < ACCEPTED


def test_the_subject_of_another_paper_is_not_its_title() -> None:
    _, score = best("PERATURAN BUPATI ARUNIKA\nNOMOR 3 TAHUN 2024\nTENTANG\n"
                    "PEDOMAN LAPORAN SURVEI KEPUASAN MASYARAKAT\n"
                    "Menimbang bahwa responden unsur pelayanan")
    assert score < ACCEPTED


def test_a_special_type_comes_before_the_general_one() -> None:
    kinds = RECOGNISER.kinds_of(document_of(
        "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 5 TAHUN 2026\nTENTANG\nPEMBERIAN KOMPENSASI\n"
        "Menimbang\nMEMUTUSKAN kompensasi"
    ))
    assert [kind.type for kind in kinds[:2]] == ["sk_kompensasi", "sk_generic"]
    assert kinds[0].score - kinds[1].score > 0.1


def test_a_look_alike_in_the_title_takes_the_score_away() -> None:
    skm = DocumentType("skm", "SKM", titles=("survei kepuasan masyarakat",),
                       look_alikes=(LookAlike("kuesioner", ("kuesioner",)),))
    kinds = Recogniser({"skm": skm}).kinds_of(document_of("KUESIONER\nSURVEI KEPUASAN MASYARAKAT"))
    assert not kinds or kinds[0].score < 0.2


def test_every_score_is_the_sum_of_its_reasons() -> None:
    kinds = RECOGNISER.kinds_of(document_of("LAPORAN SURVEI KEPUASAN MASYARAKAT\nresponden", path="laporan skm.pdf"))
    assert kinds
    for kind in kinds:
        assert kind.score == pytest.approx(max(0.0, min(1.0, sum(reason.weight for reason in kind.reasons))), abs=1e-3)


def test_a_name_never_makes_a_paper() -> None:
    assert best("Isi yang lain sama sekali", path="laporan skm.pdf") == ("", 0.0)


def test_noise_of_a_scan_is_mended_but_not_in_a_text_layer() -> None:
    noisy = "LAPORAN SURVEI KEPUASAH MASYARAXAT\nresponden unsur pelayanan"
    assert best(noisy, read_as=ReadAs.OCR)[1] >= ACCEPTED
    assert best(noisy, read_as=ReadAs.TEXT)[1] < ACCEPTED


def test_an_empty_paper_is_nothing() -> None:
    assert best("") == ("", 0.0)


def test_one_word_of_a_title_confirms_nothing() -> None:
    alike = DocumentType("alur", "Alur", titles=("alur perizinan",), anchors=("alur", "biaya", "syarat", "produk"))
    once, twice = (Recogniser({"alur": alike}).kinds_of(document_of(f"ALUR PERIZINAN\n{body}"))[0].score
                   for body in ("Berkas", "Alur ini"))  # fmt: skip
    assert once < ACCEPTED <= twice
