"""Tables of one PDF as camelot or tabula finds them; run by `tables.py` in an interpreter that has them.

    PEER_PYTHON benchmarks/table_peers.py camelot|tabula FOLDER OUT PATTERN

Each PDF gives `OUT/<stem>.json`: `[{"page": 1, "table": [["cell", ...], ...]}, ...]`. This file imports nothing of avstam.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def by_camelot(pdf: Path) -> list[dict[str, Any]]:
    """Return what camelot's hybrid parser finds, its best on these files."""
    camelot = importlib.import_module("camelot")
    found = camelot.read_pdf(str(pdf), pages="all", flavor="hybrid")
    return [{"page": int(table.page), "table": table.df.values.tolist()} for table in found]


def by_tabula(pdf: Path) -> list[dict[str, Any]]:
    """Return what tabula guesses, page by page (its answer does not name the page)."""
    tabula = importlib.import_module("tabula")
    pages = len(importlib.import_module("pdfplumber").open(pdf).pages)
    tables: list[dict[str, Any]] = []
    for page in range(1, pages + 1):
        found = tabula.read_pdf(str(pdf), pages=page, output_format="json", silent=True)
        tables += [{"page": page, "table": [[cell["text"] for cell in row] for row in table["data"]]} for table in found]
    return tables


PEERS = {"camelot": by_camelot, "tabula": by_tabula}


def main() -> None:
    """Predict all PDFs of a folder; a PDF that a peer fails on has no tables."""
    name, folder, out, pattern = sys.argv[1:]
    for pdf in sorted(Path(folder).rglob(pattern)):
        try:
            tables = PEERS[name](pdf)
        except Exception as error:  # noqa: BLE001  # whatever a peer raises, the others are to be measured
            print(f"{name}: {pdf.name}: {error}", file=sys.stderr)
            tables = []
        (Path(out) / f"{pdf.stem}.json").write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
