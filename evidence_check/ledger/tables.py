"""The tables: runs, the offices they looked at, what each check said, and who has which office in hand.

Moments are texts in UTC that sort as they passed (`2026-08-12T03:04:05.678901Z`); days are those of where a check was
made. Nothing is in here that a masked report would not say. The views are described in `docs/ledger.md`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("root", Text, nullable=False),
    Column("version", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    Column("started", String(32), nullable=False),
    Column("ended", String(32)),
)

OFFICES = Table(
    "offices",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("place", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("region", Text, nullable=False),
)

CHECKS = Table(
    "checks",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("office_id", ForeignKey("offices.id"), nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("checklist", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("kept", String(32), nullable=False),
    Column("state", String(64), nullable=False),
    Column("required", Integer, nullable=False),
    Column("ready", Integer, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("gaps", Integer, nullable=False),
    Column("files", Integer, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("document", Text, nullable=False),
)
Index("ix_checks_office_id_kept", CHECKS.c.office_id, CHECKS.c.kept)
# A check of one state is kept once, however often it is made; a result that may not last has no state.
Index("ix_checks_once", CHECKS.c.office_id, CHECKS.c.checklist, CHECKS.c.year, CHECKS.c.state, unique=True,
      sqlite_where=CHECKS.c.state != "", postgresql_where=CHECKS.c.state != "")  # fmt: skip

VERDICTS = Table(
    "verdicts",
    METADATA,
    Column("check_id", ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True),
    Column("requirement", Text, primary_key=True),
    Column("indicator", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("machine_status", String(20), nullable=False),
    Column("optional", Boolean, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("in_charge", Text),
)

FINDINGS = Table(
    "findings",
    METADATA,
    Column("check_id", ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("requirement", Text),
    Column("file", Text),
    Column("page", Integer),
    Column("code", String(10), nullable=False),
    Column("level", String(10), nullable=False),
    Column("message", Text, nullable=False),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("check_id", ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("requirement", Text, nullable=False),
    Column("decision", String(20), nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_on", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    Column("standing", String(20), nullable=False),
)

UNREAD = Table(
    "unread",
    METADATA,
    Column("check_id", ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("code", String(10), nullable=False),
    Column("reason", Text, nullable=False),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("run_id", String(32), nullable=False),
    Column("until", Float, nullable=False),
)

_LATEST = (
    "c.kept = (SELECT max(l.kept) FROM checks l"
    " WHERE l.office_id = c.office_id AND l.checklist = c.checklist AND l.year = c.year"
)

VIEWS: dict[str, str] = {
    "latest_checks": f"""
        SELECT o.place, o.name AS office, o.region, c.id AS check_id, c.checklist, c.year, c.day, c.kept, c.required,
               c.ready, c.low, c.high, c.gaps, c.files, c.unread
        FROM checks c JOIN offices o ON o.id = c.office_id WHERE {_LATEST})
    """,
    "verdict_history": """
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, c.kept, v.requirement, v.indicator, v.name,
               v.status, v.machine_status, v.open, v.documents, v.in_charge
        FROM verdicts v JOIN checks c ON c.id = v.check_id JOIN offices o ON o.id = c.office_id
    """,
    "common_gaps": f"""
        SELECT c.checklist, c.year, v.requirement, v.name, count(*) AS offices
        FROM checks c JOIN verdicts v ON v.check_id = c.id
        WHERE v.open AND {_LATEST}) GROUP BY c.checklist, c.year, v.requirement, v.name
    """,
    "burn_down": f"""
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, c.gaps, c.ready, c.required
        FROM checks c JOIN offices o ON o.id = c.office_id WHERE {_LATEST} AND l.day = c.day)
    """,
    "unread_files": f"""
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, u.file, u.code, u.reason
        FROM checks c JOIN offices o ON o.id = c.office_id JOIN unread u ON u.check_id = c.id WHERE {_LATEST})
    """,
}
"""Views by name; what each tells is in `docs/ledger.md`."""
