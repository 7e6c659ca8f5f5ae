"""A text layer that says something else than the page shows is found out; one that errs here and there is not."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.ocr import Tesseract
from pipeline.read import ReadOptions, read_pdf
from pipeline.reading.proof import differs, proof_of
from pipeline.recognition.recogniser import Recognition
from schemas.page import Word
from schemas.place import Box
from tests.pipeline.pdfs import drawn, invisible, picture, pictured, with_unicode_font

SHOWN = [
    "Förbundets intäkter blev 2 832 tkr under perioden",
    "Kostnader för personal uppgick till 1 104 tkr totalt",
    "Resultatet efter finansiella poster är 418 tkr bättre",
    "Styrelsen beslutade att godkänna delårsrapporten 2025",
    "Bidraget från kommunerna var oförändrat 1 375 tkr",
]
OTHER = [
    "Nämnden konstaterar att arbetet fortsätter enligt plan",
    "Under våren har 9 671 besökare räknats vid badet",
    "Skolan i centrum byggs ut med 24 nya klassrum",
    "Ordföranden tackade ledamöterna för 2019 års möten",
    "Tekniska kontoret redovisar 5 920 ärenden i bilaga",
]
DPI = 72.0


def words(*texts: str) -> list[Word]:
    boxes = [Box(x0=50, top=50 + 20 * row, x1=50 + 6 * len(text), bottom=60 + 20 * row) for row, text in enumerate(texts)]
    return [Word(text=text, raw=text, box=box) for text, box in zip(texts, boxes, strict=True)]


def read_as(layer: list[str], shown: list[str]) -> bool:
    """Tell whether a layer is refuted by a reading of its sheet."""
    proof = proof_of(words(*layer), picture([], dpi=72), DPI)
    assert proof is not None
    rows = [strip.sheet_y + 2.0 for strip in proof.sheet.strips]
    said = [layer.index(word.text) for word in proof.words]
    seen = [
        Word(text=shown[index], raw=shown[index], box=Box(x0=24, top=y, x1=90, bottom=y + 8))
        for index, y in zip(said, rows, strict=True)
    ]
    return differs(proof, Recognition(words=tuple(seen)), DPI)


LAYER = ["Intäkter", "Kostnader", "Resultat", "Styrelsen", "Personal", "2832", "1104", "418", "1375", "2025"]


def test_same_words_confirm_the_layer() -> None:
    assert not read_as(LAYER, LAYER)


def test_lost_marks_and_a_few_misread_words_are_no_other_text() -> None:
    assert not read_as(LAYER, ["Intakter", "Kostnader", "Rezultat", "Xq", "Personal", "2882", "1104", "418", "1375", "2025"])


def test_other_words_refute_the_layer() -> None:
    assert read_as(LAYER, ["Nämnden", "Bilaga", "Möte", "Vatten", "Skola", "9671", "24", "2019", "5920", "11"])


def test_other_figures_alone_refute_the_layer() -> None:
    assert read_as(LAYER, [*LAYER[:5], "2900", "1204", "481", "1573", "2024"])


def test_a_few_words_prove_nothing() -> None:
    assert proof_of(words("Intäkter", "2832"), picture([], dpi=72), DPI) is None


@pytest.mark.ocr
@pytest.mark.parametrize(("layer", "source", "codes"), [(SHOWN, "native", []), (OTHER, "ocr", ["page.layer_differs"])])
def test_layer_of_another_page_gives_way_to_the_picture(layer: list[str], source: str, codes: list[str]) -> None:
    shown = picture([(72.0, 111.0 + 18 * row, text) for row, text in enumerate(SHOWN)], size=11)

    def under(canvas: Canvas) -> None:
        with_unicode_font(canvas)  # that of the picture, so that the words lie over each other
        invisible(*layer)(canvas)

    reading, problems = read_pdf(drawn(pictured(shown, under=under)), "a.pdf", ReadOptions(), Tesseract())
    assert reading.pages[0].text_source == source
    assert [problem.code for problem in problems] == codes
    text = " ".join(word.text for word in reading.pages[0].words)
    assert "2 832 tkr" in text
    assert "9 671" not in text
