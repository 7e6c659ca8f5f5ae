"""How findings live on from run to run: what is new, what is still there, what is resolved, and what people said of it.

The rules, in words: a finding keeps its id, so that the run that saw it first is known. What is found gets the status that the
latest review gives it, else `open`. What is no longer found stays in the table as `resolved`, but only when one of its documents
was looked at in this run or has left the warehouse: a run over one folder says nothing about another. `last_seen_run` moves only
in a run that changed something, so that a repeated run leaves every row as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.warehouse import rows as load_rows
from pipeline.warehouse import tables, versions
from pipeline.warehouse.database import Database, Row
from pipeline.warehouse.difference import Difference, LoadReport, Scope, apply, difference, stored_rows
from pipeline.warehouse.fields import fields_of
from pipeline.warehouse.shape import Table
from schemas.archive import Archive
from schemas.finding import Check, Finding

MANY_CHECKS = 20_000
"""Checks from which they are written in parts."""
STATUS_OF_VERDICT = {"accepted": "accepted", "dismissed": "dismissed", "reopened": "open"}


@dataclass(frozen=True)
class Run:
    """The run that writes."""

    run_id: str
    """Its id."""
    changed: bool
    """Whether it has changed a row so far."""


@dataclass(frozen=True)
class LookedAt:
    """Which documents this run says something about."""

    seen: frozenset[str]
    """Documents that were reconciled."""
    present: frozenset[str]
    """Documents in the warehouse."""

    def covers(self, documents: set[str]) -> bool:
        """Tell whether what rests on `documents` would have been found again if it were still so."""
        return bool(documents & self.seen) or not documents & self.present


def write(database: Database, run: Run, archive: Archive, checks: Sequence[Check], findings: Sequence[Finding]) -> LoadReport:
    """Write the results of one reconciliation; the caller holds the transaction."""
    rows = _wanted_rows(archive, findings)
    report = LoadReport()
    looked_at = LookedAt(
        seen=frozenset(document.document_id for document in archive.documents),
        present=frozenset(row[0] for row in database.rows("SELECT document_id FROM avstam.documents")),
    )
    for some in _in_parts(checks):
        _write_checks(database, some, looked_at, report)
    report.refused += rows.refused
    for table, changes in (
        (tables.FINDING_EVIDENCE, _evidence_changes(database, rows)),
        (tables.SUBJECTS, difference(tables.SUBJECTS, stored_rows(database, tables.SUBJECTS, Scope()), rows.of(tables.SUBJECTS))),
    ):
        apply(database, table, changes, report.count(table))
    _write_findings(database, Run(run.run_id, run.changed or report.changed > 0), rows, looked_at, report)
    return report


def update_status(database: Database, finding_id: str | None) -> None:
    """Give a finding the status of its latest review; a resolved one stays resolved."""
    status = _reviewed_statuses(database).get(finding_id or "")
    if status is not None:
        database.execute(
            "UPDATE avstam.findings SET status = %s WHERE finding_id = %s AND status <> 'resolved'", [status, finding_id]
        )


def changed_in(database: Database, run_id: str) -> tuple[list[str], list[str]]:
    """Return the ids of the findings that a run brought and of those that it resolved, whatever attempt of it did so."""
    before = {
        row[0]
        for row in database.rows(
            "SELECT finding_id FROM avstam.findings_history WHERE replaced_in_run = %s AND status <> 'resolved'", [run_id]
        )
    }
    now = dict(_pairs(database.rows("SELECT finding_id, status FROM avstam.findings WHERE known_from_run = %s", [run_id])))
    new = sorted(key for key, status in now.items() if status != "resolved" and key not in before)
    return new, sorted(key for key in before if now.get(key) == "resolved")


def _pairs(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows]


def _wanted_rows(archive: Archive, findings: Sequence[Finding]) -> load_rows.Rows:
    rows = load_rows.Rows()
    for finding in findings:
        runs = {"first_seen_run": "", "last_seen_run": ""}  # filled in when the stored row is known
        rows.add(tables.FINDINGS, {**dict(finding), **runs})
        for position, evidence in enumerate(finding.evidence):
            values = {**fields_of(evidence), "finding_id": finding.finding_id, "position": position}
            rows.add(tables.FINDING_EVIDENCE, values)
    for match in archive.subjects:
        rows.add(tables.SUBJECTS, dict(match))
    return rows


@dataclass(frozen=True)
class CheckPart:
    """The checks whose ids begin alike."""

    beginning: str
    checks: Sequence[Check]


def _in_parts(checks: Sequence[Check]) -> Iterator[CheckPart]:
    """Yield checks in parts, so that the rows of one part at a time stand in memory; few checks are one part."""
    if len(checks) < MANY_CHECKS:
        yield CheckPart("", checks)
        return
    parts: dict[str, list[Check]] = {digit: [] for digit in "0123456789abcdef"}
    for check in checks:
        parts.setdefault(check.check_id[:1], []).append(check)
    yield from (CheckPart(digit, some) for digit, some in parts.items())


def _write_checks(database: Database, part: CheckPart, looked_at: LookedAt, report: LoadReport) -> None:
    """Bring the checks of one part to what was found."""
    rows = load_rows.Rows()
    for check in part.checks:
        rows.add(tables.CHECKS, dict(check))
    report.refused += rows.refused
    stored = stored_rows(database, tables.CHECKS, Scope("check_id LIKE %s", (f"{part.beginning}%",)))
    apply(database, tables.CHECKS, _check_changes(stored, rows, looked_at), report.count(tables.CHECKS))


def _check_changes(stored: Sequence[Row], rows: load_rows.Rows, looked_at: LookedAt) -> Difference:
    at = tables.CHECKS.column_names.index("document_id")
    at_stake = [row for row in stored if looked_at.covers({row[at]} - {None})]
    others = {row[0] for row in stored} - {row[0] for row in at_stake}
    known = {row[0] for row in rows.of(tables.CHECKS)} & others
    at_stake += [row for row in stored if row[0] in known]
    return difference(tables.CHECKS, at_stake, rows.of(tables.CHECKS))


def _evidence_changes(database: Database, rows: load_rows.Rows) -> Difference:
    found = {row[0] for row in rows.of(tables.FINDINGS)}
    stored = [row for row in stored_rows(database, tables.FINDING_EVIDENCE, Scope()) if row[0] in found]
    return difference(tables.FINDING_EVIDENCE, stored, rows.of(tables.FINDING_EVIDENCE))


def _write_findings(database: Database, run: Run, rows: load_rows.Rows, looked_at: LookedAt, report: LoadReport) -> None:
    stored = {row[0]: _named(tables.FINDINGS, row) for row in stored_rows(database, tables.FINDINGS, Scope())}
    found = {row[0]: _named(tables.FINDINGS, row) for row in rows.of(tables.FINDINGS)}
    reviewed = _reviewed_statuses(database)
    gone = _gone(database, stored, found, looked_at)
    report.findings_new += [key for key in found if key not in stored or stored[key]["status"] == "resolved"]
    report.findings_resolved += gone
    wanted = dict(stored)
    wanted |= {key: {**stored[key], "status": "resolved"} for key in gone}
    for key, finding in found.items():
        before = stored.get(key, {"first_seen_run": run.run_id, "last_seen_run": run.run_id})
        kept = {name: before[name] for name in ("first_seen_run", "last_seen_run")}
        wanted[key] = {**finding, **kept, "status": reviewed.get(key, "open")}
    old, new = [tuple(row.values()) for row in stored.values()], [tuple(row.values()) for row in wanted.values()]
    changes = difference(tables.FINDINGS, old, new)
    versions.write(database, run.run_id, tables.FINDINGS, changes, report.count(tables.FINDINGS))
    if run.changed or report.changed > 0:
        _mark_seen(database, run.run_id, list(found))


def _gone(
    database: Database, stored: Mapping[str, Mapping[str, object]], found: Mapping[str, object], looked_at: LookedAt
) -> list[str]:
    documents: dict[str, set[str]] = {key: set() for key in stored}
    for finding_id, document_id in database.rows("SELECT finding_id, document_id FROM avstam.finding_evidence"):
        documents.setdefault(finding_id, set()).add(document_id)
    missing = [key for key, row in stored.items() if key not in found and row["status"] != "resolved"]
    return sorted(key for key in missing if looked_at.covers(documents[key]))


def _mark_seen(database: Database, run_id: str, found: list[str]) -> None:
    marks = ", ".join(["%s"] * len(found))
    if found:
        database.execute(f"UPDATE avstam.findings SET last_seen_run = %s WHERE finding_id IN ({marks})", [run_id, *found])  # noqa: S608  # marks for parameters


def _reviewed_statuses(database: Database) -> dict[str, str]:
    reviews = database.rows(
        "SELECT finding_id, verdict FROM avstam.reviews WHERE finding_id IS NOT NULL ORDER BY reviewed_at, review_id"
    )
    return {finding_id: STATUS_OF_VERDICT[verdict] for finding_id, verdict in reviews if verdict in STATUS_OF_VERDICT}


def _named(table: Table, row: Row) -> dict[str, object]:
    return dict(zip(table.column_names, row, strict=True))
