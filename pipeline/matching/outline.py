"""Outlines of documents: the little that tells bodies, copies and editions apart, small since all are held at once."""

from __future__ import annotations

import datetime as dt

from schemas.document import Classification
from schemas.gist import Gist
from schemas.record import Record

SCANNED = ("ocr", "repaired")
"""Sources of text that may be misread."""
MOSTLY = 0.5


class Outline(Record):
    """What is compared of every document with every other."""

    document_id: str
    """SHA-256."""
    file_name: str
    """Base name."""
    classification: Classification
    """Kind, body, year."""
    created: dt.datetime | None
    """When the file was made, as it says itself."""
    signed: bool
    """Whether it is signed."""
    is_native: bool
    """Whether most pages are born digital."""
    embedded: tuple[str, ...]
    """Documents that it embeds."""
    sketch: tuple[int, ...]
    """See `Gist`."""

    @property
    def entity_id(self) -> str | None:
        """The body, where known."""
        return self.classification.body.entity_id if self.classification.body else None


def outline_of(gist: Gist) -> Outline:
    """Return the outline of a document."""
    reading = gist.extraction.reading
    scanned = sum(page.text_source in SCANNED for page in reading.pages)
    return Outline(
        document_id=gist.extraction.document_id,
        file_name=reading.file_name,
        classification=gist.extraction.classification,
        created=reading.created,
        signed=reading.signed,
        is_native=scanned <= MOSTLY * len(reading.pages),
        embedded=tuple(attachment.document_id for attachment in reading.attachments),
        sketch=gist.sketch,
    ).slim()
