"""A long document needs little more memory than a short one."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from pipeline.read import ReadOptions, read_pdf
from schemas.page import Word
from schemas.place import Box
from tests.pipeline import hostile


def peak() -> int:
    """Return the most memory that this process has had, in bytes."""
    (line,) = (line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def growth(pages: int) -> tuple[int, int]:
    """Return (words, bytes by which the peak grew) of reading a document."""
    data = hostile.long(pages)
    read_pdf(hostile.long(1), "warm.pdf", ReadOptions(ocr="never"), None)
    before = peak()
    reading, problems = read_pdf(data, "long.pdf", ReadOptions(ocr="never"), None)
    assert not problems
    return sum(len(page.words) for page in reading.pages), peak() - before


@pytest.mark.slow
def test_a_thousand_pages_are_read_in_the_memory_of_their_packed_words() -> None:
    """As records the words of this document take 700 bytes each, packed 30; a page that is not closed takes tens of kilobytes."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        words, grown = pool.submit(growth, 1000).result()
    assert words == 1000 * (20 * 5 + 12 * (2 + 3 * 2))
    assert grown < 150 * words


def test_a_slim_record_is_the_same_record() -> None:
    word = Word(text="a", raw="a", box=Box(x0=0, top=0, x1=1, bottom=1))
    changed = word.slim().model_copy(update={"text": "b"})
    assert word.slim() == Word(text="a", raw="a", box=Box(x0=0, top=0, x1=1, bottom=1))
    assert (changed.text, changed.raw, word.text) == ("b", "a", "a")
    assert Word.model_validate_json(word.slim().model_dump_json()) == word


def test_a_record_comes_back_from_its_values() -> None:
    word = Word(text="a", raw="a", box=Box(x0=0, top=0, x1=1, bottom=1), bold=True)
    back = Word.of_values(word.as_values())
    assert back == word
    assert Word.model_validate_json(back.model_dump_json()) == word
    with pytest.raises(ValueError, match="shorter"):
        Word.of_values(word.as_values()[:-1])
