"""Headers, footers, page numbers, stamps and signature lines are no part of the text."""

from __future__ import annotations

import pytest

from extractors.page.furniture import is_furniture_by_wording
from extractors.page.layout import lay_out
from extractors.page.lines import lines_of
from schemas.page import Page
from tests.pages import page_from_text

BODY = "\n".join(f"Det här är rad {word} av den löpande texten på sidan." for word in ["ett", "två", "tre", "fyra", "fem", "sex"])


def _page(number: int, head: str, foot: str, body: str = BODY) -> Page:
    own = body.replace("rad", "rader och ord"[number:])
    return page_from_text(f"{head}\n\n\n{own}\n" + "\n" * 49 + foot, number=number)


def _furniture(*pages: Page) -> list[str]:
    return [block.text for block in lay_out(pages).blocks if block.kind == "furniture"]


def test_what_repeats_at_the_edge_is_furniture_whatever_its_digits() -> None:
    pages = [_page(number, f"Förbundet Delårsrapport    {number}", f"dokument 2025:{number}") for number in (1, 2, 3)]
    assert _furniture(*pages) == [
        text for number in (1, 2, 3) for text in (f"Förbundet Delårsrapport {number}", f"dokument 2025:{number}")
    ]


def test_what_repeats_in_the_middle_is_text() -> None:
    pages = [_page(number, f"Rubrik {name}", f"fot {name}") for number, name in ((1, "alfa"), (2, "beta"), (3, "gamma"))]
    assert _furniture(*pages) == []


def test_a_repeated_table_header_is_no_furniture() -> None:
    names = ("abcdefgh", "ijklmnop", "qrstuvxy")
    pages = [
        page_from_text(
            "Belopp i tkr     Budget    Utfall\n"
            + "\n".join(f"Insats {name}       1 230     1 340" for name in names[number - 1]),
            number=number,
        )
        for number in (1, 2, 3)
    ]
    assert _furniture(*pages) == []


def test_a_document_that_stands_twice_in_one_file_is_text_both_times() -> None:
    body = BODY.replace("rad", "mening")
    pages = [page_from_text(f"Rubrik över texten\n{body}\nSlut", number=number) for number in (1, 2)]
    assert _furniture(*pages) == []


@pytest.mark.parametrize("foot", ["Sida 1 av 12", "2 (5)", "12(34)", "SID 1 (36)", "sid 3", "- 4 (9) -", "3/14"])
def test_a_page_number_is_known_on_a_single_page(foot: str) -> None:
    assert _furniture(_page(1, "Något om budget", foot)) == [foot]


def test_bare_numbers_count_up_with_the_pages() -> None:
    assert _furniture(*(_page(number, f"Kapitel {'abc'[number - 1]}", str(number + 1)) for number in (1, 2, 3))) == [
        "2",
        "3",
        "4",
    ]
    assert _furniture(_page(7, "En enda sida", "58")) == []


@pytest.mark.parametrize(
    "text",
    [
        "(Signerat, SHA-256 6FB2EE9212191A91C9A4678FF209178A22694A6E3D583D0EB58379F7C8A9A452)",
        "Justerarnas signatur Utdragsbestyrkande",
        "Justerandes sign",
        "Utdragsbestyrkande",
        "Signering av justerare på varje sida",
        "Ordförandes signatur: ______",
    ],
)
def test_stamps_and_signature_lines_are_known_by_their_wording(text: str) -> None:
    page = page_from_text("\n" * 20 + text)
    assert is_furniture_by_wording(lines_of(page.words)[0], page)


@pytest.mark.parametrize(
    "text", ["Justerare: två ledamöter utses", "Ordförande öppnar mötet", "Beslutet expedieras till nämnden", "12 procent"]
)
def test_sentences_are_not(text: str) -> None:
    page = page_from_text("\n" * 20 + text)
    assert not is_furniture_by_wording(lines_of(page.words)[0], page)


def test_a_numbered_paragraph_at_the_top_of_each_page_is_text() -> None:
    pages = [_page(number, f"§ {93 + number} 2026.01{number} KS", f"Sida {number} av 3") for number in (1, 2, 3)]
    assert _furniture(*pages) == ["Sida 1 av 3", "Sida 2 av 3", "Sida 3 av 3"]


def test_an_amount_at_the_top_of_several_pages_is_text() -> None:
    pages = [_page(number, f"Medfinansiering: {number}27 000 kronor", f"Sida {number} av 3") for number in (1, 2, 3)]
    assert _furniture(*pages) == ["Sida 1 av 3", "Sida 2 av 3", "Sida 3 av 3"]


def test_what_comes_back_now_and_then_is_text() -> None:
    heads = ["Kommentar" if number in {2, 9, 16} else f"Om {'abcdefghijklmnopqrst'[number]}" for number in range(18)]
    assert _furniture(*(_page(number + 1, head, "") for number, head in enumerate(heads))) == []
