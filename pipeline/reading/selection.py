"""Which pages of a document are read: all of them, or, after the document as a whole could not be read, some."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.problem import Problem
from schemas.record import Record


class GivenUp(Record):
    """A page that is not opened again, and why."""

    page: int
    """Its number, from 1."""
    reason: str
    """What happened when it was read by itself, e.g. `it took more than 60 seconds`."""


class Selection(Record):
    """The pages to read."""

    first: int = 1
    """The first page, from 1."""
    last: int | None = None
    """The last page; None for the end of the document."""
    given_up: tuple[GivenUp, ...] = ()
    """Pages that are listed as failed without being opened."""
    cause: str | None = None
    """Why the document is read again in parts; None the first time."""

    @property
    def whole(self) -> bool:
        """Whether the document is read from its first page to its last."""
        return self.first == 1 and self.last is None

    def numbers(self, page_count: int) -> range:
        """Return the numbers of the pages to read."""
        return range(self.first, min(page_count if self.last is None else self.last, page_count) + 1)

    def reasons(self) -> dict[int, str]:
        """Return why pages are given up, by their numbers."""
        return {item.page: item.reason for item in self.given_up}

    def problems(self) -> tuple[Problem, ...]:
        """Return the problem that says that the document was read in parts; none for one that was read at once."""
        if self.cause is None or not self.whole:
            return ()
        left_out = f"pages {_listed(self.reasons())} were left out" if self.given_up else "all pages were read"
        message = f"The document could not be read at once ({self.cause}), so it was read page by page; {left_out}."
        return (Problem(code="read.in_parts", message=message),)


def _listed(pages: Iterable[int]) -> str:
    """Return page numbers for a sentence, runs of them shortened.

    >>> _listed([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
