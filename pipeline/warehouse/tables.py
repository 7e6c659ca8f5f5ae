"""The tables of the warehouse: the one place that says which columns exist, their types, keys and meaning.

Names are a contract with the people whose SQL reads them: add columns at the end of a table, rename none.
"""

from __future__ import annotations

from pipeline.warehouse.columns import (
    BOX,
    CONCEPT,
    DOCUMENT,
    ENTITY,
    KNOWN_FROM,
    PAGE,
    REPLACED_IN,
    SUBJECT,
    YEAR,
    date,
    flag,
    integer,
    moment,
    money,
    real,
    text,
)
from pipeline.warehouse.minutes_tables import (
    ATTENDANCE,
    BALLOTS,
    DECISIONS,
    MEETINGS,
    OF_MINUTES,
    PARAGRAPH_ITEMS,
    PARAGRAPH_PARTS,
    PARAGRAPHS,
    RESERVATIONS,
    VOTES,
)
from pipeline.warehouse.results import (
    CHECKS,
    COVERAGE,
    FILES,
    FINDING_EVIDENCE,
    FINDINGS,
    QUARANTINE,
    REFUSALS,
    REVIEWS,
    RUN_TABLES,
    RUNS,
    SCHEMA_VERSION,
    SUBJECTS,
)
from pipeline.warehouse.shape import Column, Table, Type

__all__ = [
    "ALL",
    "ATTENDANCE",
    "BALLOTS",
    "CELLS",
    "CHECKS",
    "CONTENT",
    "COVERAGE",
    "DECISIONS",
    "DOCUMENTS",
    "FIGURES",
    "FILES",
    "FINDINGS",
    "FINDING_EVIDENCE",
    "HISTORY",
    "MEETINGS",
    "OF_ONE_DOCUMENT",
    "PAGES",
    "PARAGRAPHS",
    "PARAGRAPH_ITEMS",
    "PARAGRAPH_PARTS",
    "PROBLEMS",
    "QUARANTINE",
    "REFUSALS",
    "REPAIRS",
    "RESERVATIONS",
    "REVIEWS",
    "RUNS",
    "RUN_TABLES",
    "SCHEMA_VERSION",
    "SUBJECTS",
    "TABLES",
    "VERSIONED",
    "VOTES",
]

DOCUMENTS = Table(
    name="documents",
    row="a distinct PDF by content",
    key=("document_id",),
    columns=(
        DOCUMENT,
        text("file_name", "Base name of the file.", required=True),
        text("source_path", "Where it was found: `folder/file.pdf`, `archive.zip!file.pdf`, `parent.pdf!attachment.pdf`."),
        text("kind", "minutes, annual_report, interim_report, plan, audit_report, attachment or other.", required=True),
        ENTITY,
        text("entity_name", "Name of the body as printed most often."),
        text("org_number", "Organisation number, NNNNNN-NNNN."),
        text("title", "Its title."),
        YEAR,
        date("period_start", "First day that it covers."),
        date("period_end", "Last day that it covers."),
        date("meeting_date", "For minutes: the day of the meeting."),
        text("language", "Language of the text, `sv`."),
        integer("page_count", "Number of pages.", required=True),
        text("parent_document_id", "The document that this one is attached to."),
        text("duplicate_of", "The document whose figures count instead of this one's."),
        flag("signed", "Whether a signature field or a signing stamp was seen."),
        text("producer", "The program that made the PDF, as the file says."),
        text("text_source", "native, ocr, repaired, mixed or empty."),
        integer("words_repaired", "Words and figures whose reading was changed."),
        text("extractor_version", "Version of avstam that read it.", required=True),
        moment("ingested_at", "When these rows were written"),
        text("content_hash", "Fingerprint of all rows of the document; equal means that nothing changed.", required=True),
        text("superseded_by", "The newer edition of the same document, whose figures count instead."),
        KNOWN_FROM,
    ),
)

PAGES = Table(
    name="pages",
    row="a page",
    key=("document_id", "page"),
    columns=(
        DOCUMENT,
        PAGE,
        real("width", "Width in points, as displayed."),
        real("height", "Height in points, as displayed."),
        integer("rotation", "The page's /Rotate entry: 0, 90, 180 or 270."),
        text("text_source", "native, ocr, repaired or empty."),
        real("quality", "How good the reading is, 0 to 1."),
        integer("word_count", "Words on the page."),
        integer("repaired_count", "Words on the page whose reading was changed."),
        text("text", "The words of the page, line by line, after repair."),
        integer("number_count", "Numeric tokens on the page: read + furniture + unread."),
        integer("number_read", "Those that became part of a figure, a decision or a meeting's data."),
        integer("number_furniture", "Page numbers, dates, paragraphs, registry numbers and the like."),
        integer("number_unread", "The rest: not understood."),
        text("status", "read, partly_read or failed.", required=True),
        text("problem", "Why the page was not fully read."),
    ),
)

REPAIRS = Table(
    name="repairs",
    row="a word or figure whose reading was changed",
    key=("repair_id",),
    columns=(
        text("repair_id", "Stable id."),
        DOCUMENT,
        PAGE,
        *BOX,
        text("raw", "As it was read."),
        text("repaired", "As it is taken now."),
        text("method", "lexicon, compound, context, document, second_reading, font, arithmetic or wordlist."),
        real("confidence", "0 to 1."),
    ),
)

