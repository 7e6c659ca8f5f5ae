"""Figures in running text: each amount with what it is about, its year and its scenario.

Nothing is dropped: an amount whose meaning is not clear becomes a figure without a concept, with its sentence as the label
and a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from extractors.figures.context import DocumentContext
from extractors.figures.titles import bare_title
from extractors.prose.aliases import aliases_in
from extractors.prose.introduced import introduced
from extractors.prose.meaning import LIKELY, UNKNOWN, Meaning, Place, place_of
from extractors.prose.named import committee_before, named_before
from extractors.prose.named_lines import line_named
from extractors.prose.passages import Passage, passages_of
from extractors.prose.sentences import meaning_of
from extractors.prose.statements import INITIATIVE, initiative_in_sentence, listed_meaning, statement_meaning, subject_of_label
from extractors.prose.tense import with_tense
from extractors.values.amounts import FoundAmount, find_amounts, with_loose_minus
from schemas.figure import Figure
from schemas.layout import Layout
from schemas.page import Word
from schemas.place import Box, union
from schemas.problem import Problem
from schemas.record import stable_id

_LABEL_MAX = 400
"""Characters of a sentence that are kept as the label."""

_OF_GROUP = re.compile(r"[\d.\s]*(?:kommun|region)?(?:koncern|bolag)(?:en|et|ens)?\b", re.IGNORECASE)
"""Headings of sections about the companies or the whole group: not the body's own figures."""
_PLUS = re.compile(r"\+\s?\d")
_AGAINST_BUDGET = re.compile(
    r"[\s,]*(?:under\s|för\s)?(?:20\d\d)?[\s,(]*(?:(?:vilket\sska\s)?(?:att\s)?jämför(?:as?|t)\smed|mot|av)\s(?:en\s|den\s|årets\s)?"
    r"budget(?:en|erade?)?\s?(?:på|om|:)?\s*",
    re.IGNORECASE,
)
"""What stands between an amount and its budget."""
_NEAR = 6
"""How many passages away a printed plus shows that a minus in the list is one, too."""
_AROUND = '()[]"”’.,;:*'
"""Marks around an amount that are not part of it."""


def figures_in_prose(
    layout: Layout, context: DocumentContext, *, read: Sequence[Figure] = ()
) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """Read the figures that stand in running text.

    Args:
        layout: the blocks of the document.
        context: kind, year and chart of the document.
        read: figures that were read already (in tables); their words are not read again.

    Returns:
        Figures in reading order, and what should be said about the reading.
    """
    stated = _stated(layout, context, read)
    names = {meaning.subject for _, _, meaning in stated if meaning.concept == INITIATIVE}
    names |= {figure.subject for figure in read if figure.concept == INITIATIVE}
    rows = {figure.subject for figure in read if figure.subject and figure.unit == "SEK" and _is_named_by_subject(figure)}
    figures = []
    last: tuple[Passage, FoundAmount, Meaning] | None = None
    earlier: list[FoundAmount] = []
    for passage, found, meaning in stated:
        earlier = [*earlier, last[1]] if last is not None and last[0] is passage else []
        meant = _placed(_named(meaning, found, passage, earlier, rows), found, passage, names)
        if last is not None and last[0] is passage:
            meant = _beside(meant, found, last[2], passage.text[last[1].end : found.start])
        figures.append(_figure(found, meant, passage, context))
        last = passage, found, meant
    return _distinct(figures), ()


