"""A whole made archive: bodies, years, documents, and the errors planted in some of them."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.made import cell_faults, document_faults  # noqa: F401  # they register the kinds of errors
from benchmarks.made.documents import documents_of
from benchmarks.made.drawing import Drawn
from benchmarks.made.faults import KINDS, Plant, Planted, plant
from benchmarks.made.realise import extraction_of
from benchmarks.made.world import make_world
from schemas.document import Extraction

FIRST_YEAR = 2016
FEW = 4
"""So much rarer are errors in minutes, which are many and offer few kinds."""


@dataclass
class MadeArchive:
    """Documents as they were read, and what is wrong in them."""

    extractions: list[Extraction] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)


def drawn_archive(
    bodies: int, years: int, share: float, seed: int = 1, scanned: float = 0.08
) -> Iterator[tuple[Drawn, Planted | None]]:
    """Yield documents, a share of them with one error each.

    Args:
        bodies: how many bodies.
        years: years of each, the first of which has no documents of its own.
        share: share of documents in which an error is planted.
        seed: the same seed gives the same archive.
        scanned: share of documents whose pages are images.
    """
    rng = random.Random(seed)  # noqa: S311  # a made archive, no secret
    waiting = deque(sorted(KINDS))
    for index in range(bodies):
        world = make_world(index + 1000 * seed, FIRST_YEAR, years)
        for drawn in documents_of(world):
            drawn.scanned = rng.random() < scanned
            chance = share / FEW if drawn.kind == "minutes" else share
            found = _planted(waiting, Plant(rng, world, drawn)) if rng.random() < chance else None
            yield found or (drawn, None)


def _planted(waiting: deque[str], where: Plant) -> tuple[Drawn, Planted] | None:
    """Plant the kind that has waited longest of those for which the document has a place."""
    for name in tuple(waiting):
        found = plant(name, where)
        if found:
            waiting.remove(name)
            waiting.append(name)
            return found
    return None


def make_archive(bodies: int, years: int, share: float, seed: int = 1) -> MadeArchive:
    """Return a made archive; see `drawn_archive`."""
    made = MadeArchive()
    for drawn, planted in drawn_archive(bodies, years, share, seed):
        made.extractions.append(extraction_of(drawn))
        if planted:
            made.planted.append(planted)
    return made
