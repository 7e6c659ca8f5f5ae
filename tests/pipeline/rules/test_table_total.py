"""`table.total`: which rows a total covers, and which figure is wrong when the sum does not hold."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from pipeline.judging.outcome import Outcome
from pipeline.rules import table_row, table_total
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from tests.archives import archive, document

HALF_YEAR = """
 | Budget 2025 | Utfall jun 2025 | Prognos 2025 | Avvikelse 2025
Praktik | -67 | -68 | -68 | -1
Coach | -827 | -414 | -827 | 0
Koordinator | -697 | -193 | -485 | 212
Livsstil | -150 | 0 | -150 | 0
Hälsa | -70 | 0 | -70 | 0
Analys | -22 | -6 | -15 | 7
Frukost | -10 | -3 | -8 | 2
Kompetens | -15 | 0 | -15 | 0
Dag | -10 | 0 | -10 | 0
Folkhälsa | -30 | 0 | -30 | 0
Konferens | -30 | 0 | -30 | 0
Team | -20 | -1 | -10 | 10
Nya | -48 | -123 | -140 | -92
Summa | -1 996 | -808 | {total} | 138
Styrelse | -85 | -23 | -85 | 0
Kansli | -690 | -175 | -690 | 0
Summa | -775 | -198 | -775 | 0
Intäkter | 2 776 | 2 082 | 2 776 | 0
Finansiella kostnader | -5 | -1 | -5 | 0
Ränteintäkter | 0 | 0 | - | -
Resultat | 0 | 1 075 | 138 | 138
"""


def run(*documents: ArchiveDocument) -> list[Outcome]:
    return [*table_total.check(archive(*documents), Settings()), *table_row.check(archive(*documents), Settings())]


def findings(*documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in run(*documents) if outcome.finding]


def test_a_wrong_total_is_one_error_though_two_identities_fail() -> None:
    outcomes = run(document("delar", HALF_YEAR.format(total="-1 855"), scale=1000, kind="interim_report"))
    found = [outcome.finding for outcome in outcomes if outcome.finding]
    assert [(f.rule, f.severity, f.expected, f.actual) for f in found] == [
        ("table.total", "error", Decimal(-1858000), Decimal(-1855000))
    ]
    assert "-1 858 tkr" in found[0].message_sv
    assert "-1 855 tkr" in found[0].message_sv
    linked = Counter(outcome.check.rule for outcome in outcomes if outcome.check.finding_id == found[0].finding_id)
    assert linked == {"table.total": 2, "table.row": 1}


def test_the_same_table_with_the_right_total_is_silent() -> None:
    outcomes = run(document("delar", HALF_YEAR.format(total="-1 858"), scale=1000))
    assert [o.check for o in outcomes if o.check.verdict not in ("exact", "within_rounding")] == []
    # 4 columns x 3 totals (the forecast of interest is a dash, no digit) and 20 rows with a deviation
    assert Counter(o.check.rule for o in outcomes) == {"table.total": 12, "table.row": 20}


COSTS = (
    """Kostnader för insatser | 2026 | 2027 | 2028
Coach | -827 000 kr | 0 kr | 0 kr
Steget | -1 360 000 kr | -1 360 000 kr | 0 kr
Övrigt | -224 000 kr | 0 kr | 0 kr
Summa kostnader för insatser | -2 411 000 | -1 360 000 | 0""".replace(" kr", ""),
    """Övriga kostnader | 2026 | 2027 | 2028
Kansli | -710 000 | -710 000 | -710 000
Styrelse | -85 000 | -85 000 | -85 000
Summa styrelse och kansli | -795 000 | -795 000 | -795 000""",
    """Finansiella kostnader | 2026 | 2027 | 2028
