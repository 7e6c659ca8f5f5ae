"""A fact that a text states and that is no amount: when a body was founded, which year a heading names."""

from __future__ import annotations

from typing import Literal

from schemas.place import Box
from schemas.record import Record

StatedConcept = Literal["founded", "heading.year", "strange.year", "annex"]


class Stated(Record):
    """One stated fact with its place."""

    concept: StatedConcept
    """`founded`: the day on which the body was founded; `heading.year`: the only year of a heading; `strange.year`: a year of
    another century in running text; `annex`: a line that names an annex, in a list or over the annex itself."""
    value: str
    """`2005-11-01`, a year, or the number of an annex."""
    raw: str
    """As printed: the date, the heading, the year, the name of the annex."""
    text: str = ""
    """The sentence or heading around it."""
    years_below: tuple[int, ...] = ()
    """For headings: the years named in its section, in order."""
    page: int
    """Page, from 1."""
    box: Box
    """Its box."""
