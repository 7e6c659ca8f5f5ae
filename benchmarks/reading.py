"""How fast and how rightly pages are read, against peers in the same run.

    python benchmarks/reading.py FOLDER [--pages 200]

FOLDER holds PDFs, at any depth. Born-digital pages: CPU milliseconds a page of this project, of pdfplumber's plain
`extract_words` + `find_tables`, and of `pdftotext -bbox`; the share of words that both this project and pdftotext give.
Scans: a PDF beside a text of the same name ending in `.gt.txt` is read by OCR, and by bare Tesseract (swe, 300 dpi); for
each the share of true words found, of words with å ä ö, and of numbers, and the seconds a page. The pages of all scans are
then read on all cores, by this project and by bare Tesseract (Latin alone, and both models) on the same pictures. Last, the
memory that a process needs to read 100 pages and 1,000.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import io
import itertools
import multiprocessing
import os
import re
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pdfplumber
import pikepdf
import pypdfium2
import pytesseract
from PIL import Image

from pipeline.ocr import Tesseract
from pipeline.read import TOGETHER, ReadOptions, read_pdf
from pipeline.reading.lexicon import known_words
from pipeline.recognition.engine import latin_model
from schemas.page import Page

T = TypeVar("T")


def main() -> None:
    """Print the comparison for a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=200, help="so many born-digital pages are timed")
    options = parser.parse_args()
    known_words()
    paths = [path for path in sorted(options.folder.rglob("*.pdf")) if b"%PDF-" in path.read_bytes()[:1024]]
    scans = [path for path in paths if path.with_suffix(".gt.txt").exists()]
    digital([path for path in paths if path not in scans], options.pages)
    scanned(scans)
    on_all_cores(scans)
    memory([path for path in paths if path not in scans])


def digital(paths: list[Path], limit: int) -> None:
    """Compare speed and words on the pages of `paths` that have a text layer; pages are grouped by whether tables are seen."""
    spent = {"pages with tables": Counter[str](), "pages without tables": Counter[str]()}
    words = Counter[str]()
    for path in paths:
        if sum(sums["pages"] for sums in spent.values()) >= limit:
            break
        for group, (numbers, plumber_ms) in grouped(path).items():
            data = only(path, numbers)
            pages, ours_ms = timed(partial(native, data, path.name))
            other, poppler_ms = timed(partial(poppler_words, data))
            spent[group].update(pages=len(numbers), avstam=ours_ms, pdfplumber=plumber_ms, pdftotext=poppler_ms)
            mine = Counter(word.text for page in pages for word in page.words)
            words.update(mine=mine.total(), theirs=other.total(), both=(mine & other).total())
    spent["all pages"] = sum(spent.values(), Counter[str]())
    for group, sums in spent.items():
        each = {name: sums[name] / max(1, sums["pages"]) for name in ("avstam", "pdfplumber", "pdftotext")}
        line = ", ".join(f"{name} {value:.1f}" for name, value in each.items())
        ratio = each["pdfplumber"] / max(each["avstam"], 0.01)
        print(f"{group}: {sums['pages']} pages; CPU ms a page: {line}; {ratio:.1f} x the pages a second of pdfplumber")
    agreement = 2 * words["both"] / max(1, words["mine"] + words["theirs"])
    print(f"words: {words['mine']}, pdftotext {words['theirs']}, the same {words['both']}; agreement {agreement:.4f}")


