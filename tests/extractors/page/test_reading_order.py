"""Columns, sidebars and footnotes are read one after the other, whatever the heights of their lines."""

from __future__ import annotations

import pytest

from extractors.page.layout import lay_out
from schemas.page import Page, Ruling
from schemas.place import Box, union
from tests.pages import MARGIN, page_from_text

LEFT = (
    "Förbundet har under året arbetat med de insatser\n"
    "som parterna enades om i planen för året. Det\n"
    "gav fler platser och kortare väntan för dem som\n"
    "behöver stöd. Styrelsen följde arbetet noga och\n"
    "såg att flera delar kan göras bättre nästa år.\n"
    "Därför avsätts mer tid till uppföljning och till\n"
    "samtal med dem som arbetar närmast deltagarna."
)
RIGHT = (
    "Kommunen har minskat sina kostnader under hösten\n"
    "genom att flytta lokaler och samla all personal\n"
    "på ett ställe. Det innebär att resor blir färre\n"
    "och att alla möts varje dag. Hyran sänks redan\n"
    "från januari och resten av året märks det mer\n"
    "tydligt i redovisningen än den gjort tidigare år\n"
    "och kan läsas av mot budgeten varje månad."
)
ASIDE = (
    "Fakta i korthet om\nförbundet som har\nfyra parter och har\narbetat tillsammans\n"
    "sedan år 2009 med\neget kansli i huset\nvid torget i Lillby."
)
NOTE = "1 Avser parternas avgifter."


def beside(  # noqa: PLR0913  # what a drawing may need
    left: str, right: str, *, x0: float, pitch: float, down: float = 0.0, size: float = 10.0, width: float = 720.0
) -> Page:
    """Draw a second text to the right of a first, from `x0` on, with its own size, pitch and first line (`down`), in points."""
    page, other = page_from_text(left, width=width), page_from_text(right)
    moved = []
    for word in other.words:
        bottom = MARGIN + 10 + down + (word.box.bottom - MARGIN - 10) / 12 * pitch
        ends = {name: x0 + (getattr(word.box, name) - MARGIN) * size / 10 for name in ("x0", "x1")}
        box = word.box.model_copy(update={**ends, "top": bottom - size, "bottom": bottom})
        moved.append(word.model_copy(update={"box": box, "size": size}))
    return page.model_copy(update={"words": (*page.words, *moved)})


def texts(page: Page) -> list[str]:
    return [block.text for block in lay_out([page]).blocks]


def test_a_number_half_way_down_a_title_of_two_lines_comes_before_it() -> None:
    titles = "Svar på motion om fler\nbostäder i centrum\n\nRiktlinjer för lån och\nborgen till föreningar"
    page = beside("§ 99\n\n\n§ 100", titles, x0=150, pitch=12, down=-6)
    found = " ".join(texts(page))
    assert found == "§ 99 Svar på motion om fler bostäder i centrum § 100 Riktlinjer för lån och borgen till föreningar"


def boxed(page: Page, *, frame: bool) -> Page:
    """Draw a shade, or four rules, around the words right of x = 360."""
    box = union(word.box for word in page.words if word.box.x0 > 360)
    x0, top, x1, bottom = box.x0 - 6, box.top - 6, box.x1 + 6, box.bottom + 6
    if not frame:
        return page.model_copy(update={"shades": (Box(x0=x0, top=top, x1=x1, bottom=bottom),)})
    rules = [Ruling(box=Box(x0=x0, top=y, x1=x1, bottom=y), horizontal=True) for y in (top, bottom)]
    rules += [Ruling(box=Box(x0=x, top=top, x1=x, bottom=bottom), horizontal=False) for x in (x0, x1)]
    return page.model_copy(update={"rulings": tuple(rules)})


def joined(text: str) -> str:
    return " ".join(text.split("\n"))


@pytest.mark.parametrize(("pitch", "down"), [(12, 0), (12, 6), (12, 3), (13, 3), (11, 8)])
def test_columns_are_read_one_after_the_other_though_their_lines_stand_at_other_heights(pitch: float, down: float) -> None:
    assert texts(beside(LEFT, RIGHT, x0=370, pitch=pitch, down=down)) == [joined(LEFT), joined(RIGHT)]


@pytest.mark.parametrize(("pitch", "down"), [(9.5, 0), (10.5, 4), (14, 2)])
def test_a_sidebar_in_small_print_follows_the_text_beside_it(pitch: float, down: float) -> None:
    page = beside(f"{LEFT}\n{RIGHT}", ASIDE, x0=370, pitch=pitch, down=down, size=8, width=595)
    assert texts(page) == [joined(f"{LEFT}\n{RIGHT}"), joined(ASIDE)]


def test_a_footnote_below_a_column_follows_the_text() -> None:
    page = beside(f"{LEFT}\n\n{NOTE}", RIGHT, x0=370, pitch=12, down=6)
    assert texts(page) == [joined(LEFT), joined(RIGHT), NOTE]


def test_labels_half_a_line_off_the_text_beside_them_are_no_column() -> None:
    page = beside("§ 99\n\n§ 100\n\n§ 101\n\n§ 102\n\n§ 103", RIGHT, x0=150, pitch=12, down=6)
    found = texts(page)
    assert found.index("§ 99") < next(i for i, text in enumerate(found) if "och att alla möts" in text) < found.index("§ 103")


@pytest.mark.parametrize("frame", [True, False])
@pytest.mark.parametrize("down", [0, 30])
def test_a_text_in_a_box_follows_the_text_beside_it_even_where_its_lines_stand_level(down: float, *, frame: bool) -> None:
    page = beside(f"{LEFT}\n\nUtfall\n\n{RIGHT}", ASIDE, x0=370, pitch=12, down=down, width=595)
    assert texts(boxed(page, frame=frame)) == [joined(LEFT), "Utfall", joined(RIGHT), joined(ASIDE)]


def test_a_shaded_column_of_a_table_is_no_box() -> None:
    labels = "Intäkter\nPersonal\nLokaler\nResor\nÖvrigt\nSumma kostnader\nÅrets resultat före avsättningar"
    figures = "2 832\n-1 954\n-312\n-80\n-220\n-2 566\n266"
    page = boxed(beside(figures, labels, x0=370, pitch=12, width=595), frame=False)
    assert texts(page)[0].startswith("2 832 Intäkter")


def test_a_narrow_text_in_small_print_in_the_margin_is_one_piece() -> None:
    aside = "Fakta om oss:\nett förbund som\nhar fyra parter\noch fem fast\nanställda samt\nen styrelse på\nåtta ledamöter."
    page = beside(f"{LEFT}\n{RIGHT}", aside, x0=370, pitch=9.2, down=20, size=8, width=720)
    assert texts(page) == [joined(f"{LEFT}\n{RIGHT}"), joined(aside)]


def test_a_sentence_in_quotation_marks_set_large_is_no_heading() -> None:
    quote = "”Det är tillsammans vi gör skillnad”"
    page = page_from_text(f"{LEFT}\n\n{quote}\n\n{RIGHT}", sizes={quote: 14})
    assert [block.kind for block in lay_out([page]).blocks] == ["paragraph"] * 3