Bank | -5 000 | -5 000 | -5 000
Summa | -5 000 | -5 000 | -5 000""",
)


def test_a_lone_sum_adds_up_the_tables_before_it() -> None:
    total = "Kostnader totalt | 2026 | 2027 | 2028\nSumma | -3 211 000 | -2 170 000 | -5 000"
    found = findings(document("plan", *COSTS, total, kind="plan", year=2026))
    assert [(f.fiscal_year, f.expected, f.actual) for f in found] == [
        (2027, Decimal(-2160000), Decimal(-2170000)),
        (2028, Decimal(-800000), Decimal(-5000)),
    ]
    assert "Summa styrelse och kansli" in found[1].message_sv


def test_a_lone_sum_that_is_right_is_silent() -> None:
    total = "Kostnader totalt | 2026 | 2027 | 2028\nSumma | -3 211 000 | -2 160 000 | -800 000"
    assert findings(document("plan", *COSTS, total, kind="plan", year=2026)) == []


HEADERS = (
    "tkr | Utfall Intäkt 2024 | Utfall Kostnad 2024 | Utfall Netto 2024 | Budget Netto 2024 | Avvikelse Netto 2024 | "
    "Utfall Intäkt 2023 | Utfall Kostnad 2023 | Utfall Netto 2023"
)
OPERATING = f"""{HEADERS}
Driftbidrag | 2832 | 0 | 2832 | 2832 | 0 | 2832 | | 2832
Samcoach | 0 | -775 | -775 | -775 | 0 | 0 | -710 | -710
Språk | 0 | -998 | -998 | -998 | 0 | 0 | -580 | -580
Praktik | 0 | 0 | 0 | -120 | 120 | 0 | 0 | 0
Vecka | 0 | -44 | -44 | -60 | 16 | 0 | -41 | -41
Frukost | 0 | -3 | -3 | -10 | 7 | 0 | -5 | -5
Lokalt | 0 | -11 | -11 | -30 | 19 | 0 | 0 | 0
Folkhälsa | 0 | -22 | -22 | -50 | 28 | 0 | -88 | -88
Beredning | 0 | -8 | -8 | -10 | 2 | 0 | -4 | -4
Län | 0 | -10 | -10 | -10 | 0 | 0 | -8 | -8
Kompetens | 0 | -6 | -6 | -20 | 14 | 0 | 0 | 0
Nya | 0 | -23 | -23 | -12 | -11 | 0 | 0 | 0
Andra | 0 | 0 | 0 | 0 | 0 | 0 | -1061 | -1061
=Verksamhet | 0 | -1900 | -1900 | -2 095 | 195 | {{old}} | -2 497 | -2 497
Styrelsen | 0 | -102 | -102 | -65 | -37 | 0 | -74 | -74
varav arvode | | -75 | -75 | | | | -54 | -54
Kansli | 0 | -648 | -648 | -667 | 19 | 0 | -412 | -412
Ränteintäkter | 56 | 0 | 56 | 0 | 56 | 36 | 0 | 36
Bankkostnader | 0 | -1 | -1 | -5 | 4 | 0 | -2 | -2
Resultat | {{new}} | -2 651 | 237 | 0 | 237 | {{result}} | -2 985 | -117
"""


def test_an_operating_table_accuses_the_cells_that_two_identities_contradict() -> None:
    # 2 832 + 56 = 2 888 and 2 888 - 2 651 = 237; the income of `Verksamhet` 2023 is 0 since 0 - 2 497 = -2 497;
    # the income of 2023 is 2 832 + 36 = 2 868 and 2 868 - 2 985 = -117.
    found = findings(document("års", OPERATING.format(old="2832", new="2832", result="0"), scale=1000))
    assert {(f.actual, f.expected) for f in found} == {
        (Decimal(0), Decimal(2868000)),
        (Decimal(2832000), Decimal(0)),
        (Decimal(2832000), Decimal(2888000)),
    }
    assert {f.severity for f in found} == {"error"}


def test_the_operating_table_without_its_errors_is_silent() -> None:
    assert findings(document("års", OPERATING.format(old="0", new="2 888", result="2 868"), scale=1000)) == []


BALANCE = """
Belopp i tkr | 2024-12-31 | 2023-12-31
# Tillgångar
Maskiner | 0,00 | 0,00
Summa anläggningstillgångar | 0,00 | 0,00
Fordringar | 17,73 | 12,53
Kortfristiga placeringar | 0,00 | 0,00
Kassa och bank | 980,03 | 1 236,30
Summa omsättningstillgångar | 997,76 | 1 248,83
Summa tillgångar | 997,76 | 1 248,83
# Eget kapital, avsättningar och skulder
Årets resultat | 236,50 | -117,09
Övrigt eget kapital | 584,03 | {equity}
Avsättningar | 0,00 | 0,00
Långfristiga skulder | 0,00 | 0,00
Kortfristiga skulder | 177,23 | 664,81
Summa eget kapital, avsättningar och skulder | 997,76 | 1 248,83
"""


def test_a_misread_digit_on_a_scan_is_explained() -> None:
    outcomes = run(document("scan", BALANCE.format(equity="7011,12"), scale=1000, scanned=True))
    assert [o.finding for o in outcomes if o.finding] == []
    assert [o.check.explanation for o in outcomes if o.check.verdict == "explained"] == ["misread digit"]


def test_the_same_digit_on_a_born_digital_page_is_an_error() -> None:
    found = findings(document("digital", BALANCE.format(equity="7011,12"), scale=1000))
    assert [f.severity for f in found] == ["error"]
    assert "Övrigt eget kapital" in found[0].message_sv


def test_on_a_scan_one_failing_identity_is_a_warning_and_says_so() -> None:
    drawing = BALANCE.format(equity="701,12").replace("177,23", "199,23")
    found = findings(document("scan", drawing, scale=1000, scanned=True))
    assert [(f.severity, "skannad" in f.message_sv) for f in found] == [("warning", True)]
    assert [f.severity for f in findings(document("digital", drawing, scale=1000))] == ["error"]


def test_a_sum_within_a_hundredth_is_rounding() -> None:
    # -117,09 + 701,12 + 664,81 = 1 248,84; printed 1 248,83; five figures of two decimals may miss by 0,03.
    assert findings(document("balans", BALANCE.format(equity="701,12"), scale=1000)) == []


PLAN = """
Budget (tkr) | Budget 2024 | Plan 2025 | Plan 2026
# Intäkter
Region | 1255,5 | 1255,5 | 1255,5
Kommun | 1255,5 | 1255,5 | 1255,5
Staten | 2511 | 2511 | 2511
=Parternas insats | 5022 | 5022 | 5022
# Kostnader
# Administration
Chef | -785 | -790 | -795
Kansli | -110 | -110 | -110
Arvoden | -120 | -120 | -120
Resor | -60 | -60 | -60
Medlemsavgift | -18 | -18 | -18
Möten | 0 | 0 | 0
Övrigt | -20 | -20 | -20
Summa administration | -1113 | -1118 | -1123
# Insatser
Plattform | -600 | |
Resurs | -100 | -100 | -100
Samtal | -310 | -310 | -310
Vidare | -595 | -595 |
Jämställt | -100 | -100 | -100
Processtöd | -645 | -650 | -655
Vecka | -100 | -100 | -100
Kompetens | -200 | -100 | -100
Konferens | -50 | -75 | -75
Reserv | -1209 | -1874 | -2459
Summa insatser | {total} | -3904 | -3899
Summa totala kostnader | -5022 | -5022 | -5022
"""


def test_nested_totals_and_a_grand_total() -> None:
    outcomes = run(document("plan", PLAN.format(total="-3909"), scale=1000, kind="plan", year=2024))
    assert {o.check.verdict for o in outcomes} == {"exact"}
    assert len(outcomes) == 12


def test_transposed_digits_are_named() -> None:
    found = findings(document("plan", PLAN.format(total="-3990"), scale=1000, kind="plan", year=2024))
    assert [f.expected for f in found] == [Decimal(-3909000)]
    assert "omkastade" in found[0].message_sv


def test_a_total_whose_rows_nobody_can_tell_is_not_an_error() -> None:
    drawing = """
    | 2024 | 2023
    Medlemsbidrag | 2 832 000 | 2 832 000
    Kostnader | -2 649 734 | -2 983 378
    Årets resultat | 236 500 | -117 094
    """
    outcomes = run(document("översikt", drawing))
    assert {o.check.verdict for o in outcomes} == {"not_checkable"}
    assert [o.finding for o in outcomes if o.finding] == []


def test_an_income_statement_runs_from_result_to_result() -> None:
    drawing = """
    tkr | 2024 | 2023
    Verksamhetens intäkter | 2832 | 2832
    Verksamhetens kostnader | -2 650 | -2983
    Avskrivningar | 0 | 0
    Verksamhetens resultat | 182 | -151
    Finansiella intäkter | 56 | 36
    Finansiella kostnader | -1 | -2
    ~Resultat efter finansiella poster | 237 | {later}
    Extraordinära poster | 0 | 0
    Årets resultat | 237 | -117
    """
    assert findings(document("res", drawing.format(later="-117"), scale=1000)) == []
    found = findings(document("res", drawing.format(later="-171"), scale=1000))
    assert [(f.actual, f.expected) for f in found] == [(Decimal(-171000), Decimal(-117000))]


def test_a_mean_among_sums_is_not_a_wrong_sum() -> None:
    drawing = """
    | Antal 2024 | Antal 2025 | Invånare per bibliotek 2025
    Norr | 12 | 14 | 4 210
    Mitt | 25 | 31 | 3 977
    Söder | 118 | 127 | 5 016
    Summa | 155 | 172 | 4 788
    """
    outcomes = run(document("bibliotek", drawing))
    assert [o.finding for o in outcomes if o.finding] == []
    assert [o.check.verdict for o in outcomes] == ["exact", "exact", "not_checkable"]


CASH = """
tkr | 2024 | 2023
Årets resultat | 236,50 | -117,09
Justering för ej likviditetspåverkande poster | 0,00 | 0,00
Medel från verksamheten före förändring av rörelsekapital | 236,50 | -117,09
Ökning/minskning kortfristiga fordringar | -5,21 | -2,32
Ökning/minskning kortfristiga skulder | -487,57 | -137,05
Kassaflöde från den löpande verksamheten | -256,28 | {flow}
Årets kassaflöde | -256,28 | -256,46
Likvida medel vid årets början | 1 236,30 | 1 492,77
Likvida medel vid årets slut | 980,03 | 1 236,30
"""


def test_a_cash_flow_with_a_lost_minus() -> None:
    # -117,09 - 2,32 - 137,05 = -256,46
    found = findings(document("kassa", CASH.format(flow="256,46"), scale=1000))
    assert [(f.severity, f.actual, f.expected) for f in found] == [("error", Decimal(256460), Decimal(-256460))]
    assert "fel tecken" in found[0].message_sv


def test_on_a_scan_a_lost_minus_is_a_warning_that_leaves_it_open() -> None:
    found = findings(document("kassa", CASH.format(flow="256,46"), scale=1000, scanned=True))
    assert [f.severity for f in found] == ["warning"]
    assert "i dokumentet eller i läsningen" in found[0].message_sv


def test_a_cash_flow_that_holds_within_rounding() -> None:
    # 1 236,30 - 256,28 = 980,02, printed 980,03
    assert findings(document("kassa", CASH.format(flow="-256,46"), scale=1000)) == []


def test_costs_without_a_minus_are_taken_off_in_the_result() -> None:
    drawing = """
    tkr | Budget 2025 | Utfall 2025 | Avvikelse 2025
    Intäkter | 500 | 510 | 10
    Personalkostnader | 300 | 320 | -20
    Lokalkostnader | 100 | 90 | 10
    Årets resultat | 100 | {result} | {deviation}
    """
    assert findings(document("res", drawing.format(result="100", deviation="0"), scale=1000)) == []
    found = findings(document("res", drawing.format(result="130", deviation="0"), scale=1000))
    assert [(f.actual, f.expected) for f in found] == [(Decimal(130000), Decimal(100000))]


def test_a_wrong_row_is_accused_when_its_other_identities_say_so() -> None:
    # Kansli 2025: 210 - 200 = 10 holds only with 210, and so does the sum 100 + 210 + 50 = 360.
    drawing = """
    tkr | Budget 2025 | Utfall 2025 | Avvikelse 2025
    Styrelse | 90 | 100 | 10
    Kansli | 200 | {value} | 10
    Resor | 40 | 50 | 10
    Summa | 330 | 360 | 30
    """
    assert findings(document("rad", drawing.format(value="210"), scale=1000)) == []
    found = findings(document("rad", drawing.format(value="120"), scale=1000))
    assert [(f.actual, f.expected) for f in found] == [(Decimal(120000), Decimal(210000))]


def test_a_single_column_that_misses_by_little_is_a_warning_only() -> None:
    drawing = """
    kr | 2025
    Hyra | 10 400
    Resor | 20 300
    Övrigt | 30 100
    Summa | 61 800
    """
    assert [f.severity for f in findings(document("not", drawing))] == ["warning"]


def test_a_surplus_is_counted_the_other_way_than_savings_on_unnamed_costs() -> None:
    drawing = """
     | Budget 2024 | Utfall 2024 | Avvikelse 2024
    Lotsen | 1 400 | 1 236 | 164
    Ung kraft | 700 | 688 | 12
    Föreläsningar | 215 | 97 | 118
    Ränta | 0 | 14 | 14
    Resultat | 0 | 280 | 280
    """
    interest = {"Ränta": "income.interest"}
    assert [
        finding.subject
        for finding in findings(document("uppföljning", drawing, concepts=interest))
        if finding.rule == "table.row"
    ] == []
    wrong = drawing.replace("| 688 | 12", "| 688 | 21")
    assert any("Ung kraft" in finding.message_sv for finding in findings(document("uppföljning", wrong, concepts=interest)))


BY_UNIT = """
 | Norra | Södra | Summa
