"""What one amount in a sentence or a statement line is about: concept, subject, year, scenario, change, direction.

A wrong concept is worse than none, since reconciliation accuses on it: where the words near the amount do not decide, the
concept is None and the sentence itself is the only description.
"""

from __future__ import annotations

from extractors.figures.context import DocumentContext
from extractors.prose import cues
from extractors.prose.comparisons import difference
from extractors.prose.meaning import CERTAIN, LIKELY, UNKNOWN, Meaning, Place
from extractors.prose.passages import Passage
from extractors.prose.payers import CONTRIBUTIONS, one_of_both, payer_beside, whose_share
from extractors.prose.sentence_scenarios import scenario_of, usual_scenario
from extractors.prose.sentence_years import is_held_against, printed_year, surrounding_year, years_in
from extractors.values.amounts import FoundAmount
from extractors.values.dates import find_dates

_FAR = 90
"""Characters between a phrase and the amount that it may still name."""
_AFTER = cues.cue(r"^\s(?:(?:i|av|till|för|som)\s(?:\w+\s){0,2})?$")


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
        year = printed_year(place, context) or surrounding_year(passage, context)
        said = scenario_of(place) or ("requested" if cues.APPLIED.search(cues.folded(found.counted)) else None)
        return _measured(Meaning(scenario=said, fiscal_year=year), place, context)
    if found.amount.unit == "percent":
        share = _share(place, context, previous)
        year = share.fiscal_year or surrounding_year(passage, context)
        whose = whose_share(passage.text, place.before, found.end) if share.concept is None else None
        return _measured(share.model_copy(update={"fiscal_year": year, "subject": whose}), place, context)
    change = _is_change(place)
    concept = None if cues.HYPOTHETICAL.search(place.sentence) else _concept(place, previous, change=change)
    year = printed_year(place, context, change=change)
    if change and concept and previous and concept == previous.concept and year is None:
        year = previous.fiscal_year
    meaning = Meaning(
        concept=concept,
        fiscal_year=year,
        scenario=scenario_of(place.model_copy(update={"start": place.before}) if concept == "resources.total" else place),
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
    now_at = previous.change and cues.NOW_AT.match(place.before)
    if now_at or (is_held_against(place) and not previous.change):
        return "equity" if of_equity else concept
    if not of_equity and not previous.change and _is_of_another_year(place):
        return concept
    if change:
        goes_on = cues.cue(r"\b(?:vilket|detta|det)\s\w+|,\sen\s\w+").search(place.before) is not None
        return ("equity" if of_equity else concept) if goes_on else None
    if of_equity and cues.cue(r"\b(?:arbeta\w*|minska\w*)\s(?:ned\s|ner\s)?till\b").search(place.before):
        return "equity"
    if concept.startswith("income.contributions"):
        total = cues.cue(r"\W*(?:totalt|sammanlagt|tillsammans|med\b.*\bblir\sdet)\b").match(place.start)
        return "income.contributions" if total and cues.PARTY.search(place.start) else None
    return None


def _is_of_another_year(place: Place) -> bool:
    """Tell whether an amount right after another one is the same thing in another year (`, jämfört med 4 mnkr 2023`)."""
    if place.before == place.start:
        return False
    claimed = cues.YEAR_BESIDE.match(place.before)
    between = place.before[claimed.end() :] if claimed else place.before
    dated = cues.HELD_AGAINST.search(between) is not None and cues.YEAR_BESIDE.match(place.after) is not None
    return dated or cues.OF_LAST_YEAR.search(between) is not None


def _of_equity(meaning: Meaning) -> bool:
    return (meaning.concept or "").startswith(("equity.", "ratio.equity"))


def _is_change(place: Place) -> bool:
    held_against = difference(place.before, place.after)
    if held_against is not None:
        return held_against == "change"
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
    if opening or closing or years_in(around):
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
    year = printed_year(place, context, change=change)
    equity = cues.EQUITY.search(place.start) is not None or (previous is not None and _of_equity(previous))
    if change or not equity or not (of_contributions or cues.cue(r"överstig").search(place.before)):
        return Meaning(fiscal_year=year, change=change, scenario=scenario_of(place))
    limit = cues.cue(r"\b(?:överstig\w*|understig\w*|mindre\sän|högst|maximalt|under)\b").search(place.before)
    concept = "ratio.equity_target" if limit else "ratio.equity_share"
    said = scenario_of(place)
    if (
        previous is not None
        and previous.concept == "equity.closing"
        and cues.cue(r"\b(?:motsvarar|är|utgör)\s$").search(place.before)
    ):
        said, year = previous.scenario, previous.fiscal_year
    return Meaning(concept=concept, fiscal_year=year or context.fiscal_year, scenario=said, confidence=LIKELY)
