"""Who was there: from attendance tables, or from the lists of the cover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.minutes.attendance_table import attendance_in_tables
from extractors.minutes.cover import Field
from extractors.minutes.people import Person, people_of
from schemas.meeting import Attendance
from schemas.page import Page

_MEANING: dict[str, tuple[bool | None, bool | None, str | None]] = {
    "deciding": (True, True, None),
    "serving": (True, True, "ersättare"),
    "not_deciding": (True, False, "ersättare"),
    "substitutes": (True, None, "ersättare"),
    "others": (True, False, None),
    "members": (True, None, "ledamot"),
    "present": (True, None, None),
    "absent": (False, False, None),
}
"""For each list: present, deciding, and the role of those whose role is not printed."""


def attendance_of(fields: Iterable[Field], pages: Sequence[Page]) -> tuple[Attendance, ...]:
    """Return everybody listed, in order.

    Args:
        fields: the fields of the cover.
        pages: the pages before the first paragraph (at least the first), where attendance tables stand.
    """
    listed = [
        (person, *_meaning(field.key, part))
        for field in fields
        if field.key in _MEANING
        for part, lines in enumerate(_parts(field))
        for person in people_of(lines)
    ]
    in_tables = attendance_in_tables(pages)
    if in_tables:
        return in_tables
    return tuple(_attendance(index, *item) for index, item in enumerate(listed))


def _parts(field: Field) -> list[list[str]]:
    """Cut a list at lines of dashes, which part members from others."""
    parts: list[list[str]] = [[]]
    for line in field.entries:
        if line and not line.strip("-–—_ "):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _meaning(key: str, part: int) -> tuple[bool | None, bool | None, str | None]:
    return _MEANING["others"] if part and key in {"present", "deciding"} else _MEANING[key]


def _attendance(index: int, person: Person, present: bool | None, deciding: bool | None, role: str | None) -> Attendance:  # noqa: FBT001  # fields of a record
    return Attendance(
        position=index,
        name=person.name,
        organisation=person.organisation,
        role=person.role or role,
        present=present,
        deciding=deciding,
        note=person.note,
    )
