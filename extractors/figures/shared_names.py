"""Rows that one table leaves unnamed and the rest of the document explains: which of them are initiatives.

An initiative that one table lists as such is one in every table of the document. A joint body of the state, a region and
municipalities (its members pay contributions, the state among them) spends what its office and board do not cost on
initiatives; in its tables of costs a row that no concept is known for is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.figures.concepts import Chart, normal
from extractors.figures.context import DocumentContext
from extractors.figures.titles import is_general
from schemas.figure import Figure
from schemas.table import Row, Table

INITIATIVE = "cost.initiative"
_STATE_PAYS = "income.contributions.state"
_JOINT_BODY = re.compile(r"samordningsförbund|finsam", re.IGNORECASE)
_OFFICE = frozenset({"cost.board", "cost.office", "cost.audit", "cost.administration.total"})
_COSTS = frozenset({"follow_up", "budget", "operating", "income_statement", "overview", "note", "other"})
"""Kinds of tables that list costs."""
_NO_INITIATIVE = re.compile(
    r"övrig|diverse|reserv|oförutse|avsätt|fördel|kapital|ränt|medel|intäkt|bidrag|avgift|kostnad|resultat|avvik|summa|total|budget|skatt|lokal"
    r"|\bit\b|moms|hyra|lön|personal|differens|över-?/?underskott",
    re.IGNORECASE,
)
"""Labels of rows that are something else."""


def with_shared_names(tables: Sequence[Table], figures: Sequence[Figure], context: DocumentContext) -> tuple[Figure, ...]:
    """Return the figures of a document's tables; rows that are initiatives by what the document says elsewhere are so named.

    Args:
        tables: all tables of the document, described.
        figures: their figures.
        context: the body and the chart of concepts.
    """
    named = {normal(figure.subject) for figure in figures if figure.concept == INITIATIVE and figure.subject}
    joint = _JOINT_BODY.search(context.entity_name or "") or any(figure.concept == _STATE_PAYS for figure in figures)
    rows = _rows_of_costs(tables, figures, context.chart) if joint else frozenset()
    return tuple(
        figure.model_copy(update={"concept": INITIATIVE})
        if _is_open(figure) and (normal(figure.subject or "") in named or (figure.table_id, figure.row) in rows)
        else figure
        for figure in figures
    )


def _is_open(figure: Figure) -> bool:
    """Tell whether a figure is money of a row that is called by its name alone."""
    known = figure.concept is not None and not figure.concept.startswith("unit.")
    return not known and bool(figure.subject) and figure.unit == "SEK"


def _rows_of_costs(tables: Sequence[Table], figures: Sequence[Figure], chart: Chart) -> frozenset[tuple[str | None, int | None]]:
    """Return the nameless rows of tables in which the costs of board or office stand, too."""
    with_office = {figure.table_id for figure in figures if figure.concept in _OFFICE}
    return frozenset(
        (table.table_id, row.index)
        for table in tables
        if table.table_id in with_office and table.kind in _COSTS
        for row in table.rows
        if _may_be_initiative(row, chart)
    )


def _may_be_initiative(row: Row, chart: Chart) -> bool:
    heading = chart.match(row.section) if row.section else None
    under_income = heading is not None and heading.concept.startswith(("income.", "equity", "assets.", "liabilities."))
    return row.role == "item" and not under_income and not is_general(row.label) and not _NO_INITIATIVE.search(row.label)
