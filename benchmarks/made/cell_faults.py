"""Errors in one printed figure, which the arithmetic of its own table tells: sign, digits, rows, unit, neighbour, misreading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.made.drawing import Drawn, Spot
from benchmarks.made.faults import FREE, Faulty, Plant, Spotted, kind
from benchmarks.made.realise import box_of, table_page
from benchmarks.made.world import THOUSAND


@dataclass(frozen=True)
class Target:
    """A cell in which an error would be told by arithmetic."""

    table: int
    spot: Spot
    value: Decimal
    slack: Decimal = Decimal(0)
    """A difference must be larger than this to be no rounding."""


def targets(drawn: Drawn, *, sums: bool | None = None) -> list[Target]:
    """Return the cells that take part in a sum of their column; only sums or only items where asked."""
    found = []
    for number, table in enumerate(drawn.tables):
        if table.role == "overview":
            continue
        slack = (len(table.rows) + 3) * table.quantum
        for i, row in enumerate(table.rows):
            for col in range(len(row.values)):
                value = table.rounded((i, col))
                if value is not None and (sums is None or row.is_sum == sums) and abs(value) > 20 * table.quantum:
                    found.append(Target(number, (i, col), value, slack))
    return found


def forced(plant: Plant, target: Target, value: Decimal, **told: object) -> Faulty:
    """Return the document with another amount printed in a cell, where the difference is no rounding."""
    table = plant.drawn.tables[target.table]
    if abs(value - target.value) <= target.slack or value == target.value:
        return None
    faulty = deepcopy(plant.drawn)
    faulty.tables[target.table].forced[target.spot] = value
    name = f"{table.title}: {table.rows[target.spot[0]].label}, {table.headers[target.spot[1]]}: {target.value} -> {value}"
    return faulty, {"told": name, **told}


def tried(plant: Plant, candidates: Sequence[Target], make: Callable[[Target], Decimal | None], **told: object) -> Faulty:
    """Return the first document that works out, over the candidates in a drawn order."""
    for target in plant.rng.sample(list(candidates), len(candidates)):
        value = make(target)
        found = forced(plant, target, value, **told) if value is not None else None
        if found:
            return found
    return None


def digits_of(plant: Plant, target: Target) -> str:
    """Return the printed digits of a cell."""
    return f"{int(abs(target.value) / plant.drawn.tables[target.table].quantum)}"


def from_digits(plant: Plant, target: Target, digits: str) -> Decimal:
    """Return the amount that other digits would print."""
    sign = -1 if target.value < 0 else 1
    return sign * Decimal(digits) * plant.drawn.tables[target.table].quantum


@kind("total.wrong")
def total_wrong(plant: Plant) -> Faulty:
    """A sum is off by an amount that nothing explains."""
    return tried(
        plant, targets(plant.drawn, sums=True), lambda t: t.value + plant.rng.choice((-1, 1)) * (t.slack * 2 + abs(t.value) / 7)
    )


@kind("sign.total")
def sign_total(plant: Plant) -> Faulty:
    """A sum lost its sign, or got one."""
    return tried(plant, targets(plant.drawn, sums=True), lambda t: -t.value, causes=frozenset({"sign flipped"}))


@kind("sign.item")
def sign_item(plant: Plant) -> Faulty:
    """An item lost its sign, or got one."""
    return tried(plant, targets(plant.drawn, sums=False), lambda t: -t.value, causes=frozenset({"sign flipped"}))


def _swapped(plant: Plant, target: Target) -> Decimal | None:
    digits = digits_of(plant, target)
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    if not places:
        return None
    i = plant.rng.choice(places)
    return from_digits(plant, target, digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])


@kind("transposed.total")
def transposed_total(plant: Plant) -> Faulty:
    """Two digits of a sum are swapped."""
    return tried(plant, targets(plant.drawn, sums=True), lambda t: _swapped(plant, t), causes=frozenset({"transposed digits"}))


@kind("transposed.item")
def transposed_item(plant: Plant) -> Faulty:
    """Two digits of an item are swapped."""
    return tried(plant, targets(plant.drawn, sums=False), lambda t: _swapped(plant, t), causes=frozenset({"transposed digits"}))


@kind("digit")
def digit(plant: Plant) -> Faulty:
    """One digit is wrong."""

    def other(target: Target) -> Decimal:
        digits = digits_of(plant, target)
        i = plant.rng.randrange(len(digits))
        new = plant.rng.choice([d for d in "123456789" if d != digits[i]])
        return from_digits(plant, target, digits[:i] + new + digits[i + 1 :])

    return tried(plant, targets(plant.drawn), other, causes=frozenset({"one digit", "one digit in a row"}))


def _items_of(plant: Plant, target: Target) -> list[Decimal]:
    """Return the items above a sum, back to the sum or heading before it."""
    table = plant.drawn.tables[target.table]
    found = []
    for i in range(target.spot[0] - 1, -1, -1):
        if not table.rows[i].values or table.rows[i].is_sum:
            break
        value = table.rounded((i, target.spot[1]))
        found.append(value if value is not None else Decimal(0))
    return found


def _plain(plant: Plant) -> list[Target]:
    return [t for t in targets(plant.drawn, sums=True) if len(_items_of(plant, t)) > 2]


def _row(plant: Plant, target: Target, sign: int) -> Decimal | None:
    rows = [value for value in _items_of(plant, target) if abs(value) > target.slack]
    return target.value + sign * plant.rng.choice(rows) if rows else None


@kind("row.left_out")
def row_left_out(plant: Plant) -> Faulty:
    """A sum leaves out one of its rows."""
    return tried(plant, _plain(plant), lambda t: _row(plant, t, -1), causes=frozenset({"row missing"}))


@kind("row.doubled")
def row_doubled(plant: Plant) -> Faulty:
    """A sum counts one of its rows twice."""
    return tried(plant, _plain(plant), lambda t: _row(plant, t, 1), causes=frozenset({"row doubled"}))


@kind("row.repeated")
def row_repeated(plant: Plant) -> Faulty:
    """A row is printed twice; its sum counts it once."""
    found = _plain(plant)
    if not found:
        return None
    target = plant.rng.choice(found)
    faulty = deepcopy(plant.drawn)
    table = faulty.tables[target.table]
    last = target.spot[0] - 1
    index = plant.rng.randint(last - len(_items_of(plant, target)) + 1, last)
    if all(value is None or abs(value) <= target.slack for value in table.rows[index].values):
        return None
    table.rows.insert(index + 1, deepcopy(table.rows[index]))
    columns = range(len(table.rows[index].values))
    places = [
        Spotted(table_page(target.table), box_of(table, (row, col))) for row in (index, index + 1, last + 2) for col in columns
    ]
    told = f"{table.title}: {table.rows[index].label} printed twice"
    return faulty, {"places": tuple(places), "causes": frozenset({"row missing", "row printed twice"}), "told": told}


@kind("unit")
def unit(plant: Plant) -> Faulty:
    """One figure is printed in another unit than its table."""

    def other(target: Target) -> Decimal | None:
        table = plant.drawn.tables[target.table]
        if table.scale > 1:
            return target.value * THOUSAND
        return target.value / THOUSAND if abs(target.value) % THOUSAND == 0 and abs(target.value) >= 10 * THOUSAND else None

    return tried(plant, targets(plant.drawn), other, causes=frozenset({"unit slip"}))


@kind("neighbour")
def neighbour(plant: Plant) -> Faulty:
    """A figure of the next column is printed in this one, too."""

    def beside(target: Target) -> Decimal | None:
        table = plant.drawn.tables[target.table]
        columns = [c for c in (target.spot[1] - 1, target.spot[1] + 1) if 0 <= c < len(table.headers)]
        return table.rounded((target.spot[0], plant.rng.choice(columns)))

    return tried(plant, targets(plant.drawn), beside, causes=frozenset({"neighbour's figure"}))


@kind("deviation")
def deviation(plant: Plant) -> Faulty:
    """A deviation is not the difference of the columns beside it."""
    tables = {i for i, table in enumerate(plant.drawn.tables) if table.headers[-1] == "Avvikelse"}
    cells = [t for t in targets(plant.drawn) if t.table in tables and t.spot[1] == len(plant.drawn.tables[t.table].headers) - 1]
    return tried(plant, cells, lambda t: t.value + plant.rng.choice((-1, 1)) * (t.slack + abs(t.value) / 3))


CONFUSED = {"0": "8", "1": "7", "3": "8", "5": "6", "6": "5", "7": "1", "8": "3"}


@kind("misread")
def misread(plant: Plant) -> Faulty:
    """A digit of a scanned page was taken for another: no error of the document."""

    def other(target: Target) -> Decimal | None:
        digits = digits_of(plant, target)
        places = [i for i, one in enumerate(digits) if one in CONFUSED]
        if not places:
            return None
        i = plant.rng.choice(places)
        return from_digits(plant, target, digits[:i] + CONFUSED[digits[i]] + digits[i + 1 :])

    found = tried(plant, targets(plant.drawn), other, silent=True, severities=FREE)
    if found is None:
        return None
    found[0].scanned = True
    return found
