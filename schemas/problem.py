"""What is wrong with a document or a file: a record, never an exception."""

from __future__ import annotations

from typing import Literal

from schemas.record import Record


class Problem(Record):
    """Something that a person should know about one document."""

    code: str
    """Dotted code, e.g. `read.encrypted`, `page.failed`, `kind.tie`, `table.unread`; documented in docs/problems.md."""
    message: str
    """One sentence in English that says what is wrong and what to do."""
    severity: Literal["fatal", "warning", "notice"] = "warning"
    """`fatal`: the document could not be read at all and goes to quarantine."""
    document_id: str | None = None
    """The document concerned."""
    page: int | None = None
    """The page concerned, from 1."""
