"""What a user may choose: how documents are read, what one may cost, where results go."""

from __future__ import annotations

import os
from typing import Literal

from pydantic import Field

from schemas.archive import Settings
from schemas.record import Record, stable_id


class Options(Record):
    """What a user may choose for reading; part of the key under which results are kept."""

    ocr: Literal["auto", "never", "always"] = "auto"
    """Whether pages are OCRed: where it is needed, never, always."""
    words: tuple[str, ...] = ()
    """The user's own words (names, places), for repair."""
    chart: str = ""
    """YAML text that extends the chart of concepts."""

    @property
    def options_id(self) -> str:
        """A short id of these options."""
        return stable_id(self.ocr, *self.words, self.chart)[:12]


class Limits(Record):
    """What one document may cost.

    One that exceeds them is read again page by page: it may cost three times `seconds` in all.
    """

    seconds: float = 900.0
    """Wall-clock time for a whole document, OCR included."""
    memory: int = 4 * 1024**3
    """Address space of a worker, in bytes."""

    @property
    def page_seconds(self) -> float:
        """Wall-clock time for a page that is read by itself."""
        return max(8.0, self.seconds / 15)


class Config(Record):
    """Where to work and how; everything that a run depends on besides the files."""

    store: str = ".avstam/store"
    """Folder or fsspec URL for originals and results."""
    warehouse: str = ".avstam/warehouse.duckdb"
    """DuckDB file, `postgresql://` URL or `parquet:FOLDER`."""
    report: str = ".avstam/report.html"
    """Where the report page goes."""
    language: Literal["sv", "en"] = "sv"
    """Language of findings and report."""
    workers: int = Field(default_factory=lambda: max(1, len(os.sched_getaffinity(0))))
    """Worker processes."""
    options: Options = Options()
    """How documents are read."""
    limits: Limits = Limits()
    """What one document may cost."""
    settings: Settings = Settings()
    """Thresholds and switches of the rules."""
    prune: bool = False
    """Whether documents whose files are gone from the folders named leave the warehouse."""
