"""What a row must keep beside the types of its columns: closed vocabularies, and values that make sense together.

A row that breaks it is refused with the reason, whatever the database; the rest of its document is loaded. The vocabularies are
those of the records, held again since a record that was copied with changes is not checked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, get_args

from pipeline.warehouse.database import Row
from pipeline.warehouse.shape import Table
from schemas.amount import Unit
from schemas.document import DocumentKind
from schemas.figure import Origin, Scenario
from schemas.finding import Severity, Status, Verdict
from schemas.page import PageStatus, TextSource

VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("documents", "kind"): get_args(DocumentKind),
    ("documents", "text_source"): (*get_args(TextSource), "mixed"),
    ("pages", "text_source"): get_args(TextSource),
    ("pages", "status"): get_args(PageStatus),
    ("figures", "unit"): get_args(Unit),
    ("figures", "scenario"): get_args(Scenario),
    ("figures", "origin"): get_args(Origin),
    ("checks", "verdict"): get_args(Verdict),
    ("findings", "severity"): get_args(Severity),
    ("findings", "status"): get_args(Status),
    ("coverage", "state"): ("present", "missing", "unreadable", "superseded"),
}
"""The words that a column may hold, by table and column."""


class Demand(NamedTuple):
    """Something that rows of a table keep."""

    columns: tuple[str, ...]
    """The columns that it is about; nothing is asked where one of them is NULL."""
    holds: Callable[..., bool]
    """Tells whether it is kept, given their values."""
    text: str
    """What is wrong when it is not."""


DEMANDS = (
    Demand(("page",), lambda page: page >= 1, "pages count from 1"),
    Demand(("x0", "x1"), lambda left, right: left <= right, "the box ends left of where it begins"),
    Demand(("top", "bottom"), lambda top, bottom: top <= bottom, "the box ends above where it begins"),
    Demand(("period_start", "period_end"), lambda first, last: first <= last, "the period ends before it begins"),
    Demand(("confidence",), lambda value: 0 <= value <= 1, "confidence is from 0 to 1"),
    Demand(("quantum",), lambda value: value > 0, "the step of the last digit is more than 0"),
)
"""Held wherever a table has all the columns."""


def broken(table: Table, row: Row) -> str | None:
    """Return what is wrong with a row, None where nothing is."""
    for positions, holds, text in _demands(table.name, table.column_names):
        values = [*map(row.__getitem__, positions)]
        if None not in values and not holds(*values):
            said = ", ".join(f"{table.column_names[position]} = {row[position]}" for position in positions)
            return f"{table.name} {_key(table, row)}: {said}: {text}"
    return None


@cache
def _demands(name: str, columns: tuple[str, ...]) -> list[tuple[list[int], Callable[..., bool], str]]:
    words = [
        Demand((column,), frozenset(allowed).__contains__, f"is none of {', '.join(allowed)}")
        for (table, column), allowed in VOCABULARIES.items()
        if table == name
    ]
    kept = [demand for demand in (*DEMANDS, *words) if set(demand.columns) <= set(columns)]
    return [([columns.index(column) for column in demand.columns], demand.holds, demand.text) for demand in kept]


def _key(table: Table, row: Row) -> str:
    parts: list[Any] = [row[position] for position in table.key_positions]
    return "/".join(map(str, parts))
