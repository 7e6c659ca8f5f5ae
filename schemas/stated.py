"""A fact that a text states and that is no amount: when a body was founded, which year a heading names."""

from __future__ import annotations

from typing import Literal

from schemas.place import Box
from schemas.record import Record

StatedConcept = Literal["founded", "heading.year", "strange.year"]


class Stated(Record):
    """One stated fact with its place."""

    concept: StatedConcept
    """`founded`: the day on which the body was founded; `heading.year`: the only year of a heading; `strange.year`: a year of
    another century in running text."""
    value: str
    """`2005-11-01`, or a year."""
    raw: str
    """As printed: the date, the heading, the year."""
    text: str = ""
    """The sentence or heading around it."""
    years_below: tuple[int, ...] = ()
    """For headings: the years named in its section, in order."""
    page: int
    """Page, from 1."""
    box: Box
    """Its box."""
