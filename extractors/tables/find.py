"""All tables of a document: ruled grids first, then regions of aligned figures in what is left of each page."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.assemble import assemble
from extractors.tables.bands import split_bands
from extractors.tables.beside import apart
from extractors.tables.blank import is_blank
from extractors.tables.framed import framed_grids
from extractors.tables.grid import Grid, compact
from extractors.tables.judge import is_table, lumped
from extractors.tables.lattice import inside, read_lattice
from extractors.tables.opened import goes_on
from extractors.tables.prose_beside import without_prose
from extractors.tables.row_rules import row_ruled_grids
from extractors.tables.rules import JOIN, RuleGroup, Segment, segments, touching
from extractors.tables.shades import cell_shades, shade_edges, without_shade_edges
from extractors.tables.split import merge_columns, split_columns, split_headers
from extractors.tables.stream import find_regions, page_lines
from extractors.tables.text_columns import text_grids
from extractors.tables.words import has_digit, is_figure, usable_words
from extractors.tables.years import is_year
from extractors.tables.zebra import with_rows_between
from schemas.page import Page, Ruling, Word
from schemas.place import Box

HEADER_GAP = 25.0
"""Points; a header stands no further above its table."""
MOST_RULES = 3000
"""A page with more rules than this after joining is a drawing."""
COVERED = 0.93
"""Share of a rival's area that a reading must cover to be preferred."""


def page_grids(page: Page, words: Sequence[Word] | None = None) -> list[Grid]:
    """Return the tables of one page, top first; `words` are those that count, by default all usable ones of the page."""
    left = list(usable_words(page) if words is None else words)
    horizontal = segments(page.rulings, horizontal=True)
    drawn = without_shade_edges(page.rulings, page.shades)
    shaded = [*drawn, *shade_edges(with_rows_between(cell_shades(page.shades), left))]
    readings = [drawn, shaded] if page.shades else [shaded]
    grids = [
        grid for grid in _best([_ruled_grids(page.number, rulings, left) for rulings in readings]) if not goes_on(grid, left)
    ]
    left = _outside(left, grids)
    grids.extend(row_ruled_grids(page.number, left, horizontal))
    left = _outside(left, grids)
    grids.extend(_unruled(page.number, left, horizontal))
    left = _outside(left, grids)
    framed = framed_grids(page.number, left, horizontal)
    grids.extend([grid for grid in framed if not any(grid.box.overlaps(other.box) for other in grids) and grid.row_count > 1])
    grids.extend(text_grids(page.number, _outside(left, grids)))
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))


def _outside(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    return [word for word in words if not any(grid.box.contains_middle_of(word.box) for grid in grids)]


def _ruled_grids(page: int, rulings: Sequence[Ruling], words: list[Word]) -> list[Grid]:
    horizontal, vertical = segments(rulings, horizontal=True), segments(rulings, horizontal=False)
    if len(horizontal) + len(vertical) > MOST_RULES:
        return []
    groups = with_headers(touching(horizontal, vertical), words)
    grids = [_ruled(page, group, words) for group in groups]
    return [grid for grid in grids if grid is not None]


def with_headers(groups: Sequence[RuleGroup], words: Sequence[Word]) -> list[RuleGroup]:
    """Join a ruled header that stands apart to the group of rules with the same columns just below it."""
    done: list[RuleGroup] = []
    for group in groups:
        if done and _heads(done[-1], group, words):
            done[-1] = RuleGroup(done[-1].horizontal + group.horizontal, done[-1].vertical + group.vertical)
        else:
            done.append(group)
    return done


def _heads(upper: RuleGroup, lower: RuleGroup, words: Sequence[Word]) -> bool:
    """Tell whether `upper` holds a header only, with the columns of `lower` and no words between the two."""
    above, below = upper.box, lower.box
    if not 0 <= below.top - above.bottom < HEADER_GAP or abs(above.x0 - below.x0) + abs(above.x1 - below.x1) > 2 * JOIN:
        return False
    shared = [v for v in upper.vertical if any(abs(v.at - w.at) < JOIN for w in lower.vertical)]
    held = inside(words, above)
    figures = [word for word in held if is_figure(word.text) and has_digit(word.text) and not is_year(word.text)]
    between = inside(words, Box(x0=above.x0, top=above.bottom, x1=above.x1, bottom=max(above.bottom, below.top)))
    return len(shared) > 1 and bool(held) and not figures and not between


def _ruled(page: int, group: RuleGroup, words: list[Word]) -> Grid | None:
    own = inside(words, group.box)
    unsure = all(_at_edge(rule, group.box) for rule in group.vertical) and any(word.confidence < 1 for word in words)
    if unsure or is_blank(group, own):
        return None
    grid = split_bands(read_lattice(page, group, own))
    grid = split_headers(split_columns(merge_columns(compact(grid))))
    return grid if is_table(grid) else None


def _at_edge(rule: Segment, box: Box) -> bool:
    return min(rule.at - box.x0, box.x1 - rule.at) < 2 * JOIN


def _best(readings: list[list[Grid]]) -> list[Grid]:
    """Choose per table: the reading by drawn rules alone where it covers as much as the one that counts edges of shades too."""
    chosen: list[Grid] = []
    for reading in readings[:-1]:
        chosen.extend(grid for grid in reading if _covers(grid, readings[-1]))
    chosen.extend(grid for grid in readings[-1] if not any(grid.box.overlaps(other.box) for other in chosen))
    return chosen


def _covers(grid: Grid, others: list[Grid]) -> bool:
    rivals = [other for other in others if other.box.overlaps(grid.box)]
    return all(area(grid.box) > COVERED * area(other.box) for other in rivals) and lumped(grid) <= sum(map(lumped, rivals))


def area(box: Box) -> float:
    """Return the area of a box in square points."""
    return box.width * box.height


def _unruled(page: int, words: list[Word], rules: Sequence[Segment]) -> list[Grid]:
    grids = []
    for region in (region for lines in apart(without_prose(page_lines(words))) for region in find_regions(lines)):
        region.rules = tuple(rule for rule in rules if region.top - 5 < rule.at < region.bottom + 5)
        grid = assemble(page, region)
        if is_table(grid):
            grids.append(grid)
    return grids
