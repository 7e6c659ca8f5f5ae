"""Bring the schema of a warehouse up to date when it is opened for writing, or refuse it.

A new table or column needs no more than its declaration: it is added, empty, and filled when its documents are next loaded; a
changed view is made again. Any other change is a step: a file `NNN_name.sql` in `migrations/`, in SQL that DuckDB and PostgreSQL
both take, which brings version NNN - 1 to NNN; it finds the new columns there. Each step is a transaction of its own (DuckDB 1.4
changes no rows of a table that the same transaction altered), so that what was killed is completed at the next opening.
"""

from __future__ import annotations

from importlib import resources

from pipeline.warehouse import tables
from pipeline.warehouse.database import Database, WarehouseError, missing
from pipeline.warehouse.shape import (
    SCHEMA_VERSION,
    add_column_statements,
    comment_statements,
    create_statements,
    drop_view_statements,
    statements_of,
    view_statements,
)
from schemas.record import stable_id

FIRST_VERSION = 1
"""The oldest version that can be brought up to date."""


def prepare(database: Database, *, read_only: bool) -> None:
    """Make the schema when there is none, bring an older one up to date, refuse a newer one.

    Raises:
        WarehouseError: it is of a newer version, of an older one and opened for reading only, or there is none to be read.
    """
    found = _columns(database)
    if not found and read_only:
        raise WarehouseError(missing(database.name))
    if not found:
        _make(database)
        return
    version = _version(database, found)
    _refuse_unknown(database, version)
    if version == SCHEMA_VERSION and _declared(database, found) == declared():
        return
    if read_only:
        msg = f"{database.name} was made by an older avstam. Bring it up to date with `avstam migrate`."
        raise WarehouseError(msg)
    _add_what_is_new(database)
    for number in range(version + 1, SCHEMA_VERSION + 1):
        with database.transaction():
            for statement in step(number):
                database.execute(statement)
            database.execute("UPDATE avstam.schema_version SET version = %s", [number])
    with database.transaction():
        for statement in view_statements(tables.VERSIONED):
            database.execute(statement)
        database.execute("UPDATE avstam.schema_version SET declared = %s", [declared()])


def step(number: int) -> list[str]:
    """Return the statements that bring version `number - 1` to `number`."""
    folder = resources.files("pipeline.warehouse").joinpath("migrations")
    (file,) = (file for file in folder.iterdir() if file.name.startswith(f"{number:03d}_"))
    return statements_of(file.read_text(encoding="utf-8"))


def declared() -> str:
    """Return a fingerprint of all tables, columns and views as this version declares them."""
    return stable_id(*(table.model_dump_json() for table in tables.ALL), *view_statements(tables.VERSIONED))


def _make(database: Database) -> None:
    with database.transaction():
        for statement in [*create_statements(tables.ALL), *view_statements(tables.VERSIONED)]:
            database.execute(statement)
        database.insert(tables.SCHEMA_VERSION, [(SCHEMA_VERSION, declared())])


def _columns(database: Database) -> set[tuple[str, str]]:
    return {
        (table, column)
        for table, column in database.rows(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'avstam' AND table_catalog = current_database()"
        )
    }


def _version(database: Database, found: set[tuple[str, str]]) -> int:
    if ("schema_version", "version") not in found:
        return 0
    return int(database.rows("SELECT max(version) FROM avstam.schema_version")[0][0] or 0)


def _declared(database: Database, found: set[tuple[str, str]]) -> str | None:
    if ("schema_version", "declared") not in found:
        return None
    return str(database.rows("SELECT declared FROM avstam.schema_version")[0][0])


def _refuse_unknown(database: Database, version: int) -> None:
    if version > SCHEMA_VERSION:
        msg = (
            f"{database.name} was made by a newer avstam (schema {version}, this one has {SCHEMA_VERSION}), and was left alone."
            " Use that version, or name another warehouse with --warehouse."
        )
        raise WarehouseError(msg)
    if version < FIRST_VERSION:
        msg = (
            f"{database.name} has a schema avstam that no known version of avstam made, and was left alone."
            " Name another one with --warehouse and run again: the PDFs are all it takes."
        )
        raise WarehouseError(msg)


def _add_what_is_new(database: Database) -> None:
    """Take the views away, and add the tables and columns that are declared and not there."""
    found = _columns(database)
    present = {table for table, _ in found}
    statements = drop_view_statements(tables.VERSIONED)
    statements += create_statements([table for table in tables.ALL if table.name not in present])
    for table in (table for table in tables.ALL if table.name in present):
        for column in (column for column in table.columns if (table.name, column.name) not in found):
            statements += add_column_statements(table, column)
    with database.transaction():
        for statement in [*statements, *comment_statements(tables.ALL)]:
            database.execute(statement)
