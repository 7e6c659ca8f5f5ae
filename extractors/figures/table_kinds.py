"""What kind of table it is, from its title, its labels and its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.table import Column, Row, Table

TITLES: tuple[tuple[str, str], ...] = (
    ("attendance", r"närvaro|deltagare|närvarande|beslutande|ledamöter"),
    ("balance_requirement", r"balanskrav"),
    ("investment", r"investering(?!sverksamhet|sbidrag)"),
    ("cash_flow", r"kassaflöde|finansieringsanalys"),
    ("balance_sheet", r"balansräkning"),
    ("income_statement", r"resultaträkning"),
    ("operating", r"driftredovisning|driftsredovisning|driftprognos|driftsprognos"),
    ("overview", r"flerårsöversikt|fem\s?år|översikt\b.*ekonomi|ekonomisk\söversikt|nyckeltal"),
    ("follow_up", r"uppföljning|utfall|prognos|budgetavvikelse|avvikelse"),
    ("note", r"^not(?:er)?\.?\s?\d"),
    ("allocation", r"tilldelning|driftbidrag|medelstilldelning|bidrag\sfrån"),
    ("budget", r"budget|plan\b|kostnader|intäkter|ram(?:ar)?\b"),
)
LABELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("balance_requirement", ("balanskravsresultat", "realisationsvinst", "balanskravsjustering", "synnerliga skäl")),
    ("cash_flow", ("kassaflöde", "likvida medel vid årets")),
    ("balance_sheet", ("summa tillgångar", "eget kapital", "kortfristiga skulder")),
    (
        "income_statement",
        ("verksamhetens intäkter", "verksamhetens kostnader", "finansiella kostnader", "årets resultat", "avskrivningar"),
    ),
)
NOTE_HEADING = re.compile(r"\W*not\.?\s?\d{1,2}\b", re.IGNORECASE)
"""A heading inside a table of notes."""
NAMES = re.compile(r"\b(?:ordförande|ledamot|ersättare|sekreterare|närvarande|frånvarande)\b", re.IGNORECASE)
YEARS_OF_OVERVIEW = 4
TWO = 2


def kind_of(table: Table, columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Return the kind of a table; see `schemas.table.Table.kind`."""
    figures = [column for column in columns if column.kind == "figures"]
    if not figures:
        return _kind_of_text(table)
    labels = [row.label.lower() for row in rows if row.role != "header"]
    if len(columns) == TWO and not figures[0].header and len(figures) == 1:
        return "facts"
    from_title = "note" if _has_notes(rows) else _by_title(table.title)
    if from_title in {"balance_requirement", "investment"}:
        return from_title
    if _is_overview(figures):
        return "overview"
    if from_title in {"cash_flow", "balance_sheet", "income_statement", "operating", "note"}:
        return from_title
    by_columns = _by_columns(figures)
    return _by_labels(labels) or by_columns or from_title or "other"


def _kind_of_text(table: Table) -> str:
    texts = " ".join(cell.text for cell in table.cells)
    return "attendance" if NAMES.search(texts) and not re.search(r"\bmål\b", texts, re.IGNORECASE) else "text"


def _by_title(title: str) -> str | None:
    return next((kind for kind, pattern in TITLES[1:] if re.search(pattern, title, re.IGNORECASE)), None)


def _has_notes(rows: Sequence[Row]) -> bool:
    return any(row.role == "heading" and NOTE_HEADING.match(row.label) for row in rows)


def _by_labels(labels: Sequence[str]) -> str | None:
    for kind, wanted in LABELS:
        if sum(1 for text in wanted if any(text in label for label in labels)) >= TWO:
            return kind
    return None


def _is_overview(figures: Sequence[Column]) -> bool:
    years = {column.fiscal_year for column in figures if column.fiscal_year}
    return len(years) >= YEARS_OF_OVERVIEW and {column.scenario for column in figures} <= {"outcome", None}


def _by_columns(figures: Sequence[Column]) -> str | None:
    scenarios = {column.scenario for column in figures}
    if any(column.measure for column in figures) and len(scenarios) > 1:
        return "operating"
    if "budget" in scenarios and scenarios & {"outcome", "forecast", "variance"}:
        return "follow_up"
    return "budget" if scenarios and scenarios <= {"budget", "plan"} else None
