"""Draw the report's pictures in worker processes, so that no page can hang or kill the program that writes the report.

All pictures of a document are drawn together in `DOCUMENT_SECONDS`; those of one that hangs or crashes, page by page in
`PAGE_SECONDS` each. What cannot be drawn gets no picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, wait
from functools import cache

from pipeline.report.crops import PdfCrops
from pipeline.sandbox import Sandbox
from pipeline.store import Store
from schemas.place import Box

DOCUMENT_SECONDS = 20.0
"""Time for all pictures of one document."""
PAGE_SECONDS = 3.0
"""Time for the pictures of one page, when those of the whole document took too long or crashed."""
RETRY_SECONDS = 30.0
"""Time for all pages that are drawn by themselves."""

Part = tuple[str, int, Box]
"""Document, page from 1, and box in points."""
Drawn = dict[Part, bytes | None]


class SandboxedCrops:
    """A `Crop` that hands out what `prepare` had drawn; anything else has no picture."""

    def __init__(self, store: str, sandbox: Sandbox) -> None:
        """Draw from the originals in `store`."""
        self._store, self._sandbox = store, sandbox
        self._drawn: Drawn = {}

    def __call__(self, document_id: str, page: int, box: Box) -> bytes | None:
        """Return the picture of a part of a page; None when there is none."""
        return self._drawn.get((document_id, page, box))

    def prepare(self, parts: Iterable[Part]) -> None:
        """Draw parts of pages, each once."""
        wanted = list(dict.fromkeys(parts))
        drawn, left = self._draw(_grouped(wanted, 1), DOCUMENT_SECONDS, None)
        again, _ = self._draw(_grouped(left, 2), PAGE_SECONDS, RETRY_SECONDS)
        self._drawn |= drawn | again

    def _draw(self, groups: Sequence[list[Part]], seconds: float, total: float | None) -> tuple[Drawn, list[Part]]:
        """Return what was drawn and the parts of the groups that failed; `total` seconds for all of them."""
        futures: list[Future[Drawn]] = [self._sandbox.submit(draw, self._store, group, seconds=seconds) for group in groups]
        _, late = wait(futures, timeout=total)
        for future in late:
            future.cancel()
        drawn: Drawn = {}
        failed: list[Part] = []
        for group, future in zip(groups, futures, strict=True):
            result, _ = self._sandbox.outcome(future, seconds)
            if result is None:
                failed += group
            else:
                drawn |= result
        return drawn, failed


def _grouped(parts: Iterable[Part], by: int) -> list[list[Part]]:
    """Return the parts in groups of one document (`by` 1) or one page (`by` 2)."""
    groups: dict[tuple[object, ...], list[Part]] = {}
    for part in parts:
        groups.setdefault(part[:by], []).append(part)
    return list(groups.values())


def draw(store: str, parts: Sequence[Part]) -> Drawn:
    """Draw parts of pages; runs in a worker."""
    crops = _crops(store)
    return {part: crops(*part) for part in parts}


@cache
def _crops(store: str) -> PdfCrops:
    """Keep the last few documents open from one task to the next."""
    return PdfCrops(Store(store).original)
