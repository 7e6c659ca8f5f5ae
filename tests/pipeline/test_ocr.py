"""OCR: what Tesseract's answers become, when it is asked at all, and (marked `ocr`) what it reads on pictures made here."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.ocr import MissingEngineError, Recognition, RecognitionError, Tesseract
from pipeline.read import ReadOptions, read_pdf
from pipeline.reading.agree import confirmed
from pipeline.recognition import engine as ocr_engine
from pipeline.recognition.fuse import Seen, fuse, is_noise, needs_second, stands_on_end
from pipeline.recognition.image import ink, is_grainy, is_speckled, rulings_of, skew_of, straighten
from pipeline.recognition.montage import read_words, sheet_of_words
from schemas.page import Ruling, Word
from schemas.place import Box
from tests.pipeline.pdfs import drawn, invisible, lines, picture, pictured

CORPUS = Path(os.environ.get("AVSTAM_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
SWEDISH = [
    "Förbundet har under året arbetat med att stärka samverkan",
    "mellan parterna och styrelsen har beslutat om nya insatser",
    "för de som är långt från arbete. Resultatet för perioden är",
    "bättre än budget och det egna kapitalet är högre än vad som",
    "gäller enligt ägarnas riktlinjer. Åtgärder för att sänka det",
    "ska tas fram till nästa möte med ägarna den 12 mars 2026.",
]
ON_PAGE = [(72.0, 100.0 + 22 * index, text) for index, text in enumerate(SWEDISH)]
FOLD = str.maketrans("åäöÅÄÖ", "aaoAAO")


def seen(  # noqa: PLR0913  # a word with its box
    text: str, confidence: float = 0.9, x0: float = 0, x1: float = 20, *, top: float = 0, bottom: float = 20
) -> Seen:
    return Seen(text, x0, top, x1, bottom, confidence, 20)


def knows(word: str) -> bool:
    return word in {"för", "förslag", "kommunen"}


class Shelf(dict[str, bytes]):
    """A cache that counts."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


class Double:
    """A recogniser that gives what it was told, and remembers how often it was asked."""

    def __init__(self, *texts: str, confidence: float = 0.95, turn: int = 0, fails: bool = False) -> None:
        self.texts, self.confidence, self.turn, self.fails, self.asked = texts, confidence, turn, fails, 0

    def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
        self.asked += 1
        if self.fails:
            message = "engine crashed"
            raise RecognitionError(message)
        width = image.width * 72 / dpi
        words = [
            Word(text=text, raw=text, box=Box(x0=5 + index, top=5, x1=6 + index, bottom=15), confidence=self.confidence)
            for index, text in enumerate(" ".join(self.texts).split())
        ]
        return Recognition(
            words=tuple(words), turn=self.turn, rulings=(Ruling(box=Box(x0=0, top=30, x1=width, bottom=31), horizontal=True),)
        )

    def reread(self, image: Image.Image, box: Box, *, dpi: float = 200.0, digits_only: bool = False) -> tuple[str, float]:
        raise NotImplementedError


# -- fusing two readings


def test_agreed_number_is_sure() -> None:
    word = fuse(seen("832", 0.7), "832", 0.36, knows)
    assert (word.text, word.confidence, word.readings) == ("832", 0.97, ())


def test_disputed_number_keeps_the_first_reading_with_both_kept_and_little_confidence() -> None:
    word = fuse(seen("832", 0.95), "882", 0.36, knows)
    assert (word.text, word.confidence, word.readings) == ("832", 0.6, ("832", "882"))


@pytest.mark.parametrize(("first", "second"), [("47%", "4790"), ("§21", "$21"), ("§77", "877"), ("2024–2025", "2024-2025")])
def test_signs_that_the_second_model_lacks_are_no_dispute(first: str, second: str) -> None:
    word = fuse(seen(first, 0.9), second, 0.36, knows)
    assert (word.text, word.confidence) == (first, 0.97)


def test_a_minus_read_as_two_strokes_is_one_and_the_raw_text_stays() -> None:
    word = fuse(seen("=501,6"), None, 0.36, knows)
    assert (word.text, word.raw) == ("-501,6", "=501,6")
    assert fuse(seen("=a1"), None, 0.36, knows).text == "=a1"


