"""Pages of tables in the styles of municipal reports, and pages without a table; their truth is what they are written from.

`tables.yaml` has the tables (see `table_text.py`), pieces of HTML, styles, and the pages made of these. A part of a page is
`title ...`, `table NAME`, perhaps with what its figures are multiplied by (`x1000000`, 1000 by default) and with CSS in braces,
a piece, or HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.made.table_text import TextTable
from schemas.document import DocumentKind

SOURCE = Path(__file__).with_name("tables.yaml")
TABLE = re.compile(r"table (?P<name>\w+)(?: x(?P<scale>\d+))?(?: \{(?P<css>[^}]*)\})?")
PLAIN = """
body{font:10pt Arial,'Nimbus Sans';margin:0} table{border-collapse:collapse;width:100%;margin:0 0 14pt}
td,th{padding:2pt 5pt;vertical-align:bottom} .v{text-align:right} .l{text-align:left} th{font-weight:bold}
.sum td{font-weight:bold} .head td{font-weight:bold} .in td.l{padding-left:16pt} .in2 td.l{padding-left:28pt}
th[colspan="2"],th[colspan="3"]{text-align:center} h2{font-size:14pt;margin:0 0 8pt} p{margin:0 0 8pt;line-height:1.35}
"""


@dataclass(frozen=True)
class MadePage:
    """One document of one page or more."""

    name: str
    parts: tuple[str | TextTable, ...]
    css: str = ""
    kind: DocumentKind = "annual_report"
    year: int = 2024
    page: str = "A4"
    rotate: int = 0
    """The page's /Rotate entry, undone by turning its content, so that it is displayed upright."""
    tables: list[TextTable] = field(init=False, default_factory=list)
    """The tables on it."""

    def __post_init__(self) -> None:
        """Find the tables among the parts."""
        self.tables.extend(part for part in self.parts if isinstance(part, TextTable))

    def html(self) -> str:
        """The document as HTML."""
        parts = [part.html() if isinstance(part, TextTable) else part for part in self.parts]
        return (
            f"<!doctype html><html lang=sv><meta charset=utf-8><title>{self.name}</title>"
            f"<style>@page{{size:{self.page};margin:20mm 18mm}}{PLAIN}{self.css}</style><body>{''.join(parts)}</body></html>"
        )


def load_pages(source: Path = SOURCE) -> list[MadePage]:
    """Return all pages."""
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return [_page(dict(page), data) for page in data["pages"]]


def _page(page: dict[str, Any], data: dict[str, Any]) -> MadePage:
    styles = [data["styles"][name] for name in page.pop("styles", [])]
    parts = tuple(_part(part, data) for part in page.pop("parts"))
    return MadePage(parts=parts, css=" ".join([*styles, page.pop("css", "")]), **page)


def _part(text: str, data: dict[str, Any]) -> str | TextTable:
    found = TABLE.fullmatch(text)
    if found:
        return TextTable(data["tables"][found["name"]], int(found["scale"] or 1000), found["css"] or "")
    if text.startswith("title "):
        return f"<h2>{text.removeprefix('title ')}</h2>"
    return str(data["pieces"].get(text, text))
