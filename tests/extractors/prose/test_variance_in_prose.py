"""Sentences that hold an amount against budget, forecast or another year: a variance or a change, never a level.

Sentences are made up, in the wording of municipalities, regions and joint bodies.
"""

from __future__ import annotations

import pytest

from schemas.document import DocumentKind
from tests.extractors.prose.test_figures import read

ANNUAL: DocumentKind = "annual_report"
INTERIM: DocumentKind = "interim_report"

SENTENCES = """
Personalkostnaderna blev 340 tkr lägre än budget.                                  | 340000 variance
Kostnaderna för insatser är 120 000 kronor högre än budgeterat.                    | 120000 variance
Resultatet är 2,4 mnkr bättre än budget.                                           | 2400000 variance
Utfallet blev 75 000 kr mindre än vad som budgeterats.                             | 75000 variance
Nämndens resultat är 1,9 mnkr sämre än periodens budget.                           | 1900000 variance
Intäkterna överstiger budget med 410 tkr.                                          | 410000 variance
Kansliets kostnader understeg budgeten med 56 tkr.                                 | 56000 variance
Nämnden överskred sin budget med 6,9 mnkr.                                         | 6900000 variance
Verksamheten beräknas överskrida budget med 3 100 tkr.                             | 3100000 variance
Överskridandet av budget uppgår till 870 tkr.                                      | 870000 variance
Socialnämnden visar ett negativt utfall mot budget om 12,5 mnkr.                   | 12500000 variance
För året redovisas en positiv avvikelse gentemot budget om 28 mnkr.                | 28000000 variance
Utfallet avviker från budget med 310 tkr.                                          | 310000 variance
Det är 95 tkr under budget.                                                        | 95000 variance
Kostnaderna ligger 1 250 tkr över budget.                                          | 1250000 variance
Förbundet redovisar ett överskott på 215 tkr jämfört med budget.                   | 215000 variance
Insatsen förbrukade 45 000 kronor mer än beviljat.                                 | 45000 variance
Resultatet blev 800 tkr bättre än prognosen i augusti.                             | 800000 variance
Investeringarna blev 14 mnkr lägre än planerat.                                    | 14000000 variance
Räntekostnaderna blev 30 tkr lägre än beräknat.                                    | 30000 variance
Kostnaderna var 410 tkr lägre än föregående år.                                    | 410000 change
Årets resultat är 1,1 mnkr bättre än 2024.                                         | 1100000 change
Intäkterna blev 62 000 kronor högre än förra året.                                 | 62000 change
Nettokostnaden är 7 mnkr högre än samma period föregående år.                      | 7000000 change
Personalkostnaderna har ökat med 350 tkr sedan 2024.                               | 350000 change
Det är en försämring med 2,2 mnkr jämfört med föregående prognos.                  | 2200000 change
Prognosen har förbättrats med 900 tkr.                                             | 900000 change
Lokalkostnaderna minskade med 40 000 kr.                                           | 40000 change
Det motsvarar en förbättring om 600 tkr.                                           | 600000 change
Medelstilldelningen blev 150 tkr mindre än året innan.                             | 150000 change
Budgeten för kansliet var 700 tkr.                                                 | 700000 budget
Nettokostnaden uppgick till 31,4 mnkr.                                             | 31400000 outcome
Prognosen för helåret är 29,8 mnkr.                                                | 29800000 forecast
Budgeten uppgår till 640 tkr och utfallet blev 610 tkr.                            | 640000 budget; 610000 outcome
Kostnaderna blev 610 tkr, att jämföra med budgeterade 640 tkr.                     | 610000 outcome; 640000 budget
Utfallet blev 4,2 mnkr mot budgeterade 4,5 mnkr, en avvikelse på 0,3 mnkr. | 4200000 outcome; 4500000 budget; 300000 variance
Kostnaden ökade från 500 tkr till 560 tkr.                                         | 500000 level; 560000 level
Resultatet blev 90 tkr, vilket är 40 tkr bättre än budget.                         | 90000 outcome; 40000 variance
Resultatet blev 90 tkr, vilket är 40 tkr sämre än 2024.                            | 90000 outcome; 40000 change
Förbundet har mer än 300 tkr på banken.                                            | 300000 level
Kapitalet ska inte vara högre än 500 tkr.                                          | 500000 level
Kostnaden för lokalen är lägre än 200 tkr.                                         | 200000 level
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_an_amount_is_a_variance_a_change_or_a_level(line: str) -> None:
    sentence, expected = (part.strip() for part in line.split("|"))
    figures = read(sentence, kind=ANNUAL, year=2025)
    wanted = [part.split() for part in expected.split(";")]
    assert [str(int(figure.value)) for figure in figures] == [value for value, _ in wanted]
    for figure, (_, kind) in zip(figures, wanted, strict=True):
        if kind == "variance":
            assert figure.scenario == "variance"
        else:
            assert figure.scenario != "variance" or figure.change
            assert figure.change == (kind == "change")
            if kind not in {"change", "level"}:
                assert figure.scenario == kind


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines()[:30])
def test_a_variance_or_a_change_has_no_place_among_levels(line: str) -> None:
    (figure,) = read(line.partition("|")[0], kind=INTERIM, year=2025)
    assert figure.scenario == "variance" or figure.change
