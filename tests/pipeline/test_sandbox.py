"""A document that hangs, eats memory, crashes or raises takes nothing but itself along."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
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
        result, problem = sandbox.outcome(bad, "d" * 64)
        assert result is None
        assert problem is not None
        assert (problem.code, problem.severity, problem.document_id) == (code, "fatal", "d" * 64)
        assert [sandbox.outcome(future, "x") for future in good] == [(0, None), (2, None), (4, None), (6, None)]
