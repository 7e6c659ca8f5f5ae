"""Graded verdicts on two statements that must agree: rounding decides, no tolerance is chosen.

A printed figure stands for the interval [v - q/2, v + q/2] with q the step of its last digit; two statements agree when their
intervals meet. Two statements of one fact that differ by less than one step of the coarser were cut or rounded up, never wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Verdict

LOOSE = "misses by more than one unit of the last digit"
TRUNCATED = "truncated"
ROUNDED_UP = "rounded up"


class Judgement(NamedTuple):
    """How a stated value compares with a computed one."""

    verdict: Verdict
    """`exact`, `within_rounding` or `inconsistent`."""
    residual: Decimal
    """stated - computed."""
    tolerance: Decimal
    """Half-width of the interval that was allowed."""
    explanation: str | None = None
    """What to know about a fit that is not exact."""

    @property
    def holds(self) -> bool:
        """Tell whether the statements agree."""
        return self.verdict in ("exact", "within_rounding")

    @property
    def loose(self) -> bool:
        """Tell whether they agree only because many rounded terms allow much."""
        return self.explanation == LOOSE


def judge_sum(stated: Decimal, computed: Decimal, tolerance: Decimal, quantum: Decimal) -> Judgement:
    """Judge a stated value against arithmetic.

    Args:
        stated: what is printed, multiplied out.
        computed: what the other figures give.
        tolerance: half the steps of all figures taken together.
        quantum: the coarsest step among them.
    """
    residual = stated - computed
    if residual == 0:
        return Judgement("exact", residual, tolerance)
    if abs(residual) > tolerance:
        return Judgement("inconsistent", residual, tolerance)
    return Judgement("within_rounding", residual, tolerance, LOOSE if abs(residual) > quantum else None)


class Statement(NamedTuple):
    """One side of a comparison: a value, its upper end and the step of its last digit."""

    value: Decimal
    """Multiplied out."""
    high: Decimal
    """Upper end of a printed range; `value` where none was printed."""
    quantum: Decimal
    """Step of its last digit, multiplied out."""
    half: Decimal
    """Half-width of the interval that it stands for."""


def judge_same(stated: Statement, other: Statement) -> Judgement:
    """Judge two statements of one fact; less than one step of the coarser one is never an error."""
    residual = stated.value - other.value
    tolerance = stated.half + other.half
    gap = max(Decimal(0), stated.value - other.high, other.value - stated.high)
    if gap == 0:
        return Judgement("exact" if residual == 0 else "within_rounding", residual, tolerance)
    if gap <= tolerance:
        return Judgement("within_rounding", residual, tolerance)
    coarse, fine = (stated, other) if stated.quantum >= other.quantum else (other, stated)
    if gap < coarse.quantum:
        towards_zero = abs(coarse.value) < abs(fine.value)
        return Judgement("within_rounding", residual, coarse.quantum, TRUNCATED if towards_zero else ROUNDED_UP)
    return Judgement("inconsistent", residual, tolerance)


def common_step(values: Iterable[Decimal], quantum: Decimal) -> Decimal:
    """Return the step that all `values` really have: 1000 where every one of at least three is a whole thousand.

    Zeros say nothing about the step and are left out.
    """
    told = [value for value in values if value != 0]
    thousand = Decimal(1000)
    whole = len(told) > 2 and all(value % thousand == 0 for value in told)  # noqa: PLR2004  # two round sums are chance
    return max(quantum, thousand) if whole else quantum
