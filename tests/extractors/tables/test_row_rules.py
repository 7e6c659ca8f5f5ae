"""Rules between rows, none between columns: cells of several lines stay whole, labels over several rows span them."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.tables.drawn import LEFT, Sheet, grid_of, read_figures, read_tables, said

RIGHT = 520.0


def ruled(sheet: Sheet, rows: list[list[tuple[float, tuple[str, ...]]]], skip: dict[int, float]) -> None:
    """Draw rows of cells (x, lines) with a rule below each; the rule below row i begins at `skip[i]`."""
    for number, cells in enumerate(rows):
        lines = max(len(texts) for _, texts in cells)
        for x, texts in cells:
            for offset, text in enumerate(texts):
                sheet.y += 12 * offset
                sheet.text(text, x, bold=number == 0, step=0)
                sheet.y -= 12 * offset
        sheet.y += 12 * lines
        sheet.line(skip.get(number, LEFT), sheet.y - 8, RIGHT, sheet.y - 8)
        sheet.y += 4


def row(*texts: tuple[float, str]) -> list[tuple[float, tuple[str, ...]]]:
    """Return a row of cells, lines parted by `/`."""
    return [(x, tuple(text.split("/"))) for x, text in texts]


def test_goals_with_comments_over_several_lines(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text("Mål och uppföljning", bold=True, size=13, step=26)
    rows = [
        row((LEFT, "Mål"), (220.0, "Kommentar"), (460.0, "Status")),
        row(
            (LEFT, "Fler ska cykla/till arbetet"),
            (220.0, "Två nya vägar har byggts, och/en tredje är påbörjad."),
            (460.0, "Delvis"),
        ),
        row(
            (LEFT, "Biblioteken har öppet"),
            (220.0, "Alla är öppna på lördagar/sedan i maj, och några/på kvällar."),
            (460.0, "Nått"),
        ),
        row((LEFT, "Simhallen rustas"), (220.0, "Pausat"), (460.0, "Ej nått")),
    ]
    ruled(sheet, rows, {})
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table) == [
        ["Mål", "Kommentar", "Status"],
        ["Fler ska cykla till arbetet", "Två nya vägar har byggts, och en tredje är påbörjad.", "Delvis"],
        ["Biblioteken har öppet", "Alla är öppna på lördagar sedan i maj, och några på kvällar.", "Nått"],
        ["Simhallen rustas", "Pausat", "Ej nått"],
    ]
    assert [cell.text for cell in table.cells if cell.is_header] == ["Mål", "Kommentar", "Status"]


def test_a_label_beside_several_rows_and_figures_over_two_lines(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [
        [(LEFT, ("Område",)), (200.0, ("Insats",)), (340.0, ("Budget 2024",)), (440.0, ("Utfall 2024",))],
        [(LEFT, ("Individer",)), (200.0, ("Vägen in",)), (340.0, ("1 250", "000")), (440.0, ("1 198", "400"))],
        [(200.0, ("Coach i", "samverkan")), (340.0, ("980 000",)), (440.0, ("1 002 115",))],
        [(LEFT, ("Struktur",)), (200.0, ("Utbildning",)), (340.0, ("120 000",)), (440.0, ("88 240",))],
    ]
    ruled(sheet, rows, {1: 190.0})
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "annual_report", 2024)
    assert next(cell.row_span for cell in table.cells if cell.text == "Individer") == 2
    assert [row.label for row in table.rows[1:]] == ["Vägen in", "Coach i samverkan", "Utbildning"]
    assert [row.section for row in table.rows[1:]] == ["Individer", "Individer", "Struktur"]
    figures = said(read_figures(pages, "annual_report", 2024))
    budget = {(label, int(value)) for label, _, scenario, value in figures if scenario == "budget"}
    assert budget == {("Vägen in", 1_250_000), ("Coach i samverkan", 980_000), ("Utbildning", 120_000)}
