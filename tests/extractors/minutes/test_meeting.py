"""The cover: when, where, who."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors.minutes.attendance_table import attendance_in_tables
from schemas.page import Word
from schemas.place import Box
from tests.extractors.minutes.minutes_of import read
from tests.pages import page_from_text

_BODY = """

§ 4 Val

Beslut
Eva Ek väljs.
"""


def test_cover_in_two_columns() -> None:
    meeting, _ = read(
        """
        Tekniska nämnden

        Plats och tid     Stadshuset, kl. 13:00-15:45

        Beslutande        Eva Ek (S), ordförande
                          Bo Alm (M) §§ 4-6
                          Ali Asp (C) ersätter Siv Sten (C)

        Ersättare         Ida Lund (S)

        Övriga            Per Berg, förvaltningschef
        närvarande        Lo Dahl, sekreterare

        Justerare         Bo Alm

        Paragrafer        §§ 4-9
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert (meeting.body, meeting.place) == ("Tekniska nämnden", "Stadshuset")
    assert (meeting.start_time, meeting.end_time) == (dt.time(13), dt.time(15, 45))
    assert (meeting.paragraph_first, meeting.paragraph_last) == (4, 9)
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == ("Eva Ek", "Lo Dahl", ("Bo Alm",))
    assert [(a.name, a.organisation, a.role, a.present, a.deciding, a.note) for a in meeting.attendance] == [
        ("Eva Ek", "S", "ordförande", True, True, None),
        ("Bo Alm", "M", None, True, True, "§§ 4-6"),
        ("Ali Asp", "C", None, True, True, "ersätter Siv Sten (C)"),
        ("Ida Lund", "S", "ersättare", True, None, None),
        ("Per Berg", None, "förvaltningschef", True, False, None),
        ("Lo Dahl", None, "sekreterare", True, False, None),
    ]


