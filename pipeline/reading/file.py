"""A file before its pages: is it a PDF at all, is it locked or damaged, what does it embed, is it signed."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import pikepdf

from pipeline.reading.selection import Selection
from pipeline.reading.streams import TooLargeError, damaged_contents, unpacked
from schemas.problem import Problem

HEADER_REACH = 1024
"""A PDF header stands in the first bytes; readers accept so many bytes of junk before it."""
DAMAGE = re.compile(r"damaged|startxref|reconstruct|unable to find|EOF (?:while|reading)|premature", re.IGNORECASE)
"""What qpdf says of files that lack a part; its other warnings are about form."""
MAX_FIELDS = 10_000
"""So many form fields are looked at for a signature."""
MAX_ATTACHMENTS = 1_000
"""So many embedded files are taken out of one document ..."""
ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT = 256 * 1024 * 1024, 512 * 1024 * 1024
"""... with at most so many bytes each, and together."""


class OpenedFile(NamedTuple):
    """What pikepdf says of a file."""

    data: bytes
    """The bytes to read pages from: the original, or a repaired copy."""
    page_count: int
    producer: str | None
    title: str | None
    created: dt.datetime | None
    signature_field: bool
    attachments: tuple[tuple[str, bytes], ...]
    damaged_pages: frozenset[int]
    """Numbers of the pages, of those selected, whose content is damaged inside."""


ALL_PAGES = Selection()


def open_file(data: bytes, pages: Selection = ALL_PAGES) -> tuple[OpenedFile | None, tuple[Problem, ...]]:
    """Look at a file with pikepdf; None and a fatal problem when there is nothing to read pages from.

    Embedded files are taken out when the whole document is read.
    """
    if not data:
        return None, (_fatal("read.empty", "The file is empty (0 bytes); fetch it again."),)
    start = data.find(b"%PDF-")
    if start < 0:
        return None, (_fatal("read.not_pdf", f"The file is no PDF: {_looks_like(data)}; fetch the document again."),)
    if start > HEADER_REACH:
        data = data[start:]
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _look(pdf, data, pages)
    except pikepdf.PasswordError:
        message = "The file is encrypted and needs a password; ask the sender for a copy without one."
        return None, (_fatal("read.encrypted", message),)
    except (pikepdf.PdfError, RecursionError, ValueError) as error:
        message = f"The file is cut off or damaged and nothing could be recovered ({_short(error)}); fetch it again."
        return None, (_fatal("read.truncated", message),)


def embedded_files(data: bytes) -> list[tuple[str, bytes]]:
    """Return (base name, content) of the files embedded in a PDF; empty when it cannot be opened."""
    opened, _ = open_file(data)
    return list(opened.attachments) if opened else []


def count_pages(data: bytes) -> int:
    """Return the number of pages of a file; 0 when it cannot be opened."""
    opened, _ = open_file(data, Selection(last=0))
    return opened.page_count if opened else 0


def _look(pdf: pikepdf.Pdf, data: bytes, pages: Selection) -> tuple[OpenedFile | None, tuple[Problem, ...]]:
    """Gather what an open file says of itself."""
    page_count = len(pdf.pages)
    damaged = any(DAMAGE.search(str(warning)) for warning in pdf.get_warnings()) or b"%%EOF" not in data[-4096:]
    if page_count == 0 and damaged:
        message = "The file is cut off or damaged and no page could be recovered; fetch it again."
        return None, (_fatal("read.truncated", message),)
    if page_count == 0:
        return None, (_fatal("read.no_pages", "The PDF has no pages; ask the publisher for the right file."),)
    attachments, problems = _attachments(pdf) if pages.whole else ((), ())
    if damaged:
        message = f"The file was damaged or cut off; {page_count} pages were recovered, others may be missing. Fetch it again."
        problems = (Problem(code="read.repaired", message=message), *problems)
        data = _saved(pdf) or data
    producer, title, created = (_info(pdf, key) for key in ("/Producer", "/Title", "/CreationDate"))
    broken = damaged_contents(pdf, pages.numbers(page_count))
    opened = OpenedFile(data, page_count, producer, title, pdf_date(created or ""), _has_signature(pdf), attachments, broken)
    return opened, problems


def pdf_date(text: str) -> dt.datetime | None:
    """Read a date as PDF writes it, its time zone left out; None when it is none.

    >>> pdf_date("D:20260201215556+01'00'")
    datetime.datetime(2026, 2, 1, 21, 55, 56)
    """
    digits = re.match(r"(?:D:)?(\d{8})(\d{6})?", text)
    if digits is None:
        return None
    try:
        return dt.datetime.strptime(digits[1] + (digits[2] or "000000"), "%Y%m%d%H%M%S")  # noqa: DTZ007  # as printed
    except ValueError:
        return None


def _saved(pdf: pikepdf.Pdf) -> bytes | None:
    """Return the file as qpdf writes it, repaired; None when even that fails."""
    target = io.BytesIO()
    try:
        pdf.save(target)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return None
    return target.getvalue()


def _info(pdf: pikepdf.Pdf, key: str) -> str | None:
    """Return an entry of the document information; None when absent or blank."""
    try:
        value = str(pdf.docinfo.get(key, "")).replace("\x00", "").strip()
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
        return None
    return value or None


def _attachments(pdf: pikepdf.Pdf) -> tuple[tuple[tuple[str, bytes], ...], tuple[Problem, ...]]:
    """Return (base name, content) of embedded files, and a problem for each that could not be taken out."""
    found: dict[tuple[str, bytes], None] = {}
    problems: list[Problem] = []
    left = ATTACHMENTS_LIMIT
    for number, (name, content) in enumerate(_embedded(pdf)):
        if number == MAX_ATTACHMENTS:
            problems.append(Problem(code="read.attachments", message=TOO_MANY))
            break
        try:
            data = content(min(left, ATTACHMENT_LIMIT))
        except (*ATTACHMENT_ERRORS, TooLargeError) as error:
            message = f"The embedded file {base_name(name)!r} could not be taken out ({_short(error)}); take it out by hand."
            problems.append(Problem(code="read.attachment", message=message))
        else:
            found[base_name(name), data] = None
            left -= len(data)
    return tuple(found), tuple(problems)


ATTACHMENT_ERRORS = (pikepdf.PdfError, AttributeError, ValueError, TypeError, KeyError, RuntimeError)
TOO_MANY = f"The document embeds more than {MAX_ATTACHMENTS} files; the others were left out. Take them out by hand."


def _embedded(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Callable[[int], bytes]]]:
    """Yield (name, function that returns at most so many bytes) of files attached to the document and to its pages."""
    try:
        named = list(pdf.attachments.items())
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        named = []
    for name, spec in named:
        yield spec.filename or name, partial(_stream, spec.obj)
    for page in pdf.pages:
        for annotation in _items(page.obj, "/Annots"):
            if isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") == "/FileAttachment":
                holder = annotation.get("/FS")
                if isinstance(holder, pikepdf.Dictionary):
                    yield str(holder.get("/UF", holder.get("/F", "attachment"))), partial(_stream, holder)


def _stream(spec: pikepdf.Dictionary, limit: int) -> bytes:
    """Return the content of a file specification."""
    return unpacked(spec.EF["/F" if "/F" in spec.EF else "/UF"], limit)


def _items(holder: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    """Return the members of an array entry; empty when it is missing or no array."""
    try:
        value = holder.get(key)
        return list(value.as_list()) if isinstance(value, pikepdf.Array) else []
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError):
        return []


def base_name(name: str) -> str:
    """Return the last part of a path of any system, without control characters; `attachment` when nothing is left.

    >>> base_name("../../etc/x.pdf")
    'x.pdf'
    """
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join(letter for letter in last if letter.isprintable()).strip()
    return clean if clean.strip(". ") else "attachment"


def _has_signature(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a signature field is filled in."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return False
    waiting, looked_at = _items(form, "/Fields"), 0
    while waiting and looked_at < MAX_FIELDS:
        field = waiting.pop()
        looked_at += 1
        if not isinstance(field, pikepdf.Dictionary):
            continue
        if field.get("/FT") == "/Sig" and "/V" in field:
            return True
        waiting += _items(field, "/Kids")
    return False


def _looks_like(data: bytes) -> str:
    """Say what the bytes look like instead."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "it looks like an HTML page (an error or log-in page of the site)"
    for start, name in SIGNATURES:
        if data.startswith(start):
            return f"it looks like {name}"
    try:
        text = data[:2048].decode("utf-8", "strict" if len(data) <= HEADER_REACH else "ignore")
    except UnicodeDecodeError:
        return "it has no PDF header"
    if text and sum(letter.isprintable() or letter.isspace() for letter in text) >= 0.95 * len(text):
        return "it looks like plain text"
    return "it has no PDF header"


SIGNATURES = (
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF text"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"<?xml", "XML"),
)


def _fatal(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, severity="fatal")


def _short(error: Exception) -> str:
    """Return the first words of an error without line breaks."""
    said = re.sub(r"^stream <[^>]*>(?: \([^)]*\))?: ", "", str(error))  # an address in memory differs from run to run
    return re.sub(r"\s+", " ", said).strip()[:120] or type(error).__name__
