"""OCR of pages: `script/Latin` reads, `swe` is asked where it decides something, and the two are fused word by word.

Debian's `swe` model has no `%`, `§` or `–` and prints digits in their place, so it never overrules a figure or a sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image

from extractors.page.quality import Lexicon
from pipeline.reading import lexicon
from pipeline.recognition.bands import with_dark_letters
from pipeline.recognition.engine import Request, latin_model, read, read_all, swedish_model, version
from pipeline.recognition.fuse import Seen, fuse, is_noise, median_confidence, needs_second, stands_on_end
from pipeline.recognition.image import Straightened, rulings_of, straighten, without_lines
from pipeline.recognition.lanes import in_lanes, strokes_of
from pipeline.recognition.missed import completed, is_read, missed_spots, unread_share
from pipeline.recognition.montage import SHEET_OPTIONS, read_spots, read_words, sheet_of_spots, sheet_of_words
from pipeline.recognition.recogniser import Cache, MissingEngineError, Picture, Recogniser, Recognition, RecognitionError, Spots
from pipeline.recognition.steps import Stage, Steps, Wish, in_step
from schemas.page import Ruling
from schemas.place import Box

__all__ = ["Cache", "MissingEngineError", "Recogniser", "Recognition", "RecognitionError", "Tesseract"]

PAGE_OPTIONS = "--oem 1 --psm 3"
POOR = 0.6
"""A page read with a lower median confidence may be upside down or sideways."""
FEW = 10
"""With fewer words it is rather a photograph or an empty page."""
CLEARLY_BETTER = 0.1
"""A turned reading must be surer by this much."""
MUCH_MISSED = 0.25
"""When this share of a page was not read, its lines are taken away and it is read again."""
DIGITS = "-c tessedit_char_whitelist=0123456789,.-–−%()"


class Upright(NamedTuple):
    """A page the right way up, its drawn lines, and the first reading."""

    page: Straightened
    rulings: tuple[Ruling, ...]
    seen: tuple[Seen, ...]


class Tesseract:
    """Reads pictures of pages; answers are kept in `cache`, so that nothing is read twice."""

    def __init__(
        self, cache: Cache | None = None, *, timeout: float = 120.0, knows: Lexicon = lexicon.knows, lanes: int = 1
    ) -> None:
        """Set up; nothing is run before the first picture.

        Args:
            cache: keeps answers of the engine.
            timeout: seconds that the engine may take for one picture.
            knows: tells whether a lower-case word is known, to choose between readings.
            lanes: how many runs of the engine may go on at once.
        """
        self._cache, self._timeout, self._knows, self._lanes = cache, timeout, knows, lanes

    def check(self) -> str:
        """Return the engine's version; MissingEngineError, saying what to install, when something is missing."""
        latin_model()
        swedish_model()
        return version()

    def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
        """Return the words and rulings of a page.

        Boxes are in points on the picture as turned by `turn` degrees clockwise and made level by `skew`.

        Raises:
            RecognitionError: the engine crashed or took too long.
            MissingEngineError: the engine or a model is not installed.
        """
        (found,) = self.pages([(image, dpi)])
        if isinstance(found, RecognitionError):
            raise found
        return found

    def pages(self, pictures: Sequence[Picture]) -> list[Recognition | RecognitionError]:
        """Return what `words` gives for each picture, or how it failed; several share one run of the engine.

        Raises:
            MissingEngineError: the engine or a model is not installed.
        """
        self.check()
        return in_lanes(pictures, [strokes_of(image) for image, _ in pictures], self._lanes, self._together)

    def _together(self, pictures: Sequence[Picture]) -> list[Recognition | RecognitionError]:
        return in_step([self._page(image, dpi) for image, dpi in pictures], self._read_all)

    def _page(self, image: Image.Image, dpi: float) -> Steps[Recognition]:
        """Read one page: the right way up, what was left out, and the second opinion."""
        upright = yield from self._upright(image, dpi)
        page, seen, rulings = upright.page, upright.seen, upright.rulings
        seen = yield from self._completed(page.image, seen, rulings, dpi)
        seconds = yield from self._seconds(page.image, seen)
        words = tuple(fuse(item, seconds.get(index), 72 / dpi, self._knows) for index, item in enumerate(seen))
        return Recognition(words=words, rulings=rulings, turn=page.turn, skew=page.skew)

    def reread(self, image: Image.Image, box: Box, *, dpi: float = 200.0, digits_only: bool = False) -> tuple[str, float]:
        """Read one box (points, on the picture as given) again, enlarged; return (text, lowest confidence of its words).

        Raises:
            RecognitionError: the engine crashed or took too long.
            MissingEngineError: the engine or its model is not installed.
        """
        scale, pad = dpi / 72, 3.0
        left, top = round((box.x0 - pad) * scale), round((box.top - pad) * scale)
        crop = image.convert("L").crop((left, top, round((box.x1 + pad) * scale), round((box.bottom + pad) * scale)))
        larger = crop.resize((crop.width * 2, crop.height * 2), Image.Resampling.LANCZOS)
        framed = Image.new("L", (larger.width + 40, larger.height + 40), 255)
        framed.paste(larger, (20, 20))
        options = f"--oem 1 --psm 7 --dpi {round(2 * dpi)}" + (f" {DIGITS}" if digits_only else "")
        seen = self._read(Request(framed, latin_model(), options))
        return " ".join(item.text for item in seen), min((item.confidence for item in seen), default=0.0)

    def figures(self, spots: Sequence[Spots], *, other: bool = False) -> list[tuple[str, ...] | RecognitionError]:
        """Read figures in boxes and return them picture by picture and box by box, `` where nothing was read.

        Args:
            spots: pictures and the boxes on them; several share one run of the engine.
            other: ask the Swedish model, not the Latin one.

        Raises:
            MissingEngineError: the engine or a model is not installed.
        """
        model = swedish_model() if other else latin_model()

        def together(share: Sequence[Spots]) -> list[tuple[str, ...] | RecognitionError]:
            return in_step([_figures(each, model) for each in share], self._read_all)

        return in_lanes(spots, [len(each.boxes) for each in spots], self._lanes, together)

    def _read(self, request: Request) -> tuple[Seen, ...]:
        return read(request, self._timeout, self._cache)

    def _read_all(self, requests: Sequence[Request]) -> list[tuple[Seen, ...] | RecognitionError]:
        return read_all(requests, self._timeout, self._cache)

    def _upright(self, image: Image.Image, dpi: float) -> Steps[Upright]:
        """Return the picture the right way up and its first reading; other ways up are tried when it reads poorly."""
        best = yield from self._first(straighten(image), dpi, Stage.FIRST)
        on_end = stands_on_end(best.seen)
        if not on_end and (len(best.seen) < FEW or median_confidence(best.seen) >= POOR):
            return best
        if on_end:
            best = best._replace(seen=())
        for turn in (90, 270) if on_end else (180, 90, 270):
            other = yield from self._first(straighten(image, turn), dpi, Stage.TURNED)
            if _reads_better(other.seen, best.seen):
                best = other
            if median_confidence(best.seen) >= POOR:
                break
        return best

    def _first(self, page: Straightened, dpi: float, stage: Stage) -> Steps[Upright]:
        """Return the Latin model's reading of a page, without drawn lines, dark bands and specks."""
        page = page._replace(image=with_dark_letters(page.image))
        rulings = rulings_of(page.image, dpi)
        seen = yield from self._plain(without_lines(page.image, rulings, dpi), dpi, stage)
        return Upright(page, rulings, seen)

    def _plain(self, clear: Image.Image, dpi: float, stage: Stage) -> Steps[tuple[Seen, ...]]:
        """Return the Latin model's reading of a picture, without specks."""
        seen = yield Wish(stage, Request(clear, latin_model(), f"{PAGE_OPTIONS} --dpi {round(dpi)}"))
        return tuple(item for item in seen if not is_noise(item))

    def _completed(
        self, image: Image.Image, seen: tuple[Seen, ...], rulings: tuple[Ruling, ...], dpi: float
    ) -> Steps[tuple[Seen, ...]]:
        """Return the first reading with the words that it left out.

        A page of which much was left out is read again without its horizontal lines (Tesseract loses rows in boxes and on
        shades; but mostly the lines help it), and the surer of the two is taken. Ink that still no word covers is read on a
        sheet of its own.
        """
        bare = without_lines(image, rulings, dpi, across=True)
        spots = missed_spots(image, seen, rulings, dpi)
        if unread_share(seen, spots) >= MUCH_MISSED and any(ruling.horizontal for ruling in rulings):
            again = yield from self._plain(bare, dpi, Stage.AGAIN)
            if sum(map(is_read, again)) > sum(map(is_read, seen)):
                seen, spots = again, missed_spots(image, again, rulings, dpi)
        sheet = sheet_of_spots(bare, spots)
        if sheet is None:
            return seen
        answers = yield Wish(Stage.MISSED, Request(sheet.image, latin_model(), SHEET_OPTIONS))
        return completed(seen, read_spots(sheet, answers))

    def _seconds(self, image: Image.Image, seen: Sequence[Seen]) -> Steps[dict[int, str]]:
        """Return what the Swedish model reads for the words where it decides something, by index."""
        sheet = sheet_of_words(image, seen, [index for index, item in enumerate(seen) if needs_second(item, self._knows)])
        if sheet is None:
            return {}
        answers = yield Wish(Stage.SECOND, Request(sheet.image, swedish_model(), SHEET_OPTIONS))
        return read_words(sheet, seen, answers)


