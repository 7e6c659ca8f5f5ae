"""A document that should exist, and whether the archive has it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from schemas.document import DocumentKind
from schemas.record import Record

CoverageState = Literal["present", "missing", "unreadable", "superseded"]


class ExpectedDocument(Record):
    """A document that should exist, and whether it does."""

    coverage_id: str
    """Stable id: body, kind, year or meeting; never the run, nor where the document stands on a page."""
    entity_id: str | None = None
    """The body."""
    kind: DocumentKind | None = None
    """Kind of the document."""
    fiscal_year: int | None = None
    """Its year."""
    meeting_date: dt.date | None = None
    """For minutes."""
    paragraph_first: int | None = None
    """First paragraph."""
    paragraph_last: int | None = None
    """Last paragraph."""
    state: CoverageState
    """How it is."""
    document_id: str | None = None
    """The document, where present."""
    reason: str | None = None
    """Why it is expected, or why it could not be read: a code of `REASONS`, then `: ` and what it rests on."""


REASONS: dict[str, tuple[str, str]] = {
    "found": ("finns", "is there"),
    "newer_edition": ("en nyare utgåva gäller", "a newer edition counts"),
    "year_between": ("andra år finns", "other years are there"),
    "paragraph_gap": (
        "paragraferna i protokollen omkring lämnar en lucka",
        "the paragraphs around it leave a gap",
    ),
    "referred_to": ("ett protokoll hänvisar dit", "minutes refer to it"),
    "announced": ("aviserat i ett protokoll", "announced in minutes"),
    "annex_of": ("bilaga enligt", "an annex named in"),
    "quarantined": ("filen gick inte att läsa", "the file could not be read"),
    "pages_failed": ("sidor gick inte att läsa", "pages could not be read"),
}
"""What the codes of `reason` mean, in Swedish and in English."""


def reason_in_words(reason: str, language: str) -> str:
    """Return a reason as people are shown it.

    >>> reason_in_words("announced: protokoll.pdf", "en")
    'announced in minutes (protokoll.pdf)'
    """
    code, _, detail = reason.partition(": ")
    words = REASONS.get(code)
    if words is None:
        return reason
    text = words[0 if language == "sv" else 1]
    return f"{text} ({detail})" if detail else text
