"""Glyphs of a page, straight from pdfium: character, box as displayed, baseline, font; nothing that is not shown."""

from __future__ import annotations

import ctypes
import re
from collections import Counter, deque
from collections.abc import Callable, Sequence
from functools import partial
from itertools import compress, repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from pipeline.reading.frame import Floats, Frame
from pipeline.reading.letters import BLANKS, NOTHING, SOFT_HYPHEN
from pipeline.reading.styles import ADDRESS, Style, address_of, addresses, quick, styles_of

MIN_SIZE = 0.5
"""Text smaller than this (points) is not meant to be seen."""


class Glyph(NamedTuple):
    """One character as displayed; a blank has text `" "`."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    """Origin on the baseline."""
    y: float
    """Origin on the baseline."""
    style: Style


class Glyphs(NamedTuple):
    """The glyphs of a page."""

    glyphs: list[Glyph]
    """In the order of the page's content."""
    styles: tuple[tuple[Style, int], ...]
    """The styles of the text objects, and how many of the glyphs have each."""
    cut: bool = False
    """Whether the page has more than were looked at."""


def glyphs_of(page: Any, frame: Frame, limit: int) -> Glyphs:  # noqa: ANN401  # pypdfium2 has no types
    """Return the glyphs of a page, `limit` at most."""
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        return _collect(text_page, frame, min(count, limit))._replace(cut=count > limit)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _collect(text_page: Any, frame: Frame, count: int) -> Glyphs:  # noqa: ANN401  # pypdfium2 has no types
    """Return up to `count` glyphs; blanks that pdfium makes up are left out. All are asked for and reckoned at once."""
    address, text = address_of(text_page), _characters(text_page, count)
    made_up = [match.start() for match in MADE_UP.finditer(text) if IS_MADE_UP(address, match.start())]
    places = np.delete(np.arange(len(text)), made_up).tolist()
    if not places:
        return Glyphs([], ())
    texts = [text[place] for place in places]
    left, upper, right, bottom = edges = _edges(address, places)
    x0, top, x1, below = frame.boxes(left, bottom, right, upper)
    objects, numbers = _objects(address, texts, places, edges)
    first = list(objects.values())
    samples = [places[index] for index in first]
    styles = styles_of(text_page, frame, list(objects), samples)
    depths = below[first] - _origins(address, frame, samples)[1]
    x, y = x0.copy(), below - depths[numbers]
    if any(style.angle for style in styles):
        slanted = np.flatnonzero(np.array([style.angle != 0 for style in styles])[numbers])
        x[slanted], y[slanted] = _origins(address, frame, [places[index] for index in slanted])
    each = [styles[number] for number in numbers.tolist()]
    columns = (texts, *(values.tolist() for values in (x0, top, x1, below, x, y)), each)
    glyphs = list(map(AS_GLYPH, zip(*columns, strict=True)))
    if any(style.size < MIN_SIZE for style in styles):
        seen = [style.size >= MIN_SIZE for style in each]
        glyphs, places = list(compress(glyphs, seen)), list(compress(places, seen))
    counts = [
        (style, count) for style, count in zip(styles, np.bincount(numbers).tolist(), strict=True) if style.size >= MIN_SIZE
    ]
    return Glyphs(_with_misnamed(glyphs, _inked(address, glyphs, places)), tuple(counts))


def _edges(address: int, places: Sequence[int]) -> Floats:
    """Return the boxes of characters in user space as four arrays: left, upper, right, bottom."""
    found = np.zeros((len(places), 4), np.float32)  # a row is an FS_RECTF
    deque(map(BOX_AT, repeat(address), places, addresses(found, 0)), maxlen=0)
    return found.T.astype(float)


def _origins(address: int, frame: Frame, places: Sequence[int]) -> tuple[Floats, Floats]:
    """Return where characters stand on their baseline, as displayed."""
    found = np.zeros((len(places), 2))
    deque(map(ORIGIN_AT, repeat(address), places, addresses(found, 0), addresses(found, 1)), maxlen=0)
    return frame.point(found[:, 0], found[:, 1])


def _objects(
    address: int, texts: Sequence[str], places: Sequence[int], edges: Floats
) -> tuple[dict[int | None, int], npt.NDArray[np.intp]]:
    """Return the text objects (their addresses) with the first glyph of each, and which of them each glyph belongs to.

    Asked for only where another object may begin: at blanks, after a gap, and where the height of the glyphs changes.
    """
    left, upper, right, bottom = edges
    goes_on = (upper[1:] == upper[:-1]) & (bottom[1:] == bottom[:-1]) & (np.abs(left[1:] - right[:-1]) < 1)
    starts = [0, *(index for index, same in enumerate(goes_on.tolist(), 1) if not same or texts[index] == " ")]
    found = [OBJECT_AT(address, places[start]) for start in starts]
    first: dict[int | None, int] = {}
    for text_object, start in zip(found, starts, strict=True):
        first.setdefault(text_object, start)
    number = {text_object: index for index, text_object in enumerate(first)}
    return first, np.repeat([number[text_object] for text_object in found], np.diff([*starts, len(places)]))