def _stated(layout: Layout, context: DocumentContext, read: Sequence[Figure]) -> list[tuple[Passage, FoundAmount, Meaning]]:
    """Find all amounts with what they are about, in reading order."""
    found: list[tuple[Passage, FoundAmount, Meaning]] = []
    previous: Meaning | None = None
    paragraph = -1
    seen: set[tuple[object, ...]] = set()
    passages = passages_of(layout.text_blocks(), skip=_inside(read))
    for number, passage in enumerate(passages):
        amounts = find_amounts(passage.text)
        if passage.statement and any(_PLUS.search(near.text) for near in passages[max(0, number - _NEAR) : number + _NEAR + 1]):
            amounts = tuple(with_loose_minus(one, passage.text) for one in amounts)
        if passage.in_table and sum(one.amount.unit == "SEK" for one in amounts) > 1:
            continue
        if passage.paragraph != paragraph:
            previous, paragraph = None, passage.paragraph
        row = _is_row(passage, amounts)
        for index, one in enumerate(amounts):
            place = place_of(passage.text, amounts, index)
            meaning = Meaning() if row else _meaning(passage, one, place, context, previous, alone=len(amounts) == 1)
            meaning = listed_meaning(meaning, one, amounts[:index], passage, context)
            meaning = with_tense(meaning, one, place, context, previous)
            if meaning.concept is not None and meaning.subject is not None and passage.statement:
                label = re.sub(r"[\d\s]+", "", passage.text[: one.start])
                meaning = _once(meaning, (passage.title_at, meaning.fiscal_year, meaning.scenario, label), seen)
            if meaning.scenario == "granted" and not meaning.subject and number and passages[number - 1].paragraph == paragraph:
                meaning = meaning.model_copy(update={"subject": introduced(passages[number - 1].text, passage.text)})
            found.append((passage, one, meaning))
            previous = meaning
    return found


def _named(
    meaning: Meaning, found: FoundAmount, passage: Passage, earlier: Sequence[FoundAmount], rows: Collection[str]
) -> Meaning:
    """Name the committee whose balance an amount is, or the row of the document's tables whose cost or grant it is said to be."""
    if meaning.subject or meaning.concept or meaning.change or found.amount.unit != "SEK":
        return meaning
    balance = committee_before(passage.text, found, earlier)
    if balance is not None:
        update: dict[str, object] = {"subject": balance.committee, "deficit": balance.deficit, "surplus": not balance.deficit}
        return meaning.model_copy(update={**update, "confidence": LIKELY})
    subject = None if meaning.deficit else named_before(passage.text, found, earlier, rows)
    return meaning.model_copy(update={"subject": subject, "confidence": LIKELY}) if subject else meaning


def _beside(meaning: Meaning, found: FoundAmount, previous: Meaning, between: str) -> Meaning:
    """Give a budget that an amount is held against the meaning of that amount (`, att jämföra med budgeten på 2 mnkr`)."""
    nameless = not (meaning.concept or meaning.subject or meaning.change) and found.amount.unit == "SEK"
    if meaning.scenario != "budget" or not nameless or not _AGAINST_BUDGET.fullmatch(between):
        return meaning
    same = {"concept": previous.concept, "subject": previous.subject, "confidence": min(previous.confidence, LIKELY)}
    return meaning.model_copy(update=same) if not previous.change else meaning


def _is_named_by_subject(figure: Figure) -> bool:
    """Tell whether the subject of a figure, not its concept, says what it is: an initiative, a unit, an unknown label."""
    return figure.concept in {None, INITIATIVE} or str(figure.concept).startswith(("unit.", "investment.project"))


def _placed(meaning: Meaning, found: FoundAmount, passage: Passage, names: Collection[str | None]) -> Meaning:
    """Name the initiative in whose section an amount stands, where its own words name nothing."""
    unsure = passage.statement and found.amount.unit == "SEK"  # it may belong to a title that was not seen
    share = found.amount.unit == "percent"  # of a party or group: `FK`, within the initiative
    if (meaning.subject is not None and not share) or meaning.concept is not None or unsure:
        return meaning
    above = (bare_title(heading) for heading in passage.headings)
    return meaning.model_copy(update={"subject": next((name for name in above if name in names), meaning.subject)})


