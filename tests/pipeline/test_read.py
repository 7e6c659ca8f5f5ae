"""Reading PDFs: words, rulings and shades of born-digital pages, and what becomes of files that are damaged or no PDF."""

from __future__ import annotations

import io
import os
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import ReadOptions, embedded_files, read_pdf
from schemas.page import Page
from tests.pipeline.pdfs import changed, drawn, invisible, lines, with_unicode_font

CORPUS = Path(os.environ.get("AVSTAM_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
NO_OCR = ReadOptions(ocr="never")


def page_of(data: bytes, number: int = 1) -> Page:
    reading, problems = read_pdf(data, "test.pdf", NO_OCR, None)
    assert not problems
    return reading.pages[number - 1]


def texts(data: bytes) -> list[str]:
    return [word.text for word in page_of(data).words]


def code_of(data: bytes) -> tuple[str, str]:
    reading, problems = read_pdf(data, "test.pdf", NO_OCR, None)
    assert reading.pages == ()
    assert [problem.severity for problem in problems] == ["fatal"]
    assert problems[0].document_id == reading.document_id
    return problems[0].code, problems[0].message


def test_words_stand_where_they_are_printed() -> None:
    page = page_of(drawn(lines("Summa 2 832 000 kr")))
    assert [word.text for word in page.words] == ["Summa", "2", "832", "000", "kr"]
    first = page.words[0]
    assert first.box.x0 == pytest.approx(72, abs=0.5)
    assert first.box.top < 842 - 720 < first.box.bottom + 1
    assert first.size == 11
    assert (page.width, page.height, page.text_source, page.status) == (595, 842, "native", "read")


def test_narrow_columns_stay_apart_without_blanks() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(200, 700, "1 234")
        canvas.drawString(203, 700, "567")  # 3 points away, no blank in the text layer

    assert texts(drawn(draw)) == ["1", "234", "567"]


def test_word_drawn_letter_by_letter_is_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for letter in "Verksamhet":
            canvas.drawString(x, 700, letter)
            x += canvas.stringWidth(letter, "Helvetica", 11)

    assert texts(drawn(draw)) == ["Verksamhet"]


def test_words_drawn_apart_without_blanks_are_apart() -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for word in ("Summan", "av", "alla"):
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word, "Helvetica", 11) + 2.5

    assert texts(drawn(draw)) == ["Summan", "av", "alla"]


@pytest.mark.parametrize("spacing", [1.2, 2.0, 5.0])
def test_letterspaced_heading_is_whole_words(spacing: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "STYRELSEN PROTOKOLL 2025", charSpace=spacing)

    assert texts(drawn(draw)) == ["STYRELSEN", "PROTOKOLL", "2025"]


def test_letters_parted_by_blanks_are_one_word_but_single_figures_are_not() -> None:
    assert texts(drawn(lines("P R O T O K O L L", "1 2 3 4 5"))) == ["PROTOKOLL", "1", "2", "3", "4", "5"]


def test_raised_note_mark_does_not_become_part_of_a_figure() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "832")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72 + 18.4, 704, "1")

    assert texts(drawn(draw)) == ["832", "1"]


def test_bold_by_printing_twice_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            canvas.drawString(72 + shift, 700, "Summa 1111 il")
        for letter, x in (("O", 72), ("O", 72.3), ("B", 80.6), ("B", 80.9), ("S", 88), ("S", 88.3)):
            canvas.drawString(x, 680, letter)

    assert texts(drawn(draw)) == ["Summa", "1111", "il", "OBS"]


def test_bold_is_told_by_the_name_of_the_font() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 700, "Resultat")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 680, "text")

    assert [(word.text, word.bold, word.size) for word in page_of(drawn(draw)).words] == [
        ("Resultat", True, 14),
        ("text", False, 11),
    ]


def test_ligatures_hyphens_and_blanks_of_all_kinds() -> None:
    def draw(canvas: Canvas) -> None:
        with_unicode_font(canvas)
        canvas.drawString(72, 700, "\ufb01nans 1\u00a0234 Bok\u00adslut sam-")

    assert texts(drawn(draw)) == ["finans", "1", "234", "Bokslut", "sam-"]


