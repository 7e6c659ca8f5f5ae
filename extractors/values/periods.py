"""What the header of a column says: year, period, scenario, measure, unit.

A header is read from its innermost level outwards (levels are joined by ` / `): what the inner level says wins, and the
outer levels fill in the rest. `Utfall jan-jun 2025` is the outcome of six months; `Prognos utfall mot budget` compares two
things and is a variance; `2024-12-31` is a balance at a date; `Not` refers to notes.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from extractors.values.dates import MONTHS, YEAR, FoundDate, find_dates, find_years, last_day, month_number
from extractors.values.header_dates import written_out
from extractors.values.units import UNITS, read_scale
from schemas.amount import Unit
from schemas.figure import Scenario
from schemas.record import Record

__all__ = ["FoundDate", "HeaderMeaning", "find_dates", "find_years", "read_header"]

_COMPARED = r"(?:utfall|prognos|budget|bokslut|plan|periodbudget)\w*"
_SCENARIOS: tuple[tuple[Scenario, str], ...] = (
    (
        "variance",
        (
            rf"\w*av-?\s?vik\s?\w*|avv\.?|differens\w*|diff\.?|skillnad|återst\w*|kvar(?:varande|stående|står)?(?:\savr?\sbudget)?|ej\sförbrukat?\w*"
            rf"|förändring(?:en|ar|arna)?|förändr\.|(?:jämfört|jmf|jfr)\.?\s(?:med\s|m\s)?\w+"
            rf"|{_COMPARED}(?:\s\w+)?\s?(?:[-–−]|mot|minus|jämfört\smed|vs\.?|kontra)\s?(?:\w+\s)?{_COMPARED}|mot\sbudget|över-?/?underskott"
        ),
    ),
    ("outcome", r"(?:%|procent|andel|förbruk\w*)(?:\s\w+)?\sav\s\w*budget\w*"),
    (
        "forecast",
        r"\w*prognos\w*|prog(?:n)?\.?|(?:helårs)?bedömning(?:en)?|beräknat\s(?:utfall|resultat)|förväntat\s(?:utfall|resultat)",
    ),
    ("requested", r"sökt\w*|ansök\w*|äsk\w*|begär\w*|önsk\w*"),
    ("granted", r"bevilj\w*|tilldel\w*|medfinansiering\w*"),
    ("plan", r"\w*plan|vp|mrp|flerårsplan\w*|planering\w*|planeringsram\w*|plan\s?år|inriktning\w*"),
    (
        "outcome",
        r"\w*utfall\w*|\w*bokslut\w*|utf\.?|boksl\.?|(?:bok|bs|u)\.?(?=\s?20\d\d)|(?:års)?redovis\w*|förbruk\w*|verklig\w*|rekvirer\w*|upparbet\w*|nedlagt|utfört",
    ),
    (
        "budget",
        r"\w*budget\w*|(?:kommunbidrags|budget|utgifts|investerings)?ram(?:ar)?|(?:tilläggs)?anslag\w*|budg\.?|bud\.?|bu|b(?=\s?20\d\d)",
    ),
    ("outcome", r"ack(?:umulerat)?\.?"),
    ("budget", r"(?:kommun|region)bidrag(?:et)?"),
)
_SCENARIO_PATTERNS = tuple((name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for name, pattern in _SCENARIOS)
_MEASURES = (
    ("net", re.compile(r"\bnetto\w*|\bresultat\b", re.IGNORECASE)),
    ("income", re.compile(r"\bint[äa]kt\w*", re.IGNORECASE)),
    ("cost", re.compile(r"\bkostn(?:ad\w*)?\b|\butgift\w*", re.IGNORECASE)),
)
_UNIT = re.compile(rf"(?<!\w)\(?{UNITS}\)?(?!\w)", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod(?:en|ens)?\b", re.IGNORECASE)
_COMPARISON = re.compile(r"\b(?:jämfört|jmf|jfr)\b", re.IGNORECASE)
_CHANGE = re.compile(r"förändr|skillnad", re.IGNORECASE)
_NOTE = re.compile(r"\bnot(?:er)?\.?(?:\s?nr\.?)?|nothänvisning", re.IGNORECASE)
_CUMULATIVE = r"(?:per|t\.?\s?o\.?\s?m\.?|till\soch\smed|ack(?:umulerat|\.)?|hittills)"
_MONTH_RANGE = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}[\s/.])?(?P<a>{MONTHS})\.?\s?(?:{YEAR})?\s?(?:[-–−]+|till(?:\soch\smed)?|t\.?o\.?m\.?)\s?(?:\d{{1,2}}[\s/.])?(?P<b>{MONTHS})(?!\w)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?<!\w)(?P<ack>{_CUMULATIVE}\s(?:utfall\s)?(?:\d{{1,2}}\s)?)?(?P<m>{MONTHS})\.?(?!\w)(?P<ack2>\s?ack)?", re.IGNORECASE
)
_MONTH_CODE = re.compile(rf"(?<!\d)(?P<y>{YEAR})-?(?P<m>0[1-9]|1[0-2])(?![\d-])", re.IGNORECASE)
_TERTIAL = re.compile(r"(?<!\w)(?P<ack>(?:per|ack\.?|t\.?o\.?m\.?)\s)?(?:t|tertial\s?)(?P<n>[1-3])(?!\w)", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?<!\w)(?P<ack>(?:per|ack\.?|t\.?o\.?m\.?)\s)?(?:[qk]|kv\.?\s?|kvartal\s?)(?P<n>[1-4])(?!\w)", re.IGNORECASE
)
_WORD_PERIODS = (
    (re.compile(r"\bandra\shalvår\w*|\bhalvår\s2\b", re.IGNORECASE), (7, 12)),
    (re.compile(r"\b(?:första\s)?halvår\w*", re.IGNORECASE), (1, 6)),
    (re.compile(r"\bhelår\w*|\bhela\såret\b", re.IGNORECASE), (1, 12)),
)
_YEAR_WORDS = (
    (
        re.compile(
            r"\b(?!\w+\.?\s(?:prognos|mån))(?:föregående|föreg\.?|fg\.?|förra|f\.?\s?å\.?)\s?(?:års?|året|period\w*)?(?!\w|\s?\w*prognos)|\bi\sfjol\b",
            re.IGNORECASE,
        ),
        -1,
    ),
    (re.compile(r"\b(?:i\sår|innevarande\sår|årets?)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:nästa\sår|kommande\sår)\b", re.IGNORECASE), 1),
)


WHOLE_YEAR = (1, 12)
"""First and last month."""


class HeaderMeaning(Record):
    """What a column header says; what it does not say is None."""

    fiscal_year: int | None = None
    """A year that is printed, or reckoned from the document's year (`föreg. år`) where that was given."""
    year_offset: int | None = None
    """-1 for `föregående år`, 0 for `i år`; None where no such words stand."""
    months: tuple[int, int] | None = None
    """First and last month of the period, also where no year is known."""
    period_start: dt.date | None = None
    """First day; equal to `period_end` for a date."""
    period_end: dt.date | None = None
    """Last day."""
    scenario: Scenario | None = None
    """Budget, outcome, forecast, ..."""
    measure: str | None = None
    """`income`, `cost` or `net`."""
    unit: Unit | None = None
    """Unit stated in the header."""
    scale: Decimal | None = None
    """Scale stated in the header."""
    note: bool = False
    """True for a column that refers to notes."""
    so_far: bool = False
    """True where the column is of the period that an interim report covers (`Utfall period`), not of the whole year."""
    change: bool = False
    """True where the column gives a change between years."""

    @property
    def known(self) -> bool:
        """Whether the header says anything at all that is understood."""
        return self != HeaderMeaning()


