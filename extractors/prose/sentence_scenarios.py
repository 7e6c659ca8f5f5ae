"""The scenario of an amount in a sentence: named near it, said of it later, or usual for its kind of document."""

from __future__ import annotations

from extractors.figures.context import DocumentContext
from extractors.prose import cues
from extractors.prose.comparisons import difference
from extractors.prose.meaning import Meaning, Place
from schemas.figure import Scenario

_CLOSE = 40
"""Characters after an amount in which a scenario may still be named."""


def scenario_of(place: Place) -> Scenario | None:
    """Return the scenario named nearest before the amount, else the first one close after it; a variance goes first."""
    held = _held_against_budget(place)
    if held is not None:
        return held
    if cues.OF_TOTAL.search(place.start):
        return "requested"
    name, variance = cues.SCENARIOS[0]
    own = cues.OF_NEXT.sub("", place.after)
    following = "" if cues.AGAINST_BUDGET.search(place.after) else own.split(",")[0]
    if variance.search(place.before) or variance.search(following):
        return name
    before = [(match.end(), name) for name, pattern in cues.SCENARIOS[1:] for match in pattern.finditer(place.start)]
    clause = cues.cue(r",| och | \+ |;").split(own)[0][:_CLOSE]
    after = [(match.start(), name) for name, pattern in cues.SCENARIOS[1:] for match in pattern.finditer(clause)]
    spent = (
        place.before != place.start and cues.OF_BUDGET.match(place.start) is not None
    )  # `av budgeterade 900 tkr har 640 tkr använts`
    if after and (not before or spent or cues.BREAK.search(place.before) or place.after.startswith(")")):
        return min(after)[1]
    if cues.GIVEN.search(place.before) and cues.APPLICATION.search(place.start):
        return "granted"
    return max(before)[1] if before else _said_later(place)


def _held_against_budget(place: Place) -> Scenario | None:
    """Return what an amount is that stands beside a budget: the difference from it, or the budget itself."""
    if difference(place.before, place.after) == "variance":
        return "variance"
    held = cues.AGAINST_BUDGET.search(place.before)
    if held is None:
        return None
    return "variance" if cues.SHORT_OF_BUDGET.search(place.before[: held.start()]) else "budget"


def _said_later(place: Place) -> Scenario | None:
    """Return what became of the only amount of a sentence that ends with it (`En ansökan på 160 tkr ... drogs tillbaka`)."""
    later = cues.ASKED_OR_GRANTED_LATER.search(place.after)
    if later is None or not place.sentence.endswith(place.after):
        return None
    return "requested" if later["requested"] else "granted"


def usual_scenario(scenario: Scenario | None, meaning: Meaning, context: DocumentContext) -> Scenario | None:
    """Fill in a scenario from the kind of document: plans speak of budgets, annual reports of outcomes."""
    year, of_document, concept = meaning.fiscal_year, context.fiscal_year, meaning.concept
    if scenario == "budget" and context.kind == "plan" and year and of_document and year > of_document:
        return "plan"
    if scenario is not None or concept in {None, "equity.target"} or year is None or of_document is None:
        return scenario
    if context.kind == "plan":
        past = of_document - 1 - (concept == "equity.closing")  # plans are written in the year before
        if year < of_document:
            return "outcome" if year <= past and str(concept).startswith("equity.") else None
        return None if str(concept).startswith("ratio") else "budget" if year == of_document else "plan"
    if year < of_document or concept == "equity.opening" or context.kind in {"annual_report", "audit_report"}:
        return "outcome" if year <= of_document else None
    return None
