"""The tables for what was found in the archive as a whole: checks, findings, reviews, coverage, quarantine, runs."""

from __future__ import annotations

from pipeline.warehouse.columns import (
    BOX,
    CONCEPT,
    DOCUMENT,
    ENTITY,
    KNOWN_FROM,
    PAGE,
    SUBJECT,
    YEAR,
    date,
    integer,
    moment,
    money,
    real,
    text,
)
from pipeline.warehouse.shape import Table

CHECKS = Table(
    name="checks",
    row="one identity that was checked, passed or not",
    key=("check_id",),
    columns=(
        text("check_id", "Stable id."),
        text("rule", "Name of the rule, e.g. `table.total`.", required=True),
        text("verdict", "exact, within_rounding, explained, inconsistent or not_checkable.", required=True),
        ENTITY,
        YEAR,
        CONCEPT,
        SUBJECT,
        text("document_id", "The document (the first, across documents)."),
        text("table_id", "The table."),
        money("stated", "What is printed."),
        money("computed", "What it was held against, rounded to two decimals."),
        money("residual", "stated - computed."),
        money("tolerance", "Half-width of the interval that was allowed."),
        text("explanation", "What closes or causes the difference."),
        text("finding_id", "The finding raised from it."),
    ),
)

FINDINGS = Table(
    name="findings",
    row="one inconsistency or deviation",
    key=("finding_id",),
    columns=(
        text("finding_id", "Stable id: rule and evidence, never the run."),
        text("rule", "Name of the rule.", required=True),
        text("severity", "error, warning or notice.", required=True),
        text("status", "open, accepted, dismissed or resolved (no longer found).", required=True),
        ENTITY,
        YEAR,
        CONCEPT,
        SUBJECT,
        text("message_sv", "Both statements, the difference and the likeliest cause, in Swedish.", required=True),
        text("message_en", "The same in English.", required=True),
        money("expected", "What the other statement or the arithmetic gives, rounded to two decimals."),
        money("actual", "What is printed."),
        money("difference", "actual - expected."),
        money("tolerance", "Half-width of the interval that was allowed."),
        text("first_seen_run", "The run that found it first.", required=True),
        text("last_seen_run", "The last run that changed anything and found it.", required=True),
        KNOWN_FROM,
    ),
)

FINDING_EVIDENCE = Table(
    name="finding_evidence",
    row="a place that a finding rests on",
    key=("finding_id", "position"),
    columns=(
        text("finding_id", "The finding."),
        integer("position", "Order, from 0; the accused figure first."),
        text("role", "stated, computed, item, total, prose, table or other."),
        DOCUMENT,
        PAGE,
        *BOX,
        text("figure_id", "The figure."),
        text("decision_id", "The decision."),
        text("raw", "As printed."),
        money("value", "Multiplied out."),
    ),
)

REVIEWS = Table(
    name="reviews",
    row="what a person said of a finding or a value; survives every later run",
    key=("review_id",),
    columns=(
        text("review_id", "Stable id."),
        text("finding_id", "The finding."),
        text("figure_id", "The figure."),
        text("verdict", "accepted, dismissed, or another word; the first two set the finding's status.", required=True),
        money("corrected_value", "The right value, where a person gave one."),
        text("note", "Why."),
        text("author", "Who."),
        moment("reviewed_at", "When"),
    ),
)

COVERAGE = Table(
    name="coverage",
    row="a document that should exist: body, year or meeting, kind",
    key=("coverage_id",),
    columns=(
        text("coverage_id", "Stable id."),
        ENTITY,
        text("kind", "Kind of the document."),
        YEAR,
        date("meeting_date", "For minutes."),
        integer("paragraph_first", "First paragraph."),
        integer("paragraph_last", "Last paragraph."),
        text("state", "present, missing, unreadable or superseded.", required=True),
        text("document_id", "The document, where it is present."),
        text("reason", "Why it is expected, or why it could not be read."),
    ),
)

QUARANTINE = Table(
    name="quarantine",
    row="a file that could not be read",
    key=("content_id",),
    columns=(
        text("content_id", "SHA-256 of the file in hex."),
        text("file_name", "Base name.", required=True),
        text("source_path", "Where it was found."),
        text("reason", "Code of the reason, e.g. `read.encrypted`.", required=True),
        text("detail", "What is wrong and what to do."),
        moment("seen_at", "When it was seen first with this reason"),
    ),
)

FILES = Table(
    name="files",
    row="a file and the document that it held when it was last looked at",
    key=("place",),
    columns=(
        text("place", "Where it lies: its full path; `archive.zip!inner/path.pdf` within an archive."),
        DOCUMENT,
        text("missing_since_run", "The run that looked for it in its folder and did not find it; NULL while it is there."),
        KNOWN_FROM,
    ),
)

RUNS = Table(
    name="runs",
    row="a run",
    key=("run_id",),
    columns=(
        text("run_id", "Counted from 000001."),
        moment("started_at", "When it began"),
        moment("finished_at", "When it ended; NULL while it runs or when it was killed"),
        text("command", "What was run."),
        text("version", "Version of avstam."),
        integer("files_seen", "Files found."),
        integer("files_new", "Files not seen before."),
        integer("files_quarantined", "Files that could not be read."),
        integer("pages", "Pages in the warehouse at the end."),
        integer("figures", "Figures in the warehouse at the end."),
        integer("decisions", "Decisions in the warehouse at the end."),
        integer("findings_new", "Findings that were not there before."),
        integer("findings_resolved", "Findings that were there before and are gone."),
        text("state", "An id of all that the content of the warehouse depends on; equal means that there was nothing to do."),
        integer("attempts", "How often it was begun: more than once when it was killed and the next run completed it."),
        text("settings", "Thresholds and switches of the rules that were set, as JSON; `{}` for the defaults."),
    ),
)

RUN_TABLES = Table(
    name="run_tables",
    row="what a run did to a table",
    key=("run_id", "table_name"),
    columns=(
        text("run_id", "The run."),
        text("table_name", "The table."),
        integer("inserted", "Rows that were not there.", required=True),
        integer("updated", "Rows that were there with other content.", required=True),
        integer("unchanged", "Rows that were looked at and stayed as they were.", required=True),
        integer("removed", "Rows that were taken out.", required=True),
    ),
)

REFUSALS = Table(
    name="refusals",
    row="a row that a run refused, since it breaks the contract",
    key=("run_id", "position"),
    columns=(
        text("run_id", "The run."),
        integer("position", "Order, from 0."),
        text("reason", "Which row, and what is wrong with it.", required=True),
    ),
)

SUBJECTS = Table(
    name="subjects",
    row="a name in a document that was taken to mean the same as another",
    key=("name", "subject"),
    columns=(
        text("name", "The name as a document has it."),
        text("subject", "The name shared by the whole archive."),
        real("score", "0 to 1."),
        text("reason", "spelling, alias, same amount, ..."),
    ),
)

SCHEMA_VERSION = Table(
    name="schema_version",
    row="the version of the schema (a single row)",
    key=("version",),
    columns=(
        integer("version", "Version that this warehouse was made with, or brought up to."),
        text("declared", "Fingerprint of all tables, columns and views; equal means that there is nothing to bring up to date."),
    ),
)
