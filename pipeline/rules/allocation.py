"""The contributions of a year are the same in every document and everywhere in its text.

A plan's figures for the years after its budget year are forecasts and do not count. A level that a text implies by a change
(`2 756 000 kronor, en minskning från 2025 med 20 000 kr`) counts for the year before.

By hand: 2025 is 2 816 tkr in the annual report, 2 776 tkr in the half-year report, and 2 756 000 + 20 000 = 2 776 000 in the
plan: 2 816 tkr differs from both by 40 tkr, an error that names all three.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import About, Message, Outcome, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import Steps, is_full_year, statement
from pipeline.judging.verdict import Judgement, Statement, judge_same
from pipeline.judging.wording import amount_like, place, printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "allocation"
CONCEPT = "income.contributions"
AHEAD = {"annual_report": 1, "interim_report": 1, "audit_report": 1}
FALLING = ("minsk", "lägre", "sänk")
COUNTS = re.compile(r"\bantal\b", re.IGNORECASE)
PAID_OUT = re.compile(r"\btill\s+(?!förfogande)|förening", re.IGNORECASE)
"""Contributions that the body pays to others."""
RISING = ("ökning", "ökar", "högre", "höj")


class Told(NamedTuple):
    """One statement of a year's contributions."""

    document: ArchiveDocument
    figure: Figure
    side: Statement
    implied: bool


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per statement of a year's contributions beside the first."""
    by_year: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for document in archive.counted:
        if _has_members(document):
            for year, told in _told(document):
                by_year[document.entity_id or "", year].append(told)
    for (entity, year), told_here in sorted(by_year.items()):
        if len(told_here) > 1:
            yield from _compare(entity, year, told_here)


def _has_members(document: ArchiveDocument) -> bool:
    """Tell whether the body is an association that its members pay to."""
    body = document.classification.body
    return body is not None and "förbund" in body.name.casefold().replace("forbund", "förbund")


def _told(document: ArchiveDocument) -> Iterator[tuple[int, Told]]:
    """Yield what a document states; where one table has two amounts of a year they are different things."""
    found = list(_statements(document))
    stated: dict[tuple[int, str], set[Decimal]] = defaultdict(set)
    for year, one in found:
        if one.figure.table_id is not None:
            stated[year, one.figure.table_id].add(one.side.value)
    shared = _shared(document)
    for year, one in found:
        place = (year, one.figure.table_id or "")
        role = document.row_roles.get((one.figure.table_id or "", -1 if one.figure.row is None else one.figure.row))
        if len(stated.get(place, ())) <= 1 and not (place in shared and role == "item"):
            yield year, one


def _shared(document: ArchiveDocument) -> set[tuple[int, str]]:
    """Return the years and tables that list single payers: there a row such as `Bidrag från kommunerna` is one of the shares."""
    payers = (figure for figure in document.figures if (figure.concept or "").startswith(f"{CONCEPT}."))
    return {(figure.fiscal_year, figure.table_id) for figure in payers if figure.fiscal_year and figure.table_id}


def _statements(document: ArchiveDocument) -> Iterator[tuple[int, Told]]:
    steps = Steps(document)
    levels = [figure for figure in document.figures if _is_level(document, figure) and figure.origin == "prose"]
    by_year = {figure.fiscal_year: figure for figure in reversed(levels)}
    for figure in document.figures:
        if _is_level(document, figure) and figure.fiscal_year is not None:
            yield figure.fiscal_year, Told(document, figure, statement(figure, steps.step(figure), signed=False), implied=False)
        elif figure.change and figure.concept == CONCEPT and figure.origin == "prose" and figure.fiscal_year in by_year:
            level = by_year[figure.fiscal_year]
            before = _before(level, figure)
            if before is not None and level.fiscal_year is not None:
                yield level.fiscal_year - 1, Told(document, figure, before, implied=True)


def _is_level(document: ArchiveDocument, figure: Figure) -> bool:
    year, own = figure.fiscal_year, document.classification.fiscal_year
    if figure.concept != CONCEPT or figure.unit != "SEK" or year is None or figure.subject or figure.value <= 0:
        return False
    if figure.change or figure.approximate or figure.value_high is not None or figure.measure == "cost" or _is_paid_out(figure):
        return False
    if figure.scenario in ("variance", "requested") or (figure.scenario in ("forecast", "plan") and year != own):
        return False
    if figure.origin == "prose" and figure.scenario is None and not _tells_its_year(document, figure):
        return False
    if own is not None and year > own + AHEAD.get(document.classification.kind, 0):
        return False
    return figure.scenario != "outcome" or is_full_year(figure, document)


