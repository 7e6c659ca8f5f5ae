"""The base of all records, and ids that depend on content alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable record; two records with equal fields are equal, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: object) -> None:
        """Make a first slim record: Python shares the names of attributes only among classes that begin so."""
        cls.of_values([None] * len(cls.model_fields))

    def slim(self) -> Self:
        """Return an equal record in a third of the memory, for those that a document has by the hundred thousand.

        pydantic keeps with each record a dictionary, and a set of the fields that were given. Slim records of a class share the
        keys of the one, as objects of plain classes do, and the whole of the other.
        """
        return self.of_values(self.as_values())

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Pack the values of the fields and nothing else, in a fraction of the time and space that pydantic takes."""
        kind, given = type(self), self.__pydantic_fields_set__
        return _unpacked, (kind, self.as_values(), None if len(given) == len(_fields(kind)) else given)

    def as_values(self) -> tuple[object, ...]:
        """Return the values of all fields in order: less to send to another process than the record."""
        values = self.__dict__
        return tuple([values[name] for name in _fields(type(self))])

    @classmethod
    def of_values(cls, values: Iterable[object]) -> Self:
        """Return the slim record that has these values, one for each field in order; they are not checked.

        A quarter of the time of a checked record: for values that were checked before, or that the caller's types prove.
        """
        record = cls.__new__(cls)
        for name, value in zip(_fields(cls), values, strict=True):
            _set(record, name, value)
        _set(record, "__pydantic_fields_set__", _all_fields(cls))
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        return record


def _unpacked(kind: type[Record], values: tuple[object, ...], given: set[str] | None) -> Record:
    """Return the record that was packed; `given` are its fields that were not left to their defaults, None where all were."""
    record = kind.of_values(values)
    if given is not None:
        _set(record, "__pydantic_fields_set__", given)
    return record


_set = object.__setattr__


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


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
