"""The tables of the warehouse: the one place that says which columns exist, their types, keys and meaning.

Names are a contract with the people whose SQL reads them: add columns at the end of a table, rename none.
"""

from __future__ import annotations

from pipeline.warehouse import Column, Table, Type


def _text(name: str, comment: str, *, required: bool = False) -> Column:
    return Column(name=name, type=Type.TEXT, comment=comment, required=required)


def _integer(name: str, comment: str, *, required: bool = False) -> Column:
    return Column(name=name, type=Type.INTEGER, comment=comment, required=required)


def _money(name: str, comment: str, *, required: bool = False) -> Column:
    return Column(name=name, type=Type.MONEY, comment=comment, required=required)


def _real(name: str, comment: str) -> Column:
    return Column(name=name, type=Type.REAL, comment=comment)


def _flag(name: str, comment: str) -> Column:
    return Column(name=name, type=Type.BOOLEAN, comment=comment)


def _date(name: str, comment: str) -> Column:
    return Column(name=name, type=Type.DATE, comment=comment)


def _time(name: str, comment: str) -> Column:
    return Column(name=name, type=Type.TIME, comment=comment)


def _moment(name: str, comment: str) -> Column:
    return Column(name=name, type=Type.TIMESTAMP, comment=f"{comment} (UTC).")


BOX = (
    _real("x0", "Left edge in PDF points from the left of the page as displayed."),
    _real("top", "Upper edge in PDF points from the top of the page as displayed."),
    _real("x1", "Right edge, as x0."),
    _real("bottom", "Lower edge, as top."),
)
DOCUMENT = _text("document_id", "The document: SHA-256 of the file in hex.", required=True)
PAGE = _integer("page", "Page, counted from 1.", required=True)
ENTITY = _text("entity_id", "The body: organisation number where stated, else a slug of its name.")
YEAR = _integer("fiscal_year", "The year that it is about.")
CONCEPT = _text("concept", "Dotted id in the chart of concepts; NULL when the label is not known.")
SUBJECT = _text("subject", "The initiative or unit that it is about, the same name in every document once matched.")

DOCUMENTS = Table(
    name="documents",
    row="a distinct PDF by content",
    key=("document_id",),
    columns=(
        DOCUMENT,
        _text("file_name", "Base name of the file.", required=True),
        _text("source_path", "Where it was found: `folder/file.pdf`, `archive.zip!file.pdf`, `parent.pdf!attachment.pdf`."),
        _text("kind", "minutes, annual_report, interim_report, plan, audit_report, attachment or other.", required=True),
        ENTITY,
        _text("entity_name", "Name of the body as printed most often."),
        _text("org_number", "Organisation number, NNNNNN-NNNN."),
        _text("title", "Its title."),
        YEAR,
        _date("period_start", "First day that it covers."),
        _date("period_end", "Last day that it covers."),
        _date("meeting_date", "For minutes: the day of the meeting."),
        _text("language", "Language of the text, `sv`."),
        _integer("page_count", "Number of pages.", required=True),
        _text("parent_document_id", "The document that this one is attached to."),
        _text("duplicate_of", "The document whose figures count instead of this one's."),
        _flag("signed", "Whether a signature field or a signing stamp was seen."),
        _text("producer", "The program that made the PDF, as the file says."),
        _text("text_source", "native, ocr, repaired, mixed or empty."),
        _integer("words_repaired", "Words and figures whose reading was changed."),
        _text("extractor_version", "Version of avstam that read it.", required=True),
        _moment("ingested_at", "When these rows were written"),
        _text("content_hash", "Fingerprint of all rows of the document; equal means that nothing changed.", required=True),
    ),
)

PAGES = Table(
    name="pages",
    row="a page",
    key=("document_id", "page"),
    columns=(
        DOCUMENT,
        PAGE,
        _real("width", "Width in points, as displayed."),
        _real("height", "Height in points, as displayed."),
        _integer("rotation", "The page's /Rotate entry: 0, 90, 180 or 270."),
        _text("text_source", "native, ocr, repaired or empty."),
        _real("quality", "How good the reading is, 0 to 1."),
        _integer("word_count", "Words on the page."),
        _integer("repaired_count", "Words on the page whose reading was changed."),
        _text("text", "The words of the page, line by line, after repair."),
        _integer("number_count", "Numeric tokens on the page: read + furniture + unread."),
        _integer("number_read", "Those that became part of a figure, a decision or a meeting's data."),
        _integer("number_furniture", "Page numbers, dates, paragraphs, registry numbers and the like."),
        _integer("number_unread", "The rest: not understood."),
        _text("status", "read, partly_read or failed.", required=True),
        _text("problem", "Why the page was not fully read."),
    ),
)

