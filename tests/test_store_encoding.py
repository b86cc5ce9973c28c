"""What is kept comes back as it was, for the file as it is called now; anything damaged is refused, never guessed."""

from __future__ import annotations

import contextlib
import json
import pickle
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import evidence_of

from evidence_check.model.files import (
    INSIDE,
    Content,
    File,
    Finding,
    Level,
    Page,
    Place,
    ReadAs,
    Table,
    Unreadable,
    params,
)
from evidence_check.store.encoding import pack, shape_of, unpack
from evidence_check.store.results import (
    Inside,
    lasting,
    pack_inside,
    pack_papers,
    pack_result,
    unpack_inside,
    unpack_papers,
    unpack_result,
)

FILE = File("IN-01/a.pdf", 100, "ab" * 32, "pdf")
PAGE = Page(1, "Maklumat\nPelayanan", ReadAs.OCR, 0.75, (Table((("No", "Nama"), ("1", "Ani")), "satu"),),
            Finding("EC112", Level.DOUBT, params(confidence="75"), Place(FILE.path, 1, "Maklumat")),
            "Lembar")  # fmt: skip
CONTENT = Content(FILE, (PAGE, replace(PAGE, number=2)), (Finding("EC107", Level.NOTE),), params(signed="ya"))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)


def results() -> st.SearchStrategy[Content | Unreadable]:
    """Return any content and any unreadable file there can be, odd characters and endless numbers included."""
    for kind, strategy in ((str, ANY_TEXT), (float, st.floats(allow_nan=False))):
        st.register_type_strategy(kind, strategy)
    return st.one_of(st.from_type(Content), st.from_type(Unreadable))


@settings(max_examples=150, deadline=None)
@given(results())
def test_whatever_was_read_comes_back_the_same(result: Content | Unreadable) -> None:
    assert unpack_result(pack_result(result, result.file.path), result.file) == result


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60) | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(
    lambda value: zlib.compress(json.dumps(value).encode())
))  # fmt: skip
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_result(data, FILE)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_value_is_refused_or_was_not_damaged(data: st.DataObject) -> None:
    packed = bytearray(pack_result(CONTENT, FILE.path))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with contextlib.suppress(ValueError):
        assert unpack_result(bytes(packed), FILE) == CONTENT


def test_a_file_that_would_run_code_is_not_a_value() -> None:
    data = pickle.dumps(CONTENT)
    for each in (data, zlib.compress(data)):
        with pytest.raises(ValueError):
            unpack_result(each, FILE)


def test_a_renamed_file_is_named_as_it_is_now_everywhere() -> None:
    new = replace(FILE, path="IN-02/b.pdf")
    found = unpack_result(pack_result(CONTENT, FILE.path), new)
    assert FILE.path not in repr(found)
    assert isinstance(found, Content) and found.pages[0].problem is not None
    assert found.pages[0].problem.place == Place(new.path, 1, "Maklumat")


def test_only_the_path_itself_and_what_lies_inside_it_moves() -> None:
    places = ("a.zip", f"a.zip{INSIDE}b.pdf", "a.zip.txt", "c.pdf", "")
    kept = tuple(Finding("EC102", Level.ERROR, (), Place(path, 1, "")) for path in places)
    moved = unpack(tuple[Finding, ...], pack(tuple[Finding, ...], kept, "a.zip"), "d.zip")
    assert [each.place.file for each in moved] == ["d.zip", f"d.zip{INSIDE}b.pdf", "a.zip.txt", "c.pdf", ""]


def test_another_file_is_never_taken_for_this_one() -> None:
    with pytest.raises(ValueError, match="another file"):
        unpack_result(pack_result(CONTENT, FILE.path), replace(FILE, sha256="cd" * 32))


def test_papers_come_back_on_the_pages_of_their_file() -> None:
    evidence = evidence_of(path=FILE.path)
    content = Content(evidence.document.file, (PAGE, *evidence.document.pages))
    assert unpack_papers(pack_papers([evidence], content), content) == (evidence,)
    with pytest.raises(ValueError, match="not there"):
        unpack_papers(pack_papers([evidence], content), replace(content, pages=content.pages[:1]))


def test_papers_of_other_pages_are_not_kept() -> None:
    with pytest.raises(ValueError, match="follow"):
        pack_papers([evidence_of(path=FILE.path)], CONTENT)


def test_what_a_container_holds_moves_with_it() -> None:
    held = Inside((replace(FILE, path=f"a.zip{INSIDE}x.pdf"),), ())
    moved = unpack_inside(pack_inside(held, replace(FILE, path="a.zip")), "b/c.zip")
    assert [each.path for each in moved.files] == [f"b/c.zip{INSIDE}x.pdf"]


def test_what_json_cannot_tell_is_not_kept() -> None:
    with pytest.raises(ValueError):
        pack_result(replace(CONTENT, marks=((b"bytes", "x"),)), FILE.path)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["EC105", "EC108", "EC109", "EC110", "EC115"])
def test_what_may_pass_is_not_lasting(code: str) -> None:
    finding = Finding(code, Level.ERROR)
    assert not lasting(Unreadable(FILE, finding))
    assert not lasting(Content(FILE, (replace(PAGE, problem=finding),)))
    assert not lasting(Content(FILE, (), (finding,)))
    assert not lasting(Inside((), (Unreadable(FILE, finding),)))


@pytest.mark.parametrize(
    ("detail", "kept"),
    [("OSError", False), ("TimeoutError", False), ("ImportError", False), ("BadZipFile", True), ("ValueError", True)],
)
def test_damage_that_was_the_disk_or_the_program_is_not_lasting(detail: str, kept: bool) -> None:
    assert lasting(Unreadable(FILE, Finding("EC102", Level.ERROR, params(detail=detail)))) is kept


def test_the_shape_of_a_noun_names_every_field_down_to_the_last() -> None:
    shape = shape_of(Content)
    assert all(word in shape for word in ("pages:", "read_as:ReadAs", "rows:", "sha256:str", "quote:str"))
