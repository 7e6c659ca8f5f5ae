"""Make the annual report 2024 in three forms: born digital, scanned without text, scanned with the text of an English OCR.

`make()` needs typst, pypdfium2, numpy, Pillow and pikepdf; the third form needs the program `tesseract` with `eng` as well
and is left out where that is not installed (its bytes may differ between versions of Tesseract; the other two may not).
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import typst
from PIL import Image

SOURCE = Path(__file__).with_suffix(".typ")
NAME = SOURCE.stem
MADE = 1738368000  # seconds since 1970: 2025-02-01
DPI = 200
JPEG_QUALITY = 30
NOISE = 4.0  # standard deviation in grey levels
SKEWS = (0.35, -0.25, 0.15, -0.4, 0.3, -0.1, 0.25, -0.35)  # degrees, page after page
MISREAD = ("701,12", "7011,12")  # what the page says, and what the text layer of the real document says


def born_digital() -> bytes:
    """Return the tagged PDF that typst makes of the source; only fonts inside typst are used."""
    return typst.compile(SOURCE, ignore_system_fonts=True, timestamp=MADE)


def scanned(pdf: bytes) -> list[bytes]:
    """Return one grey JPEG a page: rendered, turned a little, with noise, always the same."""
    noise = np.random.default_rng(2024)
    pictures = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        image = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        turned = image.rotate(SKEWS[number % len(SKEWS)], resample=Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(turned, dtype=np.float64) * 0.92 + 12
        grey += noise.normal(0.0, NOISE, grey.shape)
        kept = io.BytesIO()
        Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(kept, "JPEG", quality=JPEG_QUALITY, dpi=(DPI, DPI))
        pictures.append(kept.getvalue())
    return pictures


def pictures_only(pictures: list[bytes]) -> bytes:
    """Return a PDF that shows one picture a page and holds no text."""
    pdf = pikepdf.new()
    for picture in pictures:
        width, height = Image.open(io.BytesIO(picture)).size
        image = pikepdf.Stream(
            pdf,
            picture,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=width,
            Height=height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        size = (round(width * 72 / DPI, 2), round(height * 72 / DPI, 2))
        page = pdf.add_blank_page(page_size=size)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        page.Contents = pikepdf.Stream(pdf, f"{size[0]} 0 0 {size[1]} 0 0 cm /Scan Do".encode())
    return saved(pdf)


def english_text(pictures: list[bytes]) -> bytes:
    """Return a PDF of the pictures with the text that `tesseract -l eng` reads in them laid underneath."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, picture in enumerate(pictures):
            path = Path(folder, f"{number:02}.jpg")
            path.write_bytes(picture)
            names.append(str(path))
        Path(folder, "pages.txt").write_text("\n".join(names), encoding="utf-8")
        command = ["tesseract", f"{folder}/pages.txt", f"{folder}/out", "-l", "eng", "--dpi", str(DPI), "pdf"]
        subprocess.run(command, check=True, capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/usr/local/bin"})  # noqa: S603  # a fixed command
        pdf = pikepdf.open(io.BytesIO(Path(folder, "out.pdf").read_bytes()))
    misread_one_number(pdf)
    return saved(pdf)


def misread_one_number(pdf: pikepdf.Pdf) -> None:
    """Put the real document's misreading into the text layer; ValueError when the number to change is not found once."""
    right, wrong = (text.encode("utf-16-be").hex().upper().encode() for text in MISREAD)
    found = 0
    for page in pdf.pages:
        for stream in page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]:
            content = stream.read_bytes()
            found += content.count(b"<" + right)
            stream.write(content.replace(b"<" + right, b"<" + wrong))
    if found != 1:
        msg = f"{MISREAD[0]} was read {found} times in the pictures; expected once"
        raise ValueError(msg)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of a PDF without dates and with an id that depends on its content alone."""
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    pdf.docinfo["/Title"] = "Scan"
    kept = io.BytesIO()
    pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def make() -> dict[str, bytes]:
    """Return the files by name."""
    pdf = born_digital()
    pictures = scanned(pdf)
    files = {f"{NAME}.pdf": pdf, f"{NAME}-scan.pdf": pictures_only(pictures)}
    if shutil.which("tesseract"):
        files[f"{NAME}-scan-eng.pdf"] = english_text(pictures)
    return files
