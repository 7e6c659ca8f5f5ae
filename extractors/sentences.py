"""What one amount in a sentence or a statement line is about: concept, subject, year, scenario, change, direction.

A wrong concept is worse than none, since reconciliation accuses on it: where the words near the amount do not decide, the
concept is None and the sentence itself is the only description.
"""

from __future__ import annotations

import datetime as dt
import re

from extractors import cues
from extractors.amounts import FoundAmount
from extractors.context import DocumentContext
from extractors.dates import find_dates, find_years
from extractors.passages import Passage
from extractors.payers import CONTRIBUTIONS, one_of_both, payer_beside, whose_share
from schemas.figure import Scenario
from schemas.record import Record

CERTAIN, LIKELY, UNKNOWN = 0.9, 0.75, 0.5
"""Confidence of a meaning with its year printed, with its year from the surroundings, and of none."""
_FAR = 90
"""Characters between a phrase and the amount that it may still name."""
_CLOSE = 40
"""Characters after an amount in which a scenario may still be named."""
_AFTER = cues.cue(r"^\s(?:(?:i|av|till|för|som)\s(?:\w+\s){0,2})?$")


class Meaning(Record):
    """What an amount is about."""

    concept: str | None = None
    """Concept of the chart."""
    subject: str | None = None
    """Initiative or unit."""
    fiscal_year: int | None = None
    """Year."""
    day: dt.date | None = None
    """The date of a balance."""
    first_day: dt.date | None = None
    """First day of a period that is not the year."""
    last_day: dt.date | None = None
    """Last day of it."""
    scenario: Scenario | None = None
    """Budget, outcome, ..."""
    change: bool = False
    """A change, not a level."""
    deficit: bool = False
    """True where the words say that the amount is below zero; its printed sign stays."""
    surplus: bool = False
    """True where it is what a committee has left of its budget."""
    confidence: float = UNKNOWN
    """How sure this is."""


class Place(Record):
    """An amount in its sentence: the text around it, cut at its neighbours; all of it folded (`cues.folded`)."""

    before: str
    """From the amount before it (or the start) to the amount."""
    after: str
    """From the amount to the next one (or the end)."""
    start: str
    """The whole sentence up to the amount."""
    sentence: str
    """The whole sentence."""


def place_of(text: str, amounts: tuple[FoundAmount, ...], index: int) -> Place:
    """Cut the sentence around its amount number `index`."""
    text = cues.folded(text)
    found = amounts[index]
    last = amounts[index - 1].end if index else 0
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    return Place(before=text[last : found.start], after=text[found.end : following], start=text[: found.start], sentence=text)


