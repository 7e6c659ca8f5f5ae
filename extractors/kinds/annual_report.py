"""Annual report or year-end accounts of a body or of one of its committees."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "annual_report"

SIGNS = (
    Sign(where="title", pattern=r"\b(?:ars(?:redovisning|bokslut|rapport|berattelse)\w*|helarsbokslut)\b", weight=5),
    Sign(where="title", pattern=r"\b(?:verksamhetsberattelse|bokslut)\b", weight=3),
    Sign(where="furniture", pattern=r"\bars(?:redovisning|bokslut|rapport|berattelse)\b", weight=2.5),
    Sign(where="heading", pattern=r"\bforvaltningsberattelse\b", weight=3),
    Sign(where="heading", pattern=r"\bresultatrakning\b", weight=2),
    Sign(where="heading", pattern=r"\bbalansrakning\b", weight=2),
    Sign(where="heading", pattern=r"\b(?:kassaflodesanalys|finansieringsanalys)\b", weight=1),
    Sign(where="heading", pattern=r"\b(?:noter|redovisningsprinciper|driftredovisning|investeringsredovisning)\b", weight=1),
    Sign(where="heading", pattern=r"\b(?:verksamhetsberattelse|arets (?:handelser|resultat|verksamhet))\b", weight=1),
    Sign(where="text", pattern=r"\b(?:arsredovisningen|rakenskapsaret|verksamhetsaret|arets resultat)\b", weight=1, least=2),
    Sign(where="text", pattern=r"\b(?:forvaltningsberattelse|resultatrakning|balansrakning)\b", weight=1.5, least=2),
    Sign(where="title", pattern=r"\b(?:delars|halvars|manads|tertial|kvartals)\w*", weight=-4),
    Sign(where="title", pattern=r"\b(?:revision\w*|granskning\w*|budget|verksamhetsplan|plan)\b", weight=-2),
    Sign(where="opening", pattern=r"^(?:handlaggare|tjansteskrivelse|tjansteutlatande)\b", weight=-3),
    Sign(where="file", pattern=r"\b(?:arsredovisning|bokslut|arsbokslut)", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for an annual report, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: the outcome of that year; the year after the report's is its budget."""
    return "budget" if fiscal_year is not None and year > fiscal_year else "outcome"
