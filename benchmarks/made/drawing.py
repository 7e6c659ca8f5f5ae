"""A document as it is to be printed: tables of exact amounts with headers, sentences with amounts, and how they are rounded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from schemas.decision import Decision
from schemas.document import Body, DocumentKind
from schemas.meeting import Meeting
from schemas.stated import Stated

Spot = tuple[int, int]
"""Row and column of figures, both from 0 (labels and headers not counted)."""


@dataclass
class DrawnRow:
    """A row: a heading when it has no values."""

    label: str
    values: Sequence[Decimal | None] = ()
    """In kronor (percent where `percent`), one per column of figures, exact; with the sign to print."""
    note: str = ""
    percent: bool = False
    is_sum: bool = False
    """Whether it follows from rows above."""


@dataclass
class DrawnTable:
    """A table with one label column, perhaps a column of notes, and columns of figures."""

    title: str
    headers: Sequence[str]
    """Over the columns of figures."""
    rows: list[DrawnRow]
    scale: int
    decimals: int
    notes: bool = False
    role: str = ""
    """What the table is in its document, for planting: `income`, `balance`, ..."""
    forced: dict[Spot, Decimal] = field(default_factory=dict)
    """Amounts that are printed instead of the true ones, in kronor."""

    @property
    def quantum(self) -> Decimal:
        """Step of the last printed digit, in kronor."""
        return Decimal(self.scale) / 10**self.decimals

    def rounded(self, spot: Spot) -> Decimal | None:
        """Return what is printed at a spot, multiplied out."""
        value = self.forced.get(spot, self.rows[spot[0]].values[spot[1]] if self.rows[spot[0]].values else None)
        if value is None:
            return None
        step = Decimal(1) if self.rows[spot[0]].percent else self.quantum
        return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step

    def text(self, spot: Spot) -> str:
        """Return the printed text of a spot; empty where nothing is printed."""
        value = self.rounded(spot)
        if value is None:
            return ""
        if self.rows[spot[0]].percent:
            return f"{value:f}%"
        return printed(value / self.scale, self.decimals)


@dataclass
class Sentence:
    """A sentence with one amount, `{}` where it stands."""

    template: str
    value: Decimal
    """In kronor, exact."""
    scale: int = 1
    decimals: int = 0
    forced: Decimal | None = None
    """An amount that is printed instead."""
    role: str = ""
    heading: str = ""
    """A heading above it."""

    @property
    def text(self) -> str:
        """Return the sentence as printed."""
        step = Decimal(self.scale) / 10**self.decimals
        value = self.value if self.forced is None else self.forced
        number = (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step / self.scale
        unit = {1: "kronor", 1000: "tkr", 1000000: "mnkr"}[self.scale]
        return self.template.format(f"{printed(number, self.decimals)} {unit}")


@dataclass
class Drawn:
    """A document before it is printed."""

    name: str
    kind: DocumentKind
    body: Body
    year: int
    title: str
    tables: list[DrawnTable] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    meeting_date: dt.date | None = None
    period_end: dt.date | None = None
    scanned: bool = False
    meetings: list[Meeting] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)


def printed(value: Decimal, decimals: int) -> str:
    """Write a number the Swedish way.

    >>> printed(Decimal("-1858.5"), 1)
    '-1 858,5'
    """
    text = f"{abs(value):,.{decimals}f}".replace(",", " ").replace(".", ",")
    return f"-{text}" if value < 0 else text
