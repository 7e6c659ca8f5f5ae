"""How fast 100,000 rows get into DuckDB and PostgreSQL, beside plain DuckDB COPY and pandas.to_sql in the same run.

    python benchmarks/load.py [DOCUMENTS] [ROWS_PER_DOCUMENT]

The peers only move finished rows. The loader also turns records into rows, holds them against the types, compares them with what
is there and commits document by document; its second line is a load of the same documents again, where nothing is written.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd

from pipeline.load import DocumentFacts, Warehouse, open_warehouse
from pipeline.warehouse import tables
from pipeline.warehouse.rows import figure_values, row_of
from schemas.document import Classification, Extraction, Reading
from schemas.figure import Figure
from schemas.page import Page
from schemas.place import Box
from tests.postgres import server_programs, temporary_postgres

MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def extraction(number: int, figures: int) -> Extraction:
    """Return a document with one page and a number of figures."""
    document_id = f"{number:064d}"
    return Extraction(
        document_id=document_id,
        extractor_version="1",
        reading=Reading(document_id=document_id, file_name=f"{number}.pdf", pages=(Page(number=1, width=595, height=842),)),
        classification=Classification(kind="plan", fiscal_year=2025),
        figures=tuple(figure(document_id, position) for position in range(figures)),
    )


def figure(document_id: str, position: int) -> Figure:
    """Return a figure of a table."""
    return Figure(
        figure_id=f"{document_id}-{position}",
        document_id=document_id,
        subject="Insats",
        label="Insats som får pengar",
        fiscal_year=2025,
        scenario="budget",
        value=Decimal(position * 1000),
        unit="SEK",
        quantum=Decimal(1000),
        raw=f"{position}",
        page=1,
        box=Box(x0=400, top=position / 100, x1=440, bottom=position / 100 + 10),
        origin="table",
    )


def timed(name: str, rows: int, work: Callable[[], object]) -> None:
    """Run `work` and print its speed, and what it costs where others share the machine: seconds of CPU."""
    start, cpu = time.perf_counter(), time.process_time()
    work()
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{name:36} {seconds:7.2f} s {rows / seconds:10,.0f} rows/s {cpu:7.2f} s CPU")


def load(warehouse: Warehouse, extractions: list[Extraction]) -> None:
    """Load every document."""
    for document in extractions:
        warehouse.load_document(document, DocumentFacts(ingested_at=MOMENT))


def main(documents: int, each: int) -> None:
    """Measure the loader and its peers on the same figures."""
    extractions = [extraction(number, each) for number in range(documents)]
    rows = [row_of(tables.FIGURES, figure_values(figure, None)) for document in extractions for figure in document.figures]
    frame = pd.DataFrame(rows, columns=list(tables.FIGURES.column_names))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_warehouse(str(folder / "warehouse.duckdb")) as warehouse:
            timed("avstam, DuckDB, first load", len(rows), lambda: load(warehouse, extractions))
            timed("avstam, DuckDB, the same again", len(rows), lambda: load(warehouse, extractions))
        frame.to_csv(folder / "figures.csv", index=False)
        plain = duckdb.connect(str(folder / "plain.duckdb"))
        plain.register("frame", frame)
        plain.execute("CREATE TABLE figures AS SELECT * FROM frame LIMIT 0")
        timed("DuckDB, COPY of a finished CSV", len(rows), lambda: plain.execute(f"COPY figures FROM '{folder}/figures.csv'"))
        plain.close()
        with sqlite3.connect(folder / "pandas.sqlite") as sqlite:
            as_text = frame.astype({"value": str, "quantum": str})
            timed("pandas.to_sql, SQLite", len(rows), lambda: as_text.to_sql("figures", sqlite, index=False))
        measure_postgres(extractions, len(rows))


def measure_postgres(extractions: list[Extraction], rows: int) -> None:
    """Measure the same loads on a PostgreSQL server of our own, where one is installed."""
    programs = server_programs()
    if programs is None:
        print("PostgreSQL is not installed (apt-get install postgresql)")
        return
    with temporary_postgres(programs) as url, open_warehouse(url) as warehouse:
        timed("avstam, PostgreSQL, first load", rows, lambda: load(warehouse, extractions))
        timed("avstam, PostgreSQL, the same again", rows, lambda: load(warehouse, extractions))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3] or ("100", "1000")))
