"""Which documents a body publishes on a year, and what they print: plan, minutes, interim report, annual report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from benchmarks.made.drawing import Drawn, DrawnRow, DrawnTable, Sentence
from benchmarks.made.world import Initiative, Style, World, Year
from schemas.decision import Decision
from schemas.meeting import Meeting
from schemas.place import Box
from schemas.record import stable_id
from schemas.stated import Stated

MONTHS = {6: "juni", 8: "augusti"}
OVERVIEW = 5
TOLD = 3
"""Initiatives that the text tells of."""
MEETINGS = (2, 5, 9, 12)


def documents_of(world: World) -> list[Drawn]:
    """Return all documents of a body, year by year; the first year only gives the figures before."""
    numbers = sorted(world.years)
    found: list[Drawn] = []
    for number in numbers[1:]:
        found += [plan(world, number), *minutes(world, number), interim(world, number), annual(world, number)]
    return found


def _table(  # noqa: PLR0913  # one table
    style: Style, title: str, headers: Sequence[str], rows: list[DrawnRow], role: str, *, notes: bool = False
) -> DrawnTable:
    return DrawnTable(title, headers, rows, style.scale, style.decimals, notes, role)


def _costs(style: Style, *values: Decimal) -> list[Decimal | None]:
    return [style.cost_sign * value for value in values]


def _deviation(style: Style, budget: Decimal, outcome: Decimal, *, cost: bool) -> Decimal:
    """Return the deviation as the body counts it: of the printed numbers, outcome less budget or the other way round."""
    sign = style.cost_sign if cost else 1
    return sign * (budget - outcome if style.turned else outcome - budget)


def annual(world: World, number: int) -> Drawn:
    """The annual report."""
    style, year, before = world.style, world.years[number], world.years[number - 1]
    drawn = Drawn(f"arsredovisning-{number}", "annual_report", world.body, number, f"Årsredovisning {number}")
    drawn.period_end = dt.date(number, 12, 31)
    drawn.stated = [founded(world.founded)]
    drawn.tables = [
        income_statement(style, year, before),
        balance_sheet(style, year, before),
        cash_flow(style, year, before),
        income_note(style, year, before),
        follow_up(style, year),
    ]
    if len(world.years) > OVERVIEW or number == max(world.years):
        drawn.tables.append(
            overview(style, [world.years[n] for n in sorted(world.years) if number - OVERVIEW < n <= number][::-1])
        )
    drawn.sentences = [
        Sentence(f"Förbundets medelstilldelning för {number} uppgick till {{}}.", year.contributions, role="contributions"),
        Sentence(f"Eget kapital uppgick den 31 december {number} till {{}}.", year.equity, role="equity"),
        *(granted(number, one) for one in year.initiatives[:TOLD]),
    ]
    return drawn


def income_statement(style: Style, year: Year, before: Year) -> DrawnTable:
    """The income statement with the year before."""
    both = (year, before)
    rows = [
        DrawnRow("Verksamhetens intäkter", [one.income for one in both], note="1"),
        DrawnRow("Verksamhetens kostnader", _costs(style, *(one.cost for one in both))),
        DrawnRow("Avskrivningar", _costs(style, *(one.depreciation for one in both))),
        DrawnRow("Verksamhetens resultat", [one.operating for one in both], is_sum=True),
        DrawnRow("Finansiella intäkter", [one.interest for one in both]),
        DrawnRow("Finansiella kostnader", _costs(style, *(one.bank for one in both))),
        DrawnRow("Årets resultat", [one.result for one in both], is_sum=True),
    ]
    headers = (f"Utfall {year.number}", f"Utfall {before.number}")
    return _table(style, "Resultaträkning", headers, rows, "income", notes=True)


def balance_sheet(style: Style, year: Year, before: Year) -> DrawnTable:
    """The balance sheet with the year before."""
    both = (year, before)
    rows = [
        DrawnRow("Tillgångar"),
        DrawnRow("Maskiner och inventarier", [one.fixed for one in both]),
        DrawnRow("Summa anläggningstillgångar", [one.fixed for one in both], is_sum=True),
        DrawnRow("Kortfristiga fordringar", [one.receivables for one in both]),
        DrawnRow("Kassa och bank", [one.cash for one in both]),
        DrawnRow("Summa omsättningstillgångar", [one.current for one in both], is_sum=True),
        DrawnRow("Summa tillgångar", [one.assets for one in both], is_sum=True),
        DrawnRow("Eget kapital och skulder"),
        DrawnRow("Ingående eget kapital", [one.opening_equity for one in both]),
        DrawnRow("Årets resultat", [one.result for one in both]),
        DrawnRow("Summa eget kapital", [one.equity for one in both], is_sum=True),
        DrawnRow("Leverantörsskulder", [one.suppliers for one in both]),
        DrawnRow("Upplupna kostnader och förutbetalda intäkter", [one.accrued for one in both]),
        DrawnRow("Summa kortfristiga skulder", [one.liabilities for one in both], is_sum=True),
        DrawnRow("Summa eget kapital och skulder", [one.equity + one.liabilities for one in both], is_sum=True),
    ]
    headers = (f"{year.number}-12-31", f"{before.number}-12-31")
    return _table(style, "Balansräkning", headers, rows, "balance")


def cash_flow(style: Style, year: Year, before: Year) -> DrawnTable:
    """The cash flow statement with the year before."""
    both = (year, before)
    rows = [
        DrawnRow("Årets resultat", [one.result for one in both]),
        DrawnRow("Justering för ej likviditetspåverkande poster", [one.depreciation for one in both]),
        DrawnRow("Ökning/minskning kortfristiga fordringar", [one.change_receivables for one in both]),
        DrawnRow("Ökning/minskning kortfristiga skulder", [one.change_liabilities for one in both]),
        DrawnRow("Kassaflöde från den löpande verksamheten", [one.cash_operating for one in both], is_sum=True),
        DrawnRow("Investering i materiella anläggningstillgångar", [-one.investment for one in both]),
        DrawnRow("Kassaflöde från investeringsverksamheten", [-one.investment for one in both], is_sum=True),
        DrawnRow("Årets kassaflöde", [one.cash - one.opening_cash for one in both], is_sum=True),
        DrawnRow("Likvida medel vid årets början", [one.opening_cash for one in both]),
        DrawnRow("Likvida medel vid årets slut", [one.cash for one in both], is_sum=True),
    ]
    headers = (f"Utfall {year.number}", f"Utfall {before.number}")
    return _table(style, "Kassaflödesanalys", headers, rows, "cash")


def income_note(style: Style, year: Year, before: Year) -> DrawnTable:
    """The note on income."""
    both = (year, before)
    rows = [
        *(DrawnRow(f"Driftbidrag {name}", [one.members.get(name, Decimal(0)) for one in both]) for name in year.members),
        DrawnRow("Övriga intäkter", [one.other_income for one in both]),
        DrawnRow("Summa", [one.income for one in both], is_sum=True),
    ]
    headers = (f"Utfall {year.number}", f"Utfall {before.number}")
    return _table(style, "Not 1 Verksamhetens intäkter", headers, rows, "note")


def follow_up(style: Style, year: Year) -> DrawnTable:
    """Budget and outcome of administration and initiatives."""

    def row(label: str, budget: Decimal, outcome: Decimal, *, is_sum: bool = False) -> DrawnRow:
        deviation = _deviation(style, budget, outcome, cost=True)
        return DrawnRow(label, [*_costs(style, budget, outcome), deviation], is_sum=is_sum)

    administration, initiatives = list(year.administration.values()), year.initiatives
    rows = [
        DrawnRow("Administration"),
        *(row(one.name, one.budget, one.outcome) for one in administration),
        row("Summa administration", _sum(administration, "budget"), _sum(administration, "outcome"), is_sum=True),
        DrawnRow("Insatser"),
        *(row(one.name, one.budget, one.outcome) for one in initiatives),
        row("Summa insatser", _sum(initiatives, "budget"), _sum(initiatives, "outcome"), is_sum=True),
        row("Summa kostnader", year.budget_cost, year.cost, is_sum=True),
    ]
    headers = (f"Budget {year.number}", f"Utfall {year.number}", "Avvikelse")
    return _table(style, f"Uppföljning av budget {year.number}", headers, rows, "follow_up")


def granted(number: int, one: Initiative) -> Sentence:
    """The line under an initiative's heading that says what it was granted."""
    return Sentence(f"Beviljade medel {number}: {{}}", one.budget, role=f"granted:{one.name}", heading=one.name)


