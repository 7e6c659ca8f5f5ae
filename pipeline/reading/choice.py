"""The choice per page between its text layer and OCR; both readings are kept where two were made."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from PIL import Image

from extractors.page.quality import LOST_SHARE, Lexicon, TextQuality, judge
from pipeline.reading.agree import confirmed
from pipeline.reading.frame import Frame
from pipeline.reading.layer import COVERED, Layer
from pipeline.reading.pictures import looks_like_text, picture_boxes, pictures_in, with_pictures, without_words
from pipeline.reading.proof import Proof, differs, proof_of
from pipeline.reading.selection import Selection
from pipeline.recognition.recogniser import Picture, Recognition, RecognitionError
from schemas.page import Page, Ruling, TextSource, Word
from schemas.place import Box
from schemas.problem import Problem
from schemas.record import Record

FEW_WORDS = 8
"""A page with fewer words and a picture on it is taken for a scan."""
SOME_IMAGE = 0.15
"""Share of a page under pictures that can hold text worth reading."""
MANY_PATHS = 60
"""So many drawn paths without text are letters drawn as shapes."""
STAMPED = 150
"""Fewer words on a picture that covers the page may be but a stamp on a scan: is there more to read on it?"""
SURE_WORD, MORE = 0.5, 4
"""There is more where OCR reads so many more words with this confidence."""
AT_EDGE = 0.12
"""Share of the page's height, above and below, where stamps stand."""
WELL_KNOWN = 0.9
"""An OCR program's layer on a short page, without å ä ö and with fewer known words than this, is read again."""
MAX_SIDE = 32_000
"""Pixels: Tesseract takes no picture that is wider or taller."""
WORSE = 0.85
"""OCR must reach this share of the layer's score to replace it."""


class ReadOptions(Record):
    """How to read a document."""

    ocr: Literal["auto", "never", "always"] = "auto"
    """`auto` reads pictures where the text layer is missing or bad, `always` reads every page, `never` none."""
    dpi: int = 200
    """Resolution of pictures for OCR."""
    max_pixels: int = 40_000_000
    """A page is rendered with at most so many pixels; larger pages get a lower resolution."""
    max_objects: int = 200_000
    """So many characters, and so many drawn objects and path segments, are looked at per page."""
    max_pages: int = 5_000
    """Pages after these are listed as failed."""
    pages: Selection = Selection()
    """Which pages to read."""


class Draft(NamedTuple):
    """A page whose text layer was read, with the pictures of it that OCR is to read."""

    layer: Layer
    page: Page
    """The page as its text layer has it."""
    problems: tuple[Problem, ...]
    pictures: tuple[Picture, ...] = ()
    """Of the whole page, or of each of `boxes`; none where the text layer is enough."""
    boxes: tuple[Box, ...] = ()
    """The pictures on the page that are read beside its text layer; none where the whole page is read."""
    refuted: bool = False
    """Whether the text layer was found to say something else than the page shows."""
    stamped: bool = False
    """Whether the text layer may be but a little of what the page shows: a stamp on a scan."""
    proof: Proof | None = None
    """Some words of the layer, when the one picture is a sheet of them: does the layer say what the page shows?"""


def draft(
    layer: Layer,
    page: Any,  # noqa: ANN401  # pypdfium2 has no types
    options: ReadOptions,
    knows: Lexicon,
) -> Draft:
    """Return the page as its text layer has it, and rendered where OCR is to read it."""
    quality = judge(layer.words, knows)
    plain = Draft(layer, _native(layer, quality), _problems(layer))
    if options.ocr == "never":
        return plain
    if options.ocr == "always" or wants_ocr(layer, quality):
        return plain._replace(pictures=(render(page, layer.frame, options),))
    if may_be_stamped(layer):
        image, dpi = render(page, layer.frame, options)
        if looks_like_text(without_words(image, layer.words, dpi)):
            return plain._replace(pictures=((image, dpi),), stamped=True)
    if layer.invisible:
        image, dpi = render(page, layer.frame, options)
        proof = proof_of(layer.words, image, dpi)
        return plain._replace(pictures=((proof.sheet.image, dpi),), proof=proof) if proof else plain
    if boxes := picture_boxes(layer):
        found = dict(pictures_in(boxes, *render(page, layer.frame, options)))
        return plain._replace(pictures=tuple(found.values()), boxes=tuple(found))
    return plain


