"""Interim report: half-year, third, quarter or month; follow-up of a budget during the year."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "interim_report"

_NAMES = r"(?:delars|halvars|manads|tertial|kvartals|kvartal|budget)(?:\w*rapport\w*|bokslut\w*|\w*uppfoljning\w*|redovisning\w*)"
_FOLLOW_UP = (
    r"(?:ekonomisk (?:uppfoljning|(?:lages)?rapport|redogorelse)|uppfoljning av (?:ekonomi\w*|budget\w*|verksamhet\w*)"
    r"|uppfoljningsrapport|ekonomirapport|prognosrapport)"
)

SIGNS = (
    Sign(where="title", pattern=rf"\b{_NAMES}", weight=5),
    Sign(where="title", pattern=rf"\b{_FOLLOW_UP}", weight=3),
    Sign(where="furniture", pattern=rf"\b{_NAMES}", weight=2.5),
    Sign(where="heading", pattern=rf"\b{_NAMES}", weight=2),
    Sign(where="heading", pattern=rf"\b(?:{_FOLLOW_UP}|helarsprognos|driftsprognos|arsprognos|prognos)\b", weight=1),
    Sign(
        where="text",
        pattern=r"\b(?:prognos(?:en)?(?: for)? (?:hel)?aret?|helarsprognos\w*|prognos helar|arsprognos\w*)\b",
        weight=1.5,
    ),
    Sign(where="text", pattern=r"\b(?:forsta halvaret|under perioden|januari ?[-–] ?\w+|delars\w+)\b", weight=1, least=2),
    Sign(where="text", pattern=r"\bprognos\w*\b", weight=1, least=4),
    Sign(where="title", pattern=r"\b(?:protokoll|revisions?\w*|granskning\w*|tjansteskrivelse)\b", weight=-2),
    Sign(where="opening", pattern=r"^(?:handlaggare|tjansteskrivelse|tjansteutlatande)\b", weight=-3),
    Sign(where="file", pattern=r"delars|manadsuppf|tertial|halvar", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for an interim report, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: earlier years are outcomes, the year itself may be anything."""
    return "outcome" if fiscal_year is not None and year < fiscal_year else None
