"""Things counted in running text; and numbers that name one of a series, which count nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.amounts import find_amounts


def counts(text: str) -> list[tuple[str, int]]:
    return [(found.amount.raw, int(found.amount.value)) for found in find_amounts(text) if found.amount.unit == "count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Direktionen höll 7 protokollförda möten, av dem var 2 extra.", [("7 protokollförda möten", 7), ("2", 2)]),
        ("Totalt 61 deltagare varav 40 kvinnor.", [("61 deltagare", 61), ("40 kvinnor", 40)]),
        ("Antal deltagare: 12", [("12", 12)]),
        ("Antal deltagare. 12", [("12", 12)]),
        ("Antalet anmälningar uppgick till 1 204 under året.", [("1 204", 1204)]),
        ("Avslutade 2023: 18", [("18", 18)]),
        ("Antal elever: 31 (dagtid: 20, Kvällstid: 11)", [("31", 31), ("11", 11)]),
        ("Det prövades tre (3) ansökningar.", [("(3)", 3)]),
        ("I gruppen satt 4 personer från regionen, 5 från kommunen och en chef.", [("4 personer", 4), ("5", 5)]),
        ("Kommunen har ca 21 400 invånare, varav ca 12 050 i arbetsför ålder.", [("21 400 invånare", 21400), ("12 050", 12050)]),
        ("Av planen är 37 av 45 åtgärder klara.", [("37", 37), ("45 åtgärder", 45)]),
        ("Drygt 270 av landets 290 kommuner är med.", [("270", 270), ("290 kommuner", 290)]),
        ("Stöd behövs av minst 2 av parterna.", [("2", 2)]),
        ("Kön har som längst varit 5 månader.", [("5 månader", 5)]),
        ("Nämnden driver 37 förskolor och 14 grundskolor.", [("37 förskolor", 37), ("14 grundskolor", 14)]),
        ("AF: 1 handläggare, FK: 1 samordnare, RVN: 4 chefer", [("1 handläggare", 1), ("1 samordnare", 1), ("4 chefer", 4)]),
        (
            "Det finns 11 st förskolechefer och 5 st biträdande rektorer.",
            [("11 st förskolechefer", 11), ("5 st biträdande rektorer", 5)],
        ),
        ("Mellan 35-40 uppdrag pågår.", [("35-40 uppdrag", 35)]),
    ],
)
def test_a_number_that_counts_is_read(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Elever i årskurs 6 inför övergången, och i åk 2, 4 och 9 men även andra.",
        "Kontoret på Storgatan 4 öppnar, se bilaga 1 lämnas.",
        "Enligt 3 kap 4 § kommunallagen och 21 § lagen (2003:1210).",
        "Under steg 2 elever. Grupp 3 i november. Sida 4 och 5.",
        "Veckan hålls v. 45 2024 för åldern 16-64 år och 13–25-åringar.",
        "Möte den 14 juni klockan 15 ordföranden, den 3 september.",
        "Telefon 0620-68 20 00 växeln, 881 80 Norrstad, 222000-2063 registrerad.",
        "Dnr KS 2024/123 ärendet; sid 3 av 12.",
        "Inom 3 månader eller senast 2 veckor efter beslutet.",
        "Diarienummer: 512",
        "Föreskrifterna (TSFS 2024:57)",
        "NKI 2025",
        "Den nya F-9 skolan, för barn från 1 till 5 år.",
        "Under 2024 ökade, 2023 elever.",
    ],
)
def test_a_number_that_names_one_of_a_series_counts_nothing(text: str) -> None:
    assert counts(text) == []


def test_a_mean_is_no_count() -> None:
    (mean,) = find_amounts("Tryggheten är hög (medelvärde 4,4–4,7) i enkäten.")
    assert (mean.amount.unit, mean.amount.value, mean.amount.value_high) == ("ratio", Decimal("4.4"), Decimal("4.7"))


@given(st.integers(min_value=0, max_value=1899), st.sampled_from(["nya elever", "ärenden", "IPS-insatser", "tillsynsbesök"]))
def test_what_is_counted_comes_back(number: int, things: str) -> None:
    (found,) = find_amounts(f"Under året hade vi {number} {things} i verksamheten.")
    assert (found.amount.value, found.amount.unit, found.counted) == (number, "count", things)


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["§ ", "kap. ", "bilaga ", "sidan ", "dnr ", "vecka ", "årskurs ", "Not "]),
)
def test_a_number_of_a_series_never_counts(number: int, series: str) -> None:
    assert counts(f"Det står i {series}{number} elever.") == []


def test_about_fifty_and_millions_of_things() -> None:
    (some,) = find_amounts("Planen ger ett 50-tal nya bostäder, som på 1990-talet.")
    assert (some.amount.value, some.amount.approximate) == (50, True)
    (many,) = find_amounts("Spelet har nått 1,8 miljoner människor.")
    assert (many.amount.value, many.amount.quantum) == (1800000, 100000)


def test_a_dash_before_a_count_is_no_minus() -> None:
    assert counts("- 11 stycken") == [("11 stycken", 11)]


DAYS = st.integers(min_value=1, max_value=28)
YEARS = st.integers(min_value=1990, max_value=2035)
SMALL = st.integers(min_value=1, max_value=99)
NO_AMOUNT = st.one_of(
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(min_value=1, max_value=12), DAYS),
    st.builds("den {} september {}".format, DAYS, YEARS),
    st.builds("den {}/9 {}".format, DAYS, YEARS),
    st.builds("{}".format, YEARS),
    st.builds("{}-{}".format, YEARS, YEARS),
    st.builds("§ {}".format, SMALL),
    st.builds("§§ {}-{}".format, SMALL, SMALL),
    st.builds("22{:04}-{:04}".format, st.integers(min_value=2000, max_value=9999), st.integers(min_value=1000, max_value=9999)),
    st.builds("dnr KS {}/{}".format, YEARS, SMALL),
    st.builds("dnr {}:{}".format, YEARS, SMALL),
    st.builds("0620-68 {:02} {:02}".format, SMALL, SMALL),
    st.builds("sidan {}".format, SMALL),
    st.builds("s. {}".format, SMALL),
    st.builds("v. {}".format, SMALL),
    st.builds("vecka {}".format, SMALL),
    st.builds("{}-{} år".format, st.integers(min_value=1, max_value=20), st.integers(min_value=21, max_value=80)),
    st.builds("kl. {:02}.{:02}".format, st.integers(min_value=0, max_value=23), st.integers(min_value=0, max_value=59)),
    st.builds("not {}".format, SMALL),
    st.builds("bilaga {}".format, SMALL),
)


@given(
    st.sampled_from(["Styrelsen beslutade", "Enligt beslut", "Se vidare", "Det gäller"]),
    NO_AMOUNT,
    st.sampled_from([".", " enligt lagen.", ", som gäller."]),
)
def test_what_is_no_amount_is_never_taken_for_one(before: str, number: str, after: str) -> None:
    assert find_amounts(f"{before} {number}{after}") == ()


@given(NO_AMOUNT, st.integers(min_value=1, max_value=999))
def test_an_amount_beside_what_is_none_is_read_alone(number: str, thousands: int) -> None:
    (found,) = find_amounts(f"Enligt {number} beviljades {thousands} tkr.")
    assert found.amount.value == thousands * 1000
