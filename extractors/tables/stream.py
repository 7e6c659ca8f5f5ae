"""Tables without a full grid: lines whose figures stand in columns shared by many rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.tables.chunks import Chunk, TextLine, chunk_line, gaps_of, heads_alone
from extractors.tables.closing import parted
from extractors.tables.rules import Segment
from extractors.tables.words import has_digit, height, is_figure, is_measured, text_lines
from extractors.tables.years import is_date, is_year
from extractors.values.periods import read_header
from schemas.page import Word

ROW_GAP = 3.2
"""Rows of one table are not further apart than this many text heights."""
HEADER_GAP = 1.6
"""Header lines are not further apart than this many text heights; a line that names every column may stand further above."""
TIGHT = 0.45
"""Lines of one label are not further apart than this many text heights."""
MOST_HEADERS = 7
"""Lines of headers above the first row."""
HEADER_LINES = 2
"""Lines above the first row that may name two columns where figures seem to be one."""
FLUSH = 2.5
"""Points by which the right edges of a header and its column may differ."""
PADDED = 6.0
"""The same where header cells have more white at their sides than the cells below."""
LARGER = 1.25
"""A line so many times as high as the rows is a heading of the page."""
SHORT_TEXT = 3
"""A text of so few words that ends flush with a column stands in it, however far it reaches to the left."""
LONG_TEXT = 7
"""A chunk of more words than this that runs over the columns is prose."""

_BEGUN_DATE = re.compile(r"(?:19|20)\d\d-(?:\d\d-)?$")
_GOES_ON = re.compile(r"\b(?:och|samt|av|för|i|till)$|[,-]$", re.IGNORECASE)
"""The end of a label whose last words stand on the next line."""
_DAY = re.compile(r"\d\d(?:-\d\d)?")


@dataclass
class Band:
    """The extent of one column."""

    x0: float
    x1: float
    count: int = 0
    figures: bool = True


@dataclass
class Region:
    """Lines that form one table, with its columns from left to right."""

    lines: list[TextLine]
    bands: list[Band]
    headers: list[TextLine] = field(default_factory=list)
    rules: tuple[Segment, ...] = ()

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(line.top for line in self.headers + self.lines)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(line.bottom for line in self.lines)

    @property
    def words(self) -> list[Word]:
        """All words of headers and lines."""
        return [word for line in self.headers + self.lines for word in line.words]


def page_lines(words: Sequence[Word]) -> list[TextLine]:
    """Return the text lines of upright words as chunks, top first."""
    upright = [word for word in words if word.upright]
    lines = text_lines(upright)
    usual = height(upright)
    gaps = gaps_of(lines, usual)
    return [chunk_line(line, gaps if near(height(line), usual) else gaps_of([line], height(line))) for line in lines]


def near(size: float, usual: float) -> bool:
    """Tell whether a line's text height is about the page's usual one."""
    return abs(size - usual) < 0.15 * usual


def is_seed(line: TextLine) -> bool:
    """Tell whether a line looks like a row: a label and figures right of it, or several figures."""
    figures = [chunk for chunk in line.chunks[1:] if chunk.figure]
    texts = [chunk for chunk in line.chunks[1:] if not chunk.figure]
    if not any(chunk.number for chunk in line.chunks) or not figures:
        return False
    if len(line.chunks) > 1 and all(is_year(chunk.text) or heads_alone(chunk.text) for chunk in line.chunks):
        return False
    return len(texts) <= len(figures) and all(len(chunk.words) <= LONG_TEXT for chunk in texts)


def find_regions(lines: Sequence[TextLine]) -> list[Region]:
    """Return the regions of a page, top first, each with body lines, columns and header lines."""
    regions: list[Region] = []
    start = 0
    while start < len(lines):
        if not is_seed(lines[start]) or _ends_header(lines, start):
            start += 1
            continue
        end = _grow(lines, start)
        apart = parted([line for line in lines[start:end] if is_seed(line)], lines[max(0, start - HEADER_LINES) : start])
        grown = [apart.get(id(line), line) for line in lines[start:end]]
        bands = figure_bands([line for line in grown if is_seed(line)])
        body = [line if is_seed(line) else cut_at_columns(line, bands) for line in grown]
        floor = regions[-1].bottom if regions else -1.0
        headers = _headers(lines, start, bands, (floor, _label_right(body, bands[0].x0)))
        headings = list(
            lines[start - (_headings_above(lines, start, bands, headers) or _begins_above(lines, start, bands)) : start]
        )
        regions.append(Region(headings + body, bands, headers[: max(0, len(headers) - len(headings))]))
        start = end
    return regions


def _ends_header(lines: Sequence[TextLine], start: int) -> bool:
    """Tell whether a line with a label and years alone is the last one of a header: rows of other figures follow at once."""
    if start and _ends_dates(lines[start - 1], lines[start]):
        return True
    figures = [chunk for chunk in lines[start].chunks[1:] if chunk.figure]
    if lines[start].chunks[0].figure or not all(is_date(chunk.text) for chunk in figures) or start + 1 == len(lines):
        return False
    line, below = lines[start], lines[start + 1]
    near = below.top - line.bottom < HEADER_GAP * (line.bottom - line.top)
    wraps = len(below.chunks) == 1 and below.x1 < figures[0].x0
    row = lines[start + 2] if wraps and start + 2 < len(lines) else below
    return near and _is_row_below(row, wraps=wraps) and not any(is_year(chunk.text) for chunk in row.chunks)


def _is_row_below(line: TextLine, *, wraps: bool) -> bool:
    """Tell whether a line looks like a row; below the first line of a label that wraps its figures may stand alone."""
    return is_seed(line) or (wraps and len(line.chunks) > 1 and all(chunk.figure for chunk in line.chunks))


def _ends_dates(above: TextLine, line: TextLine) -> bool:
    """Tell whether the numbers of a line are the last parts of dates that wrap (`2024-12-` over `31`)."""
    begun = [chunk for chunk in above.chunks if _BEGUN_DATE.search(chunk.text)]
    numbers = [chunk for chunk in line.chunks if has_digit(chunk.text)]
    return bool(begun) and all(
        _DAY.fullmatch(chunk.text) and any(min(chunk.x1, other.x1) > max(chunk.x0, other.x0) for other in begun)
        for chunk in numbers
    )


def _grow(lines: Sequence[TextLine], start: int) -> int:
    """Return the index after the last line of the region that begins at `start`."""
    end, last = start + 1, lines[start]
    bands = figure_bands([lines[start]])
    for index in range(start + 1, len(lines)):
        line = lines[index] if is_seed(lines[index]) else cut_at_columns(lines[index], bands)
        if line.top - lines[index - 1].bottom > ROW_GAP * (last.bottom - last.top):
            break
        if _heads_again(line, bands) and sum(1 for item in lines[start:end] if is_seed(item)) > 1:
            break
        if is_seed(line):
            if not _fits(line, bands):
                break
            end, last = index + 1, line
            bands = figure_bands([item for item in lines[start:end] if is_seed(item)])
        elif not _between(line, bands):
            break
    return _with_tail(lines, end, bands)


def _heads_again(line: TextLine, bands: list[Band]) -> bool:
    """Tell whether a line heads columns: over the figures stand years and words such as `Budget` alone, and two at least."""
    over = [chunk.text for chunk in line.chunks if chunk.x1 > bands[0].x0]
    return len(over) > 1 and all(is_year(text) or _is_column_name(text) for text in over)


def _is_column_name(text: str) -> bool:
    said = read_header(text)
    named = said.scenario or said.fiscal_year or said.months or said.note
    return bool(named) and not is_figure(text) and len(text.split()) <= LONG_TEXT


def _with_tail(lines: Sequence[TextLine], end: int, bands: list[Band]) -> int:
    """Add the lines under the last row that continue its label or stand in its columns."""
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        near = line.top - above.bottom < TIGHT * (line.bottom - line.top)
        if not near or not _between(line, bands):
            return end
        text = line.text
        if not (text[0].islower() or text[0] == "(" or _GOES_ON.search(above.chunks[0].text)) or line.x0 > bands[0].x0:
            return end
        end += 1
    return end


def _begins_above(lines: Sequence[TextLine], start: int, bands: list[Band]) -> bool:
    """Tell whether the first row's label begins on the line above it, which has nothing else."""
    if start == 0:
        return False
    above, first = lines[start - 1], lines[start]
    near = first.top - above.bottom < TIGHT * (first.bottom - first.top)
    return near and first.text[0].islower() and abs(above.x0 - first.x0) < FLUSH and above.x1 <= bands[0].x0


