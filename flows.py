"""Prefect tasks and flows, and nothing about documents: the steps are those of `pipeline`, wired for an orchestrator.

    python flows.py samples/                       run everything once
    python flows.py --serve samples/               serve `archive` as a deployment, every night

Without `PREFECT_API_URL` an ephemeral server is started for the run; with it, the flows report there and leave a table
artifact of the findings. Few, large tasks: each reads a chunk of documents through one shared pool of killable processes.
"""

from __future__ import annotations

import argparse
import os
import threading
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
if "PREFECT_API_URL" not in os.environ:
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")

from prefect import flow, task, unmapped
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.task_runners import ThreadPoolTaskRunner

from pipeline import archive as steps
from pipeline import run as whole
from pipeline.archive import Gathered, Progress, silent
from pipeline.config import Config
from pipeline.errors import TransientError
from pipeline.sandbox import Sandbox
from pipeline.store import Store
from schemas.document import Source
from schemas.run import Entry, RunResult

CHUNK = 25
"""Documents per task: Prefect then costs a few per cent of the reading time."""

shown_to: ContextVar[Progress] = ContextVar("shown_to", default=silent)
"""Who is shown the progress; no parameter of the flow, since a deployment could not hand it over."""

THREADS: Any = ThreadPoolTaskRunner(max_workers=8)
"""Tasks only wait for the pool of processes; its type is narrower than what `flow` declares."""

TASK: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}
RESULT: dict[str, Any] = {"persist_result": False, "validate_parameters": False}


async def is_transient(_task: Any, _run: TaskRun, state: State[Any]) -> bool:  # noqa: ANN401  # Prefect's signature
    """Retry only what may pass by itself: a busy warehouse, a store that did not answer."""
    return isinstance(await state.aresult(raise_on_failure=False), TransientError)


@task(name="gather", retries=2, retry_delay_seconds=5, retry_condition_fn=is_transient, **TASK)
def gather_task(paths: list[str], config: Config, progress: Progress) -> Gathered:
    """Find the files and keep their bytes."""
    return steps.gather([Path(path) for path in paths], Store(config.store), progress)


@task(name="read", **TASK)
def read_task(chunk: list[Source], config: Config, sandbox: Sandbox, progress: Progress) -> list[Entry]:
    """Read a chunk of documents."""
    return steps.read(chunk, config, sandbox, progress)


@task(name="feed", retries=2, retry_delay_seconds=10, retry_condition_fn=is_transient, **TASK)
def feed_task(entries: list[Entry], gathered: Gathered, config: Config, progress: Progress, *, rules: bool) -> RunResult:
    """Load what was read and reconcile the warehouse."""
    return whole.feed(entries, gathered, config, progress, rules=rules)


@task(name="report", **TASK)
def report_task(config: Config) -> None:
    """Write the report page."""
    whole.write_page(config)


def _ingest(paths: list[str], config: Config, progress: Progress, *, rules: bool) -> RunResult:
    gathered = gather_task(paths, config, progress)
    sources = [*gathered.sources, *whole.stale_sources(gathered, config)]
    chunks = [sources[start : start + CHUNK] for start in range(0, len(sources), CHUNK)]
    counter = Counter(progress, len(sources))
    with Sandbox(config.workers, config.limits) as sandbox:
        futures = read_task.map(chunks, unmapped(config), unmapped(sandbox), unmapped(counter))
        entries = steps.merge(future.result() for future in futures)
    return feed_task(entries, gathered, config, progress, rules=rules)


class Counter:
    """Adds up the progress of chunks that are read side by side, each in a thread of its own."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done: dict[int, int] = {}
        self._finished = 0

    def __call__(self, stage: str, done: int, _total: int, what: str) -> None:
        """Take the count of one chunk, and show that of all."""
        thread = threading.get_ident()
        before = self._done.get(thread, 0)
        if done < before:  # the next chunk, or the files embedded in this one
            self._finished += before
        self._done[thread] = done
        shown = min(self._finished + sum(self._done.values()), self._total)
        self._progress(stage, shown, self._total, what)


@flow(name="avstam-ingest", task_runner=THREADS, **RESULT)
def ingest(paths: list[str], config: Config | None = None) -> RunResult:
    """Read PDFs and load what they state."""
    return _ingest(paths, _config(config), silent, rules=False)


@flow(name="avstam-reconcile", **RESULT)
def reconcile(config: Config | None = None) -> RunResult:
    """Reconcile all that is in the warehouse, and write the report page."""
    chosen = _config(config)
    result = whole.reconcile_warehouse(chosen)
    report_task(chosen)
    publish(result, chosen)
    return result


@flow(name="avstam-archive", task_runner=THREADS, **RESULT)
def archive(paths: list[str], config: Config | None = None) -> RunResult:
    """Do the whole job: gather, read, load, reconcile, report."""
    chosen = _config(config)
    result = _ingest(paths, chosen, shown_to.get(), rules=True)
    if result.changed or not Path(chosen.report).exists():
        report_task(chosen)
    publish(result, chosen)
    return result


def _config(config: Config | dict[str, Any] | None) -> Config:
    """Accept a configuration as a deployment hands it over: as a record, as plain data, or not at all."""
    return config if isinstance(config, Config) else Config.model_validate(config or {})


def publish(result: RunResult, config: Config) -> None:
    """Leave the findings on the server as a table, where there is a server that people look at."""
    if "PREFECT_API_URL" not in os.environ:
        return
    rows = [
        {
            "severity": finding.severity,
            "rule": finding.rule,
            "year": finding.fiscal_year,
            "message": finding.message_sv if config.language == "sv" else finding.message_en,
            "difference": None if finding.difference is None else str(finding.difference),
            "finding": finding.finding_id,
        }
        for finding in result.findings
    ]
    create_table_artifact(table=rows, key="avstam-findings", description=f"Findings of run {result.run_id}")


def archive_here(paths: Sequence[str], config: Config, progress: Progress) -> RunResult:
    """Run the `archive` flow in this process, with progress shown."""
    token = shown_to.set(progress)
    try:
        return archive(list(paths), config)
    finally:
        shown_to.reset(token)


def main() -> None:
    """Run or serve the whole job from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", help="PDFs, folders, zip archives")
    parser.add_argument("--serve", action="store_true", help="serve as a deployment instead of running once")
    parser.add_argument("--cron", default="0 2 * * *", help="when a served deployment runs (default: 02:00 every night)")
    chosen = parser.parse_args()
    if chosen.serve:
        archive.serve(name="avstam-archive", cron=chosen.cron, parameters={"paths": chosen.paths})
        return
    result = archive(chosen.paths)
    print(f"run {result.run_id}: {len(result.entries)} documents, {len(result.findings)} findings")  # noqa: T201  # a program's output


if __name__ == "__main__":
    main()
