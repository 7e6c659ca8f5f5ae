"""The doors of OCR: what a recogniser gives, and where its answers are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from PIL import Image

from pipeline.errors import EnvironmentBrokenError
from schemas.page import Ruling, Word
from schemas.place import Box
from schemas.record import Record


class Cache(Protocol):
    """Keeps answers under a key; a folder, a database or a dictionary."""

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""


class Recognition(Record):
    """What was read on one picture; all boxes in points, from the top left of the picture as it was given."""

    words: tuple[Word, ...] = ()
    """Words with confidence and, where two models read differently, both readings."""
    rulings: tuple[Ruling, ...] = ()
    """Long straight dark lines."""
    turn: int = 0
    """Degrees clockwise that the picture had to be turned to read upright: 0, 90, 180 or 270."""
    skew: float = 0.0
    """Degrees that the picture was straightened by."""


class RecognitionError(Exception):
    """OCR of one picture failed (crash, timeout, unreadable answer); others may still succeed."""


class MissingEngineError(EnvironmentBrokenError):
    """OCR cannot work on this machine; the message says what to install."""


class Recogniser(Protocol):
    """Reads a picture of a page."""

    def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
        """Return the words of `image`; RecognitionError when it cannot be read, MissingEngineError when none can."""

    def reread(self, image: Image.Image, box: Box, *, dpi: float = 200.0, digits_only: bool = False) -> tuple[str, float]:
        """Read one box (points) of `image` again and return (text, confidence 0 to 1)."""


Picture = tuple[Image.Image, float]
"""A picture and its resolution in dots per inch."""


@runtime_checkable
class PagesReader(Protocol):
    """Reads several pictures quicker than one after the other."""

    def pages(self, pictures: Sequence[Picture]) -> list[Recognition | RecognitionError]:
        """Return what `Recogniser.words` gives for each, or how it failed; MissingEngineError when none can be read."""


def recognise(recogniser: Recogniser, pictures: Sequence[Picture]) -> list[Recognition | RecognitionError]:
    """Return what a recogniser reads on each picture, or how it failed."""
    if isinstance(recogniser, PagesReader):
        return recogniser.pages(pictures)
    answers: list[Recognition | RecognitionError] = []
    for image, dpi in pictures:
        try:
            answers.append(recogniser.words(image, dpi))
        except RecognitionError as error:
            answers.append(error)
    return answers


class Spots(NamedTuple):
    """Boxes on a picture in which figures stand."""

    image: Image.Image
    """The page, best sharper than it was read first."""
    boxes: Sequence[Box]
    """In points, on the picture as given; a sign on the left may lie outside."""
    dpi: float
    """The picture's resolution."""


SPOTS_TOGETHER = 8
"""The spots of so many pages are read at once: loading a model costs as much as reading some hundred figures."""


@runtime_checkable
class FigureReader(Protocol):
    """Reads figures in given places of pictures."""

    def figures(self, spots: Sequence[Spots], *, other: bool = False) -> list[tuple[str, ...] | RecognitionError]:
        """Return for each picture what stands in its boxes, or how reading it failed; `other` asks another model."""
