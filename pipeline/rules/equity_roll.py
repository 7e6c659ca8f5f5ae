"""Opening equity and the year's result give closing equity; the closing of one year is the opening of the next, everywhere.

By hand: an overview prints closing equity 800 473 for 2020 and 679 029 for 2021, and a result of -125 937 for 2021:
800 473 - 125 937 = 674 536, not 679 029: error. For 2022: 679 029 + 22 091 = 701 120 against 701 119: one krona, rounding.
Across documents: 820 526 in the annual report, 821 tkr in the half-year report, 820 tkr in the plan: all agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.explain import misreadings
from pipeline.judging.linked import Link, link_outcome
from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import Steps, compare, difference_message, is_far, is_full_year
from pipeline.judging.verdict import Judgement, judge_sum
from pipeline.judging.wording import amount_like, printed
from pipeline.judging.year_columns import repeated_years
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "equity.roll"
HALF = Decimal("0.5")
ENOUGH = 2
"""Tables that must agree on an amount before another one is accused of it."""


class Level(NamedTuple):
    """Equity at the end of a year, as one document states it."""

    document: ArchiveDocument
    figure: Figure
    step: Decimal


class Roll(NamedTuple):
    """Three figures of one document that must fit: opening + result = closing."""

    opening: Figure
    result: Figure
    closing: Figure


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per year and document, and one per further statement of a year's closing equity."""
    levels: dict[tuple[str, int], list[Level]] = defaultdict(list)
    for document in archive.counted:
        yield from _rolls(document)
        yield from _contradictions(document)
        if document.classification.kind == "plan":
            yield from _planned_rolls(document)
        steps = Steps(document)
        for (concept, year), figure in sorted(_finest(document).items()):
            if concept != "result.year" and document.entity_id is not None:
                end = year if concept == "equity.closing" else year - 1
                levels[document.entity_id, end].append(Level(document, figure, steps.step(figure)))
    for _, stated in sorted(levels.items()):
        yield from _agreement(stated)


def _finest(document: ArchiveDocument) -> dict[tuple[str, int], Figure]:
    """Return the most finely stated figure of a document by concept and year, without equity that lacks its year's result."""
    figures = [figure for figure in document.figures if _counts(document, figure)]
    found = _by_year(figures)
    for table_id in _before_result(found):
        figures = [figure for figure in figures if figure.concept != "equity.closing" or figure.table_id != table_id]
    return _by_year(figures)


def _by_year(figures: Sequence[Figure]) -> dict[tuple[str, int], Figure]:
    """Return by concept and year the most finely stated figure; of several amounts the most usual, then the first."""
    return {key: _usual(found) for key, found in _finely(figures).items()}


def _finely(figures: Sequence[Figure]) -> dict[tuple[str, int], list[Figure]]:
    """Return by concept and year the figures that are stated as finely as any."""
    stated: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.fiscal_year is not None:
            stated[figure.concept or "", figure.fiscal_year].append(figure)
    finest = {key: min(figure.quantum for figure in found) for key, found in stated.items()}
    return {key: [figure for figure in found if figure.quantum == finest[key]] for key, found in stated.items()}


def _usual(figures: Sequence[Figure]) -> Figure:
    counts = Counter(figure.value for figure in figures)
    return max(figures, key=lambda figure: counts[figure.value])


def _contradictions(document: ArchiveDocument) -> Iterator[Outcome]:
    """Yield the figures of tables that state another equity or result of a year than two others do.

    An amount that another year has, or that is far off, stands under a header that was misread, or is something else.
    """
    stated = _finely([figure for figure in document.figures if _counts(document, figure) and figure.origin == "table"])
    for (concept, year), figures in stated.items():
        usual = _usual(figures)
        agreeing = {figure.table_id for figure in figures if figure.value == usual.value}
        others = {abs(figure.value) for key, found in stated.items() if key != (concept, year) for figure in found}
        for figure in figures if len(agreeing) >= ENOUGH else ():
            is_same = abs(figure.value) == abs(usual.value) or figure.table_id in agreeing
            if not is_same and abs(figure.value) not in others and not is_far(figure, usual):
                label = " ".join(figure.label.split())
                name = Message(f"{label} {year} i två tabeller", f"{label} {year} in two tables")
                yield link_outcome(Link(NAME, name, figure, usual, document, document))


def _before_result(found: dict[tuple[str, int], Figure]) -> Iterator[str | None]:
    """Yield the balance sheets that list equity before the year's result, each beside the other: they state no closing equity.

    Their equity grows by the result of the year before: 1 145 and -135 in 2020 give 1 010 in 2021, whatever 2021 gave. What other
    tables and the text state still counts.
    """
    for (concept, year), closing in found.items():
        opening, last = found.get(("equity.closing", year - 1)), found.get(("result.year", year - 1))
        result = found.get(("result.year", year))
        if concept != "equity.closing" or opening is None or last is None or result is None or last.value == 0:
            continue
        if _judge(Roll(opening, last, closing)).verdict == "exact" and not _judge(Roll(opening, result, closing)).holds:
            yield closing.table_id


def _counts(document: ArchiveDocument, figure: Figure) -> bool:
    if figure.unit != "SEK" or figure.change or figure.approximate or figure.value_high is not None:
        return False
    if figure.scenario not in (None, "outcome") or figure.measure in ("income", "cost"):
        return False
    if figure.concept in ("equity.opening", "equity.closing"):
        return document.classification.kind != "plan" or figure.origin == "prose"
    return figure.concept == "result.year" and document.classification.kind == "annual_report" and is_full_year(figure, document)


