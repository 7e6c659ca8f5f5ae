"""The whole archive as the rules see it: documents, their figures after matching, and which names mean the same."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cached_property

from pydantic import Field

from schemas.decision import Decision
from schemas.document import Classification
from schemas.figure import Figure
from schemas.meeting import Meeting
from schemas.record import Record
from schemas.stated import Stated
from schemas.table import Table

CERTAIN_MATCH = 0.9
"""Score from which two names are surely one."""


class ArchiveDocument(Record):
    """One document without its pages: all that reconciliation needs."""

    document_id: str
    """SHA-256."""
    file_name: str
    """Base name."""
    classification: Classification
    """Kind, body, year."""
    scanned_pages: frozenset[int] = frozenset()
    """Pages whose words come from OCR or a repaired text layer."""
    unread_pages: frozenset[int] = frozenset()
    """Pages with numbers that became nothing, so that a row may be missing."""
    page_count: int = 0
    """How many pages it has."""
    failed_pages: frozenset[int] = frozenset()
    """Pages that could not be read at all."""
    tables: tuple[Table, ...] = ()
    """Tables."""
    figures: tuple[Figure, ...] = ()
    """Figures; `subject` is the name shared by the whole archive once matched."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings."""
    decisions: tuple[Decision, ...] = ()
    """Decisions."""
    stated: tuple[Stated, ...] = ()
    """Facts in text that are no amounts."""
    duplicate_of: str | None = None
    """The document whose figures count instead of this one's."""
    superseded_by: str | None = None
    """The newer edition of the same document, whose figures count instead of this one's."""

    @property
    def entity_id(self) -> str | None:
        """The body, where known."""
        return self.classification.body.entity_id if self.classification.body else None

    @cached_property
    def reckoned(self) -> dict[str, object]:
        """What several rules need and reckon once, by name; no part of the record."""
        return {}

    @cached_property
    def figures_by_cell(self) -> dict[tuple[str, int, int], Figure]:
        """Figures of tables by (table_id, row, col)."""
        return {
            (figure.table_id, figure.row, figure.col): figure
            for figure in self.figures
            if figure.table_id is not None and figure.row is not None and figure.col is not None
        }


class SubjectMatch(Record):
    """Why two names are taken to mean the same."""

    subject: str
    """The shared name."""
    name: str
    """The name as a document has it."""
    score: float
    """0 to 1; only matches of at least the certain threshold may support an error."""
    reason: str
    """`spelling`, `alias`, `same amount`, ..."""


class Archive(Record):
    """All documents, sorted by (entity, year, kind, document_id), duplicates marked."""

    documents: tuple[ArchiveDocument, ...] = ()
    """Every document, also those whose figures do not count."""
    subjects: tuple[SubjectMatch, ...] = ()
    """How names were matched."""

    @property
    def counted(self) -> tuple[ArchiveDocument, ...]:
        """Documents that are neither duplicates nor older editions of another."""
        return tuple(one for one in self.documents if one.duplicate_of is None and one.superseded_by is None)

    @cached_property
    def other_names(self) -> dict[str, tuple[str, ...]]:
        """The names that documents use for a shared one, where matching is certain."""
        found: dict[str, tuple[str, ...]] = {}
        for match in self.subjects:
            if match.score >= CERTAIN_MATCH:
                found[match.subject] = (*found.get(match.subject, ()), match.name)
        return found


class Settings(Record):
    """Thresholds and switches of reconciliation; a user's file overrides them."""

    variance_share: Decimal = Decimal("0.10")
    """`budget.variance`: share of the budget from which a deviation is worth a notice."""
    variance_amount: Decimal = Decimal(10000)
    """`budget.variance`: amount in kronor from which a deviation is worth a notice."""
    equity_share: Decimal = Decimal("0.20")
    """`limit.equity`: share of the year's contributions that equity should not exceed (the national council recommends it)."""
    certain_match: float = CERTAIN_MATCH
    """Score from which a matched subject may support an error."""
    disabled_rules: frozenset[str] = Field(default=frozenset())
    """Rules that are switched off."""
    today: dt.date | None = None
    """Never the clock: only for rules that need a date, given by the user."""