def native(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages as this project reads their text layer."""
    return read_pdf(data, name, ReadOptions(ocr="never"), None)[0].pages


def grouped(path: Path) -> dict[str, tuple[list[int], int]]:
    """Return (page indexes, CPU ms of pdfplumber) for pages with and without tables; pages without text are left out."""
    groups: dict[str, tuple[list[int], int]] = {}
    with pdfplumber.open(path) as pdf:
        for index, page in enumerate(pdf.pages):
            (words, tables), spent = timed(partial(plumbed, page))
            page.close()
            if words:
                group = "pages with tables" if tables else "pages without tables"
                numbers, before = groups.get(group, ([], 0))
                groups[group] = [*numbers, index], before + spent
    return groups


def only(path: Path, numbers: list[int]) -> bytes:
    """Return a PDF of some pages of a file."""
    target = io.BytesIO()
    with pikepdf.open(path) as pdf, pikepdf.new() as part:
        for index in numbers:
            part.pages.append(pdf.pages[index])
        part.save(target)
    return target.getvalue()


def timed(work: Callable[[], T]) -> tuple[T, int]:
    """Return the result and the CPU milliseconds of this process and its children."""
    start = cpu()
    result = work()
    return result, round(1000 * (cpu() - start))


def cpu() -> float:
    """Return the CPU seconds used so far, children included."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in used)


def plumbed(page: Any) -> tuple[int, int]:  # noqa: ANN401  # pdfplumber has no types
    """Return how many words and tables pdfplumber finds on a page."""
    return len(page.extract_words()), len(page.find_tables())


def poppler_words(data: bytes) -> Counter[str]:
    """Return the words that `pdftotext -bbox` gives."""
    answer = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True).stdout.decode("utf-8")
    return Counter(html.unescape(word) for word in re.findall(r"<word [^>]*>(.*?)</word>", answer))


def scanned(paths: list[Path]) -> None:
    """Compare OCR with bare Tesseract on scans with known text."""
    totals: dict[str, Counter[str]] = {"avstam": Counter(), "bare tesseract": Counter()}
    for path in paths:
        truth = tokens(path.with_suffix(".gt.txt").read_text(encoding="utf-8"))
        data = path.read_bytes()
        for name, read in (("avstam", ours), ("bare tesseract", bare)):
            start = time.perf_counter()
            text, pages = read(data, path.name)
            totals[name].update(score(truth, tokens(text)))
            totals[name].update({"pages": pages, "ms": round(1000 * (time.perf_counter() - start))})
            found = score(truth, tokens(text))
            print(f"{path.name}: {name} {found['right'] / max(1, found['words']):.4f}")
    for name, sums in totals.items():
        shares = ", ".join(f"{what} {sums[right] / max(1, sums[all_]):.4f}" for what, right, all_ in KINDS)
        print(f"OCR, {name}: {shares}; {sums['ms'] / 1000 / max(1, sums['pages']):.2f} s a page")


KINDS = (("words", "right", "words"), ("å ä ö", "right_diacritics", "diacritics"), ("numbers", "right_numbers", "numbers"))


def ours(data: bytes, name: str) -> tuple[str, int]:
    """Return the text that this project reads, and the number of pages."""
    pages: tuple[Page, ...] = read_pdf(data, name, ReadOptions(), Tesseract())[0].pages
    return " ".join(word.text for page in pages for word in page.words), len(pages)


def bare(data: bytes, _name: str) -> tuple[str, int]:
    """Return the text that Tesseract alone reads (swe, 300 dpi)."""
    document = pypdfium2.PdfDocument(data)
    images = [page.render(scale=300 / 72, grayscale=True).to_pil() for page in document]
    return " ".join(pytesseract.image_to_string(image, lang="swe") for image in images), len(images)


