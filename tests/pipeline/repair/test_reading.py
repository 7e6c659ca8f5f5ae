"""Repair of whole readings: which pages are touched, and what is on record."""

from __future__ import annotations

import pytest

from pipeline.repair import load_words, repair_reading
from pipeline.repair.fonts import substitution
from schemas.document import Reading
from schemas.page import Page, TextSource, Word
from schemas.place import Box

WORDS = load_words(())
SOUND = (
    "Styrelsen har under året hållit sex möten och behandlat fyrtio ärenden. Förbundet har beviljat medel till åtta insatser, "
    "och årets resultat ligger över det budgeterade. Över hundra deltagare har fått stöd för att närma sig arbete eller studier. "
    "Ordföranden föreslår att styrelsen godkänner rapporten och överlämnar den till medlemmarna före årets slut."
)
FOLDED = SOUND.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))


def page_of(text: str, number: int = 1, source: TextSource = "native") -> Page:
    """Return a page that shows a text, ten words a line."""
    words = []
    for index, token in enumerate(text.split()):
        left, top = 50 + 50 * (index % 10), 50 + 20 * (index // 10)
        words.append(Word(text=token, raw=token, box=Box(x0=left, top=top, x1=left + 6 * len(token), bottom=top + 10), size=10))
    return Page(number=number, width=595, height=842, text_source=source, words=tuple(words))


def reading_of(*pages: Page) -> Reading:
    return Reading(document_id="d" * 64, file_name="a.pdf", pages=pages)


def text_of(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def test_sound_pages_are_the_very_same_objects() -> None:
    reading = reading_of(page_of(SOUND), page_of("Sida 2 av 2", 2))
    repaired, repairs = repair_reading(reading, WORDS)
    assert repaired is reading
    assert repairs == ()


def test_a_damaged_page_is_mended_and_each_change_is_on_record() -> None:
    damaged, sound = page_of(FOLDED), page_of(SOUND, 2)
    repaired, repairs = repair_reading(reading_of(damaged, sound), WORDS)
    assert text_of(repaired.pages[0]) == SOUND
    assert repaired.pages[0].text_source == "repaired"
    assert repaired.pages[1] is sound
    assert [word.raw for word in repaired.pages[0].words] == FOLDED.split()
    changed = [(old, new) for old, new in zip(FOLDED.split(), SOUND.split(), strict=True) if old != new]
    assert [(repair.raw, repair.repaired) for repair in repairs] == changed
    assert {repair.page for repair in repairs} == {1}
    assert len({repair.repair_id for repair in repairs}) == len(repairs)
    assert all(0.5 < repair.confidence <= 1 for repair in repairs)


def test_a_short_page_follows_the_rest_of_its_document() -> None:
    short = page_of("Arsredovisning for forbundet", 2)
    alone, _ = repair_reading(reading_of(page_of("Arsredovisning for forbundet")), WORDS)
    together, _ = repair_reading(reading_of(page_of(FOLDED), short), WORDS)
    assert text_of(alone.pages[0]) == "Arsredovisning for forbundet"
    assert text_of(together.pages[1]) == "Årsredovisning för förbundet"


def test_an_ocr_page_stays_one() -> None:
    repaired, repairs = repair_reading(reading_of(page_of(FOLDED, source="ocr")), WORDS)
    assert repairs
    assert repaired.pages[0].text_source == "ocr"


@pytest.mark.parametrize(
    ("text", "other", "becomes"),
    [("Sédra,", "Södra,", "Södra,"), ("möte", "mote", "möte"), ("1400", "l400", "1400"), ("Mörk", "Mork", "Mörk")],
)
def test_the_better_of_two_readings_is_taken(text: str, other: str, becomes: str) -> None:
    page = page_of(SOUND, source="ocr")
    word = page.words[0].model_copy(update={"text": text, "raw": text, "readings": (other,)})
    page = page.model_copy(update={"words": (word, *page.words[1:])})
    repaired, repairs = repair_reading(reading_of(page), WORDS)
    assert repaired.pages[0].words[0].text == becomes
    assert [repair.method for repair in repairs] == (["second_reading"] if becomes != text else [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"å": "}", "ä": "{", "ö": "|"},
        {"å": "Œ", "ä": "Š", "ö": "š"},
        {"å": "Ã¥", "ä": "Ã¤", "ö": "Ã¶"},
    ],
)
def test_a_font_with_wrong_characters_is_undone(wrong: dict[str, str]) -> None:
    text = (
        SOUND + " Även lägre värden räknas, och läget är bättre än väntat där hälften får hjälp."
        " Kommunens åtgärder påverkar målen så långt någon kan förstå, och båda råden måste få svar på frågorna."
    )
    text = text.replace("Över", "Drygt")
    broken = text.translate(str.maketrans(wrong))
    repaired, repairs = repair_reading(reading_of(page_of(broken)), WORDS)
    assert text_of(repaired.pages[0]) == text
    assert {repair.method for repair in repairs} == {"font"}


def test_a_few_strange_characters_are_no_font() -> None:
    assert substitution({"fšr": 1, "mšte": 1, "Škoda": 3}, WORDS) == {}


def test_repairing_twice_changes_nothing_more() -> None:
    once, _ = repair_reading(reading_of(page_of(FOLDED)), WORDS)
    twice, repairs = repair_reading(once, WORDS)
    assert twice is once
    assert repairs == ()


@pytest.mark.parametrize(
    ("text", "layer", "becomes"),
    [
        ("årsredovisnlng", "årsredovisning", "årsredovisning"),
        ("verksarnheten", "verksamheten", "verksamheten"),
        ("Hällberg", "Hallberg", "Hällberg"),
        ("handlingarma", "handlingarna", "handlingarna"),
        ("1400", "l400", "1400"),
    ],
)
def test_the_text_layer_of_a_page_read_by_ocr_is_asked_word_by_word(text: str, layer: str, becomes: str) -> None:
    page = page_of(SOUND, source="ocr")
    word = page.words[0].model_copy(update={"text": text, "raw": text, "confidence": 0.7})
    other = word.model_copy(update={"text": layer, "raw": layer})
    page = page.model_copy(update={"words": (word, *page.words[1:]), "other_words": (*page.words[1:], other)})
    repaired, repairs = repair_reading(reading_of(page), WORDS)
    assert repaired.pages[0].words[0].text == becomes
    assert [(repair.raw, repair.repaired) for repair in repairs] == ([(text, becomes)] if becomes != text else [])
    assert all(0.8 < repair.confidence < 1 for repair in repairs)
