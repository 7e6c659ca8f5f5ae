"""The scenario of an amount whose words name none, where the kind of document, the year and the verb decide it.

`Eget kapital uppgår till 900 tkr` in an annual report happened; `Grön väg: 300 tkr` in the plan of that year is its budget;
`Periodens resultat uppgår till 2 mnkr` in an interim report is the outcome of that period. A sentence about what is proposed,
expected, wished for or allowed decides nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from extractors.figures.context import DocumentContext
from extractors.prose import cues
from extractors.prose.meaning import Meaning, Place
from extractors.values.amounts import FoundAmount
from schemas.figure import Scenario

_OPEN = cues.cue(
    r"""\b(?:föresl\w*|förslag\w*|beräkna\w*|bör|skulle|kan|kunde|får\sinte|ska|skall|måste|behöv\w*|behov\w*|önska\w*|\w*prognos\w*|förvänta\w*|väntas
        |räkna[rs]?\smed|uppskatta\w*|bedöm\w*|planera\w*|\w*budget\w*|mål|målet|målsättning\w*|högst|maximalt|minst|lägst|gräns\w*|tak|taket
        |överstig\w*|understig\w*|riktlinj\w*|policy\w*|rekommend\w*|ansök\w*|sökt\w*|äska\w*|avtal\w*|nästa|kommande|framöver|framtid\w*|exempel\w*
        |om\s(?:inte|man|förbundet|kommunen)|ifall|per\s(?:deltagare|person|månad|invånare|timme))\b""".replace("\n        ", "")
)
"""Words for what is not settled, or not of this body and year."""
_FORECAST = cues.cue(r"\w*prognos\w*")
_IS = cues.cue(
    r"\b(?:uppgår|uppgick|uppgått|är|var|blev|blivit|utgör|utgjorde|landa(?:r|de|t)|slutade|hamnade|kostade|(?:har|hade)\skostat|bidrog"
    r"|(?:har|hade)\sbidragit|fanns|redovisa(?:r|de|s|des)|visa(?:r|de)|förbrukade|använde)\b"
)
"""Verbs that state what is or was."""
_REPORTS = ("annual_report", "audit_report")
"""Kinds that tell of a year that is over; what another clause of a sentence plans says nothing of the amount."""
_PAST = cues.cue(r"\b(?:har|hade|fick|blev|var|uppgick|kostade|utgjorde|slutade|landade|\w+[^aeiouy\W]ades?)\b")
"""Signs that a sentence in a plan looks back."""
_GETS = cues.cue(
    r"\b(?:uppgår\still|är|omfattar|omsluter|kostar|får|erhåller|tilldelas|disponerar|finansieras|bidrar|bidraget\sblir)\b"
)
"""Verbs by which a plan says what its year costs and gets."""
_LABEL = cues.cue(r"^\W*[a-z][\w\s,/&()-]{2,60}:\s*$")
"""A label right before the amount."""
_BALANCE = cues.cue(
    r"kapital|behållning|saldo|likvid|\bkvar|sedan|tidigare|kassa|skuld|tillgång|fordran|fordring|överskott|underskott|resultat|utgående"
)
"""Levels and results, which a plan may tell of the past."""
_SO_FAR = cues.cue(r"\b(?:perioden(?:s)?|delåret(?:s)?|hittills|halvåret(?:s)?|tertialet(?:s)?|kvartalet(?:s)?)\b")
"""Signs that an interim report speaks of its own months."""


class Period(NamedTuple):
    """The days that an amount is about."""

    first: dt.date
    last: dt.date


def with_tense(meaning: Meaning, found: FoundAmount, place: Place, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Return what an amount is about with its scenario, and its period within the year, where these can be told.

    Args:
        meaning: what its words say.
        found: the amount.
        place: the text around it.
        context: the document.
        previous: what the amount before it is about.
    """
    if meaning.scenario == "granted" and cues.PROPOSED_GRANT.search(place.start):
        return meaning.model_copy(update={"scenario": None})
    if found.amount.unit != "SEK" or not found.unit_printed or meaning.fiscal_year is None or context.fiscal_year is None:
        return meaning
    if context.kind == "plan" and meaning.scenario == "forecast" and meaning.fiscal_year == context.fiscal_year:
        left = _BALANCE.search(place.before)  # of the year before
        said = left or _FORECAST.search(place.sentence)
        return meaning if said else meaning.model_copy(update={"scenario": "budget"})
    if context.kind == "interim_report":
        return _of_period(meaning, place, context, previous)
    told = f"{place.start} ... {place.after.split(',')[0]}" if context.kind in _REPORTS else place.sentence
    if meaning.scenario is None and not meaning.change and not _OPEN.search(told):
        return meaning.model_copy(update={"scenario": _said(meaning, place, context)})
    return meaning


def _said(meaning: Meaning, place: Place, context: DocumentContext) -> Scenario | None:
    year, own = meaning.fiscal_year or 0, context.fiscal_year or 0
    if context.kind == "plan" and year == own and not _BALANCE.search(place.before) and not _PAST.search(place.sentence):
        return "budget" if _LABEL.search(place.start) or _GETS.search(place.before) else None
    if context.kind in _REPORTS and year <= own:
        return "outcome" if _IS.search(place.before) else None
    return None


def _of_period(meaning: Meaning, place: Place, context: DocumentContext, previous: Meaning | None) -> Meaning:
    """Settle an amount that an interim report states for its months, or that of the same months of the year before."""
    own = context.fiscal_year
    if cues.HELD_AGAINST.search(place.before) and cues.LAST_YEAR.search(place.after):
        settled = previous is not None and previous.last_day is not None and meaning.concept == previous.concept
        period = _period(context, 1) if settled and previous is not None and previous.scenario == "outcome" else None
        if period is None:
            return meaning.model_copy(update={"concept": None})
        return meaning.model_copy(update={"scenario": "outcome", "first_day": period.first, "last_day": period.last})
    period = _period(context, 0)
    plain = meaning.scenario in {None, "outcome"} and not meaning.change and not _OPEN.search(place.start)
    if (
        period is None
        or not plain
        or meaning.fiscal_year != own
        or not (_SO_FAR.search(place.start) and _IS.search(place.before))
    ):
        return meaning
    return meaning.model_copy(update={"scenario": "outcome", "first_day": period.first, "last_day": period.last})


def _period(context: DocumentContext, years_back: int) -> Period | None:
    first, last = context.period_start, context.period_end
    if first is None or last is None or first.day != 1:
        return None
    day = last.day if (last.month, last.day) != (2, 29) or not years_back else last.day - 1
    return Period(first.replace(year=first.year - years_back), last.replace(year=last.year - years_back, day=day))
