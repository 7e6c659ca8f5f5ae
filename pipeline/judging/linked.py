"""Figures of different places that must agree, told in one way: the closing cash and the balance sheet, a line and its note."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import difference_message, statement
from pipeline.judging.verdict import Judgement, judge_same
from schemas.archive import ArchiveDocument
from schemas.figure import Figure
from schemas.finding import Severity


class Link(NamedTuple):
    """Two figures that state the same."""

    rule: str
    """Name of the rule."""
    name: Message
    """What they are about."""
    stated: Figure
    """The one that is accused."""
    other: Figure
    """The one that it is held against."""
    document: ArchiveDocument
    """Where the accused one stands."""
    other_document: ArchiveDocument
    """Where the other stands."""
    signed: bool = True
    """Whether signs tell something."""


def judge_link(link: Link) -> Judgement:
    """Judge a link by the rounding of its two figures."""
    sides = [statement(figure, figure.quantum, signed=link.signed) for figure in (link.stated, link.other)]
    return judge_same(*sides)


def link_outcome(link: Link, severity: Severity = "error") -> Outcome:
    """Return the outcome of a link; a warning at most where a page was scanned or a figure is uncertain."""
    judgement = judge_link(link)
    about = about_figure(link.rule, link.document, link.stated)
    key = [link.stated.figure_id, link.other.figure_id]
    if judgement.holds:
        return judged(about, key, judgement, link.stated.value)
    pair = [link.stated, link.other]
    scanned = is_scanned(link.document, [link.stated]) or is_scanned(link.other_document, [link.other])
    finding = make_finding(
        about,
        "warning" if severity == "error" and (scanned or is_shaky(pair)) else severity,
        difference_message(
            link.name,
            (link.stated, link.document.file_name),
            (link.other, link.other_document.file_name),
            [link.document, link.other_document],
        ),
        [evidence_of(link.stated, "stated"), evidence_of(link.other, "other")],
        expected=link.other.value,
        actual=link.stated.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
    return judged(about, key, judgement, link.stated.value, finding)


def by_year(document: ArchiveDocument, kind: str, concept: str) -> dict[int, Figure]:
    """Return the figures of one concept in the tables of one kind, by year; years that state two amounts are left out."""
    tables = {table.table_id for table in document.tables if table.kind == kind}
    found: dict[int, Figure] = {}
    doubtful: set[int] = set()
    for figure in document.figures:
        if figure.table_id not in tables or figure.concept != concept or figure.subject or figure.fiscal_year is None:
            continue
        if figure.unit != "SEK" or figure.scenario not in (None, "outcome"):
            continue
        first = found.setdefault(figure.fiscal_year, figure)
        if first.value != figure.value:
            doubtful.add(figure.fiscal_year)
    return {year: figure for year, figure in found.items() if year not in doubtful}
