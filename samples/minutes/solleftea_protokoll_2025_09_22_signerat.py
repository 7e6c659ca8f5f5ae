"""Signed copy of the minutes: their pages and those of both annexes, each stamped; the three originals are embedded."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import solleftea_bilaga_1_styrelsens_reflektioner as annex_1
import solleftea_bilaga_2_deltagarnas_reflektioner as annex_2
import solleftea_protokoll_2025_09_22 as minutes
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

EMBEDDED_NAMES = (
    "Samordningsförbundet, Styrelsemöte 2025-09-22.pdf",
    "Bilaga 1 styrelsens reflektioner verksamhetsplaneringsdagen 2025.pdf",
    "Bilaga 2 deltagarnas reflektioner verksamhetsplaneringsdag 2025.pdf",
)
TITLE = "Samordningsförbundet Sollefteå Styrelseprotokoll 2025-09-22"


def stamps(pages: int, digest: str) -> bytes:
    """Return a PDF with nothing but the stamp of each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 6.5)
        canvas.drawString(28, 22, TITLE)
        canvas.drawString(28, 13, f"(Signerat, SHA-256 {digest})")
        canvas.drawRightString(A4[0] - 28, 13, f"Sida {page} av {pages}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def make() -> dict[str, bytes]:
    """Return the signed copy."""
    originals = [next(iter(part.make().values())) for part in (minutes, annex_1, annex_2)]
    digest = hashlib.sha256(originals[0]).hexdigest().upper()
    signed = pikepdf.Pdf.new()
    for original in originals:
        with pikepdf.Pdf.open(io.BytesIO(original)) as part:
            signed.pages.extend(part.pages)
    with pikepdf.Pdf.open(io.BytesIO(stamps(len(signed.pages), digest))) as layer:
        for page, stamp in zip(signed.pages, layer.pages, strict=True):
            form = signed.copy_foreign(stamp.as_form_xobject())
            page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Stamp)
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q q /Stamp Do Q")
    for name, original in zip(EMBEDDED_NAMES, originals, strict=True):
        spec = pikepdf.AttachedFileSpec(
            signed, original, filename=name, mime_type="application/pdf", creation_date="", mod_date=""
        )
        signed.attachments[name] = spec
    out = io.BytesIO()
    signed.save(out, deterministic_id=True)
    return {"solleftea_protokoll_2025_09_22_signerat.pdf": out.getvalue()}
