"""Reading order of a page: its lines cut into flows (a column, a cell of a text table, a stretch of full-width text).

A gutter is white space that many lines in a row share, with prose on both sides that fills its column; a label column beside
figures, or a list of names and values, is no pair of columns and stays in row order. Where the paragraphs on both sides of a
gutter begin at the same heights, or rules part them, it is a table of text and is read row by row; otherwise column by column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractors.page.boxed_text import boxed_texts
from extractors.page.lines import lines_of, segments, size_of
from extractors.page.ruled import Grid, grids_of
from extractors.values.amounts import is_figure_token
from schemas.page import Line, Page, Word
from schemas.place import union

_LEAST_LINES = 5
"""Lines with words on both sides of a gutter that make columns."""
_LEAST_BESIDE = 3
"""The same for a text in the margin, if it has as many lines as columns need."""
_TIGHT = 0.3
"""Line heights of white space above a line that belongs to the one above it."""
_GUTTER = 0.9
"""Font sizes of the narrowest gutter."""
_NARROWEST = 0.14
"""Share of the page's width of the narrowest column."""
_MARGIN, _MARGIN_WORDS = 0.08, 1.5
"""The narrowest text in a margin, and the words of its usual line: set smaller than the text beside it, and in one piece."""
_SMALLER, _ONE_PIECE = 0.92, 1.8
"""Its size in sizes of the text, and its widest step from line to line in sizes of its own."""
_FILLED = 0.65
"""Share of its column's width that the usual line of prose fills."""
_FIGURES = 0.3
"""Share of figures from which a column is no prose."""
_WORDS = 2.5
"""Words of the usual line of prose."""
_ROW_GAP = 0.45
"""Line heights of white space, besides the usual, that part two paragraphs or rows."""
_SHARED = 0.8
"""Share of the paragraph gaps of one side that the other has too, in a table of text."""
_RULE = 0.6
"""Share of the width that a rule between two rows of text spans."""


_LABEL = re.compile(r"§+\s?\d+(?:\s?[a-z])?")
"""The number of a paragraph."""
_FLUSH = 3.0
"""Points by which lines of one title may begin apart."""


class Flow(NamedTuple):
    """Lines that follow one another, top to bottom."""

    lines: tuple[Line, ...]
    ruled: bool = False
    """True for the rows of a ruled table of figures."""
    cell: bool = False
    """True for a cell of a table of text."""


def flows_of(page: Page, lines: Sequence[Line]) -> tuple[Flow, ...]:
    """Return the flows of a page in reading order.

    Args:
        page: the page, for its rulings and width.
        lines: its lines, top to bottom, without furniture.
    """
    lines = _with_labels(lines)
    grids = grids_of(page, [word for line in lines for word in line.words])
    flows = [(grid.box.top, _flows_of_grid(grid)) for grid in grids]
    rest = _without(lines, [word for grid in grids for word in grid.words])
    boxed = boxed_texts(page, rest) if page.shades or page.rulings else ()
    rest = _without(rest, [word for text in boxed for line in text.lines for word in line.words])
    stretches = _between(rest, [*(grid.box.top for grid in grids), *(text.before for text in boxed)])
    flows += [(stretch[0].box.top, _columns(stretch, page)) for stretch in stretches]
    for text in boxed:
        above = [top for top, _ in flows if top < min(text.box.bottom, text.before)]
        flows.append((max(above, default=text.box.top), list(_columns(text.lines, page))))
    return tuple(flow for _, group in sorted(flows, key=lambda item: item[0]) for flow in group)


