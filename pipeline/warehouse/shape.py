"""The shape of the warehouse, as records: tables, columns, types, keys; the SQL that makes them; the data dictionary.

The tables themselves are declared in `tables.py`, the views in `views.sql`. The types are the few that
DuckDB, PostgreSQL and Parquet share, so that one text creates the schema everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from importlib import resources

from schemas.record import Record

SCHEMA = "avstam"
SCHEMA_VERSION = 2
"""Raised with every change of a table that exists, with a file in `migrations/` that makes it; `schema_version` keeps it."""


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
    """The columns that tell its rows apart; none for a view that has no such columns."""
    columns: tuple[Column, ...]
    """Its columns, in order."""

    @property
    def full_name(self) -> str:
        """Schema and name."""
        return f"{SCHEMA}.{self.name}"

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def key_positions(self) -> tuple[int, ...]:
        """Where the key stands in a row."""
        return tuple(self.column_names.index(name) for name in self.key)


def create_statements(tables: Sequence[Table]) -> list[str]:
    """Return the SQL that makes the schema, the tables and their comments; each statement may be run again."""
    return [f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}", *map(_create_table, tables), *comment_statements(tables)]


def comment_statements(tables: Sequence[Table]) -> list[str]:
    """Return the SQL that says in the database what tables and columns hold."""
    return [statement for table in tables for statement in _comments(table)]


def add_column_statements(table: Table, column: Column) -> list[str]:
    """Return the SQL that adds a column to a table that exists; its rows have NULL there."""
    return [f"ALTER TABLE {table.full_name} ADD COLUMN {_quoted(column.name)} {column.type.value}"]


def view_statements(versioned: Sequence[Table]) -> list[str]:
    """Return the SQL of the views, one statement each; those of `versioned` tables show their rows as they were, too."""
    return [*map(_versions_view, versioned), *statements_of(_views())]


def view_names(versioned: Sequence[Table]) -> list[str]:
    """Return the names of the views without the schema, those that rest on others after them."""
    return [*(f"{table.name}_versions" for table in versioned), *re.findall(rf"CREATE OR REPLACE VIEW {SCHEMA}\.(\w+)", _views())]


def drop_view_statements(versioned: Sequence[Table]) -> list[str]:
    """Return the SQL that takes the views away, those first that rest on others."""
    return [f"DROP VIEW IF EXISTS {SCHEMA}.{name}" for name in reversed(view_names(versioned))]


def statements_of(text: str) -> list[str]:
    """Return the statements of an SQL file, in which a line that begins with `--` is a comment."""
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return [statement.strip() for statement in code.split(";") if statement.strip()]


def documentation(tables: tuple[Table, ...]) -> str:
    """Return the data dictionary as Markdown: how to open a warehouse, the tables and views with their keys and columns."""
    parts = [f"## {table.name}\n\nOne row for {table.row}.{_key_in_words(table)}\n\n{_column_list(table)}" for table in tables]
    return "\n".join([_file("introduction.md"), *parts])


def _views() -> str:
    return _file("views.sql")


def _file(name: str) -> str:
    return resources.files("pipeline.warehouse").joinpath(name).read_text(encoding="utf-8")


def _versions_view(table: Table) -> str:
    columns = ", ".join(_quoted(name) for name in table.column_names)
    return (
        f"CREATE OR REPLACE VIEW {table.full_name}_versions AS\n"  # noqa: S608  our own names
        f"SELECT {columns}, NULL AS replaced_in_run FROM {table.full_name}\n"
        f"UNION ALL SELECT {columns}, replaced_in_run FROM {table.full_name}_history"
    )


def _create_table(table: Table) -> str:
    columns = [
        f"{_quoted(column.name)} {column.type.value}{' NOT NULL' if column.required or column.name in table.key else ''}"
        for column in table.columns
    ]
    key = [f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})"] if table.key else []
    body = ",\n  ".join([*columns, *key])
    return f"CREATE TABLE IF NOT EXISTS {table.full_name} (\n  {body}\n)"


def _comments(table: Table) -> list[str]:
    on_columns = [_column_comment(table, column) for column in table.columns]
    return [f"COMMENT ON TABLE {table.full_name} IS 'One row for {_literal(table.row)}.'", *on_columns]


def _column_comment(table: Table, column: Column) -> str:
    return f"COMMENT ON COLUMN {table.full_name}.{_quoted(column.name)} IS '{_literal(column.comment)}'"


def _key_in_words(table: Table) -> str:
    return f" Key: `{'`, `'.join(table.key)}`." if table.key else ""


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
