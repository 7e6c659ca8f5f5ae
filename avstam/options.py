"""Options that several commands share, each declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.config import Config, Limits, Options
from schemas.archive import Settings


class Ocr(StrEnum):
    """When pages are OCRed."""

    auto = "auto"
    never = "never"
    always = "always"


class Language(StrEnum):
    """Language of findings and report."""

    sv = "sv"
    en = "en"


class Severity(StrEnum):
    """How bad a finding is."""

    error = "error"
    warning = "warning"
    notice = "notice"


class Format(StrEnum):
    """How a list is printed."""

    table = "table"
    json = "json"
    csv = "csv"


WAREHOUSE = Annotated[
    str,
    typer.Option("--warehouse", envvar="AVSTAM_WAREHOUSE", help="DuckDB file, postgresql://... URL, or parquet:FOLDER."),
]
STORE = Annotated[
    str, typer.Option("--store", envvar="AVSTAM_STORE", help="Folder or fsspec URL that keeps originals and results.")
]
REPORT = Annotated[str, typer.Option("--report", envvar="AVSTAM_REPORT", help="Where the report page goes.")]
LANG = Annotated[Language, typer.Option("--lang", envvar="AVSTAM_LANG", help="Language of findings and report.")]
OCR = Annotated[Ocr, typer.Option("--ocr", help="OCR pages where it is needed, never, or always.")]
WORKERS = Annotated[int, typer.Option("--workers", min=0, help="Worker processes; 0: one per core.")]
TIMEOUT = Annotated[float, typer.Option("--timeout", min=1, help="Seconds that one document may take.")]
MEMORY = Annotated[int, typer.Option("--memory", min=512, help="Megabytes that one document may take.")]
WORDS = Annotated[
    Path | None,
    typer.Option("--words", exists=True, dir_okay=False, help="Your own words (names, places), one a line, for repair."),
]
SETTINGS = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        exists=True,
        dir_okay=False,
        help="TOML file with thresholds and switches of the rules, for all bodies and for single ones.",
    ),
]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON to standard output; everything else goes to standard error.")]
FAIL_ON = Annotated[Severity | None, typer.Option("--fail-on", help="Exit with code 3 when findings are this bad or worse.")]
PRUNE = Annotated[
    bool, typer.Option("--prune", help="Take out documents whose files are gone from the folders named (their history stays).")
]
PREFECT = Annotated[bool, typer.Option("--prefect", help="Run as a Prefect flow (always done when PREFECT_API_URL is set).")]
PATHS = Annotated[list[Path], typer.Argument(help="PDFs, folders (searched recursively), or zip archives.")]

DEFAULT_WAREHOUSE = ".avstam/warehouse.duckdb"
DEFAULT_STORE = ".avstam/store"
DEFAULT_REPORT = ".avstam/report.html"


def reading_options(ocr: Ocr, words: Path | None) -> Options:
    """Return the options of reading that the user chose."""
    listed = words.read_text(encoding="utf-8").splitlines() if words else []
    own = tuple(sorted({word.strip() for word in listed if word.strip() and not word.startswith("#")}))
    return Options(ocr=ocr.value, words=own)


def rule_settings(path: Path | None) -> Settings:
    """Read thresholds and switches from a TOML file.

    Raises:
        UsageError: when the file is not TOML, or names something that does not exist.
    """
    if path is None:
        return Settings()
    from pipeline.settings import load_settings  # noqa: PLC0415  # imports all rules

    return load_settings(path)


def config_of(**chosen: Any) -> Config:  # noqa: ANN401  # named options, checked by pydantic
    """Make the configuration of a run from chosen options; what is None or 0 takes its default."""
    limits = Limits(seconds=chosen.pop("timeout", 900.0), memory=chosen.pop("memory", 4096) * 1024 * 1024)
    return Config(limits=limits, **{name: value for name, value in chosen.items() if value})
