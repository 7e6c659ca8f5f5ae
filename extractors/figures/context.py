"""What is known of a document before its figures are read: kind, body, year, unit, and the chart of concepts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from extractors.figures.concepts import Chart
from schemas.amount import Unit
from schemas.document import DocumentKind
from schemas.record import Record


class DocumentContext(Record):
    """The setting in which tables and sentences of one document are read."""

    document_id: str
    """SHA-256 of the PDF, in hex."""
    kind: DocumentKind = "other"
    """What kind of document it is."""
    entity_id: str | None = None
    """Whose document it is."""
    entity_name: str | None = None
    """The name of that body, as printed."""
    fiscal_year: int | None = None
    """The year that it is about (first year of a plan)."""
    period_start: dt.date | None = None
    """First day that it covers."""
    period_end: dt.date | None = None
    """Last day that it covers."""
    meeting_date: dt.date | None = None
    """For minutes."""
    default_unit: Unit = "SEK"
    """The unit of figures whose column, title and page say none."""
    default_scale: Decimal = Decimal(1)
    """What such figures are multiplied by."""
    chart: Chart = Chart()
    """The chart of concepts."""
