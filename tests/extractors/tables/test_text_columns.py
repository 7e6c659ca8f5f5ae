"""Texts below names of columns, without any rule, are a table; names in columns alone are none."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.tables.drawn import Sheet, grid_of, read_tables

XS = (70.0, 240.0, 460.0)


def draw(sheet: Sheet, row: tuple[str, ...], *, bold: bool = False, step: float = 16) -> None:
    """Write a row; lines of a cell are parted by `/`."""
    cells = [text.split("/") for text in row]
    for offset in range(max(map(len, cells))):
        for x, lines in zip(XS, cells, strict=False):
            if offset < len(lines) and lines[offset]:
                sheet.text(lines[offset], x, bold=bold, step=0)
        sheet.y += 12
    sheet.y += step - 12


def test_goals_comments_and_states_under_bold_names(tmp_path: Path) -> None:
    sheet = Sheet()
    draw(sheet, ("Mål", "Kommentar", "Status"), bold=True)
    draw(sheet, ("Fler ska cykla till/arbetet", "Två vägar har byggts och en/tredje är påbörjad.", "Delvis"), step=24)
    draw(sheet, ("Simhallen rustas", "Pausat", "Ej nått"), step=24)
    draw(sheet, ("Alla barn lär sig simma", "Andelen som kan simma har/ökat i alla skolor.", "Nått"), step=24)
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table) == [
        ["Mål", "Kommentar", "Status"],
        ["Fler ska cykla till arbetet", "Två vägar har byggts och en tredje är påbörjad.", "Delvis"],
        ["Simhallen rustas", "Pausat", "Ej nått"],
        ["Alla barn lär sig simma", "Andelen som kan simma har ökat i alla skolor.", "Nått"],
    ]


PEOPLE = (
    ("Karin Östlund", "S", "X"),
    ("Peder Wallin", "M", "X"),
    ("Inger Åström", "C", "-"),
    ("Tomas Björk", "V", "X"),
    ("Sara Lindh", "KD", "X"),
)


def test_an_attendance_list_under_plain_names(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in (("Namn", "Parti", "Närvarande"), *PEOPLE):
        draw(sheet, row)
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table)[3] == ["Inger Åström", "C", "-"]
    assert table.row_count == 6


def test_signatures_in_three_columns_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in (("Eva Berg", "Nils Holm", "Åke Lind"), *PEOPLE):
        draw(sheet, row)
    assert not read_tables(sheet.pages(tmp_path))
