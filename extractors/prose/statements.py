"""Lines that state one thing about an initiative or an account: `Medfinansiering: 827 000 kronor` under its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.figures.concepts import Chart
from extractors.figures.context import DocumentContext
from extractors.figures.titles import bare_title, is_general
from extractors.prose import cues
from extractors.prose.meaning import CERTAIN, LIKELY, Meaning
from extractors.prose.passages import Passage
from extractors.prose.sentence_scenarios import usual_scenario
from extractors.prose.sentence_years import surrounding_year
from extractors.values.amounts import FoundAmount
from extractors.values.dates import find_years
from schemas.figure import Scenario

INITIATIVE = "cost.initiative"
_SURE = 0.85
"""Score from which the chart decides what a label is."""
_ABOUT_INITIATIVE: tuple[tuple[Scenario, re.Pattern[str]], ...] = (
    ("variance", cues.NOT_USED),
    ("variance", cues.cue(r"avvik|återst|kvarvarande")),
    ("requested", cues.cue(r"\b(?:sökt|ansökt|äska|begärd)")),
    ("granted", cues.cue(r"\bbevilja|\btilldela|finansiering|förbundets\sinsats")),
    ("outcome", cues.cue(r"\bförbruka|\bupparbeta|\butfall|\brekvirera")),
    ("budget", cues.cue(r"\bbudget|\bavsatt|\bavsätt|\bram\b")),
)
_LONGEST, _LONGEST_BARE = 8, 5
"""Words of the longest label with and without a colon."""
_LINK_AT_END = re.compile(r"\b(?:med|om|på|är|till|att|av|för|under|var|blev|i|ger)$", re.IGNORECASE)
_FORECAST = re.compile(r"prognos", re.IGNORECASE)
_THE_INITIATIVE = cues.cue(
    r"\b(?:insatsen|projektet)\b|\b(?:förbundet|styrelsen)\s(?:har\s)?(?:avsätter|avsatt|avsätta|finansierar|beviljar|beviljat)\b"
)
_GRANTED_IN_PROSE = cues.cue(r"\b(?:med)?finansieras?\b|\bbevilja\w*|\bavsätta\b|\bavsätter\b|beslut\w*.*\bfår\b")
_NAME = (
    r"[\"”’]?(?P<name>[A-ZÅÄÖ][\w/&-]*(?:\s(?:(?:i|på|för|och|till|in|av|med)\s)?[A-ZÅÄÖ][\w/&-]*|\s(?:in|ut|upp)\b){0,4})[\"”’]?"
)
_NAMED_BEFORE = re.compile(rf"\b(?:insatsen|projektet)\s{_NAME}(?:\s(?:med|om|på))?\s$")
_NAMED_AFTER = re.compile(rf"\s(?:till|för)\s(?:insatsen|projektet)\s{_NAME}(?!\w)")

_ENTRY = re.compile(r"^(?:[^\w\s]{1,2}\s*|[eo]\s+)?(?P<name>[A-ZÅÄÖ][^:;!?]{2,60}):\s*$")
"""The name that begins an entry of a list; an OCR reads its bullet as a letter."""
_YEARS_APART = re.compile(
    r"\s*(?:(?:för|under|år|avseende)\s)*(?:\(?20\d\d\)?)?[\s,;]*(?:och|samt|resp(?:ektive|\.))?\s*", re.IGNORECASE
)
"""What stands between the amounts of an entry that has one for each year."""


class Titled(NamedTuple):
    """What the title above some statements is."""

    concept: str
    """`cost.initiative`, or what the chart knows of the title (`Kansli`)."""
    subject: str
    """The name in the title."""


def titled(title: str, chart: Chart) -> Titled | None:
    """Read a title line as the name of an initiative; None for general headings (`Mål`, `Insatser 2026`).

    >>> titled("7.2 SamCoach – Individinriktad insats", Chart())
    Titled(concept='cost.initiative', subject='SamCoach')
    """
    name = bare_title(title)
    if not name or is_general(name):
        return None
    known = chart.match(name)
    if known is None or known.score < _SURE:
        return Titled(INITIATIVE, name)
    return Titled(known.concept, name) if known.concept.startswith("cost.") and not known.concept.endswith("total") else None


def statement_meaning(found: FoundAmount, passage: Passage, context: DocumentContext) -> Meaning | None:
    """Say what the amount of a statement line is about; None when the line has to be read as a sentence.

    Args:
        found: the one amount of the line.
        passage: the line, with its title and headings.
        context: the document.
    """
    label = passage.text[: found.start].strip(" :–-|")
    after = passage.text[found.end :]
    years = [years for years in find_years(passage.text) if years.first == years.last]
    year = years[-1].first if years else surrounding_year(passage, context)
    sure = CERTAIN if years else LIKELY
    above = titled(passage.title, context.chart) if passage.title else None
    if not _is_label(label, colon=passage.text[: found.start].rstrip().endswith(":")):
        return None
    scenario = next((name for name, pattern in _ABOUT_INITIATIVE if pattern.search(cues.folded(label))), None)
    if scenario is not None and above is not None and found.amount.unit == "SEK":
        meaning = Meaning(concept=above.concept, subject=above.subject, fiscal_year=year, scenario=scenario, confidence=sure)
        return meaning.model_copy(update={"scenario": usual_scenario(scenario, meaning, context)})
    known = context.chart.match(_bare(label))
    if known is None or known.score < _SURE or found.amount.unit == "count":
        return None
    said: Scenario | None = "forecast" if _FORECAST.search(after) or _FORECAST.search(label) else scenario
    meaning = Meaning(concept=known.concept, subject=known.subject, fiscal_year=year, scenario=said, confidence=sure)
    return meaning.model_copy(update={"scenario": usual_scenario(said, meaning, context)})


def subject_of_label(found: FoundAmount, passage: Passage) -> str | None:
    """Return the label of a statement line as a name (`Kommunstyrelsen -47,5 mnkr`); None when it is none."""
    label = passage.text[: found.start].strip(" :–-|•+/±")
    name = bare_title(label)
    if any(pattern.search(cues.folded(label)) for _, pattern in _ABOUT_INITIATIVE):
        return None
    usable = name and not re.search(r"\d", name) and _is_label(label, colon=False) and not is_general(name)
    return name if passage.statement and usable else None


def listed_meaning(
    meaning: Meaning, found: FoundAmount, before: Sequence[FoundAmount], passage: Passage, context: DocumentContext
) -> Meaning:
    """Name what the amounts of a list entry are about (`Ung väg: 780 000 kr för 2025, 700 000 kr för 2026`), each of its year.

    Args:
        meaning: what the sentence says of the amount.
        found: the amount.
        before: the amounts left of it in the entry.
        passage: the entry.
        context: the document.
    """
    first = before[0] if before else found
    entry = _ENTRY.match(passage.text[: first.start])
    apart = [passage.text[one.end : two.start] for one, two in pairwise((*before, found))]
    plain = found.amount.unit == "SEK" and not (meaning.concept or meaning.subject or meaning.change)
    if entry is None or not plain or not all(_YEARS_APART.fullmatch(text) for text in apart):
        return meaning
    name = bare_title(entry["name"])
    about = any(pattern.search(cues.folded(name)) for _, pattern in _ABOUT_INITIATIVE)
    if about or is_general(name) or re.search(r"\d", name) or not _is_label(name, colon=True):
        return meaning
    known = context.chart.match(name)
    sure = known is not None and known.score >= _SURE
    update: dict[str, object] = {"concept": known.concept, "subject": known.subject} if known and sure else {"subject": name}
    year, own = meaning.fiscal_year, context.fiscal_year
    if context.kind == "plan" and meaning.scenario is None and year is not None and own is not None and year >= own:
        update["scenario"] = "budget" if year == own else "plan"
    return meaning.model_copy(update={**update, "confidence": LIKELY})


def _is_label(label: str, *, colon: bool) -> bool:
    """Tell a label (`Beviljade medel 2024`) from the beginning of a sentence (`Nämnden räknar med`)."""
    words = _bare(label).split()
    return len(words) <= (_LONGEST if colon else _LONGEST_BARE) and not _LINK_AT_END.search(label)


def _bare(label: str) -> str:
    """Take the years out of a label."""
    text = label
    for found in reversed(find_years(label)):
        text = text[: found.start] + text[found.end :]
    return re.sub(r"\b(?:förbundets|årets)\s(?=medel|drift)", "", text, flags=re.IGNORECASE).strip(" :–-|,")


def initiative_in_sentence(found: FoundAmount, passage: Passage, context: DocumentContext) -> Titled | None:
    """Return the initiative whose money a sentence speaks of: named there, or the title above (`insatsen får 827 tkr`)."""
    before, after = passage.text[: found.start], passage.text[found.end :]
    if found.amount.unit != "SEK" or not _GRANTED_IN_PROSE.search(cues.folded(before)):
        return None
    named = _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after)
    if named is not None:
        return titled(named["name"], context.chart)
    if not _THE_INITIATIVE.search(cues.folded(before)):
        return None
    return titled(passage.title, context.chart) if passage.title else None
