"""All tables of a document, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.periods import read_header
from extractors.tables.chunks import chunk_line, gaps_of
from extractors.tables.continued import Part, alone, joined
from extractors.tables.find import page_grids
from extractors.tables.grid import Grid
from extractors.tables.headers import stacked
from extractors.tables.overrun import ruled_row
from extractors.tables.records import table_of
from extractors.tables.titles import Caption, caption_of
from extractors.tables.units import with_inferred_units
from extractors.tables.words import height, usable_words
from extractors.tables.years import is_year
from schemas.layout import Layout
from schemas.page import Block, Line, Page, Word
from schemas.table import Table

LONGEST_NAME = 4
"""Words; the name of a column in a header that pages repeat."""


def find_tables(pages: Sequence[Page], layout: Layout, document_id: str) -> tuple[Table, ...]:
    """Return the tables of a document with cells, title and the unit that stands above them.

    Args:
        pages: the pages as read, repaired.
        layout: blocks of the same pages; furniture and contents lists are left out, headings give titles.
        document_id: the document's id, part of each table's id.

    Returns:
        Tables in order of pages, top first. Columns and rows have an index and nothing else: `facts.describe` gives them meaning.
    """
    headings = [block for block in layout.blocks if block.kind == "heading"]
    outside = _outside(layout)
    found = [(page, *_grids(page, outside)) for page in pages]
    free_headings = [block for block in headings if not _inside(block, found)]
    parts = [part for place in range(len(found)) for part in _parts(found, place, free_headings)]
    return with_inferred_units([table_of(document_id, part.grid, part.caption) for part in joined(parts)], layout)


def _outside(layout: Layout) -> dict[int, set[tuple[str, str]]]:
    """Return keys of the words, by page, that stand in no table: furniture and contents lists."""
    keys: dict[int, set[tuple[str, str]]] = {}
    for block in layout.blocks:
        if block.kind == "furniture" or (block.kind == "contents" and _counts_up(block)):
            lines = [line for line in block.lines if not _names_columns(line)]
            keys.setdefault(block.page, set()).update(_key(word) for line in lines for word in line.words)
    return keys


def _names_columns(line: Line) -> bool:
    """Tell whether a line that comes again on every page is a table's header: two texts name a scenario, or a date or year."""
    chunks = chunk_line(line.words, gaps_of([line.words], height(line.words))).chunks
    named = [chunk for chunk in chunks if is_year(chunk.text) or read_header(chunk.text).scenario]
    return len(named) > 1 and max(len(chunk.words) for chunk in chunks) <= LONGEST_NAME


def _counts_up(block: Block) -> bool:
    """Tell whether a contents list is one: its lines end in page numbers that never fall and do rise."""
    numbers = [int(line.words[-1].text) for line in block.lines if line.words[-1].text.isdigit()]
    if any(len(line.words) > 1 and line.words[-2].text.isdigit() for line in block.lines):
        return False
    return len(numbers) > 1 and all(a <= b for a, b in pairwise(numbers)) and numbers[0] < numbers[-1]


def _key(word: Word) -> tuple[str, str]:
    return word.raw, word.box.rounded()


def _inside(block: Block, found: Sequence[tuple[Page, list[Grid], list[Word]]]) -> bool:
    grids = [grid for page, grids, _ in found if page.number == block.page for grid in grids]
    return any(grid.box.contains_middle_of(line.box) for grid in grids for line in block.lines)


def _grids(page: Page, outside: dict[int, set[tuple[str, str]]]) -> tuple[list[Grid], list[Word]]:
    """Return the tables of a page, and the words that stand in none."""
    skipped = outside.get(page.number, set())
    words = [word for word in usable_words(page) if _key(word) not in skipped]
    grids = [part for grid in page_grids(page, words) for part in stacked(grid)]
    inside = {id(word) for grid in grids for cell in grid.cells for word in cell.words}
    return grids, [word for word in words if id(word) not in inside]


def _parts(found: Sequence[tuple[Page, list[Grid], list[Word]]], place: int, headings: Sequence[Block]) -> list[Part]:
    """Return the tables of a page, and the row that a table of the page before may have left over."""
    page, grids, free = found[place]
    parts = [_part(grid, grids, free, headings) for grid in grids]
    above = found[place - 1][1] if place else []
    scrap = ruled_row(page, free, above[-1].column_count) if above and above[-1].ruled else None
    if scrap is None or any(scrap.box.overlaps(grid.box) for grid in grids):
        return parts
    return [Part(scrap, Caption(), first=True, last=not grids, scrap=True), *parts]


def _part(grid: Grid, grids: Sequence[Grid], free: Sequence[Word], headings: Sequence[Block]) -> Part:
    others = [other.box for other in grids if other is not grid]
    return Part(
        grid=grid,
        caption=caption_of(grid.box, free, headings, grid.page),
        first=alone(grid.box, free, others, above=True),
        last=alone(grid.box, free, others, above=False),
    )
