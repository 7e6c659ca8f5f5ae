"""Read documents in worker processes with limits on time and memory, so that no PDF can harm the batch.

A document that hangs is killed, one that eats memory or crashes the interpreter takes only its own worker along; each
comes back as a fatal `Problem`. Workers are started afresh after `TASKS_PER_WORKER` documents.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.config import Limits
from pipeline.errors import AvstamError
from schemas.problem import Problem

TASKS_PER_WORKER = 40
T = TypeVar("T")


def _limit_memory(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Sandbox:
    """A pool of killable workers; use it in a `with` statement. It may be fed from several threads."""

    def __init__(self, workers: int, limits: Limits | None = None) -> None:
        """Prepare `workers` processes; they start with the first task."""
        self.limits = limits or Limits()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipeline.document"])
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=_limit_memory,
            initargs=(self.limits.memory,),
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

    def submit(self, function: Callable[..., T], *args: Any) -> Future[T]:  # noqa: ANN401  # passed on unchanged
        """Start `function(*args)` in a worker; both must be picklable."""
        return self._pool.schedule(function, args=args, timeout=self.limits.seconds)

    def outcome(self, future: Future[Any], document_id: str) -> tuple[Any, Problem | None]:
        """Wait for a task; return (its result, None), or (None, the fatal problem that ended it).

        Raises:
            AvstamError: when no document could be read here, e.g. because a program is missing.
        """
        try:
            return future.result(), None
        except AvstamError:
            raise
        except FutureTimeoutError:
            message = (
                f"Reading took more than {self.limits.seconds:g} seconds and was stopped. Split the file, or raise --timeout."
            )
            return None, _fatal("read.timeout", message, document_id)
        except ProcessExpired as error:
            message = f"The reader crashed on this file (exit code {error.exitcode}). It is kept for inspection."
            return None, _fatal("read.crashed", message, document_id)
        except MemoryError:
            message = f"Reading needs more than {self.limits.memory // 1024**2} MB and was stopped."
            return None, _fatal("read.memory", message, document_id)
        except Exception as error:  # noqa: BLE001  # whatever a hostile file raises must not end the batch
            message = f"Reading failed: {type(error).__name__}: {error}. Please report this file."
            return None, _fatal("read.failed", message, document_id)


def _fatal(code: str, message: str, document_id: str) -> Problem:
    return Problem(code=code, message=message, severity="fatal", document_id=document_id)
