"""Annexes that a document lists: in the same file, in a file of their own, or missing."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coverage.annexes import annexes_of
from schemas.archive import ArchiveDocument
from schemas.place import Box
from schemas.stated import Stated
from tests.archives import archive, document

BOX = Box(x0=50, top=100, x1=500, bottom=112)


def listing(*annexes: Sequence[object]) -> ArchiveDocument:
    """Return minutes that name annexes; each is (page, number, name)."""
    facts = [
        Stated(concept="annex", value=str(number), raw=str(name), page=int(str(page)), box=BOX) for page, number, name in annexes
    ]
    return document("protokoll", kind="minutes", stated=tuple(facts))


def states(*documents: ArchiveDocument) -> list[tuple[str, str]]:
    return [(slot.state, slot.reason.partition(", ")[2]) for slot in annexes_of(archive(*documents))]


def test_a_listed_annex_is_a_file_of_the_archive_or_missing() -> None:
    minutes = listing((5, 1, "styrelsens reflektioner.pdf"), (5, 2, "deltagarnas reflektioner.pdf"))
    one = document("bilaga_1_styrelsens_reflektioner", kind="attachment")
    assert states(minutes, one) == [
        ("present", "Bilaga 1 styrelsens reflektioner"),
        ("missing", "Bilaga 2 deltagarnas reflektioner"),
    ]


def test_a_file_with_another_number_is_another_annex() -> None:
    minutes = listing((5, 1, "Reflektioner.pdf"))
    assert [state for state, _ in states(minutes, document("bilaga_2_reflektioner", kind="attachment"))] == ["missing"]


def test_an_annex_under_its_own_heading_in_the_same_file_is_not_looked_for() -> None:
    assert (
        states(listing((2, 1, "Ekonomisk översikt"), (2, 2, "Statistik"), (33, 1, "Ekonomisk översikt"), (35, 2, "Statistik")))
        == []
    )


def test_a_lone_heading_is_no_list() -> None:
    assert states(listing((33, 1, "Ekonomisk översikt"))) == []
