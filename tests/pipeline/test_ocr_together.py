"""Many pictures share one run of the engine, and each gets what it would get alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image

from pipeline.ocr import Tesseract
from pipeline.read import ReadOptions, read_pdf
from pipeline.recognition import engine
from pipeline.recognition.engine import Request, read_all
from pipeline.recognition.fuse import Seen
from pipeline.recognition.recogniser import Picture, Recognition, RecognitionError
from pipeline.recognition.steps import Stage, Steps, Wish, in_step
from schemas.page import Word
from schemas.place import Box
from tests.pipeline.pdfs import drawn, lines, picture, pictured

ROW = "5\t{page}\t1\t1\t1\t1\t10\t10\t40\t12\t95\t{text}"
PAPER = [Image.new("L", (50, 40), grey) for grey in (10, 20, 30)]


def request(image: Image.Image, options: str = "--psm 3") -> Request:
    return Request(image, "Latin", options)


class Engine:
    """A double of one run of the engine, which reads the grey of the first pixel; some greys crash it."""

    def __init__(self, *crashing: int) -> None:
        self.crashing, self.runs = crashing, list[list[int]]()

    def __call__(self, images: Sequence[Image.Image], _model: str, _options: str, _timeout: float) -> list[str]:
        greys = [int(str(image.getpixel((0, 0)))) for image in images]
        self.runs.append(greys)
        if set(greys) & set(self.crashing):
            message = "crashed"
            raise RecognitionError(message)
        return [ROW.format(page=1, text=f"grey{grey}") for grey in greys]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Engine:
    double = Engine(20)
    monkeypatch.setattr(engine, "_run", double)
    monkeypatch.setattr(engine, "version", lambda: "5")
    return double


def said(answers: Sequence[tuple[Seen, ...] | RecognitionError]) -> list[str]:
    return [str(answer) if isinstance(answer, RecognitionError) else answer[0].text for answer in answers]


def test_pictures_read_the_same_way_share_a_run(run: Engine) -> None:
    answers = read_all([request(PAPER[0]), request(PAPER[2]), request(PAPER[0], "--psm 6")], 9, None)
    assert said(answers) == ["grey10", "grey30", "grey10"]
    assert run.runs == [[10, 30], [10]]


def test_picture_that_crashes_the_engine_costs_only_itself(run: Engine) -> None:
    assert said(read_all(list(map(request, PAPER)), 9, None)) == ["grey10", "crashed", "grey30"]
    assert run.runs == [[10, 20, 30], [10], [20], [30]]


def test_answer_that_was_kept_is_not_asked_for_again(run: Engine) -> None:
    class Shelf(dict[str, bytes]):
        def put(self, key: str, value: bytes) -> None:
            self[key] = value

    shelf = Shelf()
    read_all([request(PAPER[0])], 9, shelf)
    assert said(read_all([request(PAPER[0]), request(PAPER[2])], 9, shelf)) == ["grey10", "grey30"]
    assert run.runs == [[10], [30]]


def test_rows_of_several_pictures_are_parted_and_a_missing_one_is_an_error() -> None:
    both = "level\tpage_num\n" + ROW.format(page=1, text="a") + "\n" + ROW.format(page=2, text="b")
    assert [engine.parse(part)[0].text for part in engine._by_page(both, 2)] == ["a", "b"]
    with pytest.raises(RecognitionError, match="left out"):
        engine._by_page(both, 3)


def test_pages_wait_for_each_other_and_a_failure_stays_with_its_page() -> None:
    asked: list[list[str]] = []

    def page(name: str, *stages: Stage) -> Steps[str]:
        for stage in stages:
            yield Wish(stage, Request(PAPER[0], name, stage.name))
        return name

    def read(requests: Sequence[Request]) -> list[tuple[Seen, ...] | RecognitionError]:
        asked.append([f"{item.model}:{item.options}" for item in requests])
        return [RecognitionError("no") if item.model == "c" and item.options == "SECOND" else () for item in requests]

    pages = [page("a", Stage.FIRST, Stage.AGAIN, Stage.SECOND), page("b", Stage.FIRST), page("c", Stage.FIRST, Stage.SECOND)]
    results = in_step(pages, read)
    assert asked == [["a:FIRST", "b:FIRST", "c:FIRST"], ["a:AGAIN"], ["a:SECOND", "c:SECOND"]]
    assert results[:2] == ["a", "b"]
    assert isinstance(results[2], RecognitionError)


class Pages:
    """A recogniser that reads all pictures of a group at once, and remembers how many there were."""

    def __init__(self) -> None:
        self.groups = list[int]()

    def pages(self, pictures: Sequence[Picture]) -> list[Recognition | RecognitionError]:
        self.groups.append(len(pictures))
        word = Word(text="text", raw="text", box=Box(x0=5, top=5, x1=6, bottom=15), confidence=0.9)
        return [RecognitionError("no") if number == 1 else Recognition(words=(word,)) for number in range(len(pictures))]

    def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
        raise NotImplementedError

    def reread(self, image: Image.Image, box: Box, *, dpi: float = 200.0, digits_only: bool = False) -> tuple[str, float]:
        raise NotImplementedError


def test_scanned_pages_are_read_in_groups_and_keep_their_order_among_others() -> None:
    scan, text = pictured(picture([(72.0, 100.0, "a")])), lines("En sida med text som är läsbar", "och några rader till här")
    recogniser = Pages()
    reading, problems = read_pdf(drawn(text, scan, text, *[scan] * 13), "a.pdf", ReadOptions(dpi=50), recogniser)
    assert recogniser.groups == [12, 2]
    assert [page.number for page in reading.pages] == list(range(1, 17))
    assert [page.text_source for page in reading.pages[:3]] == ["native", "ocr", "native"]
    assert [(problem.code, problem.page) for problem in problems] == [("page.ocr_failed", 4), ("page.ocr_failed", 16)]


@pytest.mark.ocr
def test_pictures_read_together_and_side_by_side_give_what_each_gives_alone() -> None:
    texts = ["Förbundet har 2 832 000 kronor", "Åtgärder för att sänka 16,9 %"]
    images = [picture([(72.0, 100.0, text), (72.0, 130.0, "enligt § 21")]) for text in texts]
    alone = [Tesseract().words(image) for image in images]
    assert Tesseract().pages([(image, 200.0) for image in images]) == alone
    assert Tesseract(lanes=2).pages([(image, 200.0) for image in images]) == alone
