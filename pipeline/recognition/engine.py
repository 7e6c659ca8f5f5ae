"""The one place that runs Tesseract (through pytesseract): pictures and a model in, words with boxes out."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603  # fixed command
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


class Request(NamedTuple):
    """A picture to be read, and how."""

    image: Image.Image
    """Grey."""
    model: str
    options: str
    """Options of the command line."""


def read(request: Request, timeout: float, store: Cache | None) -> tuple[Seen, ...]:
    """Return the words of a picture, from the store where the same picture was read the same way.

    Raises:
        RecognitionError: the engine crashed or took longer than `timeout` seconds.
        MissingEngineError: there is no engine.
    """
    (answer,) = read_all([request], timeout, store)
    if isinstance(answer, RecognitionError):
        raise answer
    return answer


def read_all(requests: Sequence[Request], timeout: float, store: Cache | None) -> list[tuple[Seen, ...] | RecognitionError]:
    """Return the words of each picture, or how reading it failed.

    Pictures to be read in the same way share one run of the engine, since loading a model costs as much as reading some lines.

    Raises:
        MissingEngineError: there is no engine.
    """
    keys = [_key(request) for request in requests]
    known: dict[str, str | RecognitionError] = {}
    missing: dict[tuple[str, str], dict[str, Image.Image]] = {}
    for key, request in zip(keys, requests, strict=True):
        kept = store.get(key) if store is not None else None
        if kept is not None:
            known[key] = kept.decode("utf-8")
        else:
            missing.setdefault((request.model, request.options), {})[key] = request.image
    for (model, options), images in missing.items():
        for key, answer in zip(images, _run_all(list(images.values()), model, options, timeout), strict=True):
            known[key] = answer
            if store is not None and isinstance(answer, str):
                store.put(key, answer.encode("utf-8"))
    answers = [known[key] for key in keys]
    return [parse(answer) if isinstance(answer, str) else answer for answer in answers]


def _key(request: Request) -> str:
    """Return the key under which the answer is kept: picture, engine, model and options."""
    image = request.image
    picture = hashlib.sha256(f"{image.mode}{image.size}".encode() + image.tobytes()).hexdigest()
    return hashlib.sha256(f"{picture}\x1f{version()}\x1f{request.model}\x1f{request.options}".encode()).hexdigest()


def _run_all(images: Sequence[Image.Image], model: str, options: str, timeout: float) -> list[str | RecognitionError]:
    """Return Tesseract's TSV for each picture; when they cannot be read in one run, each gets one of its own."""
    try:
        return list(_run(images, model, options, timeout * len(images)))
    except RecognitionError as error:
        if len(images) == 1:
            return [error]
    return [answer for image in images for answer in _run_all([image], model, options, timeout)]


def _run(images: Sequence[Image.Image], model: str, options: str, timeout: float) -> list[str]:
    """Return Tesseract's TSV for each picture, all read in one run."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # threads of one page only get into each other's way
    with tempfile.TemporaryDirectory(prefix="avstam-") as folder:
        paths = [Path(folder, f"{number}.pgm") for number in range(len(images))]
        for path, image in zip(paths, images, strict=True):
            image.save(path, "PPM")  # quicker to write and to read than PNG
        listed = Path(folder, "pages.txt")
        listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        try:
            tsv = str(pytesseract.image_to_data(str(listed), lang=model, config=options, timeout=timeout))
        except pytesseract.TesseractNotFoundError as error:
            message = f"Tesseract is not installed; {INSTALL}"
            raise MissingEngineError(message) from error
        except (pytesseract.TesseractError, RuntimeError, OSError, UnicodeDecodeError) as error:
            raise RecognitionError(" ".join(str(error).split())[:200] or type(error).__name__) from error
    return _by_page(tsv, len(images))


def _by_page(tsv: str, count: int) -> list[str]:
    """Return the rows of a TSV of several pictures, picture by picture; RecognitionError when one has none."""
    rows: list[list[str]] = [[] for _ in range(count)]
    for row in tsv.splitlines():
        cells = row.split("\t", 2)
        if cells[0].isdigit() and 1 <= int(cells[1]) <= count:
            rows[int(cells[1]) - 1].append(row)
    if not all(rows):
        message = "the engine left out a picture"
        raise RecognitionError(message)
    return ["\n".join(part) for part in rows]


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
