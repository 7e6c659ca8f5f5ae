"""A document: what was found on disk, what was read, and all that was extracted from it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.decision import Decision
from schemas.figure import Figure
from schemas.meeting import Meeting
from schemas.packed import Many
from schemas.page import Page
from schemas.problem import Problem
from schemas.record import Record
from schemas.repair import Repair
from schemas.stated import Stated
from schemas.table import Table

DocumentKind = Literal["minutes", "annual_report", "interim_report", "plan", "audit_report", "attachment", "other"]


class Source(Record):
    """A file that was found, or a file embedded in one."""

    document_id: str
    """SHA-256 of its bytes, in hex."""
    file_name: str
    """Its base name."""
    source_path: str
    """Path relative to what the user named, `archive.zip!inner/path.pdf` inside a zip, `parent.pdf!name` for an attachment."""
    parent_document_id: str | None = None
    """The document that embeds it."""


class Attachment(Record):
    """A file embedded in a PDF."""

    file_name: str
    """Base name, without any path."""
    document_id: str
    """SHA-256 of its bytes."""


class Reading(Record):
    """What reading one PDF gave: its pages and what the file says of itself."""

    document_id: str
    """SHA-256 of the bytes."""
    file_name: str
    """Base name."""
    pages: Many[Page]
    """All pages; a failed page is there with its number."""
    producer: str | None = None
    """/Producer."""
    pdf_title: str | None = None
    """/Title."""
    created: dt.datetime | None = None
    """When the file was made, as it says itself (local time): /CreationDate. Tells editions apart."""
    signed: bool = False
    """True when a signature field or a signing stamp was seen."""
    attachments: tuple[Attachment, ...] = ()
    """Embedded files, whatever their type."""


class Body(Record):
    """A public body."""

    entity_id: str
    """Organisation number (`222000-2063`) where stated, else a slug of the name."""
    name: str
    """Name as printed most often."""
    org_number: str | None = None
    """Organisation number, NNNNNN-NNNN."""


class Classification(Record):
    """What kind of document it is, of whom and when, with evidence."""

    kind: DocumentKind
    """The winner."""
    scores: dict[str, float] = Field(default_factory=dict)
    """Score per kind."""
    evidence: tuple[str, ...] = ()
    """What spoke for the winner."""
    body: Body | None = None
    """Whose document it is."""
    body_in_passing: bool = False
    """True where running text alone names the body: no heading, header, top of the first page or number."""
    title: str | None = None
    """Its title."""
    fiscal_year: int | None = None
    """Year that it is about (first year of a plan)."""
    period_start: dt.date | None = None
    """First day that it covers."""
    period_end: dt.date | None = None
    """Last day that it covers."""
    meeting_date: dt.date | None = None
    """For minutes."""


class PageCount(Record):
    """How the numbers of a page are accounted for: read + furniture + unread = count."""

    page: int
    """Page, from 1."""
    number_count: int = 0
    """Numeric tokens on the page."""
    number_read: int = 0
    """Became part of a figure, a decision or a meeting's data."""
    number_furniture: int = 0
    """Page numbers, dates, paragraphs, registry numbers, ..."""
    number_unread: int = 0
    """The rest."""


class Extraction(Record):
    """Everything that one document gave; a function of its bytes, the options and the extractor's version alone."""

    document_id: str
    """SHA-256 of the bytes."""
    extractor_version: str
    """Version of the code that made it."""
    reading: Reading
    """Pages after repair."""
    classification: Classification
    """Kind, body, year."""
    counts: tuple[PageCount, ...] = ()
    """Numbers accounted for, per page."""
    repairs: tuple[Repair, ...] = ()
    """Changed words."""
    tables: tuple[Table, ...] = ()
    """Tables."""
    figures: tuple[Figure, ...] = ()
    """Figures of tables and prose."""
    meetings: tuple[Meeting, ...] = ()
    """For minutes."""
    decisions: tuple[Decision, ...] = ()
    """For minutes."""
    stated: tuple[Stated, ...] = ()
    """Facts in text that are no amounts."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Pairs of names that the document itself equates (`X, numera Y`)."""
    problems: tuple[Problem, ...] = ()
    """What went wrong."""
