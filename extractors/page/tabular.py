"""Which lines are rows of a table of figures, so that they are not read as prose.

A row has figures set apart from its label by white space, or nothing but figures; a table is at least two rows whose figures
share a column, with the labels and column headers that belong to them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.page.lines import segments
from extractors.values.amounts import is_figure_token
from schemas.page import Line, Word

_GAP = 0.9
"""Font sizes of white space between cells."""
_SLACK = 5.0
"""Points by which the edges of one column may differ."""
_BETWEEN = 2
"""Lines without figures that may stand between two rows (headings in the table, wrapped labels)."""
_CLOSE, _NEAR = 1.5, 2.6
"""Line heights between a header and its rows: of one cell over the figures, of several."""
_HEADER_LINES = 4
"""Lines of column headers above the first row."""

Cells = list[tuple[float, float]]
"""Left and right edges of the figures of a row."""


def table_runs(lines: Sequence[Line]) -> tuple[range, ...]:
    """Return the runs of lines that are tables of figures, as ranges of indexes."""
    cells = [figure_cells(line) for line in lines]
    runs: list[range] = []
    rows: list[int] = []
    for index in range(len(lines)):
        if not cells[index]:
            continue
        if rows and _is_label(cells, rows, index):
            continue
        if rows and (index - rows[-1] - 1 > _BETWEEN or not _shares_column(cells, rows, index) or _far(lines, rows[-1], index)):
            _close(runs, rows, lines, cells)
            rows = []
        rows.append(index)
    _close(runs, rows, lines, cells)
    return tuple(runs)


def figure_cells(line: Line) -> Cells:
    """Return the edges of the cells of figures at the right of a line; none where the line is prose."""
    parts = segments(line, gap=_GAP)
    figures: Cells = []
    for part in reversed(parts):
        if not _is_figure(part):
            break
        figures.insert(0, (part[0].box.x0, part[-1].box.x1))
    if len(figures) == len(parts):
        return figures if len(figures) > 1 or len(line.words) > 1 or any(char.isdigit() for char in line.text) else []
    return figures


def _is_figure(part: Sequence[Word]) -> bool:
    texts = [word.text for word in part]
    if len(texts) > 1 and texts[-1].lower().rstrip(".") in {"kr", "tkr", "mnkr", "kkr", "mkr", "%", "kronor"}:
        texts.pop()
    return all(is_figure_token(text) for text in texts)


def _shares_column(cells: Sequence[Cells], rows: Sequence[int], index: int) -> bool:
    return any(
        abs(left[1] - right[1]) < _SLACK or abs(left[0] - right[0]) < _SLACK
        for row in rows[-3:]
        for left in cells[row]
        for right in cells[index]
    )


def _is_label(cells: Sequence[Cells], rows: Sequence[int], index: int) -> bool:
    """Tell whether the figures of a line stand left of all columns so far: the end of a wrapped label (`(6014)`)."""
    left = min(edge for row in rows[-3:] for edge, _ in cells[row])
    return all(right < left - _SLACK for _, right in cells[index])


def _far(lines: Sequence[Line], above: int, below: int) -> bool:
    """Tell whether the white space between two rows is too wide for one table."""
    height = max(lines[above].box.height, lines[below].box.height)
    return any(lines[index + 1].box.top - lines[index].box.bottom > 3.5 * height for index in range(above, below))


def _close(runs: list[range], rows: list[int], lines: Sequence[Line], cells: Sequence[Cells]) -> None:
    if len(rows) < 2 or not any(len(segments(lines[row], gap=_GAP)) > 1 for row in rows):  # noqa: PLR2004  # one row is a line of text
        return
    first, floor = rows[0], runs[-1].stop if runs else 0
    left = min(edge for row in rows for edge, _ in cells[row])
    while first > floor and rows[0] - first < _HEADER_LINES and _is_header(lines[first - 1], lines[first], left):
        first -= 1
    runs.append(range(first, rows[-1] + 1))


def _is_header(line: Line, below: Line, left: float) -> bool:
    """Tell whether a line above a row is a header: it stands close, and one of its cells stands over the figures."""
    gap = (below.box.top - line.box.bottom) / line.box.height
    parts = segments(line, gap=_GAP)
    over = [part for part in parts if part[0].box.x0 > left - 3 * line.box.height]
    if gap > (_CLOSE if len(over) < 2 else _NEAR):  # noqa: PLR2004  # two parts over one another are a column
        return False
    return bool(over) and (len(parts) > 1 or len(line.words) <= 3)  # noqa: PLR2004  # words of a plain label
