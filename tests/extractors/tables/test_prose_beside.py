"""Running text beside a table gives no labels to its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extractors.tables.drawn import Sheet, grid_of, read_tables

TEXT = (
    "Frånvaron har gått ned under",
    "året, främst bland de yngre som",
    "har fått fler timmar och större",
    "inflytande över sin arbetstid än",
    "tidigare. Målet nås om trenden",
    "håller i sig även under hösten.",
)
ROWS = (("Sjukfrånvaro", "2024", "2023"), ("Kvinnor", "7,9 %", "8,4 %"), ("Män", "4,6 %", "4,9 %"), ("Unga", "6,2 %", "5,8 %"))


@pytest.mark.parametrize(("text_at", "table_at"), [(60.0, 270.0), (340.0, 60.0)])
def test_text_left_or_right_of_a_table(tmp_path: Path, text_at: float, table_at: float) -> None:
    sheet = Sheet()
    for number, line in enumerate(TEXT):
        sheet.text(line, text_at, step=0)
        if number < len(ROWS):
            for text, x in zip(ROWS[number], (0.0, 110.0, 170.0), strict=True):
                sheet.text(text, table_at + x, step=0)
        sheet.y += 13
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table) == [list(row) for row in ROWS]


def test_labels_that_wrap_are_no_running_text(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = (
        ("Kostnader för att de som står", "långt från arbete får stöd", "120"),
        ("Kostnader för att alla enheter", "i länet har en samordnare", "340"),
    )
    for first, second, figure in (*rows, *rows):
        sheet.text(first, step=12)
        sheet.text(second, step=0)
        sheet.text(figure, 400.0, step=0)
        sheet.text("75", 480.0, step=16)
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table)[0] == ["Kostnader för att de som står långt från arbete får stöd", "120", "75"]
    assert table.row_count == 4
