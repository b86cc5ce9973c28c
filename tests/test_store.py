"""The cache by itself: what it knows, what it forgets, and that no trouble with it ever stops a run."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from scans import text_pdf

from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import walk
from evidence_check.model.files import INSIDE, Content, File, Finding, Level, Page, ReadAs, Unreadable
from evidence_check.pipeline import contents_of
from evidence_check.store import keeper, place
from evidence_check.store.cache import Cache, Keeping, keep
from evidence_check.store.database import connect
from evidence_check.store.results import Inside

LATER = 4e9
SECRET = "Nama Rahasia Sekali"
opened: list[str] = []
watching = threading.Event()


def note(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and watching.is_set():
        opened.append(str(args[0]))


sys.addaudithook(note)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note every file that is opened by this process."""
    opened.clear()
    watching.set()
    try:
        yield opened
    finally:
        watching.clear()


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "cache" / place.FILE, "settings", patience=0.2)


def cache_of(keeping: Keeping, now: float = LATER) -> Cache:
    return Cache(keeping, clock=lambda: now)


def content(path: str = "a.pdf", text: str = SECRET, sha: str = "a") -> Content:
    return Content(File(path, 9, sha * 64, "pdf"), (Page(1, text, ReadAs.TEXT),))


def folder_in(tmp_path: Path, count: int = 3) -> Path:
    root = tmp_path / "kantor"
    (root / "IN-01").mkdir(parents=True)
    for number in range(count):
        (root / "IN-01" / f"{number}.txt").write_text(f"surat {number}", "utf-8")
    return root


def test_what_was_kept_is_known_to_the_next_run(keeping: Keeping) -> None:
    with closing(cache_of(keeping)) as cache:
        cache.keep_result(content())
    with closing(cache_of(keeping)) as cache:
        assert cache.result(content().file) == content()
        assert cache.results([content().file, content(sha="b").file]) == [content(), None]
        assert cache.held() == 1


def test_a_renamed_file_is_known_unless_its_ending_says_something_else(keeping: Keeping) -> None:
    with closing(cache_of(keeping)) as cache:
        cache.keep_result(content())
        moved = cache.result(replace(content().file, path="lain/b.PDF"))
        assert moved is not None and moved.file.path == "lain/b.PDF"
        assert cache.result(replace(content().file, path="b.docx")) is None


def test_other_settings_read_anew(keeping: Keeping) -> None:
    with closing(cache_of(keeping)) as cache:
        cache.keep_result(content())
    with closing(cache_of(replace(keeping, settings="other"))) as cache:
        assert cache.result(content().file) is None


def test_what_may_pass_is_not_kept(keeping: Keeping) -> None:
    late = Unreadable(content().file, Finding("EC105", Level.ERROR))
    with closing(cache_of(keeping)) as cache:
        cache.keep_result(late)
        assert cache.result(late.file) is None
        cache.keep_result(Unreadable(late.file, Finding("EC101", Level.ERROR)))
        assert cache.result(late.file) is not None


def test_a_second_walk_opens_no_file(keeping: Keeping, tmp_path: Path) -> None:
    root = folder_in(tmp_path)
    cache = cache_of(keeping)
    first = walk(root, memory=cache)
    with watched() as names:
        assert walk(root, memory=cache) == first
    assert [name for name in names if name.startswith(str(root / "IN-01") + os.sep)] == []
    with watched() as names:
        assert walk(root) == first
    assert len([name for name in names if name.endswith(".txt")]) == 3
    cache.close()


def test_verify_opens_every_file(keeping: Keeping, tmp_path: Path) -> None:
    root = folder_in(tmp_path)
    with closing(cache_of(keeping)) as cache:
        walk(root, memory=cache)
    with closing(cache_of(replace(keeping, verify=True))) as cache, watched() as names:
        walk(root, memory=cache)
    assert len([name for name in names if name.endswith(".txt")]) == 3


