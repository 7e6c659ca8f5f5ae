"""What a person read on a sample's pages: records of the `.truth.yaml` files and their loader. Format: samples/README.md."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import Field, model_validator

from schemas.amount import Unit
from schemas.document import DocumentKind
from schemas.figure import Origin, Scenario
from schemas.finding import Severity
from schemas.record import Record

Value = Decimal | str


class TruthBody(Record):
    """The body that the document is about."""

    name: str
    """As printed."""
    org_number: str | None = None
    """Where printed."""


class TruthFigure(Record):
    """A figure on a page."""

    page: int
    """From 1."""
    label: str
    """The row's label with wrapped lines joined, or the words that the prose says it about."""
    column: str | None = None
    """The column's header with its lines joined by a space; None in prose."""
    subject: str | None = None
    """The initiative or unit."""
    concept: str | None = None
    """Id of the chart."""
    year: int | None = None
    """Year that it speaks of."""
    scenario: Scenario | None = None
    """Budget, outcome, ..."""
    value: Decimal
    """Multiplied out, with the sign as printed."""
    value_high: Decimal | None = None
    """Upper end of a range."""
    unit: Unit = "SEK"
    """What it counts."""
    quantum: Decimal
    """Step of the last printed digit, multiplied out."""
    raw: str
    """As printed, with its unit where that stands beside it."""
    origin: Origin = "prose"
    """Table or prose (also sentences in the cells of text tables)."""
    approximate: bool = False
    """`ca`, `minst`, `~` and the like."""
    change: bool = False
    """A change, not a level."""


class TruthColumn(Record):
    """A column of figures."""

    header: str
    """Lines joined by a space."""
    year: int | None = None
    """Year of its figures."""
    scenario: Scenario | None = None
    """Scenario of its figures."""
    unit: Unit = "SEK"
    """Unit."""
    scale: Decimal = Decimal(1)
    """What printed numbers are multiplied by."""


class TruthRow(Record):
    """A row: `raw` has one text per column, "" where the page has nothing (or a dash that stands for nothing)."""

    label: str
    """Wrapped lines joined by a space."""
    concept: str | None = None
    """Id of the chart."""
    subject: str | None = None
    """The initiative or unit."""
    role: Literal["heading", "item", "subitem", "total", "result"] = "item"
    """What the row is."""
    raw: tuple[str, ...] = ()
    """As printed."""
    page: int | None = None
    """Where a table runs over pages."""


class TruthTable(Record):
    """A table typed row by row; it stands for one figure per non-empty cell."""

    page: int
    """Page it begins on."""
    title: str = ""
    """Heading above it."""
    columns: tuple[TruthColumn, ...]
    """Columns of figures, left to right (the label column is not among them)."""
    rows: tuple[TruthRow, ...]
    """Rows, top to bottom."""

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        for row in self.rows:
            if row.raw and len(row.raw) != len(self.columns):
                msg = f"row {row.label!r} has {len(row.raw)} cells for {len(self.columns)} columns"
                raise ValueError(msg)
        return self

    def figures(self) -> tuple[TruthFigure, ...]:
        """Return the figures of all cells, row by row."""
        return tuple(
            _figure(self, row, column, raw)
            for row in self.rows
            for column, raw in zip(self.columns, row.raw, strict=bool(row.raw))
            if raw
        )


class TruthAttendance(Record):
    """A person listed at a meeting."""

    name: str
    """As printed."""
    organisation: str | None = None
    """Who appointed the person."""
    role: str | None = None
    """As printed or from the heading above."""
    present: bool | None = None
    """Whether marked as present (deciding means present)."""
    deciding: bool | None = None
    """Whether marked as deciding."""
    note: str | None = None
    """What the notes column says."""


class TruthMeeting(Record):
    """Data of the meeting, as printed on cover and pages."""

    body: str | None = None
    meeting_date: dt.date
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    paragraph_first: int | None = None
    paragraph_last: int | None = None
    agenda_paragraphs: tuple[int, ...] = ()
    body_paragraphs: tuple[int, ...] = ()
    next_meeting_date: dt.date | None = None
    next_meeting_place: str | None = None
    previous_minutes_date: dt.date | None = None


class TruthDecision(Record):
    """One decided point."""

    paragraph: str
    """Its number."""
    point: int = 0
    """Order in the paragraph, from 0."""
    heading: str = ""
    """The paragraph's heading."""
    text: str
    """The decided point."""
    kind: str
    """As in `schemas.decision.Decision.kind`."""
    page: int
    """From 1."""


class TruthFinding(Record):
    """A true inconsistency or deviation."""

    rule: str
    """Name of the rule in the design."""
    other_rules: tuple[str, ...] = ()
    """Rules under which the same thing may as well be reported."""
    severity: Severity
    """What it deserves."""
    pages: tuple[int, ...]
    """The page of the accused statement first."""
    subject: str | None = None
    """What it is about."""
    year: int | None = None
    """Year."""
    stated: Value
    """The accused figure (multiplied out), or words."""
    expected: Value | None = None
    """What the other statement or the arithmetic gives."""
    why: str
    """In words."""
    required: bool = True
    """False for consequences of another finding and matters of degree: true when raised, not missed when not."""


