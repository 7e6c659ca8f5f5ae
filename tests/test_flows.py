"""The Prefect flows do what the command line does: the same warehouse, to the row."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.config import Config, Options
from pipeline.load import open_warehouse
from pipeline.run import run
from pipeline.warehouse import tables as warehouse_tables
from tests.sample_files import PLAN, SIGNED_MINUTES, write_bad_files

ROOT = Path(__file__).resolve().parent.parent
TIMES = {"ingested_at", "seen_at", "started_at", "finished_at", "run_id", "reviewed_at"}
RUNS = {"known_from_run", "first_seen_run", "last_seen_run"}


def content(warehouse: Path, ignored: set[str] = TIMES) -> dict[str, list[str]]:
    """Return every row of every table without the `ignored` columns, those that tell the time by default, sorted."""
    found = {}
    with open_warehouse(str(warehouse), read_only=True) as opened:
        for table in warehouse_tables.ALL:
            names = [f'"{name}"' for name in table.column_names if name not in ignored]
            rows = opened.rows(f"SELECT {', '.join(names)} FROM {table.full_name}")  # noqa: S608  # our own names
            found[table.name] = sorted(map(repr, rows))
    return found


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    write_bad_files(folder)
    for path in (SIGNED_MINUTES, PLAN):
        shutil.copy(path, folder)
    return folder


def config_in(folder: Path) -> Config:
    return Config(
        store=str(folder / "store"),
        warehouse=str(folder / "warehouse.duckdb"),
        report=str(folder / "report.html"),
        options=Options(ocr="never"),
        workers=2,
    )


@pytest.mark.flow
def test_the_flow_leaves_the_same_warehouse_as_the_command_line(inbox: Path, tmp_path: Path) -> None:
    direct, flow = tmp_path / "direct", tmp_path / "flow"
    run([inbox], config_in(direct))
    words = ["--store", "store", "--warehouse", "warehouse.duckdb", "--report", "report.html", "--ocr", "never", "--workers", "2"]
    flow.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_RESULTS_LOCAL_STORAGE_PATH": str(tmp_path / "results"),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "avstam", "run", str(inbox), *words, "--prefect"]
    done = subprocess.run(command, cwd=flow, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert content(flow / "warehouse.duckdb") == content(direct / "warehouse.duckdb")
    assert content(direct / "warehouse.duckdb")["figures"]
    assert (flow / "report.html").is_file()


@pytest.mark.flow
def test_only_what_may_pass_by_itself_is_tried_again(tmp_path: Path) -> None:
    """A task that meets a busy warehouse once succeeds the second time; one that meets a wrong path fails at once."""
    script = (
        "import flows\n"
        "from prefect import flow, task\n"
        "from pipeline.errors import TransientError, UsageError\n"
        "tries = {TransientError: 0, UsageError: 0}\n"
        "@task(retries=2, retry_delay_seconds=0, retry_condition_fn=flows.is_transient, **flows.TASK)\n"
        "def step(kind):\n"
        "    tries[kind] += 1\n"
        "    if kind is UsageError or tries[kind] == 1:\n"
        "        raise kind('x')\n"
        "@flow(**flows.RESULT)\n"
        "def both():\n"
        "    step(TransientError)\n"
        "    step(UsageError, return_state=True)\n"
        "    return 1\n"
        "both(return_state=True)\n"
        "print(tries[TransientError], tries[UsageError])\n"
    )
    environment = {**os.environ, "PREFECT_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["2", "1"], done.stderr


def test_two_runs_and_one_run_leave_the_same_warehouse(inbox: Path, tmp_path: Path) -> None:
    once, twice = config_in(tmp_path / "once"), config_in(tmp_path / "twice")
    run([inbox], once)
    first = run([inbox / SIGNED_MINUTES.name], twice)
    second = run([inbox], twice)
    third = run([inbox], twice)
    assert first.changed
    assert second.changed
    assert not third.changed
    ignored = {"runs", "run_tables", *(table.name for table in warehouse_tables.HISTORY.values())}
    one, two = (content(Path(config.warehouse), TIMES | RUNS) for config in (once, twice))
    assert {name: rows for name, rows in one.items() if name not in ignored} == {
        name: rows for name, rows in two.items() if name not in ignored
    }


def test_attachments_are_documents_of_their_own_and_counted_once(inbox: Path, tmp_path: Path) -> None:
    config = config_in(tmp_path)
    result = run([inbox], config)
    by_path = {entry.source.source_path: entry.source for entry in result.entries if entry.summary.fatal is None}
    embedded = [source for path, source in by_path.items() if "!" in path]
    assert len(embedded) == 3
    assert {source.parent_document_id for source in embedded} == {by_path[SIGNED_MINUTES.name].document_id}


def test_what_a_copy_states_is_counted_once(tmp_path: Path) -> None:
    """The signed copy embeds the minutes: six decisions were made, not twelve."""
    config = config_in(tmp_path)
    run([SIGNED_MINUTES], config)
    with open_warehouse(config.warehouse, read_only=True) as opened:
        assert opened.rows("SELECT count(*) FROM avstam.decisions") == [(6,)]
        assert opened.rows("SELECT count(*) FROM avstam.meetings") == [(1,)]
        (copied,) = opened.rows("SELECT file_name FROM avstam.documents WHERE duplicate_of IS NOT NULL")
        assert copied == (SIGNED_MINUTES.name,)