def founded(date: dt.date) -> Stated:
    """The sentence that says since when the body exists."""
    box = Box(x0=60, top=700, x1=560, bottom=710)
    return Stated(concept="founded", value=date.isoformat(), raw=date.isoformat(), text=f"Bildat {date}", page=1, box=box)


def _sum(lines: Sequence[Initiative], name: str) -> Decimal:
    return sum((getattr(one, name) for one in lines), Decimal(0))


def overview(style: Style, years: Sequence[Year]) -> DrawnTable:
    """Several years side by side."""
    rows = [
        DrawnRow("Driftbidrag", [one.contributions for one in years]),
        DrawnRow("Årets resultat", [one.result for one in years]),
        DrawnRow("Utgående eget kapital", [one.equity for one in years]),
        DrawnRow("Summa tillgångar", [one.assets for one in years]),
        DrawnRow("Soliditet %", [100 * one.equity / one.assets for one in years], percent=True),
    ]
    return _table(style, "Flerårsöversikt", [str(one.number) for one in years], rows, "overview")


def interim(world: World, number: int) -> Drawn:
    """The interim report: budget of the year, outcome so far, forecast, deviation of the forecast."""
    style, year = world.style, world.years[number]
    end = dt.date(number, style.half_year, 30 if style.half_year == 6 else 31)
    drawn = Drawn(f"delarsrapport-{number}", "interim_report", world.body, number, f"Delårsrapport {number}", period_end=end)

    def row(label: str, lines: Sequence[Initiative], *, is_sum: bool = False) -> DrawnRow:
        budget, half, forecast = (_sum(lines, name) for name in ("budget", "half", "forecast"))
        deviation = _deviation(style, budget, forecast, cost=True)
        return DrawnRow(label, [*_costs(style, budget, half, forecast), deviation], is_sum=is_sum)

    rows = [
        DrawnRow("Administration"),
        *(row(one.name, [one]) for one in year.administration.values()),
        row("Summa administration", list(year.administration.values()), is_sum=True),
        DrawnRow("Insatser"),
        *(row(one.name, [one]) for one in year.initiatives),
        row("Summa insatser", year.initiatives, is_sum=True),
        row("Summa kostnader", year.lines, is_sum=True),
    ]
    headers = (f"Budget {number}", f"Utfall januari-{MONTHS[style.half_year]} {number}", f"Prognos {number}", "Avvikelse")
    drawn.tables = [_table(style, f"Uppföljning per {MONTHS[style.half_year]} {number}", headers, rows, "interim")]
    drawn.sentences = [
        Sentence(f"Förbundets medelstilldelning för {number} uppgår till {{}}.", year.contributions, role="contributions"),
        Sentence(f"Eget kapital vid ingången av {number} var {{}}.", year.opening_equity, role="opening"),
    ]
    return drawn


