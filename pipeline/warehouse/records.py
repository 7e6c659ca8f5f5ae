"""What is handed to the warehouse beside the records of `schemas`: where a document was found, bad files, reviews."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Protocol

from schemas.record import Record


class DocumentFacts(Record):
    """What is known of a document beside its extraction."""

    source_path: str | None = None
    """Where it was found."""
    parent_document_id: str | None = None
    """The document that it is attached to."""
    duplicate_of: str | None = None
    """The document whose figures count instead."""
    superseded_by: str | None = None
    """The newer edition of it, whose figures count instead."""
    language: str | None = "sv"
    """Language of its text."""
    ingested_at: dt.datetime
    """Now, in UTC; the warehouse keeps the first one while nothing changes."""


class UnreadFile(Protocol):
    """A file that could not be read."""

    @property
    def content_id(self) -> str:
        """SHA-256 of its bytes, in hex."""

    @property
    def file_name(self) -> str:
        """Base name."""

    @property
    def source_path(self) -> str:
        """Where it was found."""

    @property
    def reason(self) -> str:
        """Code, e.g. `read.encrypted`."""

    @property
    def detail(self) -> str:
        """What is wrong and what to do."""


def quarantine_values(file: UnreadFile) -> dict[str, str]:
    """Return the columns of a file that could not be read."""
    return {name: getattr(file, name) for name in ("content_id", "file_name", "source_path", "reason", "detail")}


class Review(Record):
    """What a person said of a finding or a figure."""

    finding_id: str | None = None
    """The finding."""
    figure_id: str | None = None
    """The figure."""
    verdict: str
    """`accepted` and `dismissed` set the status of the finding, `reopened` opens it again; other words are kept as they are."""
    corrected_value: Decimal | None = None
    """The right value, where the person gave one."""
    note: str = ""
    """Why."""
    author: str = ""
    """Who."""
    reviewed_at: dt.datetime
    """When, in UTC."""
