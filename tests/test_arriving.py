"""A share read while it arrives: what is remembered is not fetched, what fails is tried again and named."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from papers import CATALOGUE
from reads import SETTINGS, WITHOUT_OCR, needs_tesseract
from scans import SK, text_pdf
from test_read_on import checklist_of, long_scan, numbered

from evidence_check import pipeline
from evidence_check.arriving import RemoteFolder
from evidence_check.executors.processes import Processes
from evidence_check.executors.serial import Serial
from evidence_check.model.asked import Office
from evidence_check.model.files import Content, Unreadable
from evidence_check.model.outcome import Status
from evidence_check.model.yardsticks import Yardsticks
from evidence_check.shares.address import Address
from evidence_check.shares.bringing import Bringer, Room
from evidence_check.shares.faults import InUseError
from evidence_check.shares.tree import Tree
from evidence_check.sources import LocalFolder
from evidence_check.store.cache import Cache, Keeping

Found = dict[str, Content | Unreadable]


class Counting(Bringer):
    """A real one that remembers what it was asked for."""

    def bring(self, entries: object) -> Iterator[object]:  # type: ignore[override]
        asked = list(entries)  # type: ignore[call-overload]
        ASKED.extend(each.path for each in asked)
        return super().bring(asked)


ASKED: list[str] = []


def remote(root: Path, **how: object) -> RemoteFolder:
    """Return a folder of this machine as if it were far away: the same walk, the same threads."""
    ASKED.clear()
    share = Tree(Address("file", str(root)), 20.0)
    return RemoteFolder(share, lambda tree, spool: Counting(tree, spool, **how))  # type: ignore[arg-type]


def read(source: RemoteFolder | LocalFolder, cache: Cache | None = None) -> Found:
    found = list(source.collect(WITHOUT_OCR, Serial(), 0.0, None, cache))
    assert len(found) == len({each.file.path for each in found})
    return {each.file.path: each for each in found}


def codes(found: Found) -> dict[str, str]:
    return {path: each.reason.code for path, each in sorted(found.items()) if isinstance(each, Unreadable)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor"
    folder.mkdir()
    data = text_pdf(tmp_path / "satu.pdf", (SK,)).read_bytes()
    for number in range(6):
        (folder / f"sk-{number}.pdf").write_bytes(data + b"\n%" + str(number).encode())
        age(folder / f"sk-{number}.pdf")
    return folder


def age(path: Path) -> None:
    day = time.time() - 86_400
    os.utime(path, (day, day))


class Yesterday(Tree):
    """A share whose files are all of yesterday, as far as it can tell."""

    def __init__(self, place: Address, seconds: float = 20.0, clock: Callable[[], float] = time.time) -> None:
        super().__init__(place, seconds, lambda: clock() + 86_400)


def kept(tmp_path: Path) -> Cache:
    return Cache(Keeping(tmp_path / "simpanan" / "cache.sqlite"))


def test_what_is_remembered_is_not_fetched(root: Path, tmp_path: Path) -> None:
    share = Yesterday(Address("file", str(root)))
    cache = kept(tmp_path)
    source = RemoteFolder(share, Counting)
    ASKED.clear()
    first = read(source, cache)
    assert len(ASKED) == len(first) == 6
    (root / "sk-3.pdf").write_bytes((root / "sk-4.pdf").read_bytes()[:-1] + b"x")
    (root / "sk-9.pdf").write_bytes((root / "sk-1.pdf").read_bytes())
    (root / "sk-0.pdf").unlink()
    ASKED.clear()
    second = read(RemoteFolder(share, Counting), cache)
    assert sorted(ASKED) == ["sk-3.pdf", "sk-9.pdf"]
    assert second == read(LocalFolder(root))
    cache.close()


def test_a_file_of_just_now_is_fetched_again_since_it_may_change_unseen(root: Path, tmp_path: Path) -> None:
    cache = kept(tmp_path)
    (root / "sk-3.pdf").write_bytes((root / "sk-3.pdf").read_bytes() + b"%")
    for asked in (6, 6):  # the time of a change of its name or rights counts too, and all of these are new
        read(remote(root), cache)
        assert len(ASKED) == asked
    cache.close()


def test_other_workers_read_while_more_arrives(root: Path) -> None:
    found = list(remote(root, room=Room(files=2)).collect(WITHOUT_OCR, Processes(2), 60.0, None))
    assert {each.file.path: each for each in found} == read(LocalFolder(root))


@pytest.mark.parametrize("size", [1, 10_000])
def test_no_more_lies_here_than_there_is_room_for(root: Path, tmp_path: Path, size: int) -> None:
    spool = tmp_path / "sementara"
    spool.mkdir()
    entries = list(Tree(Address("file", str(root))).entries())
    bringer = Bringer(Tree(Address("file", str(root))), spool, room=Room(size, 3))
    most = max(1, min(3, size // entries[0].size))
    for brought in bringer.bring(entries):
        assert 1 <= len(list(spool.iterdir())) <= most
        assert (spool.stat().st_mode & 0o77, os.stat(brought.path).st_mode & 0o77) in ((0, 0), (0o55, 0))
        os.unlink(brought.path)


def meddling(root: Path, meddle: Callable[[int], object], times: int = 2) -> tuple[Found, int]:
    """Read a folder where something happens after the listing, and again at each pause; return what came of it."""
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        meddle(len(pauses))

    class Late(Bringer):
        def bring(self, entries: object) -> Iterator[object]:  # type: ignore[override]
            asked = list(entries)  # type: ignore[call-overload]
            meddle(0)
            return super().bring(asked)

    share = Tree(Address("file", str(root)))
    growing = tuple(float(each + 1) for each in range(times))
    found = read(RemoteFolder(share, lambda tree, spool: Late(tree, spool, pauses=growing, sleep=sleep)))
    return found, len(pauses)


def test_a_file_that_is_still_being_copied_is_waited_for(root: Path) -> None:
    whole = (root / "sk-1.pdf").read_bytes()
    (root / "sk-1.pdf").write_bytes(whole[:100])
    found, pauses = meddling(root, lambda count: (root / "sk-1.pdf").write_bytes(whole[: 200 if count < 1 else None]))
    assert codes(found) == {} and pauses == 1
    assert found == read(LocalFolder(root))


class Restless(Tree):
    """A share where somebody goes on writing one file, before it is fetched or after."""

    before: Callable[[], object] = staticmethod(lambda: None)
    after: Callable[[], object] = staticmethod(lambda: None)

    def fetch(self, path: str, target: Path) -> None:
        if path == "sk-1.pdf":
            type(self).before()
        super().fetch(path, target)
        if path == "sk-1.pdf":
            type(self).after()


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_file_that_never_stops_changing_is_named(root: Path, when: str) -> None:
    pauses: list[float] = []
    size = (root / "sk-1.pdf").stat().st_size
    changes = {
        "before": lambda: (root / "sk-1.pdf").write_bytes(b"%" * (size + 1 + len(pauses))),
        "after": lambda: (root / "sk-1.pdf").write_bytes(str(len(pauses)).encode() * size),
    }

    class Writing(Restless):
        pass

    setattr(Writing, when, staticmethod(changes[when]))
    share = Writing(Address("file", str(root)))
    found = read(RemoteFolder(share, lambda tree, spool: Bringer(tree, spool, pauses=(1.0, 2.0), sleep=pauses.append)))
    assert codes(found) == {"sk-1.pdf": "EC141"} and pauses == [1.0, 2.0]


def test_a_file_that_vanishes_is_named_and_one_that_comes_back_is_read(root: Path) -> None:
    data = (root / "sk-2.pdf").read_bytes()

    def meddle(count: int) -> None:
        (root / "sk-1.pdf").unlink(missing_ok=True)
        (root / "sk-2.pdf").unlink() if count == 0 else (root / "sk-2.pdf").write_bytes(data)

    found, _ = meddling(root, meddle)
    assert codes(found) == {"sk-1.pdf": "EC115"} and len(found) == 6


def test_a_folder_that_is_gone_ends_the_run_in_plain_words(tmp_path: Path) -> None:
    from evidence_check.errors import FolderError

    with pytest.raises(FolderError):
        read(remote(tmp_path / "tidak-ada"))


@pytest.mark.parametrize(
    ("path", "error", "code", "status"),
    [
        ("sk-1.pdf", InUseError(), "EC140", Status.MISSING),
        ("maklumat pelayanan.pdf", InUseError(), "EC140", Status.UNSURE),
        ("sk-1.pdf", ConnectionError(), "EC143", Status.UNSURE),
        ("sk-1.pdf", TimeoutError(), "EC142", Status.UNSURE),
    ],
)
def test_nothing_is_missing_that_may_lie_out_of_reach(
    root: Path, path: str, error: OSError, code: str, status: Status
) -> None:
    (root / "maklumat pelayanan.pdf").write_bytes((root / "sk-2.pdf").read_bytes())

    class Failing(Tree):
        def fetch(self, wanted: str, target: Path) -> None:
            if wanted == path:
                raise error
            super().fetch(wanted, target)

    share = Failing(Address("file", str(root)))
    source = RemoteFolder(share, lambda tree, spool: Bringer(tree, spool, pauses=(0.0,)))
    how = (Yardsticks(), Office("Dinas Sosial"), 2026, WITHOUT_OCR, Serial(), 0.0)
    readiness = pipeline.check(source, checklist_of("maklumat"), CATALOGUE, *how)
    assert [(each.file.path, each.reason.code) for each in readiness.unreadable] == [(path, code)]
    assert readiness.verdicts[0].status is status


@needs_tesseract
def test_long_scans_are_read_on_as_from_this_machine(tmp_path: Path) -> None:
    root = tmp_path / "kantor"
    root.mkdir()
    long_scan(root / "bundel.pdf", numbered(13, p7=SK))
    results = []
    for source in (LocalFolder(root), remote(root)):
        how = (Yardsticks(), Office("Dinas Sosial"), 2026, SETTINGS, Serial(), 0.0)
        results.append(pipeline.check(source, checklist_of("sk_standar_pelayanan"), CATALOGUE, *how))
    assert results[0] == results[1]
    assert ASKED == ["bundel.pdf", "bundel.pdf"] and not results[1].contents[0].is_front


def test_an_entry_with_a_fault_is_told_and_not_fetched(root: Path) -> None:
    (root / "~$kunci.docx").write_bytes(b"x")
    (root / "kosong.pdf").write_bytes(b"")
    found = read(remote(root))
    assert codes(found) == {"kosong.pdf": "EC103", "~$kunci.docx": "EC114"}
    assert not {"kosong.pdf", "~$kunci.docx"} & set(ASKED)
