"""Real PDFs whose fonts name their å ä ö wrongly, from the file to the mended text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import ReadOptions, read_pdf
from pipeline.repair import load_words, repair_reading
from pipeline.repair.fonts import substitution
from pipeline.repair.words import WordList
from schemas.document import Reading
from schemas.repair import Repair
from tests.pipeline.pdfs import changed, drawn

WORDS = load_words(())
TEXT = (
    "Styrelsen har under året hållit sex möten och behandlat fyrtio ärenden.",
    "Förbundet har beviljat medel till åtta insatser, och även lägre belopp på 12 500 kr.",
    "Hundra deltagare har fått stöd för att närma sig arbete där det är möjligt.",
    "Ordföranden föreslår att de godkänner rapporten före årets slut.",
    "Kommunens åtgärder påverkar målen så långt någon kan förstå, och båda råden svarar på frågorna.",
    "Läget är bättre än väntat, och hälften får hjälp. De påbörjade kurserna når sina mål.",
    "Stödet behövs, och följderna bör höras innan frågan avgörs av någon annan.",
)
BOLD = (
    "Årets ärenden och årets åtgärder för området",
    "Mål för året, möten, stöd och bättre löner på sikt",
    "Långa lån, många råd, så små mål når några på våren",
    "Därför är läget sämre, även där värdet är lägre",
    "Frågor om höga löner, dörrar, snö och kött",
)
SIGNS = {"å": "007D", "ä": "007B", "ö": "007C", "Å": "005D", "Ä": "005B", "Ö": "005C"}
CONTROLS = {"å": "0001", "ä": "0005", "ö": "0010", "Å": "0003", "Ä": "0006", "Ö": "0011"}
PRIVATE = {"å": "F0E5", "ä": "F0E4", "ö": "F0F6", "Å": "F0C5", "Ä": "F0C4", "Ö": "F0D6"}
UNSEEN = {"å": "200B", "ä": "200C", "ö": "00AD", "Å": "FEFF", "Ä": "200D", "Ö": "2060"}
NOTHING = dict.fromkeys("åäöÅÄÖ", "0000")
BLANK = {"å": "0020"}


def broken_pdf(regular: Mapping[str, str], bold: Mapping[str, str]) -> bytes:
    """Return a page in two fonts whose tables of characters are wrong, each in its own way (letter: code, in hex)."""
    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, file))

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate((*TEXT, *BOLD)):
            canvas.setFont("Vera" if text in TEXT else "VeraBd", 9)
            canvas.drawString(40, 760 - 20 * index, text)

    def misname(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                codes = item.ToUnicode.read_bytes().decode()
                for letter, code in (bold if "Bold" in str(item.BaseFont) else regular).items():
                    codes = re.sub(rf"(<..> )<{ord(letter):04X}>", rf"\g<1><{code}>", codes)
                item.ToUnicode = pdf.make_stream(codes.encode())

    return changed(drawn(draw), misname)


def read_and_repaired(data: bytes) -> tuple[Reading, Reading, tuple[Repair, ...]]:
    raw, _ = read_pdf(data, "a.pdf", ReadOptions(ocr="never"), None)
    return (raw, *repair_reading(raw, WORDS))


def texts(reading: Reading) -> list[str]:
    return [word.text for word in reading.pages[0].words]


@pytest.mark.parametrize(
    ("regular", "bold"),
    [
        (SIGNS, SIGNS),
        (CONTROLS, CONTROLS),
        (PRIVATE, PRIVATE),
        (SIGNS, CONTROLS),
        (CONTROLS, PRIVATE),
        (UNSEEN, UNSEEN),
        ({}, SIGNS),
        (SIGNS, {}),
    ],
)
def test_fonts_that_misname_letters_are_undone(regular: dict[str, str], bold: dict[str, str]) -> None:
    raw, repaired, repairs = read_and_repaired(broken_pdf(regular, bold))
    right = " ".join((*TEXT, *BOLD)).split()
    assert texts(raw) != right
    assert texts(repaired) == right
    assert [repair.repaired for repair in repairs] == [new for old, new in zip(texts(raw), right, strict=True) if old != new]
    assert {repair.method for repair in repairs} == {"font"}
    assert all(repair.raw != repair.repaired for repair in repairs)
    assert repaired.pages[0].text_source == "repaired"


def test_letters_without_any_name_are_found_by_the_words_they_stand_in() -> None:
    _, repaired, repairs = read_and_repaired(broken_pdf(NOTHING, NOTHING))
    right = " ".join((*TEXT, *BOLD)).split()
    wrong = [(new, old) for new, old in zip(texts(repaired), right, strict=True) if new.lower() != old.lower()]
    assert [old for _, old in wrong if old not in {"når", "lån,"}] == []
    assert len(repairs) > 80
    assert "12 500 kr" in " ".join(texts(repaired))


def test_a_letter_named_blank_does_not_tear_words_apart() -> None:
    raw, repaired, _ = read_and_repaired(broken_pdf(BLANK, {}))
    assert "hållit" in texts(repaired)
    assert "hållit" not in texts(raw)
    assert "12 500 kr" in " ".join(texts(repaired))


def test_a_sound_font_is_left_alone() -> None:
    raw, repaired, repairs = read_and_repaired(broken_pdf({}, {}))
    assert repaired is raw
    assert repairs == ()


class Unread(WordList):
    """Word lists that must not be read."""

    def entries(self, key: str) -> list[tuple[str, float]]:
        raise AssertionError(key)


def test_a_few_foreign_words_however_often_they_stand_do_not_cost_the_reading_of_the_word_lists() -> None:
    assert substitution({"Müller": 40, "idé": 30, "kafé": 20, "Zürich": 10}, Unread()) == {}
    with pytest.raises(AssertionError):
        substitution({f"Mü{letter}ler": 1 for letter in "abcdefgh"}, Unread())