def _fits(line: TextLine, bands: list[Band]) -> bool:
    figures = [chunk for chunk in line.chunks if chunk.figure and chunk is not line.chunks[0]] or line.chunks
    return any(_overlap(chunk, band) > 0 for chunk in figures for band in bands) or (
        figures[0].x0 > bands[-1].x1 and len(line.chunks) > 1
    )


def _between(line: TextLine, bands: list[Band]) -> bool:
    """Tell whether a line without figures may stand inside a table: it stays left of the columns, or within them."""
    left = bands[0].x0
    for chunk in line.chunks:
        if any(abs(chunk.x1 - band.x1) < FLUSH and len(chunk.words) <= SHORT_TEXT for band in bands):
            continue
        if chunk.x0 < left < chunk.x1 - 0.5 * (line.bottom - line.top):
            return False
        if chunk.x0 >= left and (len(chunk.words) > LONG_TEXT or not any(_overlap(chunk, band) > 0 for band in bands)):
            return False
    return True


def _overlap(chunk: Chunk, band: Band) -> float:
    return min(chunk.x1, band.x1) - max(chunk.x0, band.x0)


def figure_bands(rows: Sequence[TextLine]) -> list[Band]:
    """Return the columns of figures: extents of figures that overlap from row to row, left to right."""
    chunks = [chunk for line in rows for chunk in _figures(line)]
    bands: list[Band] = []
    for chunk in sorted(chunks, key=lambda item: item.x0):
        if bands and chunk.x0 < bands[-1].x1:
            bands[-1].x1 = max(bands[-1].x1, chunk.x1)
            bands[-1].count += 1
        else:
            bands.append(Band(chunk.x0, chunk.x1, 1))
    return bands


