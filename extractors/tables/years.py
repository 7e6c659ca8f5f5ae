"""Numbers that are years, dates or month codes: what heads a column, never an amount."""

from __future__ import annotations

import re

YEAR = re.compile(
    r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d){0,2}(?:[-/]\d\d)?\s?\*{0,3}"
    r"|(?:19|20)\d{4}(?:\d\d)?|\d{4}-\d\d-\d\d|\d{1,2}[/]\d{1,2}(?:[ -]\d{2,4})?"
)
"""A year, a month code, a date: what a figure in a header says."""


def is_year(text: str) -> bool:
    """Tell whether a number is a year, a date or a month code and not an amount."""
    return YEAR.fullmatch(text.strip()) is not None


_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))?")


def is_date(text: str) -> bool:
    """Tell whether one word is a year (`2025`) or a full date (`2025-12-31`, `20251231`)."""
    return _DATE.fullmatch(text) is not None
