"""Reading a PDF: every page becomes words, rulings and shades, from its text layer or by OCR, with a measure of quality.

The only modules that open PDFs are this one and its parts (`read_*`). pikepdf looks first (encryption, damage,
attachments), pdfium gives glyphs, shapes and pictures. A page that fails keeps its number; the others are read.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import pypdfium2 as pdfium

from extractors.page.quality import Lexicon
from pipeline.reading import lexicon
from pipeline.reading.annotations import opened_page
from pipeline.reading.choice import Draft, ReadOptions, anew, draft, finish, is_refuted
from pipeline.reading.file import OpenedFile, count_pages, embedded_files, open_file
from pipeline.reading.layer import Layer, read_layer
from pipeline.reading.selection import Selection
from pipeline.reading.signs import is_signed
from pipeline.recognition.recogniser import Recogniser, Recognition, RecognitionError, recognise
from schemas.document import Attachment, Reading
from schemas.packed import Packed
from schemas.page import Page
from schemas.problem import Problem

__all__ = ["ReadOptions", "Selection", "count_pages", "embedded_files", "read_pdf"]

T = TypeVar("T")
TOGETHER, PIXELS_TOGETHER = 12, 50_000_000
"""So many pictures, or pixels, are read by OCR at once: loading its models costs as much as reading some lines."""
UNREADABLE = (pdfium.PdfiumError, MemoryError, ValueError, OverflowError)
"""What a page raises that cannot be read."""


def read_pdf(
    data: bytes,
    file_name: str,
    options: ReadOptions,
    recogniser: Recogniser | None,
    knows: Lexicon = lexicon.knows,
) -> tuple[Reading, tuple[Problem, ...]]:
    """Read all pages of a PDF.

    Args:
        data: the file's bytes.
        file_name: its base name.
        options: when to use OCR, and limits.
        recogniser: reads pictures of pages; None reads text layers only.
        knows: tells whether a lower-case word is known, to judge text layers.

    Returns:
        The reading, with zero pages and a fatal problem where the file could not be read at all; problems of single
        pages (`page.failed`, `page.partly_read`, `page.ocr_failed`) carry the page's number.

    Raises:
        MissingEngineError: OCR was asked for, a page needs it, and this machine cannot do it.
    """
    document_id = hashlib.sha256(data).hexdigest()
    if recogniser is None:
        options = options.model_copy(update={"ocr": "never"})
    opened, problems = open_file(data, options.pages)
    if opened is None:
        return Reading(document_id=document_id, file_name=file_name, pages=()), _named(problems, document_id)
    pages, page_problems = _read_pages(opened, options, recogniser, knows)
    reading = Reading(
        document_id=document_id,
        file_name=file_name,
        pages=pages,
        producer=opened.producer,
        pdf_title=opened.title,
        created=opened.created,
        signed=opened.signature_field or is_signed(pages),
        attachments=tuple(
            Attachment(file_name=name, document_id=hashlib.sha256(content).hexdigest()) for name, content in opened.attachments
        ),
    )
    return reading, _named((*problems, *options.pages.problems(), *page_problems), document_id)


def _named(problems: tuple[Problem, ...], document_id: str) -> tuple[Problem, ...]:
    """Return the problems with the document's id."""
    return tuple(problem.model_copy(update={"document_id": document_id}) for problem in problems)


def _read_pages(
    opened: OpenedFile, options: ReadOptions, recogniser: Recogniser | None, knows: Lexicon
) -> tuple[Packed[Page], tuple[Problem, ...]]:
    """Read the pages one by one; each is closed before the next is opened, and packed when it was not used for a while."""
    try:
        document = pdfium.PdfDocument(opened.data)
        document.init_forms()  # shows what is filled into fields that no program has drawn yet
    except pdfium.PdfiumError as error:
        message = f"The file is damaged and its pages could not be opened ({error}); fetch it again."
        return Packed(), (Problem(code="read.truncated", message=message, severity="fatal"),)
    pages, problems = Packed[Page](), list[Problem]()
    try:
        with _collector_paused():
            numbers, damaged = _numbers(opened, len(document), options)
            drafts = (_draft(document, number, options, knows) for number in numbers)
            groups = _in_groups(drafts)
            for page, found in (one for group in groups for one in _finished(document, group, options, recogniser, knows)):
                page, found = _damaged(page, found) if page.number in damaged else (page, found)  # noqa: PLW2901  # the same page, as what it is
                pages.append(page)
                problems += found
    finally:
        document.close()
    if pages and all(page.status == "failed" for page in pages):
        problems.insert(0, _nothing_read(problems, pages[0].problem))
    return pages, tuple(problems)


def _numbers(opened: OpenedFile, said: int, options: ReadOptions) -> tuple[range, frozenset[int]]:
    """Return the numbers of the pages to read and of those that are damaged; `said` is how many the file claims to have.

    qpdf leaves out what is no page, and the pages after it move up: then the claim counts, so that each keeps its number.
    """
    if opened.page_count < said <= options.max_pages:
        return options.pages.numbers(said), frozenset()
    return options.pages.numbers(opened.page_count), opened.damaged_pages


