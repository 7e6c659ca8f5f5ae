"""Amounts as Swedish public bodies print them: a whole table cell, or somewhere in running text.

`827tkr`, `− 6 279`, `(827)`, `5,4 miljoner kronor`, `1 378 000:-`, `100-138 tkr`, `ca 100 tkr`, `16,9 %`. The value is
multiplied out and the quantum is the step of the last printed digit. In running text a number counts only with a unit
(kronor, percent, a thing counted) or when it is grouped into millions; so dates, years, paragraphs, registry numbers,
telephone numbers, weeks and ages are never taken for amounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.values.counting import COUNTED, Counted, counts_something, further_counts
from extractors.values.number_words import find_written
from extractors.values.numerals import HAS_DIGIT, MINUS, NUMBER, SPACES, Numeral, is_minus, read_digits, read_signed
from extractors.values.units import APPROXIMATE, UNITS, read_scale, unit_of
from schemas.amount import Amount, Unit
from schemas.record import Record

__all__ = ["FoundAmount", "find_amounts", "is_figure_token", "is_nothing", "parse_amount", "read_scale", "with_loose_minus"]

_FOOTNOTE = re.compile(rf"(?:[{SPACES}]?[*†‡#¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|[{SPACES}]\d{{1,2}}\))+$")
_NOTHING = re.compile(rf"(?:[{MINUS}\s.…·*]+|e/t)?(?:kr|kronor|tkr|kkr|mnkr|mkr|%)?", re.IGNORECASE)
_TOKEN = re.compile(
    rf"""[{MINUS}+±]
      | \(?[+±{MINUS}]?\(?\d+(?:[.,]\d+)*(?:[{MINUS}]|[:,.][{MINUS}]+)?\)?(?:%|[tkm]?kr\.?|mnkr)?[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]*\)?""",
    re.VERBOSE | re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"\d+\)|\d+(?:\.\d{1,2}){2,}|0\d+")
_WHOLE = re.compile(
    rf"""(?P<about>{APPROXIMATE}[{SPACES}]?)?
        (?:(?:kr|sek)[{SPACES}]?)?
        (?P<number>[^a-zåäö%]*?\d[^a-zåäö%\d:]*?)
        (?:(?<=\d)[:,.][{MINUS}]+)?
        (?:[{SPACES}]*(?P<unit>{UNITS})\.?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE_RANGE = re.compile(rf"(?P<low>{NUMBER})[{SPACES}]?(?:[{MINUS}]|till)[{SPACES}]?(?P<high>{NUMBER})", re.VERBOSE)
_GROUP = rf"[{SPACES}.]\d{{3}}"
_IN_TEXT = re.compile(
    rf"""(?<![\w.,:/§])(?<!\d{{4}}[{MINUS}]\d\d[{MINUS}])(?P<number>{NUMBER})
        (?:
            (?:[:,.][{MINUS}]+)?[{SPACES}]*(?P<unit>{UNITS})(?![\wåäö])
          | (?P<kronor>[:,.][{MINUS}]+)(?!\w)
          | [{SPACES}](?P<counted>{COUNTED})(?![\wåäö])
          | (?P<bare>(?<=\d{_GROUP}{_GROUP})(?<!\d{_GROUP}{_GROUP}{_GROUP}))(?![\w{MINUS}]|[.,:/]\d)
        )""",
    re.VERBOSE | re.IGNORECASE,
)
_PREFIXED = re.compile(
    rf"(?<!\w)(?P<unit>kr|sek)[{SPACES}](?P<number>{NUMBER})(?![\w{MINUS}]|[.,:/{SPACES}]\d)", re.VERBOSE | re.IGNORECASE
)
_DIGITS_BEFORE = re.compile(rf"(?:^|[^\w.,:/{MINUS}])(\d+)[{SPACES}]$")
_KRONOR_DASH = re.compile(rf"\d[:,.][{MINUS}]+$")
_JOINED = re.compile(rf"\d[{SPACES}]?[{MINUS}]$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADER = re.compile(
    r"(?:[\W\d]|(?:\w*budget|\w*utfall|\w*bokslut|prognos|\w*plan|belopp|siffror|tabell|helår|år|i|per|ack\w*|kostnad\w*|intäkt\w*|netto\w*"
    r"|resultat\w*|avvikelse|drift\w*|investering\w*|redovisning|uppföljning|verksamhet\w*)\b)*",
    re.IGNORECASE,
)
"""What may stand before a year in a header."""
_RANGE_BEFORE = re.compile(
    rf"(?<![\w.,:/§{MINUS}])(?P<low>{NUMBER})(?:[{SPACES}]?[{MINUS}][{SPACES}]?|[{SPACES}](?P<link>till|och)[{SPACES}])$",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(rf"(?:mellan|intervallet)[{SPACES}]$", re.IGNORECASE)
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![\w)%])(?P<glued>[+{MINUS}])"
    rf"|(?:[:=][{SPACES}]*|\b(?:och|är|på|till|blir|blev|var)[{SPACES}]|^)(?P<loose>[+{MINUS}])[{SPACES}])$"
)
_MINUS_WORD = re.compile(
    rf"\b(?:på|till|blir|blev|är|var|om|med|resultat)[{SPACES}](?P<word>minus)[{SPACES}]$|^(?P<first>minus)[{SPACES}]$",
    re.IGNORECASE,
)
"""`blev minus 300 tkr`; between two amounts the word is arithmetic."""
_LOOSE_MINUS = re.compile(rf"\w[{SPACES}](?P<minus>[{MINUS}])[{SPACES}]$")
_ABOUT_BEFORE = re.compile(rf"(?<![\w])(?:{APPROXIMATE})[{SPACES}]?(?:om[{SPACES}])?$", re.IGNORECASE)

