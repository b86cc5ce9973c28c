"""Digital signatures of real PDFs, made here and now: what is told of each, and that nothing is called more."""

from __future__ import annotations

import threading
import time
from itertools import count
from pathlib import Path

import pytest
from reads import WITHOUT_OCR, content
from scans import text_pdf
from signing import (
    OFFICE,
    SIGNER,
    overwritten,
    signed,
    with_another_page,
    with_contents,
    with_empty_field,
    with_range,
    written,
)

from evidence_check.extract import pdf_signatures
from evidence_check.extract.in_time import in_time
from evidence_check.extract.pdf_signatures import signature_marks
from evidence_check.facts.gathering import facts_of
from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.model.facts import Facts
from evidence_check.model.files import Document, Level

PAPER = (
    "SURAT EDARAN",
    "NOMOR 05/SE/DS/2026",
    "Tirta Kencana, 5 Januari 2026",
    "Plt. KEPALA DINAS SOSIAL,",
    SIGNER,
    "NIP. 198001012006042003",
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a paper of two pages that nobody signed."""
    return text_pdf(tmp_path_factory.mktemp("plain") / "a.pdf", (("LAMPIRAN",), PAPER)).read_bytes()


@pytest.fixture(scope="module")
def intact(plain: bytes) -> bytes:
    """Return the paper signed by who is named in it."""
    return signed(plain)


def told(data: bytes, number: int = 1) -> dict[str, str]:
    """Return what the marks say of one signature."""
    start = f"signature.{number}."
    return {key.removeprefix(start): value for key, value in signature_marks(data, 1).items() if key.startswith(start)}


def facts(tmp_path: Path, data: bytes) -> Facts:
    found = content(written(tmp_path / "surat.pdf", data), WITHOUT_OCR)
    return facts_of(Document(found.file, found.pages, found.marks), {})


def test_a_signature_tells_who_and_when_and_that_the_file_is_still_that(intact: bytes) -> None:
    said = told(intact)
    assert said.pop("time").startswith("20")
    assert said == {"state": "intact", "signer": SIGNER, "organisation": OFFICE, "issuer": SIGNER, "page": "1",
                    "trust": "self_signed"}  # fmt: skip


def test_a_certificate_of_an_issuer_is_not_called_trusted(plain: bytes) -> None:
    said = told(signed(plain, issuer="Balai Sertifikasi"))
    assert (said["state"], said["issuer"], said["trust"]) == ("intact", "Balai Sertifikasi", "unchecked")


def test_a_second_signature_leaves_the_first_intact(intact: bytes) -> None:
    twice = signed(intact, "RAKA PRASETYA", field="Sig2")
    assert [(told(twice, number)["state"], told(twice, number)["signer"]) for number in (1, 2)] == [
        ("intact", SIGNER),
        ("intact", "RAKA PRASETYA"),
    ]


def test_an_empty_field_is_no_signature(plain: bytes, tmp_path: Path) -> None:
    data = with_empty_field(plain)
    assert told(data) == {}
    found = facts(tmp_path, data)
    assert found.signature is not None and found.signature.value == "typed"
    assert found.signs == ()


@pytest.mark.parametrize(
    "spoil", [overwritten, with_another_page, lambda data: data + b"\nlebih", lambda data: data + data],
    ids=["a byte", "a further page content", "bytes behind it", "the file twice"],
)  # fmt: skip
def test_what_was_changed_after_signing_is_not_intact(intact: bytes, spoil: object) -> None:
    said = told(spoil(intact))  # type: ignore[operator]
    assert (said["state"], said["signer"]) == ("changed", SIGNER)


def test_a_paper_filled_in_after_signing_is_not_intact_though_the_signature_stands(plain: bytes) -> None:
    twice = signed(with_another_page(signed(plain)), "RAKA PRASETYA", field="Sig2")
    assert [told(twice, number)["state"] for number in (1, 2)] == ["changed", "intact"]


@pytest.mark.parametrize("numbers", ["0 0 0 0", "0 10 20 30", "0 9 99999999 9", "-5 10 20 30", "5 10", "0 1 1 99999999",
                                     "/A /B /C /D", "[0] 1 2 3"])  # fmt: skip
def test_odd_ranges_of_bytes_are_never_intact(intact: bytes, numbers: str) -> None:
    assert told(with_range(intact, numbers)).get("state", "unchecked") in ("changed", "unchecked")


@pytest.mark.parametrize(
    "contents", [b"", b"\x30\x80", b"bukan tanda tangan", bytes(range(1, 200)), b"\x30\x84\xff\xff\xff\xff"],
)  # fmt: skip
def test_garbage_for_a_signature_cannot_be_checked(intact: bytes, contents: bytes) -> None:
    assert told(with_contents(intact, contents)) == {"state": "unchecked"}


def test_a_digest_anybody_can_forge_is_not_called_intact(plain: bytes) -> None:
    assert told(signed(plain, digest="sha1"))["state"] == "unchecked"


def test_a_damaged_file_never_raises(intact: bytes) -> None:
    for share in range(5, 100, 9):
        cut = intact[: len(intact) * share // 100]
        assert all(value != "intact" for key, value in signature_marks(cut, 1).items() if key.endswith("state"))


def test_work_that_takes_too_long_is_given_up() -> None:
    ended = threading.Event()

    def endless() -> int:
        try:
            while True:
                time.sleep(0.001)
        finally:
            ended.set()

    assert in_time(endless, 0.05) is None
    assert ended.wait(5)
    assert in_time(lambda: 1 // 0, 5) is None
    assert in_time(lambda: 7, 5) == 7


def test_a_signature_nobody_has_the_time_for_is_unchecked(intact: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_signatures, "SECONDS", 0.05)
    monkeypatch.setattr(pdf_signatures, "_signatures", lambda data: ({"a": time.sleep(0.01) or data} for _ in count()))
    assert signature_marks(intact, 1) == {"signature.1.state": "unchecked"}


def test_the_paper_says_whose_certificate_it_is(tmp_path: Path, intact: bytes) -> None:
    found = facts(tmp_path, intact)
    assert found.signature is not None and found.signature.value == "digital"
    assert [(sign.name, sign.value, sign.of) for sign in found.signs] == [("digital", "intact", f"{SIGNER}, {OFFICE}")]
    (note,) = found.findings
    assert (note.code, note.level) == ("EC222", Level.NOTE)
    for lang in LANGUAGES:
        sentence = load(lang).finding(note)
        assert SIGNER in sentence and "…" not in sentence
        assert " sah" not in sentence and "valid" not in sentence


def test_a_changed_paper_is_never_counted_by_itself(tmp_path: Path, intact: bytes) -> None:
    for spoilt in (overwritten(intact), with_contents(intact, b"x")):
        found = facts(tmp_path, spoilt)
        assert found.signature is not None and found.signature.value == "claimed"
        assert Level.DOUBT in {each.level for each in found.findings}


def test_another_name_in_the_certificate_is_noted(tmp_path: Path, plain: bytes) -> None:
    assert {each.code for each in facts(tmp_path, signed(plain, "RAKA PRASETYA")).findings} == {"EC220", "EC222"}
    assert {each.code for each in facts(tmp_path, signed(plain, "Laras Widuri, S.Sos")).findings} == {"EC222"}
