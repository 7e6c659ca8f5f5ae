"""The only writer of the warehouse: documents, what reconciliation found, quarantine, coverage and runs.

A document is written in one transaction. What shall be in the warehouse is compared with what is there, and only the difference
is written: loading the same archive twice changes no row, and a run that was killed is completed by the next one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.gist import gist_of
from pipeline.warehouse import findings as load_findings
from pipeline.warehouse import rows as load_rows
from pipeline.warehouse import schema as load_schema
from pipeline.warehouse import tables, versions
from pipeline.warehouse.database import Database, DuckDb, ParquetFolder, Postgres, Row, Value, WarehouseBusyError, WarehouseError
from pipeline.warehouse.difference import Change, LoadReport, Scope, difference, stored_rows
from pipeline.warehouse.records import DocumentFacts, Review, UnreadFile, quarantine_values
from pipeline.warehouse.shape import SCHEMA_VERSION, Table
from schemas.archive import Archive
from schemas.coverage import ExpectedDocument
from schemas.document import Extraction
from schemas.figure import Figure
from schemas.finding import Check, Finding
from schemas.gist import Gist
from schemas.record import stable_id

__all__ = [
    "Change",
    "DocumentFacts",
    "ExpectedDocument",
    "LoadReport",
    "Review",
    "UnreadFile",
    "Warehouse",
    "WarehouseBusyError",
    "WarehouseError",
    "open_warehouse",
]

COLUMNS = [(table.name, table.column_names) for table in (tables.DOCUMENTS, *tables.OF_ONE_DOCUMENT)]
"""Part of every fingerprint, so that a new column is filled when its documents are loaded again."""
OUTSIDE_RUN = "000000"
"""The run that rows carry when no run was begun."""


def open_warehouse(target: str, *, read_only: bool = False) -> Warehouse:
    """Open a warehouse, making it when it is not there.

    Args:
        target: a DuckDB path, `postgresql://user@host/database`, or a folder of Parquet files
            (`parquet:FOLDER`, or ending in `/`).
        read_only: for readers; the warehouse must exist then.

    Raises:
        WarehouseBusyError: another run writes to it.
        WarehouseError: it cannot be opened, or another version of avstam made it.
    """
    database = _connect(target, read_only=read_only)
    try:
        load_schema.prepare(database, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return Warehouse(database)


class Warehouse:
    """An open warehouse. Use it in a `with` block, or close it: Parquet files are written then."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.run_id = OUTSIDE_RUN
        self.report = LoadReport()
        """What the current run changed so far."""
        self._unloadable: set[str] = set()
        """Documents that this run put into quarantine, since their own rows were refused."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let readers have everything that was written, and let go of the warehouse."""
        try:
            self.database.publish()
        finally:
            self.database.close()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """Run a query (`%s` for parameters) and return all its rows."""
        return self.database.rows(sql, parameters)

    def begin_run(self, command: str, version: str, started_at: dt.datetime, settings: str = "{}") -> str:
        """Start a run and return its id, counted from 000001; a run that was killed is taken up again under its own id."""
        last = self.rows("SELECT run_id, finished_at, attempts FROM avstam.runs ORDER BY run_id DESC LIMIT 1")
        killed = bool(last) and last[0][1] is None
        self.run_id = last[0][0] if killed else f"{int(last[0][0] if last else 0) + 1:06d}"
        self.report = LoadReport()
        attempts = (last[0][2] or 1) + 1 if killed else 1
        values = {"run_id": self.run_id, "command": command, "version": version, "started_at": started_at, "attempts": attempts}
        values |= {"settings": settings}
        with self.database.transaction():
            self._bring_to(tables.RUNS, [load_rows.row_of(tables.RUNS, values)], self._in_this_run(), LoadReport())
        return self.run_id

    def end_run(
        self, finished_at: dt.datetime, *, files_seen: int, files_new: int, files_quarantined: int, state: str = ""
    ) -> LoadReport:
        """Write the counts of the run that was begun, and return what it changed."""
        totals = [self.rows(f"SELECT count(*) FROM avstam.{name}")[0][0] for name in ("pages", "figures", "decisions")]  # noqa: S608  # our names
        self.report.findings_new, self.report.findings_resolved = load_findings.changed_in(self.database, self.run_id)
        found = (len(self.report.findings_new), len(self.report.findings_resolved))
        with self.database.transaction():
            self._write_report()
            self.database.execute(
                "UPDATE avstam.runs SET finished_at = %s, files_seen = %s, files_new = %s, files_quarantined = %s, pages = %s,"
                " figures = %s, decisions = %s, findings_new = %s, findings_resolved = %s, state = %s WHERE run_id = %s",
                [load_rows.utc(finished_at), files_seen, files_new, files_quarantined, *totals, *found, state, self.run_id],
            )
        return self.report

    def count_unchanged(self) -> None:
        """Count every row as unchanged: for a run that finds nothing to do."""
        for table in tables.CONTENT:
            self.report.count(table).unchanged += self.rows(f"SELECT count(*) FROM {table.full_name}")[0][0]  # noqa: S608  # our names

    def last_state(self) -> str | None:
        """Return the `state` that the last finished run left, or None when there is none."""
        found = self.rows("SELECT state FROM avstam.runs WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1")
        return str(found[0][0]) if found else None

    def load_document(
        self,
        document: Gist | Extraction,
        facts: DocumentFacts,
        matched: Sequence[Figure] | None = None,
    ) -> LoadReport:
        """Write all rows of one document in one transaction; nothing is written when they are there already.

        Args:
            document: what the document gave.
            facts: where it was found.
            matched: its figures with the subjects that the whole archive shares (`ArchiveDocument.figures`).
        """
        gist = document if isinstance(document, Gist) else gist_of(document)
        extraction = gist.extraction
        rows = load_rows.document_rows(gist, extraction.figures if matched is None else matched)
        values = {**load_rows.document_values(extraction), **dict(facts)}
        known = sorted((name, repr(value)) for name, value in values.items() if name != "ingested_at")
        fingerprint = stable_id(SCHEMA_VERSION, COLUMNS, rows.fingerprint(), known)
        rows.add(tables.DOCUMENTS, {**values, "content_hash": fingerprint})
        if not rows.of(tables.DOCUMENTS):
            return self._quarantine_document(extraction, facts, rows.refused)
        return self._replace_document(extraction.document_id, rows, fingerprint)

    def remove_document(self, document_id: str) -> LoadReport:
        """Take one document and all its rows out, in one transaction; what it stated goes to the history."""
        return self._replace_document(document_id, load_rows.Rows(), None)

    def load_archive_results(self, archive: Archive, checks: Sequence[Check], findings: Sequence[Finding]) -> LoadReport:
        """Write what reconciliation of `archive` found, in one transaction.

        A finding keeps the run that saw it first and what people said of it. A stored one that is not among `findings` becomes
        `resolved` when one of its documents is in `archive` or has left the warehouse; a check is then removed.
        """
        with self.database.transaction():
            run = load_findings.Run(self.run_id, self.report.changed > 0)
            report = load_findings.write(self.database, run, archive, checks, findings)
        self.report.add(report)
        return report

    def load_quarantine(self, files: Iterable[UnreadFile], seen_at: dt.datetime, released: Collection[str] = ()) -> LoadReport:
        """Add or update the files that could not be read, and take out those that were read meanwhile.

        Args:
            files: the files; one with the same `content_id` takes the place of an earlier one.
            seen_at: now, in UTC; the first one is kept while the rest stays.
            released: content ids of files that are no longer bad.
        """
        values = {file.content_id: {**quarantine_values(file), "seen_at": seen_at} for file in files}
        free = set(released) - self._unloadable
        scope = _one_of("content_id", (*values, *sorted(free)))
        kept = [row for content_id, row in values.items() if content_id not in free]
        return self._load(tables.QUARANTINE, kept, scope, ignored=("seen_at",))

    def load_files(self, documents: Mapping[str, str], missing: Collection[str]) -> LoadReport:
        """Write which file holds which document, in place of what was known before.

        Args:
            documents: the document of each file, by full path.
            missing: the files that are no longer there.
        """
        since = {row[0]: row[1] for row in self.rows("SELECT place, missing_since_run FROM avstam.files")}
        lost = {place: since.get(place) or self.run_id for place in missing}
        rows = [
            {"place": place, "document_id": document_id, "missing_since_run": lost.get(place)}
            for place, document_id in sorted(documents.items())
        ]
        return self._load(tables.FILES, rows, Scope())

    def load_coverage(self, expected: Iterable[ExpectedDocument]) -> LoadReport:
        """Write which documents should exist, in place of what was known before."""
        return self._load(tables.COVERAGE, [dict(document) for document in expected], Scope())

    def add_review(self, review: Review) -> str:
        """Store what a person said, set the status of the finding, and return the id of the review."""
        values = {"review_id": stable_id("review", *dict(review).values()), **dict(review)}
        row = load_rows.row_of(tables.REVIEWS, values)
        with self.database.transaction():
            self._bring_to(tables.REVIEWS, [row], Scope("review_id = %s", (values["review_id"],)), self.report)
            load_findings.update_status(self.database, review.finding_id)
        return str(values["review_id"])

    def _load(
        self, table: Table, wanted: Sequence[Mapping[str, Value]], scope: Scope, ignored: Collection[str] = ()
    ) -> LoadReport:
        rows = load_rows.Rows()
        for values in wanted:
            rows.add(table, values)
        report = LoadReport(refused=rows.refused)
        with self.database.transaction():
            self._bring_to(table, rows.of(table), scope, report, ignored)
        self.report.add(report)
        return report

    def _quarantine_document(self, extraction: Extraction, facts: DocumentFacts, refused: list[str]) -> LoadReport:
        """Load nothing of a document whose own row is refused, and list it as a file that could not be read."""
        self._unloadable.add(extraction.document_id)
        file_name = extraction.reading.file_name
        values = {
            "content_id": extraction.document_id,
            "file_name": file_name,
            "source_path": facts.source_path or file_name,
            "reason": "load.refused",
            "detail": f"Not loaded: {refused[-1]}.",
            "seen_at": facts.ingested_at,
        }
        scope = Scope("content_id = %s", (extraction.document_id,))
        report = self._load(tables.QUARANTINE, [values], scope, ignored=("seen_at",))
        report.refused += refused
        self.report.refused += refused
        self._replace_document(extraction.document_id, load_rows.Rows(), None)
        return report

    def _replace_document(self, document_id: str, rows: load_rows.Rows, fingerprint: str | None) -> LoadReport:
        report = LoadReport(refused=rows.refused)
        stored = self._fingerprint(document_id)
        if fingerprint is not None and stored == fingerprint:
            for table in (tables.DOCUMENTS, *tables.OF_ONE_DOCUMENT):
                report.count(table).unchanged += len(rows.of(table))
        else:
            with self.database.transaction():
                self._write_document(document_id, rows, report, known=stored is not None)
        self.report.add(report)
        return report

    def _write_document(self, document_id: str, rows: load_rows.Rows, report: LoadReport, *, known: bool) -> None:
        """Write tables before those that they are found through (attendance before meetings), the document last.

        Of a document that is not `known` there is nothing to look for: all its rows come and go in one transaction.
        """
        for table in reversed((tables.DOCUMENTS, *tables.OF_ONE_DOCUMENT)):
            scope = _of_document(table, document_id) if known else None
            self._bring_to(table, rows.of(table), scope, report, ignored=("ingested_at",))

    def _bring_to(
        self, table: Table, rows: Sequence[Row], scope: Scope | None, report: LoadReport, ignored: Collection[str] = ()
    ) -> None:
        stored = [] if scope is None else stored_rows(self.database, table, scope)
        changes = difference(table, stored, rows, ignored)
        versions.write(self.database, self.run_id, table, changes, report.count(table))

    def _write_report(self) -> None:
        """Store what this run changed, per table, and what it refused."""
        report = self.report
        counts = [(self.run_id, name, *vars(change).values()) for name, change in sorted(report.tables.items())]
        refused = [(self.run_id, position, reason) for position, reason in enumerate(report.refused)]
        for table, rows in ((tables.RUN_TABLES, counts), (tables.REFUSALS, refused)):
            self._bring_to(table, rows, self._in_this_run(), LoadReport())

    def _in_this_run(self) -> Scope:
        return Scope("run_id = %s", (self.run_id,))

    def _fingerprint(self, document_id: str) -> str | None:
        found = self.rows("SELECT content_hash FROM avstam.documents WHERE document_id = %s", [document_id])
        return str(found[0][0]) if found else None


def _of_document(table: Table, document_id: str) -> Scope:
    if "document_id" in table.column_names:
        return Scope("document_id = %s", (document_id,))
    return Scope("meeting_id IN (SELECT meeting_id FROM avstam.meetings WHERE document_id = %s)", (document_id,))


def _one_of(column: str, values: Sequence[Value]) -> Scope:
    marks = ", ".join(["%s"] * len(values))
    return Scope(f"{column} IN ({marks})", tuple(values)) if values else Scope("FALSE")


def _connect(target: str, *, read_only: bool) -> Database:
    if target.startswith(("postgresql://", "postgres://")):
        return Postgres(target, read_only=read_only)
    if target.startswith("parquet:") or target.endswith("/") or Path(target).is_dir():
        return ParquetFolder(Path(target.removeprefix("parquet:")), tables.ALL, read_only=read_only)
    if target != ":memory:" and not read_only:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
    return DuckDb(target, read_only=read_only)
