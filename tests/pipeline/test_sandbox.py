"""A document that hangs, eats memory, crashes or raises takes nothing but itself along."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Limits
from pipeline.sandbox import Sandbox


def hang() -> None:
    time.sleep(60)


def eat_memory() -> int:
    return len(bytearray(3 * 1024**3))


def crash() -> None:
    os.abort()


def fail() -> None:
    msg = "bad object"
    raise ValueError(msg)


def double(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize(
    ("function", "code"),
    [(hang, "read.timeout"), (eat_memory, "read.memory"), (crash, "read.crashed"), (fail, "read.failed")],
)
def test_one_bad_document_ends_as_a_problem_and_the_others_are_read(function: Callable[..., Any], code: str) -> None:
    with Sandbox(2, Limits(seconds=5, memory=2 * 1024**3)) as sandbox:
        bad = sandbox.submit(function)
        good = [sandbox.submit(double, number) for number in range(4)]
        result, trouble = sandbox.outcome(bad)
        assert result is None
        assert trouble is not None
        problem = trouble.problem("d" * 64)
        assert (problem.code, problem.severity, problem.document_id) == (code, "fatal", "d" * 64)
        assert [sandbox.outcome(future) for future in good] == [(0, None), (2, None), (4, None), (6, None)]


def start_a_program_and_hang(place: str) -> None:
    """Do what a worker does that waits for Tesseract."""
    program = subprocess.Popen(["sleep", "60"])
    Path(place).write_text(f"{program.pid}\n{tempfile.gettempdir()}")
    program.wait()


def test_what_a_stopped_worker_started_ends_with_it_and_its_files_go(tmp_path: Path) -> None:
    place = tmp_path / "pid"
    with Sandbox(1, Limits(seconds=2)) as sandbox:
        _, trouble = sandbox.outcome(sandbox.submit(start_a_program_and_hang, str(place)))
    assert trouble is not None
    assert trouble.code == "read.timeout"
    pid, folder = place.read_text().split("\n")
    assert not is_running(int(pid))
    assert not Path(folder).exists()


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that ended and was not waited for (a zombie) does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
