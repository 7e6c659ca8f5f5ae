"""OCR of pages: `script/Latin` reads, `swe` is asked where it decides something, and the two are fused word by word.

Debian's `swe` model has no `%`, `§` or `–` and prints digits in their place, so it never overrules a figure or a sign.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from extractors.quality import Lexicon
from pipeline.reading import lexicon
from pipeline.recognition.engine import latin_model, read, swedish_model, version
from pipeline.recognition.fuse import Seen, fuse, is_noise, median_confidence, needs_second, stands_on_end
from pipeline.recognition.image import Straightened, rulings_of, straighten, without_lines
from pipeline.recognition.missed import completed, is_read, missed_spots, unread_share
from pipeline.recognition.montage import read_spots, second_readings
from pipeline.recognition.recogniser import Cache, MissingEngineError, Recogniser, Recognition, RecognitionError
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
MUCH_MISSED = 0.1
"""When this share of a page was not read, its lines are taken away and it is read again."""
DIGITS = "-c tessedit_char_whitelist=0123456789,.-–−%()"


class Tesseract:
    """Reads pictures of pages; answers are kept in `cache`, so that nothing is read twice."""

    def __init__(self, cache: Cache | None = None, *, timeout: float = 120.0, knows: Lexicon = lexicon.knows) -> None:
        """Set up; nothing is run before the first picture.

        Args:
            cache: keeps answers of the engine.
            timeout: seconds that one run of the engine may take.
            knows: tells whether a lower-case word is known, to choose between readings.
        """
        self._cache, self._timeout, self._knows = cache, timeout, knows

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
        self.check()
        page, seen = self._upright(image, dpi)
        rulings = rulings_of(page.image, dpi)
        seen = self._completed(page.image, seen, rulings, dpi)
        seconds = self._seconds(page.image, seen)
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
        seen = read(framed, latin_model(), options, self._timeout, self._cache)
        return " ".join(item.text for item in seen), min((item.confidence for item in seen), default=0.0)

    def figures(self, image: Image.Image, boxes: Sequence[Box], dpi: float, *, other: bool = False) -> tuple[str, ...]:
        """Read figures in boxes (points, on the picture as given) and return them box by box, `` where nothing was read.

        Args:
            image: the page, best sharper than it was read first.
            boxes: where figures stand; a sign on the left may lie outside.
            dpi: resolution of `image`.
            other: ask the Swedish model, not the Latin one.

        Raises:
            RecognitionError: the engine crashed or took too long.
            MissingEngineError: the engine or a model is not installed.
        """
        spots = [_spot(box, dpi / 72) for box in boxes]
        model = swedish_model() if other else latin_model()
        options = f"--dpi {round(dpi)} {DIGITS}"
        seen = read_spots(image.convert("L"), spots, lambda sheet, psm: self._ask(sheet, model, f"{psm} {options}"), 0)
        return tuple(_joined(seen, spot) for spot in spots)

    def _ask(self, image: Image.Image, model: str, options: str) -> tuple[Seen, ...]:
        return read(image, model, options, self._timeout, self._cache)

    def _upright(self, image: Image.Image, dpi: float) -> tuple[Straightened, tuple[Seen, ...]]:
        """Return the picture the right way up and its first reading; other ways up are tried when it reads poorly."""
        page = straighten(image)
        best = page, self._read(page, dpi)
        on_end = stands_on_end(best[1])
        if not on_end and (len(best[1]) < FEW or median_confidence(best[1]) >= POOR):
            return best
        if on_end:
            best = page, ()
        for turn in (90, 270) if on_end else (180, 90, 270):
            page = straighten(image, turn)
            seen = self._read(page, dpi)
            if _reads_better(seen, best[1]):
                best = page, seen
            if median_confidence(best[1]) >= POOR:
                break
        return best

    def _read(self, page: Straightened, dpi: float) -> tuple[Seen, ...]:
        """Return the Latin model's reading, without drawn lines and specks."""
        return self._first(without_lines(page.image, rulings_of(page.image, dpi), dpi), dpi)

    def _first(self, clear: Image.Image, dpi: float) -> tuple[Seen, ...]:
        """Return the Latin model's reading of a picture, without specks."""
        seen = read(clear, latin_model(), f"{PAGE_OPTIONS} --dpi {round(dpi)}", self._timeout, self._cache)
        return tuple(item for item in seen if not is_noise(item))

    def _completed(self, image: Image.Image, seen: tuple[Seen, ...], rulings: tuple[Ruling, ...], dpi: float) -> tuple[Seen, ...]:
        """Return the first reading with the words that it left out.

        A page of which much was left out is read again without its horizontal lines (Tesseract loses rows in boxes and on
        shades; but mostly the lines help it), and the surer of the two is taken. Ink that still no word covers is read on a
        sheet of its own.
        """
        bare = without_lines(image, rulings, dpi, across=True)
        spots = missed_spots(image, seen, rulings, dpi)
        if unread_share(seen, spots) >= MUCH_MISSED and any(ruling.horizontal for ruling in rulings):
            again = self._first(bare, dpi)
            if sum(map(is_read, again)) > sum(map(is_read, seen)):
                seen, spots = again, missed_spots(image, again, rulings, dpi)
        found = read_spots(bare, spots, lambda sheet, options: self._ask(sheet, latin_model(), options))
        return completed(seen, found)

    def _seconds(self, image: Image.Image, seen: Sequence[Seen]) -> dict[int, str]:
        """Return what the Swedish model reads for the words where it decides something, by index."""
        wanted = [index for index, item in enumerate(seen) if needs_second(item, self._knows)]
        return second_readings(
            image, seen, wanted, lambda sheet, options: read(sheet, swedish_model(), options, self._timeout, self._cache)
        )


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
