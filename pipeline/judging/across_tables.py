"""A table that holds only a sum (`Kostnader totalt`) adds up the sums of the tables before it that have the same columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.judging.covers import Cover, Fit, Part, fit_of, identities_of
from pipeline.judging.grid import Grid, Line, Ref
from pipeline.judging.identities import Identity
from schemas.figure import Figure

FEWEST = 2
MOST = 12


def cross_identities(grids: Sequence[Grid], figures: Mapping[Ref, Figure]) -> list[Identity]:
    """Return the identities of lone sums over the sums of the tables before them."""
    found: list[Identity] = []
    for i, grid in enumerate(grids):
        line = _lone_sum(grid)
        if line is None:
            continue
        parts = [part for before in grids[max(0, i - MOST) : i] if (part := _last_sum(before, grid))]
        fit = _best(figures, line, parts)
        if fit:
            found.extend(identities_of(figures, line, fit))
    return found


def _lone_sum(grid: Grid) -> Line | None:
    """Return the only line of a table when it states a sum."""
    return grid.lines[0] if len(grid.lines) == 1 and grid.lines[0].is_target else None


def _last_sum(before: Grid, grid: Grid) -> Part | None:
    """Return the last sum of an earlier table, its cells under the columns of `grid`; None when the columns differ."""
    sums = [line for line in before.lines if line.is_target]
    if not sums or before.unit != grid.unit:
        return None
    places = {_meaning(before, col): ref for col, ref in sums[-1].cells.items()}
    cells = {col: places[_meaning(grid, col)] for col in grid.columns if _meaning(grid, col) in places}
    if len(cells) < len(grid.columns) or len(places) != len(sums[-1].cells):
        return None
    line = sums[-1]
    return Part(Line(line.row, line.label, cells, line.is_target, line.is_sum, line.opens_block, line.is_cost), is_total=True)


def _meaning(grid: Grid, col: int) -> tuple[int | None, str | None, str | None, str]:
    column = grid.columns[col]
    if column.fiscal_year is None:
        return (None, None, None, column.header)
    return (column.fiscal_year, column.scenario, column.measure, "")


def _best(figures: Mapping[Ref, Figure], line: Line, parts: Sequence[Part]) -> Fit | None:
    """Return the run of sums that closes exactly in at least one column on solid digits, the best by closed columns."""
    fits = []
    for start in range(len(parts) - FEWEST + 1):
        run = tuple(parts[start:])
        fits.append(fit_of(figures, line, Cover(start, run, (1,) * len(run), natural=True, plain=False)))
    solid = [fit for fit in fits if fit.closed and fit.solid]
    return max(solid, key=lambda fit: fit.rank, default=None)
