"""Tables of a folder of PDFs, found by avstam and by others on the same files, in the form that the ICDAR 2013 scorer reads.

    python benchmarks/tables.py FOLDER OUT [--only 'eu-*.pdf'] [--scorer score.py] [--peers PYTHON]
                                [--figures TRUTH.json --corpus FOLDER]

Each extractor gets the PDF alone. `OUT/<extractor>` holds one JSON per PDF; with `--scorer` (the program that comes with the
truth) its table of scores is printed: F1 of the competition, F1 pooled per page, pages without a table on which one was seen.
CPU counts finding tables alone: words and rules are read before, by avstam and by pdfplumber. camelot and tabula run when
`--peers` names an interpreter that has them (with pdfplumber, and Java for tabula). With `--figures`, tables typed from pages
of a corpus are read too, from text and from pictures (`table_figures.py`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.table_figures import show
from benchmarks.table_peers import PEERS
from extractors.page.layout import lay_out
from extractors.tables import find_tables
from pipeline.read import ReadOptions, read_pdf

Prediction = dict[str, Any]


def by_avstam(pdf: Path) -> Prediction:
    """Return the tables that avstam finds, with spans."""
    reading, _ = read_pdf(pdf.read_bytes(), pdf.name, ReadOptions(ocr="never"), None)
    layout = lay_out(reading.pages)
    begun = time.process_time()
    found = find_tables(reading.pages, layout, pdf.stem)
    cpu = time.process_time() - begun
    tables = [
        {
            "page": table.page,
            "cells": [
                {"r": cell.row, "c": cell.col, "rs": cell.row_span, "cs": cell.col_span, "text": cell.text}
                for cell in table.cells
            ],
        }
        for table in found
    ]
    return {"tables": tables, "cpu": cpu, "pages": len(reading.pages)}


def by_pdfplumber(pdf: Path) -> Prediction:
    """Return the tables that pdfplumber finds with its default settings."""
    tables: list[dict[str, Any]] = []
    cpu = 0.0
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            _ = page.chars, page.edges
            begun = time.process_time()
            tables.extend({"page": page.page_number, "table": table.extract()} for table in page.find_tables())
            cpu += time.process_time() - begun
            page.close()
        return {"tables": tables, "cpu": cpu, "pages": len(document.pages)}


EXTRACTORS: dict[str, Callable[[Path], Prediction]] = {"avstam": by_avstam, "pdfplumber": by_pdfplumber}


def main() -> None:
    """Predict all PDFs below a folder with every extractor, and have them scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder with PDFs and their truth (searched recursively)")
    parser.add_argument("out", type=Path, help="folder for the predictions")
    parser.add_argument("--only", default="*.pdf", help="pattern of file names")
    parser.add_argument("--scorer", type=Path, help="the scorer that comes with the truth")
    parser.add_argument("--peers", type=Path, help="a Python that has camelot-py, tabula-py and pdfplumber")
    parser.add_argument("--figures", type=Path, help="JSON with tables typed from pages of --corpus")
    parser.add_argument("--corpus", type=Path, help="the PDFs that --figures speaks of")
    parser.add_argument("--store", default=".avstam/store", help="where OCR results are kept between runs")
    args = parser.parse_args()
    _predict(args.folder, args.out, args.only)
    names = [*EXTRACTORS, *_peers(args.peers, args.folder, args.out, args.only)]
    if args.scorer:
        folders = [str(args.out / name) for name in names]
        only = args.only.removesuffix(".pdf")
        subprocess.run([sys.executable, str(args.scorer), *folders, "--gt", str(args.folder), "--only", only], check=True)
    if args.figures:
        show(args.figures, args.corpus, args.store)


def _predict(source: Path, out: Path, only: str) -> None:
    """Write the predictions of the extractors at hand, and print what their CPU is beside each other's."""
    spent: dict[str, float] = {}
    for name, extract in EXTRACTORS.items():
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        for pdf in sorted(source.rglob(only)):
            found = extract(pdf)
            spent[name] = spent.get(name, 0.0) + found["cpu"]
            (folder / f"{pdf.stem}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    if spent.get("pdfplumber"):
        print(f"CPU of finding tables: {spent['avstam'] / spent['pdfplumber']:.2f} times that of pdfplumber's find_tables")


def _peers(python: Path | None, source: Path, out: Path, only: str) -> list[str]:
    """Run the peers in their own interpreter and return their names."""
    if python is None:
        print(f"skipped, since --peers names no interpreter: {', '.join(PEERS)}")
        return []
    for name in PEERS:
        (out / name).mkdir(parents=True, exist_ok=True)
        script = Path(__file__).with_name("table_peers.py")
        subprocess.run([str(python), str(script), name, str(source), str(out / name), only], check=True)
    return list(PEERS)


if __name__ == "__main__":
    main()
