"""Boxes of pages that were read turned are led back to where a person sees them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageOps

from extractors.page.display import as_displayed, meetings_as_displayed, page_as_displayed, tables_as_displayed, turned
from schemas.meeting import Attendance, Meeting
from schemas.page import Page, Ruling, Word
from schemas.paragraph import MinutesParagraph, ParagraphPart
from schemas.place import Box
from schemas.repair import Repair
from schemas.table import Cell, Table

# A portrait page of 600 x 800 whose landscape table runs up the page: read on a turned page of 800 x 600.
WORD = Box(x0=100, top=50, x1=140, bottom=60)


def page(turn: int) -> Page:
    size = {"width": 800.0, "height": 600.0} if turn in {90, 270} else {"width": 600.0, "height": 800.0}
    ruling = Ruling(box=Box(x0=10, top=5, x1=700, bottom=5), horizontal=True)
    return Page(number=1, turn=turn, words=(Word(text="a", raw="a", box=WORD),), rulings=(ruling,), shades=(WORD,), **size)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, (100, 50, 140, 60)),
        (90, (50, 660, 60, 700)),  # x from top; y from 800 - x
        (180, (460, 740, 500, 750)),
        (270, (540, 100, 550, 140)),  # x from 600 - y
    ],
)
def test_a_box_is_led_back(turn: int, expected: tuple[float, float, float, float]) -> None:
    shown = page_as_displayed(page(turn))
    box = shown.words[0].box
    assert (box.x0, box.top, box.x1, box.bottom) == expected
    assert (shown.width, shown.height, shown.turn) == (600, 800, 0)
    assert shown.shades[0] == box
    assert shown.rulings[0].horizontal == (turn in {0, 180})
    repair = Repair(repair_id="r", page=1, box=WORD, raw="a", repaired="å", method="lexicon", confidence=1)
    assert as_displayed([repair], turned([page(turn)]))[0].box == box


def test_cells_move_with_their_table_and_other_pages_stay() -> None:
    cell = Cell(row=0, col=0, text="a", raw="a", page=1, box=WORD)
    other = cell.model_copy(update={"page": 2})
    table = Table(table_id="t", document_id="d", page=1, box=WORD, cells=(cell, other))
    (moved,) = tables_as_displayed([table], turned([page(90)]))
    assert moved.box == moved.cells[0].box != WORD
    assert moved.cells[1].box == WORD


def test_nothing_is_copied_where_no_page_was_turned() -> None:
    upright = page(0)
    assert page_as_displayed(upright) is upright
    assert turned([upright]) == {}


def test_paragraphs_and_persons_of_a_meeting_move() -> None:
    part = ParagraphPart(position=0, kind="decision", page=1, box=WORD)
    paragraph = MinutesParagraph(position=0, paragraph="1", page=1, page_last=1, box=WORD, parts=(part,))
    person = Attendance(position=0, name="Eva Ek", page=1, box=WORD)
    meeting = Meeting(
        meeting_id="m", document_id="d", paragraphs=(paragraph,), attendance=(person, person.model_copy(update={"page": 2}))
    )
    (moved,) = meetings_as_displayed([meeting], turned([page(90)]))
    shown = Box(x0=50, top=660, x1=60, bottom=700)
    assert moved.paragraphs[0].box == moved.paragraphs[0].parts[0].box == moved.attendance[0].box == shown
    assert moved.attendance[1].box == WORD


@pytest.mark.parametrize("skew", [-2.0, 1.5])
def test_a_box_of_a_skewed_scan_is_led_back_to_its_ink(skew: float) -> None:
    scan = Image.new("L", (600, 800), 255)
    scan.paste(0, (500, 100, 540, 110))
    level = scan.rotate(skew, fillcolor=255)  # as it is made level before it is read
    x0, top, x1, bottom = ImageOps.invert(level).getbbox() or (0, 0, 0, 0)
    read = Box(x0=x0, top=top, x1=x1, bottom=bottom)
    words = (Word(text="a", raw="a", box=read),)
    shown = page_as_displayed(Page(number=1, width=600, height=800, skew=skew, words=words, other_words=words))
    box = shown.words[0].box
    assert abs(read.top - 100) > 5
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((500, 100, 540, 110), abs=3)
    assert shown.other_words[0].box == read  # a text layer is not skewed
    assert shown.skew == 0
