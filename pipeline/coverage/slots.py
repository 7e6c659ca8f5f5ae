"""A place that a document should fill, before it has an id."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from schemas.coverage import CoverageState, ExpectedDocument
from schemas.document import DocumentKind
from schemas.record import stable_id


@dataclass(frozen=True)
class Slot:
    """A document that should exist."""

    entity_id: str | None
    """The body."""
    kind: DocumentKind | None
    """Its kind."""
    state: CoverageState
    """How it is."""
    reason: str
    """A code of `schemas.coverage.REASONS`, and what it rests on."""
    year: int | None = None
    """Its year."""
    organ: str = ""
    """For minutes: the organ that met."""
    date: dt.date | None = None
    """For minutes."""
    first: int | None = None
    """First paragraph."""
    last: int | None = None
    """Last paragraph."""
    document_id: str | None = None
    """The document, where there is one."""

    @property
    def key(self) -> tuple[str, ...]:
        """What names it, the same from run to run whatever the files are."""
        when = (self.year, self.date, *((self.first, self.last) if self.date is None else ()))
        return tuple("" if part is None else str(part) for part in (self.entity_id, self.kind, self.organ, *when))

    @property
    def order(self) -> tuple[str, str, str, str, str, str]:
        """Sort key."""
        when = str(self.date or self.year or "")
        return (self.entity_id or "", when, self.kind or "", f"{self.first or 0:06d}", self.state, self.document_id or "")


def expected_of(slots: Iterable[Slot]) -> tuple[ExpectedDocument, ...]:
    """Return the records of slots, sorted, each with an id of its own."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for slot in sorted(slots, key=lambda one: one.order):
        key = slot.key
        found.append(
            ExpectedDocument(
                coverage_id=stable_id("coverage", *key, *([seen[key]] if seen[key] else [])),
                entity_id=slot.entity_id,
                kind=slot.kind,
                fiscal_year=slot.year if slot.year is not None else slot.date.year if slot.date else None,
                meeting_date=slot.date,
                paragraph_first=slot.first,
                paragraph_last=slot.last,
                state=slot.state,
                document_id=slot.document_id,
                reason=slot.reason,
            )
        )
        seen[key] += 1
    return tuple(found)