Intäkter | 100 | 200 | 300
Personal | -80 | -150 | -230
Lokaler | -15 | -30 | -45
Köp | -12 | -10 | -22
~Resultat | -7 | 10 | {total}
"""
BY_YEAR = """
 | Utfall 2025
Intäkter | 300
Personal | -230
Lokaler | -45
Köp | -22
Finansnetto | {financial}
~Resultat | {total}
"""


def test_a_row_that_only_another_table_of_the_page_has_explains_all_sums_that_lack_it() -> None:
    # 300 - 230 - 45 - 22 = 3 and -7 + 10 = 3, printed -6: the other table has Finansnetto -9.
    found = findings(document("x", BY_UNIT.format(total="-6"), BY_YEAR.format(total="-6", financial="-9")))
    assert [(finding.severity, finding.difference) for finding in found] == [("warning", Decimal(-9))]
    assert "Finansnetto" in found[0].message_sv


def test_without_such_a_row_it_is_an_error() -> None:
    found = findings(document("x", BY_UNIT.format(total="-6"), BY_YEAR.format(total="3", financial="0")))
    assert [(finding.severity, finding.difference) for finding in found] == [("error", Decimal(-9))]


GRANTS = """
 | Bokslut 2024 | Budget 2025 | Antal 2024 | Antal 2025
