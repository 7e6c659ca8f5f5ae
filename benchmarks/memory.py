"""Memory of a whole `avstam run` against the size of the archive, each size in a process of its own.

    python benchmarks/memory.py [--documents 2000] [--target 20000]

The documents are made ones (`benchmarks/made/`), a body with its years after the other. Their readings lie in the store as if
they had been read before: what is measured is all that a run does with them: gather, match, load, reconcile, report.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.made.archive import drawn_archive
from benchmarks.made.realise import extraction_of, written_bytes
from pipeline.config import Config
from pipeline.gist import gist_of
from pipeline.store import Store
from pipeline.version import extractor_version
from pipeline.worker import summarise, summary_key

YEARS = 6
SHARE = 0.1
BODIES = 100_000
"""More than any size takes."""


def make(count: int, folder: Path) -> int:
    """Write files of made documents and put their readings into a store; return how many figures they state."""
    store, options = Store(str(folder / "store")), Config().options
    files = folder / "files"
    files.mkdir()
    figures = 0
    for drawn, _ in islice(drawn_archive(BODIES, YEARS, SHARE), count):
        extraction = extraction_of(drawn).model_copy(update={"extractor_version": extractor_version()})
        (files / f"{extraction.document_id[:16]}-{drawn.name}.pdf").write_bytes(written_bytes(drawn))
        store.put_gist(gist_of(extraction), options.options_id)
        summary = summarise(extraction, None, ())
        store.put(summary_key(extraction.document_id, options), summary.model_dump_json().encode())
        figures += len(extraction.figures)
    return figures


def run(folder: Path) -> None:
    """Run the program over a folder that was made, and print seconds and the most memory that it took, in megabytes."""
    from avstam.cli import main as avstam  # noqa: PLC0415  # what it imports is part of what is measured

    paths = {name: str(folder / name) for name in ("store", "warehouse.duckdb", "report.html")}
    command = ["avstam", "run", str(folder / "files"), "--store", paths["store"]]
    sys.argv = [*command, "--warehouse", paths["warehouse.duckdb"], "--report", paths["report.html"], "--json"]
    started = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        avstam()
    print(f"{time.perf_counter() - started:.1f}", peak())


def peak() -> int:
    """Return the most memory that this process has had, in megabytes (getrusage counts its parent's too)."""
    (line,) = (line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def grow(documents: int, target: int) -> None:
    """Print time and memory for a quarter, a half and the whole of a size, and what the slope says of `target` documents."""
    points = []
    for count in (documents // 4, documents // 2, documents):
        with tempfile.TemporaryDirectory(prefix="avstam-") as name:
            figures = make(count, Path(name))
            command = [sys.executable, __file__, "--one", name]
            seconds, most = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        points.append((count, int(most)))
        print(f"{count} documents, {figures} figures: {seconds} s, {most} MB at most", flush=True)
    (few, low), (many, high) = points[0], points[-1]
    slope = (high - low) / (many - few)
    print(f"{1000 * slope:.0f} MB per 1,000 documents; {high + slope * (target - many):.0f} MB for {target} by this slope")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--target", type=int, default=20_000)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        run(asked.one)
    else:
        grow(asked.documents, asked.target)


if __name__ == "__main__":
    main()
