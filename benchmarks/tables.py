"""Tables of a folder of PDFs, found by avstam and by pdfplumber on the same files, in the form that the ICDAR 2013 scorer reads.

    python benchmarks/tables.py FOLDER OUT [--only 'eu-*.pdf'] [--scorer score.py]

Each extractor gets the PDF alone. `OUT/avstam` and `OUT/pdfplumber` hold one JSON per PDF; with `--scorer` (the program that
comes with the truth) its table of scores is printed: F1 of the competition, and F1 pooled per page. CPU counts finding tables
alone: words and rules are read before, in both cases.
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

from extractors.layout import lay_out
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
    args = parser.parse_args()
    for name, extract in EXTRACTORS.items():
        folder = args.out / name
        folder.mkdir(parents=True, exist_ok=True)
        for pdf in sorted(args.folder.rglob(args.only)):
            (folder / f"{pdf.stem}.json").write_text(json.dumps(extract(pdf), ensure_ascii=False), encoding="utf-8")
    if args.scorer:
        folders = [str(args.out / name) for name in EXTRACTORS]
        only = args.only.removesuffix(".pdf")
        subprocess.run([sys.executable, str(args.scorer), *folders, "--gt", str(args.folder), "--only", only], check=True)


if __name__ == "__main__":
    main()
