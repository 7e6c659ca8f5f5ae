"""Measure the accuracy on the samples: figures, decisions and findings held against what a person read on the pages.

    python benchmarks/accuracy.py [NAME ...] [--json] [--details] [--no-ocr] [--store FOLDER]

Each document is reconciled alone and scored against its own truth; then all together against `samples/archive.truth.yaml`.
The exit code says only whether the measuring itself worked, never how good the result is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table as Grid

from benchmarks.scoring import (
    DecisionScore,
    FigureScore,
    FindingScore,
    head_right,
    score_archive,
    score_decisions,
    score_figures,
    score_findings,
)
from benchmarks.truth import ArchiveTruth, Truth, load_archive_truth, load_truths
from pipeline.config import Options
from pipeline.document import Tools, process
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from schemas.archive import Settings
from schemas.document import Extraction, Source
from schemas.record import Record

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


class Sample(Record):
    """A PDF and what holds on its pages."""

    path: Path
    """The PDF."""
    truth: Truth
    """Its truth, that of `same_as` filled in."""


class Result(Record):
    """How one document fared."""

    file: str
    """File name."""
    head: dict[str, bool]
    """Whether kind, body and year or date are right."""
    figures: FigureScore
    """Figures."""
    decisions: DecisionScore
    """Decisions."""
    findings: FindingScore
    """Findings of this document alone."""
    numbers: int
    """Numeric tokens on its pages."""
    unread: int
    """Those that became nothing and are no furniture."""


def measure(sample: Sample, extraction: Extraction, settings: Settings) -> Result:
    """Score one document."""
    truth = sample.truth
    _, findings = reconcile(build_archive([extraction]), settings)
    return Result(
        file=sample.path.name,
        head=head_right(truth, extraction.classification),
        figures=score_figures(truth.all_figures(), extraction.figures),
        decisions=score_decisions(truth.decisions, extraction.decisions),
        findings=score_findings(truth.findings, truth.near_misses, findings),
        numbers=sum(count.number_count for count in extraction.counts),
        unread=sum(count.number_unread for count in extraction.counts),
    )


def measure_archive(truth: ArchiveTruth, extractions: Sequence[Extraction], settings: Settings) -> FindingScore:
    """Score what only all documents together can show."""
    _, findings = reconcile(build_archive(extractions), settings)
    files = {extraction.document_id: extraction.reading.file_name for extraction in extractions}
    return score_archive(truth.findings, findings, files)


def extract(sample: Sample, options: Options, tools: Tools) -> Extraction:
    """Run the pipeline on one sample."""
    data = sample.path.read_bytes()
    source = Source(document_id=hashlib.sha256(data).hexdigest(), file_name=sample.path.name, source_path=sample.path.name)
    return process(source, data, options, tools)


def show(results: Iterable[Result], archive: FindingScore, console: Console) -> None:
    """Print one line a document, and one for all together."""
    grid = Grid(box=None, pad_edge=False)
    for name in (
        "document",
        "head",
        "figures",
        "found",
        "right",
        "false",
        "decisions",
        "right ",
        "findings",
        "false errors",
        "other false",
        "unread",
    ):
        grid.add_column(name, justify="left" if name in ("document", "head") else "right", overflow="fold")
    for result in results:
        grid.add_row(*_cells(result))
    console.print(grid)
    console.print(f"findings between documents: {archive.found} of {archive.truth}, {archive.extra} more that need not be raised")


def _cells(result: Result) -> list[str]:
    figures, decisions, findings = result.figures, result.decisions, result.findings
    head = " ".join(name for name, right in result.head.items() if not right)
    return [
        result.file.removesuffix(".pdf"),
        f"wrong: {head}" if head else "right",
        str(figures.truth),
        _share(figures.found, figures.truth),
        _share(figures.right, figures.truth),
        str(figures.false),
        f"{decisions.found}/{decisions.truth}",
        str(decisions.right),
        f"{findings.found}/{findings.truth} +{findings.extra}",
        str(findings.false_errors + findings.overstated),
        str(findings.false_others),
        f"{result.unread}/{result.numbers}",
    ]


def _share(part: int, whole: int) -> str:
    return f"{part} {100 * part / whole:.0f} %" if whole else "-"


def show_details(results: Iterable[Result], console: Console) -> None:
    """Print what was missed, misunderstood and invented."""
    for result in results:
        parts: list[tuple[str, tuple[str, ...]]] = [
            ("figures missed", result.figures.missed),
            ("figures misunderstood", result.figures.wrong),
            ("figures invented", result.figures.invented),
            ("findings missed", result.findings.missed),
            ("findings invented", result.findings.invented),
        ]
        for title, lines in parts:
            if lines:
                console.print(f"\n{result.file}: {title} ({len(lines)})", style="bold", markup=False, highlight=False)
                console.print("\n".join(f"  {line}" for line in lines), markup=False, highlight=False, soft_wrap=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="stems of samples; all when none is named")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--details", action="store_true", help="list what was missed and invented")
    parser.add_argument("--no-ocr", action="store_true", help="read text layers only")
    parser.add_argument("--store", default=".avstam/store", help="where OCR results are kept between runs")
    arguments = parser.parse_args()
    options = Options(ocr="never" if arguments.no_ocr else "auto")
    chosen = [
        Sample(path=pdf, truth=truth)
        for pdf, truth in load_truths(SAMPLES).items()
        if not arguments.names or pdf.stem in arguments.names
    ]
    extractions = _extractions(chosen, options, arguments.store)
    results = [measure(sample, extraction, Settings()) for sample, extraction in zip(chosen, extractions, strict=True)]
    truth_file = SAMPLES / "archive.truth.yaml"
    archive = measure_archive(load_archive_truth(truth_file) if truth_file.exists() else ArchiveTruth(), extractions, Settings())
    if arguments.json:
        print(json.dumps(_as_json(results, archive), ensure_ascii=False, indent=2))
        return
    console = Console(width=None if sys.stdout.isatty() else 160)
    show(results, archive, console)
    if arguments.details:
        show_details(results, console)


def _extractions(chosen: Sequence[Sample], options: Options, store: str) -> list[Extraction]:
    from pipeline.store import Store  # noqa: PLC0415  # after the arguments are known
    from pipeline.tools import load_tools  # noqa: PLC0415  # loads word lists and the OCR engine

    tools = load_tools(Store(store), options)
    return [extract(sample, options, tools) for sample in chosen]


def _as_json(results: Iterable[Result], archive: FindingScore) -> dict[str, Any]:
    return {"documents": [result.model_dump(mode="json") for result in results], "archive": archive.model_dump(mode="json")}


if __name__ == "__main__":
    main()
