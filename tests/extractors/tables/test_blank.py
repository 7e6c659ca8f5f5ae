"""Rules around white: a chart's mesh with the names of its panels, and a form that nobody filled in."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.tables.drawn import Sheet, grid_of, read_tables


def rules(sheet: Sheet, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    """Draw all rules of a grid."""
    for y in ys:
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])


def test_panels_of_a_chart_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    xs = (100.0, 200.0, 300.0, 400.0)
    rules(sheet, xs, tuple(100.0 + 10 * i for i in range(19)))
    for row, names in enumerate((("Norr", "Söder", "Öster"), ("Väster", "Centrum", "Landet"))):
        for x, name in zip(xs, names, strict=False):
            sheet.y = 108 + 90 * row
            sheet.text(name, x + 30, size=8)
    assert not read_tables(sheet.pages(tmp_path))


def test_an_empty_form_is_no_table_and_a_table_with_room_is_one(tmp_path: Path) -> None:
    sheet = Sheet()
    rules(sheet, (70.0, 250.0, 400.0), (100.0, 130.0, 160.0))
    rules(sheet, (70.0, 250.0, 400.0), (300.0, 330.0, 360.0))
    for x, first, second in ((73.0, "Namn", "Adress"), (253.0, "Personnummer", "Ort")):
        for y, text in ((109.0, first), (139.0, second), (318.0, first), (348.0, second)):
            sheet.y = y
            sheet.text(text, x, size=8)
    (table,) = read_tables(sheet.pages(tmp_path))
    assert table.box.top > 290
    assert grid_of(table) == [["Namn", "Personnummer"], ["Adress", "Ort"]]


def test_values_at_the_ends_of_bars_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for name, end, share in (("Förskola", 250.0, "24 %"), ("Grundskola", 310.0, "31 %"), ("Vård", 280.0, "27 %")):
        sheet.text(name, step=0)
        sheet.text(share, end, step=24)
    assert not read_tables(sheet.pages(tmp_path))
