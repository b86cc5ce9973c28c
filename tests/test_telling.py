"""What `identify` says of a paper: its type or why it has none, the runner-up, and every fact under a word."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from readiness import E_MENU, E_PHOTO, E_SK, NAMES, NIP_RETNO, SK, evidence_of

from evidence_check import facts as room
from evidence_check.cli.telling import as_json, as_text
from evidence_check.cli.wording import load_wording
from evidence_check.facts.kinds import Recogniser
from evidence_check.messages.catalog import load
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import ACCEPTED, MARGIN, Doubt, Evidence, Fact, Facts, Kind
from evidence_check.model.files import Place

RECOGNISER = Recogniser(
    {
        "sk": DocumentType("sk", "SK"),
        "sk_tim": DocumentType("sk_tim", "SK Tim", kind_of="sk"),
        "notulen": DocumentType("notulen", "Notulen"),
    }
)


def told(evidence: Evidence, language: str = "id") -> str:
    return as_text([evidence], [], load(language).naming(NAMES | {"notulen": "Notulen"}), load_wording(language))


def doubted(doubt: Doubt, *kinds: Kind, rival: Kind | None = None) -> Evidence:
    return Evidence(E_MENU.document, Facts(kinds=kinds, doubt=doubt, rival=rival))


@pytest.mark.parametrize(
    ("kinds", "doubt", "rival"),
    [
        ((), Doubt.SCORE, None),
        ((Kind("sk", ACCEPTED - 0.01),), Doubt.SCORE, None),
        ((Kind("sk", ACCEPTED),), None, None),
        ((Kind("sk_tim", 0.9), Kind("notulen", 0.9 - MARGIN + 0.001)), Doubt.MARGIN, "notulen"),
        ((Kind("sk_tim", 0.9), Kind("notulen", 0.9 - MARGIN)), None, "notulen"),
        ((Kind("sk_tim", 0.9), Kind("sk", 0.9), Kind("notulen", 0.3)), None, "notulen"),
        ((Kind("sk", 0.9), Kind("sk_tim", 0.88)), None, None),
    ],
)
def test_a_relative_is_no_rival_and_doubt_and_type_never_disagree(
    kinds: tuple[Kind, ...], doubt: Doubt | None, rival: str | None
) -> None:
    found = RECOGNISER.rival(kinds)
    assert RECOGNISER.doubt(kinds) == doubt
    assert (found.type if found else None) == rival
    assert RECOGNISER.settled(kinds) == (None if doubt else kinds[0])


def test_a_settled_type_is_told_with_its_reasons_runner_up_dates_and_figures() -> None:
    text = told(E_SK)
    for line in (
        "  SK Standar Pelayanan [sk_standar_pelayanan], keyakinan 95%",
        "    +0.70  Judulnya memuat “sk standar pelayanan”",
        "  Kemungkinan kedua: standar pelayanan, keyakinan 45%, 50 poin di bawahnya",
        "  Tanggal pada naskah yang dirujuk: 18 Juli 2009",
        "  Produk layanan: Rekomendasi PKH",
    ):
        assert line in text


def test_a_lead_that_is_too_small_is_never_rounded_up_to_the_bound() -> None:
    text = told(E_MENU)
    assert "Yang terdekat: Undangan, keyakinan 80%; terlalu dekat dengan Notulen, selisihnya" in text
    assert "Kemungkinan kedua: Notulen, keyakinan 72%, 7 poin di bawahnya" in text
    assert "too near to Notulen, the lead must be at least 8 points" in told(E_MENU, "en")


def test_a_score_that_is_too_small_and_no_candidate_at_all_have_their_sentences() -> None:
    little = told(doubted(Doubt.SCORE, Kind("undangan", ACCEPTED - 0.0001)))
    assert "Yang terdekat: Undangan, keyakinan 64%; baru ditetapkan mulai 65%" in little
    assert "Jenisnya tidak dikenal\n  Tidak ada jenis yang mirip" in told(doubted(Doubt.SCORE))
    (file,) = as_json([doubted(Doubt.SCORE)], [], load())
    assert file["documents"][0]["abstained"] == {"because": "score", "nearest": None}


def test_the_day_of_a_picture_is_told_in_words_and_kept_by_key_for_programs() -> None:
    assert "  Gambar diambil (menurut nama berkas): 14 Juli 2026" in told(E_PHOTO)
    assert "  Picture taken (says the file name): 14 July 2026" in told(E_PHOTO, "en")
    (file,) = as_json([E_PHOTO], [], load())
    assert [(date["name"], date["of"]) for date in file["documents"][0]["facts"]["dates"]] == [("taken", "name")]


def test_identity_numbers_in_dates_and_figures_are_masked() -> None:
    quoted = Place(SK.path, 1, f"NIP. {NIP_RETNO}")
    figure, date = Fact(NIP_RETNO, quoted, 0.9, "product", NIP_RETNO), Fact("2026-01-02", quoted, 0.9, "event")
    paper = evidence_of(SK, "sk_standar_pelayanan", figures=(figure,), dates=(date,))
    assert NIP_RETNO not in told(paper) and NIP_RETNO not in str(as_json([paper], [], load()))
    shown = load().showing(True)
    assert NIP_RETNO in as_text([paper], [], shown, load_wording("id"))


def names_of_facts() -> Iterator[tuple[str, str]]:
    """Yield where a fact gets a name and which, where the name stands in the code or in a constant of its module."""
    for each in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"{room.__name__}.{each.name}")
        with open(str(module.__file__), encoding="utf-8") as source:
            tree = ast.parse(source.read())
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Fact":
                name = call.args[3] if len(call.args) > 3 else None
                value = getattr(module, name.id, None) if isinstance(name, ast.Name) else getattr(name, "value", None)
                if isinstance(value, str):
                    yield each.name, value


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_named_fact_has_a_word(language: str) -> None:
    texts = load(language).texts
    known = {*texts["dates"], *texts["figure_names"], *texts["signs"]}
    found = set(names_of_facts())
    assert len(found) > 15
    assert {(module, name) for module, name in found if name not in known} == set()