def finish(
    begun: Draft, answers: Sequence[Recognition | RecognitionError], again: Callable[[int], Layer], knows: Lexicon
) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page read the better way, and what went wrong on the way.

    Args:
        begun: the page and its pictures.
        answers: what OCR gave for each of the pictures.
        again: reads the layer of the page turned by so many degrees, as OCR found it to read upright.
        knows: tells whether a lower-case word is known.
    """
    if begun.proof:
        return begun.page, begun.problems
    failed = next((answer for answer in answers if isinstance(answer, RecognitionError)), None)
    if failed is not None:
        return _failed(begun, failed)
    read = [answer for answer in answers if isinstance(answer, Recognition)]
    if begun.boxes:
        return with_pictures(begun.page, begun.boxes, read), begun.problems
    if not read:
        return begun.page, begun.problems
    layer = again((begun.layer.frame.turn + read[0].turn) % 360) if read[0].turn else begun.layer
    recognised = _recognised(layer, read[0], judge(read[0].words, knows))
    return _chosen(begun, recognised), begun.problems


def _chosen(begun: Draft, recognised: Page) -> Page:
    """Return the reading of a page that says what it shows; the other is kept beside."""
    sure = sum(word.confidence >= SURE_WORD for word in recognised.words)
    if begun.stamped and sure < len(begun.layer.words) + MORE:
        return begun.page.model_copy(update={"other_words": recognised.words})
    if (begun.refuted or begun.stamped) and recognised.words:
        return recognised.model_copy(update={"other_words": begun.page.words})
    return _better(begun.page, recognised)


def is_refuted(begun: Draft, answers: Sequence[Recognition | RecognitionError]) -> bool:
    """Tell whether the picture of a page shows something else than its text layer says."""
    if begun.proof is None or not isinstance(answers[0], Recognition):
        return False
    return differs(begun.proof, answers[0], begun.pictures[0][1])


def anew(begun: Draft, page: Any, options: ReadOptions) -> Draft:  # noqa: ANN401  # pypdfium2 has no types
    """Return the draft of a page whose text layer was refuted: the whole page is to be read by OCR."""
    message = f"The text layer of page {begun.layer.number} does not fit what the page shows; the picture was read instead."
    problem = Problem(code="page.layer_differs", message=message, page=begun.layer.number)
    picture = render(page, begun.layer.frame, options)
    return begun._replace(pictures=(picture,), proof=None, refuted=True, problems=(*begun.problems, problem))


def _failed(begun: Draft, error: RecognitionError) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page with its text layer only, which says that OCR failed."""
    message = f"OCR of page {begun.layer.number} failed ({error}); only its text layer was read."
    problem = Problem(code="page.ocr_failed", message=message, page=begun.layer.number)
    status = "partly_read" if begun.layer.words else "failed"
    return begun.page.model_copy(update={"status": status, "problem": str(error)}), (*begun.problems, problem)


def wants_ocr(layer: Layer, quality: TextQuality) -> bool:
    """Tell whether a page's picture should be read: no text but something drawn, or a bad layer over a picture."""
    if len(layer.words) < FEW_WORDS and (layer.image_share >= SOME_IMAGE or layer.shapes.path_count >= MANY_PATHS):
        return True
    if quality.verdict == "broken":
        return True
    if layer.image_share < COVERED:
        return False
    doubtful = layer.invisible and quality.diacritics < LOST_SHARE and quality.known < WELL_KNOWN
    return doubtful or quality.verdict == "lost_diacritics"


def may_be_stamped(layer: Layer) -> bool:
    """Tell whether what there is of text may be but a stamp on a scan, or on a page whose letters are drawn as shapes."""
    if layer.image_share >= COVERED:
        return not layer.invisible and len(layer.words) < STAMPED
    if layer.shapes.path_count < MANY_PATHS or len(layer.words) >= STAMPED:
        return False
    edge = AT_EDGE * layer.frame.height
    return all(not edge < word.box.middle[1] < layer.frame.height - edge for word in layer.words)


def render(page: Any, frame: Frame, options: ReadOptions) -> tuple[Image.Image, float]:  # noqa: ANN401  # pypdfium2 has no types
    """Return a grey picture of a pypdfium2 page, turned as its frame is, and its resolution (lowered for huge pages)."""
    pixels = max(1.0, frame.width * frame.height) * (options.dpi / 72) ** 2
    side = max(1.0, frame.width, frame.height) * options.dpi / 72
    dpi = options.dpi * min(1.0, math.sqrt(options.max_pixels / pixels), MAX_SIDE / side)
    bitmap = page.render(scale=dpi / 72, grayscale=True, rotation=frame.turn)
    try:
        return bitmap.to_pil().convert("L"), dpi
    finally:
        bitmap.close()


def _native(layer: Layer, quality: TextQuality) -> Page:
    """Return the page as its text layer has it."""
    source: TextSource = "native" if layer.words else "empty"
    return _page(layer, source, quality.score if layer.words else 0.0, layer.words, layer.shapes.rulings)


def _recognised(layer: Layer, recognition: Recognition, quality: TextQuality) -> Page:
    """Return the page as OCR has it."""
    words = recognition.words
    sure = sum(word.confidence for word in words) / len(words) if words else 0.0
    rulings = tuple(dict.fromkeys((*layer.shapes.rulings, *recognition.rulings)))
    page = _page(layer, "ocr" if words else "empty", round(quality.score * sure, 4), words, rulings)
    return page.model_copy(update={"skew": recognition.skew})


def _page(layer: Layer, source: TextSource, quality: float, words: tuple[Word, ...], rulings: tuple[Ruling, ...]) -> Page:
    frame = layer.frame
    return Page(
        number=layer.number,
        width=round(frame.width, 2),
        height=round(frame.height, 2),
        rotation=frame.rotation,
        turn=frame.turn,
        text_source=source,
        quality=quality,
        words=words,
        rulings=rulings,
        shades=layer.shapes.shades,
        status="partly_read" if layer.cut else "read",
        problem="more content than is looked at" if layer.cut else None,
    )


def _better(native: Page, recognised: Page) -> Page:
    """Return OCR's reading unless it is clearly worse or has far fewer words; the other reading is kept beside."""
    if not native.words:
        return recognised
    if recognised.quality < WORSE * native.quality or 2 * len(recognised.words) < len(native.words):
        return native.model_copy(update={"other_words": recognised.words})
    words = confirmed(recognised.words, native.words)
    return recognised.model_copy(update={"words": words, "other_words": native.words})


def _problems(layer: Layer) -> tuple[Problem, ...]:
    """Return what of a page's content was left out."""
    found = []
    if layer.cut:
        message = f"Page {layer.number} has more content than is looked at; what is beyond the limit was left out."
        found.append(Problem(code="page.partly_read", message=message, page=layer.number))
    if layer.hidden:
        message = (
            f"Page {layer.number} holds {layer.hidden} words that are covered or cut off where it is shown; they were not read."
        )
        found.append(Problem(code="page.hidden_text", message=message, page=layer.number))
    return tuple(found)
