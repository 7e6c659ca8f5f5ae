"""A row that a sum counts but its table leaves out: printed in another table of the same lines on the page."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.judging.explain import Cause
from pipeline.judging.grid import Grid
from pipeline.judging.outcome import Message
from pipeline.judging.statements import fold

SHARED_LINES = 3


def row_elsewhere(grids: Mapping[str, Grid], table_id: str, residual: Decimal) -> Cause | None:
    """Return the row of another table of the page whose amount is the residual, where the tables share most of their lines."""
    mine = grids[table_id]
    labels = _labels(mine)
    for grid in grids.values():
        if grid is mine or grid.table.page != mine.table.page or len(labels & _labels(grid)) < SHARED_LINES:
            continue
        for figure in grid.figures.values():
            if figure.value == residual != 0 and fold(figure.label) not in labels:
                label = " ".join(figure.label.split())
                sv = f"Skillnaden är raden ”{label}”, som bara står i en annan tabell på sidan."
                en = f"The difference is the row “{label}”, which stands only in another table of the page."
                return Cause("row of another table", Message(sv, en))
    return None


def _labels(grid: Grid) -> set[str]:
    return {fold(line.label) for line in grid.lines}
