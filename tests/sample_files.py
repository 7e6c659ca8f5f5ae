"""Where the samples lie, and bad files of every sort for tests."""

from __future__ import annotations

from pathlib import Path

import pikepdf

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
HALF_YEAR = SAMPLES / "interim_report" / "solleftea_delarsrapport_2025.pdf"
SIGNED_MINUTES = SAMPLES / "minutes" / "solleftea_protokoll_2025_09_22_signerat.pdf"
MINUTES = SAMPLES / "minutes" / "solleftea_protokoll_2025_09_22.pdf"
PLAN = SAMPLES / "plan" / "solleftea_plan_budget_2026.pdf"


def write_bad_files(folder: Path) -> dict[str, str]:
    """Write one bad file of each sort; return name and the reason that is expected."""
    good = HALF_YEAR.read_bytes()
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "text.pdf").write_bytes("Det här är ingen PDF.\n".encode())
    (folder / "page.pdf").write_bytes(b"<!DOCTYPE html><html><body>404 Not Found</body></html>")
    (folder / "truncated.pdf").write_bytes(good[:40])
    with pikepdf.open(HALF_YEAR) as pdf:
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(user="hemligt", owner="hemligt"))
    with pikepdf.new() as pdf:
        pdf.save(folder / "no-pages.pdf")
    return {
        "empty.pdf": "read.empty",
        "text.pdf": "read.not_pdf",
        "page.pdf": "read.not_pdf",
        "truncated.pdf": "read.truncated",
        "locked.pdf": "read.encrypted",
        "no-pages.pdf": "read.no_pages",
    }
