"""Every hostile file ends as read, partly read or in quarantine with its reason, within its budget; the others are read.

A batch is a folder with hostile files between two good ones, read by the whole program with small limits.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline import archive
from pipeline.config import Config, Limits, Options
from pipeline.run import run as run_all
from pipeline.store import Store
from pipeline.version import extractor_version
from schemas.run import Entry, RunResult, Summary
from tests.pipeline import hostile

LIMITS = Limits(seconds=15, memory=2 * 1024**3)
GOOD = ("00_good.pdf", "zz_good.pdf")


class Ending(NamedTuple):
    """How a file must end."""

    reason: str | None = None
    """Code in quarantine; None for a document that is read."""
    pages: int = 0
    failed: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()
    """Codes of problems besides those of its failed pages."""
    children: int = 0
    """Documents embedded in it that were read."""


CRASH = "read.in_parts"
QUICK = {
    "attachment_bomb": Ending(pages=1, problems=("read.attachment",)),
    "cyclic_pages": Ending("read.truncated"),
    "deep_states": Ending(pages=3),
    "many_rectangles": Ending(pages=1, problems=("page.partly_read",)),
    "many_images": Ending(pages=1),
    "deep_arrays": Ending(pages=2),
    "broken_between": Ending(pages=3, failed=(2,)),
    "missing_between": Ending(pages=3, failed=(2,)),
    "truncated": Ending(pages=8, problems=("read.repaired",)),
    "junk_before": Ending(pages=1),
    "empty": Ending("read.empty"),
    "html": Ending("read.not_pdf"),
    "text": Ending("read.not_pdf"),
    "user_password": Ending("read.encrypted"),
    "owner_password": Ending(pages=1),
    "no_pages": Ending("read.no_pages"),
    "attachment_path": Ending(pages=1, children=1),
    "many_attachments": Ending(pages=1, problems=("read.attachments",)),
    "chain": Ending(pages=1, children=3),
}
"""Files that do no harm once they are known."""
COSTLY = {
    "stream_bomb_1gb": Ending(pages=3, failed=(2,), problems=(CRASH,)),
    "stream_bomb_8gb": Ending(pages=3, failed=(2,), problems=(CRASH,)),
    "nested_bomb": Ending(pages=3, failed=(2,), problems=(CRASH,)),
    "laughs": Ending(pages=3, failed=(2,), problems=(CRASH,)),
    "text_bomb": Ending(pages=3, failed=(2,), problems=(CRASH,)),
    "cyclic_form": Ending("read.crashed"),
}
"""Files that hang, crash or eat the memory of their worker."""
SLOW = "cmap_bomb"
"""A file whose every page takes about as long as a page may: which of them are read depends on the machine."""
DRAWN = {
    "huge_page": Ending(pages=1),
    "endless_page": Ending(pages=1),
    "huge_image": Ending(pages=3),
}
"""Files whose pages want to be drawn for OCR."""


def batch(folder: Path, cases: Mapping[str, Ending], options: Options) -> tuple[RunResult, Config]:
    """Read the cases between two good files."""
    source = folder / "in"
    source.mkdir()
    for name in GOOD:
        (source / name).write_bytes(hostile.good(f"Fil {name}"))
    for name in cases:
        (source / f"{name}.pdf").write_bytes(hostile.CASES[name]())
    config = Config(store=str(folder / "store"), warehouse=str(folder / "w.duckdb"), workers=2, limits=LIMITS, options=options)
    return run_all([source], config, rules=False), config


def ending(name: str, result: RunResult, config: Config) -> Ending:
    """Return how a case ended."""
    entry = next(entry for entry in result.entries if entry.source.source_path == f"{name}.pdf")
    if entry.summary.fatal is not None:
        assert entry.summary.fatal.code in {row.reason for row in result.quarantine if row.source_path == f"{name}.pdf"}
        return Ending(entry.summary.fatal.code)
    extraction = Store(config.store).extraction(entry.summary.document_id, extractor_version(), config.options.options_id)
    assert extraction is not None
    pages = extraction.reading.pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    failed = tuple(page.number for page in pages if page.status == "failed")
    assert failed == tuple(problem.page for problem in entry.summary.problems if problem.code == "page.failed")
    other = tuple(code for code in problem_codes(entry) if code != "page.failed")
    return Ending(None, len(pages), failed, other, _children(name, result))


def _limited(found: Ending) -> Ending:
    """Return the ending, with one reason for a worker out of stack or out of time: the machine decides which comes first."""
    return found._replace(reason="read.crashed") if found.reason == "read.timeout" else found


def problem_codes(entry: Entry) -> list[str]:
    """Return the codes of what went wrong when a document was read."""
    return [problem.code for problem in entry.summary.problems if problem.code.startswith(("read.", "page."))]


def _children(name: str, result: RunResult) -> int:
    read = [entry for entry in result.entries if entry.summary.fatal is None]
    return sum(entry.source.source_path.startswith(f"{name}.pdf!") for entry in read)


def _busy() -> float:
    """Return how many times longer than on idle cores work takes now, because others work too; at least 1."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def check(folder: Path, cases: Mapping[str, Ending], options: Options, seconds: float) -> None:
    """Read the cases between two good files within so many seconds of idle cores."""
    start = time.monotonic()
    result, config = batch(folder, cases, options)
    spent = time.monotonic() - start
    assert {name: _limited(ending(name, result, config)) for name in cases} == dict(cases)
    assert {name: ending(name, result, config) for name in ("00_good", "zz_good")} == dict.fromkeys(
        ("00_good", "zz_good"), Ending(pages=1)
    )
    assert spent < seconds * _busy()
    assert not multiprocessing.active_children()


