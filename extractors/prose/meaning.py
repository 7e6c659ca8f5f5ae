"""What an amount in running text is about, and its place in its sentence."""

from __future__ import annotations

import datetime as dt

from extractors.prose import cues
from extractors.values.amounts import FoundAmount
from schemas.figure import Scenario
from schemas.record import Record

CERTAIN, LIKELY, UNKNOWN = 0.9, 0.75, 0.5
"""Confidence of a meaning with its year printed, with its year from the surroundings, and of none."""


class Meaning(Record):
    """What an amount is about."""

    concept: str | None = None
    """Concept of the chart."""
    subject: str | None = None
    """Initiative or unit."""
    fiscal_year: int | None = None
    """Year."""
    day: dt.date | None = None
    """The date of a balance."""
    first_day: dt.date | None = None
    """First day of a period that is not the year."""
    last_day: dt.date | None = None
    """Last day of it."""
    scenario: Scenario | None = None
    """Budget, outcome, ..."""
    change: bool = False
    """A change, not a level."""
    deficit: bool = False
    """True where the words say that the amount is below zero; its printed sign stays."""
    surplus: bool = False
    """True where it is what a committee has left of its budget."""
    confidence: float = UNKNOWN
    """How sure this is."""


class Place(Record):
    """An amount in its sentence: the text around it, cut at its neighbours; all of it folded (`cues.folded`)."""

    before: str
    """From the amount before it (or the start) to the amount."""
    after: str
    """From the amount to the next one (or the end)."""
    start: str
    """The whole sentence up to the amount."""
    sentence: str
    """The whole sentence."""


def place_of(text: str, amounts: tuple[FoundAmount, ...], index: int) -> Place:
    """Cut the sentence around its amount number `index`."""
    text = cues.folded(text)
    found = amounts[index]
    last = amounts[index - 1].end if index else 0
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    return Place(before=text[last : found.start], after=text[found.end : following], start=text[: found.start], sentence=text)