_WINDOW = 60
"""How many characters before a number are looked at for its sign, its lower end and words such as `cirka`."""


class FoundAmount(Record):
    """An amount in running text."""

    start: int
    """Index of its first character (sign and lower end of a range included, `ca` not)."""
    end: int
    """Index after its last character, unit included."""
    amount: Amount
    """What it says; `raw` is text[start:end]."""
    counted: str = ""
    """The thing counted, for unit `count`."""
    unit_printed: bool = True
    """False for a number grouped into millions that stands without a unit."""
    points: bool = False
    """True for `procentenheter`: a difference of two percentages."""


def parse_amount(text: str, *, scale: Decimal = Decimal(1), unit: Unit = "SEK") -> Amount | None:
    """Read a whole string as one amount.

    Args:
        text: the text of a table cell or the like.
        scale: what a number without a printed unit is multiplied by (1000 for tkr).
        unit: the unit of a number without a printed unit.

    Returns:
        The amount multiplied out, or None when the string is anything else (empty, a dash, a date, two numbers).

    >>> parse_amount("-827", scale=Decimal(1000)).value
    Decimal('-827000')
    """
    if len(text) > _WINDOW:
        return None
    plain = _FOOTNOTE.sub("", text.strip()).strip()
    found = _WHOLE.fullmatch(plain)
    if found is None:
        return None
    printed = unit_of(found["unit"]) if found["unit"] else None
    if _KRONOR_DASH.search(plain):
        printed = ("SEK", Decimal(1))
    real_unit, real_scale = printed or (unit, scale)
    low, high = _read_number(found["number"].strip(), ranged=printed is not None)
    if low is None:
        return None
    return _amount(low, high, (real_unit, real_scale), approximate=found["about"] is not None, raw=text)


def _read_number(text: str, *, ranged: bool) -> tuple[Numeral | None, Numeral | None]:
    single = read_signed(text)
    spread = _WHOLE_RANGE.fullmatch(text) if single is None and ranged else None
    if spread is None:
        return single, None
    low, high = read_digits(spread["low"]), read_digits(spread["high"])
    if low is None or high is None or low.value >= high.value:
        return None, None
    return low, high


def _amount(low: Numeral, high: Numeral | None, measure: tuple[Unit, Decimal], *, approximate: bool, raw: str) -> Amount:
    unit, scale = measure
    step = low.step if high is None else min(low.step, high.step)
    quantum = _plain(step * scale)
    return Amount(
        value=_plain(low.value * scale, quantum),
        unit=unit,
        quantum=quantum,
        value_high=None if high is None else _plain(high.value * scale, quantum),
        approximate=approximate,
        raw=raw,
    )


