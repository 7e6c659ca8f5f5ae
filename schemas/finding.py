"""What was checked and what does not agree, with its evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from schemas.place import Box
from schemas.record import Record

Verdict = Literal["exact", "within_rounding", "explained", "inconsistent", "not_checkable"]
Severity = Literal["error", "warning", "notice"]
Status = Literal["open", "accepted", "dismissed", "resolved"]


class Evidence(Record):
    """A place that a finding rests on."""

    role: str
    """`stated`, `computed`, `item`, `total`, `prose`, `table`, `other`."""
    document_id: str
    """The document."""
    page: int
    """Page, from 1."""
    box: Box
    """The box of the figure itself, not of its table."""
    figure_id: str | None = None
    """The figure."""
    decision_id: str | None = None
    """The decision."""
    raw: str = ""
    """As printed."""
    value: Decimal | None = None
    """Multiplied out."""


class Finding(Record):
    """One inconsistency or deviation. It explains itself to a reader who has not seen the code."""

    finding_id: str
    """Stable id: rule and evidence, never the run."""
    rule: str
    """Name of the rule, e.g. `table.total`."""
    severity: Severity
    """`error`: two statements cannot both be true; `warning`: probably wrong; `notice`: worth reading."""
    status: Status = "open"
    """Set by people and by later runs."""
    entity_id: str | None = None
    """The body."""
    fiscal_year: int | None = None
    """The year."""
    concept: str | None = None
    """Concept of the figures."""
    subject: str | None = None
    """Subject of the figures."""
    message_sv: str
    """One or two sentences in Swedish: both statements, the difference, the likeliest cause."""
    message_en: str
    """The same in English."""
    expected: Decimal | None = None
    """What the other statement or the arithmetic gives."""
    actual: Decimal | None = None
    """What is printed."""
    difference: Decimal | None = None
    """actual - expected."""
    tolerance: Decimal | None = None
    """Half-width of the interval that was allowed."""
    evidence: tuple[Evidence, ...] = ()
    """The places, the accused figure first."""


class Check(Record):
    """One identity that was looked at, passed or not."""

    check_id: str
    """Stable id."""
    rule: str
    """Name of the rule."""
    verdict: Verdict
    """How it ended."""
    entity_id: str | None = None
    """The body."""
    fiscal_year: int | None = None
    """The year."""
    concept: str | None = None
    """Concept."""
    subject: str | None = None
    """Subject."""
    document_id: str | None = None
    """The document (the first, across documents)."""
    table_id: str | None = None
    """The table."""
    stated: Decimal | None = None
    """What is printed."""
    computed: Decimal | None = None
    """What it was held against."""
    residual: Decimal | None = None
    """stated - computed."""
    tolerance: Decimal | None = None
    """Half-width of the interval that was allowed."""
    explanation: str | None = None
    """In English, e.g. `sign flipped`, `misses by more than one unit of the last digit`."""
    finding_id: str | None = None
    """The finding raised from it."""
