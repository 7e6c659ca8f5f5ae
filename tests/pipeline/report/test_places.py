"""Which part of a page a finding shows: enough context, the header of the table, one picture for neighbours."""

from __future__ import annotations

import pytest

from pipeline.report.places import PageSize, Spot, View, views
from schemas.place import Box

SIZES = {("a", 1): PageSize(595, 842), ("a", 2): PageSize(595, 842), ("b", 1): PageSize(842, 595)}


def spot(top: float, *, document: str = "a", page: int = 1, accused: bool = False, header: Box | None = None) -> Spot:
    return Spot(document, page, Box(x0=400, top=top, x1=440, bottom=top + 10), accused, "1", header)


def extent(view: View) -> tuple[float, float, float, float]:
    return view.region.x0, view.region.top, view.region.x1, view.region.bottom


def test_a_picture_has_the_width_of_the_page_and_sixty_points_around() -> None:
    (view,) = views([spot(300, accused=True)], SIZES)
    assert extent(view) == (0, 240, 595, 370)


def test_it_ends_where_the_page_ends() -> None:
    top, bottom = views([spot(20), spot(820)], SIZES)
    assert extent(top) == (0, 0, 595, 90)
    assert extent(bottom) == (0, 760, 595, 842)


def test_neighbours_share_a_picture_and_distant_ones_do_not() -> None:
    assert [len(view.spots) for view in views([spot(300, accused=True), spot(330), spot(700)], SIZES)] == [2, 1]


def test_the_accused_figure_comes_first_wherever_it_stands() -> None:
    found = views([spot(100, document="b"), spot(100, page=2, accused=True), spot(100)], SIZES)
    assert [(view.document_id, view.page) for view in found] == [("a", 2), ("b", 1), ("a", 1)]


def test_a_header_within_reach_is_taken_in() -> None:
    (view,) = views([spot(300, header=Box(x0=50, top=150, x1=440, bottom=170))], SIZES)
    assert extent(view) == (0, 145, 595, 370)


def test_a_distant_header_is_a_strip_of_its_own_before_the_row() -> None:
    strip, row = views([spot(700, accused=True, header=Box(x0=50, top=100, x1=440, bottom=120))], SIZES)
    assert (extent(strip), strip.spots) == ((0, 97.5, 595, 122.5), ())
    assert extent(row) == (0, 640, 595, 770)


def test_pictures_that_would_overlap_since_both_show_the_header_are_one() -> None:
    header = Box(x0=50, top=90, x1=440, bottom=110)
    (view,) = views([spot(330, accused=True, header=header), spot(120, header=header)], SIZES)
    assert (extent(view), len(view.spots)) == ((0, 60, 595, 400), 2)


def test_a_mark_surrounds_its_figure() -> None:
    (view,) = views([spot(300)], SIZES)
    left, top, width, height = (float(part.split(":")[1].rstrip("%")) for part in view.mark(view.spots[0]).split(";"))
    assert left == pytest.approx(100 * (400 - 2.5) / 595, abs=0.01)
    assert top == pytest.approx(100 * (60 - 2.5) / 130, abs=0.01)
    assert width == pytest.approx(100 * 45 / 595, abs=0.01)
    assert height == pytest.approx(100 * 15 / 130, abs=0.01)


def test_a_page_that_was_not_read_has_no_picture() -> None:
    assert views([spot(300, document="unknown")], SIZES) == []
