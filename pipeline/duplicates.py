"""The same document in two files, and the same page twice in one file: found by shared runs of words and by their numbers.

Two files are one document when nearly all runs of three words of the shorter stand in the longer and so do its numbers. Where
both are born digital every number must: a corrected edition of a report is no duplicate of the first.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import ratio

from schemas.document import Extraction
from schemas.page import Page

RUN = 3
SKETCH = 48
SHARED_SKETCH = 8
COMMON = 40
SAME_TEXT = 0.6
SAME_TEXT_NATIVE = 0.9
SAME_NUMBERS = 0.85
LEAST_WORDS = 40
SCANNED = ("ocr", "repaired")
SAME_NAME = 80


def plain_words(pages: Iterable[Page]) -> list[str]:
    """Return the words of pages without case, accents and punctuation, in reading order."""
    found: list[str] = []
    for page in pages:
        ordered = sorted(page.words, key=lambda word: (round(word.box.top), word.box.x0))
        text = unicodedata.normalize("NFKD", " ".join(word.text for word in ordered).casefold())
        found.extend(re.sub(r"[^a-z0-9 ]", "", text).split())
    return found


@dataclass(frozen=True)
class Fingerprint:
    """What a text can be recognised by."""

    words: tuple[str, ...]
    """Its plain words."""

    @cached_property
    def runs(self) -> frozenset[int]:
        """Hashes of all runs of three words."""
        joined = (" ".join(self.words[i : i + RUN]) for i in range(max(0, len(self.words) - RUN + 1)))
        return frozenset(zlib.crc32(run.encode()) for run in joined)

    @cached_property
    def numbers(self) -> Counter[str]:
        """Its words that are digits only."""
        return Counter(word for word in self.words if word.isdigit())

    @cached_property
    def sketch(self) -> tuple[int, ...]:
        """The smallest hashes: two texts share as large a part of them as they share of their runs."""
        return tuple(sorted(self.runs)[:SKETCH])

    def text_within(self, other: Fingerprint) -> float:
        """Return the share of this text's runs that the other has."""
        return len(self.runs & other.runs) / len(self.runs) if self.runs else 0.0

    def numbers_within(self, other: Fingerprint) -> float:
        """Return the share of this text's numbers that the other has."""
        total = sum(self.numbers.values())
        return sum((self.numbers & other.numbers).values()) / total if total else 1.0


def same_text(one: Fingerprint, two: Fingerprint, *, native: bool) -> bool:
    """Tell whether the shorter of two texts stands in the longer."""
    short, long = sorted((one, two), key=lambda text: len(text.words))
    if len(short.words) < LEAST_WORDS:
        return False
    if native:
        return short.text_within(long) >= SAME_TEXT_NATIVE and short.numbers_within(long) == 1
    return short.text_within(long) >= SAME_TEXT and short.numbers_within(long) >= SAME_NUMBERS


def repeated_pages(pages: Sequence[Page]) -> frozenset[int]:
    """Return the numbers of pages whose text stood on an earlier page of the same file."""
    seen: dict[int, list[tuple[Page, Fingerprint]]] = defaultdict(list)
    repeated: set[int] = set()
    for page in pages:
        mine = Fingerprint(tuple(plain_words([page])))
        if len(mine.words) < LEAST_WORDS:
            continue
        shared = Counter(id(text) for run in mine.sketch for _, text in seen[run][:COMMON])
        near = {id(text): (other, text) for run in mine.sketch for other, text in seen[run][:COMMON]}
        for key in (key for key, count in shared.items() if count >= SHARED_SKETCH):
            other, text = near[key]
            native = page.text_source == "native" and other.text_source == "native"
            if same_text(mine, text, native=native) and same_text_length(mine, text):
                repeated.add(page.number)
        for run in mine.sketch:
            seen[run].append((page, mine))
    return frozenset(repeated)


def same_text_length(one: Fingerprint, two: Fingerprint) -> bool:
    """Tell whether two texts are about equally long."""
    return min(len(one.words), len(two.words)) >= SAME_NUMBERS * max(len(one.words), len(two.words))


def duplicates(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return, for each document that repeats another, the document that counts."""
    texts = {one.document_id: Fingerprint(tuple(plain_words(one.reading.pages))) for one in extractions}
    by_id = {one.document_id: one for one in extractions}
    counts_for: dict[str, str] = {}
    for one, two in sorted(_candidates(extractions, texts)):
        better, worse = sorted((by_id[one], by_id[two]), key=_preference)
        if better.document_id in counts_for or worse.document_id in counts_for:
            continue
        if _comparable(better, worse) and same_text(texts[one], texts[two], native=_is_native(better) and _is_native(worse)):
            counts_for[worse.document_id] = better.document_id
    return counts_for


def _candidates(extractions: Sequence[Extraction], texts: dict[str, Fingerprint]) -> set[tuple[str, str]]:
    """Return pairs worth comparing: many shared smallest hashes, the same meeting, or a file and what it embeds."""
    pairs: Counter[tuple[str, str]] = Counter()
    by_hash: dict[int, list[str]] = defaultdict(list)
    for one in extractions:
        for run in texts[one.document_id].sketch:
            by_hash[run].append(one.document_id)
    for ids in by_hash.values():
        if len(ids) <= COMMON:
            pairs.update(_pairs(ids))
    found = {pair for pair, count in pairs.items() if count >= SHARED_SKETCH}
    meetings: dict[object, list[str]] = defaultdict(list)
    for one in extractions:
        told = one.classification
        if told.meeting_date is not None and told.kind == "minutes":
            meetings[told.body.entity_id if told.body else None, told.meeting_date].append(one.document_id)
        embedded = [attachment.document_id for attachment in one.reading.attachments if attachment.document_id in texts]
        found.update((min(one.document_id, other), max(one.document_id, other)) for other in embedded)
    found.update(pair for ids in meetings.values() if len(ids) <= COMMON for pair in _pairs(ids))
    return found


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    for i, one in enumerate(ids):
        for two in ids[i + 1 :]:
            yield min(one, two), max(one, two)


def _is_native(extraction: Extraction) -> bool:
    return not any(page.text_source in SCANNED for page in extraction.reading.pages)


def _preference(extraction: Extraction) -> tuple[bool, bool, str]:
    """Return the sort key of which copy counts: born digital first, then unsigned, then the smaller id."""
    return (not _is_native(extraction), extraction.reading.signed, extraction.document_id)


def _comparable(one: Extraction, two: Extraction) -> bool:
    """Tell whether two documents may be one: the same kind, and years and meetings that do not contradict."""
    mine, theirs = one.classification, two.classification
    if mine.kind != theirs.kind:
        return False
    if mine.body and theirs.body and ratio(mine.body.name.casefold(), theirs.body.name.casefold()) < SAME_NAME:
        return False
    years = {mine.fiscal_year, theirs.fiscal_year} - {None}
    dates = {mine.meeting_date, theirs.meeting_date} - {None}
    return len(years) <= 1 and len(dates) <= 1