def _rolls(document: ArchiveDocument) -> Iterator[Outcome]:
    finest = _finest(document)
    rolls: dict[int, Roll] = {}
    for (concept, year), closing in finest.items():
        opening = finest.get(("equity.opening", year)) or finest.get(("equity.closing", year - 1))
        result = finest.get(("result.year", year))
        if concept == "equity.closing" and opening and result:
            rolls[year] = Roll(opening, result, closing)
    holding = {figure.figure_id for roll in rolls.values() if _judge(roll).holds for figure in roll}
    for _, roll in sorted(rolls.items(), reverse=True):
        yield _roll_outcome(document, roll, holding)


def _planned_rolls(document: ArchiveDocument) -> Iterator[Outcome]:
    """Yield the planned years of a plan, where at least one of them rolls exactly: opening + result = next opening."""
    insane = {table.table_id for table in document.tables if repeated_years(table)}
    found: dict[tuple[str, int], Figure] = {}
    for figure in document.figures:
        is_plan = figure.scenario in (None, "budget", "plan", "forecast") and figure.origin == "table"
        if is_plan and figure.unit == "SEK" and figure.fiscal_year is not None and figure.table_id not in insane:
            found.setdefault((figure.concept or "", figure.fiscal_year), figure)
    rolls = []
    for (concept, year), opening in found.items():
        result = found.get(("result.year", year)) or found.get(("result.remaining", year))
        closing = found.get(("equity.closing", year)) or found.get(("equity.opening", year + 1))
        if concept == "equity.opening" and result and closing:
            rolls.append(Roll(opening, result, closing))
    if any(_judge(roll).verdict == "exact" and roll.result.value != 0 for roll in rolls):
        yield from (_roll_outcome(document, roll, set()) for roll in rolls)


def _judge(roll: Roll) -> Judgement:
    quanta = [figure.quantum for figure in roll if not figure.amount.exact]
    computed = roll.opening.value + roll.result.natural
    return judge_sum(roll.closing.value, computed, sum(quanta, Decimal(0)) * HALF, max(quanta, default=Decimal(0)))


def _roll_outcome(document: ArchiveDocument, roll: Roll, holding: set[str]) -> Outcome:
    about = about_figure(NAME, document, roll.closing)
    key = [figure.figure_id for figure in roll]
    judgement = _judge(roll)
    if judgement.holds:
        return judged(about, key, judgement, roll.closing.value)
    if is_scanned(document, roll) and _is_misread(document, roll, holding):
        explained = Judgement("explained", judgement.residual, judgement.tolerance, "misread digit")
        return judged(about, key, explained, roll.closing.value)
    return judged(about, key, judgement, roll.closing.value, _roll_finding(document, roll, judgement))


def _is_misread(document: ArchiveDocument, roll: Roll, holding: set[str]) -> bool:
    """Tell whether one plausible misreading of a figure that no other year confirms mends the sum."""
    for name in Roll._fields:
        figure: Figure = getattr(roll, name)
        if figure.figure_id in holding or not is_scanned(document, [figure]):
            continue
        for value in misreadings(figure):
            if _judge(roll._replace(**{name: figure.model_copy(update={"value": value})})).verdict == "exact":
                return True
    return False


def _roll_finding(document: ArchiveDocument, roll: Roll, judgement: Judgement) -> Finding:
    year = roll.closing.fiscal_year
    expected = roll.closing.value - judgement.residual
    opening, result, closing = (printed(figure) for figure in roll)
    total, difference = amount_like(roll.closing, expected), amount_like(roll.closing, abs(judgement.residual))
    scanned = is_scanned(document, roll)
    return make_finding(
        about_figure(NAME, document, roll.closing),
        "warning" if scanned or is_shaky(roll) else "error",
        Message(
            f"Eget kapital {year}: ingående {opening} och årets resultat {result} ger {total}, men utgående är {closing}; "
            f"skillnaden är {difference}." + (" Sidan är skannad." if scanned else ""),
            f"Equity {year}: opening {opening} and the result {result} give {total}, but closing is {closing}; "
            f"the difference is {difference}." + (" The page was scanned." if scanned else ""),
        ),
        [evidence_of(roll.closing, "stated"), evidence_of(roll.opening, "item"), evidence_of(roll.result, "item")],
        expected=expected,
        actual=roll.closing.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )


def _agreement(stated: list[Level]) -> Iterator[Outcome]:
    """Hold every statement of one year's closing equity against the finest one of another place."""
    finest = min(stated, key=lambda level: (level.step, level.document.classification.kind, level.figure.figure_id))
    for level in stated:
        if level is finest:
            continue
        judgement = compare(level.figure, finest.figure, level.step, finest.step)
        finding = None if judgement.holds else _level_finding(level, finest, judgement)
        key = [level.figure.figure_id, finest.figure.figure_id]
        yield judged(about_figure(NAME, level.document, level.figure), key, judgement, level.figure.value, finding)


def _level_finding(level: Level, finest: Level, judgement: Judgement) -> Finding:
    year = finest.figure.fiscal_year or 0
    end = year if finest.figure.concept == "equity.closing" else year - 1
    pair = [level.figure, finest.figure]
    scanned = is_scanned(level.document, [level.figure]) or is_scanned(finest.document, [finest.figure])
    return make_finding(
        about_figure(NAME, level.document, level.figure),
        "warning" if is_shaky(pair) or level.figure.origin == "prose" or scanned else "error",
        difference_message(
            Message(f"Eget kapital vid utgången av {end}", f"Equity at the end of {end}"),
            (level.figure, level.document.file_name),
            (finest.figure, finest.document.file_name),
            [level.document, finest.document],
        ),
        [evidence_of(level.figure, "stated"), evidence_of(finest.figure, "other")],
        expected=finest.figure.value,
        actual=level.figure.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
