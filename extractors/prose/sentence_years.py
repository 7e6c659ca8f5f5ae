"""The year that an amount in a sentence is of: printed near it, or that of its headings and its document."""

from __future__ import annotations

import re

from extractors.figures.context import DocumentContext
from extractors.prose import cues
from extractors.prose.meaning import Place
from extractors.prose.passages import Passage
from extractors.values.dates import find_years


def printed_year(place: Place, context: DocumentContext, *, change: bool = False) -> int | None:
    """Return the year that the sentence gives for the amount: near before it, right after it, or earlier in the sentence.

    A change of `2025 års nivå` is not of 2025.
    """
    if change and cues.BASE_YEAR.search(place.before):
        return None
    beside = cues.YEAR_BESIDE.match(place.after)
    if beside is not None:
        return int(beside["year"])
    near_after = re.split(r"[,;(]", place.after)[0]
    after = years_in(near_after[:60])
    close = [year for year, lead in after if cues.cue(r"\b(?:för|under|avseende|inför|år|verksamhetsåret)\s$").search(lead)]
    claimed = cues.YEAR_BESIDE.match(place.before) if place.before != place.start else None  # by the amount before
    before = years_in(place.before[claimed.end() :] if claimed else place.before)
    before_that = cues.cue(r"(?:föregående|föreg\.?|förra)\s(?:års?|året)\W*$").search(place.before) is not None and not before
    if (cues.LAST_YEAR.search(near_after) and before and not change) or before_that or is_held_against(place):
        held = before or (() if before_that else years_in(place.start))
        year = held[-1][0] if held else context.fiscal_year
        return None if year is None else year - 1
    for years in (before, [(year, "") for year in close], after, years_in(place.start)):
        if years:
            return years[-1][0] if years is before else years[0][0]
    return None


def years_in(text: str) -> list[tuple[int, str]]:
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


def is_held_against(place: Place) -> bool:
    """Tell whether an amount is that of the year before, beside the one before it (`, att jämföra med 2 mnkr föregående år`)."""
    beside = place.before != place.start and cues.HELD_AGAINST.search(place.before) is not None
    return beside and cues.LAST_YEAR.search(re.split(r"[,;(]", place.after)[0]) is not None
