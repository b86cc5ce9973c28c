"""The store as Parquet: one file for each table and view, few rows in memory, each file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Connection, Float, Integer, text

from evidence_check.errors import ReportError, ToolMissingError
from evidence_check.ledger.tables import METADATA, VIEWS

ROWS = 5_000
SIGNS = 4_000_000
"""How many rows, and how many signs of text, are in memory at once."""

KINDS = {column.name: column.type for table in METADATA.tables.values() for column in table.columns}
"""Kinds of the columns a view shows; a table is asked for its own, as a name may stand for two kinds in two tables."""
COUNTED = frozenset({"offices"})
"""Columns that only a view has and that count something."""


def targets(folder: Path) -> dict[str, Path]:
    """Return the files an export makes, by table or view."""
    return {name: folder / f"{name}.parquet" for name in (*sorted(METADATA.tables), *sorted(VIEWS))}


def export(link: Connection, folder: Path) -> list[Path]:
    """Write every table and view; raise `ReportError` when a file cannot be, `ToolMissingError` without the library."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise ToolMissingError("ledger_no_parquet") from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, target in targets(folder).items():
            _write(link, name, target)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise ReportError("report_cannot_write", path=str(error.filename or folder), detail=detail) from error
    return list(targets(folder).values())


def _write(link: Connection, name: str, target: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = link.execute(text(f"SELECT * FROM {name}").execution_options(yield_per=ROWS // 50))
    schema = pa.schema([(column, _kind(name, column)) for column in found.keys()])  # noqa: SIM118
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        with pq.ParquetWriter(unfinished, schema, compression="zstd") as file:
            for rows in batches(found):
                columns = zip(zip(*rows, strict=True), schema.types, strict=True)
                arrays = [
                    pa.array([_told(each, kind == pa.bool_()) for each in values], kind) for values, kind in columns
                ]
                file.write_table(pa.Table.from_arrays(arrays, schema=schema))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def batches(rows: Any) -> Iterator[Sequence[Any]]:
    """Yield rows in parts that fit into memory, however long their texts are."""
    part: list[Any] = []
    signs = 0
    for row in rows:
        part.append(row)
        signs += sum(len(value) for value in row if isinstance(value, str))
        if len(part) >= ROWS or signs >= SIGNS:
            yield part
            part, signs = [], 0
    if part:
        yield part


def _told(value: Any, yes_or_no: bool) -> Any:
    if yes_or_no and value is not None:
        return bool(value)  # SQLite has numbers for them
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value


def _kind(name: str, column: str) -> Any:
    import pyarrow as pa

    table = METADATA.tables.get(name)
    kind = KINDS.get(column) if table is None else table.columns[column].type
    if isinstance(kind, Boolean):
        return pa.bool_()
    if isinstance(kind, Float):
        return pa.float64()
    return pa.int64() if column in COUNTED or isinstance(kind, Integer) else pa.string()
