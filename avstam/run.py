"""`avstam run`, `ingest`, `reconcile`: from paths to findings."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from avstam import options, screen
from avstam.exit_codes import ExitCode
from pipeline.config import Config
from schemas.run import Located, RunResult

SEVERITIES = ("error", "warning", "notice")


def run(  # noqa: PLR0913  # one parameter per option
    paths: options.PATHS,
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    store: options.STORE = options.DEFAULT_STORE,
    report: options.REPORT = options.DEFAULT_REPORT,
    ocr: options.OCR = options.Ocr.auto,
    workers: options.WORKERS = 0,
    lang: options.LANG = options.Language.sv,
    words: options.WORDS = None,
    settings: options.SETTINGS = None,
    timeout: options.TIMEOUT = 900,
    memory: options.MEMORY = 4096,
    fail_on: options.FAIL_ON = None,
    prune: options.PRUNE = False,
    prefect: options.PREFECT = False,
    as_json: options.JSON = False,
) -> None:
    """Read PDFs, reconcile their figures, and print what does not agree.

    \b
    Examples:
      avstam run reports/
      avstam run archive.zip minutes.pdf --warehouse postgresql://user@localhost/finsam
      avstam run reports/ --lang en --fail-on error --json > findings.json
    """  # noqa: D301  # \b keeps the lines of the examples apart
    config = options.config_of(
        warehouse=warehouse, store=store, report=report, workers=workers, language=lang.value, timeout=timeout, memory=memory,
        options=options.reading_options(ocr, words), settings=options.rule_settings(settings), prune=prune,
    )  # fmt: skip
    result = _run(paths, config, as_flow=prefect or bool(os.environ.get("PREFECT_API_URL")))
    _print(result, config, fail_on, as_json=as_json)


def ingest(  # noqa: PLR0913  # one parameter per option
    paths: options.PATHS,
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    store: options.STORE = options.DEFAULT_STORE,
    ocr: options.OCR = options.Ocr.auto,
    workers: options.WORKERS = 0,
    words: options.WORDS = None,
    timeout: options.TIMEOUT = 900,
    memory: options.MEMORY = 4096,
    prune: options.PRUNE = False,
    as_json: options.JSON = False,
) -> None:
    """Read PDFs and load what they state, without reconciling.

    \b
    Example:
      avstam ingest reports/ --workers 4
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline import run as steps  # noqa: PLC0415  # imports the whole pipeline

    config = options.config_of(
        warehouse=warehouse, store=store, workers=workers, timeout=timeout, memory=memory,
        options=options.reading_options(ocr, words), prune=prune,
    )  # fmt: skip
    with screen.progress_bar() as progress:
        result = steps.run(paths, config, progress, rules=False)
    if as_json:
        typer.echo(json.dumps(as_data(result, [], config), ensure_ascii=False, indent=2))
    else:
        show_documents(result, _stored(config))
        screen.show_changes(result)
        screen.out.print(f"warehouse {config.warehouse}. Next: avstam reconcile")
    raise typer.Exit(exit_code(result, [], None))


