"""The page that a person reads."""

from __future__ import annotations

from pipeline.report.crops import Crop, PdfCrops
from pipeline.report.page import write_report

__all__ = ["Crop", "PdfCrops", "write_report"]
