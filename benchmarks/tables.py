"""Predict the tables of a folder of PDFs and write one JSON per PDF in the form that the ICDAR 2013 scorer reads."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from extractors.tables.find import page_grids
from extractors.tables.words import text_of
from pipeline.read import ReadOptions, read_pdf


def predict(pdf: Path) -> dict[str, Any]:
    """Return the tables of one PDF and what they cost; CPU counts finding alone, not reading."""
    reading, _ = read_pdf(pdf.read_bytes(), pdf.name, ReadOptions(ocr="never"), None)
    pages = reading.pages
    begun = time.process_time()
    tables = [
        {
            "page": page.number,
            "cells": [{"r": c.row, "c": c.col, "rs": c.row_span, "cs": c.col_span, "text": text_of(c.words)} for c in grid.cells],
        }
        for page in pages
        for grid in page_grids(page)
    ]
    return {"tables": tables, "cpu": time.process_time() - begun, "pages": len(pages)}


def main() -> None:
    """Predict all PDFs below a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with PDFs (searched recursively)")
    parser.add_argument("out", type=Path, help="folder for the predictions")
    parser.add_argument("--only", default="*.pdf", help="pattern of file names")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for pdf in sorted(args.folder.rglob(args.only)):
        found = predict(pdf)
        (args.out / f"{pdf.stem}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