def _nothing_read(problems: Iterable[Problem], reason: str | None) -> Problem:
    """Return the fatal problem of a document of which no page was read; `reason` is why the first was not."""
    if any(problem.code == "page.ocr_failed" for problem in problems):
        message = "No page of the scan could be read: OCR failed on each. Try again with more time, or look at it in a viewer."
        return Problem(code="read.ocr_failed", message=message, severity="fatal")
    message = f"No page of the file could be read (the first: {reason}); fetch it again, or look at it in a viewer."
    return Problem(code="read.truncated", message=message, severity="fatal")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the search for reference cycles: pages make none, and walking their words takes a seventh of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


Result = tuple[Page, tuple[Problem, ...]]
"""A page, and what went wrong with it."""


def _draft(
    document: Any,  # noqa: ANN401  # pypdfium2 has no types
    number: int,
    options: ReadOptions,
    knows: Lexicon,
) -> Draft | Result:
    """Read the text layer of one page; whatever goes wrong with it becomes a problem that names it."""
    if number > options.max_pages:
        return _failed(number, f"the document has more than {options.max_pages} pages")
    if number in (given_up := options.pages.reasons()):
        return _failed(number, given_up[number])
    try:
        page = opened_page(document, number)
    except (pdfium.PdfiumError, IndexError) as error:
        return _failed(number, f"it could not be opened ({error})")
    try:
        return draft(read_layer(page, number, options.max_objects), page, options, knows)
    except UNREADABLE as error:
        return _failed(number, f"{type(error).__name__}: {error}")
    finally:
        page.close()


def _in_groups(drafts: Iterable[Draft | Result]) -> Iterator[list[Draft | Result]]:
    """Yield pages that are OCRed together, in their order; where none waits for OCR, one by one."""
    group: list[Draft | Result] = []
    for item in drafts:
        group.append(item)
        waiting = [image for begun in group if isinstance(begun, Draft) for image, _ in begun.pictures]
        pixels = sum(image.width * image.height for image in waiting)
        if not waiting or len(waiting) >= TOGETHER or pixels >= PIXELS_TOGETHER:
            yield group
            group = []
    yield group


def _finished(
    document: Any,  # noqa: ANN401  # pypdfium2 has no types
    group: Sequence[Draft | Result],
    options: ReadOptions,
    recogniser: Recogniser | None,
    knows: Lexicon,
) -> Iterator[Result]:
    """Yield the pages of a group, their pictures read at once."""
    answers = _answers(group, recogniser)
    refuted = [index for index, item in enumerate(group) if isinstance(item, Draft) and is_refuted(item, answers[index])]
    again = [_anew(document, group[index], options) for index in refuted]
    group, answers = _replaced(group, refuted, again), _replaced(answers, refuted, _answers(again, recogniser))
    for item, found in zip(group, answers, strict=True):
        if not isinstance(item, Draft):
            yield item
            continue
        turned = partial(_turned, document, item.layer.number, options)
        try:
            yield finish(item, found, turned, knows)
        except UNREADABLE as error:
            yield _failed(item.layer.number, f"{type(error).__name__}: {error}")


def _answers(group: Sequence[Draft | Result], recogniser: Recogniser | None) -> list[list[Recognition | RecognitionError]]:
    """Return what OCR reads on the pictures of each page of a group, all read at once."""
    pictures = [item.pictures if isinstance(item, Draft) and recogniser is not None else () for item in group]
    waiting = [picture for each in pictures for picture in each]
    answers = iter(recognise(recogniser, waiting) if recogniser is not None and waiting else ())
    return [list(islice(answers, len(each))) for each in pictures]


def _replaced(items: Sequence[T], indexes: Sequence[int], others: Sequence[T]) -> list[T]:
    """Return the items with those at `indexes` replaced by `others`."""
    changed = dict(zip(indexes, others, strict=True))
    return [changed.get(index, item) for index, item in enumerate(items)]


def _anew(document: Any, item: Draft | Result, options: ReadOptions) -> Draft | Result:  # noqa: ANN401  # pypdfium2 has no types
    """Return a page whose text layer was refuted with its whole picture, to be read by OCR."""
    if not isinstance(item, Draft):
        return item
    page = opened_page(document, item.layer.number)
    try:
        return anew(item, page, options)
    except UNREADABLE as error:
        return _failed(item.layer.number, f"{type(error).__name__}: {error}")
    finally:
        page.close()


def _turned(document: Any, number: int, options: ReadOptions, turn: int) -> Layer:  # noqa: ANN401  # pypdfium2 has no types
    """Read the text layer of a page turned by `turn` degrees clockwise."""
    page = opened_page(document, number)
    try:
        return read_layer(page, number, options.max_objects, turn)
    finally:
        page.close()


def _damaged(page: Page, problems: tuple[Problem, ...]) -> tuple[Page, tuple[Problem, ...]]:
    """Return a page whose content breaks off as what it is: failed without words, else partly read."""
    if page.status == "failed" or not page.words:
        return (page, problems) if page.status == "failed" else _failed(page.number, "its content is damaged")
    message = f"The content of page {page.number} is damaged; what comes after the damage is missing. Fetch the file again."
    problem = Problem(code="page.damaged", message=message, page=page.number)
    return page.model_copy(update={"status": "partly_read", "problem": "its content is damaged"}), (*problems, problem)


def _failed(number: int, reason: str) -> tuple[Page, tuple[Problem, ...]]:
    """Return an empty page with its number, and the problem."""
    page = Page(number=number, width=0, height=0, text_source="empty", quality=0, status="failed", problem=reason)
    message = f"Page {number} could not be read: {reason}. Look at it in the PDF."
    return page, (Problem(code="page.failed", message=message, page=number),)
