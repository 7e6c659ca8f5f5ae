"""Glyphs of a page, straight from pdfium: character, box as displayed, baseline, font; nothing that is not shown."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?<![a-z])(?:bd|fett|halvfett)(?![a-z])", re.IGNORECASE)
ANONYMOUS_NAME = re.compile(r"^(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Za-z]{1,2}\d*$")
BOLD_WEIGHT = 700
FORCE_BOLD = 1 << 18
INVISIBLE_MODE = 3
CLIP_ONLY_MODE = 7
STROKED_MODES = (2, 6)
MIN_SIZE = 0.5
"""Text smaller than this (points) is not meant to be seen."""
WHITE = 250
"""A colour whose channels all reach this is white."""


class Frame(NamedTuple):
    """How user space of a page becomes the page as displayed: x = ax*X + bx*Y + cx; y = ay*X + by*Y + cy (downward)."""

    ax: float
    bx: float
    cx: float
    ay: float
    by: float
    cy: float
    width: float
    height: float
    rotation: int
    """The page's own /Rotate."""
    turn: int
    """Degrees clockwise by which the displayed page is turned on top of that."""

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point of user space is displayed."""
        return self.ax * x + self.bx * y + self.cx, self.ay * x + self.by * y + self.cy

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return (x0, top, x1, bottom) as displayed."""
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


class Style(NamedTuple):
    """What all glyphs of one text object share."""

    size: float
    bold: bool
    angle: int
    """Direction of the text as displayed, in degrees counter-clockwise, 0 to 359."""
    shown: bool
    """False for invisible rendering (an OCR layer)."""
    white: bool
    """White letters: shown only on something dark."""


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


def frame_of(page: Any, turn: int = 0) -> Frame:  # noqa: ANN401  # pypdfium2 has no types
    """Return the frame of a pypdfium2 page, turned by `turn` degrees clockwise from how it is displayed."""
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    width, height = right - left, top - bottom
    quarter = (rotation + turn) % 360
    if quarter == 90:  # noqa: PLR2004  # degrees
        return Frame(0, 1, -bottom, 1, 0, -left, height, width, rotation, turn)
    if quarter == 180:  # noqa: PLR2004  # degrees
        return Frame(-1, 0, right, 0, 1, -bottom, width, height, rotation, turn)
    if quarter == 270:  # noqa: PLR2004  # degrees
        return Frame(0, -1, top, -1, 0, right, height, width, rotation, turn)
    return Frame(1, 0, -left, 0, -1, top, width, height, rotation, turn)


def glyphs_of(page: Any, frame: Frame, limit: int) -> tuple[list[Glyph], bool]:  # noqa: ANN401  # pypdfium2 has no types
    """Return the glyphs of a page in the order of its content, and whether there were more than `limit`."""
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        return _collect(text_page, frame, min(count, limit)), count > limit
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _collect(text_page: Any, frame: Frame, count: int) -> list[Glyph]:  # noqa: ANN401  # pypdfium2 has no types
    """Return up to `count` glyphs; blanks that pdfium makes up are left out. Runs once per character: kept lean.

    The style is asked for at the start of a word only, or where the height of the glyphs changes.
    """
    page_address, rect, rect_address, edges = _pointers(text_page)
    plain, cx, cy = frame.ax == 1, frame.cx, frame.cy
    styles: dict[int | None, tuple[Style, float]] = {}
    style, below, last_top, last_bottom, last_right = NO_STYLE, 0.0, math.nan, math.nan, math.nan
    glyphs: list[Glyph] = []
    inked: list[int] = []
    for index, text in enumerate(_characters(text_page, count)):
        if text in MADE_UP and pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        BOX_AT(page_address, index, rect_address)
        left, upper, right, bottom = edges.tolist()
        if not (upper == last_top and bottom == last_bottom and abs(left - last_right) < 1 and text != " "):
            address = OBJECT_AT(page_address, index)
            if address not in styles:
                styles[address] = _style_and_depth(text_page, index, frame, rect)
            style, below = styles[address]
        last_top, last_bottom, last_right = upper, bottom, right
        if plain:
            xa, ya, xb, yb = left + cx, cy - upper, right + cx, cy - bottom
        else:
            xa, ya, xb, yb = frame.box(left, bottom, right, upper)
        x, y = _origin(text_page, index, frame) if style.angle else (xa, yb - below)
        if style.size >= MIN_SIZE:
            if text in BLANK and _has_ink(text_page, index):
                inked.append(len(glyphs))
            glyphs.append(Glyph(text, xa, ya, xb, yb, x, y, style))
    return _with_misnamed(glyphs, inked) if len(inked) >= MANY_INKED else glyphs


def _pointers(text_page: Any) -> tuple[int, Any, int, Any]:  # noqa: ANN401  # pypdfium2 has no types
    """Return (address of the text page, a rectangle, its address, a view of its four edges)."""
    rect = pdfium.FS_RECTF()
    view = memoryview(rect).cast("B").cast("f")
    return ctypes.cast(text_page, ctypes.c_void_p).value or 0, rect, ctypes.addressof(rect), view