@pytest.mark.skipif(os.name == "nt", reason="the time of the last change cannot be told there")
def test_a_change_of_same_size_and_same_time_is_seen(keeping: Keeping, tmp_path: Path) -> None:
    root = folder_in(tmp_path)
    cache = cache_of(keeping)
    path = root / "IN-01" / "1.txt"
    before, times = walk(root, memory=cache), path.stat()
    path.write_text("surat 7", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = walk(root, memory=cache)
    assert [a.path for a, b in zip(after.files, before.files, strict=True) if a != b] == ["IN-01/1.txt"]
    cache.close()


def test_a_file_changed_a_moment_ago_is_looked_at_again(keeping: Keeping, tmp_path: Path) -> None:
    root = folder_in(tmp_path, 1)
    changed = (root / "IN-01" / "0.txt").stat().st_mtime
    with closing(cache_of(keeping, changed + 0.01)) as cache:
        walk(root, memory=cache)
        with watched() as names:
            walk(root, memory=cache)
    assert any(name.endswith("0.txt") for name in names)


def test_a_name_that_is_no_text_is_remembered(keeping: Keeping, tmp_path: Path) -> None:
    root = folder_in(tmp_path, 0)
    try:
        (root / os.fsdecode(b"surat-\xff.txt")).write_text("x", "utf-8")
    except OSError:
        pytest.skip("this disk takes only names that are text")
    with closing(cache_of(keeping)) as cache:
        first = walk(root, memory=cache)
        assert walk(root, memory=cache) == first and not cache.trouble


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_only_the_owner_may_look_into_it(keeping: Keeping) -> None:
    cache = cache_of(keeping)
    cache.keep_result(content())
    assert stat.S_IMODE(keeping.file.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.pieces(keeping.file)} == {0o600}
    cache.close()


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_a_folder_that_was_there_keeps_its_mode_but_the_file_is_closed(keeping: Keeping) -> None:
    keeping.file.parent.mkdir(mode=0o755)
    keeping.file.touch(0o644)
    cache_of(keeping).close()
    assert stat.S_IMODE(keeping.file.parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(keeping.file.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_the_cache_is_not_followed(keeping: Keeping, tmp_path: Path) -> None:
    keeping.file.parent.mkdir()
    keeping.file.symlink_to(tmp_path / "elsewhere")
    assert cache_of(keeping).trouble == "unusable"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("harm", ["garbage", "cut", "other tables", "no tables"])
def test_a_damaged_cache_is_set_aside_and_a_new_one_begun(keeping: Keeping, harm: str) -> None:
    with closing(cache_of(keeping)) as cache:
        for number in range(50):
            cache.keep_result(content(sha=f"{number % 10}", path=f"{number}.pdf", text=SECRET * 100))
    damage(keeping.file, harm)
    with closing(cache_of(keeping)) as cache:
        assert cache.mended and not cache.trouble
        cache.keep_result(content())
        assert cache.result(content().file) == content()
    assert Path(f"{keeping.file}{place.ASIDE}1").is_file()


def damage(file: Path, how: str) -> None:
    if how == "garbage":
        file.write_bytes(b"not a database " * 100)
    elif how == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        file.unlink()
        with closing(sqlite3.connect(file)) as link:
            link.execute("CREATE TABLE entry (x)" if how == "other tables" else "PRAGMA user_version = 1")
            link.execute("PRAGMA user_version = 1")


def test_damage_in_the_middle_ends_the_keeping_or_is_read_anew_but_is_never_believed(keeping: Keeping) -> None:
    texts = {sha: f"{SECRET} {sha} " * 400 for sha in "0123456789"}
    with closing(cache_of(keeping)) as cache:
        for sha, text in texts.items():
            cache.keep_result(content(sha=sha, text=text))
    data = bytearray(keeping.file.read_bytes())
    for at in range(5000, len(data), 997):
        data[at] ^= 0x55
    keeping.file.write_bytes(bytes(data))
    with closing(cache_of(keeping)) as cache:
        for sha, text in texts.items():
            assert cache.result(content(sha=sha).file) in (None, content(sha=sha, text=text))


def test_a_value_that_was_tampered_with_is_forgotten(keeping: Keeping) -> None:
    with closing(cache_of(keeping)) as cache:
        cache.keep_result(content())
        with closing(connect(keeping.file)) as link:
            link.execute("UPDATE entry SET value = 'text'")
        assert cache.result(content().file) is None
        assert cache.held() == 0 and not cache.trouble


def test_a_locked_cache_is_done_without(keeping: Keeping) -> None:
    cache_of(keeping).close()
    with closing(connect(keeping.file)) as link:
        link.execute("BEGIN IMMEDIATE")
        cache = cache_of(keeping)
        cache.keep_result(content())
        assert cache.trouble == "locked"
        cache.keep_result(content(sha="b"))
        assert cache.result(content().file) is None and cache.held() == 0
        cache.close()


def test_a_run_in_a_process_of_its_own_says_what_trouble_it_had(keeping: Keeping) -> None:
    assert keep(keeping, content()) == ""
    with closing(connect(keeping.file)) as link:
        link.execute("BEGIN IMMEDIATE")
        assert keep(keeping, content(sha="b")) == "locked"
    assert keep(keeping, content(sha="b")) == "locked"  # that process does not try again and again


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    cache = cache_of(Keeping(tmp_path / "file" / place.FILE))
    assert cache.trouble in ("unusable", "full")
    cache.keep_result(content())
    cache.close()


def test_what_was_used_least_goes_first_when_there_is_no_room(keeping: Keeping) -> None:
    small = replace(keeping, limit=600_000)
    day = 86_400
    noise = os.urandom(15_000).hex()
    with closing(cache_of(small, LATER)) as cache:
        cache.keep_result(content(sha="a"))
    with closing(cache_of(small, LATER + day)) as cache:
        cache.keep_result(content(sha="b"))
    with closing(cache_of(small, LATER + 3 * day)) as cache:
        assert cache.result(content(sha="a").file)
    with closing(cache_of(small, LATER + 4 * day)) as cache:
        for number in range(200):
            cache.keep_result(content(path=f"{number}", text=f"{number} {noise}", sha=f"{number:064x}"))
            assert sum(path.stat().st_size for path in place.pieces(small.file)) < 8 * small.limit
        assert cache.result(content(sha="b").file) is None
        assert not cache.trouble
    assert small.file.stat().st_size <= small.limit * 1.1


def test_one_result_too_large_is_not_kept(keeping: Keeping) -> None:
    with closing(cache_of(replace(keeping, limit=200_000))) as cache:
        cache.keep_result(content(text=os.urandom(100_000).hex()))
        assert cache.result(content().file) is None and not cache.trouble


def test_an_archive_whose_files_were_all_read_stays_shut(keeping: Keeping, tmp_path: Path) -> None:
    inner, outer = tmp_path / "dalam.zip", tmp_path / "bundel.zip"
    text_pdf(tmp_path / "sk.pdf")
    with zipfile.ZipFile(inner, "w") as box:
        box.write(tmp_path / "sk.pdf", "surat/sk.pdf")
    with zipfile.ZipFile(outer, "w") as box:
        box.write(inner, "dalam.zip")
        box.writestr("kosong.pdf", b"")

    def read() -> object:
        with closing(cache_of(keeping)) as cache:
            return contents_of([outer], ReadSettings(), Serial(), 0, None, cache)

    bare = contents_of([outer], ReadSettings(), Serial(), 0)
    assert [each.file.path for each in bare[0]] == [f"bundel.zip{INSIDE}dalam.zip{INSIDE}surat/sk.pdf"]
    assert read() == bare
    with watched() as names:
        assert read() == bare
    assert [name for name in names if name.endswith(".zip") or os.sep in name.partition("evidence-check-")[2]] == []
    with closing(connect(keeping.file)) as link:
        link.execute("DELETE FROM entry WHERE what = 'result'")
    assert read() == bare


def test_clear_forgets_a_folder_and_what_lies_in_its_archives(keeping: Keeping, tmp_path: Path) -> None:
    root, other = folder_in(tmp_path), tmp_path / "kantor-2"
    other.mkdir()
    (other / "x.txt").write_text("lain", "utf-8")
    with closing(cache_of(keeping)) as cache:
        files = [*walk(root, memory=cache).files, *walk(other, memory=cache).files]
        for file in files:
            cache.keep_result(Content(file, (Page(1, SECRET, ReadAs.TEXT),)))
        member = content(path=f"{files[0].path}{INSIDE}m.pdf", sha="e")
        cache.keep_inside(Inside((member.file,)), files[0])
        cache.keep_result(member)
    assert keeper.info(keeping.file).files == 5
    assert keeper.clear(keeping.file, root) == 4
    with closing(cache_of(keeping)) as cache:
        assert [cache.result(file) is not None for file in files] == [False, False, False, True]
        assert cache.result(member.file) is None


def test_what_was_cleared_is_gone_from_the_disk(keeping: Keeping, tmp_path: Path) -> None:
    with closing(cache_of(keeping)) as cache:
        for number in range(20):
            cache.keep_result(content(sha=f"{number % 10}", path=f"{number}.pdf"))
    name = f"{1:064d}".replace("0", "1").encode()
    assert any(name in path.read_bytes() for path in place.pieces(keeping.file))
    assert keeper.clear(keeping.file) == 10
    assert not any(name in path.read_bytes() for path in place.pieces(keeping.file))
    assert keeper.info(keeping.file).entries == 0


def test_remove_takes_everything_with_it_and_nothing_else(keeping: Keeping) -> None:
    cache_of(keeping).close()
    beside = keeping.file.parent / "mine.txt"
    beside.write_text("stays", "utf-8")
    place.set_aside(keeping.file)
    cache_of(keeping).close()
    assert keeper.info(keeping.file).aside == 1
    assert place.remove(keeping.file) > 0
    assert list(keeping.file.parent.iterdir()) == [beside]
    assert keeper.info(keeping.file) == keeper.Held()
    assert keeper.clear(keeping.file) == 0
