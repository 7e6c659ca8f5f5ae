"""The whole archive as the rules see it: documents, their figures after matching, and which names mean the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from pydantic import Field, PlainSerializer

from schemas.decision import Decision
from schemas.document import Classification
from schemas.figure import Figure
from schemas.meeting import Meeting
from schemas.packed import Many
from schemas.record import Record
from schemas.stated import Stated
from schemas.table import RowRole, Table

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
    repeated_pages: tuple[tuple[int, int], ...] = ()
    """(page, earlier page that it repeats): what stands on it is left out."""
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
    def row_roles(self) -> dict[tuple[str, int], RowRole]:
        """Roles of rows by (table_id, row)."""
        return {(table.table_id, row.index): row.role for table in self.tables for row in table.rows}

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

    documents: Many[ArchiveDocument] = ()
    """Every document, also those whose figures do not count."""
    subjects: tuple[SubjectMatch, ...] = ()
    """How names were matched."""

    @property
    def counted(self) -> tuple[ArchiveDocument, ...]:
        """Documents that are neither duplicates nor older editions of another."""
        return tuple(one for one in self.documents if one.duplicate_of is None and one.superseded_by is None)

    @property
    def editions(self) -> tuple[ArchiveDocument, ...]:
        """Documents that are no duplicates, older editions among them: each must agree with itself."""
        return tuple(one for one in self.documents if one.duplicate_of is None)

    @cached_property
    def other_names(self) -> dict[str, tuple[str, ...]]:
        """The names that documents use for a shared one, where matching is certain."""
        found: dict[str, tuple[str, ...]] = {}
        for match in self.subjects:
            if match.score >= CERTAIN_MATCH:
                found[match.subject] = (*found.get(match.subject, ()), match.name)
        return found


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names)


Names = Annotated[frozenset[str], PlainSerializer(_in_order, return_type=list[str])]
"""Names of rules, written in order."""


class Thresholds(Record):
    """Thresholds and switches for one body; what is not given is as for all others."""

    variance_share: Decimal | None = Field(default=None, ge=0)
    """`budget.variance`: share of the budget from which a deviation is worth a notice."""
    variance_amount: Decimal | None = Field(default=None, ge=0)
    """`budget.variance`: amount in kronor from which a deviation is worth a notice."""
    equity_share: Decimal | None = Field(default=None, gt=0)
    """`limit.equity`: share of the year's contributions that equity should not exceed."""
    equity_source: str | None = None
    """`limit.equity`: who says so, as the finding names it."""
    equity_from: int | None = None
    """`limit.equity`: the first year that it applies to."""
    equity_until: int | None = None
    """`limit.equity`: the last year that it applies to."""
    disabled_rules: Names = Field(default=frozenset())
    """Rules that are switched off, by name."""
    enabled_rules: Names = Field(default=frozenset())
    """Rules that are switched on for this body though they are off for all."""


class Settings(Record):
    """Thresholds and switches of reconciliation; a user's file overrides them, for all bodies and for single ones."""

    variance_share: Decimal = Field(default=Decimal("0.10"), ge=0)
    """`budget.variance`: share of the budget from which a deviation is worth a notice."""
    variance_amount: Decimal = Field(default=Decimal(10000), ge=0)
    """`budget.variance`: amount in kronor from which a deviation is worth a notice."""
    equity_share: Decimal = Field(default=Decimal("0.20"), gt=0)
    """`limit.equity`: share of the year's contributions that equity should not exceed (the national council recommends it)."""
    equity_source: str = ""
    """`limit.equity`: who says so; empty for the recommendation of the national council (Nationella rådet)."""
    equity_from: int | None = None
    """`limit.equity`: the first year that it applies to; None for no beginning that is known."""
    equity_until: int | None = None
    """`limit.equity`: the last year that it applies to; None as long as nothing ends it."""
    certain_match: float = Field(default=CERTAIN_MATCH, ge=0, le=1)
    """Score from which a matched subject may support an error."""
    disabled_rules: Names = Field(default=frozenset())
    """Rules that are switched off, by name."""
    bodies: dict[str, Thresholds] = Field(default_factory=dict)
    """What is different for single bodies, by entity id (`222000-2063`) or name."""
    today: dt.date | None = None
    """Never the clock: only for rules that need a date, given by the user."""

    def of(self, document: ArchiveDocument) -> Settings:
        """Return the settings for the body of a document."""
        body = document.classification.body
        names = {body.entity_id, body.org_number, body.name.casefold()} if body else set()
        own = next((chosen for name, chosen in self.bodies.items() if {name, name.casefold()} & names), None)
        if own is None:
            return self
        given = own.model_dump(exclude={"disabled_rules", "enabled_rules"}, exclude_none=True)
        off = (self.disabled_rules | own.disabled_rules) - own.enabled_rules
        return self.model_copy(update={**given, "disabled_rules": off})
