"""Known documents that are not reconciled: proposals to a meeting, agendas, rules, agreements, lists of delegated decisions."""

from __future__ import annotations

from extractors.identity.clues import Clues, Sign, weigh
from schemas.document import DocumentKind
from schemas.figure import Scenario

KIND: DocumentKind = "other"

SIGNS = (
    Sign(
        where="title",
        pattern=r"\b(?:tjansteskrivelse|tjansteutlatande|beslutsunderlag|kallelse|foredragningslista|remissvar)\b",
        weight=6,
    ),
    Sign(
        where="title",
        pattern=r"\b(?:reglemente|arbetsordning|delegationsordning|forbundsordning|attestordning|policy|riktlinjer?)\b",
        weight=5,
    ),
    Sign(
        where="title", pattern=r"\b(?:motion|interpellation|medborgarforslag|avtal|overenskommelse|samradsyttrande)\b", weight=4
    ),
    Sign(
        where="title", pattern=r"^(?:inbjudan|valkommen till|program for|pressmeddelande|nyhetsbrev|informationsblad)\b", weight=8
    ),
    Sign(where="text", pattern=r"^(?:anmalan|osa)(?: senast)?\b|\banmalan senast\b", weight=1),
    Sign(where="title", pattern=r"\b(?:dele?gerade beslut|delegationsbeslut|anmalningsarenden)\b", weight=5),
    Sign(where="opening", pattern=r"\b(?:handlaggare|tjansteskrivelse|tjansteutlatande)\b", weight=3),
    Sign(where="opening", pattern=r"\b(?:diarie(?:nr|nummer)|arendenummer|dnr)\b", weight=1),
    Sign(
        where="heading", pattern=r"^(?:forvaltningens|kontorets) (?:yttrande|forslag|bedomning)|^forslag till beslut:?$", weight=2
    ),
    Sign(
        where="heading",
        pattern=r"^(?:arendebeskrivning|arendet|arendets beredning|beskrivning av arendet|sammanfattning av arendet)$",
        weight=1.5,
    ),
    Sign(where="heading", pattern=r"^§+ ?\d+", weight=-4),
    Sign(where="opening", pattern=r"^(?:\w*protokoll\b|sammantradesprotokoll)", weight=-3),
    Sign(where="file", pattern=r"\btjansteskrivelse\b", weight=0.5),
)


def score(clues: Clues) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for one of these, and what."""
    return weigh(clues, SIGNS)


def scenario(year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means: nothing is certain."""
    del year, fiscal_year
    return None
