"""Find the PDFs in files, folders (recursive) and zip archives, in an order that depends on their names alone."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from schemas.problem import Problem
from schemas.record import stable_id

MEMBER_LIMIT = 512 * 1024 * 1024
"""Bytes: a larger member of a zip archive is not unpacked."""


@dataclass(frozen=True)
class Found:
    """A file that claims to be a PDF; `load` reads its bytes when they are wanted."""

    source_path: str
    """Relative to what the user named; `archive.zip!inner/path.pdf` inside a zip."""
    file_name: str
    """Base name."""
    load: Callable[[], bytes]
    """Reads the bytes; OSError when that fails."""


@dataclass(frozen=True)
class Rejected:
    """A path that gave nothing to read, with the reason."""

    source_path: str
    file_name: str
    problem: Problem

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
    elif path.suffix.lower() == ".zip":
        yield from _from_zip(path, path.name)
    else:
        yield Found(path.name, path.name, path.read_bytes)


def _from_folder(folder: Path) -> Iterator[Found | Rejected]:
    """Walk a folder; links to folders are not followed."""
    seen = False
    for path in sorted(folder.rglob("*")):
        label = path.relative_to(folder).as_posix()
        suffix = path.suffix.lower()
        if suffix not in {".pdf", ".zip"} or not path.is_file():
            continue
        seen = True
        if suffix == ".zip":
            yield from _from_zip(path, label)
        else:
            yield Found(label, path.name, path.read_bytes)
    if not seen:
        yield _rejected(folder.name or str(folder), "discover.no_pdf", "The folder holds no PDF (and no zip archive).")


def _from_zip(path: Path, label: str) -> Iterator[Found | Rejected]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if info.filename.lower().endswith(".pdf") and not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        yield _rejected(label, "discover.bad_zip", f"The zip archive cannot be opened ({error}). Unpack it and name the folder.")
        return
    if not members:
        yield _rejected(label, "discover.no_pdf", "The zip archive holds no PDF.")
    for info in members:
        inner = f"{label}!{info.filename}"
        if info.flag_bits & 1:
            yield _rejected(inner, "discover.encrypted_zip", "The zip archive is encrypted. Unpack it with its password first.")
        elif info.file_size > MEMBER_LIMIT:
            yield _rejected(inner, "discover.too_large", f"Unpacked it takes {info.file_size} bytes; at most {MEMBER_LIMIT}.")
        else:
            yield Found(inner, Path(info.filename).name, _member_loader(path, info.filename))


def _member_loader(path: Path, name: str) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            with zipfile.ZipFile(path) as archive, archive.open(name) as member:
                return member.read(MEMBER_LIMIT)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            msg = f"{path.name}!{name}: {error}"
            raise OSError(msg) from error

    return load


def _rejected(label: str, code: str, message: str) -> Rejected:
    return Rejected(label, Path(label.rsplit("!", 1)[-1]).name, Problem(code=code, message=message, severity="fatal"))