Kultur | -718 | -720 | 23 | 27
Verksamhet | -450 | -440 | 15 | 14
Studier | -391 | -400 | 110 | 109
Totalt | -1 559 | -1 560 | 148 | {count}
"""


def test_columns_of_counts_are_added_up_beside_money() -> None:
    right = run(document("bokslut", GRANTS.format(count="150"), scale=1000))
    assert [o.check.verdict for o in right] == ["exact"] * 4
    (found,) = findings(document("bokslut", GRANTS.format(count="180"), scale=1000))
    assert (found.actual, found.expected) == (Decimal(180), Decimal(150))


NET = """
 | 2024 | 2025
Nettoinvesteringar | 2 329 | 5 403
Budget | 4 259 | 10 525
Budgetavvikelse | -1 930 | {deviation}
"""


def test_a_row_called_deviation_is_the_difference_of_the_two_above() -> None:
    assert [o.check.verdict for o in run(document("netto", NET.format(deviation="-5 122"), scale=1000))] == ["exact"] * 2
    (found,) = findings(document("netto", NET.format(deviation="-5 212"), scale=1000))
    assert (found.actual, found.expected) == (Decimal(-5212000), Decimal(-5122000))


PROJECTS = """
 | Budget | Utfall | Avvikelse | Budget 2025 | Utfall 2025
