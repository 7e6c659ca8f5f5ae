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
    "pipeline/read*.py",
    "pipeline/ocr*.py",
)


@cache
def extractor_version() -> str:
    """Return `<package version>+<hash of the code and data that extractions depend on>`."""
    digest = hashlib.sha256()
    for part in _PARTS:
        for path in sorted(_ROOT.glob(part)):
            files = sorted(path.rglob("*")) if path.is_dir() else [path]
            for file in files:
                if file.is_file() and file.suffix not in {".pyc", ""}:
                    digest.update(file.relative_to(_ROOT).as_posix().encode())
                    digest.update(file.read_bytes())
    return f"{PACKAGE_VERSION}+{digest.hexdigest()[:12]}"
