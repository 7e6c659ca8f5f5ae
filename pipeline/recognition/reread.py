"""A second, targeted reading of doubtful figures in tables on scanned pages.

A cell of a column of figures whose reading is unsure, disputed, no figure, or without the minus that its column has, is
cut out of a sharper picture and read twice more, figures only. A figure counts when two readings agree; otherwise the
first one stays, with little confidence and with all readings. Misread is not inconsistent: each change is a `Repair`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PIL import Image

from extractors.amounts import parse_amount
from extractors.tables.words import is_figure
from pipeline.reading.again import page_pictures
from pipeline.recognition.image import without_lines
from pipeline.recognition.recogniser import FigureReader, RecognitionError
from schemas.document import Reading
from schemas.page import Page, Word
from schemas.place import Box
from schemas.record import stable_id
from schemas.repair import Repair
from schemas.table import Cell, Table

UNSURE = 0.75
"""Words below this confidence are read again."""
AGREED = 0.95
"""Confidence of a figure that two readings give."""
DOUBTED = 0.5
"""Highest confidence of a figure on which no two readings agree."""
MOSTLY = 0.5
"""Share of a column's cells that are figures, or below zero, from which the others are expected to be so."""
MOST = 150
"""So many cells of a page are read again; a page with more is not read well enough for that to help."""
ENOUGH = 2
"""Readings that must agree."""
UNIT_AT_END = re.compile(r"(?:t|mn|k)?kr\.?$", re.IGNORECASE)
MISREAD_MINUS = frozenset("+~=")
"""What a minus is often read as."""
DASHES = str.maketrans("–−—", "---", " \u00a0\u2009\u202f")


class Doubt(NamedTuple):
    """A cell to read again, and its words by their index on the page."""

    cell: Cell
    words: tuple[int, ...]
    negative: bool
    """Whether most of its column is below zero and it is not."""


def reread(data: bytes, reading: Reading, tables: Iterable[Table], reader: FigureReader) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with doubtful figures in tables read again, and one record per change.

    Pages that were not read by OCR, and pages without doubts, are the very same objects. Where the engine fails, the first
    reading stays.

    Args:
        data: the PDF's bytes.
        reading: its pages, repaired.
        tables: as `find_tables` gave them.
        reader: reads figures on a picture.
    """
    doubts = doubts_of(reading.pages, tables)
    doubtful = [page for page in reading.pages if 0 < len(doubts.get(page.number, ())) <= MOST]
    if not doubtful:
        return reading, ()
    changed: dict[int, Page] = {}
    repairs: list[Repair] = []
    for page, image, dpi in page_pictures(data, doubtful):
        found = doubts[page.number]
        try:
            answers = _answers(page, found, without_lines(image, page.rulings, dpi, across=True), dpi, reader)
        except RecognitionError:
            continue
        changed[page.number], records = _settled(page, found, answers, reading.document_id)
        repairs += records
    pages = tuple(changed.get(page.number, page) for page in reading.pages)
    return reading.model_copy(update={"pages": pages}), tuple(repairs)


def doubts_of(pages: Sequence[Page], tables: Iterable[Table]) -> Mapping[int, list[Doubt]]:
    """Return the doubtful cells of OCR pages by page number."""
    by_number = {page.number: page for page in pages if page.text_source == "ocr"}
    found: dict[int, list[Doubt]] = defaultdict(list)
    for table in tables:
        for column in _figure_columns(table):
            below = sum(1 for cell in column if plain_figure(cell.text).startswith("-"))
            for cell in column:
                page = by_number.get(cell.page)
                lacks = below > MOSTLY * len(column) and cell.text[:1] in set("123456789")
                if page is not None and (lacks or _is_doubtful(cell)):
                    words = tuple(i for i, word in enumerate(page.words) if cell.box.contains_middle_of(word.box))
                    found[cell.page].append(Doubt(cell, words, lacks))
    return {number: [doubt for doubt in items if _on_one_line(doubt, by_number[number])] for number, items in found.items()}


def _figure_columns(table: Table) -> list[list[Cell]]:
    """Return the cells below the header of each column of figures."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.col > 0 and cell.col_span == 1 and not cell.is_header:
            columns[cell.col].append(cell)
    return [column for column in columns.values() if sum(is_figure(cell.text) for cell in column) > MOSTLY * len(column)]


def _is_doubtful(cell: Cell) -> bool:
    """Tell whether the reading of a cell of a column of figures is unsure, or no figure without being a sure word."""
    if cell.confidence < UNSURE or cell.text[:1] in MISREAD_MINUS:
        return True
    return not is_figure(cell.text) and len(cell.text) <= 12 and cell.confidence < AGREED  # noqa: PLR2004  # characters: longer ones are words


def _on_one_line(doubt: Doubt, page: Page) -> bool:
    """Tell whether the words of a cell stand on one line."""
    heights = [page.words[index].box.height for index in doubt.words]
    return bool(heights) and doubt.cell.box.height < 1.8 * max(heights)


