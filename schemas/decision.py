"""One point decided at a meeting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from schemas.place import Box
from schemas.record import Record


class Decision(Record):
    """A single decided point (one att-sats, one numbered point or one bare sentence)."""

    decision_id: str
    """Stable id."""
    document_id: str
    """The minutes."""
    meeting_id: str | None = None
    """The meeting."""
    meeting_date: dt.date | None = None
    """Its date."""
    paragraph: str
    """`51`; kept as text since some bodies print `51 a`."""
    heading: str = ""
    """The paragraph's heading."""
    point_index: int = 0
    """Order within the paragraph, from 0."""
    text: str
    """The decided point, furniture taken out."""
    background: str = ""
    """The text of the paragraph before the decision."""
    kind: str = "other"
    """`approve`, `grant`, `reject`, `remit`, `postpone`, `note`, `appoint`, `adopt`, `delegate`, `propose`, `other`."""
    amount: Decimal | None = None
    """An amount granted or decided, multiplied out."""
    subject: str | None = None
    """What it is about."""
    fiscal_year: int | None = None
    """Year that it speaks of."""
    reference: str | None = None
    """Registry number (dnr) or earlier decision."""
    page: int
    """Page, from 1."""
    box: Box
    """Box of its text on that page."""
    responsible: str | None = None
    """Who is to carry it out (`Förvaltningschefen`)."""
    earlier_decisions: tuple[str, ...] = ()
    """Earlier decisions that the point names (`Kommunfullmäktige 2024-11-06 § 149`)."""
    laws: tuple[str, ...] = ()
    """Laws that the point names (`4 kap. 20 § kommunallagen`)."""