def on_all_cores(paths: list[Path]) -> None:
    """Compare the time of OCR with that of bare Tesseract on the same pictures, all cores busy.

    Bare is one process for each page and model, as many at once as there are cores, on pictures that lie on disk. The quickest
    of several rounds counts for each, since other programs may run on the machine.
    """
    images = [page.render(scale=200 / 72, grayscale=True).to_pil() for path in paths for page in pypdfium2.PdfDocument(path)]
    if not images:
        return
    os.environ["OMP_THREAD_LIMIT"] = "1"  # quicker for both when every core has a page of its own
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.png") for number in range(len(images))]
        for file, image in zip(files, images, strict=True):
            image.save(file)
        readers: dict[str, Callable[[], object]] = {
            "avstam": lambda: fused(images, cores),
            "bare Latin": lambda: side_by_side(files, [latin_model()], cores),
            "bare Latin and swe": lambda: side_by_side(files, [latin_model(), "swe"], cores),
        }
        rounds = [{name: clocked(read) for name, read in readers.items()} for _ in range(ROUNDS)]
    for index, what in enumerate(("seconds", "CPU seconds")):
        spent = {name: min(times[name][index] for times in rounds) / len(images) for name in readers}
        each = ", ".join(f"{name} {value:.2f}" for name, value in spent.items())
        ratios = ", ".join(f"{spent['avstam'] / value:.2f} x {name}" for name, value in spent.items() if name != "avstam")
        print(f"OCR of {len(images)} pages on {cores} cores, {what} a page: {each}; {ratios}")


ROUNDS = 2


def clocked(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds and the CPU seconds that something takes."""
    start, used = time.perf_counter(), cpu()
    work()
    return time.perf_counter() - start, cpu() - used


def fused(images: list[Image.Image], cores: int) -> None:
    """Read pictures as this project reads the pages of a scan, in groups."""
    for start in range(0, len(images), TOGETHER):
        Tesseract(lanes=cores).pages([(image, 200) for image in images[start : start + TOGETHER]])


def side_by_side(files: list[Path], models: list[str], cores: int) -> None:
    """Read each picture with each model in a process of its own."""
    with ThreadPoolExecutor(cores) as pool:
        for file in files:
            for model in models:
                pool.submit(subprocess.run, bare_command(file, model), capture_output=True, check=True)


def bare_command(file: Path, model: str) -> list[str]:
    """Return the command that reads a picture."""
    return ["tesseract", str(file), "stdout", "-l", model, "--oem", "1", "--psm", "3", "--dpi", "200", "tsv"]


def memory(paths: list[Path]) -> None:
    """Print what a fresh process needs at most to read the text layers of 100 pages and of 1,000 (the same ones over again)."""
    for count in (100, 1000):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            words, before, peak = pool.submit(peak_of, repeated(paths, count)).result()
        print(f"memory for {count} pages ({words} words): {before} MB before reading, {peak} MB at most")


def peak_of(data: bytes) -> tuple[int, int, int]:
    """Return (words, megabytes at most before reading, and after) of a process that reads a document."""
    known_words()
    before = peak()
    words = sum(len(page.words) for page in native(data, "many.pdf"))
    return words, before, peak()


def peak() -> int:
    """Return the most memory that this process has had, in megabytes (getrusage counts its parent's too)."""
    (line,) = (line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def repeated(paths: list[Path], count: int) -> bytes:
    """Return a PDF of `count` pages, taken from all files in turn and over again."""
    target = io.BytesIO()
    with contextlib.ExitStack() as stack, pikepdf.new() as many:
        sources = [stack.enter_context(pikepdf.open(path)) for path in paths]
        for page in itertools.islice(itertools.cycle([page for pdf in sources for page in pdf.pages]), count):
            many.pages.append(page)
        many.save(target)
    return target.getvalue()


def tokens(text: str) -> Counter[str]:
    """Return the words of a text in lower case."""
    return Counter(re.findall(r"\w+", text.lower()))


def score(truth: Counter[str], found: Counter[str]) -> dict[str, int]:
    """Return how many words, words with å ä ö and numbers are true, and how many of them were found."""
    both = truth & found
    result = {"words": truth.total(), "right": both.total()}
    for name, fits in (("diacritics", re.compile("[åäö]")), ("numbers", re.compile(r"^\d+$"))):
        result[name] = sum(count for word, count in truth.items() if fits.search(word))
        result[f"right_{name}"] = sum(count for word, count in both.items() if fits.search(word))
    return result


if __name__ == "__main__":
    main()