def test_of_two_words_the_known_one_wins() -> None:
    assert fuse(seen("forslag"), "förslag", 0.36, knows).text == "förslag"
    assert fuse(seen("förslag"), "torslag", 0.36, knows).text == "förslag"


@pytest.mark.parametrize(("width", "text"), [(20, "x"), (44, "xX")])
def test_a_cross_read_as_two_letters_in_the_place_of_one_is_one(width: float, text: str) -> None:
    assert fuse(seen("xX", x1=width), None, 0.36, knows).text == text


def test_figure_never_replaces_a_word() -> None:
    assert fuse(seen("tör"), "70r", 0.36, knows).text == "tör"


def test_second_reading_is_made_only_where_it_decides() -> None:
    assert needs_second(seen("1234", 0.99), knows)
    assert needs_second(seen("för", 0.5), knows)
    assert needs_second(seen("forslag", 0.85), knows)
    assert not needs_second(seen("förslag", 0.85), knows)
    assert not needs_second(seen("Ånge", 0.95), knows)


def test_boxes_and_sizes_come_in_points() -> None:
    word = fuse(seen("a", x0=100, x1=200, top=50, bottom=70), None, 72 / 200, knows)
    assert word.box == Box(x0=36, top=18, x1=72, bottom=25.2)
    assert word.size == 7.2


def test_drawn_lines_are_noise_and_dashes_are_not() -> None:
    assert is_noise(seen("|", 0.9))
    assert is_noise(seen("—", 0.2))
    assert not is_noise(seen("–", 0.9))
    assert not is_noise(seen("0", 0.3))


def test_words_on_end_are_seen_by_their_boxes() -> None:
    tall = [seen("Beslut", x0=0, x1=20, top=100 * n, bottom=100 * n + 80) for n in range(6)]
    wide = [seen("Beslut", x0=0, x1=80, top=100 * n, bottom=100 * n + 20) for n in range(6)]
    assert stands_on_end(tall)
    assert not stands_on_end(wide)


def test_second_readings_are_shared_out_where_only_blanks_differ() -> None:
    words = [seen("135", x0=10, x1=40), seen("221", x0=48, x1=78), seen("och", x0=300, x1=340), seen("7", x0=400, x1=410)]
    page = Image.new("L", (500, 60), 255)
    sheet = sheet_of_words(page, words, [0, 1, 3])
    assert sheet is not None
    assert sheet.image.width < page.width
    assert read_words(sheet, words, [seen("135221", x0=30, x1=100, top=30, bottom=50)]) == {0: "135", 1: "221"}


def test_nothing_wanted_nothing_read() -> None:
    assert sheet_of_words(Image.new("L", (9, 9)), [], []) is None


# -- pictures


