"""All tables of a document, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

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
from extractors.values.periods import read_header
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
    tables = [table_of(document_id, part.grid, part.caption) for part in joined(_parts(pages, layout))]
    return with_inferred_units(tables, layout)


def _parts(pages: Iterable[Page], layout: Layout) -> Iterator[Part]:
    """Yield the tables of each page; a heading within a table heads none."""
    headings: list[Block] = []
    above: list[Grid] = []
    for page in pages:
        blocks = layout.on_page(page.number)
        grids, free = _grids(page, _outside(blocks))
        headings += [block for block in blocks if block.kind == "heading" and not _inside(block, grids)]
        yield from _left_over(page, grids, free, above)
        yield from [_part(grid, grids, free, headings) for grid in grids]
        above = grids


def _outside(blocks: Iterable[Block]) -> set[tuple[str, str]]:
    """Return keys of the words of a page that stand in no table: furniture and contents lists."""
    outside = (block for block in blocks if block.kind == "furniture" or (block.kind == "contents" and _counts_up(block)))
    lines = (line for block in outside for line in block.lines if not _names_columns(line))
    return {_key(word) for line in lines for word in line.words}


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


def _inside(block: Block, grids: Sequence[Grid]) -> bool:
    return any(grid.box.contains_middle_of(line.box) for grid in grids for line in block.lines)


def _grids(page: Page, outside: set[tuple[str, str]]) -> tuple[list[Grid], list[Word]]:
    """Return the tables of a page, and the words that stand in none; those `outside` count for nothing."""
    words = [word for word in usable_words(page) if _key(word) not in outside]
    grids = [part for grid in page_grids(page, words) for part in stacked(grid)]
    inside = {id(word) for grid in grids for cell in grid.cells for word in cell.words}
    return grids, [word for word in words if id(word) not in inside]


def _left_over(page: Page, grids: Sequence[Grid], free: Sequence[Word], above: Sequence[Grid]) -> list[Part]:
    """Return the row that a table of the page before, whose tables are `above`, may have left over."""
    scrap = ruled_row(page, free, above[-1].column_count) if above and above[-1].ruled else None
    if scrap is None or any(scrap.box.overlaps(grid.box) for grid in grids):
        return []
    return [Part(scrap, Caption(), first=True, last=not grids, scrap=True)]


def _part(grid: Grid, grids: Sequence[Grid], free: Sequence[Word], headings: Sequence[Block]) -> Part:
    others = [other.box for other in grids if other is not grid]
    return Part(
        grid=grid,
        caption=caption_of(grid.box, free, headings, grid.page),
        first=alone(grid.box, free, others, above=True),
        last=alone(grid.box, free, others, above=False),
    )
