"""Headers of columns as Swedish bodies word and shorten them: the year, the last day and the scenario that each one means."""

from __future__ import annotations

import pytest

from extractors.values.periods import read_header

HEADERS = """
Utfall jan-aug 2025                     | 2025 | 08-31 | outcome
Bokslut 2024                            | 2024 | -     | outcome
Budget helår                            | 2025 | 12-31 | budget
Årsprognos                              | -    | -     | forecast
Årsprognos 2025                         | 2025 | -     | forecast
Avvikelse mot budget                    | -    | -     | variance
Prognos 2 2025                          | 2025 | -     | forecast
BU 25                                   | 2025 | -     | budget
Utf. 2404                               | 2024 | 04-30 | outcome
Ack utfall                              | -    | -     | outcome
VP 2026                                 | 2026 | -     | plan
KF-budget                               | -    | -     | budget
T2                                      | 2025 | 08-31 | -
Delår 2                                 | 2025 | 08-31 | -
Delår 1                                 | 2025 | 04-30 | -
2025-08-31                              | 2025 | 08-31 | -
31/12 2024                              | 2024 | 12-31 | -
1/1-31/8                                | 2025 | 08-31 | -
Föregående år                           | 2024 | -     | -
Fg år                                   | 2024 | -     | -
Diff                                    | -    | -     | variance
Förändr. %                              | -    | -     | variance
Preliminärt bokslut                     | -    | -     | outcome
Prel bokslut 2025                       | 2025 | -     | outcome
Omf budget                              | -    | -     | budget
Justerad budget                         | -    | -     | budget
Ram 2026                                | 2026 | -     | budget
Utfall 2025-08-31                       | 2025 | 08-31 | outcome
Utfall 250831                           | 2025 | 08-31 | outcome
Utfall 2508                             | 2025 | 08-31 | outcome
Utfall 202508                           | 2025 | 08-31 | outcome
Utfall t.o.m. augusti                   | 2025 | 08-31 | outcome
Utfall tom aug 2025                     | 2025 | 08-31 | outcome
Utfall ack aug                          | 2025 | 08-31 | outcome
Ack. utfall 2025                        | 2025 | -     | outcome
Utfall januari - augusti 2024           | 2024 | 08-31 | outcome
Budget jan-aug                          | 2025 | 08-31 | budget
Periodbudget                            | -    | -     | budget
Period budget 2025                      | 2025 | -     | budget
Budget period                           | -    | -     | budget
Utfall perioden                         | -    | -     | outcome
Helårsprognos                           | 2025 | 12-31 | forecast
Helårsbudget                            | 2025 | 12-31 | budget
Helårsbudget 2025                       | 2025 | 12-31 | budget
Prognos helår 2025                      | 2025 | 12-31 | forecast
Prognos mars                            | -    | -     | forecast
Prognosavvikelse                        | -    | -     | variance
Avvikelse prognos/budget                | -    | -     | variance
Avv. mot budget                         | -    | -     | variance
Avv prognos                             | -    | -     | variance
Budgetavvikelse 2025                    | 2025 | -     | variance
Utfall - budget                         | -    | -     | variance
Skillnad                                | -    | -     | variance
Förändring 2024-2025                    | -    | -     | variance
Förändring                              | -    | -     | variance
Avvikelse %                             | -    | -     | variance
Bokslut 2023-12-31                      | 2023 | 12-31 | outcome
Bokslut föregående år                   | 2024 | -     | outcome
Utfall fg år                            | 2024 | -     | outcome
Utfall samma period fg år               | 2024 | -     | outcome
Utfall föregående år                    | 2024 | -     | outcome
Utfall f å                              | 2024 | -     | outcome
I år                                    | 2025 | -     | -
Årets budget                            | 2025 | -     | budget
Årsbudget                               | -    | -     | budget
Årsbudget 2025                          | 2025 | -     | budget
Reviderad budget 2025                   | 2025 | -     | budget
Ursprunglig budget                      | -    | -     | budget
Tilläggsbudget 2025                     | 2025 | -     | budget
Tilläggsanslag                          | -    | -     | budget
Budget inkl. tilläggsanslag             | -    | -     | budget
Budget efter omfördelning               | -    | -     | budget
Kommunbidrag 2025                       | 2025 | -     | budget
Kommunbidrag                            | -    | -     | budget
Internbudget 2025                       | 2025 | -     | budget
Detaljbudget                            | -    | -     | budget
Rambudget 2026                          | 2026 | -     | budget
Budgetram 2027                          | 2027 | -     | budget
Plan 2027                               | 2027 | -     | plan
Plan 27                                 | 2027 | -     | plan
Flerårsplan 2028                        | 2028 | -     | plan
Verksamhetsplan 2026                    | 2026 | -     | plan
Ekonomisk plan 2027                     | 2027 | -     | plan
Preliminär plan 2027                    | 2027 | -     | plan
Prel. budget 2026                       | 2026 | -     | budget
Förslag budget 2026                     | 2026 | -     | budget
Budgetförslag 2026                      | 2026 | -     | budget
Beslutad budget                         | -    | -     | budget
B 2025                                  | 2025 | -     | budget
B2025                                   | 2025 | -     | budget
P 2025                                  | 2025 | -     | -
U 2024                                  | 2024 | -     | outcome
Bu 2025                                 | 2025 | -     | budget
Bok 2024                                | 2024 | -     | outcome
Boksl. 2024                             | 2024 | -     | outcome
Boksl 24                                | 2024 | -     | outcome
BS 2024                                 | 2024 | -     | outcome
Bok 24                                  | 2024 | -     | outcome
Utf 2024                                | 2024 | -     | outcome
Utfall 24                               | 2024 | -     | outcome
Budg 2025                               | 2025 | -     | budget
Budget -25                              | 2025 | -     | budget
Progn 2025                              | 2025 | -     | forecast
Progn. 25                               | 2025 | -     | forecast
Prog 2025                               | 2025 | -     | forecast
Prognos 1                               | -    | -     | forecast
Prognos T1                              | -    | -     | forecast
Prognos T2 2025                         | 2025 | -     | forecast
Prognos efter augusti                   | -    | -     | forecast
Bedömning helår                         | 2025 | 12-31 | forecast
Beräknat utfall 2025                    | 2025 | -     | forecast
Förväntat utfall                        | -    | -     | forecast
Budget 2025 (tkr)                       | 2025 | -     | budget
2024, tkr                               | 2024 | -     | -
2024                                    | 2024 | -     | -
År 2024                                 | 2024 | -     | -
24-12-31                                | 2024 | 12-31 | -
241231                                  | 2024 | 12-31 | -
20241231                                | 2024 | 12-31 | -
31 dec 2024                             | 2024 | 12-31 | -
31 december 2024                        | 2024 | 12-31 | -
2024-01-01 - 2024-12-31                 | 2024 | 12-31 | -
2024-01-01--2024-12-31                  | 2024 | 12-31 | -
2401-2412                               | 2024 | 12-31 | -
240101-241231                           | 2024 | 12-31 | -
jan-dec 2024                            | 2024 | 12-31 | -
Jan-juni                                | 2025 | 06-30 | -
Januari–juni 2024                       | 2024 | 06-30 | -
Kvartal 1                               | 2025 | 03-31 | -
Q1 2025                                 | 2025 | 03-31 | -
Kv 2                                    | 2025 | 06-30 | -
Tertial 1 2025                          | 2025 | 04-30 | -
Tertial 2                               | 2025 | 08-31 | -
T1 2024                                 | 2024 | 04-30 | -
Halvår 2025                             | 2025 | 06-30 | -
Delårsbokslut 2025-06-30                | 2025 | 06-30 | outcome
Delår 2025                              | 2025 | -     | -
Delårsrapport aug 2025                  | 2025 | 08-31 | -
Utfall delår                            | -    | -     | outcome
Utfall T1                               | 2025 | 04-30 | outcome
Utfall aug                              | 2025 | 08-31 | outcome
Ansökt                                  | -    | -     | requested
Sökt belopp 2026                        | 2026 | -     | requested
Äskat 2026                              | 2026 | -     | requested
Beviljat                                | -    | -     | granted
Beviljat belopp 2025                    | 2025 | -     | granted
Beviljade medel                         | -    | -     | granted
Tilldelat                               | -    | -     | granted
Upparbetat                              | -    | -     | outcome
Förbrukat 2025                          | 2025 | -     | outcome
Återstår                                | -    | -     | variance
Kvar av budget                          | -    | -     | variance
Rekvirerat                              | -    | -     | outcome
Ackumulerat utfall                      | -    | -     | outcome
Total budget                            | -    | -     | budget
Totalbudget                             | -    | -     | budget
Projektbudget                           | -    | -     | budget
Utfall mot budget                       | -    | -     | variance
Utfall i % av budget                    | -    | -     | outcome
Förbrukning %                           | -    | -     | outcome
Budget / 2025                           | 2025 | -     | budget
2025 / Budget                           | 2025 | -     | budget
Helår 2025 / Prognos                    | 2025 | 12-31 | forecast
Jan-aug 2025 / Avvikelse                | 2025 | 08-31 | variance
2025 / jan-aug / Utfall                 | 2025 | 08-31 | outcome
Not                                     | -    | -     | -
Belopp                                  | -    | -     | -
Kommunen                                | -    | -     | -
Koncernen 2024                          | 2024 | -     | -
Kommunen / 2024-12-31                   | 2024 | 12-31 | -
Senaste prognos                         | -    | -     | forecast
Föregående prognos                      | -    | -     | forecast
Prognos föreg. månad                    | -    | -     | forecast
Nästa år                                | 2026 | -     | -
Budget nästa år                         | 2026 | -     | budget
Förra året                              | 2024 | -     | -
Utfall i fjol                           | 2024 | -     | outcome
Budget i år                             | 2025 | -     | budget
Mål 2025                                | 2025 | -     | -
Delårsbudget                            | -    | -     | budget
Ack budget                              | -    | -     | budget
Budget ack                              | -    | -     | budget
Ack. bud.                               | -    | -     | budget
Bud 2025                                | 2025 | -     | budget
Bud. helår                              | 2025 | 12-31 | budget
Prel. utfall 2025                       | 2025 | -     | outcome
Preliminärt utfall                      | -    | -     | outcome
Redovisning 2024                        | 2024 | -     | outcome
Redovisat 2024                          | 2024 | -     | outcome
Verkligt utfall                         | -    | -     | outcome
Årsbokslut 2023                         | 2023 | -     | outcome
Årsredovisning 2023                     | 2023 | -     | outcome
ÅR 2023                                 | 2023 | -     | -
MRP 2026                                | 2026 | -     | plan
Mål och budget 2026                     | 2026 | -     | budget
Budget 2026-2028                        | -    | -     | budget
Investeringsram                         | -    | -     | budget
Investeringsplan 2027                   | 2027 | -     | plan
"""
"""Header | year | last day (month-day) | scenario; in a document of 2025. A dash: it does not say."""


@pytest.mark.parametrize("line", HEADERS.strip().splitlines())
def test_a_header_means(line: str) -> None:
    header, year, last, scenario = (part.strip() for part in line.rsplit("|", 3))
    said = read_header(header, year=2025)
    assert str(said.fiscal_year or "-") == year
    assert (said.scenario or "-") == scenario
    assert (f"{said.period_end:%m-%d}" if said.period_end else "-") == last
