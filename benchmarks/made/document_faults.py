"""Errors that a document confirms by itself and another contradicts, and errors in text, minutes and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal

from benchmarks.made import documents
from benchmarks.made.cell_faults import Target, forced
from benchmarks.made.faults import HARD, MILD, Faulty, Plant, Spotted, differences, kind
from benchmarks.made.realise import table_page
from benchmarks.made.world import THOUSAND, World
from schemas.place import Box


def changed_world(plant: Plant, change: Callable[[World, Decimal], None]) -> Faulty:
    """Return the document as another history would print it, everything in it agreeing."""
    size = max(plant.world.style.scale // 10**plant.world.style.decimals, 1)
    world = deepcopy(plant.world)
    change(world, Decimal(plant.rng.randint(23, 67) * max(size, 1000)))
    makers = {"annual_report": documents.annual, "interim_report": documents.interim, "plan": documents.plan}
    faulty = makers[plant.drawn.kind](world, plant.drawn.year)
    faulty.scanned = plant.drawn.scanned
    return (faulty, {}) if any(True for _ in differences(plant.drawn, faulty)) else None


@kind("prior_year")
def prior_year(plant: Plant) -> Faulty:
    """The column of the year before is not what that year's report said."""
    if plant.drawn.kind != "annual_report" or plant.drawn.year - 2 not in plant.world.years:
        return None

    def change(world: World, by: Decimal) -> None:
        before = world.years[plant.drawn.year - 1]
        before.other_income += by
        before.opening_equity -= by
        before.opening_cash -= by

    return changed_world(plant, change)


@kind("roll")
def roll(plant: Plant) -> Faulty:
    """The year does not begin with the equity with which the year before ended."""
    if plant.drawn.kind != "annual_report":
        return None

    def change(world: World, by: Decimal) -> None:
        year = world.years[plant.drawn.year]
        year.opening_equity += by
        year.accrued -= by
        year.opening_accrued -= by

    return changed_world(plant, change)


@kind("budget.source")
def budget_source(plant: Plant) -> Faulty:
    """A follow-up prints another budget than was decided."""
    if plant.drawn.kind not in ("annual_report", "interim_report"):
        return None

    def change(world: World, by: Decimal) -> None:
        plant.rng.choice(world.years[plant.drawn.year].initiatives).budget += by

    return changed_world(plant, change)


@kind("note")
def note(plant: Plant) -> Faulty:
    """A note adds up to something else than the line that refers to it."""
    return _one_table(plant, "note", lambda world, by: _add(world, plant.drawn.year, "other_income", by))


@kind("cash.balance")
def cash_balance(plant: Plant) -> Faulty:
    """The cash flow statement ends with other cash than the balance sheet has."""
    return _one_table(plant, "cash", lambda world, by: _add(world, plant.drawn.year, "opening_cash", by))


@kind("balance.sides")
def balance_sides(plant: Plant) -> Faulty:
    """The assets are not equity and liabilities."""

    def change(world: World, by: Decimal) -> None:
        _add(world, plant.drawn.year, "suppliers", by)
        _add(world, plant.drawn.year, "opening_suppliers", by)

    return _one_table(plant, "balance", change)


def _add(world: World, year: int, name: str, by: Decimal) -> None:
    setattr(world.years[year], name, getattr(world.years[year], name) + by)


def _one_table(plant: Plant, role: str, change: Callable[[World, Decimal], None]) -> Faulty:
    if plant.drawn.kind != "annual_report":
        return None
    found = changed_world(plant, change)
    if found is None:
        return None
    faulty = deepcopy(plant.drawn)
    faulty.tables = [two if one.role == role else one for one, two in zip(faulty.tables, found[0].tables, strict=True)]
    return faulty, {}


def _sentence(plant: Plant, roles: str, **told: object) -> Faulty:
    faulty = deepcopy(plant.drawn)
    found = [one for one in faulty.sentences if one.role.startswith(roles)]
    if not found:
        return None
    one = plant.rng.choice(found)
    one.forced = one.value + plant.rng.choice((-1, 1)) * _part(plant, one.value)
    return faulty, {"told": f"{one.text}", **told}


