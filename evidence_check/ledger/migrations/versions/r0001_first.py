"""The first schema: runs, offices, what each check said, and who has which office in hand."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LATEST = (
    "c.kept = (SELECT max(l.kept) FROM checks l"
    " WHERE l.office_id = c.office_id AND l.checklist = c.checklist AND l.year = c.year"
)
VIEWS = {
    "latest_checks": f"""
        SELECT o.place, o.name AS office, o.region, c.id AS check_id, c.checklist, c.year, c.day, c.kept, c.required,
               c.ready, c.low, c.high, c.gaps, c.files, c.unread
        FROM checks c JOIN offices o ON o.id = c.office_id WHERE {LATEST})
    """,
    "verdict_history": """
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, c.kept, v.requirement, v.indicator, v.name,
               v.status, v.machine_status, v.open, v.documents, v.in_charge
        FROM verdicts v JOIN checks c ON c.id = v.check_id JOIN offices o ON o.id = c.office_id
    """,
    "common_gaps": f"""
        SELECT c.checklist, c.year, v.requirement, v.name, count(*) AS offices
        FROM checks c JOIN verdicts v ON v.check_id = c.id
        WHERE v.open AND {LATEST}) GROUP BY c.checklist, c.year, v.requirement, v.name
    """,
    "burn_down": f"""
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, c.gaps, c.ready, c.required
        FROM checks c JOIN offices o ON o.id = c.office_id WHERE {LATEST} AND l.day = c.day)
    """,
    "unread_files": f"""
        SELECT o.place, o.name AS office, c.checklist, c.year, c.day, u.file, u.code, u.reason
        FROM checks c JOIN offices o ON o.id = c.office_id JOIN unread u ON u.check_id = c.id WHERE {LATEST})
    """,
}


def upgrade() -> None:
    """Make all tables and views."""
    _places()
    _checks()
    _parts()
    for name, told in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {told}")


def _column(name: str, kind: Any = None, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.Text(), nullable=null)


def _places() -> None:
    op.create_table(
        "runs",
        _column("id", sa.String(32)),
        _column("root"),
        _column("version", sa.String(40)),
        _column("state", sa.String(20)),
        _column("started", sa.String(32)),
        _column("ended", sa.String(32), null=True),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "offices",
        _column("id", sa.Integer()),
        _column("place"),
        _column("name"),
        _column("region"),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
        sa.UniqueConstraint("place", name="uq_offices_place"),
    )
    op.create_table(
        "claims",
        _column("place"),
        _column("run_id", sa.String(32)),
        _column("until", sa.Float()),
        sa.PrimaryKeyConstraint("place", name="pk_claims"),
    )


def _checks() -> None:
    op.create_table(
        "checks",
        _column("id", sa.Integer()),
        _column("office_id", sa.Integer()),
        _column("run_id", sa.String(32)),
        _column("checklist"),
        _column("year", sa.Integer()),
        _column("day", sa.String(10)),
        _column("kept", sa.String(32)),
        _column("state", sa.String(64)),
        *(_column(name, sa.Integer(), null=name in ("low", "high"))
          for name in ("required", "ready", "low", "high", "gaps", "files", "unread")),
        _column("document"),
        sa.PrimaryKeyConstraint("id", name="pk_checks"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_checks_office_id_offices"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_checks_run_id_runs"),
    )  # fmt: skip
    op.create_index("ix_checks_office_id_kept", "checks", ["office_id", "kept"])
    some = sa.text("state != ''")
    once = ["office_id", "checklist", "year", "state"]
    op.create_index("ix_checks_once", "checks", once, unique=True, sqlite_where=some, postgresql_where=some)


def _parts() -> None:
    _part(
        "verdicts",
        "requirement",
        _column("requirement"),
        _column("indicator"),
        _column("name"),
        _column("status", sa.String(20)),
        _column("machine_status", sa.String(20)),
        _column("optional", sa.Boolean()),
        _column("open", sa.Boolean()),
        _column("documents", sa.Integer()),
        _column("in_charge", null=True),
    )
    number = sa.Integer()
    code, level, message = _column("code", sa.String(10)), _column("level", sa.String(10)), _column("message")
    place = (_column("requirement", null=True), _column("file", null=True), _column("page", sa.Integer(), null=True))
    _part("findings", "number", _column("number", number), *place, code, level, message)
    who = (_column("decision", sa.String(20)), _column("decided_by"), _column("decided_on", sa.String(10)))
    why = (_column("reason"), _column("standing", sa.String(20)))
    _part("decisions", "number", _column("number", number), _column("requirement"), *who, *why)
    lost = (_column("file"), _column("code", sa.String(10)), _column("reason"))
    _part("unread", "number", _column("number", number), *lost)


def _part(table: str, key: str, *columns: sa.Column[Any]) -> None:
    """Make a table of what belongs to a check and goes with it."""
    op.create_table(
        table,
        _column("check_id", sa.Integer()),
        *columns,
        sa.PrimaryKeyConstraint("check_id", key, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=f"fk_{table}_check_id_checks", ondelete="CASCADE"),
    )