def test_leaders_of_a_table_of_contents_part_title_and_page() -> None:
    assert texts(drawn(lines("Resultat........12"))) == ["Resultat", "........", "12"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_page_is_read_as_displayed(rotation: int) -> None:
    """The text is drawn so that it reads upright once the viewer has turned the page by /Rotate."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[rotation])
        canvas.rotate({90: 90, 180: 180, 270: 270}[rotation])
        canvas.drawString(100, 300, "Budget 2025")
        canvas.line(100, 290, 200, 290)

    data = changed(drawn(draw), lambda pdf: pdf.pages[0].obj.__setitem__("/Rotate", rotation))
    page = page_of(data)
    width, height = (842, 595) if rotation != 180 else (595, 842)
    assert (page.width, page.height, page.rotation, page.turn) == (width, height, rotation, 0)
    assert [word.text for word in page.words] == ["Budget", "2025"]
    assert all(word.upright for word in page.words)
    assert page.words[0].box.x0 == pytest.approx(100, abs=0.5)
    assert page.words[0].box.bottom == pytest.approx(height - 300, abs=4)
    assert [(ruling.horizontal, round(ruling.box.x0), round(ruling.box.top)) for ruling in page.rulings] == [
        (True, 100, height - 290)
    ]


def test_turned_header_cell_is_not_upright_and_in_its_own_order() -> None:
    def draw(canvas: Canvas) -> None:
        lines("En rad med vanlig text på sidan", "och en rad till under den")(canvas)
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Budget helår")
        canvas.restoreState()

    turned = [word for word in page_of(drawn(draw)).words if not word.upright]
    assert [word.text for word in turned] == ["Budget", "helår"]
    assert turned[0].box.height > turned[0].box.width
    assert turned[0].box.top > turned[1].box.bottom  # reads upward


def test_page_with_all_text_sideways_is_turned_and_leads_back() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines("Intäkter 2 832 000 2 827 000", "Kostnader 2 700 000 2 650 000", "Resultat 132 000 177 000", x=100, y=400)(canvas)

    page = page_of(drawn(draw))
    assert (page.width, page.height, page.rotation, page.turn) == (842, 595, 0, 90)
    word = page.words[0]
    assert (word.text, word.upright) == ("Intäkter", True)
    assert word.box.x0 == pytest.approx(100, abs=0.5)
    back = page.displayed(word.box)
    assert back.height > back.width
    assert back.bottom == pytest.approx(842 - 100, abs=0.5)


def test_what_is_not_displayed_is_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "synligt")
        canvas.drawString(-300, 700, "utanför")
        canvas.drawString(72, 900, "ovanför")
        invisible("osynligt", y=600)(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 500, "vitt")

    assert texts(drawn(draw)) == ["synligt"]


def test_white_letters_on_a_dark_cell_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0.2, 0.5)
        canvas.rect(60, 690, 200, 24, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 700, "Budget")

    page = page_of(drawn(draw))
    assert [word.text for word in page.words] == ["Budget"]
    assert [(round(box.x0), round(box.top), round(box.width), round(box.height)) for box in page.shades] == [(60, 128, 200, 24)]


def test_lines_rectangles_and_thin_filled_bars_are_rulings() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(50, 700, 300, 700)
        canvas.line(50, 600, 50, 650)
        canvas.rect(100, 500, 80, 40, stroke=1, fill=0)
        canvas.rect(50, 400, 200, 0.7, stroke=0, fill=1)
        canvas.line(50, 300, 300, 350)  # slanted: none
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.line(50, 200, 300, 200)  # white on white: none

    rulings = page_of(drawn(draw)).rulings
    across = sorted((round(item.box.top), round(item.box.width)) for item in rulings if item.horizontal)
    down = sorted((round(item.box.x0), round(item.box.height)) for item in rulings if not item.horizontal)
    assert across == [(142, 250), (302, 80), (342, 80), (441, 200)]
    assert down == [(50, 50), (100, 40), (180, 40)]


def test_background_and_white_boxes_are_no_shades() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0.9, 1)
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(50, 50, 100, 100, stroke=0, fill=1)

    assert page_of(drawn(draw)).shades == ()


def test_too_much_content_is_cut_and_said() -> None:
    reading, problems = read_pdf(drawn(lines("abc def ghi")), "test.pdf", ReadOptions(ocr="never", max_objects=7), None)
    assert [word.text for word in reading.pages[0].words] == ["abc", "def"]
    assert reading.pages[0].status == "partly_read"
    assert [(problem.code, problem.page) for problem in problems] == [("page.partly_read", 1)]


def test_page_with_a_hundred_thousand_rectangles_costs_little_and_says_what_was_left_out() -> None:
    boxes = b"0.5 g " + b"".join(b"%d %d 30 20 re f\n" % (index % 500, index // 200) for index in range(100_000))
    data = changed(drawn(lines("text")), lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(boxes)))
    reading, problems = read_pdf(data, "test.pdf", NO_OCR, None)
    assert len(reading.pages[0].shades) <= 2_000
    assert [problem.code for problem in problems] == ["page.partly_read"]


def test_pages_beyond_the_limit_keep_their_numbers() -> None:
    data = drawn(lines("ett"), lines("två"), lines("tre"))
    reading, problems = read_pdf(data, "test.pdf", ReadOptions(ocr="never", max_pages=2), None)
    assert [(page.number, page.status) for page in reading.pages] == [(1, "read"), (2, "read"), (3, "failed")]
    assert [(problem.code, problem.page) for problem in problems] == [("page.failed", 3)]


def test_damaged_page_does_not_take_the_others_with_it() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"q q q BT /F1 ( Tj \xff\xfe \x00 endstream")

    reading, _ = read_pdf(changed(drawn(lines("ett"), lines("två"), lines("tre")), spoil), "test.pdf", NO_OCR, None)
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert [word.text for page in reading.pages for word in page.words] == ["ett", "tre"]


def test_empty_file() -> None:
    assert code_of(b"")[0] == "read.empty"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<!DOCTYPE html>\n<html><body>Sidan finns inte</body></html>", "HTML"),
        ("Protokoll fört vid sammanträde".encode(), "plain text"),
        (b"PK\x03\x04" + b"\x00" * 50, "Office document"),
        (bytes(range(256)) * 4, "no PDF header"),
    ],
)
def test_file_that_is_no_pdf_says_what_it_looks_like(data: bytes, what: str) -> None:
    code, message = code_of(data)
    assert code == "read.not_pdf"
    assert what in message


def test_junk_before_the_header_is_no_obstacle() -> None:
    assert texts(b"\r\nHTTP/1.1 200 OK\r\n\r\n" + drawn(lines("text"))) == ["text"]


def test_user_password() -> None:
    data = changed(drawn(lines("hemligt")), lambda _: None, encryption=pikepdf.Encryption(user="u", owner="o"))
    assert code_of(data)[0] == "read.encrypted"


def test_owner_password_only_is_read() -> None:
    data = changed(drawn(lines("öppet")), lambda _: None, encryption=pikepdf.Encryption(user="", owner="o"))
    assert texts(data) == ["öppet"]


def test_no_pages() -> None:
    target = io.BytesIO()
    pikepdf.new().save(target)
    assert code_of(target.getvalue())[0] == "read.no_pages"


def test_truncated_file_gives_what_can_be_recovered_with_a_warning() -> None:
    data = drawn(*[lines(f"sida {number}") for number in range(1, 13)])
    reading, problems = read_pdf(data[: len(data) * 9 // 10], "test.pdf", NO_OCR, None)
    assert problems[0].code == "read.repaired"
    assert problems[0].severity == "warning"
    assert len(reading.pages) >= 6
    assert [word.text for word in reading.pages[0].words] == ["sida", "1"]


def test_truncated_file_without_anything_to_recover() -> None:
    assert code_of(drawn(lines("text"))[:60])[0] == "read.truncated"


def with_attachments(data: bytes) -> bytes:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["../../etc/protokoll.pdf"] = pikepdf.AttachedFileSpec(pdf, b"ett", filename="../../etc/protokoll.pdf")
        pdf.attachments["b"] = pikepdf.AttachedFileSpec(pdf, b"tre", filename="C:\\mapp\\bilaga 2.pdf")

    return changed(data, attach)


def test_embedded_files_have_base_names_only() -> None:
    data = with_attachments(drawn(lines("text")))
    assert sorted(embedded_files(data)) == [("bilaga 2.pdf", b"tre"), ("protokoll.pdf", b"ett")]
    reading, _ = read_pdf(data, "test.pdf", NO_OCR, None)
    assert {item.file_name for item in reading.attachments} == {"bilaga 2.pdf", "protokoll.pdf"}
    assert all(len(item.document_id) == 64 for item in reading.attachments)


def test_file_attached_to_a_page_is_found() -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        spec = pikepdf.AttachedFileSpec(pdf, b"bilagans text", filename="bilaga.txt")
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec.obj)
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])

    assert embedded_files(changed(drawn(lines("text")), attach)) == [("bilaga.txt", b"bilagans text")]


def test_embedded_files_of_something_that_is_no_pdf() -> None:
    assert embedded_files(b"text") == []


@pytest.mark.parametrize(
    ("stamp", "signed"),
    [
        ("Signerat, SHA-256: 9f86d081884c7d65", True),
        ("Dokumentet är digitalt signerat av", True),
        ("Detta dokument är elektroniskt undertecknat", True),
        ("Transaktion 09222115557545678901 Signerat AB, KL", True),
        ("Bankgirots transaktion 12 avser hyran", False),
        ("Digitally signed by", True),
        ("Protokollet är justerat och undertecknas av ordföranden", False),
    ],
)
def test_signing_stamps(stamp: str, signed: bool) -> None:  # noqa: FBT001  # a parameter of the test
    reading, _ = read_pdf(drawn(lines("Protokoll", stamp)), "test.pdf", NO_OCR, None)
    assert reading.signed is signed


def test_filled_signature_field_is_signed_and_an_empty_one_is_not() -> None:
    def sign(pdf: pikepdf.Pdf, *, filled: bool) -> None:
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="namn")
        if filled:
            field["/V"] = pikepdf.Dictionary(Type=pikepdf.Name.Sig)
        pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))

    for filled in (True, False):
        data = changed(drawn(lines("text")), partial(sign, filled=filled))
        assert read_pdf(data, "test.pdf", NO_OCR, None)[0].signed is filled


def test_reading_twice_gives_the_same() -> None:
    data = drawn(lines("Summa 1 234"))
    assert read_pdf(data, "a.pdf", NO_OCR, None) == read_pdf(data, "a.pdf", NO_OCR, None)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus (set AVSTAM_CORPUS)")
def test_every_page_of_the_corpus_is_accounted_for() -> None:
    for path in sorted(CORPUS.glob("pdf/*.pdf")):
        data = path.read_bytes()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
        reading, problems = read_pdf(data, path.name, NO_OCR, None)
        assert [page.number for page in reading.pages] == list(range(1, count + 1)), path.name
        assert not problems, path.name
        assert all(
            word.box.x0 <= word.box.x1 and word.box.top <= word.box.bottom for page in reading.pages for word in page.words
        )


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus (set AVSTAM_CORPUS)")
def test_what_harvesters_saved_as_pdf_is_refused() -> None:
    for path in sorted(CORPUS.glob("not_pdf/*")):
        assert code_of(path.read_bytes())[0] == "read.not_pdf", path.name


def test_filled_form_fields_and_stamps_are_read_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Ansökan om medel")
        canvas.acroForm.textfield(name="belopp", value="Belopp 418", x=72, y=600, width=200, height=20)

    def stamp(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(b"BT /F1 12 Tf 2 4 Td (Inkom 2026-01-15) Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 200, 20]
        look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        for kind in (pikepdf.Name.Stamp, pikepdf.Name.Link):
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=kind, Rect=[300, 760, 500, 780], F=4, AP=pikepdf.Dictionary(N=look)
            )
            pdf.pages[0].Annots.append(pdf.make_indirect(note))

    page = page_of(changed(drawn(draw), stamp))
    texts = [word.text for word in page.words]
    assert sorted(texts) == sorted(["Ansökan", "om", "medel", "Belopp", "418", "Inkom", "2026-01-15"])
    inkom = page.words[texts.index("Inkom")].box
    assert round(inkom.x0) == 302
    assert 842 - inkom.bottom < 764 < 842 - inkom.top  # the baseline


def test_filled_field_that_no_program_has_drawn_yet_is_read() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        helvetica = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="belopp",
                V="250 000 kr",
                DA="/Helv 11 Tf 0 g",
                Rect=pikepdf.Array([160, 695, 320, 712]),
                F=4,
            )
        )
        pdf.pages[0].Annots = pikepdf.Array([field])
        fonts = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(helvetica)))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), NeedAppearances=True, DR=fonts)

    assert texts(changed(drawn(lines("Belopp:", y=700)), fill)) == ["Belopp:", "250", "000", "kr"]