def _figures(line: TextLine) -> list[Chunk]:
    figures = [chunk for chunk in line.chunks[1:] if chunk.figure]
    first = line.chunks[0]
    if first.number and len(figures) == len(line.chunks) - 1 and len(figures) > 0:
        return figures
    return figures


def _label_right(body: Sequence[TextLine], left: float) -> float:
    """Return where the labels left of the first column end."""
    return max((chunk.x1 for line in body for chunk in line.chunks if chunk.x1 <= left), default=left)


def _headers(lines: Sequence[TextLine], start: int, bands: list[Band], limits: tuple[float, float]) -> list[TextLine]:
    """Return the lines above the first row that head its columns.

    `limits` are how far up lines may be taken, and where the labels end.
    """
    floor, label_right = limits
    first = max(0, start - MOST_HEADERS)
    lines, start = [*(cut_at_columns(line, bands) for line in lines[first:start]), lines[start]], start - first
    taken = 0
    for back in range(1, MOST_HEADERS + 1):
        index = start - back
        if index < 0 or lines[index].top < floor:
            break
        line, below = lines[index], lines[index + 1]
        if _is_larger(line, lines[start]) or not _header_like(line, bands, label_right):
            break
        white = (below.top - line.bottom) / min(line.bottom - line.top, below.bottom - below.top)
        if white > HEADER_GAP and not (white < ROW_GAP and back == 1 and _heads_each(line, bands)):
            break
        if any(chunk.x1 > bands[0].x0 for chunk in line.chunks):
            taken = back
        elif len(line.chunks) > 1 or (taken and _is_sentence(line)):
            break
    return list(lines[start - taken : start])


def _is_sentence(line: TextLine) -> bool:
    """Tell whether a line above a header is a sentence, above which no more headers stand."""
    return len(line.words) > SHORT_TEXT and line.words[-1].text.endswith(".") and not line.words[-1].text[:-1].isupper()


