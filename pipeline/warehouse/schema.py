"""Bring the schema of a warehouse up to date when it is opened, or refuse it.

A new table or column needs no more than its declaration: it is added, empty, and filled when its documents are next loaded. Any
other change raises `SCHEMA_VERSION`, and a warehouse of another version is refused, since it can be made again from the PDFs.
"""

from __future__ import annotations

from pipeline.warehouse import tables
from pipeline.warehouse.database import Database, WarehouseError, missing
from pipeline.warehouse.shape import SCHEMA_VERSION, add_column_statements, create_statements, view_statements


def prepare(database: Database, *, read_only: bool) -> None:
    """Make the schema when there is none, add what is new, refuse what another version made.

    Raises:
        WarehouseError: it is of another version, or there is none to be read.
    """
    found = _columns(database)
    if not found and read_only:
        raise WarehouseError(missing(database.name))
    if not found:
        with database.transaction():
            for statement in [*create_statements(tables.ALL), *view_statements()]:
                database.execute(statement)
            database.insert(tables.SCHEMA_VERSION, [(SCHEMA_VERSION,)])
        return
    _refuse_other_version(database, found)
    if not read_only:
        _add_what_is_new(database, found)


def _columns(database: Database) -> set[tuple[str, str]]:
    return {
        (table, column)
        for table, column in database.rows(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'avstam' AND table_catalog = current_database()"
        )
    }


def _refuse_other_version(database: Database, found: set[tuple[str, str]]) -> None:
    has_version = ("schema_version", "version") in found
    version = database.rows("SELECT max(version) FROM avstam.schema_version")[0][0] if has_version else 0
    if version != SCHEMA_VERSION:
        newer = "a newer" if version > SCHEMA_VERSION else "an older"
        msg = (
            f"{database.name} was made by {newer} avstam (schema {version}, this one has {SCHEMA_VERSION})."
            " Use that version, or name another one with --warehouse and run again: the PDFs are all it takes."
        )
        raise WarehouseError(msg)


def _add_what_is_new(database: Database, found: set[tuple[str, str]]) -> None:
    new = [(table, column) for table in tables.ALL for column in table.columns if (table.name, column.name) not in found]
    if not new:
        return
    present = {table for table, _ in found}
    with database.transaction():
        for statement in create_statements([table for table in tables.ALL if table.name not in present]):
            database.execute(statement)
        for table, column in new:
            if table.name in present:
                for statement in add_column_statements(table, column):
                    database.execute(statement)
        for statement in view_statements():
            database.execute(statement)
