"""The extractor's version: changes whenever code that can change an extraction changes."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PACKAGE_VERSION = "0.1.0"

_ROOT = Path(__file__).resolve().parent.parent
_PARTS = (
    "schemas",
    "extractors",
    "pipeline/repair",
    "pipeline/document.py",
    "pipeline/read.py",
    "pipeline/reading",
    "pipeline/ocr.py",
    "pipeline/recognition",
    "pipeline/arithmetic.py",
    "pipeline/columns_parted.py",
    "pipeline/judging",
    "pipeline/tools.py",
    "pipeline/worker.py",
    "pipeline/config.py",
)


@cache
def extractor_version() -> str:
    """Return `<package version>+<hash of the code and data that extractions depend on>`."""
    return f"{PACKAGE_VERSION}+{_hash(_PARTS)}"


@cache
def code_version() -> str:
    """Return a hash of all code that findings depend on: the extractor's and that of matching and rules."""
    return _hash(("schemas", "extractors", "pipeline"))


def _hash(parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    files = {file for part in parts for path in _ROOT.glob(part) for file in _files(path)}
    for file in sorted(files):
        digest.update(file.relative_to(_ROOT).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _files(path: Path) -> list[Path]:
    files = path.rglob("*") if path.is_dir() else [path]
    return [file for file in files if file.is_file() and "__pycache__" not in file.parts]