NO_OCR = Options(ocr="never")


def test_odd_and_damaged_files_cost_next_to_nothing(tmp_path: Path) -> None:
    check(tmp_path, QUICK, NO_OCR, 30)


@pytest.mark.ocr
def test_pages_of_a_thousand_million_points_and_pixels_are_drawn_small(tmp_path: Path) -> None:
    check(tmp_path, DRAWN, Options(), 40)


@pytest.mark.slow
def test_a_file_slow_on_every_page_ends_in_quarantine_or_lists_the_pages_given_up(tmp_path: Path) -> None:
    start = time.monotonic()
    result, config = batch(tmp_path, {SLOW: Ending()}, NO_OCR)
    assert time.monotonic() - start < 4 * LIMITS.seconds  # the promise: three times the limit, whatever the machine's speed
    found = ending(SLOW, result, config)
    in_parts = found.pages == 3 and found.failed and found.problems == (CRASH,)
    assert found == Ending("read.timeout") or in_parts or found == Ending(pages=3)
    assert [ending(name, result, config) for name in ("00_good", "zz_good")] == [Ending(pages=1)] * 2


@pytest.mark.slow
def test_bombs_lose_their_own_page_and_no_other(tmp_path: Path) -> None:
    check(tmp_path, COSTLY, NO_OCR, 120)


def test_files_embedded_too_deep_are_listed(tmp_path: Path) -> None:
    result, _ = batch(tmp_path, {"chain": Ending()}, NO_OCR)
    deep = "chain.pdf" + "!inner.pdf" * (archive.ATTACHMENT_DEPTH + 1)
    assert [(row.source_path, row.reason) for row in result.quarantine] == [(deep, "read.too_deep")]


def test_a_document_with_pages_given_up_is_tried_again_by_the_next_run_and_changes_nothing(tmp_path: Path) -> None:
    _, config = batch(tmp_path, {"nested_bomb": Ending()}, NO_OCR)
    first, second = (run_all([tmp_path / "in"], config) for _ in range(2))
    assert [entry.new for entry in second.entries] == [False, True, False]
    assert (second.changed, second.rows_changed) == (False, 0)
    assert [_what_was_read(entry) for entry in second.entries] == [_what_was_read(entry) for entry in first.entries]


def _what_was_read(entry: Entry) -> Summary:
    """Return the summary without what depends on how busy the machine is (whether a page crashed before its time was up)."""
    return entry.summary.model_copy(update={"problems": ()})