def _figures(spots: Spots, model: str) -> Steps[tuple[str, ...]]:
    """Read the figures in the boxes on one picture."""
    places = [_spot(box, spots.dpi / 72) for box in spots.boxes]
    sheet = sheet_of_spots(spots.image.convert("L"), places, 0)
    if sheet is None:
        return ()
    answers = yield Wish(Stage.FIRST, Request(sheet.image, model, f"{SHEET_OPTIONS} --dpi {round(spots.dpi)} {DIGITS}"))
    seen = read_spots(sheet, answers)
    return tuple(_joined(seen, place) for place in places)


def _spot(box: Box, scale: float) -> tuple[int, int, int, int]:
    """Return a box in pixels, wider by a sign on the left."""
    return round((box.x0 - 0.5 * box.height) * scale), round(box.top * scale), round(box.x1 * scale), round(box.bottom * scale)


def _joined(seen: Sequence[Seen], spot: tuple[int, int, int, int]) -> str:
    """Return the text of the words whose middle lies in a spot."""
    inside = [word for word in seen if spot[0] <= (word.x0 + word.x1) / 2 <= spot[2] and _is_level(word, spot)]
    return "".join(word.text for word in sorted(inside, key=lambda word: word.x0))


def _is_level(word: Seen, spot: tuple[int, int, int, int]) -> bool:
    return spot[1] <= (word.top + word.bottom) / 2 <= spot[3]


def _reads_better(new: Sequence[Seen], old: Sequence[Seen]) -> bool:
    """Tell whether a reading of the turned picture is clearly surer (by confidence and by how much was read)."""
    return median_confidence(new) > median_confidence(old) + CLEARLY_BETTER and 2 * len(new) >= len(old)
