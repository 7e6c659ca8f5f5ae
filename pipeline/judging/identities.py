"""Identities between printed figures: a stated cell equals a signed sum of other cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pipeline.judging.grid import Ref
from pipeline.judging.verdict import Judgement, judge_sum
from schemas.figure import Figure

HALF = Decimal("0.5")


@dataclass(frozen=True)
class Identity:
    """`target` must equal the sum of `terms`, each with its sign."""

    rule: Literal["table.total", "table.row"]
    """The rule that it belongs to."""
    target: Ref
    """The cell that states the sum."""
    terms: tuple[tuple[int, Ref], ...]
    """(+1 or -1, cell), in reading order."""
    word: str = ""
    """The identity in words of the table's headers, for rows: `Utfall - Budget`."""
    sure: bool = True
    """False where only the label speaks for the identity and no column closes."""
    hoped: bool = False
    """Whether it misses by so much that only a misread digit could make it hold; says nothing on a page that is read well."""
    weak: bool = False
    """Whether only one column closes under this cover, on a small or round number."""
    repeated: Ref | None = None
    """A cell of the column whose whole row is printed a second time; the sum counts it once."""
    partial: bool = False
    """Whether a sum that it covers prints nothing in this column."""

    @cached_property
    def cells(self) -> tuple[Ref, ...]:
        """All cells that take part, the target first."""
        return (self.target, *(ref for _, ref in self.terms))


@dataclass(frozen=True)
class Values:
    """Figures by cell, some of them replaced by what they should have been."""

    figures: Mapping[Ref, Figure]
    """As printed."""
    replaced: Mapping[Ref, Decimal]
    """Values to use instead."""

    def value(self, ref: Ref) -> Decimal:
        """Return the value of a cell."""
        return self.replaced[ref] if ref in self.replaced else self.figures[ref].value

    def with_value(self, ref: Ref, value: Decimal) -> Values:
        """Return the same values with one more replaced."""
        return Values(self.figures, {**self.replaced, ref: value})

    def computed(self, identity: Identity) -> Decimal:
        """Return the signed sum of the terms."""
        return sum((sign * self.value(ref) for sign, ref in identity.terms), Decimal(0))

    def judge(self, identity: Identity) -> Judgement:
        """Judge one identity by the rounding of all its figures."""
        quanta = [self.figures[ref].quantum for ref in identity.cells]
        tolerance = sum(quanta, Decimal(0)) * HALF
        return judge_sum(self.value(identity.target), self.computed(identity), tolerance, max(quanta, default=Decimal(0)))

    def needed(self, identity: Identity, ref: Ref) -> Decimal:
        """Return the value of `ref` that makes the identity exact."""
        residual = self.value(identity.target) - self.computed(identity)
        if ref == identity.target:
            return self.value(ref) - residual
        sign = next(sign for sign, term in identity.terms if term == ref)
        return self.value(ref) + sign * residual
