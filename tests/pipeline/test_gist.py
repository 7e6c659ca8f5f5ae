"""The gist of a document says what its words say, without them."""

from __future__ import annotations

from pipeline.gist import gist_of
from schemas.document import Classification, Extraction, Reading
from schemas.page import Page, Word
from schemas.place import Box

LONG = [f"ord{chr(97 + i)}{chr(97 + i // 3)}" for i in range(24)] * 2


def page(number: int, lines: list[list[str]]) -> Page:
    words = [
        Word(text=text, raw=text, box=Box(x0=60 * i, top=20 * row, x1=60 * i + 50, bottom=20 * row + 10))
        for row, line in enumerate(lines)
        for i, text in enumerate(line)
    ]
    return Page(number=number, width=4000, height=800, words=tuple(words))


def test_a_gist_has_texts_and_repeated_pages_and_no_words() -> None:
    pages = (page(1, [["Budget", "är", "1 000,"], ["Åtgärd"]]), page(2, [LONG]), page(3, [LONG]))
    reading = Reading(document_id="a", file_name="a.pdf", pages=pages)
    gist = gist_of(
        Extraction(document_id="a", extractor_version="1", reading=reading, classification=Classification(kind="plan"))
    )
    assert [text.word_count for text in gist.texts] == [4, 48, 48]
    assert gist.texts[0].text == "Budget är 1 000,\nÅtgärd"
    assert gist.texts[0].plain == "budget ar 1 000 atgard"
    assert gist.repeated_pages == ((3, 2),)
    assert [len(page.words) for page in gist.extraction.reading.pages] == [0, 0, 0]
    assert [page.number for page in gist.extraction.reading.pages] == [1, 2, 3]
