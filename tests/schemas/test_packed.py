"""Packed sequences read like tuples, whatever was packed meanwhile."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

import pytest

from schemas.archive import Archive, ArchiveDocument
from schemas.document import Classification
from schemas.packed import Packed, Part
from schemas.place import Box
from schemas.record import Record

BOXES = tuple(Box(x0=number, top=0.5, x1=number + 1, bottom=2) for number in range(10))


@pytest.fixture(params=["memory", "file"])
def room(request: pytest.FixtureRequest) -> Iterator[BinaryIO | None]:
    if request.param == "memory":
        yield None
        return
    with tempfile.TemporaryFile() as file:
        yield file


def test_packed_items_come_back_equal_in_any_order(room: BinaryIO | None) -> None:
    packed = Packed(BOXES, held=2, file=room)
    assert [packed[number] for number in (9, 0, 5, 0, -1, 3)] == [BOXES[number] for number in (9, 0, 5, 0, -1, 3)]
    assert packed == BOXES
    assert packed[2:5] == BOXES[2:5]
    assert len(packed) == len(BOXES)
    with pytest.raises(IndexError):
        packed[10]


def test_items_may_be_added_after_others_were_read(room: BinaryIO | None) -> None:
    packed = Packed(BOXES[:5], held=1, file=room)
    assert packed[0] == BOXES[0]
    packed.append(BOXES[5])
    assert packed == BOXES[:6]
    assert packed != BOXES[:5]


def test_no_more_are_held_than_asked_for() -> None:
    packed = Packed(BOXES, held=3)
    assert packed[9] is BOXES[9]
    assert packed[0] is not BOXES[0]
    assert packed[0] is packed[0]


def test_a_packed_sequence_travels_without_its_file(room: BinaryIO | None) -> None:
    assert pickle.loads(pickle.dumps(Packed(BOXES, held=1, file=room))) == BOXES  # noqa: S301  # just made


class Given(Record):
    """A record with defaults."""

    name: str
    """Given."""
    number: int = 1
    """Left to its default, or given."""


@pytest.mark.parametrize("record", [Given(name="a"), Given(name="a", number=1)])
def test_a_record_comes_back_with_what_was_given(record: Given) -> None:
    back = pickle.loads(pickle.dumps(record))  # noqa: S301  # just made
    assert back == record
    assert back.model_fields_set == record.model_fields_set


def test_a_part_of_a_packed_item_is_a_tuple_that_is_unpacked_when_looked_at() -> None:
    whole = Packed([(BOXES[:2], BOXES[2:5]), (BOXES[5:], ())], held=1)
    parts = [Part(whole, item, part) for item in range(2) for part in range(2)]
    assert parts == [BOXES[:2], BOXES[2:5], BOXES[5:], ()]
    assert (len(parts[1]), parts[1][-1], parts[1][1:]) == (3, BOXES[4], BOXES[3:5])
    assert pickle.loads(pickle.dumps(parts[2])) == BOXES[5:]  # noqa: S301  # just made


def test_an_archive_is_the_same_packed_or_not() -> None:
    told = Classification(kind="other")
    documents = tuple(ArchiveDocument(document_id=name, file_name=name, classification=told) for name in "abc")
    packed = Archive(documents=Packed(documents, held=1))
    assert packed == Archive(documents=documents)
    assert isinstance(packed.documents, Packed)
    assert packed.model_dump_json() == Archive(documents=documents).model_dump_json()
