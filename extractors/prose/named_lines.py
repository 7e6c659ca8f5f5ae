"""A line of a statement named in a sentence: `Skatteintäkterna uppgick till 640 mnkr` is what the chart calls skatteintäkter.

Only a sentence or clause that says nothing but the line, a verb and the amount counts. Lines that every part of a body has
(personnel, net cost, investments) are the body's own only under headings about its economy, not under those of a unit.
"""

from __future__ import annotations

import re

from extractors.figures.concepts import Chart
from extractors.prose.passages import Passage
from extractors.values.amounts import FoundAmount

_SURE = 0.85
"""Score from which the chart decides."""
_OF_BODY = frozenset(
    {
        *("income.taxes", "income.state_grants", "income.taxes_and_grants", "income.tax.settlement"),
        *("income.grants.income_equalisation", "income.grants.cost_equalisation", "income.grants.property_fee", "financial.net"),
        *(
            "result.balance_requirement",
            "balance.capital_gains",
            "equity.reserve",
            "assets.total",
            "assets.cash",
            "assets.fixed.total",
        ),
        *(
            "assets.current.total",
            "assets.receivables",
            "liabilities.long",
            "liabilities.short",
            "liabilities.loans",
            "liabilities.total",
        ),
        *("liabilities.short.holiday", "provisions.pensions", "provisions.total", "contingencies", "contingencies.pensions"),
        *(
            "cash.flow.operating",
            "cash.flow.year",
            "cash.closing",
            "ratio.solidity",
            "ratio.solidity_pensions",
            "ratio.self_financing",
        ),
        *("ratio.net_cost_share", "ratio.tax_rate", "ratio.result_share", "ratio.liquidity"),
    }
)
"""Lines that only a whole body has."""
_OF_ANY_PART = frozenset(
    {
        *("income.operating", "income.total", "income.fees", "income.financial", "income.interest", "cost.operating", "cost.net"),
        *(
            "cost.personnel",
            "cost.pensions",
            "cost.depreciation",
            "cost.premises",
            "cost.financial",
            "cost.interest",
            "investment.net",
        ),
        *("cost.administration.total", "cost.initiatives.total", "cost.board", "cost.audit", "cost.office", "result.comparison"),
    }
)
"""Lines that a unit or project has, too."""
_ECONOMY = re.compile(
    r"""ekonomi|resultat|intäkt|kostnad|bokslut|förvaltningsberättelse|finans|investering|drift|översikt|analys|sammanfattning|budget|uppföljning
        |balans|kassaflöde|^not(?:er)?\b|personal|årsredovisning|delår|utfall|prognos|pension|skuld|likvid|räkning|soliditet|skatt|året""",
    re.IGNORECASE | re.VERBOSE,
)
"""Headings about the economy of the body itself."""
_OTHER_BODY = re.compile(
    r"koncern|bolag|stiftelse|nämnd|förvaltning(?!sberätt)|enhet|projekt|insats|\baktivitet|sektor|avdelning", re.IGNORECASE
)
"""Headings and words of another body, or of a part."""
_VERB = (
    r"(?:uppgår|uppgick|uppgått|är|var|blev|blir|utgör|utgjorde|landa(?:r|de)|hamna(?:r|de)|redovisas|redovisades"
    r"|(?:beräknas|väntas|förväntas|bedöms|prognostiseras|budgeteras|budgeterades)(?:\s(?:bli|uppgå|landa|hamna))?)"
)
_LEAD = r"(?:(?:för|under|vid|per|i)\s(?:år\s|helåret\s|årets\s|perioden\s|den\s)?[^,.;]{0,24}?,?\s)?"
_OWNER = r"(?:(?:kommunens|förbundets|regionens|samordningsförbundets|årets|(?:19|20)\d\d\sårs|de|den|det|totala|samlade)\s)*"
_TO = r"(?:\s(?:till|på|med|om))?(?:\s(?:totalt|sammanlagt|cirka|ca|drygt|knappt|ett\sbelopp\som))*\s$"
_LINE = (
    r"(?P<line>(?!(?:av|utav|varav|därav|inom|för|till|från|i|på|om|med|hos|bland|utan|exklusive|inklusive)\s)[^,.;:()\d]{5,70}?)"
)
_OF_PART = re.compile(
    r"^\s(?:för|inom|i|hos|av|per|på|till|från)\s(?!(?:år\s)?(?:19|20)\d\d|\w*året|(?:den\s)?\d|perioden|kommunen\b|förbundet\b|regionen\b)",
    re.IGNORECASE,
)
"""What makes an amount that of a part, or a rate (`300 tkr för projektet`, `40 tkr per plats`)."""
_SAYS = (
    re.compile(rf"^\W*{_OWNER}{_LINE}\s(?:för\s|under\s)?(?:(?:19|20)\d\d\s)?{_VERB}{_TO}", re.IGNORECASE),
    re.compile(rf"^\W*{_LEAD}{_VERB}\s{_OWNER}{_LINE}{_TO}", re.IGNORECASE),
)
_DEFINITE = (
    (re.compile(r"(?<=[a-zåäö]{3})(er|ar|or)na$"), r"\1"),
    (re.compile(r"(?<=[a-zåäö]{2}(?:ing|uld|tet|nad|äkt|rag|tal|tat))(?:en|et)$"), ""),
    (re.compile(r"(?<=nett)ot$"), "o"),
    (re.compile(r"(?<=else)n$"), ""),
    (re.compile(r"(?<=flöd)et$"), "e"),
)


def line_named(found: FoundAmount, passage: Passage, chart: Chart) -> str | None:
    """Return the concept of the line that a sentence says an amount of; None where it says anything else.

    Args:
        found: the amount.
        passage: its sentence.
        chart: the chart of concepts.
    """
    said = next((match for pattern in _SAYS if (match := pattern.search(passage.text[: found.start]))), None)
    if said is None or _OTHER_BODY.search(passage.text[: found.start]) or _OF_PART.match(passage.text[found.end :]):
        return None
    line = chart.match(_indefinite(said["line"]))
    if line is None or line.score < _SURE or line.subject or line.concept.startswith("ratio.") != (found.amount.unit != "SEK"):
        return None
    about = [text for text in (passage.title, *passage.headings) if text]
    if any(_OTHER_BODY.search(text) for text in about):
        return None
    known = line.concept in _OF_BODY or (line.concept in _OF_ANY_PART and all(_ECONOMY.search(text) for text in about))
    return line.concept if known else None


def _indefinite(line: str) -> str:
    """Return a phrase with its nouns in the indefinite form (`skatteintäkterna`, `soliditeten`, `finansnettot`)."""
    words = [word for word in line.lower().split() if word not in {"de", "den", "det"}]
    for pattern, form in _DEFINITE:
        words = [pattern.sub(form, word) for word in words]
    return " ".join(words)
