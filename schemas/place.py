"""Where something stands: a box in PDF points from the top left corner of a page as it is displayed."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.record import Record


class Box(Record):
    """A rectangle in points; `x0 <= x1`, `top <= bottom`, origin at the page's top left (pdfplumber's convention)."""

    x0: float
    """Left edge."""
    top: float
    """Upper edge."""
    x1: float
    """Right edge."""
    bottom: float
    """Lower edge."""

    @property
    def width(self) -> float:
        """Horizontal extent in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def contains_middle_of(self, other: Box) -> bool:
        """Tell whether the centre of `other` lies in this box."""
        x, y = other.middle
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two boxes share any area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom

    def rounded(self) -> str:
        """Return the box in tenths of a point as text, for use in ids."""
        return f"{self.x0:.1f},{self.top:.1f},{self.x1:.1f},{self.bottom:.1f}"


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all `boxes`; ValueError when there are none."""
    items = list(boxes)
    if not items:
        msg = "union() needs at least one box"
        raise ValueError(msg)
    return Box(
        x0=min(box.x0 for box in items),
        top=min(box.top for box in items),
        x1=max(box.x1 for box in items),
        bottom=max(box.bottom for box in items),
    )


class Place(Record):
    """A spot in a document that a reader can be led to."""

    document_id: str
    """SHA-256 of the PDF, in hex."""
    page: int
    """Page number, counted from 1."""
    box: Box
    """The box on that page."""
