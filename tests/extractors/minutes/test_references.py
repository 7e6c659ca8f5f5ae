"""Earlier decisions, laws and who is responsible."""

from __future__ import annotations

import pytest

from extractors.minutes.references import earlier_decisions, laws, responsible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uppdraget från den 19 november 2025, § 70 anses avslutat.", ("den 19 november 2025, § 70",)),
        ("upphäva kommunfullmäktiges beslut 2019-03-04 § 12", ("kommunfullmäktiges beslut 2019-03-04 § 12",)),
        ("i enlighet med § 22 TEN 2026-04-20", ("§ 22 TEN 2026-04-20",)),
        ("Bifalla KSAU § 14/2025", ("KSAU § 14/2025",)),
        ("enligt 6 kap. 38 § kommunallagen", ()),
        ("Rapporten godkänns.", ()),
    ],
)
def test_earlier_decisions(text: str, expected: tuple[str, ...]) -> None:
    assert earlier_decisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("med stöd av 9 kap. 31 § plan- och bygglagen (2010:900)", ("9 kap. 31 § plan- och bygglagen (2010:900)",)),
        ("enligt kommunallagen 4 kap. § 20", ("kommunallagen 4 kap. § 20",)),
        ("dispens enligt 7 kap. 18 b § miljöbalken", ("7 kap. 18 b § miljöbalken",)),
        ("Lag (2026:43) gäller", ("Lag (2026:43)",)),
        ("förslagen och anslagen till bolagen, underlagen avslagen", ()),
    ],
)
def test_laws(text: str, expected: tuple[str, ...]) -> None:
    assert laws(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Styrelsen beslutar att ge förbundschefen i uppdrag att återkomma.", "förbundschefen"),
        ("Att uppdra åt ekonomichefen att ta fram en plan", "ekonomichefen"),
        ("Vård- och omsorgsförvaltningen får i uppdrag att följa upp.", "Vård- och omsorgsförvaltningen"),
        ("Rapporten godkänns.", None),
    ],
)
def test_who_is_responsible(text: str, expected: str | None) -> None:
    assert responsible(text) == expected