REPAIRS = Table(
    name="repairs",
    row="a word or figure whose reading was changed",
    key=("repair_id",),
    columns=(
        _text("repair_id", "Stable id."),
        DOCUMENT,
        PAGE,
        *BOX,
        _text("raw", "As it was read."),
        _text("repaired", "As it is taken now."),
        _text("method", "lexicon, compound, context, document, second_reading, font, arithmetic or wordlist."),
        _real("confidence", "0 to 1."),
    ),
)

TABLES = Table(
    name="tables",
    row="a table found (a table that runs over pages is one)",
    key=("table_id",),
    columns=(
        _text("table_id", "Stable id."),
        DOCUMENT,
        PAGE,
        *BOX,
        _text("title", "The heading or caption above it."),
        _integer("row_count", "Rows."),
        _integer("column_count", "Columns."),
        _text("unit", "As printed: tkr, kr, mnkr."),
        _text("kind", "budget, follow_up, income_statement, balance_sheet, cash_flow, note, allocation, ... or other."),
    ),
)

CELLS = Table(
    name="cells",
    row="a cell of a table",
    key=("table_id", "row", "col"),
    columns=(
        _text("table_id", "The table."),
        _integer("row", "Row, from 0."),
        _integer("col", "Column, from 0."),
        DOCUMENT,
        PAGE,
        *BOX,
        _text("text", "After repair, lines joined by a space."),
        _text("raw", "As read."),
        _flag("is_header", "Whether it is a column header."),
        _integer("row_span", "Rows covered."),
        _integer("col_span", "Columns covered."),
    ),
)

FIGURES = Table(
    name="figures",
    row="one stated figure",
    key=("figure_id",),
    columns=(
        _text("figure_id", "Stable id."),
        DOCUMENT,
        ENTITY,
        CONCEPT,
        SUBJECT,
        _text("label", "What the row says, as printed; the whole sentence for prose."),
        _text("column_header", "Header of its column, levels joined by ` / `; empty for prose."),
        YEAR,
        _date("period_start", "First day of its period; equal to period_end for a balance at a date."),
        _date("period_end", "Last day of its period."),
        _text("scenario", "budget, outcome, forecast, plan, variance, granted or requested."),
        _money("value", "Multiplied out (kronor, not thousands), the sign as printed; lower end of a range.", required=True),
        _text("unit", "SEK, percent, count or ratio.", required=True),
        Column(name="quantum", type=Type.QUANTUM, comment="Step of the last printed digit, in the value's unit.", required=True),
        _text("raw", "Exactly as printed, before repair.", required=True),
        PAGE,
        *BOX,
        _text("table_id", "The table it stands in; NULL for prose."),
        _integer("row", "Row in the table, from 0."),
        _integer("col", "Column in the table, from 0."),
        _text("origin", "table or prose.", required=True),
        _real("confidence", "How sure reading and meaning are, 0 to 1."),
        _flag("repaired", "Whether the reading was changed by repair."),
        _text("measure", "income, cost or net where the column says so."),
        _money("value_high", "Upper end of a printed range."),
        _flag("approximate", "Stated as `ca`, `minst` and the like."),
        _flag("change", "A change (`en minskning med ...`), not a level."),
        Column(
            name="value_unrounded", type=Type.DECIMALS, comment="The value with all its decimals, where it has more than two."
        ),
    ),
)

FIGURES_HISTORY = Table(
    name="figures_history",
    row="a figure as it was known before a run replaced or removed it",
    key=("figure_id", "replaced_in_run"),
    columns=(*FIGURES.columns, _text("replaced_in_run", "The run that replaced or removed it.")),
)

