"""Which rows a total covers: not printed, so plausible covers are tried and the columns together decide.

Rows are stacked as they come. A total takes rows off the stack and stands there in their place, so that nested totals, grand
totals and result rows are all sums of what is still on the stack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.grid import Grid, Line, Ref
from pipeline.identities import Identity, Values
from schemas.figure import Figure

MANY = 3
SOLID_DIGITS = 3
NEAR = Decimal("0.05")


@dataclass(frozen=True)
class Part:
    """Something on the stack: a row, or a total that stands for the rows it took."""

    line: Line
    """The row."""
    is_total: bool
    """Whether it stands for others."""


@dataclass(frozen=True)
class Cover:
    """Rows that a total may cover, each with its sign."""

    start: int
    """Where they begin on the stack."""
    parts: tuple[Part, ...]
    """The rows."""
    signs: tuple[int, ...]
    """Their signs."""
    natural: bool
    """Begins at a heading, after a total or at the top."""
    plain: bool
    """The items since the last total or heading, all added."""


@dataclass(frozen=True)
class Fit:
    """How well a cover closes over the columns."""

    cover: Cover
    """The cover."""
    identities: tuple[Identity, ...]
    """One per column."""
    closed: int
    """Columns that close and say something (not all zero)."""
    open: int
    """Columns that do not close."""
    solid: bool
    """Whether one closes exactly on at least three significant digits and two terms."""

    @property
    def rank(self) -> tuple[int, bool, int, bool, bool, int]:
        """Sort key, best first when reversed."""
        return (self.closed, self.solid, -self.open, self.cover.plain, self.cover.natural, -len(self.cover.parts))

    @property
    def accepted(self) -> bool:
        """Tell whether the columns speak for this cover."""
        if not self.closed:
            return self.cover.plain and not self.open
        half = self.closed >= self.open
        if self.cover.plain:
            return half
        if self.cover.natural:
            return half and (self.closed > 1 or self.solid)
        return half and self.closed > 1 and self.solid


def total_identities(grid: Grid) -> tuple[Identity, ...]:
    """Return the identities of all totals and results of one table, those that the columns support."""
    stack: list[Part] = []
    identities: list[Identity] = []
    for line in grid.lines:
        if not line.is_target or not stack:
            stack.append(Part(line, is_total=False))
            continue
        fit = best_fit(grid.figures, line, stack)
        start = fit.cover.start if fit else plain_start(stack)
        if fit:
            identities.extend(readable(grid, fit.identities))
        elif line.is_sum:
            identities.extend(unproven(grid, line, stack[start:]))
        del stack[start:]
        stack.append(Part(line, is_total=True))
    return tuple(identities)


def best_fit(figures: Mapping[Ref, Figure], line: Line, stack: Sequence[Part]) -> Fit | None:
    """Return the cover that the columns support best, or None."""
    fits = [fit_of(figures, line, cover) for cover in covers_of(stack, figures)]
    accepted = [fit for fit in fits if fit.accepted]
    return max(accepted, key=lambda fit: fit.rank, default=None)


def plain_start(stack: Sequence[Part]) -> int:
    """Return where the items since the last total or heading begin."""
    start = len(stack) - 1
    while start > 0 and not stack[start].line.opens_block and not stack[start - 1].is_total and not stack[start].is_total:
        start -= 1
    return start


def covers_of(stack: Sequence[Part], figures: Mapping[Ref, Figure]) -> list[Cover]:
    """Return every plausible cover: each run of rows down to the total, and the totals alone."""
    plain = plain_start(stack)
    covers = []
    for start in range(len(stack)):
        parts = tuple(stack[start:])
        natural = start == 0 or stack[start].line.opens_block or stack[start - 1].is_total or stack[start].is_total
        signs = (1,) * len(parts)
        covers.append(Cover(start, parts, signs, natural=natural, plain=start == plain))
        by_kind = _signs_by_kind(parts, figures)
        if natural and by_kind != signs:
            covers.append(Cover(start, parts, by_kind, natural=True, plain=False))
    totals = tuple(part for part in stack if part.is_total)
    first = next((i for i, part in enumerate(stack) if part.is_total), 0)
    if 1 < len(totals) < len(stack) - first:
        covers.append(Cover(first, totals, (1,) * len(totals), natural=True, plain=False))
    return covers


def _signs_by_kind(parts: Sequence[Part], figures: Mapping[Ref, Figure]) -> tuple[int, ...]:
    """Return -1 for costs when costs are printed without a minus: result = income - cost."""
    refs = [ref for part in parts if part.line.is_cost for ref in part.line.cells.values()]
    costs = [figures[ref].value for ref in refs if figures[ref].scenario != "variance"]
    if not costs or min(costs) < 0 or all(part.line.is_cost for part in parts):
        return (1,) * len(parts)
    return tuple(-1 if part.line.is_cost else 1 for part in parts)


def fit_of(figures: Mapping[Ref, Figure], line: Line, cover: Cover) -> Fit:
    """Return how a cover closes in each column of the total."""
    values = Values(figures, {})
    identities = []
    closed = still_open = 0
    solid = False
    for col, target in line.cells.items():
        identity = _column_identity(figures, cover, col, target)
        if identity is None:
            continue
        identities.append(identity)
        judgement = values.judge(identity)
        if not judgement.holds or judgement.loose:
            still_open += not judgement.holds
        elif says_something(values, identity):
            closed += 1
            solid = solid or is_solid(values, identity)
    return Fit(cover, tuple(identities), closed, still_open, solid)


def _column_identity(figures: Mapping[Ref, Figure], cover: Cover, col: int, target: Ref) -> Identity | None:
    signed = zip(cover.signs, (part.line.cells for part in cover.parts), strict=True)
    terms = tuple((sign, cells[col]) for sign, cells in signed if col in cells)
    if not terms:
        return None
    partial = any(part.is_total and col not in part.line.cells for part in cover.parts)
    identity = Identity("table.total", target, terms, partial=partial)
    if figures[target].scenario != "variance" or Values(figures, {}).judge(identity).holds:
        return identity
    unsigned = Identity("table.total", target, tuple((1, ref) for _, ref in terms), partial=partial)
    return unsigned if Values(figures, {}).judge(unsigned).holds else identity


def says_something(values: Values, identity: Identity) -> bool:
    """Tell whether a column that closes is evidence at all: zeros are not."""
    return any(values.value(ref) != 0 for _, ref in identity.terms)


def is_solid(values: Values, identity: Identity) -> bool:
    """Tell whether a sum closes exactly on three significant digits and two terms: chance does not do that."""
    terms = sum(values.value(ref) != 0 for _, ref in identity.terms)
    target = values.value(identity.target)
    digits = len(f"{abs(target):f}".strip("0").replace(".", "")) if target else 0
    wide = abs(target) / values.figures[identity.target].quantum >= Decimal(10) ** (SOLID_DIGITS - 1)
    return terms > 1 and (digits >= SOLID_DIGITS - 1 and wide) and values.judge(identity).verdict == "exact"


def readable(grid: Grid, identities: Sequence[Identity]) -> list[Identity]:
    """Leave out the identities of columns in which a covered row has digits that were not read."""
    kept = []
    for identity in identities:
        table_id, last, col = identity.target
        first = min((ref[1] for _, ref in identity.terms if ref[0] == table_id), default=last)
        if not any(ref[2] == col and first <= ref[1] <= last for ref in grid.unread):
            kept.append(identity)
    return kept


def unproven(grid: Grid, line: Line, parts: Sequence[Part]) -> list[Identity]:
    """Return the plain sums of a row called `Summa` that closes nowhere but misses by little; not sure."""
    if len(parts) < MANY:
        return []
    values = Values(grid.figures, {})
    found = []
    for col, target in line.cells.items():
        terms = tuple((1, part.line.cells[col]) for part in parts if col in part.line.cells)
        identity = Identity("table.total", target, terms, sure=False)
        if len(terms) >= MANY and abs(values.judge(identity).residual) <= NEAR * abs(values.value(target)):
            found.append(identity)
    return readable(grid, found)
