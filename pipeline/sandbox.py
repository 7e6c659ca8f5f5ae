"""Read documents in worker processes with limits on time and memory, so that no PDF can harm the batch.

A document that hangs is killed together with the programs that it started, one that eats memory or crashes the
interpreter takes only its own worker along; each comes back as a fatal `Problem`. Workers are started afresh after
`TASKS_PER_WORKER` documents, keep their temporary files in a folder that goes with the sandbox, and end when the program ends.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from types import FrameType, TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.config import Limits
from pipeline.errors import AvstamError, EnvironmentBrokenError
from schemas.problem import Problem

TASKS_PER_WORKER = 40
PR_SET_PDEATHSIG = 1
"""From <sys/prctl.h>: the signal that a process gets when its parent ends."""
T = TypeVar("T")


def _begin(memory: int, folder: str) -> None:
    """Set up a worker process."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tempfile.tempdir = folder
    os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, _end_with_children)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _end_with_children(_signal: int, _frame: FrameType | None) -> None:
    """End this worker and what it started (Tesseract), which form a process group."""
    os.killpg(0, signal.SIGKILL)


class Trouble(NamedTuple):
    """How a task failed."""

    code: str
    """Code of the problem that it is for a document."""
    reason: str
    """What happened; a part of a sentence about reading something."""
    remedy: str
    """A sentence."""

    def problem(self, document_id: str) -> Problem:
        """Return the fatal problem of a document."""
        message = f"The file could not be read: {self.reason}. {self.remedy}"
        return Problem(code=self.code, message=message, severity="fatal", document_id=document_id)


class Sandbox:
    """A pool of killable workers; use it in a `with` statement. It may be fed from several threads."""

    def __init__(self, workers: int, limits: Limits | None = None) -> None:
        """Prepare `workers` processes; they start with the first task."""
        self.limits = limits or Limits()
        self._folder = tempfile.TemporaryDirectory(prefix="avstam-", ignore_cleanup_errors=True)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipeline.document"])
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(self.limits.memory, self._folder.name),
            context=context,
        )

    def __enter__(self) -> Self:
        """Enter the context."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wait for the workers, or stop them at once when leaving by an exception."""
        if error is None:
            self._pool.close()  # type: ignore[no-untyped-call]  # pebble leaves it bare
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
        self._pool.join()
        self._folder.cleanup()

    def submit(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> Future[T]:  # noqa: ANN401  # passed on
        """Start `function(*args)` in a worker, for at most `seconds` (or what the limits say); both must be picklable."""
        return self._pool.schedule(function, args=args, timeout=seconds or self.limits.seconds)

    def outcome(self, future: Future[T], seconds: float | None = None) -> tuple[T, None] | tuple[None, Trouble]:
        """Wait for a task that has `seconds`; return (its result, None), or (None, how it failed).

        Raises:
            AvstamError: when no document could be read here, e.g. because a program is missing.
        """
        try:
            return future.result(), None
        except AvstamError:
            raise
        except BrokenProcessPool as error:
            message = "The worker processes do not start; see what they printed above, and run `avstam doctor`."
            raise EnvironmentBrokenError(message) from error
        except Exception as error:  # noqa: BLE001  # whatever a hostile file raises must not end the batch
            return None, self._trouble(error, seconds or self.limits.seconds)

    def _trouble(self, error: Exception, seconds: float) -> Trouble:
        if isinstance(error, FutureTimeoutError):
            reason = f"it took more than {seconds:g} seconds and was stopped"
            return Trouble("read.timeout", reason, "Split the file, or raise --timeout.")
        if isinstance(error, CancelledError):
            return Trouble("read.timeout", "the time for the document was used up", "Split the file, or raise --timeout.")
        if isinstance(error, ProcessExpired):
            reason = f"the reader crashed on it (exit code {error.exitcode})"
            return Trouble("read.crashed", reason, "It is kept for inspection.")
        if isinstance(error, MemoryError):
            reason = f"it needs more than {self.limits.memory // 1024**2} MB and was stopped"
            return Trouble("read.memory", reason, "Split the file, or raise --memory.")
        return Trouble("read.failed", f"{type(error).__name__}: {error}", "Please report this file.")
