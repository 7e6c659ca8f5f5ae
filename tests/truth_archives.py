"""The samples as a perfect reader would hand them to the rules: archives made of the truth files, not of the PDFs.

So the rules are measured alone, without the mistakes of reading.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from benchmarks.truth import Truth, TruthFigure, TruthTable, load_truths
from schemas.document import Body, Classification, Extraction, Reading
from schemas.figure import Figure
from schemas.page import Page, TextSource
from schemas.place import Box
from schemas.record import stable_id
from schemas.table import Cell, Column, Row, Table

MEASURES = (("intäkt", "income"), ("kostnad", "cost"), ("netto", "net"))


def extraction_of(path: Path, truth: Truth, source: TextSource = "native") -> Extraction:
    """Return what a perfect reader makes of a sample."""
    document_id = hashlib.sha256(path.name.encode()).hexdigest()
    body = truth.body and Body(entity_id=truth.entity_id or truth.body.org_number or truth.body.name, name=truth.body.name)
    parts = [_table(document_id, i, table) for i, table in enumerate(truth.tables)]
    parts += list(_facts(document_id, truth))
    told = [_prose(document_id, i, figure) for i, figure in enumerate(truth.figures) if figure.origin == "prose"]
    pages = tuple(Page(number=n, width=595, height=842, text_source=source) for n in range(1, truth.pages + 1))
    return Extraction(
        document_id=document_id,
        extractor_version="truth",
        reading=Reading(document_id=document_id, file_name=path.name, pages=pages),
        classification=Classification(kind=truth.kind, body=body, fiscal_year=truth.fiscal_year, meeting_date=truth.meeting_date),
        tables=tuple(table for table, _ in parts),
        figures=(*(figure for _, figures in parts for figure in figures), *told),
    )


def sample_extractions(folder: Path) -> dict[str, Extraction]:
    """Return every sample that has a truth of its own, by file name without ending."""
    found = load_truths(folder)
    return {path.stem: extraction_of(path, truth) for path, truth in found.items() if truth.same_as is None}


def _table(document_id: str, number: int, table: TruthTable) -> tuple[Table, tuple[Figure, ...]]:
    table_id = stable_id("truth", document_id, number)
    columns = [Column(index=0, kind="label")]
    columns += [
        Column(
            index=i,
            header=c.header,
            fiscal_year=c.year,
            scenario=c.scenario,
            unit=c.unit,
            scale=c.scale,
            measure=_measure(c.header),
        )
        for i, c in enumerate(table.columns, start=1)
    ]
    rows, cells, figures = [], [], []
    top = 100 + 1000.0 * number
    typed = iter(table.figures())
    for index, row in enumerate(table.rows):
        rows.append(Row(index=index, label=row.label, role=row.role))
        for col, raw in enumerate(row.raw, start=1):
            if not raw:
                continue
            box = Box(x0=100.0 * col, top=top + 12 * index, x1=100.0 * col + 50, bottom=top + 12 * index + 10)
            page = row.page or table.page
            cells.append(Cell(row=index, col=col, text=raw, raw=raw, page=page, box=box))
            figures.append(
                _figure(document_id, next(typed), box, table_id=table_id, place=(index, col), measure=columns[col].measure)
            )
    box = Box(x0=50, top=top, x1=500, bottom=top + 900)
    record = Table(
        table_id=table_id,
        document_id=document_id,
        page=table.page,
        box=box,
        title=table.title,
        cells=tuple(cells),
        columns=tuple(columns),
        rows=tuple(rows),
    )
    return record, tuple(figures)


def _measure(header: str) -> str | None:
    return next((measure for word, measure in MEASURES if re.search(word, header, re.IGNORECASE)), None)


def _facts(document_id: str, truth: Truth) -> Iterator[tuple[Table, tuple[Figure, ...]]]:
    """Yield the lists of label and value, one table per page and subject."""
    groups: dict[tuple[int, str | None], list[TruthFigure]] = {}
    for figure in truth.figures:
        if figure.origin == "table":
            groups.setdefault((figure.page, figure.subject), []).append(figure)
    for (page, subject), listed in groups.items():
        table_id = stable_id("facts", document_id, page, subject)
        boxes = [Box(x0=200, top=9000 + 12.0 * i, x1=250, bottom=9010 + 12.0 * i) for i in range(len(listed))]
        yield (
            Table(
                table_id=table_id,
                document_id=document_id,
                page=page,
                box=Box(x0=50, top=9000, x1=500, bottom=9500),
                kind="facts",
                columns=(Column(index=0, kind="label"), Column(index=1, kind="figures")),
                rows=tuple(Row(index=i, label=figure.label) for i, figure in enumerate(listed)),
            ),
            tuple(
                _figure(document_id, figure, box, table_id=table_id, place=(i, 1))
                for i, (figure, box) in enumerate(zip(listed, boxes, strict=True))
            ),
        )


def _prose(document_id: str, number: int, figure: TruthFigure) -> Figure:
    return _figure(document_id, figure, Box(x0=60, top=100.0 * number, x1=100, bottom=100.0 * number + 10))


def _figure(  # noqa: PLR0913  # where a figure stands
    document_id: str,
    told: TruthFigure,
    box: Box,
    *,
    table_id: str | None = None,
    place: tuple[int, int] | None = None,
    measure: str | None = None,
) -> Figure:
    return Figure(
        figure_id=stable_id("figure", document_id, table_id, place, box.rounded(), told.raw),
        document_id=document_id,
        concept=told.concept,
        subject=told.subject,
        label=told.label,
        column_header=told.column or "",
        fiscal_year=told.year,
        scenario=told.scenario,
        measure=measure,
        value=told.value,
        value_high=told.value_high,
        unit=told.unit,
        quantum=told.quantum or Decimal(1),
        approximate=told.approximate,
        change=told.change,
        raw=told.raw,
        page=told.page,
        box=box,
        table_id=table_id,
        row=place[0] if place else None,
        col=place[1] if place else None,
        origin="table" if table_id else "prose",
    )
