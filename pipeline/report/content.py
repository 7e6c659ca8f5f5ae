"""What the report page shows, read from the warehouse: findings with their evidence, documents, repairs, gaps.

Everything is sorted here, worst first or by file name, so that the page is the same for the same warehouse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pipeline.load import Warehouse
from pipeline.query import verdicts
from pipeline.report.changes import Changes, read_changes
from pipeline.report.places import PageSize, Spot
from pipeline.report.texts import Language
from schemas.finding import Verdict
from schemas.place import Box

SEVERITIES = ("error", "warning", "notice")
VERDICTS = ("exact", "within_rounding", "explained", "inconsistent", "not_checkable")

Named = dict[str, Any]
"""A row by column name."""


@dataclass(frozen=True)
class FoundPlace:
    """One place that a finding rests on."""

    row: Named
    """The columns of `finding_evidence`, with `file_name`, `label`, `column_header`, `unit`, `scanned` and `repaired`."""
    spot: Spot

    @property
    def caption(self) -> str:
        """Where it stands: `report.pdf:p7`."""
        return f"{self.row['file_name']}:p{self.row['page']}"


@dataclass(frozen=True)
class FoundThing:
    """A finding."""

    row: Named
    """The columns of `findings`."""
    places: tuple[FoundPlace, ...]
    reviews: tuple[Named, ...] = ()
    """What people said of it, the latest last."""
    is_new: bool = False
    """Whether the last run found it first."""

    @property
    def unit(self) -> str | None:
        """The unit of the accused figure, where one is known."""
        return next((place.row["unit"] for place in self.places if place.row["unit"]), None)


@dataclass(frozen=True)
class Content:
    """Everything on the page."""

    run: Named | None
    """The last run."""
    changes: Changes
    """What it changed."""
    documents: list[Named]
    findings: list[FoundThing]
    """Open ones, worst first."""
    settled: list[FoundThing]
    """Accepted, dismissed and resolved ones."""
    rules: list[tuple[str, dict[str, int]]]
    """Per rule: how many checks ended how."""
    repairs: dict[str, list[Named]]
    """By document id."""
    quarantine: list[Named]
    problems: list[Named]
    gaps: list[Named]
    sizes: dict[tuple[str, int], PageSize]

    @property
    def verdicts(self) -> dict[str, int]:
        """How many checks ended how, over all rules."""
        return {verdict: sum(counts.get(verdict, 0) for _, counts in self.rules) for verdict in VERDICTS}

    @property
    def severities(self) -> dict[str, int]:
        """How many open findings of each severity."""
        return {severity: sum(found.row["severity"] == severity for found in self.findings) for severity in SEVERITIES}

    def messages(self, language: Language) -> dict[str, str]:
        """Return what each finding says, by id."""
        return {found.row["finding_id"]: found.row[f"message_{language}"] for found in (*self.findings, *self.settled)}

    def total(self, column: str) -> int:
        """Return the sum of a count over all documents."""
        return sum(document[column] or 0 for document in self.documents)


def read_content(warehouse: Warehouse) -> Content:
    """Read all that the page shows."""
    documents = _documents(warehouse)
    found = _findings(warehouse, {document["document_id"]: document["file_name"] for document in documents})
    repairs: dict[str, list[Named]] = {}
    for row in _select(warehouse, _REPAIRS):
        repairs.setdefault(row["document_id"], []).append(row)
    pages = warehouse.rows("SELECT document_id, page, width, height FROM avstam.pages")
    run = next(iter(_select(warehouse, _LAST_RUN)), None)
    return Content(
        run=run,
        changes=read_changes(warehouse, run["run_id"] if run else None),
        documents=documents,
        findings=[finding for finding in found if finding.row["status"] == "open"],
        settled=[finding for finding in found if finding.row["status"] != "open"],
        rules=_rules(warehouse),
        repairs=repairs,
        quarantine=_select(warehouse, "SELECT * FROM avstam.quarantine", ("source_path", "content_id")),
        problems=_select(warehouse, _PROBLEMS, ("file_name", "document_id", "position")),
        gaps=_select(warehouse, _GAPS, ("entity_id", "kind", "fiscal_year", "coverage_id")),
        sizes={(document_id, page): PageSize(width, height) for document_id, page, width, height in pages},
    )


_LAST_RUN = "SELECT run_id, started_at, version FROM avstam.runs ORDER BY run_id DESC LIMIT 1"
_REPAIRS = """
SELECT document_id, page, raw, repaired, method, confidence FROM avstam.repairs ORDER BY document_id, page, top, x0, repair_id"""
_GAPS = """
SELECT g.*, (SELECT min(d.entity_name) FROM avstam.documents d WHERE d.entity_id = g.entity_id) AS entity_name
FROM avstam.coverage_gaps g"""
_PROBLEMS = """
SELECT d.file_name, p.document_id, p.position, p.code, p.severity, p.page, p.message
FROM avstam.problems p JOIN avstam.documents d ON d.document_id = p.document_id"""
_DOCUMENTS = """
SELECT d.document_id, d.file_name, d.source_path, d.kind, d.entity_id, d.entity_name, d.title, d.fiscal_year, d.meeting_date,
       d.page_count, d.words_repaired, d.duplicate_of, d.parent_document_id, d.text_source
