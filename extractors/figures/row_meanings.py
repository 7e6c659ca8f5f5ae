"""What the rows of a table are about: concept of the chart, and subject (an initiative, a committee, whatever is not known).

The kind of the table decides where a label alone does not: `Fastigheter` is an asset in a balance sheet, a unit in a
driftredovisning and a place to spend in an investment budget; a committee in a driftredovisning is its income, cost or net
cost, as the column says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extractors.figures.concepts import ConceptMatch
from extractors.figures.context import DocumentContext
from extractors.tables.years import is_year
from schemas.table import Row, Table

NO_INITIATIVES = frozenset({"facts", "investment", "balance_requirement", "balance_sheet", "cash_flow"})
"""Kinds of tables whose rows are no initiatives, even where they are called projects."""
INITIATIVES = re.compile(r"\b\w*insats(?:er|en|kostnader)?\b|\bprojekt\w*|\baktivitet\w*", re.IGNORECASE)
LIST_SCORE = 0.8
"""Score from which the chart decides what a list of years is about."""
ADMINISTRATION = frozenset({"cost.board", "cost.office", "cost.audit"})
OF_UNITS = frozenset({"operating", "follow_up", "budget", "overview", "other"})
"""Kinds of tables whose rows may be committees."""
COMMITTEE = re.compile(
    r"""(?:[a-zåäö]+-?,?\s(?:och\s|samt\s)?){0,4}?[a-zåäö-]*nämnd(?:en|erna)?(?:\sför\s[a-zåäö]+(?:\soch\s[a-zåäö]+)?)?
        |(?:kommun|region|landstings)styrelsen?(?:/kommunledning\w*)?|(?:kommun|region|landstings)fullmäktige(?:\s(?:och|inkl\.?)\s[a-zåäö]+)?
        |(?:tekniska|sociala)\s(?:nämnden|utskottet)|[a-zåäö-]*utskottet|överförmyndar(?:en|e|nämnd\w*)|valnämnd(?:en)?
        |(?:kommunens\s)?revision(?:en)?|revisorerna|kommunrevision(?:en)?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A committee or board that answers for a part of a municipality's or region's budget."""
UNITS = re.compile(
    r"(?:per\s)?(?:verksamhet|nämnd|enhet|ansvar|förvaltning|sektor|avdelning|verksamhetsområde|förvaltningsområde)(?:er|ar|en)?"
    r"(?:\s?[,/(]?\s?(?:belopp\si\s)?(?:tkr|mnkr|mkr|kr|kkr)\)?)?",
    re.IGNORECASE,
)
"""Headers of a column of units."""
NET_OF_UNIT: Final = "unit.net"
WHAT_ROWS_ARE = {"operating": NET_OF_UNIT, "investment": "investment.project"}
"""What rows are by the kind of their table, where the chart knows no concept for their label."""
_BY_MEASURE = {"income": "unit.income", "cost": "unit.cost"}
_NATURES = re.compile(
    r"cost\.(?:it|energy|education|information|travel|premises|personnel|material|services|insurance|evaluation|transfers|goods)$"
)
"""Costs by nature, which share their names with the units of a municipality."""
_NAMES_OF_UNITS = re.compile(r"assets\.(?:property|machinery|inventory|receivables)$")
"""Assets that share their names with units (`Fastigheter`, `Förråd`)."""
_BALANCES = ("assets.", "liabilities.", "provisions.")


@dataclass(frozen=True)
class RowMeaning:
    """What a row is about."""

    concept: str | None = None
    """Concept of the chart."""
    subject: str | None = None
    """Initiative, committee, or the label of a row that no concept is known for."""

    def in_column(self, measure: str | None) -> str | None:
        """Return the concept in a column of income, cost or net: what a committee earns is not what it costs."""
        return _BY_MEASURE.get(measure or "", NET_OF_UNIT) if self.concept == NET_OF_UNIT else self.concept


@dataclass(frozen=True)
class _Group:
    """The rows from one heading or total to the next, and what they are about."""

    initiatives: bool
    concepts: frozenset[str | None]


def meanings_of(table: Table, context: DocumentContext) -> dict[int, RowMeaning]:
    """Return what each row is about, by its index.

    Args:
        table: its rows and kind described.
        context: kind, year and chart of the document.
    """
    found: dict[int, RowMeaning] = {}
    units = table.kind in OF_UNITS and any(COMMITTEE.fullmatch(_bare(row.label)) for row in table.rows)
    corner = next((column.header for column in table.columns if column.kind == "label"), "")
    for rows in _groups(table):
        initiatives = table.kind not in NO_INITIATIVES and any(
            INITIATIVES.search(f"{corner} {row.section} {row.label}") for row in rows
        )
        parts = units or (table.kind in OF_UNITS and (UNITS.fullmatch(corner) or COMMITTEE.fullmatch(rows[0].section)))
        usual = None if initiatives else NET_OF_UNIT if parts else WHAT_ROWS_ARE.get(table.kind)
        matches = {row.index: _match(row, table.kind, context, units=units, usual=usual) for row in rows}
        concepts = frozenset(match.concept if (match := matches[row.index]) else None for row in rows if row.role == "item")
        group = _Group(initiatives, concepts)
        for row in rows:
            found[row.index] = _meaning(table, row, matches[row.index], group, context)
    return found


def _groups(table: Table) -> list[list[Row]]:
    """Cut the rows after every total and before every heading."""
    groups: list[list[Row]] = [[]]
    for row in table.rows:
        if row.role == "header":
            continue
        if row.role == "heading":
            groups.append([])
        groups[-1].append(row)
        if row.role in {"total", "result"}:
            groups.append([])
    return [group for group in groups if group]


def _meaning(table: Table, row: Row, match: ConceptMatch | None, group: _Group, context: DocumentContext) -> RowMeaning:
    if table.kind == "facts":
        return RowMeaning(match.concept if match else None, (match.subject if match else None) or table.title or row.label)
    if is_year(row.label):
        return RowMeaning(_concept_of_list(table, context))
    if row.role == "total" and match is None:
        return RowMeaning(_concept_of_total(group), row.label or None)
    if match is not None:
        return RowMeaning(match.concept, match.subject)
    if row.role == "item" and group.initiatives:
        return RowMeaning("cost.initiative", row.label)
    return RowMeaning(None, row.label or None)


def _bare(label: str) -> str:
    """Take a number (`10 Kommunstyrelse`, `Socialnämnd 1`) and footnote marks off the name of a committee."""
    return re.sub(r"^\d{1,4}[.:]?\s+|[\s*)]*\d?[*¹²³)]*$", "", label).strip()


def _match(row: Row, kind: str, context: DocumentContext, *, units: bool, usual: str | None) -> ConceptMatch | None:
    """Match the label of a row; in a table of units a committee is one. What the chart does not know is what is `usual`."""
    item = row.role in {"item", "subitem"} and bool(row.label)
    if units and item and COMMITTEE.fullmatch(_bare(row.label)):
        return ConceptMatch(concept=NET_OF_UNIT, score=1.0, subject=row.label)
    match = _fitting(context.chart.match(row.label, section=row.section), kind, units=units)
    if match is None and item and row.role == "item" and usual is not None:
        return ConceptMatch(concept=usual, score=1.0, subject=row.label)
    return match


def _fitting(match: ConceptMatch | None, kind: str, *, units: bool) -> ConceptMatch | None:
    """Drop a concept that a table of this kind cannot be about."""
    if match is None:
        return None
    if kind == "investment" and match.concept.startswith((*_BALANCES, "cost.")):
        return None
    if kind == "operating" and _NAMES_OF_UNITS.match(match.concept):
        return None
    return None if units and _NATURES.match(match.concept) else match


def _concept_of_list(table: Table, context: DocumentContext) -> str | None:
    """Return what a list of years is about: the header of its only column of figures, else its title."""
    headers = {column.header for column in table.columns if column.kind == "figures" and column.header}
    texts = [*headers] if len(headers) == 1 else []
    found = [match for text in (*texts, table.title) if (match := context.chart.match(text)) and match.score >= LIST_SCORE]
    return found[0].concept if found else None


def _concept_of_total(group: _Group) -> str | None:
    """An unnamed sum is what its items have in common."""
    if len(group.concepts) == 1 and None not in group.concepts:
        return next(iter(group.concepts))
    if group.concepts and group.concepts <= ADMINISTRATION:
        return "cost.administration.total"
    return "cost.initiatives.total" if group.initiatives else None
