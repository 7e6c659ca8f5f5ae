"""Minutes of a meeting, whole or as an extract of one paragraph. A proposal to a meeting is no minutes."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "minutes"

SIGNS = (
    Sign(where="title", pattern=r"^.{0,40}\b(?:\w*protokoll|protokollsutdrag|utdrag ur protokoll\w*)\b(?! fran)", weight=5),
    Sign(where="title", pattern=r"\b(?:motes|minnes)anteckningar\b", weight=4),
    Sign(where="opening", pattern=r"\b(?:sammantrades?(?:datum|tid|plats)|plats och tid|motestid|tid och plats)\b", weight=2),
    Sign(where="opening", pattern=r"\b(?:beslutande|narvarande|deltagande|narvarolista|tjanstgorande)\b", weight=1.5),
    Sign(where="text", pattern=r"\b(?:justera(?:re|nde)|utses att justera|till justerare|justeras?)\b", weight=1.5),
    Sign(where="heading", pattern=r"^§+ ?\d+", weight=3),
    Sign(where="text", pattern=r"^§+ ?\d+", weight=1.5),
    Sign(where="heading", pattern=r"^(?:\w+ )?beslut(?:et)?$", weight=1.5),
    Sign(
        where="text",
        pattern=r"\b(?:beslutar|beslutade|beslot|beslots) att\b|\b(?:styrelsen|namnden|direktionen) beslutar\b",
        weight=1,
    ),
    Sign(where="furniture", pattern=r"\bprotokoll\b|utdragsbestyrkande|signatur|sammantradesdatum", weight=1.5),
    Sign(where="title", pattern=r"\btjansteskrivelse|tjansteutlatande|\bkallelse\b|foredragningslista|dagordning$", weight=-5),
    Sign(where="opening", pattern=r"^(?:handlaggare|forslag till beslut)\b", weight=-2),
    Sign(where="file", pattern=r"\bprotokoll", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for minutes, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: nothing is certain in minutes."""
    del year, fiscal_year
    return None
