"""Files that could not be read, held against what is missing: `arsredovisning-2023.pdf` is there, but says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.coverage.slots import Slot
from schemas.archive import Archive
from schemas.document import DocumentKind

KINDS: tuple[tuple[DocumentKind, str], ...] = (
    ("minutes", r"protokoll|sammanträde|sammantrade"),
    ("interim_report", r"del[åa]rs|halv[åa]r|tertial"),
    ("annual_report", r"[åa]rsredovisning|[åa]rsbokslut|bokslut"),
    ("plan", r"verksamhetsplan|budget|m[åa]l\W?och\W?"),
)
"""Words of file names."""


class UnreadName(NamedTuple):
    """A file that could not be read."""

    file_name: str
    """Base name."""
    reason: str
    """Code, e.g. `read.encrypted`."""


def with_unreadable(slots: Sequence[Slot], unread: Iterable[UnreadName], archive: Archive) -> list[Slot]:
    """Return the slots; a missing one that an unread file would fill is unreadable, and what fits none is one of its own."""
    found = list(slots)
    names = {one.entity_id: one.classification.body.name for one in archive.documents if one.classification.body}
    for file in sorted(set(unread)):
        fitting = [i for i, slot in enumerate(found) if slot.state == "missing" and _fits(slot, file.file_name)]
        named = [i for i in fitting if _names(file.file_name, names.get(found[i].entity_id, ""))] or fitting
        reason = f"quarantined: {file.file_name}, {file.reason}"
        if len(named) == 1:
            found[named[0]] = replace(found[named[0]], state="unreadable", reason=reason)
        else:
            kind = next((kind for kind, words in KINDS if re.search(words, file.file_name.casefold())), None)
            found.append(Slot(None, kind, "unreadable", reason, year=_year(file.file_name), organ=file.file_name))
    return found


def _fits(slot: Slot, file_name: str) -> bool:
    """Tell whether a file name speaks of the document: the kind, and the day or the year."""
    name = file_name.casefold()
    kind = next((kind for kind, words in KINDS if re.search(words, name)), None)
    if kind != slot.kind:
        return False
    if slot.date is not None:
        digits = re.sub(r"\D", "", name)
        return slot.date.strftime("%Y%m%d") in digits or slot.date.strftime("%y%m%d") in digits
    return slot.kind != "minutes" and slot.year == _year(file_name)


def _year(file_name: str) -> int | None:
    found = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", file_name)
    return int(found[0]) if len(set(found)) == 1 else None


def _names(file_name: str, body: str) -> bool:
    """Tell whether a file name holds the last word of the body's name."""
    words = re.findall(r"\w{4,}", body.casefold())
    return bool(words) and words[-1] in file_name.casefold()
