"""The one place that runs Tesseract (through pytesseract): a picture and a model in, words with boxes out."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from functools import cache

import pytesseract
from PIL import Image

from pipeline.recognition.fuse import Seen
from pipeline.recognition.recogniser import Cache, MissingEngineError, RecognitionError

INSTALL = "install it with: apt-get install tesseract-ocr tesseract-ocr-script-latn tesseract-ocr-swe"
LATIN_NAMES = ("Latin", "script/Latin")
"""Where distributions put the model of the Latin script."""
WORD_LEVEL, LINE_LEVEL = "5", "4"
COLUMNS = 12
"""Columns of Tesseract's TSV."""


@cache
def languages() -> frozenset[str]:
    """Return the installed models; MissingEngineError without Tesseract."""
    if shutil.which(pytesseract.pytesseract.tesseract_cmd) is None:
        message = f"Tesseract is not installed; {INSTALL}"
        raise MissingEngineError(message)
    command = [pytesseract.pytesseract.tesseract_cmd, "--list-langs"]  # pytesseract's own list leaves out capitals
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603 - fixed command
    except (OSError, subprocess.SubprocessError) as error:
        message = f"Tesseract does not start ({error}); {INSTALL}"
        raise MissingEngineError(message) from error
    return frozenset(line.strip() for line in answer.stdout.splitlines()[1:])


def latin_model() -> str:
    """Return the name of the Latin model on this machine; MissingEngineError when it is absent."""
    for name in LATIN_NAMES:
        if name in languages():
            return name
    message = f"Tesseract lacks the model of the Latin script; {INSTALL}"
    raise MissingEngineError(message)


def swedish_model() -> str:
    """Return the name of the Swedish model; MissingEngineError when it is absent."""
    if "swe" in languages():
        return "swe"
    message = f"Tesseract lacks the Swedish model; {INSTALL}"
    raise MissingEngineError(message)


@cache
def version() -> str:
    """Return the engine's version; MissingEngineError without Tesseract."""
    languages()
    return str(pytesseract.get_tesseract_version())


def read(image: Image.Image, model: str, options: str, timeout: float, store: Cache | None) -> tuple[Seen, ...]:
    """Return the words of a picture, from the store where the same picture was read the same way.

    Raises:
        RecognitionError: the engine crashed or took longer than `timeout` seconds.
        MissingEngineError: there is no engine.
    """
    key = _key(image, model, options)
    kept = store.get(key) if store is not None else None
    if kept is None:
        kept = _run(image, model, options, timeout).encode("utf-8")
        if store is not None:
            store.put(key, kept)
    return parse(kept.decode("utf-8"))


def _key(image: Image.Image, model: str, options: str) -> str:
    """Return the key under which the answer is kept: picture, engine, model and options."""
    picture = hashlib.sha256(f"{image.mode}{image.size}".encode() + image.tobytes()).hexdigest()
    return hashlib.sha256(f"{picture}\x1f{version()}\x1f{model}\x1f{options}".encode()).hexdigest()


def _run(image: Image.Image, model: str, options: str, timeout: float) -> str:
    """Return Tesseract's TSV."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # threads of one page only get into each other's way
    try:
        return str(pytesseract.image_to_data(image, lang=model, config=options, timeout=timeout))
    except pytesseract.TesseractNotFoundError as error:
        message = f"Tesseract is not installed; {INSTALL}"
        raise MissingEngineError(message) from error
    except (pytesseract.TesseractError, RuntimeError, OSError, UnicodeDecodeError) as error:
        raise RecognitionError(" ".join(str(error).split())[:200] or type(error).__name__) from error


def parse(tsv: str) -> tuple[Seen, ...]:
    """Return the words of Tesseract's TSV, in its reading order."""
    words: list[Seen] = []
    height = 0.0
    for row in tsv.splitlines():
        cells = row.split("\t")
        if len(cells) < COLUMNS or cells[0] not in (WORD_LEVEL, LINE_LEVEL):
            continue
        left, top, width, tall = (float(cell) for cell in cells[6:10])
        if cells[0] == LINE_LEVEL:
            height = tall
            continue
        if cells[11].strip():
            line = height if height <= 2 * tall or tall < height / 4 else tall
            words.append(Seen(cells[11].strip(), left, top, left + width, top + tall, max(0.0, float(cells[10])) / 100, line))
    return tuple(words)
