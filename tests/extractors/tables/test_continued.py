"""A table over pages is one: its last cells go on in the first row of the next page, and a title may say that it goes on."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.tables.drawn import DrawnRow, Sheet, grid_of, read_tables

XS = (70.0, 200.0, 440.0, 520.0)


def rows(sheet: Sheet, *texts: tuple[str, ...]) -> None:
    """Draw ruled rows of three cells; lines of a cell are parted by `/`."""
    top = sheet.y
    for row in texts:
        sheet.line(XS[0], sheet.y, XS[-1], sheet.y)
        cells = [text.split("/") for text in row]
        depth = max(map(len, cells))
        for offset in range(depth):
            sheet.y += 12
            for x, lines in zip(XS, cells, strict=False):
                if offset < len(lines) and lines[offset]:
                    sheet.text(lines[offset], x + 4, step=0)
        sheet.y += 4
    sheet.line(XS[0], sheet.y, XS[-1], sheet.y)
    for x in XS:
        sheet.line(x, top, x, sheet.y)


FIRST = (
    ("Mål", "Kommentar", "Status"),
    ("Fler cyklar", "Två vägar är byggda.", "Nått"),
    ("Alla kan simma", "Andelen har ökat och/skolorna har fler", "Delvis"),
)


def test_the_last_cells_go_on_in_the_first_row_of_the_next_page(tmp_path: Path) -> None:
    sheet = Sheet()
    rows(sheet, *FIRST)
    sheet.new_page()
    rows(sheet, ("senast år fem", "timmar än förut.", ""), ("Trygghet", "Oförändrat.", "Ej nått"))
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table)[2:] == [
        ["Alla kan simma senast år fem", "Andelen har ökat och skolorna har fler timmar än förut.", "Delvis"],
        ["Trygghet", "Oförändrat.", "Ej nått"],
    ]


def test_a_row_of_its_own_on_the_next_page_stays_one(tmp_path: Path) -> None:
    sheet = Sheet()
    rows(sheet, *FIRST[:2])
    sheet.new_page()
    rows(sheet, ("Trygghet", "Oförändrat.", "Ej nått"), ("Miljö", "Bättre luft.", "Nått"))
    (table,) = read_tables(sheet.pages(tmp_path))
    assert [row[0] for row in grid_of(table)] == ["Mål", "Fler cyklar", "Trygghet", "Miljö"]


def test_a_title_says_that_the_table_goes_on(tmp_path: Path) -> None:
    sheet = Sheet()
    for title, names in (("Driftredovisning (tkr)", "ABC"), ("Driftredovisning (tkr), forts.", "DEF")):
        sheet.text(title, bold=True, size=13, step=26)
        drawn = [DrawnRow(f"Nämnd {name}", ("1 200", "1 180")) for name in names]
        sheet.table([("Budget 2024", "Utfall 2024")], drawn, (330.0, 430.0), "sums")
        sheet.new_page()
    (table,) = read_tables(sheet.pages(tmp_path))
    assert [row.label for row in table.rows[1:]] == [f"Nämnd {name}" for name in "ABCDEF"]


def test_the_end_of_the_last_row_alone_on_the_next_page(tmp_path: Path) -> None:
    sheet = Sheet()
    rows(sheet, *FIRST)
    sheet.new_page()
    rows(sheet, ("", "timmar än förut.", ""))
    sheet.y += 30
    sheet.text("Text efter tabellen.")
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table)[-1] == ["Alla kan simma", "Andelen har ökat och skolorna har fler timmar än förut.", "Delvis"]


def test_a_box_on_the_next_page_is_not_the_tables(tmp_path: Path) -> None:
    sheet = Sheet()
    rows(sheet, *FIRST)
    sheet.new_page()
    rows(sheet, ("Faktaruta", "Så räknas timmar.", ""))
    (table,) = read_tables(sheet.pages(tmp_path))
    assert table.row_count == 3
