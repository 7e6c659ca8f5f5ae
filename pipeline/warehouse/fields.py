"""The fields of a record as a row names them."""

from __future__ import annotations

from typing import Any

from schemas.place import Box
from schemas.record import Record


def fields_of(record: Record) -> dict[str, Any]:
    """Return a record's own fields by name, its box taken apart into the four columns."""
    values = dict(vars(record))
    box = values.pop("box", None)
    if isinstance(box, Box):
        values |= vars(box)
    return values
