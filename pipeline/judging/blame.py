"""Which figure is wrong: every figure is judged by all the identities that it takes part in.

An identity that fails accuses none of its figures alone. The figure whose one new value mends the most failing identities and
breaks none is the one that is wrong; with nothing to tell them apart it is the stated sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.judging.explain import lost_minus, misreadings
from pipeline.judging.grid import Ref
from pipeline.judging.identities import Identity, Values
from schemas.figure import CONFIRMED

SURE_READING = 0.9
AMBIGUOUS = "perhaps a misread digit"


@dataclass(frozen=True)
class Accusation:
    """One figure that does not agree with the others."""

    ref: Ref
    """Its cell."""
    expected: Decimal
    """What the others need it to be."""
    identities: tuple[Identity, ...]
    """The identities that fail because of it, the one to tell first."""
    kept: tuple[Identity, ...] = ()
    """Identities that hold with the printed value and would not with the expected one."""
    also: tuple[Identity, ...] = ()
    """Failing sums of a figure that follows from the accused one: the deviation of a wrong outcome."""
    misread: str | None = None
    """`misread digit`, `lost minus` or AMBIGUOUS where plausible confusions in reading a scanned page mend everything."""


@dataclass(frozen=True)
class _Trial:
    """What a new value of one cell would do."""

    ref: Ref
    value: Decimal
    mended: tuple[Identity, ...]
    broken: tuple[Identity, ...]
    loosely: int
    is_target: bool
    exact: int

    @property
    def score(self) -> int:
        return 2 * len(self.mended) + self.loosely - 2 * len(self.broken)

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        return (self.score, not self.broken, self.is_target, self.exact)


def accuse(values: Values, identities: Sequence[Identity], scanned: frozenset[Ref]) -> tuple[Values, tuple[Accusation, ...]]:
    """Return the values with wrong figures replaced, and who was accused, in the order of the page.

    Args:
        values: the figures as printed.
        identities: all identities of a document's tables.
        scanned: cells that were read from an image, the only ones that may have been misread.
    """
    by_cell = _index(identities)
    failing = {i: identity for i, identity in enumerate(identities) if not values.judge(identity).holds}
    number = {id(identity): i for i, identity in enumerate(identities)}
    accused: list[Accusation] = []
    while failing:
        first = failing[min(failing)]
        accusation = _misread(values, by_cell, first, scanned) or _accuse_one(values, by_cell, first)
        accused.append(accusation)
        if not accusation.kept:
            values = values.with_value(accusation.ref, accusation.expected)
        told = {number[id(identity)] for identity in accusation.identities}
        mended = {number[id(identity)] for identity in by_cell[accusation.ref] if values.judge(identity).holds}
        failing = {i: identity for i, identity in failing.items() if i not in told | mended}
    return values, tuple(_joined(values, accused))


def _joined(values: Values, accused: Sequence[Accusation]) -> Iterator[Accusation]:
    """Yield the accusations; of two figures of a row that a holding identity joins and that are off by as much, the first."""
    passed: set[Ref] = set()
    for i, one in enumerate(accused):
        if one.ref in passed:
            continue
        joined = [two for two in accused[i + 1 :] if _follows(values, one, two)]
        passed |= {two.ref for two in joined}
        yield replace(one, also=tuple(identity for two in joined for identity in two.identities)) if joined else one


def _follows(values: Values, one: Accusation, two: Accusation) -> bool:
    """Tell whether two accused sums stand in one row, agree with each other there and differ from their rows by the same."""
    apart = [abs(values.figures[each.ref].value - each.expected) for each in (one, two)]
    shared = any({one.ref, two.ref} <= set(identity.cells) for identity in one.kept)
    return shared and one.ref[:2] == two.ref[:2] and apart[0] == apart[1] and not (one.misread or two.misread)


def _index(identities: Iterable[Identity]) -> dict[Ref, list[Identity]]:
    by_cell: dict[Ref, list[Identity]] = {}
    for identity in identities:
        for ref in identity.cells:
            by_cell.setdefault(ref, []).append(identity)
    return by_cell


def _accuse_one(values: Values, by_cell: Mapping[Ref, list[Identity]], failing: Identity) -> Accusation:
    trials = list(_trials(values, by_cell, failing))
    best = max(trials, key=lambda trial: trial.rank)
    as_good = {trial.ref for trial in trials if trial.score == best.score}
    if not best.is_target and len(as_good) > 1:
        best = _try(values, by_cell, failing, failing.target, values.needed(failing, failing.target))
    told = (failing, *(identity for identity in best.mended if identity is not failing))
    ordered = sorted(told, key=lambda one: (one.target != best.ref, (one.rule == "table.total") != (one.target == best.ref)))
    first = ordered[0]
    is_sum = first.rule == "table.total" and first.target == best.ref
    return Accusation(best.ref, values.computed(first) if is_sum else best.value, tuple(ordered), best.broken)


def _trials(values: Values, by_cell: Mapping[Ref, list[Identity]], failing: Identity) -> Iterator[_Trial]:
    """Yield what happens when each cell of a failing identity takes each value that one of its identities needs."""
    for ref in failing.cells:
        needed = {values.needed(identity, ref): None for identity in by_cell[ref] if values.judge(identity).residual != 0}
        for value in needed:
            yield _try(values, by_cell, failing, ref, value)


def _try(values: Values, by_cell: Mapping[Ref, list[Identity]], failing: Identity, ref: Ref, value: Decimal) -> _Trial:
    changed = values.with_value(ref, value)
    mended: list[Identity] = []
    broken: list[Identity] = []
    exact = loosely = 0
    for identity in by_cell[ref]:
        before, after = values.judge(identity), changed.judge(identity)
        exact += after.verdict == "exact"
        loosely += after.loose and not before.holds
        if after.holds and not after.loose and (not before.holds or before.loose):
            mended.append(identity)
        elif before.holds and (not after.holds or (after.loose and not before.loose)):
            broken.append(identity)
    return _Trial(ref, value, tuple(mended), tuple(broken), loosely, ref == failing.target, exact)


def _misread(
    values: Values, by_cell: Mapping[Ref, list[Identity]], failing: Identity, scanned: frozenset[Ref]
) -> Accusation | None:
    """Return the plausible misreading that makes every identity of its figure hold; unresolved when several cells offer one."""
    found: list[Accusation] = []
    for ref in failing.cells:
        figure = values.figures[ref]
        if ref not in scanned or figure.confidence == CONFIRMED:
            continue
        candidates = [(value, "misread digit") for value in misreadings(figure)] + [(lost_minus(figure), "lost minus")]
        for value, name in candidates:
            trial = _try(values, by_cell, failing, ref, value)
            mends_all = failing in trial.mended and all(values.with_value(ref, value).judge(i).holds for i in by_cell[ref])
            likely = len(trial.mended) > 1 or ref == failing.target or figure.confidence < SURE_READING or len(by_cell[ref]) == 1
            if mends_all and not trial.broken and likely:
                found.append(Accusation(ref, value, trial.mended, misread=name))
    best = max((len(one.identities) for one in found), default=0)
    leading = [one for one in found if len(one.identities) == best]
    if len({one.ref for one in leading}) > 1:
        return replace(_accuse_one(values, by_cell, failing), misread=AMBIGUOUS)
    return leading[0] if leading else None
