"""Edges of filled cells are no rules; rules drawn around filled cells are."""

from __future__ import annotations

from extractors.tables.shades import without_shade_edges
from schemas.page import Ruling
from schemas.place import Box

SHADE = Box(x0=50, top=50, x1=120, bottom=62)


def test_an_edge_without_breadth_is_no_rule() -> None:
    edge = Ruling(box=Box(x0=120, top=50, x1=120, bottom=62), horizontal=False)
    assert without_shade_edges([edge], [SHADE]) == ()


def test_a_thin_bar_along_a_shaded_header_is_a_rule() -> None:
    bar = Ruling(box=Box(x0=119.8, top=50, x1=120.4, bottom=62), horizontal=False)
    assert without_shade_edges([bar], [SHADE]) == (bar,)
