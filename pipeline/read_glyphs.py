"""Glyphs of a page, straight from pdfium: character, box as displayed, baseline, font; nothing that is not shown."""

from __future__ import annotations

import ctypes
import math
import re
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


def frame_of(page: Any) -> Frame:  # noqa: ANN401 - pypdfium2 has no types
    """Return the frame of a pypdfium2 page."""
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    width, height = right - left, top - bottom
    if rotation == 90:  # noqa: PLR2004
        return Frame(0, 1, -bottom, 1, 0, -left, height, width, rotation)
    if rotation == 180:  # noqa: PLR2004
        return Frame(-1, 0, right, 0, 1, -bottom, width, height, rotation)
    if rotation == 270:  # noqa: PLR2004
        return Frame(0, -1, top, -1, 0, right, height, width, rotation)
    return Frame(1, 0, -left, 0, -1, top, width, height, rotation)


def glyphs_of(page: Any, frame: Frame, limit: int) -> tuple[list[Glyph], bool]:  # noqa: ANN401
    """Return the glyphs of a page in the order of its content, and whether there were more than `limit`."""
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        return _collect(text_page, frame, min(count, limit)), count > limit
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _collect(text_page: Any, frame: Frame, count: int) -> list[Glyph]:  # noqa: ANN401
    """Return up to `count` glyphs; generated blanks are left out, text that cannot be seen keeps its style."""
    rect, ox, oy = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, Style] = {}
    glyphs: list[Glyph] = []
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        address = ctypes.cast(pdfium.FPDFText_GetTextObject(text_page, index), ctypes.c_void_p).value or 0
        style = styles.get(address)
        if style is None:
            style = styles[address] = _style(text_page, index, frame)
        if style.size < MIN_SIZE:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, rect)
        pdfium.FPDFText_GetCharOrigin(text_page, index, ox, oy)
        x0, top, x1, bottom = frame.box(rect.left, rect.bottom, rect.right, rect.top)
        x, y = frame.point(ox.value, oy.value)
        glyphs.append(Glyph(_character(code), x0, top, x1, bottom, x, y, style))
    return glyphs


HYPHEN_CODE = 2
"""pdfium gives this code for a hyphen at the end of a line."""


def _character(code: int) -> str:
    """Return the character of a code point; the replacement character where the font gives none."""
    if code == HYPHEN_CODE:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - surrogates
        return "\ufffd"
    return chr(code)


def _style(text_page: Any, index: int, frame: Frame) -> Style:  # noqa: ANN401
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


def _is_bold(text_page: Any, index: int) -> bool:  # noqa: ANN401
    """Tell whether the font of a character is bold, by its name; by weight where the name says nothing."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 256, flags)
    name = buffer.value.decode("utf-8", "replace")
    if BOLD_NAME.search(name) or flags.value & FORCE_BOLD:
        return True
    return bool(ANONYMOUS_NAME.match(name)) and pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT
