"""The fields of a cover: labels in a left column (or with a colon) and their values, line by line.

A value goes on below its label until the next label; words that stand left of the value belong to a label that wraps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.folding import fold
from extractors.page.lines import segments, size_of
from schemas.page import Line, Word
from schemas.record import Record

_LABELS: tuple[tuple[str, str], ...] = (
    (
        "place_time",
        (
            r"(?:plats och (?:samman\w*)?tid|tid och plats|plats,? (?:samt )?(?:datum|dag),? (?:och )?tid|"
            r"tid,? (?:och )?plats|sammantradesplats och tid)"
        ),
    ),
    (
        "adjust_place",
        (
            r"(?:justering(?:ens|en)?s?(?! utsed| och val)(?: (?:plats|datum|tid)(?: och(?: (?:tid|plats|datum))?)?)?|"
            r"plats och (?:tid|"
            r"datum) for justering\w*|tid och plats for justering\w*|justeringsdatum)"
        ),
    ),
    ("time", r"(?:sammantradestid|motestid|(?:motets )?tid(?:punkt)?|klockslag)"),
    ("place", r"(?:sammantradesplats|motesplats|plats|lokal)"),
    ("date", r"(?:sammantradesdatum|motesdatum|datum(?: och tid)?|dag)"),
    (
        "not_deciding",
        (
            r"(?:ej|icke|inte) (?:tjanstgorande|beslutande)(?: ersattare| ledamoter)?|(?:narvarande )?(?:ej|"
            r"icke) tjanstgorande|narvarande,? ersattare|ersattare,? (?:ej tjanstgorande|narvarande)"
        ),
    ),
    ("serving", r"tjanstgorande(?: ersattare| ledamoter)?|beslutande ersattare"),
    (
        "deciding",
        (
            r"beslutande(?: ledamoter)?|ledamoter, beslutande|narvarande beslutande|"
            r"(?:narvarande )?ledamoter och tjanstgorande ersattare"
        ),
    ),
    (
        "others",
        (
            r"tjanstepersoner|"
            r"ovriga(?: (?:narvarande|deltagare|deltagande))?|ovrig(?:a)? narvaro|(?:narvarande )?tjansteman|(?:aven|"
            r"dessutom) narvarande|adjungera(?:d|de)|foredragande|inbjudna|insynsplats\w*|personalforetradare|"
            r"(?:sakkunniga|gaster|revisorer)"
        ),
    ),
    ("substitutes", r"(?:narvarande )?ersattare"),
    (
        "absent",
        (
            r"franvarande(?: ledamoter| ersattare)?|ej narvarande(?: ledamoter)?|(?:anmalt )?forhinder|forhindrade?|"
            r"anmalda forhinder"
        ),
    ),
    ("members", r"(?:ordinarie )?(?:styrelse)?ledamoter|narvarande ledamoter|ordinarie"),
    ("present", r"narvarande(?: pa motet| vid motet)?|deltagare|deltagande|narvaro"),
    (
        "adjusters_elected",
        (
            r"(?:utses|utsedd|utsags|valdes)(?: till)? (?:att )?juster\w*|val av juster\w*|justering\w* utsed\w*|"
            r"utsedd(?:a)? justerare"
        ),
    ),
    (
        "adjusters",
        (
            r"justera(?:re|nde|s av|s)|justeringsman|justeringsperson(?:er)?|justeras av|protokolljusterare|"
            r"protokollsjusterare"
        ),
    ),
    ("secretary", r"(?:motes)?sekreterare|vid protokollet|protokollforare|protokoll(?:et)? fort av|protokollsekreterare"),
    ("chair", r"(?:motes)?ordforande"),
    ("paragraphs", r"paragrafer?"),
    ("kept", r"(?:protokollets )?forvaringsplats(?: for(?: protokollet)?)?"),
    (
        "stop",
        (
            r"underskrift(?:er)?|bevis(?: om justering)?|anslag(?:/bevis)?|anslagsbevis|organ|myndighet|"
            r"protokollet ar justerat.*|datum for .*|dagordning|innehall|protokollets|"
            r"utdragsbestyrkande|arende|foredragningslista|rubrik"
        ),
    ),
)
_COMPILED = tuple((key, re.compile(rf"(?:{pattern})(?=\s*[:.]|\s*$|\s)")) for key, pattern in _LABELS)
_SIGNERS = frozenset({"secretary", "chair", "adjusters", "adjusters_elected"})
"""Keys whose value may follow without anything between: `Sekreterare Anna Ek`."""
_TO_SIGN_ON = re.compile(r"[.…_]{2,}")
"""Dots between a label and the name of who signs."""
_APART = 2.0
"""Font sizes of white space between a name and what a second column says of the person."""
_WORD_GAP = 0.8
"""Font sizes of white space between words of one cell, at most."""
_CLOSE = 1.6
"""Font sizes from line to line within a cell."""
_WIDER = 1.15
"""How much wider the gap between two cells is than between two lines of a cell."""
_NEAR = 3.0
"""Points by which a word may stand left of the value's edge."""


