"""Who was there: from attendance tables, or from the lists of the cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.minutes.attendance_table import attendance_in_tables
from extractors.minutes.cover import Field
from extractors.minutes.people import Person, people_of
from schemas.meeting import Attendance
from schemas.page import Page
from schemas.place import Box, union

_SERVES = re.compile(r"(?<!ej\s)(?<!inte\s)(?<!icke\s)\btjänstgörande\b|\btjänstgör\b(?!\s(?:ej|inte))", re.IGNORECASE)
"""What is said of a substitute who takes part in the decisions."""
_SEE_LIST = re.compile(r"\bse\b.{0,30}(?:lista|förteckning|bilaga|sida)|\benligt\b.{0,30}(?:lista|förteckning)", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:ersättare|suppleant)", re.IGNORECASE)
_MEMBER = re.compile(r"^\s*(?:(?:[12]:?[ae]\s)?(?:vice\s|v\.?\s)?ordförande|(?:ordinarie\s)?ledamot)\b", re.IGNORECASE)
_PRESENT = re.compile(r"närvarande", re.IGNORECASE)
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
    fields = tuple(fields)
    in_tables = attendance_in_tables(pages)
    if in_tables:
        all_decide = any(field.key == "deciding" and _SEE_LIST.search(field.text) for field in fields)
        return tuple(map(_deciding if all_decide else _by_role, in_tables))
    listed: list[Attendance] = []
    for field in fields:
        if field.key in _MEANING:
            listed += _listed(field, len(listed))
    return tuple(listed)


def _deciding(one: Attendance) -> Attendance:
    """Return a person of the list that the cover names under `Beslutande`; what the list itself says of deciding stays."""
    return one.model_copy(update={"deciding": one.present}) if one.deciding is None else one


def _by_role(person: Attendance) -> Attendance:
    """Say whether somebody present decides where the table has no column for it: members do, and substitutes who serve."""
    role = f"{person.role or ''} {person.note or ''}"
    if person.deciding is not None or not person.present:
        return person
    deciding = True if _SERVES.search(role) else False if _SUBSTITUTE.search(role) else True if _MEMBER.search(role) else None
    return person.model_copy(update={"deciding": deciding})


def _listed(field: Field, offset: int) -> list[Attendance]:
    """Return the persons of one list, each with the box of its entry."""
    found: list[Attendance] = []
    row = 0
    for part, lines in enumerate(_parts(field)):
        meaning = _meaning(field.key, part)
        if field.key == "members" and not part and _PRESENT.search(field.label):
            meaning = (True, True, "ledamot")  # the members who are present are those who decide
        for person in people_of(lines):
            row, box = _place(field, person.name, row)
            found.append(_attendance(offset + len(found), person, meaning, field.page, box))
    return found


def _place(field: Field, name: str, start: int) -> tuple[int, Box | None]:
    """Return the row that a name begins in, from `start` on, and the box of that row."""
    first = name.split(maxsplit=1)[0]
    for row in range(start, len(field.rows)):
        words = [word.text.strip(",;") for word in field.rows[row]]
        if first in words:
            return row, union(word.box for word in field.rows[row])
    return start, None


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


def _attendance(
    position: int, person: Person, meaning: tuple[bool | None, bool | None, str | None], page: int, box: Box | None
) -> Attendance:
    present, deciding, role = meaning
    if present and _SERVES.search(f"{person.role or ''} {person.note or ''}"):
        deciding = True
    return Attendance(
        position=position,
        name=person.name,
        organisation=person.organisation,
        role=person.role or role,
        present=present,
        deciding=deciding,
        note=person.note,
        party=person.party,
        substitute_for=person.replaces,
        paragraphs=person.paragraphs,
        page=page if box is not None else None,
        box=box,
    )
