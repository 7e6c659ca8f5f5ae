"""A second, targeted reading of doubtful figures in tables on scanned pages.

A cell of a column of figures whose reading is unsure, disputed, no figure, or without the minus that its column has, is
cut out of a sharper picture and read twice more, figures only. A figure counts when two readings agree; otherwise the
first one stays, with little confidence and with all readings. Misread is not inconsistent: each change is a `Repair`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from PIL import Image

from extractors.tables.words import is_figure
from extractors.values.amounts import parse_amount
from pipeline.reading.again import page_pictures
from pipeline.recognition.image import without_lines
from pipeline.recognition.recogniser import SPOTS_TOGETHER, FigureReader, RecognitionError, Spots
from schemas.document import Reading
from schemas.packed import Packed
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


class Asked(NamedTuple):
    """A page, its cells to read again, and its sharper picture without lines."""

    page: Page
    doubts: Sequence[Doubt]
    image: Image.Image
    dpi: float

    def spots(self, cells: Iterable[int]) -> Spots:
        """Return where some of the cells stand on the picture."""
        return Spots(self.image, [self.doubts[index].cell.box for index in cells], self.dpi)


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
    pictures = page_pictures(data, doubtful)
    while group := list(islice(pictures, SPOTS_TOGETHER)):
        asked = [
            Asked(page, doubts[page.number], without_lines(image, page.rulings, dpi, across=True), dpi)
            for page, image, dpi in group
        ]
        for one, answers in zip(asked, _answers(asked, reader), strict=True):
            if answers is not None:
                changed[one.page.number], records = _settled(one.page, one.doubts, answers, reading.document_id)
                repairs += records
    pages = Packed(changed.get(page.number, page) for page in reading.pages)
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


def _answers(asked: Sequence[Asked], reader: FigureReader) -> list[list[tuple[str, ...]] | None]:
    """Return what the targeted readings give, page by page and cell by cell; None for a page on which one failed.

    The second one is made only where the first settles nothing.
    """
    once = reader.figures([one.spots(range(len(one.doubts))) for one in asked])
    found: list[list[tuple[str, ...]] | None] = [
        None if isinstance(texts, RecognitionError) else [(text,) for text in texts] for texts in once
    ]
    unsettled = [[] if answers is None else _unsettled(one, answers) for one, answers in zip(asked, found, strict=True)]
    open_pages = [index for index, doubts in enumerate(unsettled) if doubts]
    twice = reader.figures([asked[index].spots(unsettled[index]) for index in open_pages], other=True) if open_pages else []
    for index, texts in zip(open_pages, twice, strict=True):
        found[index] = None if isinstance(texts, RecognitionError) else _extended(found[index] or [], unsettled[index], texts)
    return found


def _unsettled(asked: Asked, answers: Sequence[tuple[str, ...]]) -> list[int]:
    """Return the cells of a page on which the first targeted reading settles nothing."""
    return [
        index
        for index, (doubt, answer) in enumerate(zip(asked.doubts, answers, strict=True))
        if doubt.negative or settle([asked.page.words[word] for word in doubt.words], answer, negative=False)[1] < AGREED
    ]


def _extended(answers: Sequence[tuple[str, ...]], cells: Sequence[int], texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the answers with what was read once more in some cells."""
    again = dict(zip(cells, texts, strict=True))
    return [(*answer, again[index]) if index in again else answer for index, answer in enumerate(answers)]


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
