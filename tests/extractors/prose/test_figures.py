"""Figures in running text: what each amount is about; and where the words do not decide, no concept."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.figures.concepts import Chart, load_chart
from extractors.figures.context import DocumentContext
from extractors.figures.titles import bare_title, is_general
from extractors.prose.aliases import aliases_in
from extractors.prose.figures import aliases, figures_in_prose
from extractors.prose.statements import titled
from schemas.document import DocumentKind
from schemas.figure import Figure
from schemas.layout import Layout
from schemas.page import Block, Line, Word
from schemas.place import Box

CHART = load_chart((Path(__file__).parents[3] / "schemas" / "chart.yaml").read_text(encoding="utf-8"))


def layout_of(text: str) -> Layout:
    """Blocks are parted by blank lines; a block that begins with `#` is a heading, one `#` for each level."""
    blocks: list[Block] = []
    top = 0.0
    for part in text.strip().split("\n\n"):
        lines: list[Line] = []
        level = len(part) - len(part.lstrip("#"))
        for printed in part.lstrip("# ").split("\n"):
            top += 12
            words = [
                Word(text=word, raw=word, box=Box(x0=60.0 * index, top=top, x1=60.0 * index + 50, bottom=top + 10))
                for index, word in enumerate(printed.split())
            ]
            lines.append(Line(words=tuple(words)))
        kind = "heading" if level else "paragraph"
        blocks.append(Block(kind=kind, page=1, lines=tuple(lines), level=level, text=" ".join(line.text for line in lines)))
    return Layout(blocks=tuple(blocks))


def read(text: str, *, kind: DocumentKind = "plan", year: int = 2026) -> tuple[Figure, ...]:
    context = DocumentContext(document_id="d", kind=kind, fiscal_year=year, chart=CHART)
    return figures_in_prose(layout_of(text), context)[0]


def facts(text: str, *, kind: DocumentKind = "plan", year: int = 2026) -> list[tuple[int, str | None, int | None, str | None]]:
    return [(int(one.value), one.concept, one.fiscal_year, one.scenario) for one in read(text, kind=kind, year=year)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Förbundet får under 2026 driftbidrag med 3 400 000 kronor.", (3400000, "income.contributions", 2026, "budget")),
        ("2027 års tilldelning väntas bli 3 500 000 kronor totalt.", (3500000, "income.contributions", 2027, "forecast")),
        ("Den statliga tilldelningen är 1 700 000 kronor.", (1700000, "income.contributions.state", 2026, "budget")),
        ("Driftbidraget från Norrstads kommun är 850 tkr.", (850000, "income.contributions.municipality", 2026, "budget")),
        ("Det ingående egna kapitalet var 2026-01-01 612 tkr.", (612000, "equity.opening", 2026, "budget")),
        ("Vid årets ingång var det egna kapitalet 2 691 tkr.", (2691000, "equity.opening", 2026, "budget")),
        ("Årets resultat är ett underskott på 345 412 kr (2023 blev bättre).", (345412, "result.year", 2026, "budget")),
        ("Eget kapital var 2024-12-31 590 200 kr.", (590200, "equity.closing", 2024, "outcome")),
        ("Det egna kapitalet bör inte överstiga 680 000 kr.", (680000, "equity.target", 2026, None)),
        ("Budgeten för 2026 är 3 900 000 kronor.", (3900000, "cost.total", 2026, "budget")),
        ("Vi lägger en budget med underskott om 310 tkr.", (310000, "result.year", 2026, "budget")),
        ("Årets resultat prognostiseras till ett överskott om 75 tkr.", (75000, "result.year", 2026, "forecast")),
        ("Disponibla medel är då 4 012 000 kr.", (4012000, "resources.total", 2026, "budget")),
    ],
)
def test_a_sentence_says_what_its_amount_is(sentence: str, expected: tuple[int, str, int, str]) -> None:
    assert facts(sentence) == [expected]


def test_a_deficit_keeps_its_printed_sign_and_says_that_it_is_one() -> None:
    (deficit,) = read("Vi lägger en budget med underskott om 310 tkr.")
    assert (deficit.value, deficit.measure, deficit.natural) == (Decimal(310000), "deficit", Decimal(-310000))
    (surplus,) = read("Vi lägger en budget med överskott om 310 tkr.")
    assert (surplus.measure, surplus.natural) == (None, Decimal(310000))


@pytest.mark.parametrize(
    "sentence",
    [
        "Av driftbidraget har 40 tkr gått till lokaler.",
        "Enligt modellen skulle driftbidraget bli 910 tkr.",
        "Kulturnämnden redovisar ett överskott mot budget med 1,2 mnkr.",
        "Enheten visar ett underskott på 300 tkr för året.",
        "Vi budgeterar 50 000 kr för utbildning.",
        "Hyran är 5 400 kr/månad av driftbidraget.",
        "Det egna kapitalet har diskuterats och uppgick då till 90 tkr.",
        "Driftbidraget kom sent, varav 12 tkr i ränta.",
        "Medlemsavgiften till riksföreningen var 18 tkr.",
    ],
)
def test_where_the_words_do_not_decide_the_figure_stays_without_a_concept(sentence: str) -> None:
    (figure,) = read(sentence)
    assert figure.concept is None
    assert figure.confidence <= 0.5
    assert figure.label == sentence


def test_a_change_goes_on_about_the_amount_before_it() -> None:
    level, change = read(
        "Vi får totalt 2 500 000 kronor i driftbidrag från medlemmarna 2026, vilket är en minskning med 30 000 kr från 2025."
    )
    assert (level.concept, level.fiscal_year, level.change) == ("income.contributions", 2026, False)
    assert (change.concept, change.fiscal_year, change.change, change.value) == (
        "income.contributions",
        2026,
        True,
        Decimal(30000),
    )


def test_the_year_that_is_only_compared_with_is_not_taken() -> None:
    assert facts("För 2024 är tilldelningen 900 tkr, alltså mer än 2023.") == [(900000, "income.contributions", 2024, None)]
    assert facts("Vi får 2026 samma statliga tilldelning som 2025, 900 tkr.") == [
        (900000, "income.contributions.state", 2026, "budget")
    ]


def test_a_total_with_the_others_part_is_no_longer_the_states() -> None:
    found = facts("Den statliga tilldelningen är 900 tkr. Totalt blir det med kommunens och regionens del 1 800 tkr.")
    assert [concept for _, concept, _, _ in found] == ["income.contributions.state", "income.contributions"]


def test_ratio_and_range_and_about() -> None:
    text = "Det egna kapitalet minskas i budgeten till 465 tkr, vilket är 16,9 % av tilldelningen. Ca 100-138 tkr till."
    closing, share, spread = read(text)
    assert (closing.concept, closing.scenario) == ("equity.closing", "budget")
    assert (share.concept, share.unit, share.quantum) == ("ratio.equity_share", "percent", Decimal("0.1"))
    assert (spread.value, spread.value_high, spread.approximate) == (Decimal(100000), Decimal(138000), True)


def test_two_levels_held_against_each_other_are_no_variances() -> None:
    found = facts("Investeringarna blir enligt prognos 462,4 mnkr mot budgeterade 586,1 mnkr.")
    assert [scenario for _, _, _, scenario in found] == ["forecast", "budget"]


FACTS = """
# 4. Insatser 2026

