"""What checks said, kept as they are made; many processes and machines may write at once, and readers never wait.

An office is known by its place: the root of the batch and its folder there. A place in hand is claimed for a time, so
that two runs share the work and what a dead one had is taken over.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

import evidence_check
from evidence_check.ledger import rows
from evidence_check.ledger.database import engine_at, reading, shown, writing
from evidence_check.ledger.tables import CHECKS, CLAIMS, DECISIONS, FINDINGS, OFFICES, RUNS, UNREAD, VERDICTS

PARTS = (
    (VERDICTS, rows.verdicts_of),
    (FINDINGS, rows.findings_of),
    (DECISIONS, rows.decisions_of),
    (UNREAD, rows.unread_of),
)
AT_ONCE = 100
Clock = Callable[[], datetime]


class Ledger:
    """An open store of results. Every call is one transaction, and any thread may make it."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, url: str = "", *, clock: Clock) -> Ledger:
        """Return the store at an address, the user's own file when it is empty; see `database.engine_at` for errors."""
        return cls(engine_at(url), clock)

    @property
    def place(self) -> str:
        """How the store is named to people."""
        return shown(self._engine)

    @property
    def engine(self) -> Engine:
        """The database itself, for what only reads."""
        return self._engine

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    # ------------------------------------------------------------ runs, and who has what in hand

    def begin(self, root: str) -> str:
        """Take note of a run that begins; return its id."""
        number = uuid.uuid4().hex
        row = {"id": number, "root": root, "version": evidence_check.__version__, "state": "running",
               "started": self._moment()}  # fmt: skip
        with writing(self._engine) as link:
            link.execute(insert(RUNS).values(row))
        return number

    def end(self, run: str, state: str) -> None:
        """Take note of how a run ended, and let go of all it had in hand."""
        with writing(self._engine) as link:
            link.execute(delete(CLAIMS).where(CLAIMS.c.run_id == run))
            link.execute(update(RUNS).where(RUNS.c.id == run).values(state=state, ended=self._moment()))

    def claim(self, run: str, place: str, seconds: float) -> bool:
        """Take an office in hand for a time; say whether it is not in the hand of another run that is alive."""
        now = self._seconds()
        upsert = self._insert(CLAIMS).values(place=place, run_id=run, until=now + seconds)
        free = (CLAIMS.c.until <= now) | (CLAIMS.c.run_id == run)
        fresh = {"run_id": upsert.excluded.run_id, "until": upsert.excluded.until}
        with writing(self._engine) as link:
            link.execute(upsert.on_conflict_do_update(index_elements=[CLAIMS.c.place], set_=fresh, where=free))
            return link.execute(select(CLAIMS.c.run_id).where(CLAIMS.c.place == place)).scalar() == run

    def renew(self, run: str, place: str, seconds: float) -> bool:
        """Keep an office in hand for longer; say whether it still was."""
        mine = (CLAIMS.c.place == place) & (CLAIMS.c.run_id == run)
        with writing(self._engine) as link:
            found = link.execute(update(CLAIMS).where(mine).values(until=self._seconds() + seconds))
            return bool(found.rowcount)

    def release(self, run: str, place: str) -> None:
        """Let go of an office, if it is in the hand of this run."""
        with writing(self._engine) as link:
            link.execute(delete(CLAIMS).where((CLAIMS.c.place == place) & (CLAIMS.c.run_id == run)))

    # ------------------------------------------------------------ what checks said

    def keep(self, run: str, place: str, state: str, document: str) -> bool:
        """Keep the document of a check; say whether it was new.

        The same state of the same office is kept once, and the last time it was seen counts. Without a `state` every
        check is kept.
        """
        told = json.loads(document)
        with writing(self._engine) as link:
            office = self._office(link, place, told)
            row = {**rows.storable(rows.check_of(told)), "office_id": office, "state": state}
            made = self._insert(CHECKS).values(**row, run_id=run, kept=self._moment(), document=document)
            check = link.execute(made.on_conflict_do_nothing().returning(CHECKS.c.id)).scalar()
            if check is None:
                same = [CHECKS.c[name] == row[name] for name in ("office_id", "checklist", "year", "state")]
                link.execute(update(CHECKS).where(*same).values(kept=self._moment(), day=row["day"]))
                return False
            for table, parts in PARTS:
                found = [{"check_id": check, **rows.storable(part)} for part in parts(told)]
                if found:
                    link.execute(insert(table), found)
            return True

    def last_state(self, place: str) -> str:
        """Return the state an office was last judged in; empty when it never was, or its result may not last."""
        found = self._last(place, CHECKS.c.state)
        return str(found[0]) if found else ""

    def known(self, place: str, state: str) -> str | None:
        """Return the document of the last check of an office if it was made of that state."""
        found = self._last(place, CHECKS.c.document, CHECKS.c.state)
        return str(found[0]) if found and found.state == state else None

    def earlier(self, place: str, day: date) -> str | None:
        """Return the document of the last check of an office before a day, None when there is none."""
        found = self._last(place, CHECKS.c.document, before=day.isoformat())
        return str(found[0]) if found else None

    def documents(self, root: str) -> Iterator[tuple[str, str]]:
        """Yield place and latest document of every office below a root, sorted by place, few at a time."""
        again = CHECKS.alias()
        latest = select(func.max(again.c.kept)).where(again.c.office_id == OFFICES.c.id).scalar_subquery()
        below = OFFICES.c.place.startswith(f"{root}/", autoescape=True)
        joined = select(OFFICES.c.place, CHECKS.c.document).join(CHECKS, CHECKS.c.office_id == OFFICES.c.id)
        asked = joined.where(below, CHECKS.c.kept == latest).order_by(OFFICES.c.place)
        with reading(self._engine) as link:
            yield from link.execute(asked.execution_options(yield_per=AT_ONCE))

    def history(self, place: str) -> Iterator[dict[str, Any]]:
        """Yield every check of an office, the earliest first, as it is in the table, without its document."""
        told = [column for column in CHECKS.c if column.name != "document"]
        joined = select(*told).join(OFFICES, CHECKS.c.office_id == OFFICES.c.id)
        with reading(self._engine) as link:
            for row in link.execute(joined.where(OFFICES.c.place == place).order_by(CHECKS.c.kept, CHECKS.c.id)):
                yield dict(row._mapping)

    def places(self, name: str) -> list[str]:
        """Return the places of offices of that name, of that folder below a root, or of that place, sorted."""
        below = OFFICES.c.place.endswith(f"/{name}", autoescape=True)
        asked = select(OFFICES.c.place).where((OFFICES.c.place == name) | (OFFICES.c.name == name) | below)
        with reading(self._engine) as link:
            return sorted(link.execute(asked).scalars())

    def counts(self) -> dict[str, int]:
        """Return how many runs, offices and checks there are, and how many offices are in hand now."""
        tables = {"runs": RUNS, "offices": OFFICES, "checks": CHECKS}
        alive = select(func.count()).select_from(CLAIMS).where(CLAIMS.c.until > self._seconds())
        with reading(self._engine) as link:
            held = {name: link.execute(select(func.count()).select_from(table)).scalar_one() for name, table in
                    tables.items()}  # fmt: skip
            return {**held, "claims": link.execute(alive).scalar_one()}

    # ------------------------------------------------------------ inside

    def _insert(self, table: Any) -> Any:
        from sqlalchemy.dialects import postgresql, sqlite

        return (postgresql if self._engine.dialect.name == "postgresql" else sqlite).insert(table)

    def _office(self, link: Connection, place: str, told: rows.Row) -> int:
        names = rows.storable({"name": told["office"], "region": told.get("region") or ""})
        upsert = self._insert(OFFICES).values(place=place, **names)
        link.execute(upsert.on_conflict_do_update(index_elements=[OFFICES.c.place], set_=names))
        return int(link.execute(select(OFFICES.c.id).where(OFFICES.c.place == place)).scalar_one())

    def _last(self, place: str, *columns: Any, before: str = "") -> Row[Any] | None:
        joined = select(*columns).join(OFFICES, CHECKS.c.office_id == OFFICES.c.id).where(OFFICES.c.place == place)
        if before:
            joined = joined.where(CHECKS.c.day < before)
        with reading(self._engine) as link:
            return link.execute(joined.order_by(CHECKS.c.kept.desc(), CHECKS.c.id.desc()).limit(1)).first()

    def _seconds(self) -> float:
        return self._clock().timestamp()

    def _moment(self) -> str:
        return self._clock().astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