def _plain(product: Decimal, quantum: Decimal = Decimal(1)) -> Decimal:
    """Drop the decimals that multiplying out left behind (5400000.0), never printed ones."""
    whole = product.to_integral_value()
    return whole if quantum >= 1 and product == whole else product


def is_nothing(text: str) -> bool:
    """Tell whether a cell says `nothing here`: blank, or dashes or dots alone, also with a unit (`- kr`)."""
    return _NOTHING.fullmatch(text.strip()) is not None


def is_figure_token(text: str) -> bool:
    """Tell whether one word of a page could be a printed number, or a part of one (`-`, `1`, `378`, `000:-`, `(827)`).

    Dates, list numbers (`1)`, `2.1.3`), times and words with letters are not; a lone dash or sign is.

    >>> [is_figure_token(word) for word in ("-827", "000", "2025-09-22", "1)", "v45")]
    [True, True, False, False, False]
    """
    plain = text.strip()
    if plain.isdigit() and set(plain) == {"0"}:
        return True
    if _LIST_NUMBER.fullmatch(plain) and not re.fullmatch(r"0\d\d", plain):
        return False
    return _TOKEN.fullmatch(plain) is not None


def find_amounts(text: str) -> tuple[FoundAmount, ...]:
    """Find all amounts in running text, in order and without overlap.

    >>> [found.amount.value for found in find_amounts("Den 22/9 2025 beviljades 827tkr (2003:1210).")]
    [Decimal('827000')]
    """
    found: list[FoundAmount] = []
    matches = [*_IN_TEXT.finditer(text), *_PREFIXED.finditer(text)] if HAS_DIGIT.search(text) else []
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if found and match.start("number") < found[-1].end:
            continue
        found.extend(_read_match(text, match))
    found.extend(_in_words(text))
    return tuple(sorted([*found, *_further(text, found)], key=lambda one: one.start))


def _in_words(text: str) -> list[FoundAmount]:
    """Return the amounts written in words."""
    found: list[FoundAmount] = []
    for written in find_written(text):
        measure = unit_of(written.unit)
        if measure is not None:
            about = _ABOUT_BEFORE.search(text, max(0, written.start - _WINDOW), written.start) is not None
            numeral = Numeral(value=written.value, step=written.step)
            amount = _amount(numeral, None, measure, approximate=about, raw=text[written.start : written.end])
            points = written.unit.lower().startswith("procentenh")
            found.append(FoundAmount(start=written.start, end=written.end, amount=amount, points=points))
    return found


