"""Report of auditors: opinion on a year, or review of a matter."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "audit_report"

SIGNS = (
    Sign(
        where="title",
        pattern=r"\b(?:revisions(?:berattelse|rapport|redogorelse|pm)|granskningsrapport|gransknings(?:pm|redogorelse))\w*",
        weight=5,
    ),
    Sign(where="title", pattern=r"^(?:fordjupad |grundlaggande |oversiktlig |uppfoljande )?granskning av\b", weight=4),
    Sign(where="title", pattern=r"^granskning av (?:bokslut|arsredovisning|delarsrapport|arsbokslut)", weight=3),
    Sign(where="text", pattern=r"\bpa uppdrag av (?:de |\w+s? )?(?:fortroendevalda )?revisor", weight=2),
    Sign(
        where="furniture",
        pattern=r"\b(?:revisionsberattelse|revisionsrapport|stadsrevisionen|revisorerna|granskning av)\b",
        weight=2,
    ),
    Sign(where="heading", pattern=r"\b(?:revisions(?:berattelse|fraga|fragor|kriterier)|revisorernas?)\b", weight=2),
    Sign(where="text", pattern=r"\b(?:vi|revisorerna) (?:har granskat|bedomer|tillstyrker|rekommenderar)\b", weight=2, least=2),
    Sign(where="text", pattern=r"\bgod revisionssed\b|\bansvarsfrihet\b", weight=1.5),
    Sign(where="text", pattern=r"\brevis(?:or|ion)\w*", weight=1, least=8),
    Sign(where="title", pattern=r"\b(?:protokoll|tjansteskrivelse|yttrande over|svar pa)\b", weight=-2),
    Sign(where="opening", pattern=r"^(?:handlaggare|tjansteskrivelse|tjansteutlatande)\b", weight=-3),
    Sign(where="file", pattern=r"revisionsb|revisionsr|granskning", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for an audit report, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: nothing is certain in an audit report."""
    del year, fiscal_year
    return None