MEETINGS = Table(
    name="meetings",
    row="a meeting",
    key=("meeting_id",),
    columns=(
        _text("meeting_id", "Stable id."),
        DOCUMENT,
        ENTITY,
        _text("body", "The organ that met."),
        _date("meeting_date", "First day of the meeting."),
        _time("start_time", "When it began."),
        _time("end_time", "When it ended."),
        _text("place", "Where."),
        _text("chair", "Ordförande."),
        _text("secretary", "Sekreterare."),
        _text("adjusters", "Justerare, joined by `, `."),
        _integer("paragraph_first", "First paragraph that the cover claims."),
        _integer("paragraph_last", "Last paragraph that the cover claims."),
        _date("next_meeting_date", "Announced next meeting."),
        _text("next_meeting_place", "Its place."),
        _date("previous_minutes_date", "Date of the minutes referred to as previous."),
    ),
)

ATTENDANCE = Table(
    name="attendance",
    row="a person at a meeting",
    key=("meeting_id", "position"),
    columns=(
        _text("meeting_id", "The meeting."),
        _integer("position", "Order in the list, from 0."),
        _text("name", "As printed, repaired."),
        _text("organisation", "Who appointed the person, or the party."),
        _text("role", "ordförande, ledamot, ersättare, sekreterare, ..."),
        _flag("present", "NULL when the document does not say."),
        _flag("deciding", "Whether the person took part in the decisions."),
        _text("note", "E.g. `§§ 94-98`."),
    ),
)

DECISIONS = Table(
    name="decisions",
    row="one point decided",
    key=("decision_id",),
    columns=(
        _text("decision_id", "Stable id."),
        DOCUMENT,
        _text("meeting_id", "The meeting."),
        _date("meeting_date", "Its date."),
        _text("paragraph", "Number of the paragraph, `51` or `51 a`."),
        _text("heading", "Its heading."),
        _integer("point_index", "Order within the paragraph, from 0."),
        _text("text", "The decided point."),
        _text("background", "The text of the paragraph before the decision."),
        _text("kind", "approve, grant, reject, remit, postpone, note, appoint, adopt, delegate, propose or other."),
        _money("amount", "An amount granted or decided, multiplied out."),
        SUBJECT,
        YEAR,
        _text("reference", "Registry number or earlier decision."),
        PAGE,
        *BOX,
    ),
)

CHECKS = Table(
    name="checks",
    row="one identity that was checked, passed or not",
    key=("check_id",),
    columns=(
        _text("check_id", "Stable id."),
        _text("rule", "Name of the rule, e.g. `table.total`.", required=True),
        _text("verdict", "exact, within_rounding, explained, inconsistent or not_checkable.", required=True),
        ENTITY,
        YEAR,
        CONCEPT,
        SUBJECT,
        _text("document_id", "The document (the first, across documents)."),
        _text("table_id", "The table."),
        _money("stated", "What is printed."),
        _money("computed", "What it was held against, rounded to two decimals."),
        _money("residual", "stated - computed."),
        _money("tolerance", "Half-width of the interval that was allowed."),
        _text("explanation", "What closes or causes the difference."),
        _text("finding_id", "The finding raised from it."),
    ),
)

FINDINGS = Table(
    name="findings",
    row="one inconsistency or deviation",
    key=("finding_id",),
    columns=(
        _text("finding_id", "Stable id: rule and evidence, never the run."),
        _text("rule", "Name of the rule.", required=True),
        _text("severity", "error, warning or notice.", required=True),
        _text("status", "open, accepted, dismissed or resolved (no longer found).", required=True),
        ENTITY,
        YEAR,
        CONCEPT,
        SUBJECT,
        _text("message_sv", "Both statements, the difference and the likeliest cause, in Swedish.", required=True),
        _text("message_en", "The same in English.", required=True),
        _money("expected", "What the other statement or the arithmetic gives, rounded to two decimals."),
        _money("actual", "What is printed."),
        _money("difference", "actual - expected."),
        _money("tolerance", "Half-width of the interval that was allowed."),
        _text("first_seen_run", "The run that found it first.", required=True),
        _text("last_seen_run", "The last run that changed anything and found it.", required=True),
    ),
)

FINDING_EVIDENCE = Table(
    name="finding_evidence",
    row="a place that a finding rests on",
    key=("finding_id", "position"),
    columns=(
        _text("finding_id", "The finding."),
        _integer("position", "Order, from 0; the accused figure first."),
        _text("role", "stated, computed, item, total, prose, table or other."),
        DOCUMENT,
        PAGE,
        *BOX,
        _text("figure_id", "The figure."),
        _text("decision_id", "The decision."),
        _text("raw", "As printed."),
        _money("value", "Multiplied out."),
    ),
)

