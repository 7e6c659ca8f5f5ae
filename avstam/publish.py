"""`avstam report`, `export`, `migrate`: what is in the warehouse, as a page and as files; and its schema."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from avstam import options, screen


class ExportFormat(StrEnum):
    """What other programs read."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    xlsx = "xlsx"


FOLDER = Annotated[Path, typer.Argument(help="Where the files go; made when it is not there.")]
EXPORT_FORMAT = Annotated[ExportFormat, typer.Option("--format", help="File format; xlsx is one file, a sheet per table.")]


def report(
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    store: options.STORE = options.DEFAULT_STORE,
    target: options.REPORT = options.DEFAULT_REPORT,
    lang: options.LANG = options.Language.sv,
) -> None:
    """Write the report page of all that is in the warehouse: one HTML file that needs no network.

    \b
    Example:
      avstam report --lang en --report report-en.html
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.run import write_page  # noqa: PLC0415  # imports the whole pipeline

    path = write_page(options.config_of(warehouse=warehouse, store=store, report=target, language=lang.value))
    screen.err.print(f"wrote {path}", highlight=False)


def export(
    folder: FOLDER,
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    output: EXPORT_FORMAT = ExportFormat.csv,
) -> None:
    """Write every table of the warehouse as a file, and the views: figures_wide, budget_outcome, open_findings and so on.

    \b
    Examples:
      avstam export tables/
      avstam export tables/ --format parquet
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline import export as files  # noqa: PLC0415  # imports the databases
    from pipeline.load import open_warehouse  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        written = files.export(opened, folder, output.value)
    screen.err.print(f"wrote {len(written)} files to {folder}", highlight=False)


def migrate(*, warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE) -> None:
    """Bring a warehouse that an older avstam made up to date; `avstam run` does the same before it writes.

    \b
    Example:
      avstam migrate --warehouse postgresql://user@localhost/finsam
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases

    with open_warehouse(warehouse) as opened:
        version = opened.rows("SELECT version FROM avstam.schema_version")[0][0]
    screen.err.print(f"{warehouse} has schema version {version}, that of this avstam", highlight=False)
