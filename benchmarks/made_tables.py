"""Tables in many styles, written and read back: cells, and figures with label, year, scenario and value.

    python benchmarks/made_tables.py FOLDER [--only NAME] [--scans] [--show] [--store STORE]

The pages of `benchmarks/made/tables.yaml` are printed by chromium into FOLDER, read from their text layer and, with `--scans`,
from pictures at 200 dpi. Cells are scored by neighbours as in the ICDAR competition: a pair counts when both texts and the
direction agree.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.made.table_pages import MadePage, load_pages
from benchmarks.made.table_text import Said, TextCell
from benchmarks.table_figures import scanned
from extractors.figures.context import DocumentContext
from extractors.page.layout import lay_out
from pipeline.config import Options
from pipeline.document import Tools, read_tables
from pipeline.read import ReadOptions, read_pdf
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.figure import Figure
from schemas.table import Cell, Table

CHROMIUM = "/usr/bin/chromium"
TURNS = {90: (0, 1, -1, 0), 270: (0, -1, 1, 0)}
"""Matrices that undo a /Rotate entry."""

Pair = tuple[str, str, str]
"""Two neighbours and their direction."""


class Count(NamedTuple):
    """Counts of one kind on one page."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    def __str__(self) -> str:
        """F1 and the counts behind it."""
        share = 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 1.0
        return f"{share:.3f} ({self.right} of {self.wanted}, {self.found} given)"


def print_pages(pages: Iterable[MadePage], folder: Path) -> None:
    """Print every page to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        sheet = browser.new_page()
        for page in pages:
            sheet.set_content(page.html())
            path = folder / f"{page.name}.pdf"
            sheet.pdf(path=path, prefer_css_page_size=True, print_background=True)
            if page.rotate:
                _turn(path, page.rotate)
        browser.close()


def _turn(path: Path, rotate: int) -> None:
    """Turn the content of a page and undo it by /Rotate."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            shift = (height, 0.0) if rotate == 90 else (0.0, width)
            matrix = " ".join(map(str, (*TURNS[rotate], *shift)))
            page.contents_add(f"q {matrix} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [0, 0, height, width]
            page.cropbox = page.mediabox
            page.rotate(rotate, relative=False)
        pdf.save(path)


def neighbours(cells: Sequence[Cell | TextCell]) -> Counter[Pair]:
    """Return the pairs of neighbouring cells of one table; a heading alone in its row is the label's neighbour only."""
    filled = Counter(row for cell in cells for row in range(cell.row, cell.row + cell.row_span))
    at = {
        (row, col): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + (cell.col_span if filled[row] > 1 else 1))
    }
    rows, cols = 1 + max((row for row, _ in at), default=0), 1 + max((col for _, col in at), default=0)
    pairs: set[tuple[int, int, str]] = set()
    for (row, col), cell in at.items():
        right = next((at[row, c] for c in range(col + 1, cols) if (row, c) in at and at[row, c] is not cell), None)
        below = next((at[r, col] for r in range(row + 1, rows) if (r, col) in at and at[r, col] is not cell), None)
        pairs.update((id(cell), id(other), way) for other, way in ((right, "right"), (below, "below")) if other)
    texts = {id(cell): _plain(cell.text) for cell in cells}
    return Counter((texts[a], texts[b], way) for a, b, way in pairs)


def _plain(text: str) -> str:
    return "".join(text.replace("−", "-").replace("–", "-").casefold().split())


def _total(tables: Iterable[Sequence[Cell | TextCell]]) -> Counter[Pair]:
    total: Counter[Pair] = Counter()
    for cells in tables:
        total += neighbours(cells)
    return total