def plan(world: World, number: int) -> Drawn:
    """The plan of a year with two years after it, as far as they are known."""
    style = world.style
    years = [world.years.get(n, world.years[number]) for n in (number, number + 1, number + 2)]
    drawn = Drawn(f"verksamhetsplan-{number}", "plan", world.body, number, f"Verksamhetsplan och budget {number}")
    names = [one.name for one in years[0].initiatives]
    by_name = [{one.name: one.budget for one in year.initiatives} for year in years]
    administration = list(years[0].administration)
    members = list(years[0].members)
    total = [sum((budgets.get(name, Decimal(0)) for name in names), Decimal(0)) for budgets in by_name]
    office = [sum((year.administration[name].budget for name in administration), Decimal(0)) for year in years]
    incomes = [year.contributions for year in years]
    costs = [a + b for a, b in zip(total, office, strict=True)]
    rows = [
        DrawnRow("Intäkter"),
        *(DrawnRow(f"Driftbidrag {name}", [year.members.get(name, Decimal(0)) for year in years]) for name in members),
        DrawnRow("Summa intäkter", incomes, is_sum=True),
        DrawnRow("Administration"),
        *(DrawnRow(name, _costs(style, *(year.administration[name].budget for year in years))) for name in administration),
        DrawnRow("Summa administration", _costs(style, *office), is_sum=True),
        DrawnRow("Insatser"),
        *(DrawnRow(name, _costs(style, *(budgets.get(name, Decimal(0)) for budgets in by_name))) for name in names),
        DrawnRow("Summa insatser", _costs(style, *total), is_sum=True),
        DrawnRow("Summa kostnader", _costs(style, *costs), is_sum=True),
        DrawnRow("Årets resultat", [a - b for a, b in zip(incomes, costs, strict=True)], is_sum=True),
    ]
    named = (f"Budget {number}", f"Plan {number + 1}", f"Plan {number + 2}")
    headers = tuple(str(number + i) for i in range(3)) if style.bare_years else named
    drawn.tables = [_table(style, f"Budget {number} och plan {number + 1}-{number + 2}", headers, rows, "plan")]
    drawn.sentences = [granted(number, one) for one in years[0].initiatives[:TOLD]]
    drawn.stated = [founded(world.founded)]
    return drawn