FROM avstam.documents d"""
_PAGE_COUNTS = """
SELECT document_id,
       CAST(sum(number_count) AS INTEGER) AS numbers, CAST(sum(number_read) AS INTEGER) AS numbers_read,
       CAST(sum(number_furniture) AS INTEGER) AS numbers_furniture, CAST(sum(number_unread) AS INTEGER) AS numbers_unread,
       CAST(sum(CASE WHEN text_source = 'ocr' THEN 1 ELSE 0 END) AS INTEGER) AS ocr_pages
FROM avstam.pages GROUP BY document_id"""
_EVIDENCE = """
SELECT e.*, f.label, f.column_header, f.unit, f.repaired, f.table_id, p.text_source
FROM avstam.finding_evidence e
LEFT JOIN avstam.figures f ON f.figure_id = e.figure_id
LEFT JOIN avstam.pages p ON p.document_id = e.document_id AND p.page = e.page
ORDER BY e.finding_id, e.position"""
_HEADERS = """
SELECT table_id, page, min(x0), min(top), max(x1), max(bottom) FROM avstam.cells WHERE is_header GROUP BY table_id, page"""


def _documents(warehouse: Warehouse) -> list[Named]:
    counts = {row["document_id"]: row for row in _select(warehouse, _PAGE_COUNTS)}
    for name in ("tables", "figures", "decisions"):
        for document_id, number in warehouse.rows(f"SELECT document_id, count(*) FROM avstam.{name} GROUP BY document_id"):  # noqa: S608  # our own names
            counts.setdefault(document_id, {})[name] = number
    empty = dict.fromkeys(
        ("numbers", "numbers_read", "numbers_furniture", "numbers_unread", "ocr_pages", "tables", "figures", "decisions"), 0
    )
    checked = verdicts(warehouse)
    rows = _select(warehouse, _DOCUMENTS, ("file_name", "source_path", "document_id"))
    return [
        {**empty, **counts.get(row["document_id"], {}), **row, "verdicts": _filled(checked.get(row["document_id"]))}
        for row in rows
    ]


def _filled(counts: Mapping[str, int] | None) -> dict[str, int]:
    """Return the counts of all verdicts; empty where nothing was checked."""
    return dict.fromkeys(get_args(Verdict), 0) | dict(counts) if counts else {}


def _findings(warehouse: Warehouse, file_names: Mapping[str, str]) -> list[FoundThing]:
    headers = {
        (table_id, page): Box(x0=x0, top=top, x1=x1, bottom=bottom)
        for table_id, page, x0, top, x1, bottom in warehouse.rows(_HEADERS)
    }
    places: dict[str, list[FoundPlace]] = {}
    for row in _select(warehouse, _EVIDENCE):
        row["file_name"] = file_names.get(row["document_id"], row["document_id"][:12])
        row["scanned"] = row["text_source"] in {"ocr", "repaired"}
        places.setdefault(row["finding_id"], []).append(FoundPlace(row, _spot(row, headers)))
    said: dict[str, list[Named]] = {}
    for row in _select(warehouse, "SELECT * FROM avstam.reviews", ("reviewed_at", "review_id")):
        said.setdefault(row["finding_id"], []).append(row)
    last = next(iter(_select(warehouse, _LAST_RUN)), {"run_id": None})["run_id"]
    found = [
        FoundThing(
            row,
            tuple(places.get(row["finding_id"], ())),
            tuple(said.get(row["finding_id"], ())),
            is_new=row["first_seen_run"] == last,
        )
        for row in _select(warehouse, "SELECT * FROM avstam.findings")
    ]
    return sorted(found, key=_rank)


def _rank(finding: FoundThing) -> tuple[int, Any, str, str]:
    row = finding.row
    return SEVERITIES.index(row["severity"]), -abs(row["difference"] or 0), row["rule"], row["finding_id"]


def _spot(row: Named, headers: Mapping[tuple[str, int], Box]) -> Spot:
    return Spot(
        document_id=row["document_id"],
        page=row["page"],
        box=Box(x0=row["x0"], top=row["top"], x1=row["x1"], bottom=row["bottom"]),
        accused=row["position"] == 0,
        caption=row["raw"] or "",
        header=headers.get((row["table_id"], row["page"])),
    )


def _rules(warehouse: Warehouse) -> list[tuple[str, dict[str, int]]]:
    rules: dict[str, dict[str, int]] = {}
    for rule, verdict, number in warehouse.rows("SELECT rule, verdict, count(*) FROM avstam.checks GROUP BY rule, verdict"):
        rules.setdefault(rule, {})[verdict] = number
    return sorted(rules.items())


def _select(warehouse: Warehouse, query: str, order: Sequence[str] = ()) -> list[Named]:
    """Return rows by column name; sorted here by `order` where text decides, since databases sort text differently."""
    names = warehouse.database.names(query)
    rows = [dict(zip(names, row, strict=True)) for row in warehouse.rows(query)]
    return sorted(rows, key=lambda row: tuple(str(row[name] or "") for name in order)) if order else rows
