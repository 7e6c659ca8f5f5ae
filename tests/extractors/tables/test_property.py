"""Any table that is drawn is read back: labels, empty cells, figures with spaces, in every style."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extractors.tables.drawn import STYLES, DrawnRow, Sheet, Style, grid_of, read_tables

NAMES = (
    "Samtalsstödet",
    "Vägen vidare",
    "Må bra-veckan",
    "Ungas röst",
    "Arbetsspåret",
    "Kompetensdagar",
    "Hälsa i fokus",
    "Språngbrädan",
)


def printed(value: int) -> str:
    """Print a whole number as Swedish tables do."""
    return f"{value:,}".replace(",", " ")


figures = st.integers(-9_999_999, 9_999_999).map(printed)
cells = st.one_of(figures, figures, figures, st.just("0"), st.just(""))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[DrawnRow], int]:
    """Rows with 2 to 4 columns of figures; no row and no column is blank, and the first row is full."""
    columns = draw(st.integers(2, 4))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=3, max_size=7, unique=True))
    rows = [DrawnRow(name, (*(draw(cells) for _ in range(columns - 1)), draw(figures))) for name in names]
    full = DrawnRow("Alla medel", tuple(draw(figures) for _ in range(columns)))
    return [full, *rows], columns


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table=tables(), style=st.sampled_from(STYLES))
def test_a_drawn_table_is_read_back(table: tuple[list[DrawnRow], int], style: Style) -> None:
    rows, columns = table
    sheet = Sheet()
    sheet.text("Medel per insats", bold=True, size=13, step=28)
    headers = [tuple(str(2024 - i) for i in range(columns))]
    sheet.table(headers, rows, tuple(260.0 + 80 * i for i in range(columns)), style)
    with tempfile.TemporaryDirectory() as folder:
        pages = sheet.pages(Path(folder))
    (found,) = read_tables(pages)
    assert grid_of(found) == [["", *headers[0]], *([row.label, *row.values] for row in rows)]