def _answers(page: Page, doubts: Sequence[Doubt], image: Image.Image, dpi: float, reader: FigureReader) -> list[tuple[str, ...]]:
    """Return what the targeted readings give, cell by cell; the second one is made only where the first settles nothing."""
    once = reader.figures(image, [doubt.cell.box for doubt in doubts], dpi)
    answers: list[tuple[str, ...]] = [(text,) for text in once]
    unsettled = [
        index
        for index, doubt in enumerate(doubts)
        if doubt.negative or settle([page.words[word] for word in doubt.words], answers[index], negative=False)[1] < AGREED
    ]
    if unsettled:
        twice = reader.figures(image, [doubts[index].cell.box for index in unsettled], dpi, other=True)
        for index, text in zip(unsettled, twice, strict=True):
            answers[index] = (*answers[index], text)
    return answers


def _settled(
    page: Page, doubts: Sequence[Doubt], answers: Sequence[tuple[str, ...]], document_id: str
) -> tuple[Page, list[Repair]]:
    """Return the page with the doubtful cells as they are taken now, and the changes."""
    words: list[Word | None] = list(page.words)
    repairs = []
    for doubt, answer in zip(doubts, answers, strict=True):
        if any(words[index] is None for index in doubt.words):
            continue
        old = [page.words[index] for index in doubt.words]
        new, confidence = settle(old, answer, negative=doubt.negative)
        readings = tuple(dict.fromkeys((*(reading for word in old for reading in word.readings), *filter(None, answer))))
        if new is None:
            for index, word in zip(doubt.words, old, strict=True):
                words[index] = word.model_copy(update={"confidence": confidence, "readings": readings})
            continue
        raw = " ".join(word.raw for word in sorted(old, key=lambda item: item.box.x0))
        box = _reaching_left(doubt.cell.box) if new.startswith("-") and not raw.startswith(("-", "–")) else doubt.cell.box
        repairs.append(_repair(document_id, page, doubt.cell.box, raw, new, confidence))
        for index in doubt.words:
            words[index] = None
        update = {"text": new, "raw": raw, "box": box, "confidence": confidence, "readings": readings}
        words[doubt.words[0]] = old[0].model_copy(update=update)
    return page.model_copy(update={"words": tuple(word for word in words if word is not None)}), repairs


def settle(old: Sequence[Word], answers: Sequence[str], *, negative: bool) -> tuple[str | None, float]:
    """Return (new text, confidence); None as text where the first reading stays.

    Args:
        old: the words of the cell as they were read first, with the second model's readings.
        answers: what the targeted readings gave.
        negative: whether a minus is expected that the first reading lacks.

    >>> word = Word(text="+41", raw="+41", box=Box(x0=0, top=0, x1=9, bottom=9), confidence=0.6, readings=("+41", "-11"))
    >>> settle([word], ["-11"], negative=False)
    ('-11', 0.95)
    >>> settle([word], ["-17", "14"], negative=False)
    (None, 0.5)
    """
    printed = " ".join(word.text for word in sorted(old, key=lambda item: item.box.x0))
    first = plain_figure(printed)
    earlier = [plain_figure(reading) for reading in old[0].readings[1:]] if len(old) == 1 else []
    again = [plain_figure(answer) for answer in answers]
    votes = Counter(text for text in (first, *earlier, *again) if _is_number(text))
    lowest = min(word.confidence for word in old)
    if negative:
        signed = f"-{first}"
        return (signed, AGREED) if again.count(signed) >= ENOUGH else (None, lowest)
    best, count = max(votes.items(), key=lambda item: (item[1], item[0] == first, item[0]), default=("", 0))
    if count >= ENOUGH and best == first:
        return None if is_figure(printed) else best, max(AGREED, lowest)
    if count >= ENOUGH and best in again and _loses_nothing(best, first):
        return best, AGREED
    return None, min(DOUBTED, lowest)


def plain_figure(text: str) -> str:
    """Return a printed figure without blanks, unit, plus, footnote marks and stray strokes, with one kind of minus."""
    return UNIT_AT_END.sub("", text.translate(DASHES).strip("|[]{}").lstrip("+").replace("*", ""))


def _loses_nothing(new: str, first: str) -> bool:
    """Tell whether a reading has as many letters and digits as the first one, and its minus."""
    signs = [sum(letter.isalnum() for letter in text) for text in (new, first)]
    return signs[0] >= signs[1] and (new.startswith("-") or not first.startswith("-"))


def _is_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text) and is_figure(text) and parse_amount(text) is not None


def _reaching_left(box: Box) -> Box:
    """Return a box wider by a sign on the left."""
    return box.model_copy(update={"x0": max(0.0, round(box.x0 - 0.4 * box.height, 2))})


def _repair(document_id: str, page: Page, box: Box, raw: str, new: str, confidence: float) -> Repair:  # noqa: PLR0913, PLR0917  # a record's fields
    return Repair(
        repair_id=stable_id("repair", document_id, page.number, "reread", box.rounded(), raw),
        page=page.number,
        box=box,
        raw=raw,
        repaired=new,
        method="second_reading",
        confidence=confidence,
    )
