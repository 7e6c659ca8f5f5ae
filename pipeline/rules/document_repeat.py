"""Pages that stand twice in one file, such as a signed copy with its originals, are read once.

No finding comes of it; the check says which pages were left out, so that nobody misses their figures.

By hand: pages 6 to 10 of a file are the scanned and signed pages 1 to 5: five checks, and each figure counts once.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.judging.outcome import About, Outcome, make_check
from schemas.archive import Archive, Settings

NAME = "document.repeat"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per page that repeats an earlier one."""
    for document in archive.counted:
        about = About(NAME, document.entity_id, document.classification.fiscal_year, document_id=document.document_id)
        for page, first in document.repeated_pages:
            told = f"page {page} repeats page {first} and is read once"
            yield Outcome(make_check(about, [document.document_id, page, first], "exact", explanation=told))
