"""From the user space of a page to the page as it is displayed."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Number = TypeVar("Number", float, Floats)


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

    def point(self, x: Number, y: Number) -> tuple[Number, Number]:
        """Return where the point of user space is displayed, or the points of arrays."""
        return self.ax * x + self.bx * y + self.cx, self.ay * x + self.by * y + self.cy

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return (x0, top, x1, bottom) as displayed."""
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)

    def boxes(self, left: Floats, bottom: Floats, right: Floats, top: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Return (x0, top, x1, bottom) of many boxes as displayed, each an array."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)


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
