"""Repair by arithmetic: on OCRed pages, the smallest change of reading that makes the identities of a figure hold.

The figures of identities that fail are read again on a sharper picture. A reading with which its identities hold is taken; where
no reading helps, one slip (look-alike digits, a digit lost or doubled, a lost comma) is taken when every identity of the figure
then holds and nothing else explains them as well. A figure that both new readings confirm is never changed: the document says
so. A turned sign needs a reading that shows it. Born-digital pages are never looked at.

By hand: 701,12 - 117,09 = 584,03 and 701,12 + 0 = 701,12, but `7011,12` was read: one doubled digit mends both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.values.amounts import parse_amount
from pipeline.judging.grid import Ref
from pipeline.judging.identities import Identity, Values
from pipeline.judging.slips import LIKELY, POSSIBLE, SIGN, Slip, decimals_of, slips, step_of
from pipeline.judging.table_judgement import Judged, judge_tables
from pipeline.reading.again import page_pictures
from pipeline.recognition.image import without_lines
from pipeline.recognition.recogniser import SPOTS_TOGETHER, FigureReader, RecognitionError, Spots
from pipeline.recognition.reread import plain_figure
from schemas.archive import ArchiveDocument
from schemas.document import Classification, Reading
from schemas.figure import CONFIRMED, Figure
from schemas.packed import Packed
from schemas.page import Page, Word
from schemas.record import stable_id
from schemas.repair import Repair
from schemas.table import Cell, Table

MOST = 150
"""So many cells of a page are read again; a page with more is not read well enough for that to help."""
ENOUGH = 2
"""Identities that must be mended by a slip that no reading shows, where the first reading was sure."""
UNSURE = 0.9
"""Confidence below which a first reading is doubted."""
READ = 0.95
"""Confidence of a figure that a reading and the arithmetic agree on."""
RECKONED = 0.8
"""Confidence of a figure that the arithmetic alone gives."""


class Again(NamedTuple):
    """What is known of a cell's reading."""

    cell: Cell
    readings: tuple[str, ...]
    """What other readings of it gave, the second OCR model's first."""
    confirmed: bool
    """Whether both new readings gave what was read first."""


class Change(NamedTuple):
    """Another reading of one cell."""

    ref: Ref
    text: str
    figure: Figure
    """The figure as it would be."""
    weight: int
    """0 for what a reading shows, else that of the slip."""
    mended: tuple[Identity, ...]
    """Identities that hold with it and failed before."""
    exact: int
    """How many of them hold exactly."""

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Sort key, best last."""
        return (self.weight == 0, len(self.mended), self.exact, -self.weight)


def mend_by_arithmetic(
    data: bytes, reading: Reading, tables: Sequence[Table], figures: Sequence[Figure], reader: FigureReader
) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with misread figures of OCRed pages changed, and one record per change.

    Args:
        data: the PDF's bytes.
        reading: its pages, repaired.
        tables: its tables, described.
        figures: the figures of the tables.
        reader: reads figures on a picture.
    """
    pages = {page.number: page for page in reading.pages if page.text_source == "ocr"}
    if not pages or not any(figure.page in pages for figure in figures):
        return reading, ()
    judged = judge_tables(
        ArchiveDocument(
            document_id=reading.document_id,
            file_name=reading.file_name,
            classification=Classification(kind="other"),
            scanned_pages=frozenset(pages),
            tables=tuple(tables),
            figures=tuple(figures),
        )
    )
    identities = [*judged.identities, *judged.hoped]
    cells = _suspects(judged, identities, pages)
    if not cells:
        return reading, ()
    answers = _read_again(data, pages, cells, reader)
    changes = _changes(judged, identities, answers)
    return _applied(reading, cells, answers, changes)


def _suspects(judged: Judged, identities: Iterable[Identity], pages: Mapping[int, Page]) -> dict[Ref, Cell]:
    """Return the cells on OCRed pages that take part in an identity that fails."""
    by_place = {(table.table_id, cell.row, cell.col): cell for table in judged.document.tables for cell in table.cells}
    found: dict[Ref, Cell] = {}
    for identity in identities:
        if not judged.values.judge(identity).holds:
            found |= {ref: by_place[ref] for ref in identity.cells if ref in by_place and by_place[ref].page in pages}
    crowd = Counter(cell.page for cell in found.values())
    return {ref: cell for ref, cell in sorted(found.items()) if crowd[cell.page] <= MOST}


