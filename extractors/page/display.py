"""Lead boxes back to the page as it is displayed, where a page was read turned (`Page.turn`) or made level (`Page.skew`).

Everything is recognised on the turned and level page, where its text reads upright; what leaves the document stage lies where a
person sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from schemas.document import Reading
from schemas.meeting import Attendance, Meeting
from schemas.packed import Packed
from schemas.page import Page
from schemas.paragraph import MinutesParagraph
from schemas.place import Box
from schemas.table import Table


class Placed(Protocol):
    """A record that stands in a box on a page."""

    @property
    def page(self) -> int:
        """Page, from 1."""

    @property
    def box(self) -> Box:
        """Box on that page."""

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  # pydantic's own
        """Return a copy with some fields changed."""


P = TypeVar("P", bound=Placed)


def turned(pages: Iterable[Page]) -> dict[int, Page]:
    """Return the pages that were read turned or made level, by number; nearly always none."""
    return {page.number: page for page in pages if page.turn or page.skew}


def as_displayed(items: Sequence[P], pages: Mapping[int, Page]) -> tuple[P, ...]:
    """Return records with their boxes on the page as displayed; the very same ones where no page was turned."""
    return tuple(
        item.model_copy(update={"box": pages[item.page].displayed(item.box)}) if item.page in pages else item for item in items
    )


def meetings_as_displayed(meetings: Sequence[Meeting], pages: Mapping[int, Page]) -> tuple[Meeting, ...]:
    """Return meetings with the boxes of their paragraphs and persons on the page as displayed."""
    if not pages:
        return tuple(meetings)
    return tuple(
        meeting.model_copy(
            update={
                "paragraphs": tuple(_paragraph_as_displayed(paragraph, pages) for paragraph in meeting.paragraphs),
                "attendance": tuple(_person_as_displayed(person, pages) for person in meeting.attendance),
            }
        )
        for meeting in meetings
    )


def _person_as_displayed(person: Attendance, pages: Mapping[int, Page]) -> Attendance:
    if person.box is None or person.page is None or person.page not in pages:
        return person
    return person.model_copy(update={"box": pages[person.page].displayed(person.box)})


def _paragraph_as_displayed(paragraph: MinutesParagraph, pages: Mapping[int, Page]) -> MinutesParagraph:
    (moved,) = as_displayed([paragraph], pages)
    lists = {
        "parts": as_displayed(paragraph.parts, pages),
        "items": as_displayed(paragraph.items, pages),
        "reservations": as_displayed(paragraph.reservations, pages),
        "votes": as_displayed(paragraph.votes, pages),
    }
    return moved.model_copy(update=lists)


def tables_as_displayed(tables: Sequence[Table], pages: Mapping[int, Page]) -> tuple[Table, ...]:
    """Return tables with their boxes and those of their cells on the page as displayed."""
    if not pages:
        return tuple(tables)
    moved = as_displayed(tables, pages)
    return tuple(table.model_copy(update={"cells": as_displayed(table.cells, pages)}) for table in moved)


def reading_as_displayed(reading: Reading, pages: Mapping[int, Page]) -> Reading:
    """Return a reading with everything on its pages as displayed; the very same one where no page was turned."""
    return reading.model_copy(update={"pages": Packed(map(page_as_displayed, reading.pages))}) if pages else reading


def page_as_displayed(page: Page) -> Page:
    """Return a page with everything on it as displayed, and `turn` and `skew` 0."""
    if not page.turn and not page.skew:
        return page
    across = page.turn in {90, 270}
    drawn = page.model_copy(update={"skew": 0.0})  # what was not read from the picture
    words = {
        name: tuple(
            word.model_copy(update={"box": frame.displayed(word.box), "upright": word.upright != across}) for word in reading
        )
        for name, reading, frame in (("words", page.words, page), ("other_words", page.other_words, drawn))
    }
    rulings = tuple(
        rule.model_copy(update={"box": page.displayed(rule.box), "horizontal": rule.horizontal != across})
        for rule in page.rulings
    )
    size = {"width": page.height, "height": page.width} if across else {}
    shades = tuple(drawn.displayed(box) for box in page.shades)
    return page.model_copy(update={**words, **size, "rulings": rulings, "shades": shades, "turn": 0, "skew": 0.0})
