"""Documents drawn as text: a table of labels and numbers becomes a Table with its Figures, sentences become prose figures.

    | Budget 2025 | Utfall 2025
    # Insatser
    SamCoach | -827 | -414
    Summa insatser | -827 | -414

The first line names the columns. `# ` opens a section, `varav` is a subitem, `Summa`/`Totalt` a total, `... resultat` a result;
`=` before a label makes it a total, `~` a result, whatever the label says.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from schemas.amount import Unit
from schemas.archive import Archive, ArchiveDocument
from schemas.document import Body, Classification, DocumentKind
from schemas.figure import Figure, Scenario
from schemas.place import Box
from schemas.record import stable_id
from schemas.table import Cell, Column, Row, RowRole, Table

BODY = Body(entity_id="222000-0000", name="Samordningsförbundet Exempel")
SCENARIOS: dict[str, Scenario] = {
    "budget": "budget", "utfall": "outcome",
    "prognos": "forecast", "plan": "plan", "avvikelse": "variance", "beviljat": "granted",
}  # fmt: skip
MEASURES = {"intäkt": "income", "kostnad": "cost", "netto": "net"}


def number(text: str, scale: int = 1) -> tuple[Decimal, Decimal]:
    """Return value and quantum of a printed number, multiplied out."""
    plain = text.replace(" ", "").replace("−", "-").replace(",", ".").rstrip("%")
    value = Decimal(plain)
    decimals = len(plain.partition(".")[2])
    return value * scale, Decimal(scale) / Decimal(10) ** decimals


def column(index: int, header: str, scale: int) -> Column:
    """Return what a header such as `Utfall 2025` means."""
    low = header.lower()
    year = re.search(r"\b(20\d\d)\b", header)
    month = next((ends for word, ends in (("mar", (3, 31)), ("jun", (6, 30))) if f" {word} " in low), None)
    return Column(
        index=index,
        header=header,
        kind="figures",
        fiscal_year=int(year[1]) if year else None,
        period_start=dt.date(int(year[1]), 1, 1) if year and month else None,
        period_end=dt.date(int(year[1]), *month) if year and month else None,
        scenario=next((scenario for word, scenario in SCENARIOS.items() if low.startswith(word)), None),
        measure=next((measure for word, measure in MEASURES.items() if word in low), None),
        scale=Decimal(scale),
    )


def role_of(label: str, values: Sequence[str]) -> RowRole:
    """Return the role that a label says."""
    if not any(values):
        return "heading"
    if re.match(r"summa|totalt", label, re.IGNORECASE):
        return "total"
    if re.search(r"resultat$", label, re.IGNORECASE):
        return "result"
    return "subitem" if label.startswith("varav") else "item"


def draw_table(  # noqa: PLR0913  # what a table may need
    document_id: str,
    drawing: str,
    *,
    scale: int = 1,
    page: int = 1,
    top: float = 100,
    concepts: Mapping[str, str] | None = None,
    confidence: float = 1.0,
    kind: str = "other",
) -> tuple[Table, tuple[Figure, ...]]:
    """Return the table that a drawing shows, and its figures."""
    lines = [line.strip() for line in drawing.strip().splitlines() if line.strip()]
    headers = [part.strip() for part in lines[0].split("|")]
    columns = [Column(index=0, header=headers[0], kind="label")]
    columns += [column(i, header, scale) for i, header in enumerate(headers[1:], start=1)]
    table_id = stable_id("table", document_id, page, top)
    rows: list[Row] = []
    cells: list[Cell] = []
    figures: list[Figure] = []
    section = ""
    for index, line in enumerate(lines[1:], start=1):
        label, *values = [part.strip() for part in line.split("|")]
        mark = label[:1] if label[:1] in "#=~" else ""
        label = label.lstrip("#=~ ")
        role = {"#": "heading", "=": "total", "~": "result"}.get(mark) or role_of(label, values)
        section = label if role == "heading" else section
        rows.append(Row(index=index, label=label, role=role, section=section))
        for col, text in enumerate(values, start=1):
            box = Box(x0=100.0 * col, top=top + 12 * index, x1=100.0 * col + 50, bottom=top + 12 * index + 10)
            cells.append(Cell(row=index, col=col, text=text, raw=text, page=page, box=box))
            if not re.fullmatch(r"[-−\d ,%]*\d[\d ,%]*", text):
                continue
            meaning = columns[col]
            is_count = meaning.header.startswith("Antal")
            unit: Unit = "percent" if text.endswith("%") else "count" if is_count else "SEK"
            value, quantum = number(text, scale if unit == "SEK" else 1)
            concept = (concepts or {}).get(label)
            figures.append(
                Figure(
                    figure_id=stable_id("figure", table_id, index, col),
                    document_id=document_id,
                    concept=concept,
                    subject=label if concept is None and role == "item" else None,
                    label=label,
                    column_header=meaning.header,
                    fiscal_year=meaning.fiscal_year,
                    period_start=meaning.period_start,
                    period_end=meaning.period_end,
                    scenario=meaning.scenario,
                    measure=meaning.measure,
                    value=value,
                    unit=unit,
                    quantum=quantum,
                    raw=text,
                    page=page,
                    box=box,
                    table_id=table_id,
                    row=index,
                    col=col,
                    origin="table",
                    confidence=confidence,
                )
            )
    table = Table(
        table_id=table_id,
        document_id=document_id,
        page=page,
        box=Box(x0=50, top=top, x1=500, bottom=top + 12 * len(lines)),
        kind=kind,
        unit={1: "kr", 1000: "tkr", 1000000: "mnkr"}[scale],
        cells=tuple(cells),
        columns=tuple(columns),
        rows=(Row(index=0, label=headers[0], role="header"), *rows),
    )
    return table, tuple(figures)


def prose(document_id: str, raw: str, value: int | str, *, page: int = 1, top: float = 700, **fields: Any) -> Figure:
    """Return a figure of running text; `fields` are fields of `Figure`."""
    box = Box(x0=60, top=top, x1=120, bottom=top + 10)
    given: dict[str, Any] = {
        "figure_id": stable_id("prose", document_id, page, top, raw, fields.get("subject"), fields.get("fiscal_year")),
        "document_id": document_id,
        "value": Decimal(value),
        "quantum": Decimal(1000) if "tkr" in raw else Decimal(1),
        "unit": "SEK",
        "raw": raw,
        "page": page,
        "box": box,
        "origin": "prose",
        "label": raw,
    }
    return Figure.model_validate({**given, **fields})


def document(  # noqa: PLR0913  # what a document may need
    name: str,
    *drawings: str,
    kind: DocumentKind = "annual_report",
    year: int = 2025,
    scale: int = 1,
    scanned: bool = False,
    concepts: Mapping[str, str] | None = None,
    sentences: Sequence[Mapping[str, Any]] = (),
    confidence: float = 1.0,
    table_kinds: Sequence[str] = (),
    **fields: Any,
) -> ArchiveDocument:
    """Return a document with the tables drawn and the sentences given, all on page 1."""
    document_id = hashlib.sha256(name.encode()).hexdigest()
    kinds = [*table_kinds, *["other"] * len(drawings)]
    pairs = [
        draw_table(document_id, text, scale=scale, top=100 + 300 * i, concepts=concepts, confidence=confidence, kind=kinds[i])
        for i, text in enumerate(drawings)
    ]
    told = [prose(document_id, top=5000 + 20 * i, **sentence) for i, sentence in enumerate(sentences)]
    return ArchiveDocument(
        document_id=document_id,
        file_name=f"{name}.pdf",
        classification=Classification(kind=kind, body=BODY, fiscal_year=year),
        scanned_pages=frozenset({1}) if scanned else frozenset(),
        tables=tuple(table for table, _ in pairs),
        figures=(*(figure for _, figures in pairs for figure in figures), *told),
        **fields,
    )


def archive(*documents: ArchiveDocument) -> Archive:
    """Return an archive of these documents."""
    return Archive(documents=documents)
