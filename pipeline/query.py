"""Read findings and documents back from the warehouse, for the command line, the report and Python users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.load import Warehouse
from pipeline.warehouse.database import Row
from schemas.coverage import ExpectedDocument
from schemas.finding import Evidence, Finding
from schemas.place import Box
from schemas.run import Changed, Filters, Located

FINDING_COLUMNS = (
    "finding_id", "rule", "severity", "status", "entity_id", "fiscal_year", "concept", "subject",
    "message_sv", "message_en", "expected", "actual", "difference", "tolerance",
)  # fmt: skip

THINGS = ("finding", "document", "figure", "meeting", "decision")


def find(warehouse: Warehouse, filters: Filters | None = None, finding_id: str | None = None) -> list[Located]:
    """Return findings worst first.

    Args:
        warehouse: an open warehouse.
        filters: which ones; open ones by default.
        finding_id: an id, or its beginning: then the filters do not count.
    """
    condition, parameters = _condition(filters or Filters()) if finding_id is None else ("finding_id LIKE %s", [f"{finding_id}%"])
    columns = ", ".join(f"f.{name}" for name in FINDING_COLUMNS)
    rows = warehouse.rows(
        f"SELECT {columns}, (SELECT min(entity_name) FROM avstam.documents d WHERE d.entity_id = f.entity_id)"  # noqa: S608  # our names
        f" FROM avstam.findings f WHERE {condition}"
        " ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,"
        " abs(coalesce(difference, 0)) DESC, coalesce(entity_id, ''), coalesce(fiscal_year, 0), finding_id",
        parameters,
    )
    evidence = _evidence(warehouse)
    return [_located(row, evidence.get(row[0], [])) for row in rows]


def _condition(filters: Filters) -> tuple[str, list[Any]]:
    parts: list[str] = ["TRUE"]
    values: list[Any] = []
    for name, value in (("severity", filters.severity), ("fiscal_year", filters.year), ("status", filters.status)):
        if value is not None:
            parts.append(f"f.{name} = %s")
            values.append(value)
    if filters.rule is not None:
        parts.append("(f.rule = %s OR f.rule LIKE %s)")
        values += [filters.rule, f"{filters.rule}.%"]
    if filters.body is not None:
        parts.append(
            "(lower(coalesce(f.entity_id, '')) = lower(%s) OR f.entity_id IN"
            " (SELECT entity_id FROM avstam.documents WHERE lower(entity_name) LIKE lower(%s)))"
        )
        values += [filters.body, f"%{filters.body}%"]
    return " AND ".join(parts), values


def _evidence(warehouse: Warehouse) -> dict[str, list[tuple[str, Evidence]]]:
    rows = warehouse.rows(
        "SELECT e.finding_id, d.file_name, e.role, e.document_id, e.page, e.x0, e.top, e.x1, e.bottom,"
        " e.figure_id, e.decision_id, e.raw, e.value FROM avstam.finding_evidence e"
        " LEFT JOIN avstam.documents d ON d.document_id = e.document_id ORDER BY e.finding_id, e.position"
    )
    found: dict[str, list[tuple[str, Evidence]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append((row[1] or "?", _evidence_of(row)))
    return found


def _evidence_of(row: Row) -> Evidence:
    return Evidence(
        role=row[2],
        document_id=row[3],
        page=row[4],
        box=Box(x0=row[5], top=row[6], x1=row[7], bottom=row[8]),
        figure_id=row[9],
        decision_id=row[10],
        raw=row[11] or "",
        value=row[12],
    )


def _located(row: Row, evidence: Sequence[tuple[str, Evidence]]) -> Located:
    values = dict(zip(FINDING_COLUMNS, row, strict=False))
    finding = Finding(**values, evidence=tuple(item for _, item in evidence))
    return Located(finding=finding, files=tuple(file for file, _ in evidence), body=row[len(FINDING_COLUMNS)])


def repaired_words(
    warehouse: Warehouse, file_name: str | None = None, *, method: str | None = None, below: float | None = None
) -> list[dict[str, Any]]:
    """Return changed words with their place, method and confidence, in the order of the pages.

    Args:
        warehouse: an open warehouse.
        file_name: part of a file name; None for all documents.
        method: only changes made by this method (`lexicon`, `font`, ...); None for all.
        below: only changes whose confidence, 0 to 1, is lower; None for all.
    """
    names = ("file_name", "page", "raw", "repaired", "method", "confidence", "x0", "top", "x1", "bottom")
    rows = warehouse.rows(
        "SELECT d.file_name, r.page, r.raw, r.repaired, r.method, r.confidence, r.x0, r.top, r.x1, r.bottom"
        " FROM avstam.repairs r JOIN avstam.documents d ON d.document_id = r.document_id"
        " WHERE lower(d.file_name) LIKE lower(%s) ORDER BY d.file_name, r.page, r.top, r.x0, r.repair_id",
        [f"%{file_name or ''}%"],
    )
    found = [dict(zip(names, row, strict=True)) for row in rows]
    return [one for one in found if method in (None, one["method"]) and (below is None or one["confidence"] < below)]


def native_pages(warehouse: Warehouse) -> list[str]:
    """Return the texts of the pages that were read from a text layer and changed nowhere, one entry for each page."""
    rows = warehouse.rows(
        "SELECT text FROM avstam.pages WHERE text_source = 'native' AND coalesce(repaired_count, 0) = 0 AND text IS NOT NULL"
        " ORDER BY document_id, page"
    )
    return [row[0] for row in rows]


def expected(warehouse: Warehouse, *, body: str | None = None, year: int | None = None) -> list[ExpectedDocument]:
    """Return the documents that should exist, by body, year and kind.

    Args:
        warehouse: an open warehouse.
        body: organisation number, or part of the body's name; None for all.
        year: fiscal year or year of the meeting; None for all.
    """
    columns = tuple(ExpectedDocument.model_fields)
    rows = warehouse.rows(f"SELECT {', '.join(columns)} FROM avstam.coverage")  # noqa: S608  # our names
    found = [ExpectedDocument.model_validate(dict(zip(columns, row, strict=True))) for row in rows]
    names = body_names(warehouse)
    wanted = (body or "").casefold()
    kept = [
        one
        for one in found
        if (year is None or one.fiscal_year == year)
        and (body is None or one.entity_id == body or wanted in names.get(one.entity_id or "", "").casefold())
    ]
    return sorted(kept, key=_place)


def _place(one: ExpectedDocument) -> tuple[str, str, str, str]:
    return one.entity_id or "", str(one.meeting_date or one.fiscal_year or ""), one.kind or "", one.coverage_id


def said(warehouse: Warehouse) -> list[dict[str, Any]]:
    """Return what people said of findings and figures, the latest last."""
    names = ("review_id", "finding_id", "figure_id", "verdict", "corrected_value", "note", "author", "reviewed_at")
    rows = warehouse.rows(f"SELECT {', '.join(names)} FROM avstam.reviews ORDER BY reviewed_at, review_id")  # noqa: S608  # our names
    return [dict(zip(names, row, strict=True)) for row in rows]


def body_names(warehouse: Warehouse) -> dict[str, str]:
    """Return the name of each body by its id."""
    rows = warehouse.rows(
        "SELECT entity_id, min(entity_name) FROM avstam.documents WHERE entity_id IS NOT NULL GROUP BY entity_id"
    )
    return dict(rows)


def copies(warehouse: Warehouse) -> dict[str, str]:
    """Return, for every document that is a copy, the name of the file whose figures and decisions count instead."""
    rows = warehouse.rows(
        "SELECT c.document_id, d.file_name FROM avstam.documents c JOIN avstam.documents d ON d.document_id = c.duplicate_of"
    )
    return {row[0]: row[1] for row in rows}


def verdicts(warehouse: Warehouse) -> dict[str, dict[str, int]]:
    """Return how many checks of each document ended with which verdict; a check across documents counts for its first one."""
    found: dict[str, dict[str, int]] = {}
    for document_id, verdict, number in warehouse.rows(
        "SELECT document_id, verdict, count(*) FROM avstam.checks WHERE document_id IS NOT NULL"
        " GROUP BY document_id, verdict ORDER BY document_id, verdict"
    ):
        found.setdefault(document_id, {})[verdict] = number
    return found


def last_run(warehouse: Warehouse) -> str | None:
    """Return the id of the last run that ended; None when there is none."""
    return (
        str(found)
        if (found := warehouse.rows("SELECT max(run_id) FROM avstam.runs WHERE finished_at IS NOT NULL")[0][0])
        else None
    )


def changes(warehouse: Warehouse, run_id: str, *, whole: bool = False) -> list[Changed]:
    """Return what a run brought, changed and took away: findings first, then facts in the order of their files and pages.

    Args:
        warehouse: an open warehouse.
        run_id: the run.
        whole: also list, one by one, the facts of documents that are new or gone as a whole.
    """
    rows = warehouse.rows(
        "SELECT thing, change, thing_id, file_name, page, label, before, after, document_id FROM avstam.changes"
        " WHERE run_id = %s",
        [run_id],
    )
    documents = {row[8] for row in rows if row[0] == "document" and row[1] != "changed"}
    kept = [row for row in rows if whole or row[0] == "document" or row[8] not in documents]
    names = tuple(Changed.model_fields)
    found = [Changed(**dict(zip(names, row[:8], strict=True))) for row in kept]
    return sorted(
        found, key=lambda one: (THINGS.index(one.thing), one.file_name or "", one.page or 0, one.label or "", one.thing_id)
    )
