"""The words that an archive spells right, taken from its sound pages and used on damaged ones."""

from __future__ import annotations

from pipeline.repair import load_words, repair_text
from pipeline.repair.archive_words import archive_words

WORDS = load_words(())
SOUND = "Mötet leddes av Örvarsson från Tjäppmarken.\nNämnden hölls på Tjäppmarken, där även tjäppmöten hålls."
AGAIN = "Efter mötet åkte Örvarsson åter. Tjäppmöten är årliga."
DAMAGED = "Motet leddes av Orvarsson fran Tjappmarken.\nNamnden aker ater till Tjappmarken."


def test_names_and_rare_words_of_sound_pages_are_listed_known_words_are_not() -> None:
    assert archive_words([SOUND, AGAIN], WORDS) == ["Tjäppmarken", "tjäppmöten", "Örvarsson"]


def test_words_seen_once_are_not_listed() -> None:
    assert archive_words([AGAIN], WORDS) == []
    assert "Örvarsson" in archive_words([AGAIN], WORDS, times=1)


def test_pages_that_lost_their_dots_teach_nothing() -> None:
    assert archive_words([DAMAGED, DAMAGED], WORDS) == []


def test_halves_of_broken_words_words_in_capitals_and_what_may_be_a_misread_word_are_not_listed() -> None:
    page = "Här står ett tjäpp-\nmarkgräns och forvaltning på två håll, där åhörare från ÖRVARSSON även hörs."
    assert archive_words([page, page], WORDS) == []


def test_the_list_mends_what_repair_could_not() -> None:
    assert "Örvarsson" not in repair_text(DAMAGED, WORDS)
    own = load_words(tuple(archive_words([SOUND, AGAIN], WORDS)))
    assert repair_text(DAMAGED, own).startswith("Mötet leddes av Örvarsson från Tjäppmarken.")
