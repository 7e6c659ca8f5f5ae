"""Make what the stages need besides the document: the OCR engine, word lists, the chart of concepts; once per worker."""

from __future__ import annotations

from importlib import resources

from extractors.figures.concepts import load_chart
from pipeline.config import Options
from pipeline.document import Tools
from pipeline.ocr import Tesseract
from pipeline.repair import load_words
from pipeline.store import Store


def load_tools(store: Store, options: Options, lanes: int = 1) -> Tools:
    """Return the tools for these options; OCR results are kept in `store`, and so many runs of OCR may go on at once."""
    chart = resources.files("schemas").joinpath("chart.yaml").read_text(encoding="utf-8")
    return Tools(
        recogniser=None if options.ocr == "never" else Tesseract(cache=store.folder("ocr"), lanes=lanes),
        words=load_words(options.words),
        chart=load_chart(chart + "\n" + options.chart),
    )
