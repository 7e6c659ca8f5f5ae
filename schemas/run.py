"""A run: the documents that it saw, what it left aside, what it found."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.document import Attachment, DocumentKind, Source
from schemas.finding import Finding
from schemas.problem import Problem
from schemas.record import Record

FIRST_RUN = "000001"
"""The run before which nothing was known."""


class Summary(Record):
    """What a document gave, in numbers; small enough to be read again on every run."""

    document_id: str
    """The document."""
    fatal: Problem | None = None
    """Why nothing could be read."""
    attachments: tuple[Attachment, ...] = ()
    """Embedded PDFs, to be read as documents of their own."""
    kind: DocumentKind = "other"
    """What it is."""
    body: str | None = None
    """Whose it is."""
    when: str = ""
    """Year or meeting date."""
    pages: int = 0
    """Number of pages."""
    pages_ocr: int = 0
    """Pages whose words come from OCR."""
    pages_failed: int = 0
    """Pages that could not be read."""
    gave_up: bool = False
    """True when pages were left out because reading them took too long or crashed: the next run tries again."""
    words_repaired: int = 0
    """Words whose reading was changed."""
    tables: int = 0
    """Tables found."""
    figures: int = 0
    """Figures read."""
    decisions: int = 0
    """Decisions read."""
    numbers: int = 0
    """Numeric tokens."""
    numbers_unread: int = 0
    """Those that became nothing and are no furniture."""
    problems: tuple[Problem, ...] = ()
    """What went wrong."""


class Entry(Record):
    """A document of this run: where it came from and what it gave."""

    source: Source
    """Where it came from."""
    summary: Summary
    """What it gave."""
    new: bool
    """True when it was read in this run, false when its result was kept from an earlier one."""


class Quarantined(Record):
    """A file that could not be read, with its reason."""

    content_id: str
    """SHA-256 of its bytes, or an id of its path where there are none."""
    file_name: str
    """Base name."""
    source_path: str
    """As found."""
    reason: str
    """Code of the problem."""
    detail: str
    """What is wrong and what to do."""


class TableCount(Record):
    """What a run did to a table of the warehouse."""

    inserted: int = 0
    """Rows that were not there."""
    updated: int = 0
    """Rows that were there with other content."""
    unchanged: int = 0
    """Rows that were looked at and stayed as they were."""
    removed: int = 0
    """Rows that were taken out."""


class Changed(Record):
    """A fact or finding that a run brought, changed or took away."""

    thing: Literal["document", "figure", "meeting", "decision", "finding"]
    """What it is."""
    change: Literal["new", "changed", "gone"]
    """What became of it."""
    thing_id: str
    """Its id in the table of that name."""
    file_name: str | None = None
    """The file that states it."""
    page: int | None = None
    """The page."""
    label: str | None = None
    """What it is about."""
    before: str | None = None
    """What it said before."""
    after: str | None = None
    """What it says now."""


class RunResult(Record):
    """What a run read and found."""

    run_id: str
    """Its number in the warehouse."""
    changed: bool = True
    """False when everything was in the warehouse already."""
    entries: tuple[Entry, ...] = ()
    """Every document of this run, sorted by path."""
    quarantine: tuple[Quarantined, ...] = ()
    """Every file that gave nothing."""
    findings: tuple[Finding, ...] = ()
    """What does not agree, worst first."""
    checks: dict[str, int] = Field(default_factory=dict)
    """How many identities ended with which verdict."""
    findings_new: int = 0
    """Findings that the last run did not have."""
    findings_resolved: int = 0
    """Findings of earlier runs that are gone."""
    findings_still: int = 0
    """Findings that the last run had as well."""
    gaps: int = 0
    """Documents that should exist and are missing or unreadable, in the whole archive."""
    rows_changed: int = 0
    """Rows of the warehouse that were inserted, updated or removed."""
    tables: dict[str, TableCount] = Field(default_factory=dict)
    """What the run did to each table."""
    changes: tuple[Changed, ...] = ()
    """What is new, changed or gone since the last run; of a document that is new as a whole only the document itself."""
    refused: tuple[str, ...] = ()
    """Rows that break the contract of the warehouse and were not loaded, with the reason."""
    replaced: tuple[str, ...] = ()
    """Ids of documents that gave way to a new edition in the same file."""
    missing: tuple[str, ...] = ()
    """Files that were there once and are gone; what they state is still in the warehouse."""
    overwritten: tuple[str, ...] = ()
    """Files that hold something else now; what the document before states is still in the warehouse."""
    pruned: tuple[str, ...] = ()
    """Ids of documents that were taken out since their files are gone."""


class Located(Record):
    """A finding with the file names of its evidence, as people are shown it."""

    finding: Finding
    """The finding."""
    files: tuple[str, ...]
    """File name of each piece of evidence."""
    body: str | None = None
    """Name of the body, where known."""

    @property
    def places(self) -> list[str]:
        """`file.pdf:p7` of each piece of evidence, in order, each once."""
        named = [f"{file}:p{item.page}" for file, item in zip(self.files, self.finding.evidence, strict=True)]
        return list(dict.fromkeys(named))


class Filters(Record):
    """Which findings are wanted; None: all."""

    rule: str | None = None
    """Name of a rule, or its first part (`table`)."""
    severity: str | None = None
    """`error`, `warning` or `notice`."""
    body: str | None = None
    """Part of the body's name, or its id."""
    year: int | None = None
    """Fiscal year."""
    status: str | None = "open"
    """`open`, `accepted`, `dismissed`, `resolved`; None for all."""
