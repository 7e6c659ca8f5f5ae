"""Annexes: what a list of annexes names stands in the same file, in a file of its own, or is missing.

A list is two or more annexes named on one page, a name that ends as a file name does, or the annexes of a paragraph of minutes
that have no page behind the last paragraph. An annex stands in the same file where its number heads another page.

By hand: minutes list `Bilaga 1 Styrelsens reflektioner.pdf` and `Bilaga 2 Deltagarnas reflektioner.pdf`; the archive has
`bilaga_1_styrelsens_reflektioner.pdf` only: the second is missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.coverage.slots import Slot
from pipeline.judging.statements import fold
from schemas.archive import Archive, ArchiveDocument
from schemas.stated import Stated

ALIKE = 85
"""Likeness, of 100, from which a file name is the name of an annex."""
LISTING = ("minutes", "plan", "annual_report", "interim_report")
"""Kinds of documents whose annexes a body publishes; what others bundle has lists of its own."""
FEWEST = 2
"""Annexes named on one page that are a list."""
LONG = 3
"""Letters of a word that tells something of a name."""
SUFFIX = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt)$", re.IGNORECASE)


class Annex(NamedTuple):
    """An annex that a document lists."""

    number: str
    """As printed; empty where none is."""
    name: str
    """Without the suffix of a file name."""


class File(NamedTuple):
    """A file of the archive, and the telling words of its name."""

    document_id: str
    file_name: str
    words: list[str]


class Where(NamedTuple):
    """The document that lists an annex."""

    entity_id: str | None
    document_id: str
    file_name: str
    year: int | None


def annexes_of(archive: Archive) -> Iterator[Slot]:
    """Yield one slot for each annex that a document lists."""
    files: dict[str | None, list[File]] = defaultdict(list)
    lists: list[tuple[Where, Annex]] = []
    for document in archive.documents:
        words = _words(SUFFIX.sub("", document.file_name))
        files[document.entity_id].append(File(document.document_id, document.file_name, words))
        if document.duplicate_of is None and document.superseded_by is None and document.classification.kind in LISTING:
            found = dict.fromkeys((*_listed(document), *_of_paragraphs(document)))
            lists += ((_where(document), annex) for annex in found)
    for where, annex in lists:
        yield _slot(where, annex, [*files[where.entity_id], *(files[None] if where.entity_id else ())])


def _listed(document: ArchiveDocument) -> Iterator[Annex]:
    """Yield the annexes of lists that do not stand in the same file under a heading of their own."""
    by_page: dict[int, list[Stated]] = defaultdict(list)
    pages: dict[str, set[int]] = defaultdict(set)
    for fact in document.stated:
        if fact.concept == "annex":
            by_page[fact.page].append(fact)
            pages[fact.value].add(fact.page)
    for facts in by_page.values():
        is_list = len({fact.value for fact in facts}) >= FEWEST
        for fact in facts:
            if (is_list or SUFFIX.search(fact.raw)) and len(pages[fact.value]) == 1:
                yield Annex(fact.value, SUFFIX.sub("", fact.raw))


def _of_paragraphs(document: ArchiveDocument) -> Iterator[Annex]:
    """Yield the annexes of paragraphs; pages behind the last paragraph may be the annexes themselves."""
    ends = [paragraph.page_last for meeting in document.meetings for paragraph in meeting.paragraphs]
    for meeting in document.meetings if ends and document.page_count <= max(ends) else ():
        for paragraph in meeting.paragraphs:
            yield from (Annex("", SUFFIX.sub("", item.text)) for item in paragraph.items if item.kind == "annex")


def _where(document: ArchiveDocument) -> Where:
    told = document.classification
    date = next((meeting.meeting_date for meeting in document.meetings if meeting.meeting_date), told.meeting_date)
    return Where(document.entity_id, document.document_id, document.file_name, date.year if date else told.fiscal_year)


def _slot(where: Where, annex: Annex, files: Iterable[File]) -> Slot:
    there = next((file for file in files if file.document_id != where.document_id and _is(file, annex)), None)
    name = f"Bilaga {annex.number} {annex.name}" if annex.number else annex.name
    return Slot(
        where.entity_id, "attachment", "present" if there else "missing", f"annex_of: {where.file_name}, {name}",
        year=where.year, organ=fold(name), document_id=there.document_id if there else None,
    )  # fmt: skip


def _is(file: File, annex: Annex) -> bool:
    """Tell whether a file is an annex by its name: all words of it, and no other number."""
    wanted = _words(annex.name)
    if not wanted:
        return False
    numbers = re.findall(r"bilaga[\W_]*(?:nr)?[\W_]*(\d{1,2})(?!\d)", file.file_name.casefold())
    return not (annex.number and numbers and annex.number not in numbers) and _share(wanted, file.words) >= ALIKE


def _share(wanted: Sequence[str], words: Sequence[str]) -> float:
    """Return how many of 100 parts of the words stand among others, written nearly alike."""
    return sum(max((fuzz.ratio(word, other) for other in words), default=0) for word in wanted) / len(wanted)


def _words(name: str) -> list[str]:
    """Return the telling words of a name, without marks over letters, which file names often lack."""
    plain = name.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return [word for word in re.split(r"[\W_]+", plain) if len(word) >= LONG and word != "bilaga"]
