"""Tables written as text: what a page shows and what it says, from the same lines.

A line with `!` is a row of headers, `@` says what each column after the first is about (`2024 budget`, `?` for a figure whose
year and scenario nobody can tell, `-` for no figures). Cells are parted by `|`; `>2` and `^2` at the end of a cell span columns
and rows, `/` breaks a line inside a cell, `~` before a label indents it, `*` makes the row bold, `#` makes it a heading.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from decimal import Decimal

SPAN = re.compile(r"\s*(?:>(?P<cols>\d))?\s*(?:\^(?P<rows>\d))?\s*$")
PRINTED = re.compile(
    r"(?P<open>\()?(?P<sign>[-−–+])?\s?(?P<digits>\d[\d .\u00a0]*)(?:,(?P<part>\d+))?\)?\s?(?P<tail>%|kr|-)?[*¹²³]*\)?"
)
NO_MONEY = re.compile(r"%|antal|andel", re.IGNORECASE)
"""Labels of rows that are no money."""

Said = tuple[str, int | None, str | None, Decimal]
"""Label, year, scenario, value; None for a year or scenario that nobody can tell."""


@dataclass(frozen=True)
class TextCell:
    """One cell as written."""

    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1


@dataclass
class TextTable:
    """A table as written; `scale` is what its figures are multiplied by."""

    source: str
    scale: int = 1000
    css: str = ""
    cells: list[TextCell] = field(default_factory=list)
    header_rows: int = 0
    columns: list[tuple[int | None, str | None] | None] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)
    """Marks of rows: `*`, `#`, `~`."""

    def __post_init__(self) -> None:
        """Read the source."""
        taken: set[tuple[int, int]] = set()
        row = 0
        for line in filter(None, (line.strip() for line in self.source.splitlines())):
            if line.startswith("@"):
                self.columns = [_meaning(part.strip()) for part in line[1:].split("|")]
                continue
            header = line.startswith("!")
            self.header_rows += header
            self._read_row(line.removeprefix("!"), row, taken)
            row += 1

    def _read_row(self, line: str, row: int, taken: set[tuple[int, int]]) -> None:
        line = line.strip()
        mark = re.match(r"[~*#]*", line)
        self.marks[row] = mark[0] if mark else ""
        col = 0
        for part in line[len(self.marks[row]) :].split("|"):
            while (row, col) in taken:
                col += 1
            span = SPAN.search(part)
            cols, rows = (int(span["cols"] or 1), int(span["rows"] or 1)) if span else (1, 1)
            text = " ".join((part[: span.start()] if span else part).split())
            taken.update((row + r, col + c) for r in range(rows) for c in range(cols))
            self.cells.append(TextCell(row, col, text, rows, cols))
            col += cols

    @property
    def plain(self) -> list[TextCell]:
        """The cells with their text as read: lines joined, blank ones left out."""
        return [TextCell(cell.row, cell.col, joined(cell.text), cell.row_span, cell.col_span) for cell in self.cells if cell.text]

    @property
    def said(self) -> list[Said]:
        """The figures."""
        labels: dict[int, str] = {}
        merged: set[int] = set()
        found: list[Said] = []
        for cell in self.cells:
            if cell.row < self.header_rows:
                continue
            if cell.col == 0:
                labels.update({cell.row + offset: joined(cell.text) for offset in range(cell.row_span)})
                merged.update(range(cell.row, cell.row + cell.row_span) if cell.row_span > 1 else ())
                continue
            if cell.col == 1 and cell.row in merged:
                labels[cell.row] = joined(cell.text)
                continue
            meaning = self.columns[cell.col - 1] if cell.col - 1 < len(self.columns) else None
            label = labels.get(cell.row, "")
            value = value_of(joined(cell.text), 1 if NO_MONEY.search(label) else self.scale)
            if meaning is not None and value is not None and cell.col_span == 1:
                found.append((label, *meaning, value))
        return found

    def html(self) -> str:
        """The table as HTML."""
        rows: dict[int, list[str]] = {}
        for cell in self.cells:
            tag = "th" if cell.row < self.header_rows else "td"
            kind = "l" if cell.col == 0 else "v"
            body = html.escape(cell.text).replace(" / ", "<br>").replace("/", "<br>") if "://" not in cell.text else cell.text
            body = f"<span>{body}</span>" if tag == "th" else body
            rows.setdefault(cell.row, []).append(
                f'<{tag} class="{kind}" colspan="{cell.col_span}" rowspan="{cell.row_span}">{body}</{tag}>'
            )
        lines = []
        for row, cells in sorted(rows.items()):
            mark = self.marks[row]
            name = " ".join(
                {"*": "sum", "#": "head", "~": "in"}[char] + ("2" if mark.count(char) > 1 else "") for char in sorted(set(mark))
            )
            lines.append(f'<tr class="{name}">{"".join(cells)}</tr>')
        head, body = lines[: self.header_rows], lines[self.header_rows :]
        return f'<table style="{self.css}"><thead>{"".join(head)}</thead><tbody>{"".join(body)}</tbody></table>'


def joined(text: str) -> str:
    """Return the text of a cell with its lines joined."""
    return " ".join(text.replace("/", " ").split())


def _meaning(text: str) -> tuple[int | None, str | None] | None:
    if text == "-":
        return None
    if text == "?":
        return None, None
    year, _, scenario = text.partition(" ")
    return (None if year == "?" else int(year)), (scenario or None)


def value_of(text: str, scale: int) -> Decimal | None:
    """Return the value of a printed figure; None for what is none.

    >>> value_of("−1 234,5", 1000)
    Decimal('-1234500.0')
    """
    found = PRINTED.fullmatch(text.strip())
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["digits"])
    number = Decimal(f"{digits}.{found['part']}" if found["part"] else digits)
    minus = found["open"] or found["sign"] in {"-", "−", "–"} or found["tail"] == "-"
    return (-number if minus else number) * (1 if found["tail"] == "%" else scale)