def read_header(text: str, *, year: int | None = None) -> HeaderMeaning:
    """Read the header of a column.

    Args:
        text: the header as printed, levels joined by ` / `, lines joined by spaces.
        year: the document's year, for headers such as `Utfall jan-jun` or `Föregående år`.

    >>> meaning = read_header("Utfall jan-jun 2025")
    >>> meaning.scenario, meaning.fiscal_year, meaning.period_end
    ('outcome', 2025, datetime.date(2025, 6, 30))
    """
    merged: dict[str, object] = {}
    for level in reversed(re.split(r"\s/\s", _tidy(text))):
        said = {name: value for name, value in _read_level(level).items() if value is not None and value is not False}
        deviates = "variance" in {said.get("scenario"), merged.get("scenario")}
        merged = {**said, **merged, **({"scenario": "variance"} if deviates else {})}
    return _dated(HeaderMeaning.model_validate(merged), year)


def _tidy(text: str) -> str:
    """Undo line breaks inside words (`Budget- avvikelse`), drop footnote marks, lower capitals (`UTFALL`)."""
    plain = re.sub(r"[*¹²³†]+", " ", text)
    plain = re.sub(rf"(?i)(?<=\d)- (?=\d\d?\b)|(?<=\b[a-zåäö]{{3}})- (?={MONTHS}\b)", "-", plain)
    plain = re.sub(r"(?<=[a-zåäö])[-\u00ad] (?=[a-zåäö])", "", plain)
    plain = re.sub(r"(?<=[a-zåäö])[-–] (?=[A-ZÅÄÖ])", "-", plain)
    return re.sub(r"\s+", " ", plain).strip()