def _with_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with the number of a paragraph that stands half-way down a title of two lines put before the first."""
    labels = [index for index in range(1, len(lines) - 1) if _stands_between(*lines[index - 1 : index + 2])]
    whole = {index - 1: Line(words=(*lines[index].words, *lines[index - 1].words)) for index in labels}
    return [whole.get(index, line) for index, line in enumerate(lines) if index not in labels] if labels else lines


def _stands_between(above: Line, label: Line, below: Line) -> bool:
    """Tell whether a line is but the number of a paragraph, left of two flush lines and at half their height."""
    if not _LABEL.fullmatch(label.text) or not (_overlap(above, label) and _overlap(label, below)):
        return False
    return label.box.x1 < min(above.box.x0, below.box.x0) and abs(above.box.x0 - below.box.x0) < _FLUSH


def _without(lines: Sequence[Line], taken: Sequence[Word]) -> Sequence[Line]:
    """Return the lines without some words; what is left of a line is a line."""
    if not taken:
        return lines
    gone = {id(word) for word in taken}
    whole = [line for line in lines if not any(id(word) in gone for word in line.words)]
    pieces = lines_of(word for line in lines if line not in whole for word in line.words if id(word) not in gone)
    return sorted([*whole, *pieces], key=lambda line: line.box.middle[1]) if pieces else whole


def _flows_of_grid(grid: Grid) -> list[Flow]:
    if grid.holds_figures:
        return [Flow(lines_of(grid.words), ruled=True)]
    return [Flow(lines_of(cell), cell=True) for row in grid.rows for cell in row if cell]


def _between(lines: Sequence[Line], tops: Sequence[float]) -> list[list[Line]]:
    """Cut lines where a grid stands between them."""
    stretches: list[list[Line]] = []
    for index, line in enumerate(lines):
        above = lines[index - 1].box.top if index else None
        if above is None or any(above < top <= line.box.top for top in tops):
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _columns(lines: Sequence[Line], page: Page) -> list[Flow]:
    """Return the flows of a stretch of lines: columns where there are gutters."""
    found = _gutter_run(lines, page.width)
    if found is None:
        return [Flow(tuple(lines))] if lines else []
    gutter, run = found
    inside = [word for line in lines[run.start : run.stop] for word in line.words]
    left = [word for word in inside if word.box.middle[0] < gutter]
    right = [word for word in inside if word.box.middle[0] >= gutter]
    above, below = _columns(lines[: run.start], page), _columns(lines[run.stop :], page)
    rows = _rows(left, right, _rules_over(page, inside))
    if len(rows) > 1:
        middle = [Flow(lines_of(cell), cell=True) for row in rows for cell in row if cell]
    else:
        middle = [*_columns(lines_of(left), page), *_columns(lines_of(right), page)]
    return [*above, *middle, *below]


def _rules_over(page: Page, words: Sequence[Word]) -> list[float]:
    """Return the heights of the horizontal rules that span most of the width of some words."""
    box = union(word.box for word in words)
    spans: dict[float, float] = {}
    for ruling in page.rulings:
        if ruling.horizontal and ruling.box.x0 < box.x1 and ruling.box.x1 > box.x0:
            height = round(ruling.box.top / 3) * 3.0
            spans[height] = spans.get(height, 0.0) + min(ruling.box.x1, box.x1) - max(ruling.box.x0, box.x0)
    return sorted(height for height, span in spans.items() if span > _RULE * box.width)


def _gutter_run(lines: Sequence[Line], width: float) -> tuple[float, range] | None:
    """Return the x of the best gutter and the lines that it runs through, or None."""
    best: tuple[int, float, range] | None = None
    for gutter in _candidates(lines):
        for run in _uncrossed(lines, gutter):
            both = len(_parted(lines, run, gutter))
            if both < _LEAST_BESIDE or (best is not None and both <= best[0]):
                continue
            sides = _sides(lines[run.start : run.stop], gutter)
            margin = _margin_of(sides)
            if both < _LEAST_LINES and margin is None:
                continue
            if all(_fills(side, width, margin=side is margin) for side in sides):
                best = (both, gutter, run)
    return None if best is None else (best[1], best[2])


def _candidates(lines: Sequence[Line]) -> list[float]:
    """Return the middles of wide gaps inside lines and between lines side by side, each once, most frequent first, at most 12."""
    counts: dict[float, int] = {}
    for line in lines:
        limit = _GUTTER * size_of(line)
        for before, after in pairwise(line.words):
            if after.box.x0 - before.box.x1 >= limit:
                x = round((after.box.x0 - 3) / 4) * 4.0
                counts[x] = counts.get(x, 0) + 1
    for above, below in pairwise(lines):
        left, right = sorted((above.box, below.box), key=lambda box: box.x0)
        if _overlap(above, below) and right.x0 - left.x1 >= _GUTTER * size_of(above):
            x = round((right.x0 - 3) / 4) * 4.0
            counts[x] = counts.get(x, 0) + 1
    frequent = [x for x in counts if counts[x] >= _LEAST_LINES - 2]
    return sorted(frequent, key=lambda x: (-counts[x], x))[:12]


def _uncrossed(lines: Sequence[Line], gutter: float) -> list[range]:
    """Return the runs of lines of which no word crosses the gutter."""
    runs: list[range] = []
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or _runs_through(lines[index], gutter):
            if index > start:
                runs.append(_trimmed(lines, range(start, index), gutter))
            start = index + 1
    return [run for run in runs if run]


def _trimmed(lines: Sequence[Line], run: range, gutter: float) -> range:
    """Return the run from its first to its last line that has words on both sides, with what overlaps or follows closely."""
    parted = _parted(lines, run, gutter)
    if not parted:
        return range(0)
    first, last = parted[0], parted[-1]
    while first - 1 in run and lines[first].box.top - lines[first - 1].box.bottom < _TIGHT * lines[first].box.height:
        first -= 1
    while last + 1 in run and lines[last + 1].box.top - lines[last].box.bottom < 0.8 * lines[last].box.height:
        last += 1
    return range(first, last + 1)


def _parted(lines: Sequence[Line], run: range, gutter: float) -> list[int]:
    """Return the lines of a run that have words on both sides of a gutter, or text beside them on its other side.

    Columns whose lines stand at other heights than those beside them share no line, but overlap.
    """
    return [
        index
        for index in run
        if _is_parted(lines[index], gutter)
        or any(
            0 <= other - run.start < len(run)
            and _overlap(lines[index], lines[other])
            and _are_parted(lines[index], lines[other], gutter)
            for other in (index - 1, index + 1)
        )
    ]


def _overlap(one: Line, two: Line) -> bool:
    """Tell whether two lines stand beside one another, at least in part."""
    return one.box.top < two.box.bottom and two.box.top < one.box.bottom


def _are_parted(one: Line, two: Line, gutter: float) -> bool:
    left, right = sorted((one.box, two.box), key=lambda box: box.x0)
    return left.x1 <= gutter <= right.x0


def _runs_through(line: Line, gutter: float) -> bool:
    """Tell whether a line runs through a gutter, with a word or an ordinary space there."""
    return line.box.x0 < gutter < line.box.x1 and not _is_parted(line, gutter)


def _is_parted(line: Line, gutter: float) -> bool:
    """Tell whether a line has words on both sides of a gutter and wide white space there."""
    limit = _GUTTER * size_of(line)
    return any(a.box.x1 <= gutter <= b.box.x0 and b.box.x0 - a.box.x1 >= limit for a, b in pairwise(line.words))


def _sides(lines: Sequence[Line], gutter: float) -> tuple[list[Word], list[Word]]:
    """Return the words on the left and on the right of a gutter."""
    words = [word for line in lines for word in line.words]
    return [word for word in words if word.box.middle[0] < gutter], [word for word in words if word.box.middle[0] >= gutter]


def _margin_of(sides: tuple[list[Word], list[Word]]) -> list[Word] | None:
    """Return the side that is a text in the margin: set smaller than the other, and in one piece, line by line without a gap."""
    if not all(sides):
        return None
    sizes = [median(word.size or word.box.height for word in side) for side in sides]
    side, size = (sides[0], sizes[0]) if sizes[0] < sizes[1] else (sides[1], sizes[1])
    lines = lines_of(side)
    steps = [below.box.bottom - above.box.bottom for above, below in pairwise(lines)]
    is_margin = len(lines) >= _LEAST_LINES and size < _SMALLER * max(sizes) and max(steps) < _ONE_PIECE * size
    return side if is_margin else None


def _fills(words: Sequence[Word], width: float, *, margin: bool = False) -> bool:
    if not words or sum(is_figure_token(word.text) for word in words) > _FIGURES * len(words):
        return False
    lines = lines_of(words)
    left, right = min(word.box.x0 for word in words), max(word.box.x1 for word in words)
    if right - left < (_MARGIN if margin else _NARROWEST) * width:
        return False
    filled = median(line.box.width / (right - left) for line in lines)
    whole = all(len(segments(line, gap=2.5)) == 1 for line in lines) or filled > _FILLED
    return whole and filled >= _FILLED and median(len(line.words) for line in lines) >= (_MARGIN_WORDS if margin else _WORDS)


def _rows(left: Sequence[Word], right: Sequence[Word], rules: Sequence[float]) -> list[tuple[list[Word], list[Word]]]:
    """Cut two columns into the rows of a text table where their paragraph gaps are common; one row for columns of prose."""
    top, bottom = min(word.box.top for word in (*left, *right)), max(word.box.bottom for word in (*left, *right))
    gaps = [_gaps(side) for side in (left, right)]
    common = [
        (max(a[0], b[0]) + min(a[1], b[1])) / 2 for a in gaps[0] for b in gaps[1] if min(a[1], b[1]) - max(a[0], b[0]) > 1.0
    ]
    ruled = [rule for rule in rules if top < rule < bottom]
    if len(ruled) < 2 and (len(common) < 2 or len(common) < _SHARED * min(len(side) for side in gaps)):  # noqa: PLR2004  # one rule or one common gap parts nothing
        return [(list(left), list(right))]
    cuts = [float("-inf"), *sorted(ruled if len(ruled) > 1 else common), float("inf")]
    return [(_between_heights(left, above, below), _between_heights(right, above, below)) for above, below in pairwise(cuts)]


def _between_heights(words: Sequence[Word], top: float, bottom: float) -> list[Word]:
    return [word for word in words if top < word.box.middle[1] <= bottom]


def _gaps(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Return the white stripes between the paragraphs of a column as (top, bottom)."""
    lines = lines_of(words)
    stripes = [(above.box.bottom, below.box.top) for above, below in pairwise(lines)]
    if not stripes:
        return []
    usual = median(max(0.0, bottom - top) for top, bottom in stripes)
    height = median(line.box.height for line in lines)
    return [(top, bottom) for top, bottom in stripes if bottom - top > usual + _ROW_GAP * height]