def _further(text: str, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """Return the numbers that count something without a plural behind them, where nothing was found yet."""
    counted = next((one.end for one in found if one.counted), None)
    taken = [(one.start, one.end) for one in found]
    further: list[FoundAmount] = []
    for count in further_counts(text, after_count=counted) if HAS_DIGIT.search(text) else ():
        if all(count.end <= start or end <= count.start for start, end in taken):
            taken.append((count.start, count.end))
            further.append(_found_count(text, count))
    return further


def _found_count(text: str, count: Counted) -> FoundAmount:
    about = _ABOUT_BEFORE.search(text, max(0, count.start - _WINDOW), count.start) is not None
    exponent = int(count.value.as_tuple().exponent)
    amount = Amount(
        value=Decimal(f"{count.value:f}"),  # 1800000, not 1.8E+6
        value_high=count.high,
        unit="ratio" if count.mean else "count",
        quantum=Decimal(f"{Decimal(1).scaleb(exponent):f}"),
        approximate=about or count.about,
        raw=text[count.start : count.end],
    )
    return FoundAmount(start=count.start, end=count.end, amount=amount, counted=count.thing)


def with_loose_minus(found: FoundAmount, text: str) -> FoundAmount:
    """Take a minus that stands apart before an amount (`Omsorg - 75 tkr`) as its sign; unchanged without one.

    In running text such a dash only parts label and amount; in a list where others have a plus it is a sign.
    """
    minus = _LOOSE_MINUS.search(text, 0, found.start)
    if minus is None or found.amount.value <= 0 or found.amount.value_high is not None:
        return found
    raw = text[minus.start("minus") : found.end]
    amount = found.amount.model_copy(update={"value": -found.amount.value, "raw": raw})
    return found.model_copy(update={"start": minus.start("minus"), "amount": amount})


def _read_match(text: str, match: re.Match[str]) -> list[FoundAmount]:
    start = match.start()
    number = read_digits(match["number"])
    before = _DIGITS_BEFORE.search(text, max(0, start - _WINDOW), start)
    if number is None or (before and not _YEAR.fullmatch(before[1])) or _is_year_in_header(text, match):
        return []
    if match.groupdict().get("counted") and not counts_something(text, start, match["number"], text[match.end("number") :]):
        return []
    spread = _RANGE_BEFORE.search(text, max(0, start - _WINDOW), start)
    if spread is not None:
        return _ranged(text, match, spread, number)
    return [_found(text, (where, match.end()), (value, None), match) for where, value in _signed(text, match, number)]


def _signed(text: str, match: re.Match[str], number: Numeral) -> list[tuple[int, Numeral]]:
    """Return where a number begins with its sign, and its value; nothing where it is the end of a word (`F-9`)."""
    start = match.start()
    before = max(0, start - _WINDOW)
    if match.groupdict().get("counted") is None:  # nothing is counted below zero: a dash before it parts or lists
        sign = _SIGN_BEFORE.search(text, before, start)
        if sign is not None and (sign.start("loose") != 0 or match.end() == len(text.rstrip())):  # else a list's dash
            minus = is_minus(sign["glued"] or sign["loose"])
            return [(sign.start("glued") if sign["glued"] else sign.start("loose"), _negated(number) if minus else number)]
        word = _MINUS_WORD.search(text, before, start)
        if word is not None:
            return [(word.start(word.lastgroup or 0), _negated(number))]
    return [] if _JOINED.search(text, before, start) else [(start, number)]


def _negated(number: Numeral) -> Numeral:
    return number.model_copy(update={"value": -number.value})


def _is_year_in_header(text: str, match: re.Match[str]) -> bool:
    """Tell whether `2025 tkr` is a year beside a unit, as headers print it; amounts of that size are grouped."""
    word = match.groupdict().get("unit")
    measure = unit_of(word) if word else None
    if _YEAR.fullmatch(match["number"]) is None or measure is None or measure[1] == 1:
        return False
    return _HEADER.fullmatch(text[: match.start()]) is not None


def _ranged(text: str, match: re.Match[str], spread: re.Match[str], high: Numeral) -> list[FoundAmount]:
    """Read two numbers that share a unit: `100-138 tkr` is a range, `från 100 till 138 tkr` two amounts."""
    low = read_digits(spread["low"])
    start, end = spread.start("low"), match.end()
    if spread["link"] is None or _BETWEEN.search(text, max(0, start - _WINDOW), start):
        if low is None or low.value >= high.value or _YEAR.fullmatch(spread["low"]):
            return []
        return [_found(text, (start, end), (low, high), match)]
    second = _found(text, (match.start(), end), (high, None), match)
    if low is None or _YEAR.fullmatch(spread["low"]) or _DIGITS_BEFORE.search(text, max(0, start - _WINDOW), start):
        return [second]
    if spread["link"] == "och" and not match.groupdict().get("unit"):
        return [second]
    return [_found(text, (start, spread.end("low")), (low, None), match), second]


def _found(text: str, span: tuple[int, int], numbers: tuple[Numeral, Numeral | None], match: re.Match[str]) -> FoundAmount:
    groups = match.groupdict()
    word = groups.get("unit") or ""
    measure: tuple[Unit, Decimal] = unit_of(word) or ("SEK", Decimal(1))
    if groups.get("counted"):
        measure = ("count", Decimal(1))
    start, end = span
    raw = text[start:end]
    about = _ABOUT_BEFORE.search(text, max(0, start - _WINDOW), start) is not None
    amount = _amount(numbers[0], numbers[1], measure, approximate=about, raw=raw)
    exact = amount.unit == "SEK" and amount.quantum <= 1 and not about and numbers[1] is None
    return FoundAmount(
        start=start,
        end=end,
        amount=amount.model_copy(update={"exact": exact}),
        counted=groups.get("counted") or "",
        unit_printed=bool(word or groups.get("kronor") or groups.get("counted")),
        points=word.lower().startswith(("procentenh", "%-enh")),
    )