def _read_level(text: str) -> dict[str, object]:
    text = written_out(text)
    scale = read_scale(text)
    scenario = _scenario(text)
    period = _period(text)
    if scenario == "forecast" and _MONTH_RANGE.search(text) is None and period.get("months") != WHOLE_YEAR:
        period["months"] = None  # `Prognos T2` was made after the second tertial, and is of the year
    return {
        **period,
        "scenario": scenario,
        "measure": next((name for name, pattern in _MEASURES if pattern.search(text)), None),
        "unit": scale[0] if scale else None,
        "scale": scale[1] if scale else None,
        "note": _NOTE.fullmatch(text) is not None,
        "change": _CHANGE.search(text) is not None,
        "so_far": _PERIOD.search(text) is not None,
    }


def _scenario(text: str) -> Scenario | None:
    return next((name for name, pattern in _SCENARIO_PATTERNS if pattern.search(text)), None)


def _period(text: str) -> dict[str, object]:
    """Read year, months and dates of one header level."""
    spread = _MONTH_RANGE.search(text)
    dates = find_dates(text) if spread is None else ()
    if dates:
        first, last = dates[0].date, dates[-1].date
        return {"fiscal_year": last.year, "period_start": first, "period_end": last}
    code = _MONTH_CODE.search(text)
    if code is not None:
        month = int(code["m"])
        return {"fiscal_year": int(code["y"]), "months": (1, month)}  # ledgers print the sum of the year so far
    years = find_years(_UNIT.sub("", text) if spread is None else text[spread.end() :])
    own = _COMPARISON.split(text, maxsplit=1)[0]  # what a column is compared with is not what it is of
    offset = next((step for pattern, step in _YEAR_WORDS if pattern.search(own)), None)
    return {
        "fiscal_year": years[-1].last if years and years[-1].first == years[-1].last else None,
        "year_offset": offset,
        "months": _months(text),
    }


def _months(text: str) -> tuple[int, int] | None:
    spread = _MONTH_RANGE.search(text)
    if spread is not None:
        return month_number(spread["a"]), month_number(spread["b"])
    for pattern, length in ((_TERTIAL, 4), (_QUARTER, 3)):
        found = pattern.search(text)
        if found is not None:
            last = int(found["n"]) * length
            return (1 if found["ack"] else last - length + 1), last
    for pattern, months in _WORD_PERIODS:
        if pattern.search(text):
            return months
    single = _MONTH.search(text)
    if single is None:
        return None
    month = month_number(single["m"])
    return (1 if single["ack"] or single["ack2"] else month), month


def _dated(meaning: HeaderMeaning, year: int | None) -> HeaderMeaning:
    """Fill in year and days from the document's year and the months."""
    fiscal_year = meaning.fiscal_year
    if fiscal_year is None and year is not None and (meaning.year_offset is not None or meaning.months is not None):
        fiscal_year = year + (meaning.year_offset or 0)
    start, end = meaning.period_start, meaning.period_end
    if fiscal_year is not None and meaning.months is not None and start is None:
        start, end = dt.date(fiscal_year, meaning.months[0], 1), last_day(fiscal_year, meaning.months[1])
    return meaning.model_copy(update={"fiscal_year": fiscal_year, "period_start": start, "period_end": end})