def test_cover_with_colons_and_names_in_running_text() -> None:
    meeting, _ = read(
        """
        Styrelsen för Samordningsförbundet Ån

        Tid: 22 september 2025 kl. 09.00-12.00
        Plats: Folkets hus, Ån

        Närvarande:
        Eva Ek, ordförande, Åns kommun
        Bo Alm, Försäkringskassan
        Frånvarande:
        Siv Sten, Region Ån
        Sekreterare: Lo Dahl
        Justerare: Bo Alm
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert (meeting.place, meeting.start_time, meeting.end_time) == ("Folkets hus, Ån", dt.time(9), dt.time(12))
    assert [(a.name, a.present) for a in meeting.attendance] == [("Eva Ek", True), ("Bo Alm", True), ("Siv Sten", False)]
    assert (meeting.secretary, meeting.adjusters) == ("Lo Dahl", ("Bo Alm",))
    assert [a.organisation for a in meeting.attendance] == ["Åns kommun", "Försäkringskassan", "Region Ån"]


def test_ticks_in_a_table_say_who_was_there_and_decided() -> None:
    meeting, _ = read(
        """
        Närvarolista

        Namn                          Närvarande   Beslutande   Anmärkning

        Ledamöter
        Eva Ek                            X            X
        Utsedd av Åns kommun
        Bo Alm
        Utsedd av Försäkringskassan

        Ersättare
        Siv Sten                          X                     från § 5
        Utsedd av Region Ån
        """
        + _BODY,
        bold=("§ 4 Val", "Ledamöter", "Ersättare"),
    )
    assert [(a.name, a.organisation, a.role, a.present, a.deciding) for a in meeting.attendance] == [
        ("Eva Ek", "Åns kommun", "Ledamöter", True, True),
        ("Bo Alm", "Försäkringskassan", "Ledamöter", False, False),
        ("Siv Sten", "Region Ån", "Ersättare", True, False),
    ]


def test_next_meeting_takes_the_year_of_the_meeting_or_the_one_after() -> None:
    drawing = """
    § 9 Nästa möte

    Nästa sammanträde 23 oktober.
    Plats: Kommunhuset
    """
    meeting, _ = read(drawing, bold=("§ 9",))
    assert (meeting.next_meeting_date, meeting.next_meeting_place) == (dt.date(2025, 10, 23), "Kommunhuset")
    meeting, _ = read(drawing.replace("23 oktober", "14/2"), bold=("§ 9",))
    assert meeting.next_meeting_date == dt.date(2026, 2, 14)


def test_previous_minutes() -> None:
    meeting, _ = read(
        "§ 2 Föregående mötes protokoll\n\nProtokollet från mötet 2025-06-12 läggs till handlingarna.", bold=("§ 2",)
    )
    assert meeting.previous_minutes_date == dt.date(2025, 6, 12)


def test_adjournments_keep_the_first_start_and_the_last_end() -> None:
    meeting, _ = read("Nämnden\n\nTid: 09.00-12.00 och 13.00-15.30\n" + _BODY, bold=("§ 4 Val",))
    assert (meeting.start_time, meeting.end_time) == (dt.time(9), dt.time(15, 30))


def test_hours_without_minutes_and_adjusters_elected_in_the_text() -> None:
    meeting, _ = read(
        """
        Styrelsen

        Tid: klockan 9-11.30
        Plats: Teams

        § 1 Val av justerare

        Eva Ek och Bo Alm utses att justera protokollet.
        """,
        bold=("§ 1",),
    )
    assert (meeting.start_time, meeting.end_time, meeting.place) == (dt.time(9), dt.time(11, 30), "Teams")
    assert meeting.adjusters == ("Eva Ek", "Bo Alm")


def test_a_turned_header_in_pieces_is_read() -> None:
    page = page_from_text(
        """
        Lista



        Eva Ek                            X
        Utsedd av Åns kommun
        Bo Alm
        """
    )
    turned = tuple(
        Word(text=text, raw=text, box=Box(x0=252, top=top, x1=262, bottom=bottom), size=10, upright=False)
        for text, top, bottom in (("utande", 50.0, 70.0), ("Besl", 71.0, 95.0))
    )
    people = attendance_in_tables([page.model_copy(update={"words": page.words + turned})])
    assert [(a.name, a.present, a.deciding) for a in people] == [("Eva Ek", True, True), ("Bo Alm", False, False)]


def test_names_with_their_body_in_a_second_column_and_signatures_side_by_side() -> None:
    meeting, _ = read(
        """
        Protokoll styrelsemöte Samordningsförbundet Ån
        Tid: kl. 09.00 - 12.00
        Plats: Storgatan 3, Ån

        Närvarande ledamöter
        Eva Ek, ordförande            Åns kommun
        Siv Sten                      Försäkringskassan
        Tjänstgörande ersättare
        Ola Hed                       Arbetsförmedlingen
        """
        + _BODY.replace("väljs.", "väljs.\n\nVid protokollet        Justeras\n\nLo Dahl                Bo Alm"),
        bold=("§ 4 Val", "Närvarande", "Tjänst"),
    )
    assert meeting.body == "Samordningsförbundet Ån"
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == ("Eva Ek", "Lo Dahl", ("Bo Alm",))
    assert [(a.name, a.organisation, a.role, a.deciding) for a in meeting.attendance] == [
        ("Eva Ek", "Åns kommun", "ordförande", True),
        ("Siv Sten", "Försäkringskassan", "ledamot", True),
        ("Ola Hed", "Arbetsförmedlingen", "ersättare", True),
    ]


def test_names_in_one_sentence_and_a_break_for_an_adjournment() -> None:
    meeting, _ = read(
        """
        Nämnden

        Plats och tid     Eken, fredagen den 14 mars 2025,
                          klockan 08.30-11.45. Ajournering 10.00-10.15.
        Närvarande        Eva Ek (ordf), Bo Alm (Region Ån) och Lo Dahl (sekr)
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert (meeting.start_time, meeting.end_time, meeting.place) == (dt.time(8, 30), dt.time(11, 45), "Eken")
    assert [(a.name, a.organisation) for a in meeting.attendance] == [
        ("Eva Ek", None),
        ("Bo Alm", "Region Ån"),
        ("Lo Dahl", None),
    ]
    assert (meeting.chair, meeting.secretary) == ("Eva Ek", "Lo Dahl")


def test_a_signer_behind_dots_to_sign_on() -> None:
    cover = """
        Styrelsen för Samordningsförbundet Ån

        Underskrifter
        Sekreterare ............ Lo Dahl
        """
    meeting, _ = read(cover + _BODY, bold=("§ 4 Val",))
    assert meeting.secretary == "Lo Dahl"


def test_ticks_that_ocr_missed_leave_presence_open() -> None:
    drawing = """
        Namn              Närvarande
        Eva Ek            X
        Bo Alm
        Siv Sten
        Ida Lund
        """
    page = page_from_text(drawing)
    assert [person.present for person in attendance_in_tables([page])] == [True, False, False, False]
    scanned = page.model_copy(update={"text_source": "ocr"})
    assert [person.present for person in attendance_in_tables([scanned])] == [True, None, None, None]
    both = page_from_text(drawing.replace("Bo Alm", "Bo Alm            X")).model_copy(update={"text_source": "ocr"})
    assert [person.present for person in attendance_in_tables([both])] == [True, True, False, False]


def test_a_list_that_the_cover_refers_to_tells_who_decided_and_its_count_is_nobody() -> None:
    meeting, _ = read(
        """
        Kommunfullmäktige

        Beslutande:       Se närvarolista
        """,
        """
        Närvarolista

        Ledamot           Parti        Närvarande
        Eva Ek            S            Ja
        Bo Alm            M            Nej

        Antal tjänstgörande: 1
        """,
        _BODY,
        bold=("§ 4 Val",),
    )
    assert [(a.name, a.present, a.deciding) for a in meeting.attendance] == [("Eva Ek", True, True), ("Bo Alm", False, False)]


def test_persons_below_a_label_on_the_same_line_are_whole() -> None:
    meeting, _ = read(
        """
        Direktionen

        Närvarande: Eva Ek, Åby, ordförande
        Bo Alm, Ån, vice ordförande
        """
        + _BODY,
        bold=("§ 4 Val", "Närvarande"),
    )
    assert [a.name for a in meeting.attendance] == ["Eva Ek", "Bo Alm"]


def test_a_label_in_the_middle_of_its_cell_has_the_lines_above_it() -> None:
    meeting, _ = read(
        """
        Protokoll styrelsen Samordningsförbundet Ån
        Plats                   Storgatan 3, Ån

                                Eva Ek, ordförande
        Närvarande ledamöter    Siv Sten
                                Bo Alm

        Övriga närvarande       Lo Dahl, sekreterare
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert meeting.place == "Storgatan 3, Ån"
    assert [(a.name, a.deciding) for a in meeting.attendance] == [
        ("Eva Ek", True),
        ("Siv Sten", True),
        ("Bo Alm", True),
        ("Lo Dahl", False),
    ]


def test_a_meeting_on_line_with_a_table_of_yes_and_no() -> None:
    meeting, _ = read(
        """
        Protokoll styrelsemöte
        Samordningsförbundet Ån
        Torsdag 13 februari 2025 kl. 09.00-11.00
        Digitalt möte via Teams

        Namn         Part                 Roll                      Närvarande
        Eva Ek       Åns kommun           Ordförande                Ja
        Siv Sten     Försäkringskassan    Ledamot                   Nej
        Lo Dahl      Försäkringskassan    Ersättare, tjänstgörande  Ja
        Ola Hed      Region Norr          Ersättare                 Ja
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert (meeting.place, meeting.chair) == ("Digitalt möte via Teams", "Eva Ek")
    assert [(a.name, a.present, a.deciding) for a in meeting.attendance] == [
        ("Eva Ek", True, True),
        ("Siv Sten", False, None),
        ("Lo Dahl", True, True),
        ("Ola Hed", True, False),
    ]


def test_the_sender_stands_in_brackets_behind_the_role() -> None:
    meeting, _ = read(
        """
        Protokoll styrelsen Samordningsförbundet Ån
        Ledamöter       Eva Ek, ordförande (Åns kommun)
                        Siv Sten (Försäkringskassan)
        """
        + _BODY,
        bold=("§ 4 Val",),
    )
    assert [(a.name, a.organisation, a.role) for a in meeting.attendance] == [
        ("Eva Ek", "Åns kommun", "ordförande"),
        ("Siv Sten", "Försäkringskassan", "ledamot"),
    ]
    assert meeting.chair == "Eva Ek"


def test_a_committee_s_own_decisions_are_no_quotes_and_it_meets_again() -> None:
    meeting, decisions = read(
        """
        Socialnämndens arbetsutskott

        § 4 Läget

        Arbetsutskottets beslut
        Arbetsutskottet beslutar att godkänna rapporten.

        § 5 Kommande

        Utskottet möts igen den 4 november 2025.
        """,
        bold=("§", "Arbetsutskottets beslut"),
    )
    assert [(one.paragraph, one.text) for one in decisions] == [("4", "Arbetsutskottet beslutar att godkänna rapporten.")]
    assert meeting.next_meeting_date == dt.date(2025, 11, 4)


@pytest.mark.parametrize("printed", ["§§ 4-9", "4–9", "S8 4-9", "88 4-9"])
def test_the_span_of_the_cover_also_where_an_ocr_misread_its_signs(printed: str) -> None:
    meeting, _ = read(f"Styrelsen\nSamordningsförbundet Ån\nParagrafer        {printed}\n{_BODY}", bold=("§ 4 Val",))
    assert (meeting.paragraph_first, meeting.paragraph_last) == (4, 9)
