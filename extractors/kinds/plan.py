"""Plan and budget for one or more coming years."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "plan"

SIGNS = (
    Sign(
        where="title",
        pattern=r"\b(?:verksamhets|aktivitets|flerars|insats|ekonomi)plan(?:en|ering)?\b|\bekonomisk plan\b",
        weight=5,
    ),
    Sign(
        where="title", pattern=r"\b(?:mal och budget|\w*budget(?:forslag|en)?|budgetunderlag|driftbudget)(?! ?uppf)\b", weight=4
    ),
    Sign(where="title", pattern=r"\b(?:anslag|aska\w+|budgetram\w*)\b.{0,20}\b20\d\d|\bplan (?:for )?20\d\d", weight=4),
    Sign(where="furniture", pattern=r"\b(?:verksamhetsplan|budget)\b(?!uppf)", weight=2),
    Sign(
        where="heading",
        pattern=r"^[\d. ]*(?:budget|preliminar budget|budgetforslag|resursplan\w*)(?: (?:for )?20\d\d.*)?$",
        weight=2,
    ),
    Sign(
        where="heading",
        pattern=r"\b(?:verksamhetsplan|flerarsplan|planerad\w*|verksamhetsinriktning|verksamhetside)\b",
        weight=1.5,
    ),
    Sign(
        where="text",
        pattern=r"\b(?:verksamhetsplan\w*|planperiod\w*|budgetaret|planaren?|forslag till budget)\b",
        weight=1,
        least=2,
    ),
    Sign(where="text", pattern=r"\b(?:planeras|avsatts|budgeteras|kommer att|ska)\b", weight=0.5, least=10),
    Sign(
        where="title",
        pattern=r"\b(?:\w*uppfoljning\w*|utfall|delars\w*|\w*bokslut|arsredovisning\w*|protokoll|revision\w*)\b",
        weight=-3,
    ),
    Sign(where="text", pattern=r"^(?:preliminar |forslag till )?budget (?:for )?20\d\d(?: ?[-–,/].*)?$", weight=2),
    Sign(where="text", pattern=r"\bbudgeterar (?:forbundet|styrelsen|namnden)\b|\bplan(?: for)? 20\d\d", weight=1.5),
    Sign(where="heading", pattern=r"\b(?:delars\w*|forvaltningsberattelse|balansrakning)\b", weight=-2),
    Sign(where="opening", pattern=r"^(?:handlaggare|tjansteskrivelse|tjansteutlatande)\b", weight=-3),
    Sign(where="file", pattern=r"\b(?:verksamhetsplan|budget|plan)\b", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for a plan, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: budget of the first year, plan for later ones, outcome two years back.

    The year just before the plan's is itself a budget when the plan is written.
    """
    if fiscal_year is None:
        return None
    if year > fiscal_year:
        return "plan"
    return "budget" if year >= fiscal_year - 1 else "outcome"
