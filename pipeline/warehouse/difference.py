"""Bring a part of a table to the wanted rows by writing only the difference, and count what that was."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields

from pipeline.warehouse.columns import KNOWN_FROM
from pipeline.warehouse.database import Database, Row, Value
from pipeline.warehouse.shape import Table


@dataclass
class Change:
    """How many rows of one table a load touched."""

    inserted: int = 0
    """Rows that were not there."""
    updated: int = 0
    """Rows that were there with other content."""
    unchanged: int = 0
    """Rows that stay as they are."""
    removed: int = 0
    """Rows that are gone."""

    @property
    def changed(self) -> int:
        """Rows that are not as they were."""
        return self.inserted + self.updated + self.removed


@dataclass
class LoadReport:
    """What a load changed, per table, and what it refused."""

    tables: dict[str, Change] = field(default_factory=dict)
    """Counts by table."""
    refused: list[str] = field(default_factory=list)
    """Why rows were not loaded; also listed in the table `problems`."""
    findings_new: list[str] = field(default_factory=list)
    """Ids of findings that were not there before, or were resolved."""
    findings_resolved: list[str] = field(default_factory=list)
    """Ids of findings that are gone."""

    @property
    def changed(self) -> int:
        """Rows that are not as they were, over all tables."""
        return sum(change.changed for change in self.tables.values())

    def count(self, table: Table) -> Change:
        """Return the counts of a table, to be added to."""
        return self.tables.setdefault(table.name, Change())

    def add(self, other: LoadReport) -> None:
        """Add what another load changed."""
        for name, change in other.tables.items():
            mine = self.tables.setdefault(name, Change())
            for kind in fields(Change):
                setattr(mine, kind.name, getattr(mine, kind.name) + getattr(change, kind.name))
        self.refused += other.refused
        self.findings_new += other.findings_new
        self.findings_resolved += other.findings_resolved


@dataclass(frozen=True)
class Scope:
    """Which rows of a table are at stake: a condition with `%s` for its parameters."""

    condition: str = "TRUE"
    parameters: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Difference:
    """The rows that a load has to touch."""

    inserted: list[Row]
    """New rows."""
    updated: list[Row]
    """New content of rows that exist."""
    replaced: list[Row]
    """Their old content, in the same order."""
    removed: list[Row]
    """Rows to be taken out."""
    unchanged: int
    """How many rows stay."""


def stored_rows(database: Database, table: Table, scope: Scope) -> list[Row]:
    """Return the rows in `scope` as they stand in the database, columns in the table's order."""
    columns = ", ".join(f'"{name}"' for name in table.column_names)
    return database.rows(f"SELECT {columns} FROM {table.full_name} WHERE {scope.condition}", scope.parameters)  # noqa: S608  # our own names


def difference(table: Table, stored: Sequence[Row], wanted: Sequence[Row], ignored: Collection[str] = ()) -> Difference:
    """Return what turns `stored` into `wanted`.

    A row that differs only in `ignored` columns, or in the run that brought it, stays as it is stored.
    """
    compared = [position for position, name in enumerate(table.column_names) if name not in {*ignored, KNOWN_FROM.name}]
    before = {_key(table, row): row for row in stored}
    inserted: list[Row] = []
    pairs: list[tuple[Row, Row]] = []
    for row in wanted:
        old = before.pop(_key(table, row), None)
        if old is None:
            inserted.append(row)
        elif any(old[position] != row[position] for position in compared):
            pairs.append((old, row))
    return Difference(
        inserted=inserted,
        updated=[new for _, new in pairs],
        replaced=[old for old, _ in pairs],
        removed=list(before.values()),
        unchanged=len(wanted) - len(inserted) - len(pairs),
    )


def apply(database: Database, table: Table, changes: Difference, count: Change) -> None:
    """Write the difference and add it to `count`."""
    gone = [_key(table, row) for row in changes.replaced + changes.removed]
    if gone:
        database.delete(table, gone)
    if changes.inserted or changes.updated:
        database.insert(table, changes.inserted + changes.updated)
    count.inserted += len(changes.inserted)
    count.updated += len(changes.updated)
    count.unchanged += changes.unchanged
    count.removed += len(changes.removed)


def _key(table: Table, row: Row) -> Row:
    return tuple(row[position] for position in table.key_positions)
