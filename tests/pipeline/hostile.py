"""Hostile PDFs, made byte by byte: what breaks, blinds or bankrupts readers, without a file of anybody else's."""

from __future__ import annotations

import io
import itertools
import zlib
from collections.abc import Callable, Iterable

import pikepdf

from tests.pipeline.pdfs import changed, drawn, lines

FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
BLOCK = 1 << 24
GB = 1024**3


def document(*objects: bytes, trailer: str = "") -> bytes:
    """Return a PDF of these objects (numbered from 1, the first is the catalogue) with a table of references."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def paged(*contents: bytes, resources: str = FONT, box: str = "0 0 595 842", more: Iterable[bytes] = ()) -> bytes:
    """Return a PDF with one page for each content stream; `more` objects are numbered from 3 + 2 * pages."""
    count = len(contents)
    kids = " ".join(f"{3 + index} 0 R" for index in range(count))
    pages = [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources << {resources} >> /Contents {3 + count + index} 0 R >>"
        for index in range(count)
    ]
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        *(page.encode() for page in pages),
        *contents,
        *more,
    )


def says(text: str) -> bytes:
    """Return a content stream that prints a line."""
    return stream(f"BT /F1 11 Tf 72 720 Td ({text}) Tj ET".encode("cp1252"))


def zeros(size: int) -> bytes:
    """Return `size` (a multiple of 16 MB) zero bytes as zlib packs them, made without packing them all."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes(BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = ((size % 65521) << 16) | 1
    return b"\x78\xda" + block * (size // BLOCK) + b"\x03\x00" + check.to_bytes(4, "big")


def stream_bomb(size: int) -> bytes:
    """A page whose content unpacks to `size` zeros, between two good ones."""
    return paged(says("Sida ett"), stream(zeros(size), "/Filter /FlateDecode"), says("Sida tre"))


def nested_bomb(size: int) -> bytes:
    """The same, packed twice: a few kilobytes."""
    packed = stream(zlib.compress(zeros(size), 9), "/Filter [/FlateDecode /FlateDecode]")
    return paged(says("Sida ett"), packed, says("Sida tre"))


def attachment_bomb(size: int) -> bytes:
    """A good page with an embedded file that unpacks to `size` zeros."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(big.pdf) 5 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {FONT} >> /Contents 4 0 R >>".encode(),
        says("Sida ett"),
        b"<< /Type /Filespec /F (big.pdf) /UF (big.pdf) /EF << /F 6 0 R >> >>",
        stream(zeros(size), "/Type /EmbeddedFile /Filter /FlateDecode"),
    )


def cmap_bomb() -> bytes:
    """A font whose table of characters has two million ranges that each claim all codes."""
    ranges = b"\n".join(b"100 beginbfrange\n" + b"<0000> <ffff> <0041>\n" * 100 + b"endbfrange" for _ in range(20_000))
    table = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    font = (
        "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /ToUnicode 9 0 R /DescendantFonts"
        " [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> >>] >> >>"
    )
    packed = stream(zlib.compress(table + ranges + b"\nendcmap end", 9), "/Filter /FlateDecode")
    text = stream(b"BT /F1 11 Tf 72 720 Td <004100420043> Tj ET")
    return paged(text, text, text, resources=font, more=[packed])


def cyclic_pages() -> bytes:
    """A tree of pages that contains itself."""
    return document(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")


def cyclic_form() -> bytes:
    """A form that draws itself, and two that draw each other."""
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >>"
    page = stream(b"/A Do /B Do BT /F1 11 Tf 72 720 Td (Sida ett) Tj ET")
    forms = [stream(b"/A Do /B Do", entries), stream(b"/A Do /A Do", entries)]
    return paged(page, resources=FONT + " /XObject << /A 5 0 R /B 6 0 R >>", more=forms)


def laughs(depth: int = 12, width: int = 10) -> bytes:
    """Forms that each draw the next ten times: 10 ** 12 rectangles in a few hundred bytes, between two good pages."""
    first = 9  # after catalogue, tree, three pages and their contents
    forms = []
    for level in range(depth):
        inner = f"/XObject << /X {first + level + 1} 0 R >>" if level < depth - 1 else ""
        body = b"/X Do " * width if level < depth - 1 else b"1 1 9 9 re f "
        forms.append(stream(body, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {inner} >>"))
    resources = f"{FONT} /XObject << /X {first} 0 R >>"
    return paged(says("Sida ett"), stream(b"/X Do"), says("Sida tre"), resources=resources, more=forms)


def deep_states() -> bytes:
    """A million saved graphics states, never restored."""
    return paged(says("Sida ett"), stream(b"q 1 0 0 1 0 0 cm " * 1_000_000), says("Sida tre"))


def many_rectangles(count: int = 100_000) -> bytes:
    """A page with 100,000 rectangles and one line of text."""
    drawing = b"".join(b"%d %d 3 3 re f\n" % (index % 590, index // 590 * 4) for index in range(count))
    return paged(stream(drawing + b"BT /F1 11 Tf 72 720 Td (Sida ett) Tj ET"))


def many_images(count: int = 30_000) -> bytes:
    """A page with 30,000 pictures of two pixels, each an object of its own use, and one line of text."""
    places = (f"q 3 0 0 3 {index % 190 * 3} {index // 190 * 5} cm /I Do Q\n" for index in range(count))
    picture = stream(b"\x00\xff", "/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    text = b"BT /F1 11 Tf 72 720 Td (Sida ett) Tj ET"
    return paged(stream("".join(places).encode() + text), resources=FONT + " /XObject << /I 5 0 R >>", more=[picture])


def huge_page(width: str = "1000000000", height: str = "1000000000") -> bytes:
    """A page of 10^9 points with a picture all over it, so that a reader wants to draw it."""
    drawing = f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode()
    picture = stream(b"\x00\xff", "/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    resources = FONT + " /XObject << /I 5 0 R >>"
    return paged(stream(drawing), resources=resources, box=f"0 0 {width} {height}", more=[picture])


def huge_image(side: int = 60_000) -> bytes:
    """A page with a picture of 3.6 thousand million pixels in a few kilobytes, between two good ones."""
    packed = zlib.compress(zeros(-(-side * side // BLOCK) * BLOCK), 9)
    entries = f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8 /ColorSpace /DeviceGray"
    picture = stream(packed, entries + " /Filter [/FlateDecode /FlateDecode]")
    page = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return paged(says("Sida ett"), page, says("Sida tre"), resources=FONT + " /XObject << /I 9 0 R >>", more=[picture])


def text_bomb(count: int = 10_000_000) -> bytes:
    """A page with ten million characters, between two good ones."""
    line = b"(" + b"1234 567 " * 100 + b") Tj T*\n"
    packed = zlib.compress(b"BT /F1 1 Tf 1 TL 0 842 Td\n" + line * (count // 900) + b"ET", 9)
    return paged(says("Sida ett"), stream(packed, "/Filter /FlateDecode"), says("Sida tre"))


def deep_arrays(depth: int = 200_000) -> bytes:
    """Arrays and dictionaries nested 200,000 deep, in the page and in its content."""
    nested = b"[" * depth + b"]" * depth
    page = stream(nested + b" TJ BT /F1 11 Tf 72 720 Td (Sida ett) Tj ET")
    return paged(page, says("Sida tv\u00e5"), more=[b"<< /A " * depth + b"1" + b" >>" * depth])


def broken_between() -> bytes:
    """Three pages; the content of the middle one is no content at all."""
    junk = stream(b"\x78\xda" + bytes(range(256)) * 20, "/Filter /FlateDecode")
    return paged(says("Sida ett"), junk, says("Sida tre"))


def missing_between() -> bytes:
    """Three pages; the object of the middle one is a number."""
    data = paged(says("Sida ett"), says("Sida tv\u00e5"), says("Sida tre"))
    return data.replace(b"[3 0 R 4 0 R 5 0 R]", b"[3 0 R 1234  5 0 R]")


def good(*texts: str) -> bytes:
    """Return a sound PDF with one page for each text."""
    return drawn(*(lines(text) for text in texts or ("Sida ett",)))


def truncated() -> bytes:
    """Ten pages, cut off in the middle of the bytes."""
    data = paged(*(says(f"Sida {number}") for number in range(1, 11)))
    return data[: len(data) // 2]


def encrypted(*, user: str, owner: str) -> bytes:
    """A PDF with passwords."""
    return changed(good(), lambda _: None, encryption=pikepdf.Encryption(user=user, owner=owner))


def no_pages() -> bytes:
    """A sound file without a page."""
    return document(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def embedding(outer: bytes, *files: tuple[str, bytes]) -> bytes:
    """Return a PDF with embedded files whose names are taken as they are."""

    def attach(pdf: pikepdf.Pdf) -> None:
        for number, (name, content) in enumerate(files):
            pdf.attachments[f"{number:05}"] = pikepdf.AttachedFileSpec(pdf, content, filename=name)

    return changed(outer, attach)


def chain(depth: int) -> bytes:
    """A PDF that embeds a PDF that embeds a PDF ..., `depth` times."""
    data = good(f"Niv\u00e5 {depth}")
    for level in reversed(range(depth)):
        data = embedding(good(f"Niv\u00e5 {level}"), ("inner.pdf", data))
    return data


def many_attachments(count: int = 5_000) -> bytes:
    """A PDF with 5,000 small embedded texts."""
    names = " ".join(f"({number:05}.txt) 5 0 R" for number in range(count))
    return document(
        f"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{names}] >> >> >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {FONT} >> /Contents 4 0 R >>".encode(),
        says("Sida ett"),
        b"<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 6 0 R >> >>",
        stream(b"hej", "/Type /EmbeddedFile"),
    )


def long(pages: int) -> bytes:
    """Return a sound PDF of many pages, each with a paragraph and a small table."""

    def draw(number: int) -> bytes:
        rows = [f"BT /F1 10 Tf 72 {760 - 14 * row} Td (Verksamheten har under perioden {row}) Tj ET" for row in range(20)]
        for row, column in itertools.product(range(12), range(4)):
            text = f"Konto {row}" if column == 0 else f"{number + row} {100 + 7 * column}"
            rows.append(f"BT /F1 10 Tf {72 + 110 * column} {440 - 16 * row} Td ({text}) Tj ET")
        rows += [f"72 {452 - 16 * row} m 500 {452 - 16 * row} l S" for row in range(13)]
        return stream(zlib.compress("\n".join(rows).encode()), "/Filter /FlateDecode")

    return paged(*(draw(number) for number in range(1, pages + 1)))


def saved(data: bytes) -> bytes:
    """Return the PDF as a common writer would save it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target)
    return target.getvalue()


