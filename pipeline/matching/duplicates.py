"""The same document in two files, and the same page twice in one file: found by shared runs of words and by their numbers.

Two files are one document when nearly all runs of three words of the shorter stand in the longer and so do its numbers. Where
both are born digital every number must: a corrected edition of a report is no duplicate of the first but supersedes it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import ratio

from pipeline.matching.outline import Outline
from schemas.gist import PageText
from schemas.page import Page

RUN = 3
SKETCH = 48
SHARED_SKETCH = 8
COMMON = 40
SAME_TEXT = 0.6
SAME_TEXT_NATIVE = 0.9
SAME_NUMBERS = 0.85
SOME_TEXT = 0.25
NEARLY_ALL_NUMBERS = 0.95
MANY_NUMBERS = 50
LEAST_WORDS = 40
UNDATED = dt.datetime(1, 1, 1)  # noqa: DTZ001  # local times, as files say them
SAME_NAME = 80
OLD_NAME = re.compile(r"(?<![a-zåäö])(old|gammal|utkast|tidigare|preliminär)(?![a-zåäö])", re.IGNORECASE)


def plain_words(page: Page) -> list[str]:
    """Return the words of a page without case, accents and punctuation, in reading order."""
    ordered = sorted(page.words, key=lambda word: (round(word.box.top), word.box.x0))
    text = unicodedata.normalize("NFKD", " ".join(word.text for word in ordered).casefold())
    return re.sub(r"[^a-z0-9 ]", "", text).split()


@dataclass(frozen=True)
class Fingerprint:
    """What a text can be recognised by."""

    words: tuple[str, ...]
    """Its plain words."""

    @classmethod
    def of(cls, pages: Iterable[PageText]) -> Fingerprint:
        """Return the fingerprint of the text of some pages."""
        return cls(tuple(word for page in pages for word in page.plain.split()))

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
    """Tell whether the shorter of two texts stands in the longer; bad OCR leaves few words whole but most numbers."""
    short, long = sorted((one, two), key=lambda text: len(text.words))
    if len(short.words) < LEAST_WORDS:
        return False
    if native:
        return short.text_within(long) >= SAME_TEXT_NATIVE and short.numbers_within(long) == 1
    text, numbers = short.text_within(long), short.numbers_within(long)
    many = short.numbers.total() >= MANY_NUMBERS and same_text_length(one, two)
    return (text >= SAME_TEXT and numbers >= SAME_NUMBERS) or (many and text >= SOME_TEXT and numbers >= NEARLY_ALL_NUMBERS)


def repeated_pages(pages: Sequence[PageText], native: Sequence[bool]) -> dict[int, int]:
    """Return, for each page whose text stood on an earlier page of the same file, that page's number.

    Args:
        pages: the text of all pages.
        native: for each of them, whether it is born digital.
    """
    seen: dict[int, list[int]] = defaultdict(list)
    repeated: dict[int, int] = {}
    for index, page in enumerate(pages):
        mine = Fingerprint.of([page])
        if len(mine.words) < LEAST_WORDS:
            continue
        shared = Counter(other for run in mine.sketch for other in seen[run][:COMMON])
        for other in (other for other, count in shared.items() if count >= SHARED_SKETCH):
            text = Fingerprint.of([pages[other]])
            if same_text(mine, text, native=native[index] and native[other]) and same_text_length(mine, text):
                repeated.setdefault(page.page, pages[other].page)
                break
        for run in mine.sketch:
            seen[run].append(index)
    return repeated


def same_text_length(one: Fingerprint, two: Fingerprint) -> bool:
    """Tell whether two texts are about equally long."""
    return min(len(one.words), len(two.words)) >= SAME_NUMBERS * max(len(one.words), len(two.words))


@dataclass(frozen=True)
class Repeats:
    """Which documents of an archive say what another one says."""

    duplicates: dict[str, str]
    """For each document that repeats another, the one that counts."""
    superseded: dict[str, str]
    """For each older edition, the newest one."""


def find_repeats(outlines: Sequence[Outline], text_of: Callable[[str], Fingerprint]) -> Repeats:
    """Find copies and older editions; which copy counts is never itself one.

    Args:
        outlines: all documents.
        text_of: returns what a document says, by its id; asked for those alone that are compared.
    """
    by_id = {one.document_id: one for one in outlines}
    copies: dict[str, str] = {}
    older: dict[str, str] = {}
    for one, two in sorted(_candidates(outlines)):
        better, worse = sorted((by_id[one], by_id[two]), key=_preference)
        if not _comparable(better, worse):
            continue
        native = better.is_native and worse.is_native
        if worse.document_id not in copies and same_text(text_of(one), text_of(two), native=native):
            copies[worse.document_id] = better.document_id
        elif native and _are_editions(better, worse) and nearly_same_text(text_of(one), text_of(two)):
            new, old = sorted((better, worse), key=edition, reverse=True)
            if edition(new) != edition(old):
                older[old.document_id] = max(
                    new.document_id, older.get(old.document_id, new.document_id), key=lambda key: edition(by_id[key])
                )
    return Repeats(_resolved(copies), {old: new for old, new in _resolved(older).items() if old not in copies})


def _resolved(leads: dict[str, str]) -> dict[str, str]:
    """Follow chains to their end."""
    found = {}
    for start in leads:
        end = start
        while end in leads:
            end = leads[end]
        found[start] = end
    return found


def nearly_same_text(one: Fingerprint, two: Fingerprint) -> bool:
    """Tell whether two texts are alike but for a few words and numbers: editions of one document."""
    short, long = sorted((one, two), key=lambda text: len(text.words))
    if len(short.words) < LEAST_WORDS or not same_text_length(one, two):
        return False
    return short.text_within(long) >= SAME_TEXT_NATIVE and short.numbers_within(long) >= SAME_TEXT_NATIVE


def edition(outline: Outline) -> tuple[bool, dt.datetime]:
    """Return the sort key of editions: one that its file name calls old is older, then by when the file was made."""
    is_old = OLD_NAME.search(outline.file_name) is not None
    return (not is_old, outline.created or UNDATED)


def _are_editions(one: Outline, two: Outline) -> bool:
    mine, theirs = one.classification, two.classification
    same_time = (mine.fiscal_year, mine.period_end, mine.meeting_date) == (
        theirs.fiscal_year,
        theirs.period_end,
        theirs.meeting_date,
    )
    return same_time and (mine.fiscal_year or mine.meeting_date) is not None and mine.body is not None and theirs.body is not None


def _candidates(outlines: Sequence[Outline]) -> set[tuple[str, str]]:
    """Return pairs worth comparing: many shared smallest hashes, one body and year or meeting, or a file and what it embeds."""
    pairs: Counter[tuple[str, str]] = Counter()
    by_hash: dict[int, list[str]] = defaultdict(list)
    for one in outlines:
        for run in one.sketch:
            by_hash[run].append(one.document_id)
    for ids in by_hash.values():
        if len(ids) <= COMMON:
            pairs.update(_pairs(ids))
    found = {pair for pair, count in pairs.items() if count >= SHARED_SKETCH}
    meetings: dict[object, list[str]] = defaultdict(list)
    known = {one.document_id for one in outlines}
    for one in outlines:
        told = one.classification
        when = told.meeting_date if told.kind == "minutes" else told.fiscal_year
        if when is not None and told.body is not None:
            meetings[told.kind, told.body.entity_id, when].append(one.document_id)
        embedded = [other for other in one.embedded if other in known]
        found.update((min(one.document_id, other), max(one.document_id, other)) for other in embedded)
    found.update(pair for ids in meetings.values() if len(ids) <= COMMON for pair in _pairs(ids))
    return found


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    for i, one in enumerate(ids):
        for two in ids[i + 1 :]:
            yield min(one, two), max(one, two)


def _preference(outline: Outline) -> tuple[bool, bool, str]:
    """Return the sort key of which copy counts: born digital first, then unsigned, then the smaller id."""
    return (not outline.is_native, outline.signed, outline.document_id)


def _comparable(one: Outline, two: Outline) -> bool:
    """Tell whether two documents may be one: the same kind, and years and meetings that do not contradict."""
    mine, theirs = one.classification, two.classification
    if mine.kind != theirs.kind:
        return False
    if mine.body and theirs.body and ratio(mine.body.name.casefold(), theirs.body.name.casefold()) < SAME_NAME:
        return False
    years = {mine.fiscal_year, theirs.fiscal_year} - {None}
    dates = {mine.meeting_date, theirs.meeting_date} - {None}
    return len(years) <= 1 and len(dates) <= 1
