"""Misread words mended: å ä ö lost by an English OCR, letters confused, fonts with wrong characters."""

from pipeline.repair.plain import repair_text
from pipeline.repair.reading import repair_reading
from pipeline.repair.words import WordList, load_words

__all__ = ["WordList", "load_words", "repair_reading", "repair_text"]
