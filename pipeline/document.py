"""The order of stages for one document, on one screen.

The result is a function of the bytes, the options and the extractor's version alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from extractors import kinds, minutes, prose
from extractors.figures.concepts import Chart
from extractors.figures.context import DocumentContext
from extractors.figures.facts import describe, figures_of_table
from extractors.figures.shared_names import with_shared_names
from extractors.identity.document_unit import document_unit
from extractors.minutes.grants import with_grants
from extractors.page import display
from extractors.page.layout import lay_out
from extractors.page.numbers import account
from extractors.prose.stated import stated
from extractors.tables import find_tables
from pipeline.arithmetic import mend_by_arithmetic
from pipeline.columns_parted import part_columns
from pipeline.config import Options
from pipeline.read import ReadOptions, Selection, read_pdf
from pipeline.recognition.recogniser import FigureReader, Recogniser
from pipeline.recognition.reread import reread
from pipeline.repair import WordList, repair_reading
from pipeline.version import extractor_version
from schemas.decision import Decision
from schemas.document import Classification, Extraction, Reading, Source
from schemas.figure import Figure
from schemas.layout import Layout
from schemas.place import Box
from schemas.repair import Repair
from schemas.table import Table

ALL_PAGES = Selection()


@dataclass(frozen=True)
class Tools:
    """What the stages need besides the document; made once per worker."""

    recogniser: Recogniser | None
    """Reads pictures; None where OCR is switched off."""
    words: WordList
    """Knows Swedish words."""
    chart: Chart
    """Knows concepts."""


def process(source: Source, data: bytes, options: Options, tools: Tools, pages: Selection = ALL_PAGES) -> Extraction:
    """Read one PDF and extract all that it states; a document that cannot be read comes back with a fatal problem."""
    raw, problems = read_pdf(data, source.file_name, ReadOptions(ocr=options.ocr, pages=pages), tools.recogniser)
    reading, repairs = repair_reading(raw, tools.words)
    layout = lay_out(reading.pages)
    classification, kind_problems = kinds.classify(reading, layout)
    context = context_of(source.document_id, classification, layout, tools.chart)
    reading, again, layout, tables, in_tables = read_tables(data, reading, layout, context, tools.recogniser)
    repairs += again
    in_prose, prose_problems = prose.figures_in_prose(layout, context, read=in_tables)
    meetings, decisions, minutes_problems = minutes.extract(layout, reading.pages, context)
    decisions, figures = with_grants(decisions, in_tables + in_prose)
    moved = display.turned(reading.pages)
    return Extraction(
        document_id=source.document_id,
        extractor_version=extractor_version(),
        reading=display.reading_as_displayed(reading, moved),
        classification=classification,
        counts=account(reading.pages, layout.blocks, _read_boxes(figures, decisions), _references(tables)),
        repairs=display.as_displayed(repairs, moved),
        tables=display.tables_as_displayed(tables, moved),
        figures=display.as_displayed(figures, moved),
        meetings=display.meetings_as_displayed(meetings, moved),
        decisions=display.as_displayed(decisions, moved),
        stated=stated(layout, context),
        aliases=prose.aliases(layout),
        problems=(*problems, *kind_problems, *prose_problems, *minutes_problems),
    )


class ReadTables(NamedTuple):
    """The tables of a document, and its pages as they are taken after its doubtful figures were read again."""

    reading: Reading
    repairs: tuple[Repair, ...]
    layout: Layout
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]


def read_tables(
    data: bytes, reading: Reading, layout: Layout, context: DocumentContext, recogniser: Recogniser | None
) -> ReadTables:
    """Find the tables and their figures; on OCRed pages read what is doubtful again, then what the sums say is misread."""
    found = find_tables(reading.pages, layout, context.document_id)
    if not isinstance(recogniser, FigureReader):
        return ReadTables(reading, (), layout, *_described(found, context))
    again, repairs = reread(data, reading, found, recogniser)
    if again is not reading:
        reading, layout = again, lay_out(again.pages)
        found = find_tables(reading.pages, layout, context.document_id)
    tables, figures = _described(found, context)
    parted, partings = part_columns(reading, tables, figures)
    if parted is not reading:
        reading, layout = parted, lay_out(parted.pages)
        tables, figures = _described(find_tables(reading.pages, layout, context.document_id), context)
    mended, changes = mend_by_arithmetic(data, reading, tables, figures, recogniser)
    if mended is not reading:
        reading, layout = mended, lay_out(mended.pages)
        tables, figures = _described(find_tables(reading.pages, layout, context.document_id), context)
    return ReadTables(reading, (*repairs, *partings, *changes), layout, tables, figures)


def _described(found: Iterable[Table], context: DocumentContext) -> tuple[tuple[Table, ...], tuple[Figure, ...]]:
    tables = tuple(describe(table, context) for table in found)
    figures = [figure for table in tables for figure in figures_of_table(table, context)]
    return tables, with_shared_names(tables, figures, context)


def context_of(document_id: str, classification: Classification, layout: Layout, chart: Chart) -> DocumentContext:
    """Return what the figures of a document inherit from the document as a whole."""
    unit, scale = document_unit(block.text for block in layout.text_blocks())
    return DocumentContext(
        document_id=document_id,
        kind=classification.kind,
        entity_id=classification.body.entity_id if classification.body else None,
        entity_name=classification.body.name if classification.body else None,
        fiscal_year=classification.fiscal_year,
        period_start=classification.period_start,
        period_end=classification.period_end,
        meeting_date=classification.meeting_date,
        default_unit=unit,
        default_scale=scale,
        chart=chart,
    )


def _read_boxes(figures: Iterable[Figure], decisions: Iterable[Decision]) -> list[tuple[int, Box]]:
    return [(figure.page, figure.box) for figure in figures] + [(decision.page, decision.box) for decision in decisions]


def _references(tables: Iterable[Table]) -> list[tuple[int, Box]]:
    """Return where columns of notes refer to notes."""
    notes = [(table, {column.index for column in table.columns if column.kind == "note"}) for table in tables]
    return [(cell.page, cell.box) for table, columns in notes for cell in table.cells if cell.col in columns]
