"""Content-addressed results and the archive of originals, in a folder or at any fsspec URL.

Everything is kept under a key that depends on content alone, written whole or not at all, so that a crash loses no
finished document, several workers may share a store, and a second run reads only what is new.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from typing import Any, TypeVar

import fsspec
from pydantic_core import to_json

from pipeline.errors import TransientError
from schemas.document import Extraction
from schemas.gist import Gist
from schemas.packed import Packed
from schemas.record import Record

R = TypeVar("R", bound=Record)
_GZIP = 31
"""zlib's name for the largest window with the header of gzip, which holds no time."""


class StoreError(TransientError):
    """The store cannot be written: the disk is full, the folder is read-only, the network store does not answer."""


def content_id(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex: the id of a document."""
    return hashlib.sha256(data).hexdigest()


class Store:
    """A key-value store of bytes. Also serves as the `Cache` of OCR results."""

    def __init__(self, root: str) -> None:
        """Open (and create) the store at `root`, a folder or an fsspec URL."""
        self.root = root
        self._fs: Any
        self._fs, self._base = fsspec.core.url_to_fs(root)
        self._fs.makedirs(self._base, exist_ok=True)

    def _path(self, key: str) -> str:
        return f"{self._base}/{key}"

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`, or None."""
        try:
            return bytes(self._fs.cat_file(self._path(key)))
        except FileNotFoundError:
            return None

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`; a reader sees the old value or the new one, never a part.

        Raises:
            StoreError: it cannot be written.
        """
        path = self._path(key)
        partial = f"{path}.part-{os.getpid()}"
        try:
            self._fs.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            self._fs.pipe_file(partial, value)
            self._fs.mv(partial, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._fs.rm_file(partial)
            msg = f"The store {self.root} cannot be written ({error}). Free space there, or name another with --store."
            raise StoreError(msg) from error

    def has(self, key: str) -> bool:
        """Tell whether something lies under `key`."""
        return bool(self._fs.exists(self._path(key)))

    def folder(self, name: str) -> Store:
        """Return the part of this store below `name`, as a store of its own."""
        return Store(f"{self.root}/{name}")

    def put_original(self, data: bytes) -> str:
        """Keep a PDF as it came and return its document id."""
        document_id = content_id(data)
        key = original_key(document_id)
        if not self.has(key):
            self.put(key, data)
        return document_id

    def original(self, document_id: str) -> bytes | None:
        """Return the bytes of a document, or None when they are not in this store."""
        return self.get(original_key(document_id))

    def put_extraction(self, extraction: Extraction, options_id: str) -> None:
        """Keep what was extracted from a document under its id, the options and the extractor's version."""
        self._put_record(extraction_key(extraction.document_id, extraction.extractor_version, options_id), extraction)

    def extraction(self, document_id: str, version: str, options_id: str) -> Extraction | None:
        """Return a kept extraction; None when there is none or when it cannot be read (it is then made anew)."""
        return self._record(Extraction, extraction_key(document_id, version, options_id))

    def put_gist(self, gist: Gist, options_id: str) -> None:
        """Keep the gist of a document beside its extraction."""
        extraction = gist.extraction
        self._put_record(gist_key(extraction.document_id, extraction.extractor_version, options_id), gist)

    def gist(self, document_id: str, version: str, options_id: str) -> Gist | None:
        """Return a kept gist; None when there is none or when it cannot be read."""
        return self._record(Gist, gist_key(document_id, version, options_id))

    def _put_record(self, key: str, record: Record) -> None:
        packer = zlib.compressobj(level=4, wbits=_GZIP)
        self.put(key, b"".join([*map(packer.compress, _json_pieces(record)), packer.flush()]))

    def _record(self, kind: type[R], key: str) -> R | None:
        packed = self.get(key)
        if packed is None:
            return None
        try:
            return kind.model_validate_json(gzip.decompress(packed))
        except (OSError, EOFError, zlib.error, ValueError):
            return None

    def has_extraction(self, document_id: str, version: str, options_id: str) -> bool:
        """Tell whether the document was read before by this version with these options."""
        return self.has(extraction_key(document_id, version, options_id))


def _json_pieces(value: object) -> Iterator[bytes]:
    """Yield the JSON of a record in pieces (a page, a figure), so that it is never whole in memory."""
    if isinstance(value, Record):
        before = b"{"
        for name, one in value:
            yield before + to_json(name) + b":"
            yield from _json_pieces(one)
            before = b","
        yield b"}"
    elif isinstance(value, tuple | Packed):
        yield b"["
        for number, one in enumerate(value):
            yield (b"," if number else b"") + to_json(one)
        yield b"]"
    else:
        yield to_json(value)


def original_key(document_id: str) -> str:
    """Return where a PDF lies in the store."""
    return f"originals/{document_id[:2]}/{document_id}.pdf"


def extraction_key(document_id: str, version: str, options_id: str) -> str:
    """Return where an extraction lies in the store."""
    return f"extractions/{version}/{options_id}/{document_id[:2]}/{document_id}.json.gz"


def gist_key(document_id: str, version: str, options_id: str) -> str:
    """Return where the gist of a document lies in the store."""
    return f"gists/{version}/{options_id}/{document_id[:2]}/{document_id}.json.gz"