def aliases(layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return pairs of names that the document itself equates (`X, numera Y`), in reading order."""
    return aliases_in(block.text or " ".join(line.text for line in block.lines) for block in layout.text_blocks())


def _inside(read: Sequence[Figure]) -> Callable[[int, Word], bool]:
    """Return a test whether a word of a page belongs to a figure that was read already."""
    areas: dict[int, list[Box]] = {}
    for figure in read:
        areas.setdefault(figure.page, []).append(figure.box)
    return lambda page, word: any(box.contains_middle_of(word.box) for box in areas.get(page, ()))


def _is_row(passage: Passage, amounts: tuple[FoundAmount, ...]) -> bool:
    """Tell whether the amounts stand side by side with nothing between, as in a row of a table."""
    between = [passage.text[first.end : second.start] for first, second in pairwise(amounts)]
    return any(not gap.strip() for gap in between)


def _once(meaning: Meaning, key: tuple[object, ...], stated: set[tuple[object, ...]]) -> Meaning:
    """Keep the subject of the first statement of a kind under a title; a second one belongs to a title that was not seen."""
    if key in stated:
        return meaning.model_copy(update={"concept": None, "subject": None, "confidence": UNKNOWN})
    stated.add(key)
    return meaning


def _meaning(  # noqa: PLR0913  # the amount in its sentence, the sentence in its document
    passage: Passage, found: FoundAmount, place: Place, context: DocumentContext, previous: Meaning | None, *, alone: bool
) -> Meaning:
    if passage.statement:
        stated = statement_meaning(found, passage, context)
        if stated is not None:
            return stated
    meaning = meaning_of(found, place, passage, context, previous)
    if passage.headings and _OF_GROUP.match(passage.headings[0]):
        meaning = meaning.model_copy(update={"concept": None, "confidence": UNKNOWN})
    if meaning.concept is None and not meaning.change and meaning.scenario != "variance":
        line = line_named(found, passage, context.chart)
        meaning = meaning.model_copy(update={"concept": line, "confidence": LIKELY if line else meaning.confidence})
    if meaning.concept is None and alone:
        initiative = initiative_in_sentence(found, passage, context)
        if initiative is not None:
            update: dict[str, object] = {"concept": initiative.concept, "subject": initiative.subject, "confidence": LIKELY}
            update["scenario"] = meaning.scenario or "granted"
            return meaning.model_copy(update=update)
        return meaning.model_copy(update={"subject": subject_of_label(found, passage)})
    return meaning


def _figure(found: FoundAmount, meaning: Meaning, passage: Passage, context: DocumentContext) -> Figure:
    page, words = passage.words_of(found.start, found.end)
    box = union(word.box for word in _on_one_line(words))
    amount = found.amount
    repaired = any(word.raw != word.text for word in words)
    raw = " ".join(word.raw for word in words).strip(_AROUND) if repaired else amount.raw
    confidence = meaning.confidence if found.unit_printed else min(meaning.confidence, UNKNOWN)
    return Figure(
        figure_id=stable_id("prose", context.document_id, page, box.rounded(), found.start, raw),
        document_id=context.document_id,
        concept=meaning.concept,
        subject=meaning.subject,
        label=passage.text.strip()[:_LABEL_MAX],
        fiscal_year=meaning.fiscal_year,
        period_start=meaning.first_day or meaning.day,
        period_end=meaning.last_day or meaning.day,
        scenario=meaning.scenario,
        measure="deficit" if meaning.deficit else "surplus" if meaning.surplus else None,
        value=amount.value,
        value_high=amount.value_high,
        unit=amount.unit,
        quantum=amount.quantum,
        approximate=amount.approximate,
        change=meaning.change,
        raw=raw,
        page=page,
        box=box,
        origin="prose",
        confidence=round(confidence * min(word.confidence for word in words), 3),
        repaired=repaired,
    )


def _on_one_line(words: Sequence[Word]) -> list[Word]:
    """Return the words on the line that holds most digits, where an amount runs over a line break."""
    lines: list[list[Word]] = [[]]
    for word in words:
        if lines[-1] and word.box.x0 < lines[-1][-1].box.x0:
            lines.append([])
        lines[-1].append(word)
    return max(lines, key=lambda line: sum(char.isdigit() for word in line for char in word.text))


def _distinct(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Drop a figure that was read twice at the same spot."""
    return tuple({figure.figure_id: figure for figure in figures}.values())