#Pågående projekt
Inredning | 4 827 | 4 812 | 15 | 709 | 694
Garvaren | 2 575 | 2 340 | 235 | 388 | 153
Bowling | 3 000 | 2 117 | 883 | 3 000 | 2 117
Summa projekt | 10 402 | 9 272 | 1 130 | 4 097 | 2 964
"""


def test_a_sum_and_the_deviation_that_follows_from_it_are_told_together() -> None:
    found = findings(document("projekt", PROJECTS, scale=1000))
    assert [(f.actual, f.expected) for f in found] == [(Decimal(9272000), Decimal(9269000))]
    assert "Detsamma gäller Avvikelse (1 130 tkr)" in found[0].message_sv


LONG = """
 | Utfall 2025 | Budget 2025 | Avvikelse
A | -2 564 | -2 612 | 48
B | -13 123 | -13 152 | 29
C | -5 347 | -5 386 | 39
D | -1 000 | -1 010 | 10
Summa | -22 061 | -22 160 | 126
"""


def test_a_row_is_no_cause_where_other_identities_accuse_the_sum() -> None:
    (found,) = findings(document("lang", LONG, scale=1000))
    assert (found.actual, found.expected) == (Decimal(-22061000), Decimal(-22034000))
    assert "Raden" not in found.message_sv  # C as -5 374 would close the column, but not the row of the sum


PIECES = """
 | Utfall 2024 | Utfall 2023
Årets vinst | 236 |
{between} |  | -117
Övrigt eget kapital | 584 | 701
Skulder | 177 | 664
Summa | 997 | 1 248
"""


def test_a_piece_of_a_row_that_a_scan_put_on_a_line_of_its_own_is_added_up() -> None:
    drawing = PIECES.format(between="=")
    assert [o.check.verdict for o in run(document("skev", drawing, scale=1000, scanned=True))] == ["exact"] * 2
    assert [o.check.verdict for o in run(document("rak", drawing, scale=1000))] != ["exact"] * 2
