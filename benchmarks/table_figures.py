"""Figures of tables held against typed ones: recall and precision of (label, year, scenario, value).

The truth is a JSON list of tables: `file`, `pdf_page`, `unit`, `columns` (their names), `rows` (`label`, `values`, null for
nothing). Each table is read from the text layer of its whole document, and again from pictures of its page and the first one.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from rapidfuzz.fuzz import ratio
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.scoring import ALIKE, words_of
from pipeline.config import Options
from pipeline.document import Tools, process
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.document import Source
from schemas.figure import Figure

DPI = 200
SCALES = {"kr": 1, "tkr": 1000, "mnkr": 1_000_000}
SCENARIOS = {
    "budget": "budget",
    "utfall": "outcome",
    "bokslut": "outcome",
    "årsbokslut": "outcome",
    "prognos": "forecast",
    "avvikelse": "variance",
    "återstår": "variance",
}
"""What the first word of a typed column name says."""


class Wanted(NamedTuple):
    """One figure of the truth; year and scenario are None where the column's name does not say them."""

    label: str
    year: int | None
    scenario: str | None
    value: Decimal


class Score(NamedTuple):
    """Counts of one table."""

    wanted: int
    given: int
    right: int


def figures_of(table: dict[str, Any]) -> list[Wanted]:
    """Return the figures of a typed table."""
    scale = SCALES[table["unit"]]
    return [
        Wanted(row["label"], *_meaning(column), Decimal(str(value)) * scale)
        for row in table["rows"]
        for column, value in zip(table["columns"], row["values"], strict=True)
        if value is not None
    ]


def _meaning(column: str) -> tuple[int | None, str | None]:
    year = re.search(r"(?:19|20)\d\d", column)
    return (int(year[0]) if year else None), SCENARIOS.get(column.split(maxsplit=1)[0].casefold())


def score_table(wanted: Sequence[Wanted], found: Sequence[Figure]) -> Score:
    """Pair figures one to one; those of other tables on the page do not count."""
    left = list(found)
    hits: list[Figure] = []
    for truth in wanted:
        hit = next((figure for figure in left if _same(truth, figure)), None)
        if hit is not None:
            hits.append(hit)
            left.remove(hit)
    tables = {figure.table_id for figure in hits}
    return Score(len(wanted), sum(figure.table_id in tables for figure in found), len(hits))


def _same(truth: Wanted, figure: Figure) -> bool:
    return (
        figure.value == truth.value
        and truth.year in {None, figure.fiscal_year}
        and truth.scenario in {None, figure.scenario}
        and ratio(words_of(truth.label), words_of(figure.label)) > ALIKE
    )


def scanned(pdf: Path, numbers: Sequence[int]) -> bytes:
    """Return some pages (from 1) of a PDF as grey pictures at 200 dpi, without a text layer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    document = pypdfium2.PdfDocument(pdf)
    for number in numbers:
        page = document[number - 1]
        canvas.setPageSize(page.get_size())
        canvas.drawImage(ImageReader(page.render(scale=DPI / 72, grayscale=True).to_pil()), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scores(truth: Path, folder: Path, store: str) -> Iterator[tuple[str, str, Score]]:
    """Yield (table, `text` or `scan`, score) for every typed table whose PDF is in `folder`."""
    tools = load_tools(Store(store), Options())
    for table in json.loads(truth.read_text(encoding="utf-8")):
        pdf, number = folder / table["file"], table["pdf_page"]
        pages = sorted({1, number})
        for source, data, page in (("text", pdf.read_bytes(), number), ("scan", scanned(pdf, pages), pages.index(number) + 1)):
            yield table["id"], source, score_table(figures_of(table), _read(data, pdf.name, page, tools))


def _read(data: bytes, name: str, page: int, tools: Tools) -> list[Figure]:
    source = Source(document_id=hashlib.sha256(data).hexdigest(), file_name=name, source_path=name)
    extraction = process(source, data, Options(), tools)
    return [figure for figure in extraction.figures if figure.page == page and figure.origin == "table"]


def show(truth: Path, folder: Path, store: str) -> None:
    """Print recall and precision per table and source, and for each source in all."""
    totals: dict[str, list[Score]] = {}
    for name, source, score in scores(truth, folder, store):
        totals.setdefault(source, []).append(score)
        print(_line(f"{name} ({source})", score))
    for source, found in totals.items():
        print(_line(f"all ({source})", Score(*map(sum, zip(*found, strict=True)))))


def _line(name: str, score: Score) -> str:
    recall = score.right / score.wanted if score.wanted else 1.0
    precision = score.right / score.given if score.given else 1.0
    return f"{name:40} {score.wanted:5} figures, recall {recall:.3f}, precision {precision:.3f}"
