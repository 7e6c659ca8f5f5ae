"""Attendance tables: names in a column at the left, ticks under `Närvarande` and `Beslutande`, headers upright or turned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.folding import fold
from extractors.minutes.openers import read_opener
from extractors.minutes.people import read_person
from extractors.page.lines import is_bold, lines_of, segments
from schemas.meeting import Attendance
from schemas.page import Line, Page, Word
from schemas.place import Box, union
from schemas.record import Record

_HEADERS = (
    ("deciding", re.compile(r"beslutande|tjanstgorande|tjanstg\.?|tjg\.?|besl\.?")),
    ("present", re.compile(r"narvarande|narvaro|narv\.?|nv\.?")),
    ("absent", re.compile(r"franvarande|franv\.?|forhinder")),
)
_TICK = re.compile(r"[xX×✓✔☒☑√⊠]|\uf0fc|\uf0fe|JA|Ja|ja")
_GROUP = re.compile(
    r"(?:ordinarie|styrelse|ledam[oö]t|ers[äa]ttare|[öo]vriga|tj[äa]nstem[äa]n|ordf[öo]rande|adjungerad)", re.IGNORECASE
)
_APPOINTED = re.compile(r"^(?:utsedd av|utses av|representerar|för|huvudman:?)\s+(?P<who>.+)$", re.IGNORECASE)


_BODY = re.compile(r"(?:kommun|region|kassan|förmedlingen|landsting(?:et)?|stad)$|^Region\b", re.IGNORECASE)


_COUNT = re.compile(r"^\d{1,3}[.)]?(?:\s+|$)")
"""The number of a row before its name."""
_PARTY = re.compile(r"\(?(?P<party>S|M|C|L|V|KD|MP|SD|FP|Fi|FI|opol\.?|-)\)?")


_TOTAL = re.compile(r"^(?:antal|summa|totalt)\b", re.IGNORECASE)
"""What counts the rows above it."""
_FAR = 60.0
"""Points below the last row after which the table has ended."""


_NEAR = 25.0
"""Points by which a tick may stand beside the middle of its header."""
_BESIDE = 6.0
"""Points by which it may stand beside the edges of a wide header."""
_SAME_COLUMN = 6.0
"""Points between the middles of pieces of one turned header."""


class _Column(Record):
    """A column of ticks."""

    key: str
    x: float
    x0: float
    x1: float
    top: float
    bottom: float


class _Row(Record):
    """A person's row."""

    name: str
    role: str | None
    organisation: str | None = None
    note: str | None = None
    party: str | None = None
    replaces: str | None = None
    paragraphs: str | None = None
    box: Box
    top: float
    bottom: float


def attendance_in_tables(pages: Sequence[Page]) -> tuple[Attendance, ...]:
    """Return the persons of attendance tables in order; empty where there is none."""
    found: list[Attendance] = []
    for page in pages:
        columns = _heading(_columns(page))
        ticks = [word for word in page.words if _TICK.fullmatch(word.text) and any(_under(word, column) for column in columns)]
        columns = [column for column in columns if any(_under(tick, column) for tick in ticks)]
        if ticks:
            found += _without_unsure(_read(page, columns, ticks, len(found)), page)
    return tuple(found)


def _without_unsure(people: Sequence[Attendance], page: Page) -> list[Attendance]:
    """Return persons; where OCR saw few ticks, one without a tick is neither present nor absent: lone marks are easily missed."""
    if page.text_source != "ocr" or 2 * sum(bool(person.present) for person in people) >= len(people):
        return list(people)
    unsure = {"present": None, "deciding": None}
    return [person if person.present else person.model_copy(update=unsure) for person in people]


def _columns(page: Page) -> list[_Column]:
    """Return the columns headed by words of attendance, upright or turned."""
    columns = [
        _Column(key=key, x=box.middle[0], x0=box.x0, x1=box.x1, top=box.top, bottom=box.bottom)
        for text, box in (*_upright(page), *_turned(page))
        if (key := _meaning(text)) is not None
    ]
    return sorted(columns, key=lambda column: column.x)


def _heading(columns: Sequence[_Column]) -> list[_Column]:
    """Return the columns whose headers stand side by side at the top; the same words further down are what cells say."""
    first = min((column.bottom for column in columns), default=0.0)
    return [column for column in columns if column.top <= first + _NEAR]


def _meaning(text: str) -> str | None:
    folded = re.sub(r"[^a-z.]", "", fold(text))
    return next((key for key, pattern in _HEADERS if pattern.fullmatch(folded)), None)


def _upright(page: Page) -> list[tuple[str, Box]]:
    return [(word.text, word.box) for word in page.words if word.upright]


def _turned(page: Page) -> list[tuple[str, Box]]:
    """Return turned headers; pieces of one header that stand over each other are joined, read upwards or downwards."""
    stacks: list[list[Word]] = []
    for word in sorted((word for word in page.words if not word.upright), key=lambda word: (word.box.middle[0], word.box.top)):
        if stacks and abs(stacks[-1][-1].box.middle[0] - word.box.middle[0]) < _SAME_COLUMN:
            stacks[-1].append(word)
        else:
            stacks.append([word])
    found: list[tuple[str, Box]] = []
    for stack in stacks:
        ordered = sorted(stack, key=lambda word: word.box.top)
        box = union(word.box for word in stack)
        readings = ["".join(word.text for word in order) for order in (ordered, ordered[::-1])]
        found.append((next((text for text in readings if _meaning(text)), readings[0]), box))
    return found


