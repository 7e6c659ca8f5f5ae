"""Packed streams of a PDF, unpacked within a limit: bombs are refused, damage inside the data is seen."""

from __future__ import annotations

import zlib

import pikepdf

STEP = 1 << 20
"""Bytes unpacked at a time."""
MAX_CHECKED = 32 * STEP
"""So many bytes of a page's content are unpacked to look for damage."""


class TooLargeError(Exception):
    """A stream unpacks to more than is allowed."""


def unpacked(item: pikepdf.Object, limit: int) -> bytes:
    """Return the content of a stream.

    Raises:
        TooLargeError: it has more than `limit` bytes.
        pikepdf.PdfError: it is damaged, or packed in a way that is not known.
    """
    filters = filters_of(item)
    if any(name != "/FlateDecode" for name in filters) or "/DecodeParms" in item:
        data = item.read_bytes()
        _refuse(len(data), limit)
        return data
    data = item.read_raw_bytes()
    for _ in filters:
        data = _inflated(data, limit)
    _refuse(len(data), limit)
    return data


def filters_of(item: pikepdf.Object) -> list[str]:
    """Return the names of the filters of a stream, outermost first."""
    value = item.get("/Filter")
    if value is None:
        return []
    return [str(name) for name in value.as_list()] if isinstance(value, pikepdf.Array) else [str(value)]


def _inflated(data: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise pikepdf.PdfError(str(error)) from error
    _refuse(len(found), limit)
    return found


def _refuse(size: int, limit: int) -> None:
    if size > limit:
        msg = f"it unpacks to more than {limit // STEP} MB"
        raise TooLargeError(msg)


def is_damaged(item: pikepdf.Object) -> bool:
    """Tell whether a deflated stream breaks off or turns into nonsense before its end; only the sum at its end may be wrong."""
    if filters_of(item) != ["/FlateDecode"]:
        return False
    unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    rest, size = item.read_raw_bytes()[2:], 0
    try:
        while not unpacker.eof and size < MAX_CHECKED:
            piece = unpacker.decompress(rest, STEP)
            size, rest = size + len(piece), unpacker.unconsumed_tail
            if not piece and not rest:
                return True
    except zlib.error:
        return True
    return False


def damaged_contents(pdf: pikepdf.Pdf, numbers: range) -> frozenset[int]:
    """Return the numbers of the pages whose content is damaged inside."""
    return frozenset(number for number in numbers if _page_is_damaged(pdf, number))


def _page_is_damaged(pdf: pikepdf.Pdf, number: int) -> bool:
    try:
        contents = pdf.pages[number - 1].obj.get("/Contents")
        parts = contents.as_list() if isinstance(contents, pikepdf.Array) else [contents]
        return any(isinstance(part, pikepdf.Stream) and is_damaged(part) for part in parts)
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError, RuntimeError, IndexError):
        return False  # whatever is wrong here shows when the page is opened