def _tells_its_year(document: ArchiveDocument, figure: Figure) -> bool:
    """Tell whether a sentence without a scenario states a year's contributions: a plan's, or an interim report's own year."""
    told = document.classification
    return told.kind == "plan" or (told.kind == "interim_report" and figure.fiscal_year == told.fiscal_year)


def _is_paid_out(figure: Figure) -> bool:
    """Tell whether a row or its column is about contributions that the body pays to others, or about how many they are."""
    return figure.origin == "table" and bool(COUNTS.search(figure.column_header) or PAID_OUT.search(figure.label))


def _before(level: Figure, change: Figure) -> Statement | None:
    """Return the level before a change that a sentence tells; None when it does not say which way."""
    text = change.label.casefold()
    falls, rises = any(word in text for word in FALLING), any(word in text for word in RISING)
    if falls == rises or change.unit != "SEK":
        return None
    value = abs(level.value) + (abs(change.value) if falls else -abs(change.value))
    half = level.half_width + change.half_width
    return Statement(value, value, max(level.quantum, change.quantum), half)


def _compare(entity: str, year: int, told: list[Told]) -> Iterator[Outcome]:
    """Group the statements that agree and hold all others against the largest group."""
    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda t: (t.side.quantum, t.document.document_id, t.figure.figure_id)):
        home = next((group for group in groups if judge_same(one.side, group[0].side).holds), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    groups.sort(key=lambda group: (-len({t.document.document_id for t in group}), -len(group), group[0].side.quantum))
    finding = _finding(entity, year, groups) if len(groups) > 1 else None
    main = groups[0][0]
    for group in groups:
        for one in group:
            if one is main:
                continue
            judgement = judge_same(one.side, main.side)
            about = About(NAME, entity, year, CONCEPT, None, one.document.document_id, one.figure.table_id)
            raised = finding if not judgement.holds else None
            yield judged(about, [one.figure.figure_id, main.figure.figure_id, year], judgement, one.side.value, raised)


def _finding(entity: str, year: int, groups: list[list[Told]]) -> Finding:
    accused, main = groups[1][0], groups[0][0]
    parts = [", ".join(_place(one) for one in _one_per_document(group)) for group in groups]
    difference = abs(accused.side.value - main.side.value)
    size = amount_like(accused.figure, difference)
    everyone = [one for group in (groups[1], groups[0], *groups[2:]) for one in _one_per_document(group)]
    figures = [one.figure for one in everyone]
    scanned = any(is_scanned(one.document, [one.figure]) for one in everyone)
    same_document = len({one.document.document_id for one in everyone}) == 1
    return make_finding(
        About(NAME, entity, year, CONCEPT),
        "warning" if scanned or is_shaky(figures) or (same_document and _far(accused, main)) else "error",
        Message(
            f"Medelstilldelningen {year} anges olika: {' mot '.join(parts)}; skillnaden är {size}."
            + (" Sidan är skannad." if scanned else ""),
            f"The contributions of {year} are stated differently: {' against '.join(parts)}; the difference is {size}."
            + (" The page was scanned." if scanned else ""),
        ),
        [evidence_of(one.figure, "stated" if one is accused else "other") for one in everyone],
        expected=main.side.value,
        actual=accused.side.value,
        difference=accused.side.value - main.side.value,
        tolerance=_judgement(accused, main).tolerance,
    )


def _judgement(one: Told, two: Told) -> Judgement:
    return judge_same(one.side, two.side)


def _far(one: Told, two: Told) -> bool:
    return abs(one.side.value - two.side.value) > Decimal("0.25") * abs(two.side.value)


def _one_per_document(group: list[Told]) -> list[Told]:
    return list({one.document.document_id: one for one in reversed(group)}.values())[::-1]


def _place(one: Told) -> str:
    where = place(one.figure, one.document.file_name)
    if one.implied:
        return f"{amount_like(one.figure, one.side.value)} ({where}, {printed(one.figure)})"
    return f"{printed(one.figure)} ({where})"