OBJECT_AT = quick(pdfium.FPDFText_GetTextObject, ADDRESS, ADDRESS, ctypes.c_int)
BOX_AT = quick(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
ORIGIN_AT = quick(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS, ADDRESS)
INK_AT = quick(pdfium.FPDFText_GetCharBox, ctypes.c_int, ADDRESS, ctypes.c_int, *[ADDRESS] * 4)
IS_MADE_UP = quick(pdfium.FPDFText_IsGenerated, ctypes.c_int, ADDRESS, ctypes.c_int)
BLANK = BLANKS | NOTHING | {SOFT_HYPHEN}
"""Characters that are not seen, or but as a stroke."""
MANY_INKED = 8
"""So many blanks with ink on a page are letters that a font misnames ..."""
MOST_INKED = 0.5
"""... if they are at most this share of the blanks of their style (some fonts draw a box for every blank)."""
HIGH = 0.3
"""A blank as high as this share of its size is a letter; a hyphen is lower."""
PRIVATE = 0xE000
"""A blank that is a letter becomes this private character and the last byte of its own code."""
MADE_UP = re.compile(r"[ \r\n]")
"""Characters that pdfium makes up between words and lines."""
AS_GLYPH: Callable[[tuple[Any, ...]], Glyph] = partial(tuple.__new__, Glyph)
"""Makes a glyph of its values; `Glyph._make` counts them first, which takes as long again."""


def _characters(text_page: Any, count: int) -> str:  # noqa: ANN401  # pypdfium2 has no types
    """Return the first `count` characters of a page; asked for at once where each has its own code unit."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if written != count or len(text) != count or SURROGATE.search(text):
        return "".join([_character(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count)])
    if HYPHEN_OR_NAMELESS in text:
        letters = list(text)
        for index in (index for index, letter in enumerate(letters) if letter == HYPHEN_OR_NAMELESS):
            letters[index] = _character(pdfium.FPDFText_GetUnicode(text_page, index))
        text = "".join(letters)
    return text.translate(SPECIAL)


def _inked(address: int, glyphs: Sequence[Glyph], places: Sequence[int]) -> list[int]:
    """Return which of the glyphs are blanks that are drawn: the tight box of a true blank has no height."""
    blanks = [index for index, glyph in enumerate(glyphs) if glyph.text in BLANK]
    found = np.zeros((len(blanks), 4))  # left, right, bottom, top
    columns = [addresses(found, column) for column in range(4)]
    deque(map(INK_AT, repeat(address), [places[index] for index in blanks], *columns), maxlen=0)
    least = np.array([max(MIN_SIZE, HIGH * glyphs[index].style.size) for index in blanks])
    return list(compress(blanks, (found[:, 3] - found[:, 2] > least).tolist()))


def _with_misnamed(glyphs: list[Glyph], inked: Sequence[int]) -> list[Glyph]:
    """Return the glyphs with blanks that are drawn (`inked`) made private characters: letters whose font calls them blanks."""
    if len(inked) < MANY_INKED:
        return glyphs
    blanks = Counter(glyph.style for glyph in glyphs if glyph.text in BLANKS)
    drawn = Counter(glyphs[index].style for index in inked if glyphs[index].text in BLANKS)
    for index in inked:
        glyph = glyphs[index]
        if glyph.text not in BLANKS or drawn[glyph.style] <= MOST_INKED * blanks[glyph.style]:
            glyphs[index] = glyph._replace(text=chr(PRIVATE + ord(glyph.text) % 0x100))
    return glyphs


HYPHEN_OR_NAMELESS = "\ufffe"
"""pdfium's text has this for a hyphen at the end of a line and for a glyph without a character; asked singly it tells."""
SPECIAL = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd"}
"""pdfium gives the first two for a hyphen at the end of a line, the last where the font gives no character."""
SURROGATE = re.compile("[\\ud800-\\udfff]")


def _character(code: int) -> str:
    """Return the character of a code point; the replacement character where the font gives none."""
    return "\ufffd" if SURROGATE.match(letter := chr(code)) else SPECIAL.get(code, letter)
