"""An annex that stands in its own file and is none of the other kinds: lists, forms, maps, letters."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "attachment"

SIGNS = (
    Sign(where="opening", pattern=r"^bilaga(?: ?(?:nr\.?)? ?[\da-h]{1,2})?\b[:.]?", weight=4),
    Sign(where="furniture", pattern=r"^bilaga(?: ?(?:nr\.?)? ?[\da-h]{1,2})?\b", weight=2.5),
    Sign(
        where="title",
        pattern=r"\b(?:narvarolista|omrostningslista|voteringslista|sandlista|deltagarlista|delegationslista)\b",
        weight=4,
    ),
    Sign(where="title", pattern=r"^(?:sammanstallning|underlag|presentation|enkatsvar|forteckning)\b", weight=2.5),
    Sign(where="file", pattern=r"\bbilaga\b", weight=0.75),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for an annex, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: nothing is certain in an annex."""
    del year, fiscal_year
    return None
