"""The likeliest cause of a difference, tried in a fixed order: the accused figure itself, then the rows that it adds up.

First what hits only by design (a turned sign, a factor of 1 000, swapped digits, a row left out or counted twice), then a single
digit, then the number of a neighbour, last what looks like rounding. A cause must make the identity hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.judging.blame import Accusation
from pipeline.judging.elsewhere import row_elsewhere
from pipeline.judging.explain import Cause, slips_of
from pipeline.judging.grid import Grid, Ref
from pipeline.judging.identities import Identity, Values
from pipeline.judging.outcome import Message
from schemas.figure import Figure

BY_DESIGN = ("sign flipped", "unit slip", "transposed digits")
DIGIT = ("one digit",)
FEW = 3
WEAK = frozenset({"neighbour's figure", "rounding"})
"""Causes that chance may bring about: they excuse nothing and prove nothing."""
OWN = {
    "sign flipped": Message("Troligen fel tecken.", "Probably the wrong sign."),
    "unit slip": Message("Troligen fel enhet (en faktor 1 000).", "Probably the wrong unit (a factor of 1 000)."),
    "transposed digits": Message("Troligen omkastade siffror.", "Probably transposed digits."),
    "one digit": Message("En enda siffra skiljer.", "A single digit differs."),
    "rounding": Message(
        "Liten skillnad: kanske avrundning i underlaget eller en rad som har ändrats.",
        "A small difference: perhaps rounding in the source, or a row that was amended.",
    ),
}
ROW = {
    "sign flipped": ("har troligen fel tecken", "probably has the wrong sign"),
    "unit slip": ("har troligen fel enhet (en faktor 1 000)", "probably has the wrong unit (a factor of 1 000)"),
    "transposed digits": ("har troligen omkastade siffror", "probably has transposed digits"),
    "one digit": ("kan ha en siffra fel", "may have a wrong digit"),
}


def cause_of(values: Values, grids: Mapping[str, Grid], accusation: Accusation) -> Cause | None:
    """Return the likeliest cause of an accused figure's difference, or None.

    Args:
        values: the figures as printed.
        grids: the tables of the document, by id.
        accusation: the figure, what it should be, and the identities that fail.
    """
    figure, told = values.figures[accusation.ref], accusation.identities[0]
    is_sum = told.rule == "table.total" and accusation.ref == told.target
    elsewhere = row_elsewhere(grids, accusation.ref[0], figure.value - accusation.expected) if is_sum else None
    return elsewhere or next(_causes(values, grids, accusation, is_sum=is_sum), None)


def _causes(values: Values, grids: Mapping[str, Grid], accusation: Accusation, *, is_sum: bool) -> Iterator[Cause]:
    """Yield the causes that fit, likeliest first."""
    ref, told = accusation.ref, accusation.identities[0]
    figure = values.figures[ref]
    alone = len(accusation.identities) == 1
    rows = [row for _, row in told.terms] if is_sum else []
    changed = rows if alone else []  # a wrong row leaves the other identities of its sum as they are
    is_near = abs(figure.value - accusation.expected) <= FEW * figure.quantum
    if accusation.kept and alone:  # another identity needs the printed sum, so a row is likelier wrong than the sum
        yield from (_row_cause(name, values.figures[row]) for row in rows for name in _slips(values, told, row, BY_DESIGN))
    for names in (BY_DESIGN, DIGIT):
        if names is DIGIT and is_near and figure.quantum > 1:
            yield Cause("rounding", OWN["rounding"])
        yield from (Cause(name, OWN[name]) for name in _slips(values, told, ref, names))
        if names is BY_DESIGN:
            yield from _counted(values, told, figure.value - accusation.expected) if is_sum else ()
        for row in changed:
            yield from (_row_cause(name, values.figures[row]) for name in _slips(values, told, row, names))
    yield from _neighbours(grids, ref, figure)
    for row in changed:
        yield from (cause for cause in _neighbours(grids, row, values.figures[row], told, values))
    if is_near:
        yield Cause("rounding", OWN["rounding"])
    for row in changed:
        yield from (_row_cause(name, values.figures[row]) for name in _slips(values, told, row, BY_DESIGN, loosely=True))


def _slips(values: Values, told: Identity, ref: Ref, names: tuple[str, ...], *, loosely: bool = False) -> Iterator[str]:
    """Yield the names of the slips in one cell that make the identity hold, by less than its coarsest step unless `loosely`."""
    for name, value in slips_of(values.figures[ref]):
        if name in names:
            judgement = values.with_value(ref, value).judge(told)
            if judgement.holds and (loosely or not judgement.loose):
                yield name


def _counted(values: Values, told: Identity, residual: Decimal) -> Iterator[Cause]:
    """Yield the row that a sum leaves out or counts twice, those that fit best first; what rounds the figures may part them."""
    step = max(values.figures[ref].quantum for ref in told.cells)
    found = [(abs(abs(residual) - abs(values.value(ref))), sign * values.value(ref), ref) for sign, ref in told.terms]
    for apart, value, ref in sorted(found, key=lambda one: one[0]):
        label = _label(values.figures[ref])
        if apart > step or abs(value) <= FEW * step:
            continue
        if residual * value < 0:
            sv, en = f"Troligen saknas raden ”{label}” i summan.", f"The row “{label}” is probably left out."
            yield Cause("row missing", Message(sv, en))
        else:
            sv, en = f"Troligen är raden ”{label}” räknad två gånger.", f"The row “{label}” is probably counted twice."
            yield Cause("row doubled", Message(sv, en))


def _row_cause(name: str, row: Figure) -> Cause:
    sv, en = ROW[name]
    told = Message(f"Raden ”{_label(row)}” {sv}.", f"The row “{_label(row)}” {en}.")
    return Cause("one digit in a row" if name in DIGIT else name, told)


def _neighbours(
    grids: Mapping[str, Grid], ref: Ref, figure: Figure, told: Identity | None = None, values: Values | None = None
) -> Iterator[Cause]:
    """Yield the neighbouring column whose number stands in a cell, too; for a row only where a whole other number is needed."""
    table_id, row, col = ref
    needed = values.needed(told, ref) if told and values else None
    if needed is not None and needed * figure.value <= 0:
        return
    for (_, r, c), other in grids[table_id].figures.items():
        if r != row or abs(c - col) != 1 or other.value != figure.value or other.value in {0, needed}:
            continue
        header = " ".join(other.column_header.split()) or f"kolumn {c + 1}"
        sv, en = f"Samma tal står under ”{header}”", f"The same number stands under “{header}”"
        if told:
            sv, en = f"{sv} i raden ”{_label(figure)}”", f"{en} in the row “{_label(figure)}”"
        yield Cause("neighbour's figure", Message(f"{sv}.", f"{en}."))


def _label(figure: Figure) -> str:
    return " ".join(figure.label.split())