def _quick(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    """Return a C function of pdfium that takes addresses as numbers (quicker than pointer objects)."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


OBJECT_AT = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
BOX_AT = _quick(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
BLANK = frozenset(" \t\r\n\u00a0")
MANY_INKED = 8
"""So many blanks with ink on a page are letters that a font misnames ..."""
MOST_INKED = 0.5
"""... if they are at most this share of the blanks of their style (some fonts draw a box for every blank)."""
PRIVATE = 0xE000
"""A blank that is a letter becomes this private character and its own code."""
MADE_UP = frozenset(" \r\n")
"""Characters that pdfium makes up between words and lines."""
NO_STYLE = Style(0.0, bold=False, angle=0, shown=False, white=False)


def _characters(text_page: Any, count: int) -> list[str]:  # noqa: ANN401  # pypdfium2 has no types
    """Return the first `count` characters of a page; asked for at once where each has its own code unit."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    codes = buffer[:count]
    if written != count or any(0xD800 <= code < 0xE000 for code in codes):  # noqa: PLR2004  # surrogates
        codes = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    elif HYPHEN_OR_NAMELESS in codes:
        places = [index for index, code in enumerate(codes) if code == HYPHEN_OR_NAMELESS]
        codes = list(codes)
        for index in places:
            codes[index] = pdfium.FPDFText_GetUnicode(text_page, index)
    return [chr(code) if 31 < code < 0xD800 else _character(code) for code in codes]  # noqa: PLR2004  # control characters end before 32, surrogates begin there


def _has_ink(text_page: Any, index: int) -> bool:  # noqa: ANN401  # pypdfium2 has no types
    """Tell whether a glyph is drawn: the tight box of a blank has no height."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return top.value - bottom.value > MIN_SIZE


def _with_misnamed(glyphs: list[Glyph], inked: Sequence[int]) -> list[Glyph]:
    """Return the glyphs with blanks that are drawn (`inked`) made private characters: letters whose font calls them blanks."""
    blanks = Counter(glyph.style for glyph in glyphs if glyph.text in BLANK)
    drawn = Counter(glyphs[index].style for index in inked)
    for index in inked:
        glyph = glyphs[index]
        if drawn[glyph.style] <= MOST_INKED * blanks[glyph.style]:
            glyphs[index] = glyph._replace(text=chr(PRIVATE + ord(glyph.text)))
    return glyphs


def _style_and_depth(text_page: Any, index: int, frame: Frame, rect: Any) -> tuple[Style, float]:  # noqa: ANN401  # pypdfium2 has no types
    """Return the style of a glyph, and how far its box (`rect`, user space) reaches below the baseline as displayed."""
    bottom = frame.box(rect.left, rect.bottom, rect.right, rect.top)[3]
    return _style(text_page, index, frame), bottom - _origin(text_page, index, frame)[1]


def _origin(text_page: Any, index: int, frame: Frame) -> tuple[float, float]:  # noqa: ANN401  # pypdfium2 has no types
    """Return where a glyph stands on its baseline, as displayed."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return frame.point(x.value, y.value)


HYPHEN_OR_NAMELESS = 0xFFFE
"""pdfium's text has this for a hyphen at the end of a line and for a glyph without a character; asked singly it tells."""
HYPHEN_CODES = (0x02, 0xFFFE)
"""pdfium gives these codes for a hyphen at the end of a line."""


def _character(code: int) -> str:
    """Return the character of a code point; the replacement character where the font gives none."""
    if 31 < code < 0xD800:  # noqa: PLR2004  # the ordinary case first
        return chr(code)
    if code in HYPHEN_CODES:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  # surrogates
        return "\ufffd"
    return chr(code)


def _style(text_page: Any, index: int, frame: Frame) -> Style:  # noqa: ANN401  # pypdfium2 has no types
    """Return the style of the text object that the character belongs to."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    scale = math.hypot(matrix.c, matrix.d)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * (scale or 1.0)
    direction_x = frame.ax * matrix.a + frame.bx * matrix.b
    direction_y = frame.ay * matrix.a + frame.by * matrix.b
    angle = round(math.degrees(math.atan2(-direction_y, direction_x))) % 360
    text_object = pdfium.FPDFText_GetTextObject(text_page, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object) if text_object else 0
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    coloured = pdfium.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha)
    opaque = not coloured or alpha.value > 0
    white = bool(coloured) and mode == 0 and min(red.value, green.value, blue.value) >= WHITE
    return Style(
        size=abs(size),
        bold=mode in STROKED_MODES or _is_bold(text_page, index),
        angle=angle,
        shown=opaque and mode not in (INVISIBLE_MODE, CLIP_ONLY_MODE),
        white=white,
    )


def _is_bold(text_page: Any, index: int) -> bool:  # noqa: ANN401  # pypdfium2 has no types
    """Tell whether the font of a character is bold, by its name; by weight where the name says nothing."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 256, flags)
    name = buffer.value.decode("utf-8", "replace")
    if BOLD_NAME.search(name) or flags.value & FORCE_BOLD:
        return True
    return bool(ANONYMOUS_NAME.match(name)) and pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT
