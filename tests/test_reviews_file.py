"""`reviews.yaml`: every slip told with its line, decisions of several files merged, and one more added without loss."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from papers import requirement_of
from test_checklist_schema import loaded

from evidence_check import library
from evidence_check.checklist.agreeing import check_reviews
from evidence_check.checklist.appending import appended
from evidence_check.checklist.reviewing import read_reviews
from evidence_check.checklist.schema import SCHEMAS
from evidence_check.errors import ChecklistError, UsageError
from evidence_check.model.asked import Checklist, Method, Office
from evidence_check.model.reviews import Answer, Decision, Review

SHA = "0" * 63 + "a"
GOOD = f"""\
# Catatan petugas: jangan dihapus.
format: 1
reviews:
  - requirement: PR-08.1   # SKP
    decision: accept
    file: 02 Proses/SKP.pdf
    sha256: "{SHA}"
    page: 7
    by: Wening Prasasti
    date: 2026-08-01
    reason: sudah dilihat aslinya
  # yang berikut hasil wawancara
  - {{requirement: PR-12.2, decision: answer, answer: ready, by: Bagus, date: 2026-08-02, reason: sudah dilatih}}
"""
MORE = Review("IN-01.1", Decision.REJECT, "Wening, S.Sos.", "2026-08-03", "bukan: ini # \"kop\" kantor lain",
              "a: b/#1 'x'.pdf", SHA, 3)  # fmt: skip
PAGE = (Path(__file__).parents[1] / "docs" / "reviews.md").read_text("utf-8")


def test_a_good_file_is_read() -> None:
    first, second = read_reviews(GOOD, "reviews.yaml")
    assert first == Review("PR-08.1", Decision.ACCEPT, "Wening Prasasti", "2026-08-01", "sudah dilihat aslinya",
                           "02 Proses/SKP.pdf", SHA, 7, source="reviews.yaml", line=4)  # fmt: skip
    assert (second.answer, second.line) == (Answer.READY, 13)


SLIPS = [
    ("decision: accept", "decision: acept", "checklist_bad_value", 5, {"suggestion": "accept"}),
    ("decision: accept", "decison: accept", "checklist_unknown_key", 5, {"key": "decison"}),
    ("    by: Wening Prasasti\n", "", "checklist_missing_key", 4, {"key": "by"}),
    ("    reason: sudah dilihat aslinya\n", "", "checklist_missing_key", 4, {"key": "reason"}),
    ("    date: 2026-08-01\n", "", "checklist_missing_key", 4, {"key": "date"}),
    ("2026-08-01", "1 Agustus 2026", "checklist_not_date", 10, {"key": "date"}),
    (SHA, "abc", "reviews_bad_hash", 7, {"value": "abc"}),
    (f'    sha256: "{SHA}"\n', "", "checklist_missing_key", 4, {"key": "sha256"}),
    ("page: 7", "page: tujuh", "checklist_not_whole", 8, {"key": "page"}),
    ("    page: 7\n", "    picture: 2\n", "checklist_missing_key", 4, {"key": "page"}),
    ("decision: accept", "decision: waive", "reviews_needless", 6, {"key": "file", "decision": "waive"}),
    ("answer: ready", "answer: mungkin", "checklist_bad_value", 13, {"key": "answer"}),
    ("answer: ready, ", "", "checklist_missing_key", 13, {"key": "answer"}),
    ("page: 7", "answer: ready", "reviews_needless", 8, {"key": "answer", "decision": "accept"}),
    ("decision: accept", "decision: point", "", 0, {}),
    ("reviews:", "reviews: satu\nlain:", "checklist_unknown_key", 4, {"key": "lain"}),
    ("format: 1", "format: 2", "checklist_wrong_format", 2, {}),
]


@pytest.mark.parametrize(("what", "by", "code", "line", "more"), SLIPS)
def test_a_slip_is_told_with_its_line(what: str, by: str, code: str, line: int, more: dict[str, str]) -> None:
    text = GOOD.replace(what, by, 1)
    assert text != GOOD
    if not code:
        read_reviews(text, "reviews.yaml")
        return
    with pytest.raises(ChecklistError) as caught:
        read_reviews(text, "reviews.yaml")
    told = dict(caught.value.params)
    assert caught.value.code == code and told["line"] == str(line)
    assert more.items() <= told.items()


def test_what_points_must_name_a_page() -> None:
    text = GOOD.replace("decision: accept", "decision: point").replace("    page: 7\n", "")
    with pytest.raises(ChecklistError) as caught:
        read_reviews(text, "reviews.yaml")
    assert caught.value.code == "checklist_missing_key" and ("key", "page") in caught.value.params


CHECKLIST = Checklist("contoh", "Contoh", (), (), (), (
    requirement_of(id="PR-08.1"), requirement_of(id="PR-12.2", method=Method.INTERVIEW, any_of=()),
))  # fmt: skip


def test_decisions_must_fit_the_checklist_the_office_names() -> None:
    check_reviews(CHECKLIST, Office(), read_reviews(GOOD, "r.yaml"))
    for text, code in (
        (GOOD.replace("PR-08.1", "PR-08.9"), "reviews_unknown_requirement"),
        (GOOD.replace("PR-12.2", "PR-08.1"), "reviews_unfit"),
    ):
        reviews = read_reviews(text, "r.yaml")
        with pytest.raises(ChecklistError) as caught:
            check_reviews(CHECKLIST, Office(checklist="contoh"), reviews)
        assert caught.value.code == code and {"file", "line"} <= dict(caught.value.params).keys()
        check_reviews(CHECKLIST, Office(checklist="lain"), reviews)


# ---------------------------------------------------------------- several files


def test_decisions_of_several_files_merge_and_the_same_one_is_told_once(tmp_path: Path) -> None:
    folder, other = tmp_path / "kantor", tmp_path / "lain"
    folder.mkdir()
    other.mkdir()
    assert library.reviews(folder) == ()
    (folder / "reviews.yaml").write_text(GOOD, "utf-8")
    (other / "reviews.yaml").write_text(appended(GOOD, MORE, "r"), "utf-8-sig")
    given = [str(other / "reviews.yaml"), str(folder / "reviews.yaml")]
    merged = library.reviews(folder, given)
    assert [each.requirement for each in merged] == ["PR-08.1", "PR-12.2", "IN-01.1"]
    assert [each.source for each in merged] == ["kantor/reviews.yaml", "kantor/reviews.yaml", "lain/reviews.yaml"]
    with pytest.raises(UsageError):
        library.reviews(folder, [str(tmp_path / "tiada.yaml")])


# ---------------------------------------------------------------- one more decision


def added(text: str, review: Review = MORE) -> str:
    made = appended(text, review, "reviews.yaml")
    before = read_reviews(text, "r") if text.replace("# x", "").strip() else ()
    assert [each.requirement for each in read_reviews(made, "r")] == [*(e.requirement for e in before), "IN-01.1"]
    return made


@pytest.mark.parametrize("text", [
    "", "# x\n", "format: 1\n", "format: 1\nreviews:\n", "format: 1\nreviews: # nanti\n", "format: 1\nreviews: []\n",
    "reviews: [ ]\nformat: 1\n", "format: 1\nreviews: null\n", "reviews:\nformat: 1\n", GOOD, GOOD.rstrip("\n"),
    GOOD + "# ekor\n", GOOD.replace("\n", "\r\n"), GOOD.replace("format: 1\n", "") + "format: 1\n",
    GOOD.replace("\n  ", "\n"), "---\n" + GOOD + "...\n",
])  # fmt: skip
def test_one_more_decision_leaves_all_that_stands_there(text: str) -> None:
    made = added(text)
    for line in text.replace("[]", "").replace("[ ]", "").replace("null", "").splitlines():
        assert line.strip() in made
    twice = appended(made, MORE, "reviews.yaml")
    assert len(read_reviews(twice, "r")) == len(read_reviews(made, "r")) + 1
    assert ("\r\n" in made) == ("\r\n" in text) and made.count("\n") - made.count("\r\n") in (0, made.count("\n"))


def test_a_file_that_is_wrong_is_not_added_to() -> None:
    for text in ("format: 1\nreviews: satu\n", "format: 1\nreviews: [\n", "satu\n", "format: 1\nreviewz: []\n"):
        with pytest.raises(ChecklistError):
            appended(text, MORE, "reviews.yaml")


TEXTS = st.text(min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and not re.search("[\ud800-\udfff]", text)
)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.sampled_from([GOOD, "", "format: 1\nreviews: []\n"]))
def test_whatever_a_person_types_is_kept(by: str, reason: str, file: str, text: str) -> None:
    review = Review("IN-01.1", Decision.ACCEPT, by.strip(), "2026-08-03", reason.strip(), file.strip(), SHA)
    last = read_reviews(appended(text, review, "r"), "r")[-1]
    assert (last.by, last.reason, last.file) == (by.strip(), reason.strip(), file.strip())


# ---------------------------------------------------------------- the page and the schema


def test_the_example_of_the_page_is_read_and_fits_the_schema() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    reviews = read_reviews(example, "reviews.yaml")
    assert {each.decision for each in reviews} == set(Decision)
    assert slips(loaded(example)) == []
    assert all(f"`{each.value}`" in PAGE for each in (*Decision, *Answer))


def slips(value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMAS["reviews"]()).iter_errors(value)]


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    def one(**more: object) -> dict[str, object]:
        base: dict[str, object] = {"requirement": "A", "by": "B", "date": "2026-08-01", "reason": "C"}
        return {"format": 1, "reviews": [base | more]}

    about: dict[str, object] = {"file": "a.pdf", "sha256": SHA}
    assert slips(one(decision="accept", **about)) == [] == slips(one(decision="waive"))
    assert slips(one(decision="answer", answer="ready")) == [] == slips(one(decision="point", page=1, **about))
    for wrong in (
        one(), one(decision="accept"), one(decision="waive", **about), one(decision="answer"),
        one(decision="point", **about), one(decision="accept", answer="ready", **about), one(decision="maybe"),
        one(decision="accept", file="a", sha256="A" * 63), one(decision="accept", picture=1, **about),
        one(decision="waive", date="1 Agustus"), one(decision="waive", extra=1),
    ):  # fmt: skip
        assert slips(wrong)