def _read_again(data: bytes, pages: Mapping[int, Page], cells: Mapping[Ref, Cell], reader: FigureReader) -> dict[Ref, Again]:
    """Return what two targeted readings of each cell give, and what was read there before."""
    found = {ref: Again(cell, _earlier(pages[cell.page], cell), confirmed=False) for ref, cell in cells.items()}
    by_page: dict[int, list[Ref]] = defaultdict(list)
    for ref, cell in cells.items():
        by_page[cell.page].append(ref)
    pictures = page_pictures(data, [pages[number] for number in sorted(by_page)])
    while group := list(islice(pictures, SPOTS_TOGETHER)):
        spots = [
            Spots(without_lines(image, page.rulings, dpi, across=True), [cells[ref].box for ref in by_page[page.number]], dpi)
            for page, image, dpi in group
        ]
        answers = [reader.figures(spots, other=other) for other in (False, True)]
        for (page, _, _), once, twice in zip(group, *answers, strict=True):
            if isinstance(once, RecognitionError) or isinstance(twice, RecognitionError):
                continue
            for ref, *texts in zip(by_page[page.number], once, twice, strict=True):
                found[ref] = _read_twice(found[ref], texts)
    return found


def _read_twice(again: Again, texts: Sequence[str]) -> Again:
    """Return a cell with two more readings; it is confirmed where both are the first one."""
    confirmed = set(map(plain_figure, texts)) == {plain_figure(again.cell.text)}
    return again._replace(readings=(*again.readings, *texts), confirmed=confirmed)


def _earlier(page: Page, cell: Cell) -> tuple[str, ...]:
    words = [word for word in page.words if cell.box.contains_middle_of(word.box)]
    return words[0].readings if len(words) == 1 else ()


def _changes(judged: Judged, identities: Sequence[Identity], answers: Mapping[Ref, Again]) -> dict[Ref, Change]:
    """Return the changes that mend identities, found one after the other, the most certain first."""
    by_cell: dict[Ref, list[Identity]] = defaultdict(list)
    for identity in identities:
        for ref in identity.cells:
            by_cell[ref].append(identity)
    decimals = _decimals(judged)
    figures = dict(judged.figures)
    taken: dict[Ref, Change] = {}
    while True:
        values = Values(figures, {})
        trials = [
            change
            for ref, again in answers.items()
            if ref not in taken and not again.confirmed and any(not values.judge(one).holds for one in by_cell[ref])
            for change in _trials(values, by_cell[ref], (ref, again), decimals[ref[0], ref[2]])
        ]
        best = _unrivalled(trials)
        if best is None:
            return taken
        taken[best.ref] = best
        figures[best.ref] = best.figure


def _decimals(judged: Judged) -> Mapping[tuple[str, int], int]:
    """Return how many decimals most figures of each column have."""
    counts: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for (table_id, _, col), figure in judged.figures.items():
        counts[table_id, col][decimals_of(figure.raw)] += 1
    return {place: max(sorted(counter), key=lambda number: counter[number]) for place, counter in counts.items()}


def _trials(values: Values, identities: Sequence[Identity], doubt: tuple[Ref, Again], decimals: int) -> Iterator[Change]:
    """Yield the readings of one cell that mend an identity and break none, and the slips that make all of them hold."""
    ref, again = doubt
    figure, text = values.figures[ref], again.cell.text
    read = {plain_figure(reading): Slip(plain_figure(reading), 0) for reading in again.readings if reading}
    for slip in (*read.values(), *slips(plain_figure(text), decimals)):
        other = figure_as(figure, text, slip.text)
        if other is None or other.value == figure.value or (slip.weight == SIGN and slip.text not in read):
            continue
        changed = Values({**values.figures, ref: other}, values.replaced)
        before = [values.judge(one).holds for one in identities]
        after = [changed.judge(one) for one in identities]
        mended = tuple(
            one for one, was, now in zip(identities, before, after, strict=True) if now.holds and not now.loose and not was
        )
        broken = any(was and not now.holds for was, now in zip(before, after, strict=True))
        change = Change(ref, slip.text, other, slip.weight, mended, sum(now.verdict == "exact" for now in after))
        if (
            mended
            and not broken
            and (slip.weight == 0 or _is_plausible(change, after_all=all(now.holds for now in after), was=figure))
        ):
            yield change


