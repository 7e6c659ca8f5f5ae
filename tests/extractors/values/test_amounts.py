"""Amounts: every printed style is read, whole and in sentences, and what is no amount is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.amounts import find_amounts, is_figure_token, is_nothing, parse_amount, read_scale
from schemas.amount import Amount, Unit

THOUSAND = Decimal(1000)


@pytest.mark.parametrize(
    ("text", "value", "quantum"),
    [
        ("1 378 000 kr", "1378000", "1"),
        ("2 832", "2832", "1"),
        ("2832", "2832", "1"),
        ("-827", "-827", "1"),
        ("−827", "-827", "1"),
        ("–827", "-827", "1"),
        ("- 6 279", "-6279", "1"),
        ("(827)", "-827", "1"),
        ("827-", "-827", "1"),
        ("+212", "212", "1"),
        ("0,00", "0", "0.01"),
        ("1 236,30", "1236.30", "0.01"),
        ("1255,5", "1255.5", "0.1"),
        ("1.378.000", "1378000", "1"),
        ("1,378,000", "1378000", "1"),
        ("12.50", "12.50", "0.01"),
        ("10\u00a0000", "10000", "1"),
        ("10\u202f000", "10000", "1"),
        ("10\u2009000", "10000", "1"),
        ("10\u2007000", "10000", "1"),
        ("5,4 miljoner kronor", "5400000", "100000"),
        ("3 mnkr", "3000000", "1000000"),
        ("3,1 Mkr", "3100000", "100000"),
        ("2 mdkr", "2000000000", "1000000000"),
        ("827tkr", "827000", "1000"),
        ("12,25 tkr", "12250", "10"),
        ("15 kkr", "15000", "1000"),
        ("7 tusen kronor", "7000", "1000"),
        ("1 378 000:-", "1378000", "1"),
        ("100,-", "100", "1"),
        ("kr 500", "500", "1"),
        ("SEK 1 500", "1500", "1"),
        ("2 816**", "2816", "1"),
        ("2 816 1)", "2816", "1"),
        ("2 816¹", "2816", "1"),
        ("10 000 kronor.", "10000", "1"),
    ],
)
def test_a_printed_amount_is_read_with_the_step_of_its_last_digit(text: str, value: str, quantum: str) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.value, amount.unit, amount.quantum) == (Decimal(value), "SEK", Decimal(quantum))
    assert amount.raw == text


@pytest.mark.parametrize(
    ("text", "value", "quantum"), [("16,9 %", "16.9", "0.1"), ("3 procent", "3", "1"), ("-0,5%", "-0.5", "0.1")]
)
def test_a_percentage_is_no_money_whatever_the_column_says(text: str, value: str, quantum: str) -> None:
    amount = parse_amount(text, scale=THOUSAND)
    assert amount is not None
    assert (amount.value, amount.unit, amount.quantum) == (Decimal(value), "percent", Decimal(quantum))


@pytest.mark.parametrize(
    "text",
    [
        "2 83 200",
        "007",
        "08.30",
        "2024-12-31",
        "22/9",
        "2003:1210",
        "222000-2063",
        "v45",
        "1 2",
        "1 000 2 000",
        "1)",
        "§ 51",
        "",
        "-",
        "– kr",
        "0611-123 45",
        "16-64",
        "12 kap.",
        "1 000 kr 2 000 kr",
        "x" * 200,
    ],
)
def test_what_is_no_single_amount_is_refused(text: str) -> None:
    assert parse_amount(text) is None


def test_the_scale_of_the_column_holds_only_without_a_printed_unit() -> None:
    inherited = parse_amount("-827", scale=THOUSAND)
    printed = parse_amount("-827 kr", scale=THOUSAND)
    assert inherited is not None
    assert printed is not None
    assert (inherited.value, inherited.quantum) == (Decimal(-827000), THOUSAND)
    assert (printed.value, printed.quantum) == (Decimal(-827), Decimal(1))


def test_a_range_and_an_approximate_amount_are_marked() -> None:
    spread = parse_amount("100-138 tkr")
    about = parse_amount("ca 100 tkr")
    assert spread is not None
    assert about is not None
    assert (spread.value, spread.value_high) == (Decimal(100000), Decimal(138000))
    assert about.approximate
    assert not spread.approximate


@pytest.mark.parametrize(
    ("text", "empty"), [("-", True), ("–", True), ("", True), ("- kr", True), ("...", True), ("0", False), ("kansli", False)]
)
def test_a_dash_alone_says_nothing(text: str, empty: bool) -> None:  # noqa: FBT001 -- a row of the table above
    assert is_nothing(text) is empty


@pytest.mark.parametrize(
    "word", ["-827", "000", "378", "-", "–", "(827)", "000:-", "16,9%", "827tkr", "2816**", "+212", "0,00", "045"]
)
def test_words_that_may_be_part_of_a_number(word: str) -> None:
    assert is_figure_token(word)


@pytest.mark.parametrize("word", ["2025-09-22", "1)", "1.", "v45", "22/9", "2.1.3", "16-64", "kr", "x", "**", "("])
def test_words_that_are_none(word: str) -> None:
    assert not is_figure_token(word)


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Belopp i tkr", "SEK", 1000),
        ("(mnkr)", "SEK", 1000000),
        ("Miljoner kronor", "SEK", 1000000),
        ("i tusentals kronor", "SEK", 1000),
        ("Kr", "SEK", 1),
        ("Utfall 2025 tkr", "SEK", 1000),
        ("Budget 2025-06-30 tkr", "SEK", 1000),
        ("Förändring (%)", "percent", 1),
    ],
)
def test_the_unit_in_a_header_is_read(text: str, unit: Unit, scale: int) -> None:
    assert read_scale(text) == (unit, Decimal(scale))


@pytest.mark.parametrize("text", ["Prognosen är 4,05 mnkr.", "Totalt 1 378 000 kr", "49 %"])
def test_the_unit_of_an_amount_is_stated_for_nothing_else(text: str) -> None:
    assert read_scale(text) is None


@pytest.mark.parametrize("text", ["Utfall", "krav", "Marknad", "Kropp"])
def test_letters_of_a_unit_inside_a_word_are_no_unit(text: str) -> None:
    assert read_scale(text) is None


def values(text: str) -> list[Decimal]:
    return [found.amount.value for found in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budgetavvikelse: - 750 kr", ["-750"]),
        ("Tilldelade medel 2024 30 000 kr", ["30000"]),
        ("Använda medel -15 700 kr", ["-15700"]),
        ("Av 1 448 tkr gick 827tkr till lokaler.", ["1448000", "827000"]),
        ("Det steg från 100 till 138 tkr.", ["100000", "138000"]),
        ("År 2026: 2 756 000 kr + sparat om  920 000 kr", ["2756000", "920000"]),
        ("Summan är 2 511 000 om året.", ["2511000"]),
        ("Kostnad – 5 000:- per år", ["5000"]),
        ("(827tkr)", ["827000"]),
        ("- 750 kr till lokaler", ["750"]),
        ("Den 2024-12-31 590 200 kr", ["590200"]),
        ("Budget 2025 tkr 100 tkr", ["100000"]),
    ],
)
def test_amounts_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Enligt lagen (2003:1210) 21 § och 5 kap. 3 §",
        "den 22/9 2025 kl. 10.30, 2025-09-22 och 3 maj 2024",
        "org.nr 222000-2063, dnr 2024/123, tel. 0611-123 45",
        "vecka 45, v. 46, unga 16-64 år, sidan 12, not 3, bilaga 2",
        "881 50 Norrstad, Box 123",
        "åren 2024-2026 och 2027",
        "2 83 200 kr",
        "2 026 1 255 kr",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_amounts(text) == ()


def test_ranges_words_for_about_and_exactness_in_text() -> None:
    spread, about, exact = find_amounts("mellan 100 och 138 tkr, drygt 5,4 miljoner kronor, 67 500 kr")
    assert (spread.amount.value, spread.amount.value_high) == (Decimal(100000), Decimal(138000))
    assert (about.amount.approximate, about.amount.quantum) == (True, Decimal(100000))
    assert (exact.amount.exact, exact.amount.approximate) == (True, False)


def test_a_minus_that_stands_apart_after_and() -> None:
    first, second = find_amounts("Avvikelsen är -1,8 % för alla och - 2,1 % för kommunen.")
    assert (first.amount.value, second.amount.value) == (Decimal("-1.8"), Decimal("-2.1"))


def test_a_year_beside_a_unit_is_one_in_a_header_only() -> None:
    assert find_amounts("Budget 2025 tkr") == ()
    (found,) = find_amounts("Styrelsen avsatte 1900 tkr till lokaler.")
    assert found.amount.value == Decimal(1900000)


def test_things_counted_and_percentage_points_are_told() -> None:
    people, points = find_amounts("125 personer deltog, andelen ökade 0,5 procentenheter")
    assert (people.amount.unit, people.counted) == ("count", "personer")
    assert (points.amount.unit, points.points) == ("percent", True)


# --- both ways: an amount is printed in a style and read back ---------------------------------------------------------

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])
MINUSES = st.sampled_from(["-", "−", "–", "- ", "− "])
UNITS = st.sampled_from(
    [("kr", 1), ("kronor", 1), ("tkr", 10**3), ("mnkr", 10**6), ("Mkr", 10**6), ("miljoner kronor", 10**6), ("SEK", 1)]
)
WHOLE = st.integers(min_value=0, max_value=999_999_999)
DECIMALS = st.sampled_from(["", "0", "5", "00", "25", "93"])


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, Decimal, Decimal]:
    """A number without sign: its text, value and step."""
    whole, decimals = draw(WHOLE), draw(DECIMALS)
    separator = draw(st.one_of(SPACES, st.just("")))
    text = grouped(whole, separator) + (f",{decimals}" if decimals else "")
    return text, Decimal(f"{whole}.{decimals}" if decimals else whole), Decimal(1).scaleb(-len(decimals))


@given(printed(), UNITS, SPACES, st.booleans())
def test_printed_and_read_back(number: tuple[str, Decimal, Decimal], unit: tuple[str, int], space: str, glued: bool) -> None:  # noqa: FBT001  # drawn by hypothesis
    text, value, step = number
    word, scale = unit
    amount = parse_amount(f"{text}{'' if glued else space}{word}")
    assert amount is not None
    assert (amount.value, amount.quantum) == (value * scale, step * scale)


@given(printed(), MINUSES, st.sampled_from(["before", "after", "around"]))
def test_every_style_of_minus(number: tuple[str, Decimal, Decimal], minus: str, where: str) -> None:
    text, value, _ = number
    styles = {"before": f"{minus}{text}", "after": f"{text}-", "around": f"({text})"}
    amount = parse_amount(styles[where])
    assert amount is not None
    assert amount.value == -value


@given(WHOLE, st.integers(min_value=0, max_value=2))
def test_grouping_by_full_stops_is_the_same_number(number: int, kind: int) -> None:
    text = grouped(number, [".", " ", ""][kind])
    amount = parse_amount(text)
    assert amount is not None
    assert amount.value == number


BEFORE = st.sampled_from(
    ["Styrelsen avsatte", "Kostnaden blev", "För 2024 fick de", "Kvar finns", "(varav", "Under 2025–2026 avsattes", "Totalt:"]
)
AFTER = st.sampled_from(
    ["till lokaler.", "under 2025.", "(se not 3)", ", en minskning.", "per den 2024-12-31.", "och 14 dagar.", ""]
)


@given(BEFORE, printed(), UNITS, AFTER)
def test_found_in_a_sentence_whole_and_once(
    before: str, number: tuple[str, Decimal, Decimal], unit: tuple[str, int], after: str
) -> None:
    text, value, _ = number
    word, scale = unit
    sentence = f"{before} {text} {word} {after}"
    found = find_amounts(sentence)
    assert [one.amount.value for one in found] == [value * scale]
    assert sentence[found[0].start : found[0].end] == f"{text} {word}"


@given(st.lists(WHOLE, min_size=2, max_size=5))
def test_figures_side_by_side_are_never_joined_or_split(numbers: list[int]) -> None:
    """Columns run together in text: what is found are the printed numbers, or nothing where it cannot be told."""
    text = " ".join(f"{grouped(number, ' ')} kr" for number in numbers)
    assert [value for value in values(text) if value not in numbers] == []
    assert len(values(text)) == len(numbers)


@given(st.text(alphabet="0123456789 .,-–%krt()mn/:§", max_size=40))
def test_any_text_is_survived_and_spans_are_true(text: str) -> None:
    end = 0
    for found in find_amounts(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.amount.raw
        end = found.end
    whole = parse_amount(text)
    assert whole is None or isinstance(whole, Amount)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Årets resultat blev minus 1,3 mkr.", [-1300000]),
        ("Minus 20 tkr", [-20000]),
        ("Det är 500 kr minus 300 kr.", [500, 300]),
        ("Kommunen hamnade på plats 14 av 290.", []),
        ("Huset byggdes på 80-talet i två etapper.", []),
        ("Ett 50-tal personer kom.", [50]),
    ],
)
def test_a_minus_in_words_and_numbers_that_rank_or_name_a_decade(sentence: str, values: list[int]) -> None:
    assert [int(found.amount.value) for found in find_amounts(sentence) if found.counted != "etapper"] == values