REVIEWS = Table(
    name="reviews",
    row="what a person said of a finding or a value; survives every later run",
    key=("review_id",),
    columns=(
        _text("review_id", "Stable id."),
        _text("finding_id", "The finding."),
        _text("figure_id", "The figure."),
        _text("verdict", "accepted, dismissed, or another word; the first two set the finding's status.", required=True),
        _money("corrected_value", "The right value, where a person gave one."),
        _text("note", "Why."),
        _text("author", "Who."),
        _moment("reviewed_at", "When"),
    ),
)

COVERAGE = Table(
    name="coverage",
    row="a document that should exist: body, year or meeting, kind",
    key=("coverage_id",),
    columns=(
        _text("coverage_id", "Stable id."),
        ENTITY,
        _text("kind", "Kind of the document."),
        YEAR,
        _date("meeting_date", "For minutes."),
        _integer("paragraph_first", "First paragraph."),
        _integer("paragraph_last", "Last paragraph."),
        _text("state", "present, missing, unreadable or superseded.", required=True),
        _text("document_id", "The document, where it is present."),
        _text("reason", "Why it is expected, or why it could not be read."),
    ),
)

QUARANTINE = Table(
    name="quarantine",
    row="a file that could not be read",
    key=("content_id",),
    columns=(
        _text("content_id", "SHA-256 of the file in hex."),
        _text("file_name", "Base name.", required=True),
        _text("source_path", "Where it was found."),
        _text("reason", "Code of the reason, e.g. `read.encrypted`.", required=True),
        _text("detail", "What is wrong and what to do."),
        _moment("seen_at", "When it was seen first with this reason"),
    ),
)

RUNS = Table(
    name="runs",
    row="a run",
    key=("run_id",),
    columns=(
        _text("run_id", "Counted from 000001."),
        _moment("started_at", "When it began"),
        _moment("finished_at", "When it ended; NULL while it runs or when it was killed"),
        _text("command", "What was run."),
        _text("version", "Version of avstam."),
        _integer("files_seen", "Files found."),
        _integer("files_new", "Files not seen before."),
        _integer("files_quarantined", "Files that could not be read."),
        _integer("pages", "Pages in the warehouse at the end."),
        _integer("figures", "Figures in the warehouse at the end."),
        _integer("decisions", "Decisions in the warehouse at the end."),
        _integer("findings_new", "Findings that were not there before."),
        _integer("findings_resolved", "Findings that were there before and are gone."),
        _text("state", "An id of all that the content of the warehouse depends on; equal means that there was nothing to do."),
    ),
)

PROBLEMS = Table(
    name="problems",
    row="something that a person should know about a document that was read",
    key=("document_id", "position"),
    columns=(
        DOCUMENT,
        _integer("position", "Order, from 0."),
        _text("code", "Dotted code, e.g. `page.failed`, `load.refused`.", required=True),
        _text("severity", "fatal, warning or notice."),
        _integer("page", "Page, from 1."),
        _text("message", "What is wrong and what to do."),
    ),
)

SUBJECTS = Table(
    name="subjects",
    row="a name in a document that was taken to mean the same as another",
    key=("name", "subject"),
    columns=(
        _text("name", "The name as a document has it."),
        _text("subject", "The name shared by the whole archive."),
        _real("score", "0 to 1."),
        _text("reason", "spelling, alias, same amount, ..."),
    ),
)

SCHEMA_VERSION = Table(
    name="schema_version",
    row="the version of the schema (a single row)",
    key=("version",),
    columns=(_integer("version", "Version that this warehouse was made with."),),
)

OF_ONE_DOCUMENT = (PAGES, REPAIRS, TABLES, CELLS, FIGURES, MEETINGS, ATTENDANCE, DECISIONS, PROBLEMS)
"""Tables whose rows belong to one document and are written with it; `attendance` through its meeting."""

ALL = (
    DOCUMENTS,
    *OF_ONE_DOCUMENT,
    FIGURES_HISTORY,
    CHECKS,
    FINDINGS,
    FINDING_EVIDENCE,
    REVIEWS,
    SUBJECTS,
    COVERAGE,
    QUARANTINE,
    RUNS,
    SCHEMA_VERSION,
)
"""Every table, in the order of the documentation."""
