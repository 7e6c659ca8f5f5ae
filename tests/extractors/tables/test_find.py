"""What is one table, what are two, what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.tables.find import page_grids
from tests.extractors.tables.drawn import DrawnRow as R
from tests.extractors.tables.drawn import Sheet, Style, grid_of, read_figures, read_tables, styles
from tests.pages import page_from_text

ITEMS = [R("Personal", ("-1 200", "-1 255")), R("Lokaler", ("-300", "-310")), R("Summa", ("-1 500", "-1 565"), bold=True)]


@styles
def test_stacked_tables_stay_apart_each_with_its_title(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    for number, title in enumerate(("Not 2. Kostnader", "Not 3. Fordringar", "Not 4. Skulder")):
        sheet.text(title, bold=True)
        sheet.table([("2024", "2023")], [R(f"Post {number}", ("17", "18")), *ITEMS], (300.0, 400.0), style, corner="Belopp i tkr")
    tables = read_tables(sheet.pages(tmp_path), "annual_report", 2024)
    assert [table.title for table in tables] == ["Not 2. Kostnader", "Not 3. Fordringar", "Not 4. Skulder"]
    assert [table.row_count for table in tables] == [5, 5, 5]


def test_one_ruled_grid_with_two_headers_is_two_tables(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [*ITEMS, R("Övriga kostnader", ("2026", "2027")), R("Kansli", ("-710", "-720")), R("Styrelse", ("-85", "-85"))]
    sheet.table([("2026", "2027")], rows, (300.0, 400.0), "ruled", corner="Kostnader för insatser")
    tables = read_tables(sheet.pages(tmp_path), "plan", 2026)
    assert [table.title for table in tables] == ["Kostnader för insatser", "Övriga kostnader"]
    assert [row.label for row in tables[1].rows] == ["Övriga kostnader", "Kansli", "Styrelse"]


@styles
@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_over_two_pages_is_one(tmp_path: Path, style: Style, *, repeated: bool) -> None:
    sheet = Sheet()
    sheet.text("Driftredovisning", bold=True, size=13, step=28)
    first = [R(f"Enhet nummer {chr(65 + i)}", (f"-{120 + i}", f"-{1130 + i}")) for i in range(12)]
    sheet.table([("Utfall", "Budget")], first, (300.0, 400.0), style)
    sheet.new_page()
    header = [("Utfall", "Budget")] if repeated else []
    more = [R(f"Avdelning {chr(65 + i)}", (f"-{220 + i}", f"-{1230 + i}")) for i in range(3)]
    sheet.table(header, more, (300.0, 400.0), style)
    (table,) = read_tables(sheet.pages(tmp_path), "annual_report", 2024)
    assert table.row_count == 16
    assert {cell.page for cell in table.cells if cell.row > 12} == {2}
    assert table.rows[15].label == "Avdelning C"
    assert [column.scenario for column in table.columns[1:]] == ["outcome", "budget"]


def test_two_figures_side_by_side_and_one_with_a_space(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [
        R("Insats ett", ("2 026", "1 255")),
        R("Insats två", ("100", "200")),
        R("Insats tre", ("12", "345")),
        R("Insats fyra", ("1 378 000", "- 6 279")),
    ]
    sheet.table([("Budget", "Utfall")], rows, (300.0, 345.0), "plain")
    (table,) = read_tables(sheet.pages(tmp_path))
    assert grid_of(table)[1:] == [[row.label, *row.values] for row in rows]


def test_tables_side_by_side_in_rules_are_two(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.table([("2024",)], ITEMS[:2], (200.0,), "ruled")
    low = sheet.y
    for x in (330.0, 430.0, 520.0):
        sheet.line(x, 60, x, low)
    for y in (60.0, 90.0, low):
        sheet.line(330, y, 520, y)
    for x, y, text in ((340, 80, "Namn"), (440, 80, "Roll"), (340, 110, "Asta"), (440, 110, "Ordförande")):
        sheet._put(text, x, y)
    tables = read_tables(sheet.pages(tmp_path))
    assert sorted(table.column_count for table in tables) == [2, 2]


def test_texts_between_three_rules_are_a_table() -> None:
    page = page_from_text("""
        ----------------------------------------------------------------
        Mål                    Ansvarig            Kommentar
        ----------------------------------------------------------------
        Två möten om året      Ordföranden         Ett möte i maj
        Ny hemsida             Kansliet            Klar, öppnad i
                                                   september
        Enkät till alla        Kansliet            Skickad
        ----------------------------------------------------------------
        """)
    (table,) = read_tables([page])
    assert grid_of(table) == [
        ["Mål", "Ansvarig", "Kommentar"],
        ["Två möten om året", "Ordföranden", "Ett möte i maj"],
        ["Ny hemsida", "Kansliet", "Klar, öppnad i september"],
        ["Enkät till alla", "Kansliet", "Skickad"],
    ]


def test_a_ruled_table_of_texts_keeps_its_cells_whole(tmp_path: Path) -> None:
    sheet = Sheet()
    for x in (66.0, 250.0, 500.0):
        sheet.line(x, 68, x, 160)
    for y in (68.0, 88.0, 124.0, 160.0):
        sheet.line(66, y, 500, y)
    words = [
        (82, "Mål", "Kommentar"),
        (100, "Minst 85 % av deltagarna", "I våras svarade 97 % att de hade"),
        (112, "ska nå sitt mål", "nått det, av 41 uppdrag"),
        (138, "Två möten om året", "Ett möte hölls i maj"),
    ]
    for y, left, right in words:
        sheet._put(left, 70, y, bold=y == 82)
        sheet._put(right, 254, y, bold=y == 82)
    (table,) = read_tables(sheet.pages(tmp_path))
    assert table.kind == "text"
    assert grid_of(table) == [
        ["Mål", "Kommentar"],
        ["Minst 85 % av deltagarna ska nå sitt mål", "I våras svarade 97 % att de hade nått det, av 41 uppdrag"],
        ["Två möten om året", "Ett möte hölls i maj"],
    ]


NO_TABLES = {
    "prose with amounts": """
        För 2024 fick förbundet 2 832 000 kronor av sina medlemmar. Av dem gick 1 416 000
        kronor till insatser och 102 000 kronor till styrelsen, vilket är 12 000 mer än år
        2023 då det egna kapitalet var 584 026 kronor. Budgeten för 2025 är 2 776 000 kronor.
        """,
    "contents": """
        1 Inledning ................................ 3
        2 Verksamheten ............................. 4
        3 Ekonomi .................................. 12
        4 Noter .................................... 14
        """,
    "contents without leaders": """
        Inledning                                    3
        Verksamheten                                 4
        Ekonomi                                      12
        Noter                                        14
        """,
    "address": """
        Samordning i dalen          Telefon  0660-880 00
        Storgatan 12                Org.nr   222000-1234
        881 30 Staden               www.dalen.se
        """,
    "list": """
        1. Ordföranden öppnar mötet
        2. Dagordningen godkänns
        3. Nästa möte är den 12 maj
        """,
    "signatures": """
        ..........................        ..........................
        Asta Berg                         Olle Dal
        Ordförande                        Justerare
        """,
}


@pytest.mark.parametrize("drawing", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_what_is_no_table(drawing: str) -> None:
    assert read_tables([page_from_text(drawing)]) == []


def test_a_chart_is_no_table() -> None:
    page = page_from_text("""
        450          Antal          450
        400                         400
        350                         350
        300                         300
        250                         250
        """)
    assert read_figures([page]) == []


def test_strokes_that_an_ocr_made_of_rules_are_no_words() -> None:
    drawing = """
                                   2024          2023
        Driftbidrag           |   2 832     |   2 840
        Styrelse              |    -102     |     -74
        Kansli                |    -648     |    -412
        """
    page = page_from_text(drawing).model_copy(update={"text_source": "ocr"})
    (table,) = read_tables([page], "annual_report", 2024)
    assert grid_of(table)[1:] == [["Driftbidrag", "2 832", "2 840"], ["Styrelse", "-102", "-74"], ["Kansli", "-648", "-412"]]


def test_the_order_of_words_changes_nothing(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text("Not 2. Kostnader", bold=True)
    sheet.table([("2024", "2023")], ITEMS, (300.0, 400.0), "sums", corner="Belopp i tkr")
    sheet.table([("2024", "2023")], ITEMS, (300.0, 400.0), "ruled")
    pages = sheet.pages(tmp_path)
    shuffled = [page.model_copy(update={"words": page.words[::-1], "rulings": page.rulings[::-1]}) for page in pages]
    assert read_tables(shuffled) == read_tables(pages)


def test_boxes_of_a_scan_may_be_a_little_off(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [R(f"Insats {name}", ("-1 250", "-310", "2 776")) for name in ("ett", "två", "tre", "fyra", "fem", "sex")]
    sheet.table([("Budget", "Utfall", "Prognos")], rows, (300.0, 380.0, 460.0), "plain")
    (page,) = sheet.pages(tmp_path)
    noisy = []
    for number, word in enumerate(page.words):
        shift, slope = (number * 7 % 5 - 2) * 0.5, word.box.x0 * 0.004
        box = word.box.model_copy(
            update={
                "x0": word.box.x0 + shift,
                "x1": word.box.x1 + shift,
                "top": word.box.top + slope,
                "bottom": word.box.bottom + slope,
            }
        )
        noisy.append(word.model_copy(update={"box": box}))
    (table,) = read_tables([page.model_copy(update={"words": tuple(noisy), "text_source": "ocr"})])
    assert grid_of(table)[1:] == [[row.label, *row.values] for row in rows]


def test_a_second_table_below_its_own_title_does_not_join_the_first() -> None:
    page = page_from_text(
        """
        Drift, mnkr              Budget 2024    Utfall 2024    Avvikelse
        Skola                          -4,5           -4,9         -0,4
        Omsorg                         -2,5           -2,0          0,5
        Summa                          -7,0           -6,9          0,1

        Investeringar, tkr
        Benämning                Budget 2024    Utfall 2024    Avvikelse
        Bilar                         1 500          1 310          190
        Verktyg                         300            310          -10
        """
    )
    upper, lower = page_grids(page)
    assert upper.row_count == 4
    assert [" ".join(word.text for word in cell.words) for cell in lower.cells if cell.row == 0][-1] == "Avvikelse"


def test_headers_that_nearly_touch_are_cut_where_the_columns_end() -> None:
    page = page_from_text(
        """
                         Bokslut 2024 Budget 2025 Budget 2026 Plan 2027
        INTÄKTER
        Bidrag                2600000     2650000     2700000   2700000
        Ränta                   41250       20000       15000     10000
        """
    )
    (grid,) = page_grids(page)
    headers = [" ".join(word.text for word in cell.words) for cell in grid.cells if cell.row == 0]
    assert headers == ["Bokslut 2024", "Budget 2025", "Budget 2026", "Plan 2027"]


def test_years_centred_over_wide_columns_are_a_header_and_no_row() -> None:
    page = page_from_text(
        """
                         Utfall jan-aug    Utfall jan-aug     Budget helår
                              2024              2023              2024
        Intäkter                 2 104             2 011             3 050
        Kostnader               -9 612            -9 105           -14 020
        """
    )
    (grid,) = page_grids(page)
    assert grid.header_rows == 1
    assert grid.row_count == 3


def test_dates_in_the_header_are_no_telephone_numbers() -> None:
    page = page_from_text(
        """
        Kronor                      2023-01-01     2022-01-01
                                   -2023-12-31    -2022-12-31
        Intäkter                     4 216 000      4 103 500
        Kostnader                   -4 389 214     -3 870 122
        """
    )
    (grid,) = page_grids(page)
    assert grid.column_count == 3
    assert grid.row_count - grid.header_rows == 2


def test_lines_above_a_sentence_head_no_columns() -> None:
    drawing = """
        Samordningsförbundet Ån      Beslutad 2024-11-28
        Intäkter och kostnader redovisas utan tecken.
        tkr                          Bokslut 2023   Budget 2024   Plan 2025
        Insatser                            3 075         3 140       3 180
        Kansli                              1 537         1 570       1 590
        Summa                               4 612         4 710       4 770
        """
    (table,) = read_tables([page_from_text(drawing)], "plan", 2024)
    assert [(column.fiscal_year, column.scenario) for column in table.columns[1:]] == [
        (2023, "outcome"),
        (2024, "budget"),
        (2025, "plan"),
    ]
