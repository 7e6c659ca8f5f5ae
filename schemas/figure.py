"""One stated figure: a fact in the sense of XBRL, with its place on the page."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from schemas.amount import HALF, Amount, Interval, Unit
from schemas.place import Box
from schemas.record import Record

Scenario = Literal["budget", "outcome", "forecast", "plan", "variance", "granted", "requested"]
Origin = Literal["table", "prose"]
CONFIRMED = 0.99
"""Confidence of a figure on a scanned page that two more readings of the picture confirmed, whatever the sums say."""


class Figure(Record):
    """A figure that a document states."""

    figure_id: str
    """Stable id: document, page, box, raw, origin."""
    document_id: str
    """The document it stands in."""
    concept: str | None = None
    """Dotted id of the chart of concepts (`schemas/chart.yaml`); None when the label is not known."""
    subject: str | None = None
    """The initiative, unit or account that the figure is about, as a name (`SamCoach`)."""
    label: str = ""
    """What the row or sentence says, as printed (whole sentence for prose)."""
    column_header: str = ""
    """The header of its column, levels joined by ` / `; empty for prose."""
    fiscal_year: int | None = None
    """The year that the figure is about."""
    period_start: dt.date | None = None
    """First day of its period; equal to `period_end` for a balance at a date."""
    period_end: dt.date | None = None
    """Last day of its period."""
    scenario: Scenario | None = None
    """Budget, outcome, forecast, ..."""
    measure: str | None = None
    """`income`, `cost` or `net` where the column says so; `deficit` where a sentence does (`ett underskott om 455 tkr`: value
    +455000 as printed, -455000 in truth, see `natural`); `surplus` where it says what a committee has left; None otherwise."""
    value: Decimal
    """Multiplied out, with the sign as printed (lower end of a printed range)."""
    value_high: Decimal | None = None
    """Upper end of a printed range."""
    unit: Unit
    """What it counts."""
    quantum: Decimal
    """Step of the last printed digit, in the value's unit, multiplied out."""
    approximate: bool = False
    """Stated as `ca`, `minst` and the like."""
    change: bool = False
    """True where the figure is a change (`en minskning med 20 000 kr`), not a level."""
    raw: str
    """Exactly as printed, before repair."""
    page: int
    """Page, from 1."""
    box: Box
    """Its box."""
    table_id: str | None = None
    """The table it stands in."""
    row: int | None = None
    """Row in the table, from 0."""
    col: int | None = None
    """Column in the table, from 0."""
    origin: Origin
    """Table or prose."""
    confidence: float = 1.0
    """How sure reading and meaning are, 0 to 1."""
    repaired: bool = False
    """True where the reading was changed by repair."""
    decision_id: str | None = None
    """The decision that states it, for what minutes grant."""

    @property
    def is_exact(self) -> bool:
        """Whole kronor in running text are exact, unless they are stated roughly."""
        return self.origin == "prose" and self.quantum <= 1 and self.unit == "SEK" and not self.approximate

    @property
    def amount(self) -> Amount:
        """The figure as an amount."""
        return Amount(
            value=self.value,
            unit=self.unit,
            quantum=self.quantum,
            value_high=self.value_high,
            approximate=self.approximate,
            exact=self.is_exact,
            raw=self.raw,
        )

    @property
    def natural(self) -> Decimal:
        """The value with the sign that the words give it: a deficit is below zero though no minus is printed."""
        return -self.value if self.measure == "deficit" and self.value > 0 else self.value

    @property
    def half_width(self) -> Decimal:
        """Half the length of `interval()`, without making it."""
        half = Decimal(0) if self.is_exact else self.quantum * HALF
        return half if self.value_high is None else half + abs(self.value_high - self.value) * HALF

    def interval(self) -> Interval:
        """Return the interval of values that the printed figure can stand for."""
        return self.amount.interval()
