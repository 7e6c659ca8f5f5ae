"""Find the PDFs in files, folders (recursive) and zip archives, in an order that depends on their names alone.

Whatever lies there costs a bounded amount: pipes and devices are not opened, links to folders are not followed, archives in
archives are named and left alone, and what is too large or too much is said.
"""

from __future__ import annotations

import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from schemas.problem import Problem
from schemas.record import stable_id

FILE_LIMIT = 512 * 1024 * 1024
"""Bytes: a larger file, or member of a zip archive when unpacked, is not read."""
ARCHIVE_LIMIT = 8 * 1024**3
"""Bytes: so much is unpacked from one zip archive."""
MEMBER_LIMIT = 20_000
"""So many PDFs are taken out of one zip archive."""
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What a damaged zip archive, or one of a kind that is not known, raises besides OSError."""


@dataclass(frozen=True)
class Found:
    """A file that claims to be a PDF; `load` reads its bytes when they are wanted."""

    source_path: str
    """Relative to what the user named; `archive.zip!inner/path.pdf` inside a zip."""
    file_name: str
    """Base name."""
    place: str
    """Where it lies: its full path, `/full/path/archive.zip!inner/path.pdf` inside a zip."""
    load: Callable[[], bytes]
    """Reads the bytes; OSError when that fails."""


@dataclass(frozen=True)
class Rejected:
    """A path that gave nothing to read, with the reason."""

    source_path: str
    file_name: str
    problem: Problem
    place: str
    """Its full path, or that of the archive that it is in."""

    @property
    def content_id(self) -> str:
        """An id for `quarantine`, since there are no bytes to take one from."""
        return stable_id("path", self.source_path)


def discover(paths: Iterable[Path]) -> Iterator[Found | Rejected]:
    """Yield every PDF below `paths`, sorted by source path; what holds none is yielded as `Rejected`.

    Raises:
        UsageError: when a path does not exist.
    """
    roots = list(paths)
    for path in roots:
        if not path.exists():
            msg = f"{path}: no such file or folder. Name PDFs, folders with PDFs, or zip archives."
            raise UsageError(msg)
    items = [item for path in roots for item in _from_path(path)]
    yield from sorted(items, key=lambda item: item.source_path)


def _from_path(path: Path) -> Iterator[Found | Rejected]:
    if path.is_dir():
        yield from _from_folder(path)
    else:
        yield from _from_file(path, _written(path.name))


def _from_folder(folder: Path) -> Iterator[Found | Rejected]:
    """Walk a folder; links to folders are not followed."""
    seen = False
    closed: list[OSError] = []
    for place, _, names in os.walk(folder, onerror=closed.append):
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in {".pdf", ".zip"}:
                seen = True
                yield from _from_file(path, _written(path.relative_to(folder).as_posix()))
    for error in closed:
        label = _written(os.path.relpath(error.filename or folder, folder))
        message = f"The folder cannot be opened ({error.strerror}). Check its permissions."
        yield _rejected(label, "discover.unreadable_folder", message, Path(error.filename or folder))
    if not seen and not closed:
        yield _rejected(
            _written(folder.name or str(folder)), "discover.no_pdf", "The folder holds no PDF (and no zip archive).", folder
        )


def _from_file(path: Path, label: str) -> Iterator[Found | Rejected]:
    try:
        status = path.stat()
    except OSError as error:
        yield _rejected(
            label, "discover.unreadable", f"The file cannot be read ({error.strerror}). Check it and its permissions.", path
        )
        return
    if not stat.S_ISREG(status.st_mode):
        yield _rejected(
            label, "discover.no_file", "It is no ordinary file (a pipe, a socket, a device, a folder); it was not opened.", path
        )
    elif path.suffix.lower() == ".zip":
        yield from _from_zip(path, label)
    elif status.st_size > FILE_LIMIT:
        yield _rejected(label, "discover.too_large", _too_large(status.st_size), path)
    else:
        yield Found(label, _base(label), place_of(path), lambda: _bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of an ordinary file; OSError when it vanished, grew too large or became something else."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            msg = "it is no ordinary file any more"
            raise OSError(msg)
        data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise OSError(_too_large(len(data)))
    return data


def _from_zip(path: Path, label: str) -> Iterator[Found | Rejected]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (*DAMAGE, OSError) as error:
        yield _rejected(
            label, "discover.bad_zip", f"The zip archive cannot be opened ({error}). Unpack it and name the folder.", path
        )
        return
    wanted = [info for info in members if info.filename.lower().endswith((".pdf", ".zip"))]
    if not wanted:
        yield _rejected(label, "discover.no_pdf", "The zip archive holds no PDF.", path)
    if len(wanted) > MEMBER_LIMIT:
        message = f"The zip archive holds {len(wanted)} PDFs; those after the first {MEMBER_LIMIT} were left out. Split it."
        yield _rejected(label, "discover.too_many", message, path)
    unpacked = 0
    for info in wanted[:MEMBER_LIMIT]:
        unpacked += info.file_size
        yield _member(path, f"{label}!{_written(info.filename)}", info, unpacked)


def _member(path: Path, label: str, info: zipfile.ZipInfo, unpacked: int) -> Found | Rejected:
    """Return a member of a zip archive that takes `unpacked` bytes together with those before it."""
    if info.filename.lower().endswith(".zip"):
        return _rejected(
            label, "discover.nested_zip", "It is an archive within an archive and was not opened. Unpack it first.", path
        )
    if info.flag_bits & 1:
        return _rejected(
            label, "discover.encrypted_zip", "The zip archive is encrypted. Unpack it with its password first.", path
        )
    if info.file_size > FILE_LIMIT:
        return _rejected(label, "discover.too_large", _too_large(info.file_size), path)
    if unpacked > ARCHIVE_LIMIT:
        message = f"Unpacked, the zip archive takes more than {ARCHIVE_LIMIT // 1024**3} GB; the rest was left out. Split it."
        return _rejected(label, "discover.archive_too_large", message, path)
    return Found(label, _base(info.filename), f"{place_of(path)}!{_written(info.filename)}", _member_loader(path, info))


def _member_loader(path: Path, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            with zipfile.ZipFile(path) as archive, archive.open(info) as member:
                return member.read(FILE_LIMIT)
        except DAMAGE as error:
            msg = f"{path.name}!{info.filename}: {error}"
            raise OSError(msg) from error

    return load


def place_of(path: Path) -> str:
    """Return the full path of a file or folder as text; links are kept as they are."""
    return _written(os.path.abspath(path))  # noqa: PTH100  # Path.resolve would follow links


def _written(name: str) -> str:
    """Return a file name as text that can be kept and shown; bytes that are no UTF-8 become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _base(label: str) -> str:
    return Path(label.rsplit("!", 1)[-1]).name or label


def _too_large(size: int) -> str:
    return f"The file has {size} bytes; at most {FILE_LIMIT} are read. Split it."


def _rejected(label: str, code: str, message: str, path: Path) -> Rejected:
    return Rejected(label, _base(label), Problem(code=code, message=message, severity="fatal"), place_of(path))
