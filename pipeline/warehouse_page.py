"""Write the data dictionary, `docs/warehouse.md`, from the declared tables: `python -m pipeline.warehouse_page`."""

from __future__ import annotations

from pathlib import Path

from pipeline import warehouse_tables as tables
from pipeline.warehouse import documentation

TARGET = Path(__file__).parents[1] / "docs" / "warehouse.md"

if __name__ == "__main__":
    TARGET.write_text(documentation(tables.ALL), encoding="utf-8")