def score_figures(wanted: Sequence[Said], found: Sequence[Figure]) -> tuple[Count, list[str]]:
    """Pair figures one to one; return the counts and what is missing or too much."""
    left = list(found)
    missing: list[str] = []
    for label, year, scenario, value in wanted:
        hit = next(
            (
                figure
                for figure in left
                if figure.value == value
                and year in {None, figure.fiscal_year}
                and scenario in {None, figure.scenario}
                and _letters(figure.label) == _letters(label)
            ),
            None,
        )
        if hit is None:
            missing.append(f"- {label} {year} {scenario} {value}")
        else:
            left.remove(hit)
    extra = [f"+ {figure.label} {figure.fiscal_year} {figure.scenario} {figure.value}" for figure in left]
    return Count(len(wanted), len(found), len(wanted) - len(missing)), [*missing, *extra]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def grid(table: Table) -> str:
    """Draw a table as text."""
    lines = [f"  [{table.title}] {table.unit} {table.kind}"]
    lines.append("  " + " | ".join(f"{col.header}={col.fiscal_year},{col.scenario}" for col in table.columns))
    for row in table.rows:
        texts = {
            cell.col: cell.text + (f" >{cell.col_span}" if cell.col_span > 1 else "")
            for cell in table.cells
            if cell.row == row.index
        }
        lines.append(f"  {row.role[:4]} " + " | ".join(texts.get(col, "") for col in range(table.column_count)))
    return "\n".join(lines)


def read_page(page: MadePage, data: bytes, tools: Tools, *, ocr: bool) -> tuple[tuple[Table, ...], tuple[Figure, ...]]:
    """Read a page as the pipeline does, with kind and year of the document given."""
    recogniser = tools.recogniser if ocr else None
    reading, _ = read_pdf(data, page.name, ReadOptions(ocr="auto" if ocr else "never"), recogniser)
    context = DocumentContext(document_id="made", kind=page.kind, fiscal_year=page.year, chart=tools.chart)
    read = read_tables(data, reading, lay_out(reading.pages), context, recogniser)
    return read.tables, read.figures


def score(page: MadePage, read: tuple[tuple[Table, ...], tuple[Figure, ...]], *, show: bool) -> tuple[Count, Count]:
    """Return the counts of neighbours and of figures, and print what is wrong where it is asked for."""
    tables, found = read
    truth, given = _total(table.plain for table in page.tables), _total(table.cells for table in tables)
    cells = Count(truth.total(), given.total(), (truth & given).total())
    figures, wrong = score_figures([said for table in page.tables for said in table.said], found)
    if show and (wrong or cells.right < max(cells.wanted, cells.found)):
        print(*map(grid, tables), *wrong, sep="\n")
    return cells, figures


def main() -> None:
    """Print the pages, read them back, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the pages are printed to")
    parser.add_argument("--only", default="", help="names that contain this")
    parser.add_argument("--scans", action="store_true", help="read pictures at 200 dpi instead of text layers")
    parser.add_argument("--show", action="store_true", help="print what was read where it is not right")
    parser.add_argument("--store", type=Path, default=Path(".avstam/store"), help="where OCR results are kept between runs")
    parser.add_argument("--kept", action="store_true", help="read pages printed before")
    args = parser.parse_args()
    pages = [page for page in load_pages() if args.only in page.name]
    if not args.kept:
        print_pages(pages, args.folder)
    tools = load_tools(Store(str(args.store)), Options())
    sums = (Count(), Count())
    for page in pages:
        path = args.folder / f"{page.name}.pdf"
        data = _scan(path) if args.scans else path.read_bytes()
        counts = score(page, read_page(page, data, tools, ocr=args.scans), show=args.show)
        print(f"{page.name:22} cells {counts[0]}, figures {counts[1]}", flush=True)
        sums = (_add(sums[0], counts[0]), _add(sums[1], counts[1]))
    print(f"{'all':22} cells {sums[0]}, figures {sums[1]}")


def _scan(path: Path) -> bytes:
    with pikepdf.open(path) as pdf:
        return scanned(path, range(1, len(pdf.pages) + 1))


def _add(one: Count, other: Count) -> Count:
    return Count(*map(sum, zip(one, other, strict=True)))


if __name__ == "__main__":
    main()
