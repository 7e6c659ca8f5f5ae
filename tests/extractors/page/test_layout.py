"""Pages become blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from extractors.page.layout import lay_out
from schemas.page import Block, Ruling
from schemas.place import Box
from tests.pages import page_from_text


def _kinds(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_headings_paragraphs_and_items() -> None:
    page = page_from_text(
        """
        Årsredovisning

        1.1 Ekonomi
        Förbundet har under året arbetat med de insatser som sam-
        verkan kräver och som styrelsen har beslutat om i planen.
        Resultatet blev bättre än väntat.

        •  Fler deltagare än året innan och fler som gått vidare
           till arbete eller studier
        •  Färre avbrott
        """,
        sizes={"Årsredovisning": 20},
        bold=["1.1 Ekonomi"],
    )
    layout = lay_out([page])
    assert _kinds(layout.blocks) == [
        ("heading", "Årsredovisning"),
        ("heading", "1.1 Ekonomi"),
        (
            "paragraph",
            (
                "Förbundet har under året arbetat med de insatser som samverkan kräver och som styrelsen har beslutat om i"
                " planen. Resultatet blev bättre än väntat."
            ),
        ),
        ("list_item", "• Fler deltagare än året innan och fler som gått vidare till arbete eller studier"),
        ("list_item", "• Färre avbrott"),
    ]
    assert [block.level for block in layout.blocks] == [1, 2, 0, 0, 0]
    assert [heading.text for heading in layout.section_of(layout.blocks[3])] == ["Årsredovisning", "1.1 Ekonomi"]


@pytest.mark.parametrize("glyph", ["o", "ü", "\uf0b7", "➢", "–", "*", "1)", "a."])
def test_strange_bullets_are_bullets(glyph: str) -> None:
    page = page_from_text(f"""
        {glyph}  Samverkan mellan parterna ska öka under året så att
           fler får hjälp i tid
        {glyph}  Uppföljning
    """)
    assert [block.kind for block in lay_out([page]).blocks] == ["list_item", "list_item"]


def test_words_that_only_look_like_bullets_are_none() -> None:
    page = page_from_text("""
        I vår kommun finns ett förbund som arbetar med samverkan
        - 6 279 tkr återstår av de medel som styrelsen fördelade.
    """)
    assert "list_item" not in {block.kind for block in lay_out([page]).blocks}


def test_rows_of_figures_are_a_table_and_one_amount_in_a_sentence_is_not() -> None:
    page = page_from_text("""
        Beviljat 2024: 100 000 kronor till insatsen

        Belopp i tkr          Budget     Utfall
                                2025       2025
        Bidrag från staten     1 408      1 408
        Bidrag från regionen
        och kommunerna         1 408      1 408
        Summa                  2 816      2 816

        Summan stämmer med det beslut som styrelsen fattade.
    """)
    kinds = [block.kind for block in lay_out([page]).blocks]
    assert kinds == ["paragraph", "table", "paragraph"]
    assert "Belopp i tkr Budget Utfall" in lay_out([page]).blocks[1].text


def test_a_table_of_contents_is_no_text() -> None:
    page = page_from_text("""
        Innehåll
        1 Inledning .......................... 1
        2 Ekonomi ............................ 1
          2.1 Budget ......................... 1
    """)
    assert [block.kind for block in lay_out([page]).blocks] == ["contents"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "Det första stycket står i den",
        "vänstra spalten och fortsätter",
        "nedåt rad för rad så som man",
        "brukar läsa en tidning där",
        "texten är satt i två spalter",
        "och slutar vid spaltens fot.",
    ]
    right = [
        "Det andra stycket står i den",
        "högra spalten och ska läsas",
        "först när den vänstra är helt",
        "utläst till sista raden utan",
        "att raderna blandas med dem",
        "som står bredvid till vänster.",
    ]
    page = page_from_text("\n".join(f"{a:<34}{b}" for a, b in zip(left, right, strict=True)))
    assert [block.text for block in lay_out([page]).blocks] == [" ".join(left), " ".join(right)]


def test_a_table_of_text_is_read_row_by_row() -> None:
    page = page_from_text("""
        Minst åtta av tio deltagare   Alla insatser har ännu inte
        ska vara nöjda med stödet     lämnat in sina enkäter till
        som de har fått under året.   förbundets kansli.

        Fler gemensamma träffar ska   Två träffar har hållits och
        hållas mellan parterna än     ytterligare två planeras nu
        under det förra året.         under hösten.

        Ett lokalt team för analys    Gruppen har träffats fyra
        ska bildas senast i juni.     gånger sedan i januari.
    """)
    texts = [block.text[:12] for block in lay_out([page]).blocks]
    assert texts == ["Minst åtta a", "Alla insatse", "Fler gemensa", "Två träffar ", "Ett lokalt t", "Gruppen har "]


def test_a_ruled_table_of_text_is_read_cell_by_cell() -> None:
    page = page_from_text("""
        Mål           Kommentar

        Nöjda         Enkäten är inte klar.
        deltagare     Den väntas i maj.

        Fler          Två har hållits.
        träffar
    """)
    heights, edges = (45.0, 70.0, 106.0, 145.0), (45.0, 130.0, 300.0)
    rulings = [Ruling(box=Box(x0=45, top=y, x1=300, bottom=y), horizontal=True) for y in heights]
    rulings += [Ruling(box=Box(x0=x, top=45, x1=x, bottom=145), horizontal=False) for x in edges]
    layout = lay_out([page.model_copy(update={"rulings": tuple(rulings)})])
    joined = " | ".join(block.text for block in layout.blocks)
    assert (
        joined.replace(". | Den", ". Den")
        == "Mål | Kommentar | Nöjda deltagare | Enkäten är inte klar. Den väntas i maj. | Fler träffar | Två har hållits."
    )


def test_labels_and_names_beside_them_stay_in_rows() -> None:
    page = page_from_text("""
        Plats och tid       Rådhuset klockan 14.00
        Beslutande          Anna Alm ordförande
                            Bo Berg ledamot
                            Cia Ceder ledamot
        Utses att justera   Bo Berg
    """)
    words = " ".join(block.text for block in lay_out([page]).blocks)
    assert words.index("Beslutande") < words.index("Anna Alm") < words.index("Utses")


def test_a_paragraph_over_a_page_break_is_two_blocks_the_second_marked() -> None:
    first = page_from_text("Styrelsen har under året arbetat med frågor om samverkan och", number=1)
    second = page_from_text("om hur parterna tillsammans kan nå fler i behov av stöd.", number=2)
    blocks = lay_out([first, second]).blocks
    assert [(block.page, block.continues) for block in blocks] == [(1, False), (2, True)]


def test_every_word_of_a_page_is_in_one_block() -> None:
    page = page_from_text("""
        Rubrik                       3

        text i en spalt   och    1 234
        mer text                 5 678
    """)
    layout = lay_out([page])
    placed = [word for block in layout.blocks for line in block.lines for word in line.words]
    assert sorted(word.box.rounded() for word in placed) == sorted(word.box.rounded() for word in page.words)
    assert layout.on_page(1) == layout.blocks
    assert layout.on_page(2) == ()


def test_an_empty_page_has_no_blocks() -> None:
    assert lay_out([page_from_text("")]).blocks == ()
    assert lay_out([]).blocks == ()


def test_the_blocks_of_a_long_document_hold_the_words_of_its_pages() -> None:
    names = [f"{chr(65 + number // 26)}{chr(97 + number % 26)}" for number in range(80)]
    texts = [f"{name}sele har en egen text,\nsom {name}by inte har." for name in names]
    pages = [page_from_text(text, number=number) for number, text in enumerate(texts, start=1)]
    layout = lay_out(pages)
    assert [block.page for block in layout.blocks] == list(range(1, 81))
    for number in (80, 1, 40):
        (block,) = layout.on_page(number)
        assert [word for line in block.lines for word in line.words] == list(pages[number - 1].words)