def _part(plant: Plant, value: Decimal) -> Decimal:
    """Return a part of a value in whole steps: other money, but not another matter."""
    step = max(THOUSAND, Decimal(plant.world.style.scale))
    return max(step, (value * plant.rng.randint(8, 40) / 100 / step).quantize(Decimal(1)) * step)


@kind("prose.table")
def prose_table(plant: Plant) -> Faulty:
    """The text grants an initiative another amount than the table."""
    return _sentence(plant, "granted:")


@kind("allocation")
def allocation(plant: Plant) -> Faulty:
    """The year's contributions are stated otherwise in one document."""
    return _sentence(plant, "contributions")


@kind("equity.text")
def equity_text(plant: Plant) -> Faulty:
    """The text states other equity than the balance sheet."""
    return _sentence(plant, "equity")


@kind("decision")
def decision(plant: Plant) -> Faulty:
    """The minutes grant another amount than plan and report say."""
    if not plant.drawn.decisions:
        return None
    faulty = deepcopy(plant.drawn)
    index = plant.rng.randrange(min(documents.TOLD, len(faulty.decisions)))
    one = faulty.decisions[index]
    amount = (one.amount or Decimal(0)) + _part(plant, one.amount or Decimal(0))
    faulty.decisions[index] = one.model_copy(update={"amount": amount})
    return faulty, {
        "places": (Spotted(one.page, one.box),),
        "severities": MILD,
        "told": f"{one.subject}: {one.amount} -> {amount}",
    }


@kind("ratio")
def ratio(plant: Plant) -> Faulty:
    """A stated share does not follow from the amounts."""
    for number, table in enumerate(plant.drawn.tables):
        rows = [i for i, row in enumerate(table.rows) if row.percent]
        if rows:
            spot = (rows[0], plant.rng.randrange(len(table.headers)))
            target = Target(number, spot, table.rounded(spot) or Decimal(0))
            return forced(plant, target, target.value + plant.rng.choice((-9, 9, 12)), severities=MILD)
    return None


@kind("paragraph.repeated")
def paragraph_repeated(plant: Plant) -> Faulty:
    """A paragraph number occurs twice."""
    return _paragraphs(plant, lambda numbers: (*numbers[:3], numbers[2], *numbers[3:]), HARD)


@kind("paragraph.missing")
def paragraph_missing(plant: Plant) -> Faulty:
    """A paragraph number is left out."""
    return _paragraphs(plant, lambda numbers: (*numbers[:3], *numbers[4:]), MILD)


def _paragraphs(plant: Plant, change: Callable[[tuple[int, ...]], tuple[int, ...]], severities: frozenset[str]) -> Faulty:
    if not plant.drawn.meetings:
        return None
    faulty = deepcopy(plant.drawn)
    meeting = faulty.meetings[0]
    faulty.meetings[0] = meeting.model_copy(update={"body_paragraphs": change(meeting.body_paragraphs)})
    return faulty, {"places": (Spotted(1, Box(x0=0, top=0, x1=600, bottom=850)),), "severities": severities}


@kind("founded")
def founded(plant: Plant) -> Faulty:
    """The body was founded on another day."""
    if not plant.drawn.stated:
        return None
    faulty = deepcopy(plant.drawn)
    wrong = documents.founded(plant.world.founded + dt.timedelta(days=31))
    faulty.stated = [wrong]
    return faulty, {"places": (Spotted(1, wrong.box),), "severities": MILD}


@kind("year.header")
def year_header(plant: Plant) -> Faulty:
    """A plan prints one year twice over its columns."""
    if plant.drawn.kind != "plan" or not plant.world.style.bare_years:
        return None
    faulty = deepcopy(plant.drawn)
    table = faulty.tables[0]
    table.headers = (table.headers[0], table.headers[0], *table.headers[2:])
    return faulty, {"places": (Spotted(table_page(0), Box(x0=0, top=0, x1=600, bottom=850)),), "severities": MILD}
