"""The views that are exported beside the tables: what their columns hold. Their SQL stands in `views.sql`.

A column that a view takes over from a table has the type and the meaning that it has there.
"""

from __future__ import annotations

from pipeline.warehouse import tables
from pipeline.warehouse.columns import CONCEPT, ENTITY, PAGE, SUBJECT, YEAR, flag, integer, money, real, text
from pipeline.warehouse.shape import Column, Table

SCENARIOS = ("budget", "outcome", "forecast", "variance", "plan", "granted", "requested")


def _of(table: Table, *names: str) -> tuple[Column, ...]:
    """Return the columns of a table that a view shows."""
    return tuple(column for name in names for column in table.columns if column.name == name)


FILE = text("file_name", "Base name of the file that states it.")
FACT = (ENTITY, YEAR, SUBJECT, CONCEPT)
DISAGREE = flag("disagree", "Whether two of the places that state a value differ by more than their rounding.")
FILES = text("files", "The files that state the values, with a comma and a space between them.")
FIGURE_IDS = {name: text(f"{name}_figure_id", f"The figure that {name} is taken from.") for name in SCENARIOS}

FIGURES_WIDE = Table(
    name="figures_wide",
    row="what is known of a subject (or a line of the accounts) of a body in a year, from all documents together",
    key=(),
    columns=(
        *FACT,
        text("label", "What the rows say, the first one by the alphabet."),
        *_of(tables.FIGURES, "measure", "unit"),
        *(money(name, f"The value of scenario `{name}`.") for name in SCENARIOS),
        *_of(tables.FIGURES, "period_start", "period_end"),
        integer("statements", "How many places state one of the values."),
        DISAGREE,
        FILES,
        *FIGURE_IDS.values(),
    ),
)
BUDGET_OUTCOME = Table(
    name="budget_outcome",
    row="what has both a budget and an outcome in kronor",
    key=(),
    columns=(
        *FACT,
        *_of(FIGURES_WIDE, "label", "measure", "budget", "outcome", "forecast"),
        money("difference", "Outcome less budget."),
        real("share", "The difference as a share of the budget: 0.05 is 5 % more."),
        DISAGREE,
        FILES,
        FIGURE_IDS["budget"],
        FIGURE_IDS["outcome"],
    ),
)
DECISIONS_WITH_AMOUNTS = Table(
    name="decisions_with_amounts",
    row="a decision that grants or names an amount",
    key=("decision_id",),
    columns=(
        *_of(tables.DECISIONS, "decision_id"),
        *_of(tables.DOCUMENTS, "entity_id", "entity_name"),
        *_of(tables.DECISIONS, "meeting_date", "paragraph", "heading", "kind", "subject", "amount", "fiscal_year", "text"),
        FILE,
        *_of(tables.DECISIONS, "page", "document_id"),
    ),
)
OPEN_FINDINGS = Table(
    name="open_findings",
    row="a finding that nobody settled",
    key=("finding_id",),
    columns=(
        *_of(tables.FINDINGS, "finding_id", "rule", "severity", "entity_id", "fiscal_year", "subject"),
        *_of(tables.FINDINGS, "message_sv", "message_en", "expected", "actual", "difference"),
        FILE,
        PAGE.model_copy(update={"required": False}),
        *_of(tables.FINDINGS, "first_seen_run", "last_seen_run"),
    ),
)
COVERAGE_GAPS = Table(
    name="coverage_gaps",
    row="a document that should exist and is missing or unreadable",
    key=("coverage_id",),
    columns=_of(
        tables.COVERAGE,
        *("coverage_id", "entity_id", "kind", "fiscal_year", "meeting_date"),
        *("paragraph_first", "paragraph_last", "state", "reason"),
    ),
)

EXPORTED = (FIGURES_WIDE, BUDGET_OUTCOME, DECISIONS_WITH_AMOUNTS, OPEN_FINDINGS, COVERAGE_GAPS)
"""The views that `avstam export` writes, in the order of the documentation."""