def meaning_of(found: FoundAmount, place: Place, passage: Passage, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Say what an amount in a sentence is about.

    Args:
        found: the amount.
        place: the text around it.
        passage: the sentence, with its headings.
        context: the document.
        previous: what the amount before it (in this sentence, or in the one before of the same paragraph) is about.
    """
    if found.amount.unit in {"count", "ratio"} or cues.RATE.match(place.after):
        year = _printed_year(place, context) or surrounding_year(passage, context)
        said = _scenario(place) or ("requested" if cues.APPLIED.search(cues.folded(found.counted)) else None)
        return _measured(Meaning(scenario=said, fiscal_year=year), place, context)
    if found.amount.unit == "percent":
        share = _share(place, context, previous)
        year = share.fiscal_year or surrounding_year(passage, context)
        whose = whose_share(passage.text, place.before, found.end) if share.concept is None else None
        return _measured(share.model_copy(update={"fiscal_year": year, "subject": whose}), place, context)
    change = _is_change(place)
    concept = None if cues.HYPOTHETICAL.search(place.sentence) else _concept(place, previous, change=change)
    year = _printed_year(place, context, change=change)
    if change and concept and previous and concept == previous.concept and year is None:
        year = previous.fiscal_year
    meaning = Meaning(
        concept=concept,
        fiscal_year=year,
        scenario=_scenario(place.model_copy(update={"start": place.before}) if concept == "resources.total" else place),
        change=change,
        deficit=not change and _is_loss(place, concept),
        confidence=CERTAIN if concept else UNKNOWN,
    )
    return _settled(meaning, place, passage, context, previous)


def _measured(meaning: Meaning, place: Place, context: DocumentContext) -> Meaning:
    """Take a share or a count in a report for an outcome unless the sentence speaks of a goal."""
    reports = context.kind in {"annual_report", "interim_report"}
    limit = (meaning.concept or "").endswith("target")
    if meaning.scenario or not reports or limit or cues.RATE.match(place.after) or _is_goal(place):
        return meaning
    return meaning.model_copy(update={"scenario": "outcome"})


def _is_goal(place: Place) -> bool:
    """Tell whether a sentence says of the amount what should be, not what is; a goal that was reached is measured."""
    aim = cues.AIM.search(place.sentence) is not None and not cues.REACHED.search(place.sentence)
    clause = f"{place.start} ... {place.after.split(',')[0]}"
    return aim or cues.GOAL.search(clause) is not None or cues.THE_AIM.search(place.before) is not None


def _settled(meaning: Meaning, place: Place, passage: Passage, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Settle equity and payer, and fill in year and scenario from the surroundings."""
    if meaning.concept == "equity":
        meaning = _equity(meaning, place, context, previous)
    elif meaning.concept == "income.contributions":
        meaning = meaning.model_copy(update={"concept": _payer(place)})
    elif meaning.concept == "result.year":
        meaning = _result(meaning, place)
    elif meaning.concept == "result.remaining" and meaning.scenario != "forecast":
        meaning = meaning.model_copy(update={"scenario": "budget"})
    if meaning.fiscal_year is None:
        year = surrounding_year(passage, context)
        meaning = meaning.model_copy(update={"fiscal_year": year, "confidence": min(meaning.confidence, LIKELY)})
    return meaning.model_copy(update={"scenario": usual_scenario(meaning.scenario, meaning, context)})


def _concept(place: Place, previous: Meaning | None, *, change: bool) -> str | None:
    """Return the concept of the phrase nearest before the amount, else of one right after it, else what goes on."""
    nearest = _nearest(place.before)
    if cues.LIMIT.search(place.before) and (nearest is None or nearest[0] != "equity"):
        return "equity" if previous is not None and _of_equity(previous) else None
    if nearest is not None:
        name, rest = nearest
        paid_out = name == "income.contributions" and cues.PAID_OUT.match(rest)
        if cues.BREAK.search(rest) or len(rest) > _FAR or paid_out:
            return None
        return name if name != "cost.total" or _is_whole_budget(place) else None
    for name, pattern in cues.CONCEPTS:
        match = pattern.search(place.after)
        if match is not None and _AFTER.match(place.after[: match.start()]):
            return name
    if not change and payer_beside(place.before, place.after) and _of_contributions(place, previous):
        return CONTRIBUTIONS
    return _carried_on(place, previous, change=change) if previous is not None and previous.concept else None


def _of_contributions(place: Place, previous: Meaning | None) -> bool:
    """Tell whether contributions were spoken of before: in this sentence, or by the amount before."""
    spoken = _nearest(place.start)
    return (spoken is not None and spoken[0] == CONTRIBUTIONS) or (
        previous is not None and (previous.concept or "").startswith(CONTRIBUTIONS)
    )


def _nearest(text: str) -> tuple[str, str] | None:
    """Return the concept named last in `text`, and what follows it; phrases for a whole (`av driftbidraget`) do not count."""
    found = [
        (match.end(), name, text[match.end() :])
        for name, pattern in cues.CONCEPTS
        for match in pattern.finditer(text)
        if not cues.PARTITIVE.search(text[: match.start()])
    ]
    return max(found)[1:] if found else None


def _carried_on(place: Place, previous: Meaning, *, change: bool) -> str | None:
    """Return the concept of the amount before where the sentence goes on about it (`vilket är en minskning med ...`)."""
    concept = previous.concept or ""
    of_equity = _of_equity(previous)
    if _is_held_against(place) and not previous.change:
        return "equity" if of_equity else concept
    if change:
        goes_on = cues.cue(r"\b(?:vilket|detta|det)\s\w+|,\sen\s\w+").search(place.before) is not None
        return ("equity" if of_equity else concept) if goes_on else None
    if of_equity and cues.cue(r"\b(?:arbeta\w*|minska\w*)\s(?:ned\s|ner\s)?till\b").search(place.before):
        return "equity"
    if concept.startswith("income.contributions"):
        total = cues.cue(r"\W*(?:totalt|sammanlagt|tillsammans|med\b.*\bblir\sdet)\b").match(place.start)
        return "income.contributions" if total and cues.PARTY.search(place.start) else None
    return None


def _is_held_against(place: Place) -> bool:
    """Tell whether an amount is that of the year before, beside the one before it (`, att jämföra med 2 mnkr föregående år`)."""
    beside = place.before != place.start and cues.HELD_AGAINST.search(place.before) is not None
    return beside and cues.LAST_YEAR.search(re.split(r"[,;(]", place.after)[0]) is not None


def _of_equity(meaning: Meaning) -> bool:
    return (meaning.concept or "").startswith(("equity.", "ratio.equity"))


def _is_change(place: Place) -> bool:
    if cues.AND_SO.search(place.before) and cues.RAISED_BY.search(place.start):
        return True
    match = next(reversed(list(cues.CHANGE.finditer(place.before))), None)
    return match is not None and cues.CHANGE_AMOUNT.search(place.before[match.end() :]) is not None


def _is_loss(place: Place, concept: str | None) -> bool:
    return concept == "result.year" and cues.LOSS.search(place.before) is not None


def _is_whole_budget(place: Place) -> bool:
    """Tell whether `budgeterar X kr` is about all costs, not about one purpose."""
    if cues.TOTAL.search(place.start) or cues.cue(r"kostnad").search(place.start):
        return True
    return (
        not cues.cue(r"\s(?:för|till)\s").match(place.after)
        or cues.cue(r"styrning|förvaltning|administration").search(place.after) is not None
    )


def _payer(place: Place) -> str | None:
    """Tell whose contribution it is: the state's, a municipality's, a region's, or all together."""
    around = f"{place.before} {place.after.split(',')[0]}"
    everybody = cues.TOTAL.search(around) is not None
    beside = payer_beside(place.before, place.after)
    if beside is not None and not everybody:
        return beside
    if cues.STATE.search(place.before) and not everybody:
        return "income.contributions.state"
    payer = cues.PAYER.search(around)
    if payer is None or everybody:
        return "income.contributions"
    if one_of_both(place.before, place.after):
        return None  # one of them, or both together
    kind = (payer["from"] or payer["does"] or payer["whose"]).lower()
    return "income.contributions.municipality" if kind == "kommun" else "income.contributions.region"


def _result(meaning: Meaning, place: Place) -> Meaning:
    """Keep a result as the body's own only where the sentence says so."""
    if meaning.scenario == "variance":
        return meaning.model_copy(update={"concept": None, "confidence": UNKNOWN})
    if cues.PART_OF_BODY.search(place.start) or not cues.WHOLE_BODY.search(place.sentence):
        return meaning.model_copy(update={"concept": None, "confidence": UNKNOWN})
    return meaning


def _equity(meaning: Meaning, place: Place, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Tell opening, closing and target equity apart, and their year; without a sign of either there is no concept."""
    if meaning.change:
        return meaning.model_copy(update={"concept": "equity.closing"})
    if cues.TARGET.search(place.start):
        return meaning.model_copy(update={"concept": "equity.target", "scenario": None})
    day = next((found.date for found in reversed(find_dates(place.before))), None)
    if day is not None and (day.month, day.day) in {(1, 1), (12, 31)}:
        concept = "equity.opening" if day.month == 1 else "equity.closing"
        return meaning.model_copy(update={"concept": concept, "fiscal_year": day.year, "day": day})
    around = f"{place.before}{place.after.split(',')[0]}"
    opening, closing = cues.OPENING.search(around), cues.CLOSING.search(around)
    if opening or closing or _years(around):
        return meaning.model_copy(update={"concept": "equity.opening" if opening else "equity.closing"})
    return meaning.model_copy(update=_undated_equity(meaning, place, context, previous))


def _undated_equity(meaning: Meaning, place: Place, context: DocumentContext, previous: Meaning | None) -> dict[str, object]:
    """Read equity at the end of a year: one that an annual report states, or a budget or result moves (`sjunker då till`)."""
    if (
        context.kind == "annual_report"
        and meaning.fiscal_year in {None, context.fiscal_year}
        and cues.HAS_EQUITY.search(place.before)
    ):
        return {"concept": "equity.closing"}
    if cues.MOVES.search(place.before):
        if previous is not None and previous.concept == "result.year" and previous.scenario in {"budget", "forecast"}:
            return {"concept": "equity.closing", "scenario": previous.scenario, "fiscal_year": previous.fiscal_year}
        if cues.cue(r"budget").search(place.start):
            return {"concept": "equity.closing", "scenario": "budget", "fiscal_year": context.fiscal_year}
    return {"concept": None, "confidence": UNKNOWN}


def _share(place: Place, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Read a percentage: equity in relation to the contributions of the year, or its limit; anything else has no concept."""
    of_contributions = cues.cue(r"\sav\s(?:\w+\s){0,2}\w*(?:bidrag|tilldel|medlems)\w*").match(place.after)
    change = _is_change(place)
    year = _printed_year(place, context, change=change)
    equity = cues.EQUITY.search(place.start) is not None or (previous is not None and _of_equity(previous))
    if change or not equity or not (of_contributions or cues.cue(r"överstig").search(place.before)):
        return Meaning(fiscal_year=year, change=change, scenario=_scenario(place))
    limit = cues.cue(r"\b(?:överstig\w*|understig\w*|mindre\sän|högst|maximalt|under)\b").search(place.before)
    concept = "ratio.equity_target" if limit else "ratio.equity_share"
    said = _scenario(place)
    if (
        previous is not None
        and previous.concept == "equity.closing"
        and cues.cue(r"\b(?:motsvarar|är|utgör)\s$").search(place.before)
    ):
        said, year = previous.scenario, previous.fiscal_year
    return Meaning(concept=concept, fiscal_year=year or context.fiscal_year, scenario=said, confidence=LIKELY)


def _printed_year(place: Place, context: DocumentContext, *, change: bool = False) -> int | None:
    """Return the year that the sentence gives for the amount: near before it, right after it, or earlier in the sentence.

    A change of `2025 års nivå` is not of 2025.
    """
    if change and cues.BASE_YEAR.search(place.before):
        return None
    beside = cues.YEAR_BESIDE.match(place.after)
    if beside is not None:
        return int(beside["year"])
    near_after = re.split(r"[,;(]", place.after)[0]
    after = _years(near_after[:60])
    close = [year for year, lead in after if cues.cue(r"\b(?:för|under|avseende|inför|år|verksamhetsåret)\s$").search(lead)]
    claimed = cues.YEAR_BESIDE.match(place.before) if place.before != place.start else None  # by the amount before
    before = _years(place.before[claimed.end() :] if claimed else place.before)
    before_that = cues.cue(r"(?:föregående|föreg\.?|förra)\s(?:års?|året)\W*$").search(place.before) is not None and not before
    if (cues.LAST_YEAR.search(near_after) and before) or before_that or _is_held_against(place):
        held = before or (() if before_that else _years(place.start))
        year = held[-1][0] if held else context.fiscal_year
        return None if year is None else year - 1
    for years in (before, [(year, "") for year in close], after, _years(place.start)):
        if years:
            return years[-1][0] if years is before else years[0][0]
    return None


def _years(text: str) -> list[tuple[int, str]]:
    """Return the single years in `text` with what stands before them, without those that are only compared with."""
    return [
        (found.first, text[: found.start])
        for found in find_years(text)
        if found.first == found.last and not cues.REFERENCE.search(text[: found.start])
    ]


def surrounding_year(passage: Passage, context: DocumentContext) -> int | None:
    """Return the year of the title or the nearest heading that has exactly one, else the document's."""
    for text in (passage.title, *passage.headings):
        years = find_years(text)
        if years:
            return years[-1].last if len(years) == 1 and years[0].first == years[0].last else context.fiscal_year
    return context.fiscal_year


def _scenario(place: Place) -> Scenario | None:
    """Return the scenario named nearest before the amount, else the first one close after it; a variance goes first."""
    held = cues.AGAINST_BUDGET.search(place.before)
    if held is not None:
        return "variance" if cues.SHORT_OF_BUDGET.search(place.before[: held.start()]) else "budget"
    if cues.OF_TOTAL.search(place.start):
        return "requested"
    name, variance = cues.SCENARIOS[0]
    following = "" if cues.AGAINST_BUDGET.search(place.after) else place.after.split(",")[0]
    if variance.search(place.before) or variance.search(following):
        return name
    before = [(match.end(), name) for name, pattern in cues.SCENARIOS[1:] for match in pattern.finditer(place.start)]
    clause = cues.cue(r",| och | \+ |;").split(place.after)[0][:_CLOSE]
    after = [(match.start(), name) for name, pattern in cues.SCENARIOS[1:] for match in pattern.finditer(clause)]
    if after and (not before or cues.BREAK.search(place.before) or place.after.startswith(")")):
        return min(after)[1]
    if cues.GIVEN.search(place.before) and cues.APPLICATION.search(place.start):
        return "granted"
    return max(before)[1] if before else _said_later(place)


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
    if year < of_document or concept == "equity.opening" or context.kind == "annual_report":
        return "outcome" if year <= of_document else None
    return None
