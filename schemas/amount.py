"""An amount as printed: value, unit and the step of its last digit; the interval it stands for; arithmetic on intervals."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from schemas.record import Record

Unit = Literal["SEK", "percent", "count", "ratio"]

HALF = Decimal("0.5")


class Interval(Record):
    """A closed interval of real numbers."""

    low: Decimal
    """Lower end, included."""
    high: Decimal
    """Upper end, included."""

    @property
    def half_width(self) -> Decimal:
        """Half the length of the interval."""
        return (self.high - self.low) / 2

    def meets(self, other: Interval) -> bool:
        """Tell whether the two intervals share at least one point."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """Return the distance between the intervals; 0 when they meet."""
        return max(Decimal(0), self.low - other.high, other.low - self.high)

    def __add__(self, other: Interval) -> Interval:
        """Return the interval of all sums."""
        return Interval(low=self.low + other.low, high=self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Return the interval of all differences."""
        return Interval(low=self.low - other.high, high=self.high - other.low)

    def __neg__(self) -> Interval:
        """Return the mirror image."""
        return Interval(low=-self.high, high=-self.low)

    def __mul__(self, other: Interval) -> Interval:
        """Return the interval of all products."""
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(low=min(ends), high=max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Return the interval of all quotients; ZeroDivisionError when `other` holds zero."""
        if other.low <= 0 <= other.high:
            msg = "the divisor may be zero"
            raise ZeroDivisionError(msg)
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(low=min(ends), high=max(ends))


class UnitMismatchError(ValueError):
    """Two amounts of different units were added or compared."""


class Amount(Record):
    """A printed amount. `-827` in a table headed tkr is value -827000, unit SEK, quantum 1000."""

    value: Decimal
    """In the unit, multiplied out (kronor, not thousands), with the sign as printed."""
    unit: Unit
    """What it counts."""
    quantum: Decimal
    """The step of the last printed digit, in the same unit: 1000 for tkr without decimals, 0.1 for `16,9 %`."""
    value_high: Decimal | None = None
    """The upper end where a range was printed (`100-138 tkr`)."""
    approximate: bool = False
    """True for `ca`, `cirka`, `omkring`, `drygt`, `minst`, `ungefär` and the like."""
    exact: bool = False
    """True for whole kronor stated in running text: no rounding is assumed."""
    raw: str = ""
    """Exactly as printed."""

    def interval(self) -> Interval:
        """Return [value - quantum/2, value + quantum/2]; the bare value when exact; the whole range where one was printed."""
        half = Decimal(0) if self.exact else self.quantum * HALF
        high = self.value if self.value_high is None else self.value_high
        return Interval(low=min(self.value, high) - half, high=max(self.value, high) + half)

    def __add__(self, other: Amount) -> Amount:
        """Return the sum; UnitMismatchError when the units differ."""
        if self.unit != other.unit:
            msg = f"cannot add {other.unit} to {self.unit}"
            raise UnitMismatchError(msg)
        return Amount(value=self.value + other.value, unit=self.unit, quantum=max(self.quantum, other.quantum))
