"""What the rows of a table mean: heading, item, sub-item, total, result; level, section, note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.tables.words import is_figure
from extractors.values.amounts import parse_amount
from extractors.values.periods import read_header
from schemas.amount import Amount, Interval
from schemas.table import Cell, Column, Row, RowRole, Table

TOTAL = re.compile(
    r"(?:del)?summa\b|(?:sub|slut)?total(?:t|summa|en)?\b|s:a\b|sa\.\s|summering\b|sum\b|.*\b(?:totalt|summa|total)[:.]?(?:\s\w+)?$|tot\.?\b",
    re.IGNORECASE,
)
KNOWN_TOTAL = re.compile(
    r"verksamhetens\s(?:netto)?(?:kostnader|intäkter)|.*\b(?:kostnader|intäkter)\stotalt|(?:netto|brutto)kostnad\w*|driftbidrag|parternas\sinsats|tillgångar"
    r"|(?:eget\skapital|skulder)\b.*\bskulder|(?:omsättnings|anläggnings)tillgångar|kortfristiga\sskulder|medelstilldelning|kassaflöde\sfrån\b.*|intäkter|kostnader",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"(?:årets|periodens|beräknat|budgeterat|prognostiserat|verksamhetens|ekonomiskt|redovisat)?\s?(?:\w+\s)?(?:balanskravs)?resultat(?:et)?\b(?!\w*\s?enhet).*"
    r"|årets\s(?:över|under)skott|över-?/?underskott|.*\bbalanskravsresultat\b.*",
    re.IGNORECASE,
)
SUBITEM = re.compile(r"(?:varav|därav|d[äa]rav|härav)\b|\(.*\)$", re.IGNORECASE)
NOTE = re.compile(r"\(?\bnot(?:er)?\.?\s(?P<number>\d{1,2}(?:(?:\s?[,–-]\s?|\soch\s)\d{1,2})*)\)?", re.IGNORECASE)
INDENT = 5.0
"""Points by which a label must be further right to be on a deeper level."""
LEAST_ITEMS = 2
PROOF = 3
"""So many items in so many columns do not add up by chance."""


@dataclass
class RowFacts:
    """One row on the way to its meaning."""

    index: int
    label: str
    cells: list[Cell]
    group: str = ""
    """The label beside it and other rows, that names them all."""
    amounts: dict[int, Amount] = field(default_factory=dict)
    indent: float = 0.0
    bold: bool = False
    role: RowRole = "item"
    """As found so far."""
    by_sum: bool = False
    """True where the role was found by adding up."""


def describe_rows(table: Table, columns: Sequence[Column]) -> tuple[Row, ...]:
    """Return the rows with their meaning."""
    facts = [_facts(table, columns, row.index) for row in table.rows]
    headers = {cell.row for cell in table.cells if cell.is_header}
    for row in facts:
        row.role = "header" if row.index in headers else _role(row, columns)
    _find_sums(facts)
    _find_parts(facts)
    return tuple(_rows(table, columns, facts))


def label_of(table: Table, columns: Sequence[Column], index: int) -> tuple[str, list[Cell]]:
    """Return the label of a row and its cells: the text left of the first figures."""
    cells = sorted((cell for cell in table.cells if cell.row <= index < cell.row + cell.row_span), key=lambda cell: cell.col)
    labels = [cell for cell in cells if columns[cell.col].kind == "label"]
    named = [cell for cell in cells if cell.col == 1 and _is_group_column(table, columns)]
    labels = named or labels or [cell for cell in cells if columns[cell.col].kind == "text" and not is_figure(cell.text)][:1]
    return " ".join(cell.text for cell in labels), labels


def _is_group_column(table: Table, columns: Sequence[Column]) -> bool:
    """Tell whether labels of the first column stand beside several rows, whose own names are in the second one."""
    if len(columns) <= 1 or columns[1].kind != "text":
        return False
    body = [cell for cell in table.cells if not cell.is_header]
    names = [cell.text for cell in body if cell.col == 1 and read_header(cell.text).scenario is None]
    return any(cell.col == 0 and cell.row_span > 1 for cell in body) and len(names) > 1


def _group(table: Table, columns: Sequence[Column], index: int) -> str:
    """Return the label that stands beside a row and others; empty where there is none."""
    beside = [cell for cell in table.cells if cell.row <= index < cell.row + cell.row_span and not cell.is_header]
    first = next((cell.text for cell in beside if cell.col == 0), "")
    return first if any(cell.col == 1 for cell in beside) and _is_group_column(table, columns) else ""


def _facts(table: Table, columns: Sequence[Column], index: int) -> RowFacts:
    label, labels = label_of(table, columns, index)
    cells = [cell for cell in table.cells if cell.row == index]
    own = [cell for cell in labels if cell.row == index]
    return RowFacts(
        index=index,
        label=label,
        group=_group(table, columns, index),
        cells=cells,
        amounts=_amounts(cells, columns),
        indent=min((cell.box.x0 for cell in labels), default=0.0),
        bold=bool(own) and all(cell.bold for cell in own),
    )


def _amounts(cells: Sequence[Cell], columns: Sequence[Column]) -> dict[int, Amount]:
    found = {}
    for cell in cells:
        column = columns[cell.col]
        if column.kind == "figures" and not cell.is_header:
            amount = parse_amount(cell.text, scale=column.scale, unit=column.unit)
            if amount is not None:
                found[cell.col] = amount
    return found


def _role(row: RowFacts, columns: Sequence[Column]) -> RowRole:
    figures = [cell for cell in row.cells if columns[cell.col].kind == "figures"]
    if not figures:
        others = [cell for cell in row.cells if columns[cell.col].kind in {"text", "note"}]
        return "text" if others or not row.label else "heading"
    if RESULT.fullmatch(row.label):
        return "result"
    if TOTAL.match(row.label) or (not row.label and row.amounts):
        return "total"
    return "subitem" if SUBITEM.match(row.label) else "item"


def _find_sums(rows: Sequence[RowFacts]) -> None:
    """Mark rows that equal the sum of all items above them back to the last total, where label or place agree."""
    group: list[RowFacts] = []
    for place, row in enumerate(rows):
        if row.role == "item" and len(group) >= LEAST_ITEMS:
            following = rows[place + 1].role if place + 1 < len(rows) else "heading"
            if _is_unnamed_total(row, group, following):
                row.role, row.by_sum = "total", True
        if row.role == "item":
            group.append(row)
        elif row.role in {"heading", "total", "result", "header"}:
            group = []


def _is_unnamed_total(row: RowFacts, group: Sequence[RowFacts], following: RowRole) -> bool:
    told = row.bold or KNOWN_TOTAL.fullmatch(row.label) is not None
    if _is_sum(row, group):
        return told or (following in {"heading", "total", "result"} and _telling(row, group))
    tails = (group[start:] for start in range(1, len(group) - LEAST_ITEMS + 1))
    return any(_is_sum(row, tail) and (told or _proves(row, tail)) for tail in tails)


def _proves(row: RowFacts, group: Sequence[RowFacts]) -> bool:
    """Tell whether so many columns add up over so many rows that it cannot be chance."""
    sums = {
        str(row.amounts[col].value)
        for col in row.amounts
        if sum(1 for item in group if col in item.amounts and item.amounts[col].value) >= PROOF
    }
    return len(group) > PROOF and len(sums) >= PROOF


def _telling(row: RowFacts, group: Sequence[RowFacts]) -> bool:
    """Tell whether equality is hardly chance: two columns that differ, or three items and more."""
    values = {tuple(sorted(str(item.amounts[col].value) for item in group if col in item.amounts)) for col in row.amounts}
    return len(values) > 1 or len(group) > LEAST_ITEMS


def _is_sum(row: RowFacts, group: Sequence[RowFacts]) -> bool:
    """Tell whether most columns of `row`, and not only empty ones, are the sums of the group's."""
    agree = differ = told = 0
    for col, amount in row.amounts.items():
        items = [item.amounts[col] for item in group if col in item.amounts]
        same_unit = [item for item in items if item.unit == amount.unit]
        if _meets(amount, same_unit):
            agree += 1
            told += amount.value != 0 and sum(1 for item in same_unit if item.value) > 1
        else:
            differ += 1
    return told > 0 and agree > 2 * differ


