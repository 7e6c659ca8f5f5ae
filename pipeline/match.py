"""Make one archive of many documents: in a fixed order, duplicates marked, repeated pages dropped, names matched.

All documents are held as outlines; of what they state, no more than one body at a time is unpacked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import BinaryIO, overload

from pipeline.gist import gist_of
from pipeline.matching.bodies import with_shared_bodies
from pipeline.matching.duplicates import Fingerprint, Repeats, find_repeats
from pipeline.matching.extracts import find_extracts
from pipeline.matching.inherited import with_inherited_bodies
from pipeline.matching.outline import SCANNED, Outline, outline_of
from pipeline.matching.subjects import match_subjects, renamed
from schemas.archive import Archive, ArchiveDocument
from schemas.document import Extraction
from schemas.gist import Gist
from schemas.packed import Packed

ABSURD = Decimal(10) ** 13
"""More kronor than any public body has: numbers that ran together in reading; no rule looks at them."""
COMPARED = 32
"""Texts that are held while documents are compared."""


def build_archive(extractions: Iterable[Extraction]) -> Archive:
    """Return the archive that the rules see."""
    return archive_of(Shelf(map(gist_of, extractions)))


class Shelf:
    """The gists of an archive, packed, and their outlines; the order in which they come means nothing."""

    def __init__(self, gists: Iterable[Gist], file: BinaryIO | None = None) -> None:
        """Take `gists`, of several with one id the last; packed ones go into `file`, where one is given."""
        self.file = file
        self.outlines: dict[str, Outline] = {}
        self._gists = Packed[Gist](file=file)
        self._places: dict[str, int] = {}
        for gist in gists:
            outline = outline_of(gist)
            self.outlines[outline.document_id] = outline
            self._places[outline.document_id] = len(self._gists)
            self._gists.append(gist)

    def gist(self, document_id: str) -> Gist:
        """Return the gist of a document."""
        return self._gists[self._places[document_id]]

    def text(self, document_id: str) -> Fingerprint:
        """Return what a document says."""
        return Fingerprint.of(self.gist(document_id).texts)


class Classified(Sequence[Extraction]):
    """Documents in the order of their outlines and as these classify them, unpacked when asked for."""

    def __init__(self, shelf: Shelf, outlines: Sequence[Outline]) -> None:
        self._shelf = shelf
        self._outlines = outlines

    def __len__(self) -> int:
        return len(self._outlines)

    @overload
    def __getitem__(self, index: int) -> Extraction: ...

    @overload
    def __getitem__(self, index: slice) -> Classified: ...

    def __getitem__(self, index: int | slice) -> Extraction | Classified:
        if isinstance(index, slice):
            return Classified(self._shelf, self._outlines[index])
        outline = self._outlines[index]
        extraction = self._shelf.gist(outline.document_id).extraction
        return extraction.model_copy(update={"classification": outline.classification})


def archive_of(shelf: Shelf) -> Archive:
    """Return the archive that the rules see; its documents are packed where the gists are."""
    unique = [outline for _, outline in sorted(shelf.outlines.items())]
    ordered = sorted(with_inherited_bodies(with_shared_bodies(unique)), key=_order)
    extractions = Classified(shelf, ordered)
    repeats = _with_extracts(find_repeats(ordered, lru_cache(COMPARED)(shelf.text)), find_extracts(extractions))
    counted = [outline for outline in ordered if outline.document_id not in repeats.duplicates]
    shared, subjects = match_subjects(_by_body(shelf, counted))
    documents = (
        _document(shelf.gist(outline.document_id), renamed(extraction, _body_id(outline), shared), repeats)
        for outline, extraction in zip(ordered, extractions, strict=True)
    )
    return Archive(documents=Packed(documents, file=shelf.file), subjects=subjects)


def _by_body(shelf: Shelf, outlines: Sequence[Outline]) -> Iterator[tuple[str, Sequence[Extraction]]]:
    """Yield each body, sorted, with its documents."""
    bodies: dict[str, list[Outline]] = defaultdict(list)
    for outline in outlines:
        bodies[_body_id(outline)].append(outline)
    for body_id, own in sorted(bodies.items()):
        yield body_id, tuple(Classified(shelf, own))


def _body_id(outline: Outline) -> str:
    return outline.entity_id or outline.document_id


def _with_extracts(repeats: Repeats, found: Mapping[str, str]) -> Repeats:
    """Return the repeats with extracts of minutes among the duplicates; what counts is never itself a repeat."""
    extracts = {one: repeats.duplicates.get(whole, whole) for one, whole in found.items()}
    kept = {one: whole for one, whole in extracts.items() if one not in repeats.duplicates and one != whole}
    duplicates = {one: kept.get(whole, whole) for one, whole in repeats.duplicates.items()}
    return Repeats({**duplicates, **kept}, repeats.superseded)


def _document(gist: Gist, extraction: Extraction, repeats: Repeats) -> ArchiveDocument:
    """Return a document as the rules see it; `extraction` is that of the gist, as the archive classifies and names."""
    pages = extraction.reading.pages
    repeated = dict(gist.repeated_pages)
    kept = frozenset(table.table_id for table in extraction.tables if table.page not in repeated)
    return ArchiveDocument(
        document_id=extraction.document_id,
        file_name=extraction.reading.file_name,
        classification=extraction.classification,
        scanned_pages=frozenset(page.number for page in pages if page.text_source in SCANNED),
        unread_pages=frozenset(count.page for count in extraction.counts if count.number_unread),
        page_count=len(pages),
        failed_pages=frozenset(page.number for page in pages if page.status == "failed"),
        repeated_pages=gist.repeated_pages,
        tables=tuple(table for table in extraction.tables if table.table_id in kept),
        figures=tuple(
            figure
            for figure in extraction.figures
            if abs(figure.value) < ABSURD
            and (figure.table_id in kept if figure.table_id is not None else figure.page not in repeated)
        ),
        meetings=extraction.meetings,
        decisions=extraction.decisions,
        stated=tuple(fact for fact in extraction.stated if fact.page not in repeated),
        duplicate_of=repeats.duplicates.get(extraction.document_id),
        superseded_by=repeats.superseded.get(extraction.document_id),
    )


def _order(outline: Outline) -> tuple[str, int, str, str]:
    told = outline.classification
    return outline.entity_id or "", told.fiscal_year or 0, told.kind, outline.document_id
