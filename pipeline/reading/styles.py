"""How the text objects of a page look: size, weight, direction, whether they are shown at all."""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
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


def styles_of(text_page: Any, frame: Frame, objects: Sequence[int | None], places: Sequence[int]) -> list[Style]:  # noqa: ANN401  # pypdfium2 has no types
    """Return the styles of text objects, a record of its own for each.

    Args:
        text_page: the pypdfium2 text page.
        frame: how it is displayed.
        objects: the addresses of the objects; None for characters without one.
        places: the index of one character of each object.
    """
    page = repeat(address_of(text_page))
    matrices, colours = np.zeros((len(places), 6), np.float32), np.zeros((len(places), 4), np.uint32)
    deque(map(MATRIX_AT, page, places, addresses(matrices, 0)), maxlen=0)
    coloured = list(map(COLOUR_AT, page, places, *(addresses(colours, channel) for channel in range(4))))
    modes = [MODE_OF(text_object) if text_object else 0 for text_object in objects]
    fonts = [FONT_OF(text_object) if text_object else None for text_object in objects]
    turns, sizes = map(tuple, matrices[:, :4].tolist()), map(SIZE_AT, page, places)
    looks = list(map(Look._make, zip(turns, sizes, modes, coloured, map(tuple, colours.tolist()), fonts, strict=True)))
    known: dict[Look, Style] = {}
    for look, place in zip(looks, places, strict=True):
        if look not in known:
            known[look] = _style(look, frame, bold=_is_bold(text_page, place))
    return [Style._make(known[look]) for look in looks]


class Look(NamedTuple):
    """What pdfium says of a text object."""

    matrix: tuple[float, float, float, float]
    size: float
    mode: int
    coloured: int
    colour: tuple[int, int, int, int]
    """Red, green, blue, alpha; nothing where it is not `coloured`."""
    font: int | None
    """The address of its font."""


def _style(look: Look, frame: Frame, *, bold: bool) -> Style:
    a, b, c, d = look.matrix
    direction_x, direction_y = frame.ax * a + frame.bx * b, frame.ay * a + frame.by * b
    *channels, alpha = look.colour
    return Style(
        size=abs(look.size * (math.hypot(c, d) or 1.0)),
        bold=look.mode in STROKED_MODES or bold,
        angle=round(math.degrees(math.atan2(-direction_y, direction_x))) % 360,
        shown=(not look.coloured or alpha > 0) and look.mode not in (INVISIBLE_MODE, CLIP_ONLY_MODE),
        white=bool(look.coloured) and look.mode == 0 and min(channels) >= WHITE,
    )


def addresses(table: npt.NDArray[Any], column: int) -> range:
    """Return where in memory the values of a column of a table lie."""
    step = table.itemsize * table.shape[1]
    first = table.ctypes.data + column * table.itemsize
    return range(first, first + step * len(table), step)


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
