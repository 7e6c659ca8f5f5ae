"""Records become rows: what a document gave, turned into tuples in the order of the warehouse's columns.

Every row is held against the table's types before it is written: an amount that does not fit is refused with its reason and
listed as a problem of the document, never rounded away or dropped in silence.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, partial
from typing import Any

from pipeline.warehouse import tables
from pipeline.warehouse.contract import broken
from pipeline.warehouse.database import Row, Value
from pipeline.warehouse.fields import fields_of
from pipeline.warehouse.minutes_rows import minutes_values
from pipeline.warehouse.shape import Table, Type
from schemas.document import Extraction, PageCount
from schemas.figure import Figure
from schemas.gist import Gist
from schemas.page import Page

Fit = Callable[[Any], Any]
"""Returns a value as the database stores it, or raises RefusedError."""
DECIMALS_OF_MONEY = 2
LARGEST_INTEGER = 2**31 - 1


class RefusedError(ValueError):
    """A value does not fit its column; the message says which and why."""


@dataclass
class Rows:
    """The rows of one document per table, and the reasons of the refused ones."""

    by_table: dict[str, list[Row]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    _keys: set[tuple[str, Row]] = field(default_factory=set)

    def add(self, table: Table, values: Mapping[str, Value]) -> None:
        """Add a row, or the reason why it cannot be one; a second row with the key of another is refused, too."""
        try:
            row = row_of(table, values)
        except RefusedError as error:
            self.refused.append(str(error))
            return
        key = tuple(row[position] for position in table.key_positions)
        if (table.name, key) in self._keys:
            self.refused.append(f"{table.name} {'/'.join(map(str, key))}: a second row with the same key")
            return
        self._keys.add((table.name, key))
        self.by_table.setdefault(table.name, []).append(row)

    def of(self, table: Table) -> list[Row]:
        """Return the rows of a table."""
        return self.by_table.get(table.name, [])

    def fingerprint(self) -> str:
        """Return a hash of all rows; equal rows in equal order give the same."""
        digest = hashlib.sha256()
        for name, rows in sorted(self.by_table.items()):
            digest.update(f"{name}:{len(rows)}".encode())
            for row in rows:
                digest.update(repr(row).encode("utf-8"))
        return digest.hexdigest()


def row_of(table: Table, values: Mapping[str, Value]) -> Row:
    """Return `values` as a row of `table`; a column that is not named is NULL, RefusedError when it breaks the contract."""
    cells: list[Value] = []
    for name, fit, required in _plan(table.name):
        value = values.get(name)
        if value is None and required:
            msg = f"{table.name}.{name} is missing"
            raise RefusedError(msg)
        try:
            cells.append(value if value is None or fit is None else fit(value))
        except RefusedError as error:
            msg = f"{table.name}.{name} = {value} {error}"
            raise RefusedError(msg) from error
    row = tuple(cells)
    if (wrong := broken(table, row)) is not None:
        raise RefusedError(wrong)
    return row


def document_rows(gist: Gist, figures: Sequence[Figure]) -> Rows:
    """Return the rows of everything that belongs to one document, except its row in `documents`.

    Args:
        gist: what the document gave.
        figures: its figures after matching.
    """
    rows, extraction = Rows(), gist.extraction
    _add_pages(rows, gist)
    for repair in extraction.repairs:
        rows.add(tables.REPAIRS, {**fields_of(repair), "document_id": extraction.document_id})
    for table in extraction.tables:
        rows.add(tables.TABLES, {**fields_of(table), "row_count": table.row_count, "column_count": table.column_count})
        for cell in table.cells:
            rows.add(tables.CELLS, {**fields_of(cell), "table_id": table.table_id, "document_id": extraction.document_id})
    entity_id = extraction.classification.body.entity_id if extraction.classification.body else None
    for figure in figures:
        rows.add(tables.FIGURES, figure_values(figure, entity_id))
    for named, values in minutes_values(extraction, entity_id):
        rows.add(named, values)
    _add_problems(rows, extraction)
    return rows


def document_values(extraction: Extraction) -> dict[str, Value]:
    """Return what the row in `documents` says of the document itself."""
    classification, reading = extraction.classification, extraction.reading
    body = classification.body
    return {
        **fields_of(classification),
        "document_id": extraction.document_id,
        "file_name": reading.file_name,
        "entity_id": body.entity_id if body else None,
        "entity_name": body.name if body else None,
        "org_number": body.org_number if body else None,
        "title": classification.title or reading.pdf_title,
        "page_count": len(reading.pages),
        "signed": reading.signed,
        "producer": reading.producer,
        "text_source": text_source(reading.pages),
        "words_repaired": len(extraction.repairs),
        "extractor_version": extraction.extractor_version,
    }


def figure_values(figure: Figure, entity_id: str | None) -> dict[str, Value]:
    """Return the columns of a figure."""
    unrounded = figure.value if _decimals(figure.value) > DECIMALS_OF_MONEY else None
    return fields_of(figure) | {"entity_id": entity_id, "value_unrounded": unrounded}


def _decimals(value: Decimal) -> int:
    """Return how many decimals a value has, trailing zeros aside; 0 for what is no number."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def utc(moment: dt.datetime) -> dt.datetime:
    """Return `moment` in UTC without a zone, as the warehouse stores it; one without a zone is taken to be UTC."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def text_source(pages: Iterable[Page]) -> str:
    """Return where a document's text comes from: the source of its pages, `mixed` when they differ, blank pages aside."""
    sources = {page.text_source for page in pages} - {"empty"}
    return "mixed" if len(sources) > 1 else next(iter(sources), "empty")


