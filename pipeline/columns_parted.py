"""Figures that OCR put into the wrong columns: two that were read as one, or one of which a piece stands in the next column.

Where a cell of two neighbouring columns gave no figure, the text of both is parted anew at every place; the parting with which
every identity of both figures holds is taken where it is the only one. Born-digital pages are never looked at.

By hand: `-580-604` stands under `Utfall` and nothing under `Budget`; with -580 under `Budget` and -604 under `Utfall` both
columns add up to their sums, and -604 less -580 is the -24 of the row: three identities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.words import is_figure
from pipeline.arithmetic import RECKONED, figure_as
from pipeline.judging.grid import Ref
from pipeline.judging.table_judgement import Judged, judge_tables
from schemas.archive import ArchiveDocument
from schemas.document import Classification, Reading
from schemas.figure import Figure
from schemas.page import Page, Word
from schemas.place import Box, union
from schemas.record import stable_id
from schemas.repair import Repair
from schemas.table import Cell, Table

ENOUGH = 2
"""Identities that must hold with the two figures, each in at least one."""
MOST = 24
"""Pairs of cells of a page that are tried; a page with more is not read well enough."""


class Pair(NamedTuple):
    """Two neighbouring cells of a row, one of which gave no figure, and a figure of each column to go by."""

    table: Table
    row: int
    cells: tuple[Cell, ...]
    """Those that were read, one or two."""
    models: tuple[Figure, Figure]
    """A figure of the left column and one of the right."""

    @property
    def text(self) -> str:
        """What was read in both."""
        return " ".join(cell.text for cell in self.cells)


class Parted(NamedTuple):
    """A pair parted anew."""

    pair: Pair
    texts: tuple[str, str]
    boxes: tuple[Box, Box]


def part_columns(reading: Reading, tables: Sequence[Table], figures: Sequence[Figure]) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with figures put into their columns, and two records per change.

    Args:
        reading: the pages of a document, repaired.
        tables: its tables, described.
        figures: the figures of the tables.
    """
    scanned = {page.number for page in reading.pages if page.text_source == "ocr"}
    pages = {page.number: page for page in reading.pages}
    repairs: list[Repair] = []
    for table in tables:
        own = [figure for figure in figures if figure.table_id == table.table_id]
        pairs = list(_pairs(table, own)) if table.page in scanned else []
        for pair in pairs if len(pairs) <= MOST else ():
            parted = _parted(pair, own)
            if parted is not None:
                page = pages[pair.cells[0].page]
                pages[page.number] = page.model_copy(update={"words": _words(page, parted)})
                repairs += _repairs(reading.document_id, parted)
    if not repairs:
        return reading, ()
    return reading.model_copy(update={"pages": tuple(pages[page.number] for page in reading.pages)}), tuple(repairs)


def _pairs(table: Table, figures: Sequence[Figure]) -> Iterator[Pair]:
    columns = [column.index for column in table.columns if column.kind == "figures"]
    cells = {(cell.row, cell.col): cell for cell in table.cells if not cell.is_header}
    read = {(figure.row, figure.col) for figure in figures}
    models = {figure.col: figure for figure in figures}
    for row in table.rows:
        for left, right in pairwise(columns):
            spots = [(row.index, left), (row.index, right)]
            found = tuple(cells[spot] for spot in spots if spot in cells)
            is_doubtful = any(spot not in read for spot in spots) and any(char.isdigit() for cell in found for char in cell.text)
            if is_doubtful and left in models and right in models and row.role not in ("header", "heading"):
                yield Pair(table, row.index, found, (models[left], models[right]))


def _parted(pair: Pair, figures: Sequence[Figure]) -> Parted | None:
    """Return the only parting with which every identity of both figures holds."""
    refs = [(pair.table.table_id, pair.row, model.col or 0) for model in pair.models]
    boxes = _boxes(pair)
    others = [figure for figure in figures if (figure.row, figure.col) not in {ref[1:] for ref in refs}]
    found = []
    for texts in _texts(pair.text):
        made = [_figure(model, text, pair.row, box) for model, text, box in zip(pair.models, texts, boxes, strict=True)]
        if None not in made and _holds(pair, [*others, *(one for one in made if one)], refs):
            found.append(Parted(pair, texts, boxes))
    values = {tuple("".join(text.split()) for text in one.texts) for one in found}
    return found[0] if len(values) == 1 else None


def _texts(text: str) -> Iterator[tuple[str, str]]:
    """Yield every way to part a text into two figures, neither of which begins or ends within a group of blanks."""
    for i in range(1, len(text)):
        left, right = text[:i].strip(), text[i:].strip()
        if is_figure(left) and is_figure(right):
            yield left, right


def _boxes(pair: Pair) -> tuple[Box, Box]:
    """Return where the two figures belong: across as the column's others, down as the cells of the row."""
    row = union(cell.box for cell in pair.cells)
    left, right = (Box(x0=one.box.x0, x1=one.box.x1, top=row.top, bottom=row.bottom) for one in pair.models)
    return left, right


def _figure(model: Figure, text: str, row: int, box: Box) -> Figure | None:
    """Return the figure that a text would be in the column of `model`."""
    made = figure_as(model, model.raw, text)
    if made is None:
        return None
    return made.model_copy(update={"row": row, "raw": text, "box": box, "figure_id": stable_id(model.figure_id, row, text)})


def _holds(pair: Pair, figures: Sequence[Figure], refs: Sequence[Ref]) -> bool:
    """Tell whether every sure identity of two cells holds with these figures, enough of them and some of each."""
    judged = _judge(pair, figures)
    mine = [one for one in judged.identities if one.sure and not set(refs).isdisjoint(one.cells)]
    told = [one for one in mine if judged.values.judge(one).verdict == "exact"]
    is_each = all(any(ref in one.cells for one in told) for ref in refs)
    return is_each and len(told) >= ENOUGH and all(judged.values.judge(one).holds for one in mine)


def _judge(pair: Pair, figures: Sequence[Figure]) -> Judged:
    kept = tuple(cell for cell in pair.table.cells if cell not in pair.cells)
    return judge_tables(
        ArchiveDocument(
            document_id=pair.table.document_id,
            file_name="",
            classification=Classification(kind="other"),
            scanned_pages=frozenset({pair.table.page}),
            tables=(pair.table.model_copy(update={"cells": kept}),),
            figures=tuple(figures),
        )
    )


def _words(page: Page, parted: Parted) -> tuple[Word, ...]:
    """Return the words of a page with those of the two cells as two, each in its column."""
    own = [word for word in page.words if any(cell.box.contains_middle_of(word.box) for cell in parted.pair.cells)]
    if not own:
        return page.words
    raw = " ".join(word.raw for word in own)
    new = [
        own[0].model_copy(update={"text": text, "raw": raw, "box": box, "confidence": RECKONED, "readings": ()})
        for text, box in zip(parted.texts, parted.boxes, strict=True)
    ]
    kept = [word for word in page.words if word not in own]
    place = min(i for i, word in enumerate(page.words) if word in own)
    return (*kept[:place], *new, *kept[place:])


def _repairs(document_id: str, parted: Parted) -> Iterator[Repair]:
    raw, page = parted.pair.text, parted.pair.cells[0].page
    for text, box in zip(parted.texts, parted.boxes, strict=True):
        yield Repair(
            repair_id=stable_id("repair", document_id, page, "arithmetic", box.rounded(), raw),
            page=page,
            box=box,
            raw=raw,
            repaired=text,
            method="arithmetic",
            confidence=RECKONED,
        )