@pytest.mark.parametrize("angle", [-2.0, -0.7, 0.0, 1.5])
def test_skew_is_measured_and_undone(angle: float) -> None:
    level = picture(ON_PAGE)
    turned = level.rotate(-angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert skew_of(ink(turned)) == pytest.approx(angle, abs=0.15)
    assert skew_of(ink(straighten(turned).image)) == pytest.approx(0, abs=0.25)


@pytest.mark.parametrize(("noise", "grainy"), [(0, False), (5, True), (15, True)])
def test_grain_is_told_from_clean_paper_and_from_text(noise: int, *, grainy: bool) -> None:
    pixels = np.asarray(picture(ON_PAGE * 4)) * 0.9 + np.random.default_rng(1).normal(0, noise, (2339, 1653))
    assert is_grainy(Image.fromarray(pixels.clip(0, 255).astype("uint8"))) is grainy


def test_noise_is_told_from_text() -> None:
    page = picture(ON_PAGE)
    assert not is_speckled(ink(page))
    pen = ImageDraw.Draw(page)
    for x in range(5, page.width, 29):
        for y in range(3, page.height, 31):
            pen.point((x, y), fill=0)
    assert is_speckled(ink(page))


def test_ruled_table_gives_its_lines_and_letters_give_none() -> None:
    page = picture([(80, 105, "Intäkter"), (300, 105, "2 832")])
    pen = ImageDraw.Draw(page)
    scale = 200 / 72
    for y in (100, 125):
        pen.line([(72 * scale, y * scale), (400 * scale, y * scale)], fill=60, width=2)
    for x in (72, 250, 400):
        pen.line([(x * scale, 100 * scale), (x * scale, 125 * scale)], fill=60, width=2)
    rulings = rulings_of(page, 200)
    assert sorted(round(item.box.top) for item in rulings if item.horizontal) == [100, 125]
    assert sorted(round(item.box.x0) for item in rulings if not item.horizontal) == [72, 250, 400]


def test_a_tall_stroke_alone_may_be_a_letter_and_in_a_grid_is_a_line() -> None:
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    draw.line((300, 200, 300, 260), fill=0, width=4)  # the l of a heading: 22 points
    draw.line((200, 600, 900, 600), fill=0, width=3)
    draw.line((200, 602, 200, 660), fill=0, width=3)
    draw.line((900, 664, 900, 720), fill=0, width=3)
    draw.line((900, 602, 900, 661), fill=0, width=3)
    standing = [ruling.box for ruling in rulings_of(page, 200) if not ruling.horizontal]
    assert sorted(round(box.x0 / 72 * 200, -1) for box in standing) == [200, 900]


# -- the choice per page


def choice(data: bytes, double: Double, **options: object) -> tuple[str, int, list[str]]:
    reading, problems = read_pdf(data, "a.pdf", ReadOptions.model_validate(options), double)
    return reading.pages[0].text_source, double.asked, [problem.code for problem in problems]


def test_sound_text_layer_is_never_sent_to_ocr() -> None:
    data = drawn(lines(*SWEDISH))
    assert choice(data, Double("x")) == ("native", 0, [])
    assert choice(data, Double("x"), ocr="never") == ("native", 0, [])


def test_scan_without_text_is_read_by_ocr() -> None:
    data = drawn(pictured(picture(ON_PAGE)))
    assert choice(data, Double(*SWEDISH)) == ("ocr", 1, [])
    assert choice(data, Double(*SWEDISH), ocr="never") == ("empty", 0, [])


def test_english_ocr_layer_over_a_scan_gives_way_and_is_kept_beside() -> None:
    data = drawn(pictured(picture(ON_PAGE), under=invisible(*(text.translate(FOLD) for text in SWEDISH))))
    double = Double(*SWEDISH)
    (page,) = read_pdf(data, "a.pdf", ReadOptions(), double)[0].pages
    assert (page.text_source, double.asked) == ("ocr", 1)
    assert page.words[0].text == "Förbundet"
    assert page.other_words[0].text == "Forbundet"


def test_short_page_with_a_bad_ocr_layer_is_read_again() -> None:
    data = drawn(
        pictured(
            picture(ON_PAGE[:2]), under=invisible("Forbundet Arsredovisning 2024", "Samordningsforbundets vasterrum", "Atgard")
        )
    )
    assert choice(data, Double(*SWEDISH[:1]))[:2] == ("ocr", 1)


def test_ocr_that_reads_worse_than_the_layer_does_not_replace_it() -> None:
    data = drawn(pictured(picture(ON_PAGE), under=invisible(*(text.translate(FOLD) for text in SWEDISH))))
    (page,) = read_pdf(data, "a.pdf", ReadOptions(), Double("xq zzk wrt pfl qqq", confidence=0.3))[0].pages
    assert page.text_source == "native"
    assert [word.text for word in page.other_words] == ["xq", "zzk", "wrt", "pfl", "qqq"]


def stamp(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 7)
    lines("Signerat av Anna Berg och Karl Lund den 13 mars 2025 klockan tio", x=40, y=20)(canvas)


def shapes(canvas: Canvas) -> None:
    for index in range(400):
        canvas.circle(72 + 4 * (index % 100), 700 - index // 100 * 20, 2, stroke=0, fill=1)


GREY_PAPER = picture(ON_PAGE).point(lambda dot: min(dot, 235))


@pytest.mark.parametrize("under", [pictured(picture(ON_PAGE)), pictured(GREY_PAPER), shapes])
def test_scan_that_was_stamped_in_letters_is_read_by_ocr(under: Callable[[Canvas], None]) -> None:
    def draw(canvas: Canvas) -> None:
        under(canvas)
        stamp(canvas)

    assert choice(drawn(draw), Double(*SWEDISH, confidence=0.6)) == ("ocr", 1, [])


def test_text_on_a_picture_that_shows_nothing_else_is_not_read_by_ocr() -> None:
    def draw(canvas: Canvas) -> None:
        pictured(Image.new("L", (595, 842), 240))(canvas)
        lines(*SWEDISH)(canvas)

    assert choice(drawn(draw), Double("x")) == ("native", 0, [])


def test_lost_diacritics_without_a_picture_are_left_to_repair() -> None:
    assert choice(drawn(lines(*(text.translate(FOLD) for text in SWEDISH))), Double(*SWEDISH)) == ("native", 0, [])


def test_letters_drawn_as_shapes_are_read_by_ocr() -> None:
    def draw(canvas: Canvas) -> None:
        for index in range(100):
            canvas.circle(72 + 4 * index, 700, 2, stroke=0, fill=1)

    assert choice(drawn(draw), Double(*SWEDISH)) == ("ocr", 1, [])


def test_table_pasted_as_a_picture_into_text_is_read_at_its_place() -> None:
    table = picture([(10.0, 10.0 + 20 * row, "Intäkter 2 832 000 Kostnader 1 200 000") for row in range(4)], page=(400, 120))

    def draw(canvas: Canvas) -> None:
        lines(*SWEDISH)(canvas)
        canvas.drawImage(ImageReader(table), 72, 300, 400, 120)

    (page,) = read_pdf(drawn(draw), "a.pdf", ReadOptions(), Double("Intäkter 2 832 000"))[0].pages
    added = [word for word in page.words if word.confidence < 1]
    assert [word.text for word in added] == ["Intäkter", "2", "832", "000"]
    assert added[0].box.x0 == pytest.approx(77, abs=0.5)
    assert added[0].box.top == pytest.approx(842 - 420 + 5, abs=0.5)


def test_crash_on_one_page_is_a_problem_of_that_page() -> None:
    data = drawn(pictured(picture(ON_PAGE)), lines(*SWEDISH))
    reading, problems = read_pdf(data, "a.pdf", ReadOptions(), Double(fails=True))
    assert [(page.number, page.status) for page in reading.pages] == [(1, "failed"), (2, "read")]
    assert [(problem.code, problem.page, problem.severity) for problem in problems] == [("page.ocr_failed", 1, "warning")]


def test_scan_of_which_no_page_could_be_read_is_fatal() -> None:
    reading, problems = read_pdf(drawn(pictured(picture(ON_PAGE))), "a.pdf", ReadOptions(), Double(fails=True))
    assert [page.status for page in reading.pages] == ["failed"]
    assert [problem.code for problem in problems if problem.severity == "fatal"] == ["read.ocr_failed"]


@pytest.mark.parametrize(("layer", "confidence", "readings"), [("832", 0.97, ()), ("882", 0.6, ("832", "882"))])
def test_figures_of_layer_and_ocr_confirm_or_doubt_each_other(layer: str, confidence: float, readings: tuple[str, ...]) -> None:
    box = Box(x0=100, top=100, x1=120, bottom=110)
    read = Word(text="832", raw="832", box=box, confidence=0.9)
    (word,) = confirmed(
        [read], [Word(text=layer, raw=layer, box=box), Word(text="7", raw="7", box=Box(x0=0, top=0, x1=9, bottom=9))]
    )
    assert (word.text, word.confidence, word.readings) == ("832", confidence, readings)


def test_page_read_sideways_is_turned() -> None:
    (page,) = read_pdf(drawn(pictured(picture(ON_PAGE))), "a.pdf", ReadOptions(), Double(*SWEDISH, turn=90))[0].pages
    assert (page.turn, page.width, page.height) == (90, 842, 595)


def test_huge_page_is_rendered_within_the_limit() -> None:
    sizes: list[int] = []

    class Measure(Double):
        def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
            sizes.append(image.width * image.height)
            return super().words(image, dpi)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (10, 10), 128)), 0, 0, 14000, 14000)

    read_pdf(drawn(draw, size=(14000, 14000)), "a.pdf", ReadOptions(max_pixels=1_000_000), Measure())
    assert sizes
    assert sizes[0] <= 1_010_000


