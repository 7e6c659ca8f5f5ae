"""From bytes to finding: made documents as real PDFs agree with one another, and the error planted in one of them is found."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from pathlib import Path

from benchmarks.made.documents import documents_of
from benchmarks.made.drawing import Drawn
from benchmarks.made.pdf import write_pdf
from benchmarks.made.world import make_world
from pipeline.config import Options
from pipeline.document import process
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.archive import Settings
from schemas.document import Source
from schemas.finding import Check, Finding

OPTIONS = Options(ocr="never")
WORLD = make_world(7, 2020, 4)


def reports() -> list[Drawn]:
    """Return the plan, interim and annual report of two years of one body."""
    return [one for one in documents_of(WORLD) if one.kind != "minutes" and one.year > 2021]


def judged(drawn: list[Drawn], folder: Path) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    tools = load_tools(Store(str(folder / "store")), OPTIONS)
    extractions = []
    for one in drawn:
        path = write_pdf(one, folder)
        data = path.read_bytes()
        source = Source(document_id=hashlib.sha256(data).hexdigest(), file_name=path.name, source_path=path.name)
        extractions.append(process(source, data, OPTIONS, tools))
    assert [one.classification.kind for one in extractions] == [one.kind for one in drawn]
    assert [one.classification.fiscal_year for one in extractions] == [one.year for one in drawn]
    return reconcile(build_archive(extractions), Settings())


def test_honest_pdfs_agree_and_a_wrong_sum_is_found_where_it_is_printed(tmp_path: Path) -> None:
    drawn = reports()
    checks, findings = judged(drawn, tmp_path)
    assert [one.message_en for one in findings if one.severity == "error"] == []
    assert {one.rule for one in checks} >= {"table.total", "table.row", "prior_year", "budget.source", "equity.roll"}
    faulty = deepcopy(drawn)
    follow_up = next(table for table in faulty[-1].tables if table.role == "follow_up")
    row = next(i for i, one in enumerate(follow_up.rows) if one.label == "Summa insatser")
    true = follow_up.rounded((row, 1))
    assert true is not None
    follow_up.forced[row, 1] = true + 123 * follow_up.quantum * 100
    (error,) = [one for one in judged(faulty, tmp_path)[1] if one.severity == "error"]
    assert (error.rule, error.actual) == ("table.total", follow_up.rounded((row, 1)))
    assert abs((error.expected or 0) - true) <= len(follow_up.rows) * follow_up.quantum, "the rows, each rounded, give nearly it"
