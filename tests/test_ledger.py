"""The store of results on both databases: what is kept comes back, views agree, writers share, deaths lose nothing."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgres import needs_postgres, server
from sqlalchemy import create_engine, text

from evidence_check.errors import EvidenceCheckError, LedgerError, UsageError
from evidence_check.ledger import database, exporting, tables
from evidence_check.ledger.ledger import Ledger

NOW = datetime(2026, 7, 20, 3, 0, tzinfo=UTC)
TESTS = Path(__file__).parent


class Clock:
    """A clock that goes on by a second with every look at it, and further when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        with server(Path(folder) / "pg") as url:
            yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "hasil.sqlite3")
    found: str = request.getfixturevalue("postgres")
    empty(found)
    return found


def empty(url: str) -> None:
    """Throw away what a test before this one left."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as link:
        link.execute(text("DROP SCHEMA public CASCADE"))
        link.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    opened = Ledger.open(url, clock=Clock())
    yield opened
    opened.close()


def rows_of(ledger: Ledger, asked: str) -> list[dict[str, Any]]:
    with database.reading(ledger.engine) as link:
        return [dict(row._mapping) for row in link.execute(text(asked))]


# ------------------------------------------------------------ what is kept


def test_what_is_kept_comes_back(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    assert ledger.keep(run, "/bukti/dinas", "s1", results.text())
    assert json.loads(ledger.known("/bukti/dinas", "s1") or "") == results.document()
    assert (ledger.last_state("/bukti/dinas"), ledger.known("/bukti/dinas", "s2")) == ("s1", None)
    assert (ledger.last_state("/bukti/lain"), ledger.known("/bukti/lain", "")) == ("", None)


def test_the_same_state_is_kept_once_and_the_last_seen_counts(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    for state, new in (("s1", True), ("s1", False), ("s2", True), ("s1", False)):
        assert ledger.keep(run, "/bukti/dinas", state, results.text(office=state)) is new
    assert ledger.last_state("/bukti/dinas") == "s1"
    assert [row["state"] for row in ledger.history("/bukti/dinas")] == ["s2", "s1"]


def test_a_result_that_may_not_last_is_kept_every_time_and_never_known(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    assert ledger.keep(run, "/bukti/dinas", "", results.text())
    assert ledger.keep(run, "/bukti/dinas", "", results.text())
    assert len(list(ledger.history("/bukti/dinas"))) == 2 and ledger.last_state("/bukti/dinas") == ""


def test_an_earlier_day_is_told_apart_from_today(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    ledger.keep(run, "/bukti/dinas", "s1", results.text(day="2026-07-01"))
    ledger.keep(run, "/bukti/dinas", "s2", results.text(day="2026-07-08"))
    told = ledger.earlier("/bukti/dinas", date(2026, 7, 8))
    assert told is not None and json.loads(told)["checked_at"].startswith("2026-07-01")
    assert ledger.earlier("/bukti/dinas", date(2026, 7, 1)) is None


def test_the_latest_of_every_office_below_a_root_comes_sorted(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    for told in ("/bukti/b 1", "/bukti/a 1", "/bukti/b 2", "/bukti%/c 1", "/bukti_/d 1"):
        ledger.keep(run, *told.split(), results.text(office=told))
    found = [(place, json.loads(told)["office"]) for place, told in ledger.documents("/bukti")]
    assert found == [("/bukti/a", "/bukti/a 1"), ("/bukti/b", "/bukti/b 2")]


KEPT = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "1", "2"]), results.documents), max_size=6)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEPT)
def test_views_say_what_the_documents_say(ledger: Ledger, kept: list[tuple[str, str, dict[str, Any]]]) -> None:
    root = f"/{time.monotonic_ns()}"
    run = ledger.begin(root)
    latest: dict[tuple[str, int], dict[str, Any]] = {}
    seen: dict[tuple[str, int, str], dict[str, Any]] = {}
    for office, state, told in kept:
        ledger.keep(run, f"{root}/{office}", state, json.dumps(told))
        year = told["checklist"]["year"]
        first = seen.setdefault((office, year, state), told) if state else told
        latest[office, year] = first
    mine = f"place LIKE '{root}/%'"
    found = rows_of(ledger, f"SELECT * FROM latest_checks WHERE {mine}")
    checks = {(row["place"][-1], row["year"]): row for row in found}
    assert {key: row["required"] for key, row in checks.items()} == {
        key: told["tally"]["required"] for key, told in latest.items()
    }
    unread = Counter(row["place"][-1] for row in rows_of(ledger, f"SELECT * FROM unread_files WHERE {mine}"))
    wanted = Counter({office: 0 for office, _ in latest})
    for (office, _), told in latest.items():
        wanted[office] += len(told["files"])
    assert +unread == +wanted
    open_now = Counter(
        verdict["requirement"]
        for told in latest.values()
        for verdict in told["verdicts"]
        if verdict["status"] in results.OPEN and not (verdict["optional"] and verdict["status"] == "missing")
    )
    last = {(row["place"], row["year"], row["kept"]) for row in found}
    history = rows_of(ledger, f"SELECT * FROM verdict_history WHERE {mine} AND open")
    told_open = Counter(row["requirement"] for row in history if (row["place"], row["year"], row["kept"]) in last)
    assert told_open == open_now


def test_common_gaps_and_the_burn_down_count_the_latest(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    for office in "ab":
        ledger.keep(run, f"/bukti/{office}", "1", results.text(statuses=("missing", "missing"), day="2026-07-01"))
        ledger.keep(run, f"/bukti/{office}", "2", results.text(statuses=("met", "missing"), day="2026-07-08"))
    ledger.keep(run, "/bukti/a", "3", results.text(statuses=("met", "met"), day="2026-07-08"))
    gaps = rows_of(ledger, "SELECT requirement, offices FROM common_gaps")
    assert gaps == [{"requirement": "PR-01.1", "offices": 1}]
    burnt = rows_of(ledger, "SELECT place, day, gaps FROM burn_down ORDER BY place, day")
    assert [(row["place"], row["gaps"]) for row in burnt] == [
        ("/bukti/a", 2), ("/bukti/a", 0), ("/bukti/b", 2), ("/bukti/b", 1)
    ]  # fmt: skip


def test_findings_decisions_and_files_are_rows(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    told = results.text(statuses=("partial", "met"), lost=["a\0b.pdf", "\udcff.pdf"], decided=[1])
    ledger.keep(run, "/bukti/dinas", "1", told)
    assert [row["code"] for row in rows_of(ledger, "SELECT code FROM findings")] == ["EC302"]
    (decision,) = rows_of(ledger, "SELECT requirement, decided_by, standing FROM decisions")
    assert decision == {"requirement": "PR-01.1", "decided_by": "Wening", "standing": "holds"}
    assert [row["file"] for row in rows_of(ledger, "SELECT file FROM unread ORDER BY number")] == [
        "a\ufffdb.pdf", "\\udcff.pdf"
    ]  # fmt: skip


def test_everything_is_handed_on_as_parquet(ledger: Ledger, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    run = ledger.begin("/bukti")
    for number in range(3):
        ledger.keep(run, f"/bukti/{number}", "1", results.text(statuses=("met", "missing"), lost=["x.pdf"]))
    with database.reading(ledger.engine) as link:
        written = exporting.export(link, tmp_path / "keluar")
    found = {path.stem: pq.read_table(path) for path in written}
    assert set(found) == {*tables.METADATA.tables, *tables.VIEWS}
    for name, table in found.items():
        rows = rows_of(ledger, f"SELECT * FROM {name}")
        assert sorted(map(repr, table.to_pylist())) == sorted(repr(told(row, table.schema)) for row in rows), name
    assert {path.name for path in (tmp_path / "keluar").iterdir()} == {path.name for path in written}


def told(row: dict[str, Any], schema: Any) -> dict[str, Any]:
    """Return a row as Parquet tells it: SQLite has no kind for yes and no."""
    return {key: bool(value) if str(schema.field(key).type) == "bool" else value for key, value in row.items()}


def test_an_office_is_found_by_its_name_or_folder(ledger: Ledger) -> None:
    run = ledger.begin("/bukti")
    ledger.keep(run, "/bukti/dinas-sosial", "1", results.text(office="Dinas Sosial"))
    for name in ("Dinas Sosial", "dinas-sosial", "/bukti/dinas-sosial"):
        assert ledger.places(name) == ["/bukti/dinas-sosial"]
    assert ledger.places("sosial") == []
    assert ledger.counts() == {"runs": 1, "offices": 1, "checks": 1, "claims": 0}


# ------------------------------------------------------------ who has what in hand


def test_an_office_is_in_one_hand_until_it_is_let_go(ledger: Ledger) -> None:
    one, two = ledger.begin("/bukti"), ledger.begin("/bukti")
    assert ledger.claim(one, "/bukti/a", 60) and ledger.claim(one, "/bukti/a", 60)
    assert not ledger.claim(two, "/bukti/a", 60)
    ledger.release(two, "/bukti/a")
    assert not ledger.claim(two, "/bukti/a", 60)
    ledger.release(one, "/bukti/a")
    assert ledger.claim(two, "/bukti/a", 60)
    ledger.end(two, "done")
    assert ledger.claim(one, "/bukti/a", 60)


def test_what_a_dead_run_had_is_taken_over_after_its_time(url: str) -> None:
    clock = Clock()
    ledger = Ledger.open(url, clock=clock)
    one, two = ledger.begin("/bukti"), ledger.begin("/bukti")
    ledger.claim(one, "/bukti/a", 60)
    clock.now += timedelta(seconds=40)
    assert ledger.renew(one, "/bukti/a", 60) and not ledger.claim(two, "/bukti/a", 60)
    clock.now += timedelta(seconds=61)
    assert ledger.claim(two, "/bukti/a", 60)
    assert not ledger.renew(one, "/bukti/a", 60)
    ledger.close()


def test_of_many_that_reach_for_an_office_one_gets_it(ledger: Ledger) -> None:
    runs = [ledger.begin("/bukti") for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(lambda run: ledger.claim(run, "/bukti/a", 60), runs))
    assert got.count(True) == 1


# ------------------------------------------------------------ many writers, and one that is killed

WRITER = """
import sys
from datetime import datetime
sys.path.insert(0, {tests!r})
import results
from evidence_check.ledger.ledger import Ledger
ledger = Ledger.open({url!r}, clock=lambda: datetime.now().astimezone())
run = ledger.begin("/bukti")
for number in range({count}):
    ledger.claim(run, f"/bukti/{name}{{number}}", 60)
    ledger.keep(run, f"/bukti/{name}{{number}}", "s", results.text(lost=["x.pdf"]))
    ledger.keep(run, "/bukti/sama", f"s{{number}}", results.text())
    print(number, flush=True)
