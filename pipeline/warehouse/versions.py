"""What was known when: tables whose rows are kept, as they were, when a run replaces or removes them.

Such a table has a column `known_from_run`, the run that brought the row as it is now, and beside it a table with `_history` after
its name that holds what was known before, with the run that replaced it. The view with `_versions` shows both, so that

    SELECT * FROM avstam.figures_versions
    WHERE known_from_run <= '000007' AND (replaced_in_run IS NULL OR replaced_in_run > '000007')

is what was known after run 000007. What one run writes twice (it was killed in between) was never known: the last version counts.
"""

from __future__ import annotations

from pipeline.warehouse import tables
from pipeline.warehouse.columns import KNOWN_FROM
from pipeline.warehouse.database import Database, Row
from pipeline.warehouse.difference import Change, Difference, apply
from pipeline.warehouse.shape import Table


def write(database: Database, run_id: str, table: Table, changes: Difference, count: Change) -> None:
    """Write a difference in the caller's transaction, add it to `count`, and keep what it replaces where history is kept."""
    history = tables.HISTORY.get(table.name)
    if history is not None:
        changes = _stamped(table, changes, run_id)
        at = table.column_names.index(KNOWN_FROM.name)
        known = [(*row, run_id) for row in changes.replaced + changes.removed if row[at] != run_id]
        if known:
            database.insert(history, known)
    apply(database, table, changes, count)


def _stamped(table: Table, changes: Difference, run_id: str) -> Difference:
    """Say of the rows that are written that they are known from this run on."""
    at = table.column_names.index(KNOWN_FROM.name)

    def stamped(rows: list[Row]) -> list[Row]:
        return [(*row[:at], run_id, *row[at + 1 :]) for row in rows]

    return Difference(
        inserted=stamped(changes.inserted),
        updated=stamped(changes.updated),
        replaced=changes.replaced,
        removed=changes.removed,
        unchanged=changes.unchanged,
    )
