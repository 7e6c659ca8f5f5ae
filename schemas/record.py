"""The base of all records, and ids that depend on content alone."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable record; two records with equal fields are equal, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def slim(self) -> Self:
        """Return this record in half the memory, for those that a document has by the hundred thousand.

        pydantic keeps with each record a set of the fields that were given; slim records of a class share one set of all fields.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _all_fields(type(self)))
        return self


@cache
def _all_fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


def stable_id(*parts: object) -> str:
    """Return 24 hex digits that depend on `parts` alone (never on the clock or the order of a run).

    >>> stable_id("table", "abc", 3) == stable_id("table", "abc", 3)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:24]