ledger.end(run, "done")
"""


def writer(url: str, name: str, count: int) -> subprocess.Popen[str]:
    code = WRITER.format(tests=str(TESTS), url=url, name=name, count=count)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_of_two_writers_one_is_killed_and_nothing_is_lost_or_doubled(url: str) -> None:
    # Both open a database that is not there yet.
    killed, other = writer(url, "a", 100_000), writer(url, "b", 40)
    assert killed.stdout is not None
    said = [int(killed.stdout.readline()) for _ in range(15)]
    killed.send_signal(signal.SIGKILL)
    said += [int(line) for line in killed.stdout if line.strip().isdigit()]
    assert other.wait(120) == 0 and killed.wait() == -signal.SIGKILL
    ledger = Ledger.open(url, clock=Clock())
    kept = Counter(row["place"] for row in rows_of(ledger, "SELECT place FROM latest_checks"))
    assert set(kept.values()) == {1}
    assert {f"/bukti/a{number}" for number in said} <= set(kept)
    assert {f"/bukti/b{number}" for number in range(40)} <= set(kept)
    doubled = rows_of(ledger, "SELECT state FROM checks GROUP BY office_id, state HAVING count(*) > 1")
    broken = rows_of(ledger, "SELECT id FROM checks WHERE id NOT IN (SELECT check_id FROM verdicts)")
    assert (doubled, broken) == ([], [])
    ledger.close()


# ------------------------------------------------------------ the schema


def test_the_tables_are_those_of_the_migrations(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with ledger.engine.connect() as link:
        assert compare_metadata(MigrationContext.configure(link), tables.METADATA) == []
        for name in tables.VIEWS:
            link.execute(text(f"SELECT * FROM {name}"))


def test_every_earlier_schema_is_brought_ahead_with_what_it_holds(url: str) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    with database.writing(database.engine_at(url)) as link:
        revisions = list(ScriptDirectory.from_config(database.configuration(link)).walk_revisions())
    assert revisions[0].revision == database.HEAD and [each.down_revision for each in revisions][-1] is None
    for revision in reversed(revisions):
        path = url if url.startswith("postgresql") else f"{url}-{revision.revision}"
        if path == url:
            empty(url)
        engine = create_engine(path.replace("postgresql:", "postgresql+psycopg:") if path == url else f"sqlite:///{path}")
        with engine.begin() as link:
            command.upgrade(database.configuration(link), revision.revision)
            told = "INSERT INTO runs (id, root, version, state, started) VALUES ('r', '/', '0', 'done', 'x')"
            link.execute(text(told))
        engine.dispose()
        ledger = Ledger.open(path, clock=Clock())
        assert [row["id"] for row in rows_of(ledger, "SELECT id FROM runs")] == ["r"]
        ledger.close()


def test_a_newer_schema_is_refused_and_left_alone(url: str) -> None:
    ledger = Ledger.open(url, clock=Clock())
    with database.writing(ledger.engine) as link:
        link.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    ledger.close()
    assert refused(lambda: Ledger.open(url, clock=Clock())) == "ledger_newer"


# ------------------------------------------------------------ what goes wrong


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(EvidenceCheckError) as caught:
        action()
    assert isinstance(caught.value, LedgerError | UsageError)
    assert "rahasia" not in str(caught.value.params)
    return caught.value.code


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://siti:rahasia@localhost/hasil", "ledger_password_in_url"),
        ("postgresql://siti@localhost/hasil?password=rahasia", "ledger_password_in_url"),
        ("mysql://localhost/hasil", "ledger_bad_url"),
        ("tidak ada://", "ledger_bad_url"),
        ("postgresql://siti@127.0.0.1:9/hasil", "ledger_unreachable"),
        ("/tidak/ada/sama/sekali\0/x", "ledger_unusable"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(url: str, code: str) -> None:
    assert refused(lambda: Ledger.open(url, clock=Clock())) == code


def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "hasil.sqlite3"
    file.write_bytes(b"bukan basis data " * 1000)
    assert refused(lambda: Ledger.open(str(file), clock=Clock())) == "ledger_damaged"
    assert file.read_bytes() == b"bukan basis data " * 1000


def test_a_file_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    file = tmp_path / "hasil.sqlite3"
    ledger = Ledger.open(str(file), clock=Clock())
    link = sqlite3.connect(file, isolation_level=None)
    link.execute("BEGIN IMMEDIATE")
    assert refused(lambda: ledger.begin("/bukti")) == "ledger_locked"
    link.execute("ROLLBACK")
    link.close()
    assert ledger.begin("/bukti")
    ledger.close()


def test_only_its_owner_may_open_the_file(tmp_path: Path) -> None:
    file = tmp_path / "dalam" / "hasil.sqlite3"
    Ledger.open(str(file), clock=Clock()).close()
    assert os.name == "nt" or (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
