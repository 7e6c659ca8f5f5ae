"""What truly happened at a made-up body: contributions, grants, costs, results, equity and cash, year after year, to the krona.

All figures of a year follow from a few drawn ones, so that every document which prints them agrees with every other.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.document import Body

NAMES = (
    "Steget vidare", "Ungdomskraft", "Arbetslyftet", "Kompassen", "Samverkansteamet", "Hälsoskolan", "Grön rehab", "Vägvisaren",
    "Språngbrädan", "Föräldrastödet", "Digitala dörren", "Mötesplatsen", "Studielotsen", "Matverkstan", "Återstarten", "Cirkusen",
    "Orkesterprojektet", "Fokusgruppen", "Nattvandrarna", "Trädgårdsmästarna",
)  # fmt: skip
PLACES = (
    "Norr",
    "Sjö",
    "Ek",
    "Björk",
    "Sten",
    "Lind",
    "Älv",
    "Ås",
    "Hav",
    "Berg",
    "Fors",
    "Kvarn",
    "Silver",
    "Vinter",
    "Ljung",
    "Gran",
)
ENDINGS = (
    "stad",
    "köping",
    "holm",
    "vik",
    "dal",
    "näs",
    "torp",
    "ånger",
    "sala",
    "hamn",
    "bro",
    "lunda",
    "by",
    "berga",
    "sund",
    "mark",
)
THOUSAND = Decimal(1000)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Style:
    """How a body prints."""

    scale: int
    """1 for kronor, 1000 for tkr, 1000000 for mnkr."""
    decimals: int
    """Decimals of printed amounts."""
    cost_sign: int
    """-1 where costs carry a minus."""
    turned: bool
    """Whether a deviation is budget less outcome."""
    bare_years: bool
    """Whether a plan heads its columns with years only."""
    half_year: int
    """Last month of the interim report."""


@dataclass
class Initiative:
    """One initiative in one year, in kronor, costs above zero."""

    name: str
    budget: Decimal
    outcome: Decimal
    half: Decimal
    forecast: Decimal


@dataclass
class Year:
    """One year of a body, in kronor, incomes and costs above zero."""

    number: int
    members: dict[str, Decimal]
    """Contributions by member."""
    other_income: Decimal
    administration: dict[str, Initiative]
    """Board, office and audit."""
    initiatives: list[Initiative]
    depreciation: Decimal
    interest: Decimal
    bank: Decimal
    opening_equity: Decimal
    opening_cash: Decimal
    opening_fixed: Decimal
    opening_receivables: Decimal
    opening_suppliers: Decimal
    opening_accrued: Decimal
    investment: Decimal
    receivables: Decimal
    suppliers: Decimal
    accrued: Decimal

    @property
    def contributions(self) -> Decimal:
        """All members together."""
        return sum(self.members.values(), Decimal(0))

    @property
    def income(self) -> Decimal:
        """Contributions and other income."""
        return self.contributions + self.other_income

    @property
    def lines(self) -> list[Initiative]:
        """Everything that has a budget."""
        return [*self.administration.values(), *self.initiatives]

    @property
    def cost(self) -> Decimal:
        """Costs of the year without depreciation and bank."""
        return sum((one.outcome for one in self.lines), Decimal(0))

    @property
    def budget_cost(self) -> Decimal:
        """Costs as budgeted."""
        return sum((one.budget for one in self.lines), Decimal(0))

    @property
    def budget_result(self) -> Decimal:
        """Result as budgeted."""
        return self.contributions - self.budget_cost

    @property
    def operating(self) -> Decimal:
        """Result before financial items."""
        return self.income - self.cost - self.depreciation

    @property
    def result(self) -> Decimal:
        """Result of the year."""
        return self.operating + self.interest - self.bank

    @property
    def equity(self) -> Decimal:
        """Closing equity."""
        return self.opening_equity + self.result

    @property
    def fixed(self) -> Decimal:
        """Closing fixed assets."""
        return self.opening_fixed + self.investment - self.depreciation

    @property
    def cash_operating(self) -> Decimal:
        """Cash flow of the operations."""
        return self.result + self.depreciation + self.change_receivables + self.change_liabilities

    @property
    def change_receivables(self) -> Decimal:
        """Less receivables are more cash."""
        return self.opening_receivables - self.receivables

    @property
    def change_liabilities(self) -> Decimal:
        """More liabilities are more cash."""
        return self.suppliers + self.accrued - self.opening_suppliers - self.opening_accrued

    @property
    def cash(self) -> Decimal:
        """Closing cash."""
        return self.opening_cash + self.cash_operating - self.investment

    @property
    def current(self) -> Decimal:
        """Current assets."""
        return self.receivables + self.cash

    @property
    def assets(self) -> Decimal:
        """All assets."""
        return self.fixed + self.current

    @property
    def liabilities(self) -> Decimal:
        """Short-term liabilities."""
        return self.suppliers + self.accrued


@dataclass
class World:
    """One body with its years."""

    body: Body
    style: Style
    founded: dt.date
    years: dict[int, Year] = field(default_factory=dict)


def make_world(number: int, first_year: int, years: int) -> World:
    """Return the body of this number; the same number gives the same body."""
    rng = random.Random(number)  # noqa: S311  # a made archive, no secret
    place = PLACES[number % len(PLACES)] + ENDINGS[number // len(PLACES) % len(ENDINGS)] + ("" if number < 256 else str(number))
    body = Body(
        entity_id=f"222000-{number % 10000:04d}" if number < 10000 else f"2221{number // 10000:02d}-{number % 10000:04d}",
        name=f"Samordningsförbundet {place}",
        org_number=f"222000-{number % 10000:04d}" if number < 10000 else None,
    )
    scale, decimals, size = rng.choice(
        ((1, 0, 1), (1, 0, 1), (1000, 0, 1), (1000, 0, 4), (1, 2, 1), (1000000, 1, 90), (1000, 1, 1))
    )
    cost_sign, turned, bare = rng.choice((-1, -1, 1)), rng.random() < 0.3, rng.random() < 0.5
    style = Style(scale, decimals, cost_sign, turned=turned, bare_years=bare, half_year=rng.choice((6, 6, 8)))
    world = World(body, style, dt.date(rng.randint(2004, 2010), rng.randint(1, 12), 1))
    names = rng.sample(NAMES, rng.randint(3, 9))
    towns = [f"{place}s kommun", "Grannby kommun", "Skogsbo kommun"][: rng.randint(2, 3)]
    before: Year | None = None
    for year in range(first_year, first_year + years):
        before = world.years[year] = _year(rng, year, towns, names, size, before)
    return world


def _year(  # noqa: PLR0913, PLR0917  # what a year is drawn from
    rng: random.Random, year: int, towns: Sequence[str], names: Sequence[str], size: int, before: Year | None
) -> Year:
    unit = THOUSAND * size
    base = Decimal(rng.randint(1200, 3400)) * unit if before is None else before.contributions
    state = (base * Decimal(rng.randint(98, 103)) / 200 / unit).quantize(Decimal(1)) * unit
    region = (state / 2 / unit).quantize(Decimal(1)) * unit
    members = {"Staten": state, "Region Mitt": region, **_split(rng, state - region, towns, unit)}
    available = sum(members.values(), Decimal(0))
    administration = {
        name: _initiative(rng, name, available * share / 100, unit)
        for name, share in (("Styrelse", 4), ("Kansli", 17), ("Revision", 1))
    }
    weights = {name: rng.randint(6, 30) for name in names}
    total = sum(weights.values())
    initiatives = [
        _initiative(rng, name, available * Decimal(weight) * 75 / 100 / total, unit) for name, weight in weights.items()
    ]
    return Year(
        number=year,
        members=members,
        other_income=_odd(rng, 20, 200, size),
        administration=administration,
        initiatives=initiatives,
        depreciation=_odd(rng, 11, 40, size),
        interest=_odd(rng, 3, 30, size),
        bank=_odd(rng, 1, 6, size),
        investment=_odd(rng, 12, 45, size),
        receivables=_odd(rng, 60, 300, size),
        suppliers=_odd(rng, 80, 400, size),
        accrued=_odd(rng, 40, 200, size),
        **_opening(rng, size, before),
    )


def _opening(rng: random.Random, size: int, before: Year | None) -> Mapping[str, Decimal]:
    if before is not None:
        return {
            "opening_equity": before.equity, "opening_cash": before.cash, "opening_fixed": before.fixed,
            "opening_receivables": before.receivables, "opening_suppliers": before.suppliers, "opening_accrued": before.accrued,
        }  # fmt: skip
    fixed, receivables = _odd(rng, 90, 160, size), _odd(rng, 60, 300, size)
    suppliers, accrued, equity = _odd(rng, 80, 400, size), _odd(rng, 40, 200, size), _odd(rng, 900, 1400, size)
    return {
        "opening_equity": equity, "opening_cash": equity + suppliers + accrued - fixed - receivables, "opening_fixed": fixed,
        "opening_receivables": receivables, "opening_suppliers": suppliers, "opening_accrued": accrued,
    }  # fmt: skip


def _split(rng: random.Random, whole: Decimal, names: Sequence[str], unit: Decimal) -> dict[str, Decimal]:
    weights = [rng.randint(20, 60) for _ in names]
    parts = {
        name: (whole * weight / sum(weights) / unit).quantize(Decimal(1)) * unit
        for name, weight in zip(names, weights, strict=True)
    }
    parts[names[-1]] += whole - sum(parts.values())
    return parts


def _initiative(rng: random.Random, name: str, about: Decimal, unit: Decimal) -> Initiative:
    budget = max((about / unit).quantize(Decimal(1)), Decimal(11)) * unit
    outcome = (budget * Decimal(rng.randint(820, 1110)) / 1000 + Decimal(rng.randint(0, 99999)) / 100).quantize(CENT)
    half = (outcome * Decimal(rng.randint(400, 600)) / 1000).quantize(CENT)
    forecast = (budget * Decimal(rng.randint(850, 1050)) / 1000 / unit).quantize(Decimal(1)) * unit
    return Initiative(name, budget, outcome, half, forecast)


def _odd(rng: random.Random, low: int, high: int, size: int) -> Decimal:
    return Decimal(rng.randint(low * 100000, high * 100000)) / 100 * size
