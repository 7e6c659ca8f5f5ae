"""Logical rows: a label over several lines and the figures that stand on one of them become one row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.tables.words import goes_on, has_digit, height, is_figure, is_measured, text_of
from schemas.page import Word

OPEN_END = re.compile(
    r".*(?:[-–—/,&(]|\b(?:och|eller|för|till|av|i|på|med|om|mot|vid|från|som|samt|inom|under|per|enligt|avseende|inkl\.?|exkl\.?|den|det|de|"
    r"and|or|of|for|to|in|on|with|the|by))",
    re.IGNORECASE,
)
"""A line that ends so goes on in the next one."""
SAME_START = 3.0
"""Points by which the lines of one label may begin apart."""
TIGHT = 0.6
"""Lines of one figure are not further apart than this many text heights."""
NEARER = 0.8
"""A line goes with the line above when it stands nearer to it than this share of the way to the line below."""
TOUCHING, EVEN = 0.9, 0.3
"""Of the height of a line: how far values in the vertical middle of a label stand from its lines, and how unevenly at most."""
NEW_ITEM = re.compile(r"(?:varav|därav|[-–•*]\s|\d+[.)]\s)", re.IGNORECASE)
"""A line that begins so is a row of its own."""


@dataclass
class LineCells:
    """One text line with its words by column; column 0 is the label."""

    cells: dict[int, list[Word]]
    top: float
    bottom: float
    barrier: bool = False
    """True when a rule or a change of shade separates it from the line above."""
    drawn_up: bool = False
    """True when it stands clearly nearer to the line above than to the line below."""

    @property
    def label(self) -> str:
        """Text in the label column."""
        return " ".join(word.text for word in self.cells.get(0, []))

    @property
    def valued(self) -> bool:
        """Whether anything stands outside the label column."""
        return any(col > 0 for col in self.cells)

    @property
    def words(self) -> list[Word]:
        """All words."""
        return [word for words in self.cells.values() for word in words]

    @property
    def middle(self) -> float:
        """Vertical middle."""
        return (self.top + self.bottom) / 2


@dataclass
class LogicalRow:
    """Lines of one row, and whether it has values."""

    lines: list[LineCells] = field(default_factory=list)

    @property
    def valued(self) -> bool:
        """Whether one of its lines has values."""
        return any(line.valued for line in self.lines)

    @property
    def labelled(self) -> bool:
        """Whether one of its lines has a label."""
        return any(line.label for line in self.lines)

    def words(self, col: int) -> list[Word]:
        """The words of one column over all lines."""
        return [word for line in self.lines for word in line.cells.get(col, [])]


def logical_rows(lines: list[LineCells], label_right: float) -> list[LogicalRow]:
    """Group lines into rows. `label_right` is where the label column ends, in points."""
    rows: list[LogicalRow] = []
    for line in lines:
        if rows and not line.barrier and _same_row(rows[-1], line, label_right):
            rows[-1].lines.append(line)
        else:
            rows.append(LogicalRow([line]))
    return rows


def _same_row(row: LogicalRow, line: LineCells, label_right: float) -> bool:
    last = row.lines[-1]
    size = height(line.words)
    gap = line.top - last.bottom
    if gap > 1.0 * size:
        return False
    if not line.label and not _figures_go_on(row, line, size):
        return not row.valued and _beside(row, line, size)
    if not row.labelled:
        return not line.valued and line.middle - last.middle < 0.8 * size
    if _around(row, line, size) or _figures_go_on(row, line, size):
        return True
    if row.valued and line.valued:
        return line.drawn_up and not any(has_digit(word.text) for part in (last, line) for word in part.words)
    return continues(last, line, label_right) or (line.drawn_up and row.valued and _same_look(last, line))


def _figures_go_on(row: LogicalRow, line: LineCells, size: float) -> bool:
    """Tell whether every figure of a row goes on in the line below: `1 416` over `000`, nearer to it than the next row is."""
    cols = {col for col in line.cells if col > 0}
    last = row.lines[-1]
    if not cols or cols != {col for col in last.cells if col > 0} or not line.drawn_up or line.top - last.bottom > TIGHT * size:
        return False
    pairs = [(text_of(last.cells[col]), text_of(line.cells[col])) for col in cols]
    whole = all(goes_on(upper, [lower], measured=is_measured(line.words)) for upper, lower in pairs)
    return whole and (not line.label or line.label[0].islower())


def _beside(row: LogicalRow, line: LineCells, size: float) -> bool:
    """Values without a label belong to the label line that is hardly above them, or to one that waits for its values."""
    step = line.middle - row.lines[-1].middle
    return step < 0.9 * size or (step < 1.6 * size and not all(word.bold for word in row.words(0)))


def _around(row: LogicalRow, line: LineCells, size: float) -> bool:
    """Tell whether the row's values stand in the vertical middle between its last label line and this one."""
    if len(row.lines) < 2 or row.lines[-1].label or line.valued:  # noqa: PLR2004  # a label and its values
        return False
    label, values = row.lines[-2:]
    above, below = values.middle - label.middle, line.middle - values.middle
    centred = label.label and not label.valued and max(above, below) < TOUCHING * size and abs(above - below) < EVEN * size
    return bool(centred) and _same_look(label, line)


def continues(last: LineCells, line: LineCells, label_right: float) -> bool:
    """Tell whether the label of `line` continues that of `last`."""
    before, after = last.label, line.label
    if not before:
        return bool(re.match(r"[a-zåäöé(]", after)) and not NEW_ITEM.match(after)
    if NEW_ITEM.match(after) or _bold(last) != _bold(line):
        return False
    if re.match(r"[a-zåäöéü(]", after) or OPEN_END.fullmatch(before):
        return True
    return not is_figure(after) and _would_not_fit(last, line, label_right)


def _same_look(last: LineCells, line: LineCells) -> bool:
    """Tell whether two labels begin at the same place, in the same weight, and the second is no item of its own."""
    if not last.label or NEW_ITEM.match(line.label):
        return False
    starts = [cells.cells[0][0].box.x0 for cells in (last, line)]
    return abs(starts[0] - starts[1]) < SAME_START and _bold(last) == _bold(line)


def _bold(line: LineCells) -> bool:
    words = line.cells.get(0, [])
    return bool(words) and all(word.bold for word in words)


def _would_not_fit(last: LineCells, line: LineCells, label_right: float) -> bool:
    """Tell whether the first word of `line` would have run past the label column at the end of `last`."""
    first = line.cells[0][0]
    space = 0.3 * first.box.height
    end = max(word.box.x1 for word in last.cells[0])
    return not last.valued and not line.valued and end + space + first.box.width > label_right + 1