def _is_plausible(change: Change, *, after_all: bool, was: Figure) -> bool:
    """Tell whether a slip that no reading shows explains enough: all identities hold, two that failed or an unsure one."""
    sure_identities = [one for one in change.mended if one.sure and not one.weak]
    if not after_all or not sure_identities:
        return False
    unsure = was.confidence < UNSURE
    many = len(sure_identities) >= ENOUGH
    return (unsure or many) if change.weight == LIKELY else (unsure and many and change.weight == POSSIBLE)


def figure_as(figure: Figure, text: str, other: str) -> Figure | None:
    """Return a figure as it would be if its cell said something else; None when that is no figure of its unit."""
    scale = figure.quantum / step_of(text)
    amount = parse_amount(other, scale=scale, unit=figure.unit)
    if amount is None or amount.unit != figure.unit or amount.value_high is not None:
        return None
    return figure.model_copy(update={"value": amount.value, "quantum": amount.quantum, "value_high": None})


def _unrivalled(trials: Sequence[Change]) -> Change | None:
    """Return the best change with which no other one competes: none as good that mends one of the same identities."""
    for change in sorted(trials, key=lambda one: one.rank, reverse=True):
        mine = {id(identity) for identity in change.mended}
        if not any(_competes(other, change) and mine & {id(identity) for identity in other.mended} for other in trials):
            return change
    return None


def _competes(other: Change, change: Change) -> bool:
    """Tell whether another change is as good and says something else."""
    return other.rank >= change.rank and (other.ref, other.figure.value) != (change.ref, change.figure.value)


def _applied(
    reading: Reading, cells: Mapping[Ref, Cell], answers: Mapping[Ref, Again], changes: Mapping[Ref, Change]
) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with the changes, each as one word in place of the words of its cell; confirmed figures become sure."""
    by_page: dict[int, list[Ref]] = defaultdict(list)
    for ref, cell in cells.items():
        if ref in changes or answers[ref].confirmed:
            by_page[cell.page].append(ref)
    if not by_page:
        return reading, ()
    repairs: list[Repair] = []
    pages = Packed[Page]()
    for page in reading.pages:
        words = list(page.words)
        for ref in by_page.get(page.number, ()):
            words, raw = _replaced(words, cells[ref], changes.get(ref))
            if ref in changes:
                repairs.append(_repair(reading.document_id, cells[ref], raw, changes[ref]))
        pages.append(page.model_copy(update={"words": tuple(words)}) if page.number in by_page else page)
    return reading.model_copy(update={"pages": pages}), tuple(repairs)


def _replaced(words: Sequence[Word], cell: Cell, change: Change | None) -> tuple[list[Word], str]:
    """Return the words with those of a cell changed, and what they were read as."""
    own = sorted((word for word in words if cell.box.contains_middle_of(word.box)), key=lambda word: word.box.x0)
    raw = " ".join(word.raw for word in own)
    if not own:
        return list(words), raw
    if change is None:
        return [word.model_copy(update={"confidence": CONFIRMED}) if word in own else word for word in words], raw
    update = {"text": change.text, "raw": raw, "box": cell.box, "confidence": _confidence(change)}
    new = own[0].model_copy(update=update)
    return [new if word is own[0] else word for word in words if word is own[0] or word not in own], raw


def _confidence(change: Change) -> float:
    return READ if change.weight == 0 else RECKONED


def _repair(document_id: str, cell: Cell, raw: str, change: Change) -> Repair:
    return Repair(
        repair_id=stable_id("repair", document_id, cell.page, "arithmetic", cell.box.rounded(), raw),
        page=cell.page,
        box=cell.box,
        raw=raw,
        repaired=change.text,
        method="arithmetic",
        confidence=_confidence(change),
    )
