"""Reconciling made archives: recall and precision of errors, right explanations, and time and memory against size.

    python benchmarks/reconcile.py [--bodies 60] [--years 6] [--share 0.3] [--seed 1 2 3] [--misses FILE]
    python benchmarks/reconcile.py --scale [--figures 1000000] [--workers 2]

The archives are coherent (`benchmarks/made/`): every document prints the same history, honestly rounded, but for the errors
planted in it. The first form plants errors of every kind at known places and scores what was found, over one archive for each
seed; the second measures how time and memory grow with the size of the archive, each size in a process of its own.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table as Grid

from benchmarks.made.archive import make_archive
from benchmarks.made.scored import Score, scored
from pipeline.match import build_archive
from pipeline.reconcile import judge_spooled, merged, reconcile, spool
from schemas.archive import Archive, Settings


def measure(bodies: int, years: int, share: float, seed: int) -> Score:
    """Make an archive, reconcile it and score the findings."""
    made = make_archive(bodies, years, share, seed)
    started = time.perf_counter()
    archive = build_archive(made.extractions)
    checks, findings = reconcile(archive, Settings())
    seconds = time.perf_counter() - started
    figures = sum(len(one.figures) for one in made.extractions)
    print(f"{len(made.extractions)} documents, {figures} figures, {len(made.planted)} errors planted; {seconds:.1f} s")
    scanned = frozenset(document.document_id for document in archive.documents if document.scanned_pages)
    return scored(made.planted, checks, findings, scanned)


def grow(figures: int, workers: int) -> None:
    """Print time and memory for a quarter, a half and the whole of a size, each in a process of its own.

    The matched archive lies on disk, a file for each body. Time runs from there to all checks and findings in one process; making
    the archive is not counted. Memory is that of all processes together at their peaks.
    """
    grid = Grid("documents", "figures", "bodies", "checks", "errors", "seconds", "CPU seconds", "µs CPU / figure", "peak MB")
    points = []
    for part in (4, 2, 1):
        command = [sys.executable, __file__, "--one-size", str(figures // part), "--workers", str(workers)]
        row = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        points.append((float(row[1]), float(row[6])))
        grid.add_row(*row[:5], row[5], row[6], f"{1e6 * float(row[6]) / float(row[1]):.1f}", row[7])
    Console(width=110).print(grid)
    (x0, y0), (x1, y1) = points[0], points[-1]
    print(f"CPU time grows as size to the power of {math.log(y1 / y0) / math.log(x1 / x0):.2f} (1 is linear)")


def one_size(figures: int, workers: int) -> None:
    """Make an archive of so many figures, body by body, reconcile it, and print one line of numbers.

    Making and reconciling have a process each: what making took in memory would else count, thrice, since a process begins with
    the peak of the one that started it.
    """
    with tempfile.TemporaryDirectory() as name:
        rows = [
            subprocess.run([sys.executable, __file__, *step, name], capture_output=True, text=True, check=True).stdout.split()
            for step in (("--one-size", str(figures), "--make"), ("--workers", str(workers), "--judge"))
        ]
    print(*rows[0], *rows[1])


def make_parts(figures: int, folder: Path) -> None:
    """Write an archive into a folder, a file for each body, and print how many documents and figures it has."""
    parts = Sizes()
    spool(parts.until(figures), folder)
    print(parts.documents, parts.figures)


def judge_parts(folder: Path, workers: int) -> None:
    """Reconcile what lies in a folder, and print bodies, checks, errors, seconds, CPU seconds and megabytes."""
    files = sorted(folder.iterdir())
    used, started = cpu(), time.perf_counter()
    checks, findings = merged(judge_spooled(files, Settings(), workers))
    seconds, used = time.perf_counter() - started, cpu() - used
    mine, largest = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    errors = sum(finding.severity == "error" for finding in findings)
    print(len(files), len(checks), errors, f"{seconds:.1f}", f"{used:.1f}", f"{mine + workers * largest:.0f}")


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)


class Sizes:
    """Makes bodies until there are enough figures, and counts; a few are made and come again, each time as another part."""

    made = 30

    documents = 0
    figures = 0

    def until(self, figures: int) -> Iterator[Archive]:
        """Yield the archive of one body after another; one document in ten has an error."""
        bodies = cycle([build_archive(make_archive(1, 11, 0.1, seed).extractions) for seed in range(2, 2 + self.made)])
        while self.figures < figures:
            archive = next(bodies)
            self.documents += len(archive.documents)
            self.figures += sum(len(document.figures) for document in archive.documents)
            yield archive


def show(score: Score) -> None:
    """Print the score, kind by kind."""
    grid = Grid("kind", "planted", "found", "accused first", "explained")
    for name, tally in sorted(score.kinds.items()):
        explained = f"{tally.explained}/{tally.explainable}" if tally.explainable else ""
        grid.add_row(name, str(tally.planted), str(tally.found), str(tally.accused), explained)
    Console(width=100).print(grid)
    by_rule = Grid("rule", "errors", "right", "precision")
    for name, (errors, right) in sorted(score.rules.items()):
        by_rule.add_row(name, str(errors), str(right), f"{right / errors:.4f}")
    Console(width=100).print(by_rule)
    print(f"precision of errors {score.precision:.4f}: {score.right_errors} of {score.errors}; {len(score.wrong)} without cause")
    print(f"recall {score.recall:.4f}; right explanation first {score.explained:.4f}")
    print(f"misreadings on scans {score.silent}, errors raised about them {len(score.accused_scans)}")


def write_misses(score: Score, path: Path, command: str) -> None:
    """Write what was missed, wrongly raised and wrongly explained, for whoever mends it."""
    lines = ["# Where reconciling fails on made archives", f"`{command}`", ""]
    lines += [
        f"- {name}: planted {t.planted}, found {t.found}, explained {t.explained}/{t.explainable}"
        for name, t in sorted(score.kinds.items())
    ]
    lines += [
        f"precision {score.precision:.4f}, recall {score.recall:.4f}, explained {score.explained:.4f}",
        "",
        "## Raised without cause",
    ]
    lines += [f"- {one.rule}: {one.message_sv}" for one in score.wrong[:40]]
    lines += ["", "## Errors about a misreading"] + [f"- {one.rule}: {one.message_sv}" for one in score.accused_scans[:40]]
    lines += ["", "## Missed"] + [f"- {one.kind}: {one.file_name} {one.document_id[:8]} {one.told}" for one in score.missed[:80]]
    lines += ["", "## Explained otherwise"]
    lines += [f"- {one.kind}: {one.told}: wanted {sorted(one.causes)}, told {told!r}" for one, told in score.misexplained[:80]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bodies", type=int, default=60)
    parser.add_argument("--years", type=int, default=6)
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--one-size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--judge", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.make or asked.judge:
        make_parts(asked.one_size, asked.make) if asked.make else judge_parts(asked.judge, asked.workers)
        return
    if asked.one_size:
        one_size(asked.one_size, asked.workers)
        return
    if asked.scale:
        grow(asked.figures, asked.workers)
        return
    score = Score()
    for seed in asked.seed:
        score.add(measure(asked.bodies, asked.years, asked.share, seed))
    show(score)
    if asked.misses:
        write_misses(score, asked.misses, "python benchmarks/reconcile.py " + " ".join(arguments))


if __name__ == "__main__":
    main(sys.argv[1:])
