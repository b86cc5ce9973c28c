"""People from tables at the size of a real office, and the role the catalogue gives them."""

from __future__ import annotations

import pytest

from evidence_check import library
from evidence_check.extract.heads import with_heads
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.roster import MOST, ROLES
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Facts, Kind
from evidence_check.model.files import Content, Document, File, Page, ReadAs, Table
from evidence_check.words.fold import holds

HEADS = ("NO", "NAMA", "NIP", "JABATAN")
ROWS_ON_A_PAGE = 40


def row(number: int) -> tuple[str, ...]:
    """Return the row of one member of staff, each with a NIP of its own."""
    nip = f"19800101{2000 + number // 999:04}01{1 + number % 2}{1 + number % 999:03}"
    return (str(number + 1), f"Widuri {chr(97 + number % 26) * 3}", nip, "Analis")


def staff(count: int) -> Document:
    """Return a staff list over pages that repeats its head on none but the first."""
    pages = []
    for first in range(0, count, ROWS_ON_A_PAGE):
        rows = [HEADS] if not first else []
        rows += [row(number) for number in range(first, min(count, first + ROWS_ON_A_PAGE))]
        text = "\n".join(" ".join(cells) for cells in rows)
        pages.append(Page(len(pages) + 1, text, ReadAs.TEXT, 1.0, (Table(tuple(rows)),)))
    file = File("daftar.pdf", 1, "0" * 64, "pdf")
    return Document(file, with_heads(Content(file, tuple(pages))).pages)


def facts(document: Document, person: str) -> Facts:
    return facts_of(document, {"daftar": DocumentType("daftar", "Daftar", person=person)}, (Kind("daftar", 1.0),))


def test_an_office_of_two_thousand_is_listed_to_the_last_with_places_that_stand() -> None:
    document = staff(2000)
    people = facts(document, "listed").people
    assert [person.nip for person in people] == [row(number)[2] for number in range(2000)]
    assert {person.role for person in people} == {"listed"} and {person.post for person in people} == {"Analis"}
    assert all(holds(document.pages[person.place.page - 1].text, person.place.quote) for person in people)


def test_what_no_office_has_ends_the_list() -> None:
    assert len(facts(staff(MOST + 60), "listed").people) == MOST


@pytest.mark.parametrize("role", ROLES)
def test_the_catalogue_says_what_a_row_makes_of_somebody(role: str) -> None:
    assert {person.role for person in facts(staff(3), role).people} == {role}


def test_a_type_that_is_about_people_says_so() -> None:
    catalogue = library.catalogue()
    wanted = {"data_kepegawaian": "listed", "sk_pengaduan": "member", "sk_tim_pengawasan": "member",
              "daftar_hadir": "participant", "skp_tahunan": "rated"}  # fmt: skip
    assert {name: catalogue[name].person for name in wanted} == wanted
    assert catalogue["sk_pengaduan"].persons == ("head", "member") and catalogue["sop"].persons == ()