## Ljuspunkten – Individinriktad insats

Huvudman: Norrstads kommun
Medparter: Region Norr
Förbundets medfinansiering 2026: 640 000 kronor
Förbundets medfinansiering 2027: 650 000 kronor
Ev. budgetavvikelse: - 1 250 kr

Insatsen stöder personer mellan 16-64 år.

Brobygget (Kommunen, Regionen)
Projekttid: 2025-01-01 t.o.m. 2026-12-31
Beviljade medel 2026 30 000 kr
Förbrukade medel -15 200 kr
Ej förbrukade medel 14 800 kr
"""


def test_statements_below_a_title_are_about_it() -> None:
    found = [(one.subject, int(one.value), one.fiscal_year, one.scenario) for one in read(FACTS)]
    assert found == [
        ("Ljuspunkten", 640000, 2026, "granted"),
        ("Ljuspunkten", 650000, 2027, "granted"),
        ("Ljuspunkten", -1250, 2026, "variance"),
        ("Brobygget", 30000, 2026, "granted"),
        ("Brobygget", -15200, 2026, "outcome"),
        ("Brobygget", 14800, 2026, "variance"),
    ]
    assert {one.concept for one in read(FACTS)} == {"cost.initiative"}


def test_a_second_statement_of_a_kind_belongs_to_a_title_that_was_not_seen() -> None:
    text = "# Ljuspunkten\n\nBeviljat 2026: 640 000 kronor\n\nEn längre text om insatsen.\n\nBeviljat 2026: 15 000 kronor"
    assert [one.subject for one in read(text)] == ["Ljuspunkten", None]
    assert [one.concept for one in read(text)] == ["cost.initiative", None]


def test_a_general_heading_names_no_initiative_but_keeps_the_title_above_it() -> None:
    assert [one.subject for one in read("# Insatser 2026\n\nBeviljat 2026: 640 000 kronor")] == [None]
    assert [one.subject for one in read("# Ljuspunkten\n\n## Ekonomi\n\nBeviljat 2026: 640 000 kronor")] == ["Ljuspunkten"]


def test_numbers_of_headings_laws_and_dates_are_no_figures() -> None:
    assert read("# § 51 Budget 2026\n\n# 7.2 Kansli 2025\n\nEnligt lagen (2003:1210) 21 § den 22/9 2025.") == ()


def test_lost_diacritics_are_understood() -> None:
    assert facts("Forbundet lagger en budget med overskott om 20 tkr.") == [(20000, "result.year", 2026, "budget")]
    (figure,) = read("# Ljuspunkten\n\nForbrukade medel 775 000 kr")
    assert (figure.subject, figure.scenario) == ("Ljuspunkten", "outcome")


def test_the_kind_of_document_gives_the_usual_scenario() -> None:
    sentence = "Driftbidraget för 2024 är 900 tkr."
    assert facts(sentence, kind="annual_report", year=2024)[0][3] == "outcome"
    assert facts(sentence, kind="plan", year=2024)[0][3] == "budget"
    assert facts(sentence, kind="plan", year=2023)[0][3] == "plan"


def test_a_figure_knows_its_place_and_day_and_is_not_read_twice() -> None:
    text = "Eget kapital var 2024-12-31 590 200 kr."
    (figure,) = read(text)
    assert (figure.raw, figure.period_end) == ("590 200 kr", dt.date(2024, 12, 31))
    assert (figure.box.x0, figure.box.x1) == (60.0 * 4, 60.0 * 6 + 50)
    context = DocumentContext(document_id="d", kind="plan", fiscal_year=2026, chart=CHART)
    assert figures_in_prose(layout_of(text), context, read=[figure])[0] == ()


def test_an_amount_over_two_lines_and_a_broken_word_are_one() -> None:
    (figure,) = read("Förbundets tilldel-\nning för 2026 är 2 511\n000 kronor.")
    assert (figure.value, figure.concept) == (Decimal(2511000), "income.contributions")
    assert figure.box.height == 10, "the box is that of the line with most digits, not of both lines"


def test_titles() -> None:
    assert bare_title("7.1 Ljuspunkten 2026 (Kommunen, Regionen)") == "Ljuspunkten"
    assert is_general("9. Ekonomiska förutsättningar")
    assert not is_general("Måltidslyftet")
    assert titled("Kanslikostnader", CHART) == ("cost.office", "Kanslikostnader")
    assert titled("Eget kapital", Chart()) is None


def test_names_that_a_text_equates() -> None:
    assert aliases_in(["Nordgruppen (numera Samverkansteamet Nord) träffas."]) == (("Nordgruppen", "Samverkansteamet Nord"),)
    assert aliases_in(["Nationella Nätverket (NN) och Lokala Gruppen (XY)"]) == (("Nationella Nätverket", "NN"),)
    assert aliases(layout_of("Nordgruppen, tidigare Sydgruppen, har vuxit.")) == (("Nordgruppen", "Sydgruppen"),)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FACTS.strip().split("\n\n")), min_size=1, max_size=8))
def test_every_amount_becomes_one_figure_in_whatever_order_the_blocks_come(parts: list[str]) -> None:
    """Meaning may get lost when blocks are shuffled; amounts may not."""
    amounts = {"2026: 640": 1, "2027: 650": 1, "- 1 250": 1, "30 000": 1, "-15 200": 1, "14 800": 1}
    text = "\n\n".join(parts)
    expected = sum(part.count(amount) for part in parts for amount in amounts)
    figures = read(text)
    assert len(figures) == expected
    assert len({one.figure_id for one in figures}) == expected


def test_a_sentence_over_a_page_break_is_one_and_its_figure_stands_where_it_is_printed() -> None:
    first, second = layout_of("Förbundets medelstilldelning för\n\n2026 är totalt 900 tkr.").blocks
    layout = Layout(blocks=(first, second.model_copy(update={"page": 2, "continues": True})))
    context = DocumentContext(document_id="d", kind="plan", fiscal_year=2026, chart=CHART)
    (figure,) = figures_in_prose(layout, context)[0]
    assert (figure.concept, figure.fiscal_year, figure.page) == ("income.contributions", 2026, 2)


def test_an_initiative_named_in_the_sentence_is_its_subject() -> None:
    before, after = read(
        "Styrelsen beviljar insatsen Vägen in 450 000 kr för 2026.\n\nVi vill avsätta 200 tkr till projektet Ung i Norr."
    )
    assert (before.concept, before.subject, before.scenario) == ("cost.initiative", "Vägen in", "granted")
    assert (after.concept, after.subject, after.scenario) == ("cost.initiative", "Ung i Norr", "budget")


def test_other_figures_in_the_section_of_an_initiative_are_its_own() -> None:
    text = (
        "# Ljuspunkten\n\nBeviljat 2026: 640 000 kronor\n\n## Mål\n\nVi når 80 % av 41 deltagare.\n\n# Ekonomi\n\nHyran är 7 tkr."
    )
    assert [(one.subject, one.unit, one.fiscal_year) for one in read(text)] == [
        ("Ljuspunkten", "SEK", 2026),
        ("Ljuspunkten", "percent", 2026),
        ("Ljuspunkten", "count", 2026),
        (None, "SEK", 2026),
    ]


def test_a_share_in_a_report_is_measured_unless_it_is_a_goal() -> None:
    text = "Av deltagarna är 60 % kvinnor. Minst 80 % ska vara nöjda."
    assert [one.scenario for one in read(text, kind="annual_report", year=2024)] == ["outcome", None]
    assert [one.scenario for one in read(text, kind="plan")] == [None, None]


def test_parts_of_an_application() -> None:
    found = facts(
        "Ansökan beviljades delvis (827tkr av totalt 1 448 tkr). En (998 tkr) återremitterades, den andra (775 tkr) beviljades."
    )
    assert [scenario for _, _, _, scenario in found] == ["granted", "requested", "requested", "granted"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_may_hold_a_colon_when_fields_follow(gap: str) -> None:
    (figure,) = read(f"Tema: Nya vägar 2026{gap}Huvudman: Region Norr{gap}Medfinansiering: 70 000 kronor (inget är begärt)")
    assert (figure.subject, figure.scenario) == ("Tema: Nya vägar", "granted")


def test_a_dash_before_an_amount_is_a_minus_only_beside_a_plus() -> None:
    assert [int(one.value) for one in read("Skola +12 tkr\n\nOmsorg - 75 tkr")] == [12000, -75000]
    assert [one.subject for one in read("Skola + 12 tkr\n\nOmsorg - 75 tkr")] == ["Skola", "Omsorg"]
    assert [int(one.value) for one in read("Lokaler - 12 tkr\n\nOmsorg - 75 tkr")] == [12000, 75000]


def test_each_payer_has_its_contribution() -> None:
    read_facts = facts("Driftbidraget 2026 är 2 800 tkr, varav staten 1 400 tkr, regionen 700 tkr och Norrstads kommun 700 tkr.")
    assert [(value, concept) for value, concept, _, _ in read_facts] == [
        (2800000, "income.contributions"),
        (1400000, "income.contributions.state"),
        (700000, "income.contributions.region"),
        (700000, "income.contributions.municipality"),
    ]


def test_contributions_from_each_after_the_amount() -> None:
    read_facts = facts("Bidrag: i driftbidrag får vi 2 800 tkr, varav 1 400 tkr från staten och 700 tkr från regionen.")
    assert [concept for _, concept, _, _ in read_facts][1:] == ["income.contributions.state", "income.contributions.region"]


def test_a_share_knows_whose_it_is() -> None:
    shares = read("Av ärendena kom 41,5 % från FK, 24,4 % AF och 19,5 % från Norrstads kommun.", kind="interim_report")
    assert [figure.subject for figure in shares] == ["FK", "AF", "Norrstads kommun"]


@pytest.mark.parametrize(
    ("sentence", "scenario"),
    [
        ("Verksamheten har ett underskott mot budget på 0,4 mnkr.", "variance"),
        ("Utfallet ska ses mot budget på 0,4 mnkr.", "budget"),
        ("Målet är nått i 87 % av uppdragen.", "outcome"),
        ("Målet ska vara nått i 85 % av uppdragen.", None),
        ("Vid delåret har 90 % av ärenden med detta mål nått någon form av försörjning.", "outcome"),
        ("En ansökan, på 160 tkr från regionen, drogs tillbaka före beslutet.", "requested"),
        ("Den återremitterade ansökan fick därefter 998 tkr.", "granted"),
        ("Till det kom 584 000 kronor som var kvar från året före.", "outcome"),
        ("Det kom in 3 ansökningar.", "requested"),
    ],
)
def test_what_happened_to_an_amount(sentence: str, scenario: str | None) -> None:
    assert [figure.scenario for figure in read(sentence, kind="annual_report", year=2025)] == [scenario]


def test_a_raise_of_last_years_level_is_of_this_year() -> None:
    (raise_,) = read("De hade kunnat höja 2025 års nivå med 3 %.")
    assert (raise_.fiscal_year, raise_.change) == (2026, True)


def test_the_year_right_after_an_amount_is_its_own() -> None:
    assert [figure.fiscal_year for figure in read("Fler börjar (6 personer 2026 och 12 personer 2027).")] == [2026, 2027]


def test_a_goal_in_another_clause_is_not_that_of_the_amount() -> None:
    (met,) = read("Under året har 4 möten hållits, och ett program förväntas bli klart.", kind="annual_report")
    assert met.scenario == "outcome"


def test_a_change_goes_on_after_and() -> None:
    raised = read("Ersättningen höjs med 89 procent för heldag och 90 procent för del av dag.")
    assert [figure.change for figure in raised] == [True, True]


def test_a_sentence_cut_by_a_gap_is_read_whole() -> None:
    first, second = read("Gruppen bestod av 2\n\npersoner från regionen, 3 från kommunen och chefen.")
    assert (first.value, second.value) == (2, 3)
    assert first.label == second.label


def test_the_year_of_the_amount_before_is_not_taken_again() -> None:
    sick = read("Frånvaron minskade från 17,5 % 2023 till 10,6 % per oktober 2024.", kind="annual_report", year=2024)
    assert [figure.fiscal_year for figure in sick] == [2023, 2024]


def test_a_line_that_ends_in_a_small_word_goes_on() -> None:
    (times,) = read("Tre (3) tillfällen ska ordnas under\n\n2024.")
    assert (times.value, times.fiscal_year) == (3, 2024)


def test_a_line_that_names_the_parties_is_no_title() -> None:
    (grant,) = read("# Resurslotsen\n\nRegionen, Försäkringskassan\n\nBeviljat 2026: 100 000 kronor")
    assert grant.subject == "Resurslotsen"


@pytest.mark.parametrize(
    ("sentence", "kind", "year", "expected"),
    [
        ("Naturstigen: 350 000 kr.", "plan", 2026, (350000, None, 2026, "budget")),
        ("Jobbspåret kostar 410 tkr.", "plan", 2026, (410000, None, 2026, "budget")),
        ("Jobbspåret beräknas till 410 tkr.", "plan", 2026, (410000, None, 2026, "budget")),
        ("Förbundet har ett eget kapital som väntas bli 410 tkr.", "plan", 2026, (410000, None, 2026, "forecast")),
        (
            "Förbundets egna kapital uppgår därefter till 912 000 kronor.",
            "annual_report",
            2024,
            (912000, "equity.closing", 2024, "outcome"),
        ),
        ("Hyran var 96 000 kronor.", "annual_report", 2024, (96000, None, 2024, "outcome")),
        # proposed, limited, looked back on, expected or another's: nothing is decided
        ("Ledningen föreslår att Naturstigen kostar 350 000 kr.", "plan", 2026, (350000, None, 2026, None)),
        ("Förbundet har fått bidrag: 350 000 kr.", "plan", 2026, (350000, None, 2026, None)),
        ("Kvar sedan tidigare: 120 000 kr.", "plan", 2026, (120000, None, 2026, None)),
        ("Rimligt eget kapital bör vara 500 000 kronor.", "annual_report", 2024, (500000, None, 2024, None)),
        ("En plats kan vara värd 70 000 kronor.", "annual_report", 2024, (70000, None, 2024, None)),
        ("Bolagets egna kapital uppgår till 31 000 000 kronor.", "annual_report", 2024, (31000000, None, 2024, "outcome")),
        ("Hyran är 96 000 kronor.", "other", 2024, (96000, None, 2024, None)),
    ],
)
def test_kind_year_and_verb_decide_a_scenario_that_no_word_names(
    sentence: str, kind: DocumentKind, year: int, expected: tuple[int, str | None, int, str | None]
) -> None:
    assert facts(sentence, kind=kind, year=year) == [expected]


def months(text: str) -> list[tuple[int, str | None, int | None, str | None, dt.date | None, dt.date | None]]:
    """Read an interim report for January to August 2024."""
    days = {"period_start": dt.date(2024, 1, 1), "period_end": dt.date(2024, 8, 31)}
    context = DocumentContext(document_id="d", kind="interim_report", fiscal_year=2024, chart=CHART, **days)
    return [
        (int(one.value), one.concept, one.fiscal_year, one.scenario, one.period_start, one.period_end)
        for one in figures_in_prose(layout_of(text), context)[0]
    ]


def test_an_interim_result_and_the_one_before_it_are_those_of_the_same_months() -> None:
    first, second = months("Delårets resultat är 3,4 mnkr, jämfört med 1,9 mnkr motsvarande period föregående år.")
    assert first == (3400000, "result.year", 2024, "outcome", dt.date(2024, 1, 1), dt.date(2024, 8, 31))
    assert second == (1900000, "result.year", 2023, "outcome", dt.date(2023, 1, 1), dt.date(2023, 8, 31))


def test_what_an_interim_report_expects_is_no_outcome_and_what_it_is_held_against_stays_open() -> None:
    first, second = months("Årets resultat beräknas bli 3,4 mnkr, jämfört med 1,9 mnkr föregående år.")
    assert first[1:4] == ("result.year", 2024, "forecast")
    assert second[1:3] == (None, 2023)


def test_the_year_before_is_that_of_an_annual_report_or_the_one_in_the_sentence() -> None:
    told = facts("Årets resultat blev 210 000 kronor, jämfört med 180 000 kronor året före.", kind="annual_report", year=2024)
    assert told == [(210000, "result.year", 2024, "outcome"), (180000, "result.year", 2023, "outcome")]
    told = facts(
        "Årets resultat 2022 blev 210 000 kronor, jämfört med 180 000 kronor året före.", kind="annual_report", year=2024
    )
    assert [year for _, _, year, _ in told] == [2022, 2021]


def test_what_a_committee_misses_is_its_own() -> None:
    text = "Kulturnämnden prognostiserar ett underskott på 3 200 tkr och byggnadsnämnden ett överskott på 1 100 tkr."
    told = [(one.subject, one.concept, one.scenario, one.measure) for one in read(text, kind="interim_report")]
    assert told == [("Kulturnämnden", None, "forecast", "deficit"), ("Byggnadsnämnden", None, "forecast", "surplus")]


@pytest.mark.parametrize(
    ("sentence", "scenario"),
    [
        ("Arbetsgruppen föreslår att ansökan beviljas med 310 000 kronor.", None),
        ("Sporthallen föreslås beviljas 310 000 kronor för 2026.", None),
        ("Kansliet föreslår styrelsen att bevilja Sporthallen 310 000 kronor.", None),
        ("Arbetsgruppen föreslog ett avslag men styrelsen beviljade 310 000 kronor.", "granted"),
        ("Ansökan beviljas med 310 000 kronor.", "granted"),
    ],
)
def test_what_is_proposed_is_not_granted(sentence: str, scenario: str | None) -> None:
    assert [one.scenario for one in read(sentence, kind="minutes")] == [scenario]


def test_a_paragraph_of_minutes_is_about_the_year_in_its_heading_and_not_in_its_registry_number() -> None:
    heading = "## § 8 Årsredovisning 2025\n\n### Dnr KS 2026/31\n\n"
    assert facts(f"{heading}Årets resultat är 88 000 kronor.", kind="minutes") == [(88000, "result.year", 2025, "outcome")]
    assert facts(f"{heading}För 2024 var årets resultat 88 000 kronor.", kind="minutes") == [
        (88000, "result.year", 2024, "outcome")
    ]


def test_an_entry_of_a_list_has_an_amount_for_each_year() -> None:
    found = read("Grön gren: 780 000 kr för 2026, 700 000 kr för 2027 och 650 000 kr för 2028.")
    assert [(int(one.value), one.subject, one.fiscal_year, one.scenario) for one in found] == [
        (780000, "Grön gren", 2026, "budget"),
        (700000, "Grön gren", 2027, "plan"),
        (650000, "Grön gren", 2028, "plan"),
    ]


def test_an_entry_that_says_more_between_its_amounts_names_only_the_first() -> None:
    found = read("Grön gren: 780 000 kr för 2026, varav 80 000 kr är kommunens")
    assert [one.subject for one in found] == ["Grön gren", None]


def test_an_audit_report_tells_what_was() -> None:
    assert facts("Balansomslutningen är 1 500 000 kronor.", kind="audit_report", year=2024)[0][2:] == (2024, "outcome")


def test_the_year_before_and_the_budget_beside_an_amount_are_of_the_same_thing() -> None:
    one = "Bidraget från medlemmarna uppgick till 6 280 000 kr (föregående år 6 150 000 kr)."
    other = "Medlemmarnas bidrag uppgick till 4 400 000 kronor under 2024, jämfört med 4 320 000 kronor 2023."
    for text in (one, other):
        assert [(concept, year) for _, concept, year, _ in facts(text, kind="annual_report", year=2024)] == [
            ("income.contributions", 2024),
            ("income.contributions", 2023),
        ]


def test_an_association_sets_money_aside_for_what_its_heading_names() -> None:
    (found,) = read("# Grön gren\n\nDrivs av kommunen. Förbundet avsätter 1 250 000 kronor för 2026.")
    assert (found.subject, found.scenario) == ("Grön gren", "budget")


def test_what_another_clause_says_of_the_budget_leaves_the_amount_an_outcome() -> None:
    found = facts("Årets kostnader uppgick till 2 188 tkr, vilket är 88 tkr mer än budgeten.", kind="annual_report", year=2025)
    assert found[0][3] == "outcome"