def _heads_each(line: TextLine, bands: Sequence[Band]) -> bool:
    """Tell whether a line has one short text over each column of figures."""
    over = [sum(_overlap(chunk, band) > 0 and len(chunk.words) <= LONG_TEXT for chunk in line.chunks) for band in bands]
    return len(bands) > 1 and all(count == 1 for count in over)


def _is_larger(line: TextLine, row: TextLine) -> bool:
    """Tell whether a line is set larger than a row; of ink that cannot be said, since only some letters go below the line."""
    return not is_measured(line.words) and line.bottom - line.top > LARGER * (row.bottom - row.top)


def cut_at_columns(line: TextLine, bands: Sequence[Band]) -> TextLine:
    """Cut header texts that nearly touch each other where they end flush with the columns below."""
    return TextLine([part for chunk in line.chunks for part in _cut(chunk, bands)], line.top, line.bottom)


def _cut(chunk: Chunk, bands: Sequence[Band]) -> list[Chunk]:
    over = [band for band in bands if _overlap(chunk, band) > 0]
    if len(over) <= 1 or len(chunk.words) <= 1:
        return [chunk]
    parts: list[Chunk] = [Chunk([])]
    for word in chunk.words:
        parts[-1].words.append(word)
        if any(abs(word.box.x1 - band.x1) < FLUSH for band in over):
            parts.append(Chunk([]))
    parts = [part for part in parts if part.words]
    flush = len(parts) == len(over) and all(abs(part.x1 - band.x1) < FLUSH for part, band in zip(parts, over, strict=True))
    return parts if flush else _each_on_its_column(chunk, over)


def _each_on_its_column(chunk: Chunk, over: Sequence[Band]) -> list[Chunk]:
    """Return the words of a chunk apart where each stands on an edge or the middle of a column of its own."""
    apart = len(chunk.words) == len(over) and all(_on_column(word, band) for word, band in zip(chunk.words, over, strict=True))
    return [Chunk([word]) for word in chunk.words] if apart else [chunk]


def _on_column(word: Word, band: Band) -> bool:
    middles = word.box.middle[0] - (band.x0 + band.x1) / 2
    return min(abs(word.box.x0 - band.x0), abs(word.box.x1 - band.x1), abs(middles)) < PADDED


def _headings_above(lines: Sequence[TextLine], start: int, bands: list[Band], headers: list[TextLine]) -> int:
    """Return how many lines directly above the first row are rows and no headers.

    They stand left of the columns (headings of the first rows), or have a label and texts below a line that names the columns.
    """
    named = next((i + 1 for i, line in enumerate(headers) if _heads_again(line, bands)), len(headers))
    rows = headers[named:]
    texts = [_is_text_row(line, bands) for line in rows]
    if any(texts) and all(text or line.x1 <= bands[0].x0 for text, line in zip(texts, rows, strict=True)):
        return len(rows)
    for count in range(len(headers)):
        if any(chunk.x1 > bands[0].x0 for chunk in lines[start - 1 - count].chunks):
            return count
    return 0


def _is_text_row(line: TextLine, bands: list[Band]) -> bool:
    """Tell whether a line has a label and, in two columns at least, texts that name no column (`Badet   stängt   stängt`)."""
    over = [chunk.text for chunk in line.chunks if chunk.x1 > bands[0].x0]
    names = any(is_year(text) or _is_column_name(text) for text in over)
    return len(over) > 1 and line.chunks[0].x1 <= bands[0].x0 and not names and len(set(over)) < len(over)


def _header_like(line: TextLine, bands: list[Band], label_right: float) -> bool:
    left = bands[0].x0
    size = line.bottom - line.top
    for chunk in line.chunks:
        over = [band for band in bands if _overlap(chunk, band) > -2.5 * size]
        if chunk.x0 < min(left - 60, label_right) and chunk.x1 > left + 2 and len(over) > 0:
            return False
        if chunk.x1 > left and (not over or len(chunk.words) > LONG_TEXT):
            return False
    return True
