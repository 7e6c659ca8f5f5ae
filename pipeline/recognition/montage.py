"""A second reading of some words at the price of those words: their crops are laid out on one sheet and read at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PIL import Image

from pipeline.recognition.fuse import Seen

SHEET_OPTIONS = "--oem 1 --psm 6"
MARGIN = 24
"""White around crops, in pixels."""
ROW_GAP = 16
"""White between rows of crops, in pixels."""
WORD_GAP = 60
"""White between crops of a row, in pixels."""
SHEET_WIDTH = 1600
"""Widest row, in pixels, unless one crop is wider."""
PAPER = 0.85
"""What is at least this share as light as the paper is made white."""
REVERSED = 100
"""Below this grey the paper is a dark bar with light letters."""
CLOSE = 1.2
"""Wanted words closer than this share of their height are cropped together."""


class Strip(NamedTuple):
    """A crop of the page with the words in it, and where it lies on the sheet."""

    members: tuple[int, ...]
    left: int
    top: int
    right: int
    bottom: int
    sheet_x: int
    sheet_y: int

    def holds(self, answer: Seen) -> bool:
        """Tell whether the middle of an answer lies on this strip's place on the sheet."""
        x = (answer.x0 + answer.x1) / 2 - self.sheet_x
        y = (answer.top + answer.bottom) / 2 - self.sheet_y
        return 0 <= x <= self.right - self.left and 0 <= y <= self.bottom - self.top


class Sheet(NamedTuple):
    """Crops of a page on one picture."""

    image: Image.Image
    strips: tuple[Strip, ...]


def sheet_of_words(image: Image.Image, seen: Sequence[Seen], wanted: Sequence[int]) -> Sheet | None:
    """Return a sheet with the wanted words (indexes), neighbours together; None when nothing is wanted."""
    return _sheet(image, _placed([_strip(run, seen) for run in _runs(seen, wanted)]))


def sheet_of_spots(image: Image.Image, spots: Sequence[tuple[int, int, int, int]], widest: int = SHEET_WIDTH) -> Sheet | None:
    """Return a sheet with boxes (x0, top, x1, bottom in pixels) of a picture, their paper made white; None without any.

    Rows of the sheet are at most `widest` pixels; with 0 each spot has a row of its own.
    """
    words = [Seen("", *spot, 0.0, spot[3] - spot[1]) for spot in spots]
    return _sheet(image, _placed([_strip((index,), words) for index in range(len(words))], widest), white=True)


def read_words(sheet: Sheet, seen: Sequence[Seen], answers: Sequence[Seen]) -> dict[int, str]:
    """Return what was read for each word of a sheet, by its index in `seen`; a word that was not seen is left out."""
    found: dict[int, str] = {}
    for strip in sheet.strips:
        inside = sorted((answer for answer in answers if strip.holds(answer)), key=lambda answer: answer.x0)
        found |= _shared_out(strip, inside, seen)
    return found


def read_spots(sheet: Sheet, answers: Sequence[Seen]) -> tuple[Seen, ...]:
    """Return the words that were read on a sheet as they stand on the page."""
    return tuple(_on_page(answer, strip) for strip in sheet.strips for answer in answers if strip.holds(answer))


def _on_page(answer: Seen, strip: Strip) -> Seen:
    """Return an answer on a sheet as it stands on the page."""
    right, down = strip.left - strip.sheet_x, strip.top - strip.sheet_y
    return answer._replace(x0=answer.x0 + right, x1=answer.x1 + right, top=answer.top + down, bottom=answer.bottom + down)


def _runs(seen: Sequence[Seen], wanted: Sequence[int]) -> list[tuple[int, ...]]:
    """Return runs of wanted words that stand close together on one line."""
    runs: list[tuple[int, ...]] = []
    for index in wanted:
        if runs and runs[-1][-1] == index - 1 and _adjacent(seen[index - 1], seen[index]):
            runs[-1] = (*runs[-1], index)
        else:
            runs.append((index,))
    return runs