def reconcile(  # noqa: PLR0913  # one parameter per option
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    store: options.STORE = options.DEFAULT_STORE,
    report: options.REPORT = options.DEFAULT_REPORT,
    ocr: options.OCR = options.Ocr.auto,
    lang: options.LANG = options.Language.sv,
    words: options.WORDS = None,
    settings: options.SETTINGS = None,
    fail_on: options.FAIL_ON = None,
    as_json: options.JSON = False,
) -> None:
    """Reconcile all that is in the warehouse. `--ocr` and `--words` must be those of the ingest.

    \b
    Example:
      avstam reconcile --settings thresholds.toml
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline import run as steps  # noqa: PLC0415  # imports the whole pipeline

    config = options.config_of(
        warehouse=warehouse, store=store, report=report, language=lang.value,
        options=options.reading_options(ocr, words), settings=options.rule_settings(settings),
    )  # fmt: skip
    with screen.progress_bar() as progress:
        result = steps.reconcile_warehouse(config, progress)
        steps.write_page(config)
    _print(result, config, fail_on, as_json=as_json)


def _print(result: RunResult, config: Config, fail_on: str | None, *, as_json: bool) -> None:
    """Print a run and leave with its exit code."""
    stored = _stored(config)
    if as_json:
        typer.echo(json.dumps(as_data(result, stored.findings, config), ensure_ascii=False, indent=2))
    else:
        show(result, stored, config)
    raise typer.Exit(exit_code(result, stored.findings, fail_on))


def _run(paths: Sequence[Path], config: Config, *, as_flow: bool) -> RunResult:
    """Run directly, or as a Prefect flow; both call the same functions."""
    from pipeline import run as steps  # noqa: PLC0415  # imports the whole pipeline

    with screen.progress_bar() as progress:
        if as_flow:
            import flows  # noqa: PLC0415  # importing Prefect takes seconds

            return flows.archive_here([str(path) for path in paths], config, progress)
        result = steps.run(paths, config, progress)
        if result.changed or not Path(config.report).exists():
            progress("report", 0, 1, config.report)
            steps.write_page(config)
            progress("report", 1, 1, config.report)
        return result


@dataclass(frozen=True)
class Stored:
    """What is shown of the warehouse after a run."""

    findings: list[Located]
    """The open ones, worst first."""
    copies: dict[str, str]
    """For each copy, the file whose figures and decisions count instead."""
    verdicts: dict[str, dict[str, int]]
    """For each document, how many checks ended with which verdict."""


def _stored(config: Config) -> Stored:
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import copies, find, verdicts  # noqa: PLC0415  # the same

    with open_warehouse(config.warehouse, read_only=True) as warehouse:
        return Stored(findings=find(warehouse), copies=copies(warehouse), verdicts=verdicts(warehouse))


def show(result: RunResult, stored: Stored, config: Config) -> None:
    """Print documents, totals, quarantine, findings, what changed, and where everything lies."""
    show_documents(result, stored)
    if result.checks:
        screen.out.print(screen.verdicts_told(result.checks))
    screen.out.print()
    screen.show_findings(stored.findings, config.language)
    counted = Counter[str](located.finding.severity for located in stored.findings)
    summary = ", ".join(f"{counted[severity]} {severity}s" for severity in SEVERITIES)
    news = f"{result.findings_new} new, {result.findings_still} still there, {result.findings_resolved} resolved"
    screen.out.print(f"[bold]{len(stored.findings)} findings[/bold] ({summary}); {news}")
    if result.gaps:
        screen.out.print(f"[bold]not complete[/bold]: {result.gaps} documents are missing or unreadable (avstam coverage)")
    screen.show_changes(result)
    screen.out.print(f"warehouse {config.warehouse}\nreport    {config.report}")


def show_documents(result: RunResult, stored: Stored) -> None:
    """Print the documents of a run, what was read of them, and what could not be read."""
    if not result.changed:
        screen.out.print("[bold]Nothing changed[/bold] since the last run: same files, same version, same settings.\n")
    if result.entries:
        screen.show_documents(result.entries, stored.copies, stored.verdicts)
        screen.out.print(f"\n{screen.totals_line(result.entries)}")
    screen.show_quarantine(result.quarantine)


def as_data(result: RunResult, found: Sequence[Located], config: Config) -> dict[str, Any]:
    """Return a run as plain data for `--json`."""
    return {
        "run_id": result.run_id,
        "changed": result.changed,
        "warehouse": config.warehouse,
        "report": config.report,
        "documents": [
            {**entry.source.model_dump(mode="json"), **entry.summary.model_dump(mode="json"), "new": entry.new}
            for entry in result.entries
        ],
        "quarantine": [row.model_dump(mode="json") for row in result.quarantine],
        "checks": result.checks,
        "gaps": result.gaps,
        **result.model_dump(
            mode="json", include={"tables", "changes", "refused", "replaced", "missing", "overwritten", "pruned"}
        ),
        "findings": [
            {**located.finding.model_dump(mode="json"), "places": located.places, "body": located.body} for located in found
        ],
    }


def exit_code(result: RunResult, found: Sequence[Located], fail_on: str | None) -> ExitCode:
    """Return the exit code of a run: findings first (only when asked for), then quarantine."""
    if fail_on is not None:
        bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        if any(located.finding.severity in bad for located in found):
            return ExitCode.FINDINGS
    return ExitCode.QUARANTINED if result.quarantine else ExitCode.SUCCESS