def _add_pages(rows: Rows, gist: Gist) -> None:
    extraction = gist.extraction
    counts = {count.page: count for count in extraction.counts}
    repaired = Counter(repair.page for repair in extraction.repairs)
    for page, text in zip(extraction.reading.pages, gist.texts, strict=True):
        count = counts.get(page.number, PageCount(page=page.number))
        values = {
            **fields_of(page),
            **fields_of(count),
            "document_id": extraction.document_id,
            "word_count": text.word_count,
            "text": text.text,
            "repaired_count": repaired[page.number],
        }
        rows.add(tables.PAGES, values)


def _add_problems(rows: Rows, extraction: Extraction) -> None:
    found: list[tuple[str, str, int | None, str]] = [
        (problem.code, problem.severity, problem.page, problem.message) for problem in extraction.problems
    ]
    refused: list[tuple[str, str, int | None, str]] = [
        ("load.refused", "warning", None, f"Not loaded: {reason}.") for reason in rows.refused
    ]
    for position, (code, severity, page, message) in enumerate(found + refused):
        values = {"position": position, "code": code, "severity": severity, "page": page, "message": message}
        rows.add(tables.PROBLEMS, {**values, "document_id": extraction.document_id})


@cache
def _plan(table_name: str) -> tuple[tuple[str, Fit | None, bool], ...]:
    """Return, for each column, its name, what makes a value fit it, and whether it must have one."""
    table = next(table for table in tables.ALL if table.name == table_name)
    return tuple((column.name, FITS.get(column.type), column.required or column.name in table.key) for column in table.columns)


def _decimal(value: Decimal, *, type_: Type, step: Decimal, digits: int) -> Decimal:
    if not value.is_finite() or abs(value) > Decimal(10) ** digits - step:
        msg = f"does not fit {type_.value}"
        raise RefusedError(msg)
    return value.quantize(step, rounding=ROUND_HALF_EVEN) + 0  # + 0 turns -0 into 0


def _real(value: float) -> float:
    if not math.isfinite(value):
        msg = "is not a number"
        raise RefusedError(msg)
    return value


def _integer(value: int) -> int:
    if abs(value) > LARGEST_INTEGER:
        msg = "is too large"
        raise RefusedError(msg)
    return value


def _clean(text: str) -> str:
    """Return `text` without what no database stores: NUL and half surrogate pairs become a replacement sign."""
    if "\x00" in text:
        text = text.replace("\x00", "�")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


FITS: dict[Type, Fit] = {
    Type.TEXT: _clean,
    Type.REAL: _real,
    Type.INTEGER: _integer,
    Type.TIMESTAMP: utc,
    Type.MONEY: partial(_decimal, type_=Type.MONEY, step=Decimal("0.01"), digits=16),
    Type.QUANTUM: partial(_decimal, type_=Type.QUANTUM, step=Decimal("0.0001"), digits=14),
    Type.DECIMALS: partial(_decimal, type_=Type.DECIMALS, step=Decimal("0.00000001"), digits=20),
}
"""What makes a value fit a column of a type; the other types take what the records hold."""