# -- the engine


def test_missing_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    ocr_engine.languages.cache_clear()
    with pytest.raises(MissingEngineError, match="apt-get install tesseract-ocr"):
        Tesseract().check()
    ocr_engine.languages.cache_clear()


def test_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_engine, "languages", lambda: frozenset({"eng", "swe"}))
    with pytest.raises(MissingEngineError, match="tesseract-ocr-script-latn"):
        Tesseract().check()


def test_latin_model_is_found_under_both_of_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Latin", "script/Latin"):
        monkeypatch.setattr(ocr_engine, "languages", lambda name=name: frozenset({name, "swe"}))
        assert ocr_engine.latin_model() == name


@pytest.mark.ocr
def test_page_is_read_with_signs_figures_and_diacritics_and_only_once() -> None:
    image = picture([*ON_PAGE, (72, 260, "Utfall 16,9 % enligt § 21"), (72, 290, "Summa 2 832 000")])
    shelf = Shelf()
    found = Tesseract(shelf).words(image)
    text = " ".join(word.text for word in found.words)
    assert "Åtgärder för att sänka" in text
    assert "16,9 %" in text
    assert "§ 21" in text
    assert "2 832 000" in text
    kept = dict(shelf)
    assert Tesseract(shelf).words(image) == found
    assert shelf == kept


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_scan_is_read_upright(turn: int) -> None:
    image = picture(ON_PAGE + [(x, y + 200, text) for x, y, text in ON_PAGE]).rotate(turn, expand=True)
    found = Tesseract().words(image)
    assert found.turn == turn
    assert [word.text for word in found.words][:3] == ["Förbundet", "har", "under"]
    assert found.words[0].box.x0 == pytest.approx(72, abs=3)