def _adjacent(left: Seen, right: Seen) -> bool:
    """Tell whether two words follow each other closely on a line."""
    height = max(left.bottom - left.top, right.bottom - right.top)
    level = abs((left.top + left.bottom) - (right.top + right.bottom)) < height
    return level and 0 <= right.x0 - left.x1 <= CLOSE * height


def _strip(members: tuple[int, ...], seen: Sequence[Seen]) -> Strip:
    """Return the crop of some words, a little wider than they are; not yet placed."""
    words = [seen[index] for index in members]
    pad = round(0.25 * max(word.bottom - word.top for word in words)) + 1
    return Strip(
        members,
        round(min(word.x0 for word in words)) - pad,
        round(min(word.top for word in words)) - pad,
        round(max(word.x1 for word in words)) + pad,
        round(max(word.bottom for word in words)) + pad,
        0,
        0,
    )


def _placed(strips: Sequence[Strip], widest: int = SHEET_WIDTH) -> list[Strip]:
    """Return the strips laid out in rows from the top left of a sheet."""
    placed: list[Strip] = []
    x, y, row_height = MARGIN, MARGIN, 0
    for strip in strips:
        width, height = strip.right - strip.left, strip.bottom - strip.top
        if x > MARGIN and x + width > widest:
            x, y, row_height = MARGIN, y + row_height + ROW_GAP, 0
        placed.append(strip._replace(sheet_x=x, sheet_y=y))
        x += width + WORD_GAP
        row_height = max(row_height, height)
    return placed


def whitened(crop: Image.Image) -> Image.Image:
    """Return a grey crop with its paper (or shade) made white, and light letters on dark made dark on light."""
    levels = crop.histogram()
    paper = next(level for level, total in enumerate(accumulate(levels)) if 2 * total >= sum(levels))
    if paper < REVERSED:
        return whitened(crop.point([255 - level for level in range(256)]))
    white = PAPER * paper
    return crop.point([min(255, round(level * 255 / white)) for level in range(256)])


def _sheet(image: Image.Image, strips: Sequence[Strip], *, white: bool = False) -> Sheet | None:
    """Return the sheet with all crops on it."""
    if not strips:
        return None
    width = max(strip.sheet_x + strip.right - strip.left for strip in strips) + MARGIN
    height = max(strip.sheet_y + strip.bottom - strip.top for strip in strips) + MARGIN
    sheet = Image.new("L", (width, height), 255)
    for strip in strips:
        edges = (max(0, strip.left), max(0, strip.top), min(image.width, strip.right), min(image.height, strip.bottom))
        if edges[0] < edges[2] and edges[1] < edges[3]:
            crop = image.crop(edges)
            place = strip.sheet_x + edges[0] - strip.left, strip.sheet_y + edges[1] - strip.top
            sheet.paste(whitened(crop) if white else crop, place)
    return Sheet(sheet, tuple(strips))


def _shared_out(strip: Strip, answers: Sequence[Seen], seen: Sequence[Seen]) -> dict[int, str]:
    """Return which answer belongs to which word of a strip: by length where only the blanks differ, else by position."""
    texts = [seen[index].text for index in strip.members]
    joined = "".join(answer.text for answer in answers)
    if len(joined) == sum(map(len, texts)):
        ends = list(accumulate(map(len, texts)))
        return {index: joined[end - len(text) : end] for index, text, end in zip(strip.members, texts, ends, strict=True)}
    found: dict[int, str] = {}
    for answer in answers:
        page_x = (answer.x0 + answer.x1) / 2 - strip.sheet_x + strip.left
        nearest = min(strip.members, key=lambda index: abs((seen[index].x0 + seen[index].x1) / 2 - page_x))
        found[nearest] = found.get(nearest, "") + answer.text
    return found
