"""What Alembic runs: always on the connection it is handed, within one transaction."""

from __future__ import annotations

from alembic import context

from evidence_check.ledger.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
