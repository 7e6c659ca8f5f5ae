"""Verdicts on text layers: sound Swedish and English, lost diacritics, fonts without Unicode, torn and glued words."""

from __future__ import annotations

import pytest

from extractors.page.quality import judge
from schemas.page import Word
from schemas.place import Box

SOUND = (
    "Förbundet har under året arbetat med att stärka samverkan mellan parterna och styrelsen har beslutat om nya insatser "
    "för de som är långt från arbete . Resultatet för perioden är bättre än budget och det egna kapitalet är högre än vad "
    "som gäller enligt ägarnas riktlinjer . Åtgärder för att sänka kapitalet ska tas fram till nästa möte ."
)
ENGLISH = "The board of the association has decided to grant the money for the project and the report is due in June each year ."
BOX = Box(x0=0, top=0, x1=1, bottom=1)
KNOWN = frozenset(SOUND.lower().split()) | frozenset(ENGLISH.lower().split())
LOST = str.maketrans("åäöÅÄÖ", "aaoAAO")


def knows(word: str) -> bool:
    return word in KNOWN


def words(text: str) -> list[Word]:
    return [Word(text=part, raw=part, box=BOX) for part in text.split()]


def test_sound_swedish_is_good() -> None:
    quality = judge(words(SOUND), knows)
    assert (quality.verdict, quality.swedish, quality.known) == ("good", True, 1.0)
    assert 0.04 < quality.diacritics < 0.11
    assert quality.score > 0.95


def test_english_needs_no_diacritics() -> None:
    quality = judge(words(ENGLISH), knows)
    assert (quality.verdict, quality.swedish, quality.diacritics) == ("good", False, 0.0)


def test_nothing_to_judge_is_empty() -> None:
    assert judge([], knows).verdict == "empty"


def test_figures_alone_are_good() -> None:
    assert judge(words("2 832 000 1 200 16,9 %"), knows).verdict == "good"


def test_text_layer_of_an_english_ocr_has_lost_its_diacritics() -> None:
    quality = judge(words(SOUND.translate(LOST)), knows)
    assert (quality.verdict, quality.diacritics) == ("lost_diacritics", 0.0)
    assert quality.score < judge(words(SOUND), knows).score


def test_short_sound_text_that_happens_to_have_no_diacritics_is_good() -> None:
    assert judge(words("Styrelsen har beslutat om budget och insatser enligt parterna ."), knows).verdict == "good"


@pytest.mark.parametrize("wrong", ["\ufffd", "\ue012", "\x05"])
def test_glyphs_without_unicode_are_broken(wrong: str) -> None:
    text = SOUND
    for letter in "aeinr":
        text = text.replace(letter, wrong)
    quality = judge(words(text), knows)
    assert quality.verdict == "broken"
    assert quality.impossible > 0.2


def test_character_numbers_in_place_of_letters_are_broken() -> None:
    assert judge(words("(cid:36)(cid:81)(cid:87) (cid:12)(cid:99) (cid:3)(cid:55)"), knows).verdict == "broken"


def test_font_with_shuffled_letters_is_broken() -> None:
    shuffled = SOUND.lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyzåäö", "qwertyuiopasdfghjklzxcvbnmqwe"))
    assert judge(words(shuffled), knows).verdict == "broken"


def test_text_set_letter_by_letter_with_blanks_is_broken() -> None:
    quality = judge(words(" ".join(SOUND)), knows)
    assert quality.verdict == "broken"
    assert quality.torn > 0.8


def test_text_without_blanks_is_broken() -> None:
    parts = SOUND.split()
    glued = " ".join("".join(parts[start : start + 6]) for start in range(0, len(parts), 6))
    quality = judge(words(glued), knows)
    assert quality.verdict == "broken"
    assert quality.glued >= 0.5


def test_compounds_of_known_words_are_known() -> None:
    assert judge(words("budgetmöte ägarnasriktlinjer samverkansbudget"), knows).known == 1.0


def test_signs_in_place_of_letters_count_as_impossible() -> None:
    assert judge(words('F!r b"ttre f#r'), knows).impossible > 0.2


def test_order_of_words_changes_no_share_of_known_words() -> None:
    assert judge(words(SOUND), knows).known == judge(list(reversed(words(SOUND))), knows).known


def test_font_that_names_its_diacritics_wrongly_is_broken_rather_than_lost() -> None:
    assert judge(words(SOUND.translate(str.maketrans("åäö", "!#@"))), knows).verdict == "broken"


def test_exclamations_and_mail_addresses_do_not_break_a_sound_layer() -> None:
    assert judge(words(SOUND + " Obs! Se namn@kommunen.se och avd#3"), knows).verdict == "good"