class NearMiss(Record):
    """Statements that seem to differ and do not: rounding or a known cause explains them. No error may be raised."""

    pages: tuple[int, ...]
    """Pages."""
    stated: Value
    """One statement."""
    other: Value
    """The other."""
    why: str
    """In words."""


class Truth(Record):
    """Everything about one sample."""

    kind: DocumentKind
    body: TruthBody | None = None
    entity_id: str | None = None
    fiscal_year: int | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    meeting_date: dt.date | None = None
    pages: int
    same_as: str | None = None
    """File name of the sample whose truth counts for figures, decisions and findings (a scan, a signed copy)."""
    attachments: tuple[str, ...] = ()
    """Names of embedded files."""
    tables: tuple[TruthTable, ...] = ()
    figures: tuple[TruthFigure, ...] = ()
    decisions: tuple[TruthDecision, ...] = ()
    meeting: TruthMeeting | None = None
    attendance: tuple[TruthAttendance, ...] = ()
    findings: tuple[TruthFinding, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

    def all_figures(self) -> tuple[TruthFigure, ...]:
        """Return the figures of the tables, then those listed one by one."""
        return (*(figure for table in self.tables for figure in table.figures()), *self.figures)


class Statement(Record):
    """A place that an archive finding rests on."""

    file: str
    """File name of the sample."""
    page: int
    """From 1."""
    raw: str
    """As printed."""


class ArchiveFinding(Record):
    """A finding that needs more than one document."""

    rule: str
    severity: Severity
    subject: str | None = None
    year: int | None = None
    statements: tuple[Statement, ...]
    """The accused statement first."""
    why: str
    required: bool = True


class ArchiveNearMiss(Record):
    """Statements of several documents that agree after rounding."""

    statements: tuple[Statement, ...]
    why: str


class ArchiveTruth(Record):
    """What holds between the samples (samples/archive.truth.yaml)."""

    findings: tuple[ArchiveFinding, ...] = ()
    near_misses: tuple[ArchiveNearMiss, ...] = Field(default=())


def load_truth(path: Path) -> Truth:
    """Return the truth of one sample; pydantic's ValidationError when the file breaks the format."""
    return Truth.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def load_truths(folder: Path) -> dict[Path, Truth]:
    """Return the truth of every PDF below `folder` that has one, in the order of their paths, `same_as` resolved."""
    pdfs = [pdf for pdf in sorted(folder.glob("*/*.pdf")) if truth_path(pdf).exists()]
    by_name = {pdf.name: load_truth(truth_path(pdf)) for pdf in pdfs}
    return {pdf: resolved(pdf.name, by_name) for pdf in pdfs}


def resolved(name: str, truths: dict[str, Truth]) -> Truth:
    """Return the truth of a file; what it does not say itself is taken from the file that it names in `same_as`.

    Raises:
        ValueError: when `same_as` names no sample, or one that itself refers to another.
    """
    own = truths[name]
    if own.same_as is None:
        return own
    other = truths.get(own.same_as)
    if other is None or other.same_as is not None:
        msg = f"{name}: same_as names {own.same_as}, which is not a sample with figures of its own"
        raise ValueError(msg)
    said = {field: getattr(own, field) for field in Truth.model_fields if getattr(own, field) not in (None, ())}
    return other.model_copy(update=said)


def load_archive_truth(path: Path) -> ArchiveTruth:
    """Return what holds between the samples."""
    return ArchiveTruth.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def truth_path(pdf: Path) -> Path:
    """Return where the truth of a PDF stands: `a/b.pdf` has `a/b.truth.yaml`."""
    return pdf.with_suffix(".truth.yaml")


def printed_value(raw: str) -> Decimal:
    """Return the number that a cell prints, before scaling: spaces and units out, comma for point.

    Kept apart from avstam's own parser on purpose, and only good for what the samples print.

    >>> printed_value("-1 996"), printed_value("1255,5"), printed_value("+212"), printed_value("-827 000 kr")
    (Decimal('-1996'), Decimal('1255.5'), Decimal('212'), Decimal('-827000'))
    """
    return Decimal(_digits(raw))


def _digits(raw: str) -> str:
    kept = "".join(char for char in raw if char.isdigit() or char in "-−+,")
    return kept.replace("−", "-").replace(",", ".")


def _figure(table: TruthTable, row: TruthRow, column: TruthColumn, raw: str) -> TruthFigure:
    printed = printed_value(raw)
    exponent = printed.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return TruthFigure(
        page=row.page or table.page,
        label=row.label,
        column=column.header,
        subject=row.subject,
        concept=row.concept,
        year=column.year,
        scenario=column.scenario,
        value=printed * column.scale,
        unit=column.unit,
        quantum=step * column.scale,
        raw=raw,
        origin="table",
    )
