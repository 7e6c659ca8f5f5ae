"""Votes, who voted how, and what members had put on record."""

from __future__ import annotations

import pytest

from schemas.paragraph import MinutesParagraph
from tests.extractors.minutes.minutes_of import read


def paragraph(*drawings: str) -> MinutesParagraph:
    """Return the only paragraph of drawn minutes; its labels are bold."""
    bold = ("§ 7", "Beslut", "Ärendebeskrivning", "Reservation", "Votering", "Omröstning", "Jäv", "Särskilt", "Protokolls")
    meeting, _ = read(*drawings, bold=bold)
    (found,) = meeting.paragraphs
    return found


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Med 8 ja-röster mot 5 nej-röster beslutar nämnden bifalla förslaget.", (8, 5, None, None)),
        ("Omröstningen utfaller med 29 ja-röster, 18 nej-röster och 2 som avstår.", (29, 18, 2, None)),
        ("Resultat: 7 ja, 6 nej.", (7, 6, None, None)),
        ("Ja: 25, Nej: 20, Avstår: 3, Frånvarande: 1", (25, 20, 3, 1)),
        ("Ja-röster 10, nej-röster 5", (10, 5, None, None)),
        ("Med åtta röster mot fem: åtta ja-röster och fem nej-röster.", (8, 5, None, None)),
        ("Det avgavs 7 nej-röster och 4 ja-röster, 2 ledamöter avstod från att rösta.", (4, 7, 2, None)),
    ],
)
def test_the_result_of_a_vote_in_many_wordings(sentence: str, counts: tuple[int | None, ...]) -> None:
    found = paragraph(
        f"""
        § 7 Taxa

        Beslutsgång
        Omröstning begärs.

        Omröstningsresultat
        {sentence}

        Beslut
        Taxan antas.
        """
    )
    (vote,) = found.votes
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == counts


def test_a_vote_told_over_several_lines_is_one_and_says_what_yes_meant() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Votering
        Ja-röst för bifall till Eva Eks (S) förslag.
        Nej-röst för avslag.

        Ja: 3
        Nej: 2
        Avstår: 1

        Beslut
        Taxan antas.
        """
    )
    (vote,) = found.votes
    assert (vote.yes, vote.no, vote.abstain) == (3, 2, 1)
    assert (vote.yes_means, vote.no_means) == ("Eva Eks (S) förslag", "avslag")


def test_names_in_running_text_are_ballots_and_are_counted() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Votering
        Följande röstar ja: Eva Ek (S), Bo Alm (S) och Ali Asp (C).
        Följande röstar nej: Siv Sten (M).
        Avstår: Ida Lund (MP).

        Beslut
        Taxan antas.
        """
    )
    (vote,) = found.votes
    assert [(ballot.name, ballot.party, ballot.ballot) for ballot in vote.ballots] == [
        ("Eva Ek", "S", "yes"),
        ("Bo Alm", "S", "yes"),
        ("Ali Asp", "C", "yes"),
        ("Siv Sten", "M", "no"),
        ("Ida Lund", "MP", "abstain"),
    ]
    assert (vote.yes, vote.no, vote.abstain) == (3, 1, 1)


def test_a_voting_list_with_columns_over_two_pages() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Beslutsgång
        Omröstning begärs.

        Omröstningslista

        Namn                    Parti        Ja      Nej     Avstår
        1. Eva Ek               S            X
        2. Bo Alm               M                    X
        """,
        """
        Namn                    Parti        Ja      Nej     Avstår
        3. Ali af Asp           KD                   X
        4. Siv Sten, ordf.      C                            X
        Summa                                1       2       1

        Beslut
        Taxan antas.
        """,
    )
    (vote,) = found.votes
    assert [(ballot.name, ballot.party, ballot.ballot) for ballot in vote.ballots] == [
        ("Eva Ek", "S", "yes"),
        ("Bo Alm", "M", "no"),
        ("Ali af Asp", "KD", "no"),
        ("Siv Sten", "C", "abstain"),
    ]
    assert (vote.yes, vote.no, vote.abstain) == (1, 2, 1)


def test_no_vote_without_a_count() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Ärendebeskrivning
        Arbetsutskottet beslutade med 3 röster mot 2. I enkäten svarade 40 procent ja.

        Beslut
        Taxan antas.
        """
    )
    assert found.votes == ()


def test_reservations_notes_disqualification_and_abstention() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Jäv
        Per Berg (L) anmäler jäv och deltar inte i handläggningen av ärendet.

        Ärendebeskrivning
        Vid utskottets möte reserverade sig Lo Dahl (V).

        Beslut
        Taxan antas.

        Ali Asp (C) deltar inte i beslutet.

        Reservation
        Eva Ek (S) och Bo Alm (S) reserverar sig till förmån för Ida Lunds (S) förslag.

        Särskilt yttrande
        Siv Sten (MP) lämnar ett särskilt yttrande.

        Protokollsanteckning
        Kim Ny (SD) lämnar följande protokollsanteckning:
        Vi hade velat se mer. Lo Dahl (V) sade detsamma.
        """
    )
    assert [(one.kind, one.name, one.party) for one in found.reservations] == [
        ("disqualification", "Per Berg", "L"),
        ("abstention", "Ali Asp", "C"),
        ("reservation", "Eva Ek", "S"),
        ("reservation", "Bo Alm", "S"),
        ("special_opinion", "Siv Sten", "MP"),
        ("note", "Kim Ny", "SD"),
    ]


def test_names_alone_below_a_label_and_verb_before_names() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Beslut
        Taxan antas.

        Reservation
        Eva Ek (S), Bo Alm (M)

        Reservation
        Mot beslutet reserverar sig Siv Sten (C).
        """
    )
    assert [(one.name, one.party) for one in found.reservations] == [("Eva Ek", "S"), ("Bo Alm", "M"), ("Siv Sten", "C")]


def test_parts_and_lists_have_their_place() -> None:
    found = paragraph(
        """
        § 7 Taxa

        Ärendebeskrivning
        Taxan ses över.

        Beslut
        Taxan antas.

        Beslutsunderlag
        • § 12 KSAU Taxa
        • Tjänsteskrivelse om taxa, dnr 2025/33

        Beslutet skickas till
        Ekonomichefen
        Tekniska nämnden

        Paragrafen förklaras omedelbart justerad.
        """
    )
    assert [(part.kind, part.title) for part in found.parts] == [
        ("background", "Ärendebeskrivning"),
        ("decision", "Beslut"),
        ("documents", "Beslutsunderlag"),
        ("sent", "Beslutet skickas till"),
        ("end", "Paragrafen förklaras omedelbart justerad."),
    ]
    assert found.parts[1].text == "Taxan antas."
    assert found.parts[1].box.top < found.parts[2].box.top
    assert [(item.kind, item.text, item.reference) for item in found.items] == [
        ("document", "§ 12 KSAU Taxa", "§ 12 KSAU"),
        ("document", "Tjänsteskrivelse om taxa, dnr 2025/33", "2025/33"),
        ("recipient", "Ekonomichefen", None),
        ("recipient", "Tekniska nämnden", None),
    ]
    assert found.adjusted_at_once