def _under(tick: Word, column: _Column) -> bool:
    x = tick.box.middle[0]
    beside = abs(x - column.x) < _NEAR or column.x0 - _BESIDE <= x <= column.x1 + _BESIDE
    return tick.box.top >= column.bottom - 1 and beside


def _read(page: Page, columns: Sequence[_Column], ticks: Sequence[Word], offset: int) -> list[Attendance]:
    top = max(column.bottom for column in columns if any(_under(tick, column) for tick in ticks))
    left = min(tick.box.x0 for tick in ticks)
    lines = lines_of(word for word in page.words if word.box.x0 < left - 5 and word.upright and word.box.top > top - 2)
    notes = [word for word in page.words if word.box.x0 > max(tick.box.x1 for tick in ticks) + 5 and word.upright]
    rows = _rows(lines, page)
    people: list[Attendance] = []
    for index, row in enumerate(rows):
        end = rows[index + 1].top if index + 1 < len(rows) else row.bottom
        own = [tick for tick in ticks if row.top - 3 <= tick.box.middle[1] < min(end, row.bottom + 3)]
        keys = {
            min((column for column in columns if _under(tick, column)), key=lambda column: abs(column.x - tick.box.middle[0])).key
            for tick in own
        }
        note = " ".join(
            word.text
            for word in notes
            if row.top - 3 <= word.box.middle[1] < min(end, row.bottom + 3) and word.text[:1].isalpha()
        )
        person = _person(row, keys, columns, note or row.note)
        people.append(person.model_copy(update={"position": offset + index, "page": page.number}))
    return people


def _person(row: _Row, keys: set[str], columns: Sequence[_Column], note: str | None) -> Attendance:
    deciding = "deciding" in keys if any(column.key == "deciding" for column in columns) else None
    return Attendance(
        position=0,
        name=row.name,
        organisation=row.organisation,
        role=row.role,
        present=bool(keys - {"absent"}),
        deciding=deciding,
        note=note,
        party=row.party,
        substitute_for=row.replaces,
        paragraphs=row.paragraphs,
        box=row.box,
    )


def _rows(lines: Sequence[Line], page: Page) -> list[_Row]:
    """Return rows of persons: a name, then lines in smaller type that say who appointed the person, or the role."""
    rows: list[_Row] = []
    group: str | None = None
    for line in sorted(lines, key=lambda line: line.box.top):
        below = bool(rows) and line.box.top - rows[-1].bottom > _FAR
        below = below or (bool(rows) and _TOTAL.match(line.text) is not None)
        if line.box.top > 0.93 * page.height or below or read_opener(line.text) is not None:
            break
        cells = [" ".join(word.text for word in cell) for cell in segments(line, gap=1.2)]
        first = _COUNT.sub("", cells[0]) or cells[min(1, len(cells) - 1)]
        appointed = _APPOINTED.match(first)
        if appointed is not None and rows:
            rows[-1] = rows[-1].model_copy(update={"organisation": appointed["who"].strip(), "bottom": line.box.bottom})
        elif _GROUP.match(first) and (is_bold(line) or len(first.split()) <= 2):  # noqa: PLR2004  # `Övriga närvarande`: a group's name has one word or two
            group = first.rstrip(" :")
        else:
            known = len(rows)
            _add(rows, line, first, group if group is None or not _others(group) else None)
            if len(rows) > known:
                rows[-1] = _with_cells(rows[-1], [cell for cell in cells[1:] if cell != first])
    return rows


def _with_cells(row: _Row, cells: Sequence[str]) -> _Row:
    """Return a person's row with what further cells say: the party, who appointed the person, whom he stands in for, a role."""
    for cell in cells:
        party = _PARTY.fullmatch(cell)
        said = read_person(f"{row.name} {cell}")
        if party is not None:
            row = row.model_copy(
                update={"party": row.party or party["party"], "organisation": row.organisation or party["party"]}
            )
        elif said is not None and (said.replaces or said.paragraphs):
            found = {"replaces": said.replaces, "paragraphs": said.paragraphs, "note": said.note}
            row = row.model_copy(update={key: value for key, value in found.items() if value})
        elif _BODY.search(cell):
            row = row.model_copy(update={"organisation": row.organisation or cell})
        elif cell[:1].isalpha():
            row = row.model_copy(update={"role": f"{row.role}, {cell}" if row.role and cell not in row.role else cell})
    return row


def _others(group: str) -> bool:
    return fold(group).startswith("ovriga")


def _add(rows: list[_Row], line: Line, text: str, role: str | None) -> None:
    person = read_person(text)
    if person is not None:
        organisation = person.organisation
        rows.append(
            _Row(
                name=person.name,
                role=person.role or role,
                organisation=organisation,
                note=person.note,
                party=person.party,
                replaces=person.replaces,
                paragraphs=person.paragraphs,
                box=line.box,
                top=line.box.top,
                bottom=line.box.bottom,
            )
        )
    elif rows and line.box.top - rows[-1].bottom < 12 and text[:1].isalpha():  # noqa: PLR2004 -- points
        field = "organisation" if _BODY.search(text) else "role"
        rows[-1] = rows[-1].model_copy(update={field: text, "bottom": line.box.bottom})
