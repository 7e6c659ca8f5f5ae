"""The unit of a table that states none: the scale at which its figures are the amounts that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.values.amounts import find_amounts, parse_amount
from schemas.layout import Layout
from schemas.table import Table

SCALES = (("kr", Decimal(1)), ("tkr", Decimal(1000)), ("mnkr", Decimal(1_000_000)))
MILLIONS = re.compile(r"\bm(?:n|il)?j?\.?\s?kr\b|\bmsek\b|\bmiljon", re.IGNORECASE)
THOUSANDS = re.compile(r"\b[tk]\.?\s?kr\b|\btsek\b|\btusen", re.IGNORECASE)
ONE_DECIMAL = re.compile(r"[-+–−(]?\s?\d[\d\s]*,\d\)?")
HEADS = re.compile(
    r"antal|personal|årsarb|anställ|\båa\b|frånvaro|timmar|dagar|\bindex|betyg|andel|procent|%|\bår\s?\(|per\s\w+are",
    re.IGNORECASE,
)
"""What is counted or measured otherwise than in kronor."""
LEAST_SINGLE = 4
"""Figures with one decimal that tell something."""
LEAST_VOTES = 2
LEAST_DIGITS = 2
"""Shorter figures agree with something by chance."""


def states_unit(table: Table) -> bool:
    """Tell whether the unit is printed in the caption, title, a header or a label, or in the cells themselves."""
    if table.unit:
        return True
    texts = [table.title, *(cell.text for cell in table.cells if cell.is_header or cell.col > 0)]
    return any(re.search(r"\b(?:tkr|kkr|mnkr|mkr|kr|kronor)\b|\btusen|\bmiljoner", text, re.IGNORECASE) for text in texts)


def amounts_in_text(layout: Layout) -> frozenset[Decimal]:
    """Return the kronor that running text states with a unit, without sign, multiplied out."""
    return frozenset(
        abs(found.amount.value)
        for block in layout.blocks
        if block.kind in {"paragraph", "list_item"}
        for found in find_amounts(block.text)
        if found.amount.unit == "SEK" and found.unit_printed
    )


def with_inferred_units(tables: Sequence[Table], layout: Layout) -> tuple[Table, ...]:
    """Give tables that state no unit the one that the text speaks for, where it speaks clearly."""
    silent = {table.table_id for table in tables if not states_unit(table)}
    if not silent:
        return tuple(tables)
    stated = amounts_in_text(layout)
    millions = speaks_of_millions(tables, layout)
    thousands = not millions and _in_thousands([table for table in tables if table.table_id not in silent])
    usual = "mnkr" if millions else "tkr" if thousands else None
    found = {table.table_id: _inferred(table, stated, usual) for table in tables if table.table_id in silent}
    return tuple(table.model_copy(update={"unit": found.get(table.table_id, table.unit)}) for table in tables)


def _inferred(table: Table, stated: frozenset[Decimal], usual: str | None) -> str | None:
    unit = inferred_unit(_values(table), stated)
    return usual if unit is None and has_one_decimal(table) else unit


def _in_thousands(tables: Sequence[Table]) -> bool:
    """Tell whether the tables that state a unit state thousands, and none of them millions."""
    printed = [" ".join([table.unit or "", table.title, *(c.text for c in table.cells if c.is_header)]) for table in tables]
    return any(THOUSANDS.search(text) for text in printed) and not any(MILLIONS.search(text) for text in printed)


def speaks_of_millions(tables: Sequence[Table], layout: Layout) -> bool:
    """Tell whether a document gives its amounts in millions more often than in thousands, in tables and in text."""
    printed = [
        text for table in tables for text in (table.unit or "", table.title, *(c.text for c in table.cells if c.is_header))
    ]
    printed += [
        found.amount.raw
        for block in layout.blocks
        if block.kind in {"paragraph", "list_item"}
        for found in find_amounts(block.text)
        if found.amount.unit == "SEK" and found.unit_printed
    ]
    return sum(1 for text in printed if MILLIONS.search(text)) > 2 * sum(1 for text in printed if THOUSANDS.search(text))


def has_one_decimal(table: Table) -> bool:
    """Tell whether most figures have one decimal: nobody prints kronor so. Head counts and shares are left out."""
    named = " ".join([table.title, *(cell.text for cell in table.cells if cell.is_header)])
    figures = [cell.text for cell in table.cells if not cell.is_header and cell.col > 0 and parse_amount(cell.text) is not None]
    single = sum(1 for text in figures if ONE_DECIMAL.fullmatch(text.strip()))
    return single >= LEAST_SINGLE and 2 * single > len(figures) and HEADS.search(named) is None


def _values(table: Table) -> set[Decimal]:
    found = (parse_amount(cell.text) for cell in table.cells if not cell.is_header)
    return {abs(amount.value) for amount in found if amount is not None and amount.unit == "SEK" and amount.value}


def inferred_unit(values: Iterable[Decimal], stated: frozenset[Decimal]) -> str | None:
    """Return the unit in which most `values` are among the `stated` kronor; None without a clear winner.

    >>> inferred_unit({Decimal(827), Decimal(697)}, frozenset({Decimal(827000), Decimal(697000)}))
    'tkr'
    """
    telling = [value for value in values if len(value.as_tuple().digits) > LEAST_DIGITS]
    votes = sorted(((sum(value * scale in stated for value in telling), unit) for unit, scale in SCALES), reverse=True)
    (most, unit), (next_most, _) = votes[0], votes[1]
    return unit if most >= LEAST_VOTES and most > 2 * next_most else None
