"""Two tables side by side are two; a text column inside one table does not part it."""

from __future__ import annotations

from extractors.tables.find import page_grids
from tests.extractors.tables.drawn import read_figures
from tests.pages import page_from_text


def test_assets_and_liabilities_side_by_side_are_two_tables() -> None:
    page = page_from_text(
        """
        Tillgångar               2021     2020          Skulder                  2021     2020
        Fordringar                112       98          Eget kapital            1 010    1 145
        Kassa och bank          2 204    1 880          Leverantörsskulder        862      414
        Summa                   2 316    1 978          Upplupna kostnader        444      419
                                                        Summa                   2 316    1 978
        """,
        width=842,
    )
    left, right = page_grids(page)
    assert (left.row_count, left.column_count) == (4, 3)
    assert (right.row_count, right.column_count) == (5, 3)
    found = {(figure.label, figure.fiscal_year): int(figure.value) for figure in read_figures([page], "annual_report", 2021)}
    assert found["Kassa och bank", 2020] == 1880
    assert found["Upplupna kostnader", 2021] == 444


def test_a_text_column_between_figures_parts_no_table() -> None:
    page = page_from_text(
        """
        Insats               2024    Målgrupp       Deltagare
        Lotsen              1 250    Unga vuxna            40
        Steget              1 475    Sjukskrivna           55
        Vägen               1 380    Alla boende          120
        """
    )
    (grid,) = page_grids(page)
    assert grid.column_count == 4
