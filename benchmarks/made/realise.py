"""From a drawn document to an `Extraction`, by the extractors themselves but for the reading of pages.

Labels, headers and sentences are understood as they are in a document that was read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from benchmarks.made.drawing import Drawn, DrawnTable, Spot
from extractors import prose
from extractors.figures.concepts import Chart, load_chart
from extractors.figures.context import DocumentContext
from extractors.figures.facts import describe, figures_of_table
from schemas.document import Classification, Extraction, Reading
from schemas.layout import Layout
from schemas.page import Block, Line, Page, Word
from schemas.place import Box
from schemas.record import stable_id
from schemas.table import Cell, Column, Row, Table

LINE = 14.0
LEFT, FIRST_COLUMN, WIDTH = 60.0, 300.0, 70.0
HEADER_ROWS = 1


@cache
def chart() -> Chart:
    """Return the chart of concepts, loaded once."""
    return load_chart(resources.files("schemas").joinpath("chart.yaml").read_text(encoding="utf-8"))


def written_bytes(drawn: Drawn) -> bytes:
    """Return what stands for the bytes of a document."""
    return f"{drawn.body.entity_id}/{drawn.name}".encode()


def document_id(drawn: Drawn) -> str:
    """Return the id of a document."""
    return hashlib.sha256(written_bytes(drawn)).hexdigest()


def box_of(table: DrawnTable, spot: Spot) -> Box:
    """Return where a spot of a table is printed."""
    return _box(spot[0] + HEADER_ROWS, spot[1], notes=table.notes)


def sentence_box(index: int) -> Box:
    """Return the line on which a sentence is printed."""
    return Box(x0=LEFT, top=100 + 2 * LINE * index, x1=560, bottom=110 + 2 * LINE * index)


def _box(row: int, col: int, *, notes: bool) -> Box:
    x = FIRST_COLUMN + WIDTH * (col + notes)
    return Box(x0=x, top=100 + LINE * row, x1=x + WIDTH - 10, bottom=110 + LINE * row)


def table_page(position: int) -> int:
    """Return the page of the n-th table."""
    return position + 2


def extraction_of(drawn: Drawn) -> Extraction:
    """Return what reading the document would give."""
    key = document_id(drawn)
    context = DocumentContext(
        document_id=key, kind=drawn.kind, entity_id=drawn.body.entity_id, fiscal_year=drawn.year,
        period_end=drawn.period_end, meeting_date=drawn.meeting_date, chart=chart(),
    )  # fmt: skip
    tables = tuple(describe(_table(table, key, table_page(i)), context) for i, table in enumerate(drawn.tables))
    in_tables = tuple(figure for table in tables for figure in figures_of_table(table, context))
    layout = Layout(blocks=tuple(_blocks(drawn)))
    in_prose, _ = prose.figures_in_prose(layout, context, read=in_tables)
    source = "ocr" if drawn.scanned else "native"
    front = [word for block in layout.blocks for line in block.lines for word in line.words]
    pages = [Page(number=1, width=595, height=842, words=(*front, *_others(drawn)), text_source=source)]
    pages += [Page(number=table.page, width=595, height=842, words=tuple(_words(table)), text_source=source) for table in tables]
    told = Classification(
        kind=drawn.kind,
        body=drawn.body,
        title=drawn.title,
        fiscal_year=drawn.year,
        period_end=drawn.period_end,
        meeting_date=drawn.meeting_date,
    )
    return Extraction(
        document_id=key,
        extractor_version="made",
        reading=Reading(document_id=key, file_name=f"{drawn.name}.pdf", pages=tuple(pages)),
        classification=told,
        tables=tables,
        figures=in_tables + in_prose,
        meetings=tuple(one.model_copy(update={"document_id": key}) for one in drawn.meetings),
        decisions=tuple(one.model_copy(update={"document_id": key}) for one in drawn.decisions),
        stated=tuple(drawn.stated),
    )


def _table(drawn: DrawnTable, key: str, page: int) -> Table:
    """Return the table as it is found on a page, before it is understood."""
    cells = []
    shift = 1 + drawn.notes
    unit = {1: "kr", 1000: "tkr", 1000000: "mnkr"}[drawn.scale]
    header = ["", *(["Not"] if drawn.notes else []), *drawn.headers]
    for col, text in enumerate([f"Belopp i {unit}", *header[1:]]):
        cells.append(_cell(0, col, text, page, LEFT if col == 0 else _box(0, col - 1, notes=False).x0, is_header=True))
    for number, row in enumerate(drawn.rows):
        cells.append(_cell(number + 1, 0, row.label, page, LEFT))
        if row.note and drawn.notes:
            cells.append(_cell(number + 1, 1, row.note, page, FIRST_COLUMN))
        for col in range(len(row.values)):
            text = drawn.text((number, col))
            if text:
                box = box_of(drawn, (number, col))
                cells.append(Cell(row=number + 1, col=col + shift, text=text, raw=text, page=page, box=box))
    return Table(
        table_id=stable_id("table", key, page),
        document_id=key,
        page=page,
        box=Box(x0=LEFT, top=100, x1=580, bottom=100 + LINE * (len(drawn.rows) + 1)),
        title=drawn.title,
        cells=tuple(cells),
        columns=tuple(Column(index=i) for i in range(len(header))),
        rows=tuple(Row(index=i) for i in range(len(drawn.rows) + 1)),
    )


def _cell(row: int, col: int, text: str, page: int, x: float, *, is_header: bool = False) -> Cell:  # noqa: PLR0913  # one cell
    box = Box(x0=x, top=100 + LINE * row, x1=x + 5.0 * len(text), bottom=110 + LINE * row)
    return Cell(row=row, col=col, text=text, raw=text, page=page, box=box, is_header=is_header)


def _blocks(drawn: Drawn) -> Iterator[Block]:
    for index, sentence in enumerate(drawn.sentences):
        box = sentence_box(index)
        if sentence.heading:
            above = Box(x0=box.x0, top=box.top - LINE, x1=box.x1, bottom=box.bottom - LINE)
            yield Block(
                kind="heading", page=1, lines=(Line(words=tuple(_line(sentence.heading, above))),), text=sentence.heading, level=2
            )
        line = Line(words=tuple(_line(sentence.text, box)))
        yield Block(kind="paragraph", page=1, lines=(line,), text=sentence.text)


def _line(text: str, box: Box) -> Iterator[Word]:
    parts = text.split()
    step = box.width / max(1, len(parts))
    for i, part in enumerate(parts):
        here = Box(x0=box.x0 + step * i, top=box.top, x1=box.x0 + step * (i + 0.9), bottom=box.bottom)
        yield Word(text=part, raw=part, box=here, size=10)


def _others(drawn: Drawn) -> Iterator[Word]:
    """Words that are no figures: title, body, decisions."""
    texts = [drawn.title, drawn.body.name, *(decision.text for decision in drawn.decisions), *_agenda(drawn)]
    for i, text in enumerate(texts):
        yield from _line(text, Box(x0=LEFT, top=400 + LINE * i, x1=560, bottom=410 + LINE * i))


def _agenda(drawn: Drawn) -> Sequence[str]:
    """Paragraphs with headings of their own, so that two minutes are no copies of one another."""
    return [
        f"§ {number} {' '.join(_topics(f'{drawn.body.entity_id} {drawn.meeting_date} {number}'))}"
        for meeting in drawn.meetings
        for number in meeting.body_paragraphs
    ]


def _topics(seed: str) -> Iterator[str]:
    for i in range(0, 40, 4):
        yield f"ord{hashlib.sha256(seed.encode()).hexdigest()[i : i + 4]}"


def _words(table: Table) -> Iterator[Word]:
    for cell in table.cells:
        if cell.text:
            yield from _line(cell.text, cell.box)
