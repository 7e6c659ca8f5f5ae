"""The shape of the warehouse, as records: tables, columns, types, keys; the SQL that makes them; the data dictionary.

The tables themselves are declared in `warehouse_tables.py`, the views in `warehouse_views.sql`. The types are the few that
DuckDB, PostgreSQL and Parquet share, so that one text creates the schema everywhere.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import resources

from schemas.record import Record

SCHEMA = "avstam"
SCHEMA_VERSION = 1
"""Raised with every change of a table that exists; `schema_version` in the warehouse says what it was made with."""


class Type(StrEnum):
    """A column type that DuckDB, PostgreSQL and Parquet have in common."""

    TEXT = "VARCHAR"
    INTEGER = "INTEGER"
    MONEY = "DECIMAL(18,2)"
    QUANTUM = "DECIMAL(18,4)"
    DECIMALS = "DECIMAL(28,8)"
    REAL = "DOUBLE PRECISION"
    BOOLEAN = "BOOLEAN"
    DATE = "DATE"
    TIME = "TIME"
    TIMESTAMP = "TIMESTAMP"


class Column(Record):
    """A column."""

    name: str
    """Its name."""
    type: Type
    """Its type."""
    comment: str
    """What it holds: one sentence, also stored in the database."""
    required: bool = False
    """True where it is never NULL."""


class Table(Record):
    """A table."""

    name: str
    """Its name, without the schema."""
    row: str
    """What one row stands for."""
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    columns: tuple[Column, ...]
    """Its columns, in order."""

    @property
    def full_name(self) -> str:
        """Schema and name."""
        return f"{SCHEMA}.{self.name}"

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def key_positions(self) -> tuple[int, ...]:
        """Where the key stands in a row."""
        return tuple(self.column_names.index(name) for name in self.key)


def create_statements(tables: tuple[Table, ...]) -> list[str]:
    """Return the SQL that makes the schema, its tables, its views and the comments; each statement may be run again."""
    statements = [f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"]
    for table in tables:
        statements += [_create_table(table), *_comments(table)]
    return statements + view_statements()


def view_statements() -> list[str]:
    """Return the SQL of the views, one statement each."""
    text = resources.files("pipeline").joinpath("warehouse_views.sql").read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return [statement.strip() for statement in code.split(";") if statement.strip()]


def dictionary(tables: tuple[Table, ...]) -> str:
    """Return the data dictionary as Markdown: every table, its key, its columns with type and meaning."""
    parts = [
        f"## {table.name}\n\nOne row for {table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}.\n\n"
        for table in tables
    ]
    return "\n".join(part + _column_list(table) for part, table in zip(parts, tables, strict=True))


def _create_table(table: Table) -> str:
    columns = [
        f"{_quoted(column.name)} {column.type.value}{' NOT NULL' if column.required or column.name in table.key else ''}"
        for column in table.columns
    ]
    key = ", ".join(_quoted(name) for name in table.key)
    body = ",\n  ".join([*columns, f"PRIMARY KEY ({key})"])
    return f"CREATE TABLE IF NOT EXISTS {table.full_name} (\n  {body}\n)"


def _comments(table: Table) -> list[str]:
    on_columns = [
        f"COMMENT ON COLUMN {table.full_name}.{_quoted(column.name)} IS '{_literal(column.comment)}'" for column in table.columns
    ]
    return [f"COMMENT ON TABLE {table.full_name} IS 'One row for {_literal(table.row)}.'", *on_columns]


def _column_list(table: Table) -> str:
    lines = ["| column | type | meaning |", "|---|---|---|"]
    lines += [
        f"| `{column.name}` | {column.type.value} | {column.comment.replace('|', chr(92) + '|')} |" for column in table.columns
    ]
    return "\n".join(lines) + "\n"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _literal(text: str) -> str:
    return text.replace("'", "''")