CASES: dict[str, Callable[[], bytes]] = {
    "stream_bomb_1gb": lambda: stream_bomb(GB),
    "stream_bomb_8gb": lambda: stream_bomb(8 * GB),
    "nested_bomb": lambda: nested_bomb(8 * GB),
    "attachment_bomb": lambda: attachment_bomb(8 * GB),
    "cmap_bomb": cmap_bomb,
    "cyclic_pages": cyclic_pages,
    "cyclic_form": cyclic_form,
    "laughs": laughs,
    "deep_states": deep_states,
    "many_rectangles": many_rectangles,
    "many_images": many_images,
    "huge_page": huge_page,
    "endless_page": lambda: huge_page("1000000000", "10"),
    "huge_image": huge_image,
    "text_bomb": text_bomb,
    "deep_arrays": deep_arrays,
    "broken_between": broken_between,
    "missing_between": missing_between,
    "truncated": truncated,
    "junk_before": lambda: b"\r\nHTTP/1.1 200 OK\r\n" * 100 + good(),
    "empty": lambda: b"",
    "html": lambda: b"<!DOCTYPE html><html><body>404</body></html>",
    "text": lambda: b"Sidan finns inte.",
    "user_password": lambda: encrypted(user="u", owner="o"),
    "owner_password": lambda: encrypted(user="", owner="o"),
    "no_pages": no_pages,
    "attachment_path": lambda: embedding(good(), ("../../etc/x.pdf", good("Bilaga"))),
    "many_attachments": many_attachments,
    "chain": lambda: chain(6),
}
