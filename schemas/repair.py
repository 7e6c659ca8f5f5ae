"""A word or figure whose reading was changed, with the original kept."""

from __future__ import annotations

from schemas.place import Box
from schemas.record import Record


class Repair(Record):
    """One change of reading."""

    repair_id: str
    """Stable id."""
    page: int
    """Page, from 1."""
    box: Box
    """Where the word stands."""
    raw: str
    """As it was read."""
    repaired: str
    """As it is taken now."""
    method: str
    """`lexicon`, `compound`, `context`, `document`, `second_reading`, `font`, `arithmetic`, `wordlist`."""
    confidence: float
    """0 to 1."""
