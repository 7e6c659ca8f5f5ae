"""Read a document page by page after it could not be read at once, so that one bad page does not cost the others.

First its pages are tried a few at a time, each attempt in a worker of its own with little time; those of a part that
failed are tried one by one. Then the document is read again without the pages that failed, which are listed as failed
under their numbers. Trying may take as long as one reading, and so may reading again: a document costs at most three times
`Limits.seconds`, and a little more for stopping.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import Future, wait

from pipeline.reading.selection import GivenUp, Selection
from pipeline.sandbox import Sandbox, Trouble
from pipeline.worker import Job, pages_in, try_pages, work
from schemas.run import Summary

PARTS = 32
"""A document is first tried in at most so many parts."""


def read_in_parts(job: Job, first: Trouble, sandbox: Sandbox) -> Summary | None:
    """Return what the readable pages of a document gave; None when it has one page only, or no page can be read.

    Args:
        job: the document.
        first: how reading it at once failed.
        sandbox: where it is read.
    """
    deadline = time.monotonic() + sandbox.limits.seconds
    page_count, _ = sandbox.outcome(sandbox.submit(pages_in, job, seconds=sandbox.limits.page_seconds))
    if not page_count or page_count == 1:
        return None
    failed = failed_pages(job, page_count, sandbox, deadline)
    if len(failed) == page_count:
        return None
    given_up = tuple(GivenUp(page=number, reason=failed[number].reason) for number in sorted(failed))
    again = job.model_copy(update={"pages": Selection(given_up=given_up, cause=first.reason)})
    summary, _ = sandbox.outcome(sandbox.submit(work, again))
    return summary


def failed_pages(job: Job, page_count: int, sandbox: Sandbox, deadline: float) -> dict[int, Trouble]:
    """Return how each page failed that cannot be read by itself, by its number."""
    size = -(-page_count // PARTS)
    parts = [range(start, min(start + size, page_count + 1)) for start in range(1, page_count + 1, size)]
    troubles = _try(job, parts, sandbox, deadline)
    single = [range(number, number + 1) for part in troubles if len(part) > 1 for number in part]
    again = _try(job, single, sandbox, deadline) if single else {}
    return {part[0]: trouble for part, trouble in (troubles | again).items() if len(part) == 1}


def _try(job: Job, parts: Iterable[range], sandbox: Sandbox, deadline: float) -> dict[range, Trouble]:
    """Return how parts of a document failed; those that were not reached before the deadline failed for want of time."""
    seconds = sandbox.limits.page_seconds
    futures: dict[range, Future[None]] = {}
    for part in parts:
        attempt = job.model_copy(update={"pages": Selection(first=part[0], last=part[-1])})
        futures[part] = sandbox.submit(try_pages, attempt, seconds=seconds)
    _, late = wait(futures.values(), timeout=max(0.0, deadline - time.monotonic()))
    for future in late:
        future.cancel()
    outcomes = {part: sandbox.outcome(future, seconds)[1] for part, future in futures.items()}
    return {part: trouble for part, trouble in outcomes.items() if trouble is not None}
