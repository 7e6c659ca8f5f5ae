"""The base of all records, and ids that depend on content alone."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable record; two records with equal fields are equal, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def stable_id(*parts: object) -> str:
    """Return 24 hex digits that depend on `parts` alone (never on the clock or the order of a run).

    >>> stable_id("table", "abc", 3) == stable_id("table", "abc", 3)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:24]
