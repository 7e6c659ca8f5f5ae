"""Every number on a page is read, furniture or unread; the three add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.page.numbers import account
from schemas.page import Block, Line, Page, Word
from schemas.place import Box


def words(text: str) -> tuple[Word, ...]:
    placed = []
    for index, part in enumerate(text.split()):
        box = Box(x0=50 * index, top=10, x1=50 * index + 40, bottom=20)
        placed.append(Word(text=part, raw=part, box=box))
    return tuple(placed)


def page(text: str) -> Page:
    return Page(number=1, width=600, height=800, words=words(text))


def test_dates_paragraphs_and_registry_numbers_are_furniture() -> None:
    for text in (
        "2025-09-22",
        "§ 51",
        "§51",
        "den 22 september 2025",
        "Dnr KS-2024/123",
        "222000-2063",
        "vecka 45",
        "kl 14.30-16.00",
    ):
        (count,) = account([page(text)], [], [])
        assert count.number_unread == 0, text
        assert count.number_furniture == count.number_count > 0, text


def test_what_only_names_a_case_a_chapter_or_a_grade_is_furniture() -> None:
    for text in (
        "2026.037 BMN Miljöpris",
        "• 2025.306 KS-014 Strategi",
        "Beslut 2026-316",
        "Ärende 2025-1714",
        "§§94-98",
        "11 kap. 16 §",
        "årskurs 7–9",
        "Halvår 1",
        "LSG 260413",
        "kl. 14.00- 17.00",
        "Microsoft365",
        "§ 31, 008/24",
        "Nämnden 1 (3)",
        "Lövekulle 1:26",
    ):
        (count,) = account([page(text)], [], [])
        assert count.number_unread == 0, text
        assert count.number_furniture == count.number_count > 0, text


def test_what_may_be_an_amount_is_not_taken_for_a_name() -> None:
    for text in ("2026.037 kronor", "1000-2000", "1 250", "x1", "kr25000", "2.500 KOM"):
        (count,) = account([page(text)], [], [])
        assert count.number_unread > 0, text


def test_a_bare_amount_is_unread_until_a_figure_covers_it() -> None:
    printed = page("bidrag 827 000 kronor")
    (before,) = account([printed], [], [])
    assert (before.number_count, before.number_read, before.number_unread) == (2, 0, 2)
    (after,) = account([printed], [], [(1, Box(x0=50, top=8, x1=145, bottom=22))])
    assert (after.number_count, after.number_read, after.number_unread) == (2, 2, 0)


def test_a_figure_on_another_page_covers_nothing_here() -> None:
    (count,) = account([page("827")], [], [(2, Box(x0=0, top=0, x1=600, bottom=800))])
    assert count.number_unread == 1


def test_what_refers_to_a_note_is_furniture() -> None:
    (count,) = account([page("2, 3 827")], [], [], [(1, Box(x0=0, top=0, x1=80, bottom=30))])
    assert (count.number_count, count.number_furniture, count.number_unread) == (3, 2, 1)


def test_page_furniture_counts_as_furniture() -> None:
    printed = page("Sida 7 bilaga 99")
    block = Block(kind="furniture", page=1, lines=(Line(words=printed.words),))
    (count,) = account([printed], [block], [])
    assert count.number_furniture == count.number_count == 2


@given(st.lists(st.sampled_from(["827", "2024", "kr", "§", "51", "(3)", "1,5", "x1", "7(12)", "mars"]), max_size=12))
def test_the_three_always_add_up(tokens: list[str]) -> None:
    (count,) = account([page(" ".join(tokens))], [], [(1, Box(x0=0, top=0, x1=120, bottom=30))])
    assert count.number_read + count.number_furniture + count.number_unread == count.number_count
    assert count.number_count == sum(any(letter.isdigit() for letter in token) for token in tokens)