def minutes(world: World, number: int) -> list[Drawn]:
    """The year's minutes; those of December grant the initiatives of the year after."""
    found, first = [], 1
    dates = [dt.date(number, month, 5 + (number + month) % 20) for month in MEETINGS]
    following = world.years.get(number + 1)
    for place, date in enumerate(dates):
        grants = following.initiatives if date.month == 12 and following else []
        last = first + 7 + len(grants)
        found.append(_meeting(world, date, range(first, last + 1), dates, place, grants))
        first = last + 1
    return found


def _meeting(  # noqa: PLR0913, PLR0917  # one meeting
    world: World, date: dt.date, paragraphs: range, dates: Sequence[dt.date], place: int, grants: Sequence[Initiative]
) -> Drawn:
    drawn = Drawn(f"protokoll-{date}", "minutes", world.body, date.year, "Protokoll", meeting_date=date)
    key = f"{world.body.entity_id}-{date}"
    drawn.meetings = [
        Meeting(
            meeting_id=stable_id("meeting", key),
            document_id="",
            body="Styrelsen",
            meeting_date=date,
            paragraph_first=paragraphs[0],
            paragraph_last=paragraphs[-1],
            agenda_paragraphs=tuple(paragraphs),
            body_paragraphs=tuple(paragraphs),
            next_meeting_date=dates[place + 1] if place + 1 < len(dates) else None,
            previous_minutes_date=dates[place - 1] if place else None,
        )
    ]
    numbers = paragraphs[4:]
    drawn.decisions = [
        Decision(
            decision_id=stable_id("decision", key, paragraph),
            document_id="",
            meeting_id=drawn.meetings[0].meeting_id,
            meeting_date=date,
            paragraph=str(paragraph),
            heading=f"Ansökan {one.name}",
            text=f"Styrelsen beviljar {one.name} {one.budget:f} kronor för {date.year + 1}.",
            kind="grant",
            amount=one.budget,
            subject=one.name,
            fiscal_year=date.year + 1,
            page=1,
            box=Box(x0=60, top=80 + 30.0 * i, x1=500, bottom=95 + 30.0 * i),
        )
        for i, (paragraph, one) in enumerate(zip(numbers, grants, strict=False))
    ]
    return drawn