@pytest.mark.ocr
def test_columns_of_a_table_on_a_skewed_scan_stay_apart() -> None:
    rows = [("Intäkter", "2 832", "2 827", "5"), ("Personal", "-1 104", "-1 090", "-14"), ("Lokaler", "-251", "-248", "-3")]
    spots = [
        (x, 100.0 + 22 * index, cell) for index, row in enumerate(rows) for x, cell in zip((72, 250, 320, 390), row, strict=True)
    ]
    image = picture(spots + [(x, y + 150, text) for x, y, text in ON_PAGE])
    found = Tesseract().words(image.rotate(1.2, fillcolor=255, resample=Image.Resampling.BICUBIC))
    assert found.skew == pytest.approx(-1.2, abs=0.15)
    table = [word for word in found.words if word.box.top < 180]
    assert Counter(word.text for word in table) == Counter(part for row in rows for cell in row for part in cell.split())
    lefts = sorted(word.box.x0 for word in table if word.text in {"5", "-14", "-3"})
    assert lefts[-1] - lefts[0] < 3


@pytest.mark.ocr
def test_single_cell_is_read_again() -> None:
    image = picture([(300, 400, "832")])
    text, confidence = Tesseract().reread(image, Box(x0=298, top=398, x1=330, bottom=416), digits_only=True)
    assert text == "832"
    assert confidence > 0.5


@pytest.mark.ocr
@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus (set AVSTAM_CORPUS)")
def test_word_recall_on_real_scans_beats_bare_tesseract() -> None:
    """Bare Tesseract (swe, 300 dpi) reaches 0.93 to 0.98 on these."""
    right = total = 0
    for path in sorted(CORPUS.glob("ocr_pairs/*.pdf")):
        reading, _ = read_pdf(path.read_bytes(), path.name, ReadOptions(), Tesseract())
        read = Counter(re.findall(r"\w+", " ".join(word.text for page in reading.pages for word in page.words).lower()))
        truth = Counter(re.findall(r"\w+", path.with_suffix(".gt.txt").read_text(encoding="utf-8").lower()))
        assert (read & truth).total() >= 0.96 * truth.total(), path.name
        right, total = right + (read & truth).total(), total + truth.total()
    assert right >= 0.985 * total