TABLES = Table(
    name="tables",
    row="a table found (a table that runs over pages is one)",
    key=("table_id",),
    columns=(
        text("table_id", "Stable id."),
        DOCUMENT,
        PAGE,
        *BOX,
        text("title", "The heading or caption above it."),
        integer("row_count", "Rows."),
        integer("column_count", "Columns."),
        text("unit", "As printed: tkr, kr, mnkr."),
        text("kind", "budget, follow_up, income_statement, balance_sheet, cash_flow, note, allocation, ... or other."),
        KNOWN_FROM,
    ),
)

CELLS = Table(
    name="cells",
    row="a cell of a table",
    key=("table_id", "row", "col"),
    columns=(
        text("table_id", "The table."),
        integer("row", "Row, from 0."),
        integer("col", "Column, from 0."),
        DOCUMENT,
        PAGE,
        *BOX,
        text("text", "After repair, lines joined by a space."),
        text("raw", "As read."),
        flag("is_header", "Whether it is a column header."),
        integer("row_span", "Rows covered."),
        integer("col_span", "Columns covered."),
    ),
)

FIGURES = Table(
    name="figures",
    row="one stated figure",
    key=("figure_id",),
    columns=(
        text("figure_id", "Stable id."),
        DOCUMENT,
        ENTITY,
        CONCEPT,
        SUBJECT,
        text("label", "What the row says, as printed; the whole sentence for prose."),
        text("column_header", "Header of its column, levels joined by ` / `; empty for prose."),
        YEAR,
        date("period_start", "First day of its period; equal to period_end for a balance at a date."),
        date("period_end", "Last day of its period."),
        text("scenario", "budget, outcome, forecast, plan, variance, granted or requested."),
        money("value", "Multiplied out (kronor, not thousands), the sign as printed; lower end of a range.", required=True),
        text("unit", "SEK, percent, count or ratio.", required=True),
        Column(name="quantum", type=Type.QUANTUM, comment="Step of the last printed digit, in the value's unit.", required=True),
        text("raw", "Exactly as printed, before repair.", required=True),
        PAGE,
        *BOX,
        text("table_id", "The table it stands in; NULL for prose."),
        integer("row", "Row in the table, from 0."),
        integer("col", "Column in the table, from 0."),
        text("origin", "table or prose.", required=True),
        real("confidence", "How sure reading and meaning are, 0 to 1."),
        flag("repaired", "Whether the reading was changed by repair."),
        text("measure", "income, cost or net where the column says so."),
        money("value_high", "Upper end of a printed range."),
        flag("approximate", "Stated as `ca`, `minst` and the like."),
        flag("change", "A change (`en minskning med ...`), not a level."),
        Column(
            name="value_unrounded", type=Type.DECIMALS, comment="The value with all its decimals, where it has more than two."
        ),
        text("decision_id", "The decision that states it, for what minutes grant."),
        KNOWN_FROM,
    ),
)

PROBLEMS = Table(
    name="problems",
    row="something that a person should know about a document that was read",
    key=("document_id", "position"),
    columns=(
        DOCUMENT,
        integer("position", "Order, from 0."),
        text("code", "Dotted code, e.g. `page.failed`, `load.refused`.", required=True),
        text("severity", "fatal, warning or notice."),
        integer("page", "Page, from 1."),
        text("message", "What is wrong and what to do."),
    ),
)

OF_ONE_DOCUMENT = (PAGES, REPAIRS, TABLES, CELLS, FIGURES, *OF_MINUTES, PROBLEMS)
"""Tables whose rows belong to one document and are written with it; `attendance` through its meeting."""

VERSIONED = (DOCUMENTS, TABLES, FIGURES, MEETINGS, DECISIONS, FINDINGS, FILES)
"""Tables whose rows are kept as they were when a run replaces them; each has `known_from_run`."""


def _history_of(table: Table) -> Table:
    return Table(
        name=f"{table.name}_history",
        row=f"{table.row}, as it was known before a run replaced or removed it",
        key=(*table.key, REPLACED_IN.name),
        columns=(*table.columns, REPLACED_IN),
    )


CONTENT = (DOCUMENTS, *OF_ONE_DOCUMENT, CHECKS, FINDINGS, FINDING_EVIDENCE, SUBJECTS, COVERAGE, QUARANTINE, FILES)
"""Tables that a run fills; what people said, what was known before and the book of runs lie in others."""

HISTORY = {table.name: _history_of(table) for table in VERSIONED}
"""For each of them, the table that keeps what was known before."""

ALL = (
    DOCUMENTS,
    *OF_ONE_DOCUMENT,
    CHECKS,
    FINDINGS,
    FINDING_EVIDENCE,
    REVIEWS,
    SUBJECTS,
    COVERAGE,
    QUARANTINE,
    FILES,
    RUNS,
    RUN_TABLES,
    REFUSALS,
    *HISTORY.values(),
    SCHEMA_VERSION,
)
"""Every table, in the order of the documentation."""
