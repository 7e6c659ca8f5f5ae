"""How the text objects of a page look: size, weight, direction, whether they are shown at all."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.reading.frame import Frame

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?<![a-z])(?:bd|fett|halvfett)(?![a-z])", re.IGNORECASE)
ANONYMOUS_NAME = re.compile(r"^(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Za-z]{1,2}\d*$")
BOLD_WEIGHT = 700
FORCE_BOLD = 1 << 18
INVISIBLE_MODE = 3
CLIP_ONLY_MODE = 7
STROKED_MODES = (2, 6)
WHITE = 250
"""A colour whose channels all reach this is white."""


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


class Styles:
    """Tells the style of the text objects of one page; what many of them have in common is reckoned once."""

    def __init__(self, text_page: Any, frame: Frame) -> None:  # noqa: ANN401  # pypdfium2 has no types
        """Begin with a pypdfium2 text page."""
        self._text_page = text_page
        self._address = address_of(text_page)
        self._frame = frame
        self._matrix = (ctypes.c_float * 6)()
        self._colour = (ctypes.c_uint * 4)()
        channel, size = ctypes.addressof(self._colour), ctypes.sizeof(ctypes.c_uint)
        self._channels = tuple(range(channel, channel + 4 * size, size))
        self._bold: dict[int | None, bool] = {}
        self._known: dict[Any, Style] = {}

    def style(self, text_object: int | None, index: int) -> Style:
        """Return a style of its own for the text object (its address) to which the character at `index` belongs."""
        turned = MATRIX_AT(self._address, index, ctypes.addressof(self._matrix))
        coloured = COLOUR_AT(self._address, index, *self._channels)
        key = (
            tuple(self._matrix[:4]) if turned else (0.0, 0.0, 0.0, 0.0),
            SIZE_AT(self._address, index),
            MODE_OF(text_object) if text_object else 0,
            tuple(self._colour) if coloured else None,
            self._is_bold(FONT_OF(text_object) if text_object else None, index),
        )
        if key not in self._known:
            self._known[key] = self._reckoned(*key)
        return Style._make(self._known[key])

    def _reckoned(self, matrix: Sequence[float], size: float, mode: int, colour: Sequence[int] | None, bold: bool) -> Style:  # noqa: FBT001  # the parts of a key
        (a, b, c, d), frame = matrix, self._frame
        direction_x, direction_y = frame.ax * a + frame.bx * b, frame.ay * a + frame.by * b
        return Style(
            size=abs(size * (math.hypot(c, d) or 1.0)),
            bold=mode in STROKED_MODES or bold,
            angle=round(math.degrees(math.atan2(-direction_y, direction_x))) % 360,
            shown=(colour is None or colour[3] > 0) and mode not in (INVISIBLE_MODE, CLIP_ONLY_MODE),
            white=colour is not None and mode == 0 and min(colour[:3]) >= WHITE,
        )

    def _is_bold(self, font: int | None, index: int) -> bool:
        """Tell whether the font of a character is bold, by its name; by weight where the name says nothing."""
        if font not in self._bold:
            self._bold[font] = _is_bold(self._text_page, index)
        return self._bold[font]


def _is_bold(text_page: Any, index: int) -> bool:  # noqa: ANN401  # pypdfium2 has no types
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 256, flags)
    name = buffer.value.decode("utf-8", "replace")
    if BOLD_NAME.search(name) or flags.value & FORCE_BOLD:
        return True
    return bool(ANONYMOUS_NAME.match(name)) and pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT


def quick(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    """Return a C function of pdfium that takes addresses as numbers (quicker than pointer objects)."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address_of(handle: Any) -> int:  # noqa: ANN401  # pypdfium2 has no types
    """Return the address of what pdfium gave."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


ADDRESS = ctypes.c_void_p
MATRIX_AT = quick(pdfium.FPDFText_GetMatrix, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
SIZE_AT = quick(pdfium.FPDFText_GetFontSize, ctypes.c_double, ADDRESS, ctypes.c_int)
COLOUR_AT = quick(pdfium.FPDFText_GetFillColor, ctypes.c_int, ADDRESS, ctypes.c_int, *[ADDRESS] * 4)
MODE_OF = quick(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ADDRESS)
FONT_OF = quick(pdfium.FPDFTextObj_GetFont, ADDRESS, ADDRESS)
