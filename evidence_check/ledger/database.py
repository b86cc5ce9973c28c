"""The database under the ledger: opened, brought to the newest schema, and what is wrong with it told in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from evidence_check.errors import LedgerError, ToolMissingError, UsageError

FILE = "results-1.sqlite3"
PATIENCE = 30.0
"""Seconds to wait for another writer."""

HEAD = "0001"
"""The newest revision of the schema in `migrations/versions`."""

_LOCK = 7_310_246_551
"""A number of our own, so that two programs that open a new PostgreSQL database at once take turns."""


_OF_SQLITE = {
    5: "ledger_locked", 6: "ledger_locked", 10: "ledger_full", 13: "ledger_full",
    11: "ledger_damaged", 26: "ledger_damaged",
}  # fmt: skip


def engine_at(url: str) -> Engine:
    """Return the database of an address, a file of the user's own when it is empty; its schema is the newest.

    Raises `UsageError` for an address that makes no sense or holds a password, `ToolMissingError` when its driver is
    missing, `LedgerError` when it cannot be used.
    """
    place = _url(url)
    try:
        engine = _sqlite(place) if place.get_backend_name() == "sqlite" else create_engine(place, pool_pre_ping=True)
    except NoSuchModuleError as error:
        raise UsageError("ledger_bad_url", url=place.drivername) from error
    except ModuleNotFoundError as error:
        raise ToolMissingError("ledger_no_driver", name=error.name or place.drivername) from error
    try:
        with told(engine):
            _upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def shown(engine: Engine) -> str:
    """Return how a database is named to people: its file, or its address without a password."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return URL.create("postgresql", host=url.host, port=url.port, database=url.database).render_as_string()


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn what the database refuses into an error that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(_code_of(error), place=shown(engine), detail=_detail(error)) from error
    except (SQLAlchemyError, OSError) as error:
        raise LedgerError("ledger_unusable", place=shown(engine), detail=type(error).__name__) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that is kept as a whole or not at all."""
    with told(engine), engine.begin() as link:
        yield link


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that only reads, and keeps no writer waiting."""
    # Of SQLite a transaction would take the lock of a writer; PostgreSQL needs one to hand over few rows at a time.
    how: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"} if engine.dialect.name == "sqlite" else {}
    with told(engine), engine.connect().execution_options(**how) as link:
        yield link


def _url(url: str) -> URL:
    if not url:
        return URL.create("sqlite", database=str(default_file()))
    if "://" not in url:
        return URL.create("sqlite", database=os.path.abspath(url))
    try:
        place = make_url(url)
    except ArgumentError as error:
        raise UsageError("ledger_bad_url", url=url.partition("://")[0]) from error
    if place.password is not None or "password" in place.query:
        raise UsageError("ledger_password_in_url")
    name = place.get_backend_name()
    if name not in ("sqlite", "postgresql"):
        raise UsageError("ledger_bad_url", url=name)
    return place.set(drivername="postgresql+psycopg") if name == "postgresql" else place


def default_file() -> Path:
    """Return the file of this user's results on this platform; `EVIDENCE_CHECK_LEDGER` names another."""
    from platformdirs import user_data_path

    named = os.environ.get("EVIDENCE_CHECK_LEDGER", "")
    return Path(named) if named else user_data_path("evidence-check", appauthor=False) / FILE


def _sqlite(place: URL) -> Engine:
    file = Path(place.database or "")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise LedgerError("ledger_unusable", place=str(file), detail=detail) from error
    engine = create_engine(place, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _begin(link: Any, _: Any) -> None:
        link.isolation_level = None
        link.execute("PRAGMA journal_mode = WAL")
        link.execute("PRAGMA synchronous = FULL")
        link.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _at_once(link: Connection) -> None:
        # A transaction that begins by reading could not become one that writes beside another.
        if link.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
            link.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; a newer one is refused and left alone."""
    with engine.begin() as link:
        if engine.dialect.name == "postgresql":
            link.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        version = None
        if inspect(link).has_table("alembic_version"):
            version = link.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version == HEAD:
            return
        from alembic import command
        from alembic.script import ScriptDirectory

        config = configuration(link)
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if version is not None and version not in known:
            raise LedgerError("ledger_newer", place=shown(engine), detail=str(version))
        command.upgrade(config, "head")


def configuration(link: Connection) -> Any:
    """Return what Alembic needs to know, with the connection it shall work on."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = link
    return config


def _code_of(error: DBAPIError) -> str:
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        code = (getattr(origin, "sqlite_errorcode", 0) or 0) & 0xFF
        return _OF_SQLITE.get(code, "ledger_unusable")
    state = getattr(origin, "sqlstate", None) or ""
    if error.connection_invalidated or state.startswith(("08", "57P")) or not state:
        return "ledger_unreachable"
    if state.startswith("53"):
        return "ledger_full"
    return "ledger_refused" if state.startswith(("28", "42501", "3D")) else "ledger_unusable"


def _detail(error: DBAPIError) -> str:
    """Return the kind of failure only: the words of a driver may hold a user, an address or a value."""
    origin = error.orig
    return getattr(origin, "sqlite_errorname", None) or getattr(origin, "sqlstate", None) or type(origin).__name__