class Field(Record):
    """A label of the cover with its value."""

    key: str
    """What the label means: `deciding`, `place_time`, ..."""
    label: str
    """The label as printed."""
    page: int
    """The page, from 1."""
    rows: tuple[tuple[Word, ...], ...] = ()
    """The words of its value, a tuple for each line."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines of the value as text."""
        return tuple(" ".join(word.text for word in row) for row in self.rows)

    @property
    def entries(self) -> tuple[str, ...]:
        """Return the lines of a list, what stands apart on a line after a comma."""
        return tuple(", ".join(" ".join(word.text for word in cell) for cell in _cells(row)) for row in self.rows)

    @property
    def text(self) -> str:
        """Return the value as one text."""
        return " ".join(self.lines)


def _cells(row: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    return segments(Line(words=row), gap=_APART) if row else ()


class _Open(Record):
    """The field that lines are being added to."""

    key: str
    label: str
    left: float
    edge: float | None
    page: int


def fields_of(lines: Iterable[tuple[int, Line]]) -> tuple[Field, ...]:
    """Return the fields of lines of the cover, in order.

    Args:
        lines: (page, line) in reading order, furniture left out.
    """
    fields: list[Field] = []
    current: _Open | None = None
    rows: list[tuple[Word, ...]] = []
    for page, line in _unfolded(list(lines)):
        found = _label(line, current)
        if found is None:
            if current is not None and _is_sentence(line, current):
                fields.append(_closed(current, rows))
                current, rows = None, []
            elif current is not None:
                current = _continue(current, line, rows)
            continue
        above = _centred_over(rows, line, found[1])
        if current is not None:
            fields.append(_closed(current, rows[: len(rows) - len(above)]))
        key, count = found
        value = tuple(line.words[count:])
        rows = [*above, value] if value else above
        label = " ".join(word.text for word in line.words[:count])
        edge = rows[0][0].box.x0 if rows else None
        current = _Open(key=key, label=label, left=line.words[0].box.x0, edge=edge, page=page)
    if current is not None:
        fields.append(_closed(current, rows))
    return tuple(fields)


def _centred_over(rows: Sequence[tuple[Word, ...]], line: Line, count: int) -> list[tuple[Word, ...]]:
    """Return the last lines of the value so far that are the next label's: a label in the middle of the height of its cell.

    They stand right of the label and follow one another and the label's line closely, after a wider gap.
    """
    label_end = line.words[min(count, len(line.words)) - 1].box.x1
    tops = [row[0].box.top for row in rows] + [line.words[min(count, len(line.words) - 1)].box.top]
    steps = [after - before for before, after in pairwise(tops)]
    most, first = _CLOSE * size_of(line), len(rows)
    while first and rows[first - 1][0].box.x0 > label_end and 0 < steps[first - 1] < most:
        first -= 1
        most = min(most, _WIDER * steps[first])
    inner = steps[first:]
    if not inner or first == 0 or steps[first - 1] < _WIDER * max(inner):
        return []
    return list(rows[first:])


def _unfolded(lines: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Return the lines with labels side by side (`Vid protokollet    Justeras`) put one column after the other."""
    for index, (page, line) in enumerate(lines):
        heads = segments(line, gap=_APART)
        if len(heads) == 1 or not all(_is_signer_label(head) for head in heads):
            continue
        edges = [head[0].box.x0 - _NEAR for head in heads] + [float("inf")]
        below = [item for item in lines[index + 1 :] if item[0] == page]
        columns = [
            (page, part)
            for number, head in enumerate(heads)
            for part in (Line(words=head), *_between([line for _, line in below], edges[number], edges[number + 1]))
        ]
        return [*lines[:index], *columns, *(item for item in lines[index + 1 :] if item[0] != page)]
    return list(lines)


def _is_signer_label(head: tuple[Word, ...]) -> bool:
    label = _label(Line(words=head), None)
    return label is not None and label[0] in _SIGNERS and label[1] == len(head)


def _between(lines: Iterable[Line], left: float, right: float) -> list[Line]:
    """Return the parts of lines whose cells begin between two edges."""
    cells = ([word for cell in segments(line, gap=1.0) if left <= cell[0].box.x0 < right for word in cell] for line in lines)
    return [Line(words=tuple(words)) for words in cells if words]


def _closed(current: _Open, rows: Sequence[tuple[Word, ...]]) -> Field:
    return Field(key=current.key, label=current.label, page=current.page, rows=tuple(rows))


def _continue(current: _Open, line: Line, rows: list[tuple[Word, ...]]) -> _Open:
    """Add a line to the value; words left of it go on with the label."""
    edge = current.edge
    if edge is None:
        rows.append(line.words)
        return current.model_copy(update={"edge": line.words[0].box.x0 if line.words[0].box.x0 > current.left + _NEAR else None})
    value = tuple(word for word in line.words if word.box.x0 >= edge - _NEAR)
    beside = tuple(word for word in line.words if word.box.x0 < edge - _NEAR)
    if beside and value and value[0].box.x0 - beside[-1].box.x1 < _WORD_GAP * size_of(line):
        value = line.words
    if (beside and not value and current.left + _NEAR < beside[0].box.x0) or (
        beside and not value and not _wraps(current, beside)
    ):
        value = beside
    if value:
        rows.append(value)
    return current


def _is_sentence(line: Line, current: _Open) -> bool:
    """Tell whether a line left of the value is a sentence of its own, which ends the field."""
    if current.edge is None or line.words[0].box.x0 >= current.edge - _NEAR:
        return False
    small = sum(word.text[:1].islower() for word in line.words)
    return line.words[-1].box.x0 > current.edge and 2 * small > len(line.words) > 4  # noqa: PLR2004 -- words


def _wraps(current: _Open, words: Sequence[Word]) -> bool:
    """Tell whether words below a label are its second line: short, as bold as labels are, no name."""
    return abs(words[0].box.x0 - current.left) < _NEAR and (words[0].bold or words[0].text[:1].islower())


def _label(line: Line, current: _Open | None) -> tuple[str, int] | None:
    """Return (key, number of words of the label), or None."""
    if not line.words[0].text[:1].isupper():
        return None
    texts = [fold(word.text) for word in line.words[:8]]
    joined = " ".join(texts)
    for key, pattern in _COMPILED:
        match = pattern.match(joined)
        if match is None:
            continue
        count = len(joined[: match.end()].split())
        if _is_set_apart(key, line, count, current):
            return key, _with_colon(line, count)
    return None


def _with_colon(line: Line, count: int) -> int:
    return count + (count < len(line.words) and line.words[count].text == ":")


def _is_set_apart(key: str, line: Line, count: int, current: _Open | None) -> bool:
    """Tell whether words at the start of a line are a label: whole line, colon, weight, or white space or an edge after them."""
    if count >= len(line.words):
        return True
    last, following = line.words[count - 1], line.words[count]
    if last.text.endswith(":") or following.text == ":":
        return True
    if last.bold and not following.bold:
        return True
    if following.box.x0 - last.box.x1 > 0.8 * size_of(line):
        return True
    if current is not None and current.edge is not None and abs(following.box.x0 - current.edge) < _NEAR:
        return line.words[0].box.x0 < current.edge - _NEAR
    return key in _SIGNERS and (following.text[:1].isupper() or _TO_SIGN_ON.fullmatch(following.text) is not None)