def _meets(total: Amount, items: Sequence[Amount]) -> bool:
    computed = Interval(low=Decimal(0), high=Decimal(0))
    for item in items:
        computed = computed + item.interval()
    return computed.meets(total.interval())


def _find_parts(rows: Sequence[RowFacts]) -> None:
    """Mark the rows indented below a row whose figures they add up to: they are counted already."""
    for place, row in enumerate(rows):
        if row.role not in {"item", "total"} or not row.amounts:
            continue
        parts = []
        for below in rows[place + 1 :]:
            if below.role not in {"item", "subitem"} or below.indent < row.indent + INDENT:
                break
            parts.append(below)
        if len(parts) >= LEAST_ITEMS and _is_sum(row, parts):
            for part in parts:
                part.role = "subitem"


def _rows(table: Table, columns: Sequence[Column], facts: Sequence[RowFacts]) -> list[Row]:
    levels = _levels([row for row in facts if row.role != "header" and row.label])
    rows: list[Row] = []
    section = table.title
    for row in facts:
        if row.role == "heading":
            section = row.label
        rows.append(
            Row(
                index=row.index,
                label=row.label,
                role=row.role,
                level=levels.get(row.index, 0),
                section=row.group or section,
                note=_note(row, columns),
            )
        )
    return rows


def _levels(rows: Sequence[RowFacts]) -> dict[int, int]:
    steps: list[float] = []
    for x in sorted(row.indent for row in rows):
        if not steps or x - steps[-1] >= INDENT:
            steps.append(x)
    return {row.index: max((i for i, step in enumerate(steps) if row.indent >= step - 1), default=0) for row in rows}


def _note(row: RowFacts, columns: Sequence[Column]) -> str | None:
    for cell in row.cells:
        if columns[cell.col].kind == "note" and not cell.is_header:
            return re.sub(r"(?i)^not\.?\s", "", cell.text)
    found = NOTE.search(row.label)
    return found["number"] if found else None
