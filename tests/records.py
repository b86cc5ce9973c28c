"""Records made by hand, and by hypothesis: checks of invented offices that were written down."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from evidence_check.model.outcome import Status
from evidence_check.model.records import Field, Item, Lost, Proof, Record

FIELDS = (
    Field("IN-01", "Pemanfaatan hasil penilaian", "01", "Input"),
    Field("PR-01", "Ketersediaan dasar hukum", "02", "Proses"),
    Field("PG-01", "Pengelolaan pengaduan", "04", "Pengaduan"),
)
RENSTRA = Proof("01 Input/Renstra.pdf", "a" * 64, 1, 84)
SK = Proof("02 Proses/SK.pdf", "b" * 64, 1, 4)
SK_NEW = Proof("02 Proses/SK.pdf", "c" * 64, 1, 4)
SK_MOVED = Proof("lain/SK standar.pdf", "b" * 64, 1, 4)


def item(requirement: str, status: Status = Status.MISSING, *proofs: Proof, **more: object) -> Item:
    """Return one requirement of the indicator its id names."""
    name = str(more.pop("name", f"Permintaan {requirement}"))
    said = {"advice": "Siapkan dokumennya."} | more
    return Item(requirement, requirement.split(".")[0], name, status, proofs=proofs, **said)  # type: ignore[arg-type]


ITEMS = (
    item("IN-01.1", Status.MET, RENSTRA),
    item("IN-01.2", Status.MISSING, in_charge="Siti Aminah"),
    item("IN-01.3", Status.MISSING, optional=True),
    item("PR-01.1", Status.PARTIAL, SK, happened="Baru 3 dari 4 contoh.", in_charge="Bagas Tirtayasa"),
    item("PR-01.2", Status.UNSURE, advice="Lihat sendiri halaman 3. Bila benar, tidak ada yang perlu diubah."),
    item("PG-01.1", Status.DEFECTIVE, happened="Masih draf.", advice="Ganti dengan yang ditandatangani."),
    item("PG-01.2", Status.NOT_CHECKED),
)


def record(*items: Item, office: str = "Dinas Sosial", day: str = "2026-07-01", **more: object) -> Record:
    """Return the check of an invented office on one day; without items the usual ones."""
    told = {"visit": "2026-08-12", "files": 12, "source": f"{office} {day}.json", "fields": FIELDS} | more
    return Record(
        "contoh-2026", "Penilaian Contoh 2026", 2026, office, "Kabupaten Tirta Kencana",
        f"{day}T08:00:00+07:00", items or ITEMS, **told,  # type: ignore[arg-type]
    )  # fmt: skip


def later(**statuses: Status) -> Record:
    """Return the usual check two weeks on, with other statuses: `PR_01_1=Status.MET`."""
    named = {name.replace("_", "-", 1).replace("_", "."): status for name, status in statuses.items()}
    items = tuple(replace(each, status=named.get(each.requirement, each.status)) for each in ITEMS)
    return record(*items, day="2026-07-15")


LOST = (Lost("04 Pengaduan/SK Tim.pdf", "EC101", "“SK Tim.pdf” terkunci kata sandi."),)

texts = st.text(max_size=12)
proofs = st.builds(Proof, texts, st.sampled_from(("", "a", "b")), st.integers(1, 3), st.integers(1, 3))
items = st.builds(
    Item, st.sampled_from(("A.1", "A.2", "B.1", "B.2", "C.1")), st.sampled_from(("A", "B", "")), texts,
    st.sampled_from(Status), st.booleans(), st.lists(proofs, max_size=3).map(tuple), texts, texts,
    st.sampled_from(("", "Siti", "Bagas")),
)  # fmt: skip
days = st.sampled_from(("2026-07-01", "2026-07-15", "2026-08-30", "kemarin", ""))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Make any record of one checklist."""
    found = draw(st.lists(items, max_size=5, unique_by=lambda each: each.requirement))
    when = draw(days)
    checked = f"{when}T08:00:00+07:00" if when.startswith("2026") else when
    return Record(
        "x", "X", draw(st.sampled_from((2025, 2026))), draw(st.sampled_from(("Dinas", "Badan", ""))), "", checked,
        tuple(found), draw(st.sampled_from(((), (Field("A", "Satu", "1", "Input"),)))),
        visit=draw(days), source=draw(st.sampled_from(("a.json", "b.json"))), older=draw(st.sampled_from(("", "1.1"))),
    )  # fmt: skip
