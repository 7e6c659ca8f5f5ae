"""Minutes in the layouts of a council with a voting list, a board of 2015 and a coordination association, read from real PDFs."""

from __future__ import annotations

import datetime as dt
from functools import cache

from schemas.decision import Decision
from schemas.meeting import Meeting
from tests.extractors.minutes.made_pdfs import Row, pdf, read

FIRST = ("Anna Ek", "Bo Alm", "Cia Asp", "Dan Björk", "Eva Ceder", "Folke Dahl", "Gun Edin")
PARTIES = ("S", "M", "C", "V", "SD", "KD", "L")
MEMBERS = tuple(
    (f"{name}{end}", PARTIES[(i + j) % 7])
    for j, end in enumerate(("", "s", "h", "n", "m", "r", "t"))
    for i, name in enumerate(FIRST)
)
"""49 members."""


def ballot(index: int) -> tuple[str, str, str]:
    """Return the marks of a member: every seventh abstains, every third of the others is against."""
    return ("", "", "X") if index % 7 == 6 else ("", "X", "") if index % 3 == 2 else ("X", "", "")


@cache
def council() -> tuple[Meeting, tuple[Decision, ...]]:
    cover: list[Row] = [
        ("*Plats och tid*", "Folkets hus, Storsalen, kl. 18.00-21.35, ajournering kl. 19.30-19.50"),
        ("*Beslutande*", "Enligt närvarolista, sidorna 2-3"),
        ("*Övriga deltagande*", "Lo Dahl, kommunsekreterare"),
        ("*Utses att justera*", "Cia Asp (C) och Dan Björk (V)"),
        ("*Justeringens plats och tid*", "Kommunkontoret, 2025-11-03 kl. 15.00"),
        "*Underskrifter*",
        ("Sekreterare", "Lo Dahl", "Paragrafer  101-104"),
        ("Ordförande", "Anna Ek"),
        ("Justerande", "Cia Asp          Dan Björk"),
        "",
        "*ANSLAG/BEVIS*",
        "Protokollet är justerat. Justeringen har tillkännagivits genom anslag på kommunens anslagstavla.",
        ("Organ", "Kommunfullmäktige"),
        ("Anslaget sätts upp", "2025-11-04"),
        ("Anslaget tas ned", "2025-11-26"),
        ("Förvaringsplats", "Kommunkontoret, Storby"),
    ]
    present: list[Row] = [(name, party, "" if index % 10 == 9 else "X") for index, (name, party) in enumerate(MEMBERS)]
    listed: list[Row] = [(name, party, *ballot(index)) for index, (name, party) in enumerate(MEMBERS)]
    heads: list[Row] = [("*Ledamot*", "*Parti*", "*Närvarande*"), ("*Namn*", "*Parti*", "*Ja*", "*Nej*", "*Avstår*")]
    matter: list[Row] = [
        ("*§ 101*", "Dnr KS 2025/201"),
        "*Ändrad taxa för vatten*",
        "",
        "*Yrkanden*",
        "Anna Ek (S) yrkar bifall till kommunstyrelsens förslag. Bo Alm (M) yrkar avslag.",
        "",
        "*Beslutsgång*",
        "Ja-röst för bifall till kommunstyrelsens förslag.",
        "Nej-röst för bifall till Bo Alms (M) yrkande.",
        "Omröstningen utfaller med 28 ja-röster, 14 nej-röster och 7 som avstår.",
        "",
        "*Beslut*",
        "Kommunfullmäktige beslutar",
        "att  anta taxan för vatten att gälla från den 1 januari 2026, samt",
        "att  upphäva tidigare taxa, antagen 2019-06-17 § 45.",
        "",
        "*Reservation*",
        "Bo Alm (M), Cia Asp (C) och Dan Björk (V) reserverar sig mot beslutet till förmån för",
        "Bo Alms (M) yrkande.",
        "",
        "*Beslutet skickas till*",
        "VA-chefen",
        "Ekonomiavdelningen",
    ]
    rest: list[Row] = [
        "*§ 102*", "*Motion om cykelväg*", "", "*Jäv*", "Eva Ceder (SD) anmäler jäv och lämnar salen.", "",
        "*Beslut*", "Motionen återremitteras.", "",
        "*§ 103*", "*Val av revisor*", "", "*Beslut*", "Gun Edin (L) väljs till revisor till och med 2026.", "",
        "*§ 104*", "*Nästa sammanträde*", "Nästa sammanträde hålls den 24 november 2025 i Folkets hus.",
    ]  # fmt: skip
    pages = [
        cover, [heads[0], *present[:30]], [heads[0], *present[30:]], matter,
        [heads[1], *listed[:40]], [heads[1], *listed[40:], ("Summa", "", "28", "14", "7")], rest,
    ]  # fmt: skip
    header: list[Row] = [("*SAMMANTRÄDESPROTOKOLL*", "", "Sida {page} ({pages})"), ("Kommunfullmäktige", "2025-10-27")]
    return read(pdf(pages, columns=(60, 190, 330, 400, 470), header=header))


def test_the_meeting_of_a_council() -> None:
    meeting, _ = council()
    assert (meeting.body, meeting.meeting_date, meeting.place) == (
        "Kommunfullmäktige",
        dt.date(2025, 10, 27),
        "Folkets hus, Storsalen",
    )
    assert (meeting.start_time, meeting.end_time, meeting.adjournments) == (dt.time(18), dt.time(21, 35), ("19:30-19:50",))
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == ("Anna Ek", "Lo Dahl", ("Cia Asp", "Dan Björk"))
    assert (meeting.paragraph_first, meeting.paragraph_last, meeting.body_paragraphs) == (101, 104, (101, 102, 103, 104))
    assert (meeting.adjusted_date, meeting.adjusted_place) == (dt.date(2025, 11, 3), "Kommunkontoret")
    assert (meeting.notice_posted, meeting.notice_removed) == (dt.date(2025, 11, 4), dt.date(2025, 11, 26))
    assert (meeting.notice_place, meeting.kept_at) == ("kommunens anslagstavla", "Kommunkontoret, Storby")
    assert (meeting.pages_claimed, meeting.next_meeting_date) == (7, dt.date(2025, 11, 24))


def test_the_49_members_of_a_council() -> None:
    meeting, _ = council()
    assert [(person.name, person.party) for person in meeting.attendance] == list(MEMBERS)
    assert [person.name for person in meeting.attendance if not person.present] == [
        MEMBERS[index][0] for index in (9, 19, 29, 39)
    ]
    assert {person.page for person in meeting.attendance} == {2, 3}


def test_the_voting_list_of_a_council() -> None:
    meeting, _ = council()
    (vote,) = meeting.paragraphs[0].votes
    assert (vote.yes, vote.no, vote.abstain) == (28, 14, 7)
    assert (vote.yes_means, vote.no_means) == ("kommunstyrelsens förslag", "Bo Alms (M) yrkande")
    answers = ("yes", "no", "abstain")
    assert [(one.name, one.party, one.ballot) for one in vote.ballots] == [
        (name, party, answers[ballot(index).index("X")]) for index, (name, party) in enumerate(MEMBERS)
    ]


def test_the_paragraphs_of_a_council() -> None:
    meeting, decisions = council()
    first, second = meeting.paragraphs[:2]
    assert [(one.kind, one.name) for one in first.reservations] == [
        ("reservation", "Bo Alm"),
        ("reservation", "Cia Asp"),
        ("reservation", "Dan Björk"),
    ]
    assert [item.text for item in first.items] == ["VA-chefen", "Ekonomiavdelningen"]
    assert [(one.kind, one.name) for one in second.reservations] == [("disqualification", "Eva Ceder")]
    assert [(one.paragraph, one.kind) for one in decisions] == [
        ("101", "adopt"),
        ("101", "adopt"),
        ("102", "remit"),
        ("103", "appoint"),
    ]
    assert decisions[1].earlier_decisions == ("2019-06-17 § 45",)


@cache
def board_of_2015() -> tuple[Meeting, tuple[Decision, ...]]:
    cover: list[Row] = [
        ("*Plats och tid*", "Stora rummet, kommunhuset, kl 08.30 - 12.15"),
        "",
        ("*Beslutande*", "Karin Nord (C), ordförande"),
        ("", "Lars Väst (S), 1:e vice ordförande"),
        ("", "Nils Öst (M), § 15-20, 22-27"),
        ("", "Olle Syd (KD), tjänstgörande ersättare för Pia Berg (KD)"),
        "",
        ("*Övriga deltagande*", "Rut Sund, kommunchef"),
        ("", "Tea Vik, sekreterare"),
        "",
        ("*Utses att justera*", "Lars Väst"),
        ("*Justeringens*", "Kommunkontoret 2015-03-17"),
        "*plats och tid*",
        "",
        "*Underskrifter*",
        ("  Sekreterare", "............................................   Paragrafer  15-17"),
        ("", "Tea Vik"),
        ("  Ordförande", "............................................"),
        ("", "Karin Nord"),
        ("  Justerande", "............................................"),
        ("", "Lars Väst"),
        "",
        "*BEVIS/ANSLAG*",
        ("Organ", "Kommunstyrelsen"),
        ("Datum för", "2015-03-18"),
        "anslags uppsättande",
        ("Datum för", "2015-04-09"),
        "anslags nedtagande",
        ("Förvaringsplats", "Kommunledningskontoret"),
        "för protokollet",
        ("Underskrift", "Tea Vik"),
    ]
    report: list[Row] = [
        ("*Ks § 15*", "Dnr 2015/34-041"),
        "",
        "*Årsredovisning 2014*",
        "",
        "*Arbetsutskottets förslag till beslut*",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "att godkänna årsredovisningen för 2014.",
        "",
        "*Kommunstyrelsens beslut*",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "att    godkänna årsredovisningen för 2014, samt",
        "att    överföra 1,2 miljoner kronor till 2015 års investeringsbudget.",
        "",
        "_________",
        "Beslutet expedieras till:",
        "Kommunfullmäktige",
    ]
    grants: list[Row] = [
        ("*Ks § 16*", "Dnr 2015/77-805"),
        "",
        "*Föreningsbidrag 2015*",
        "",
        "*Beslutsgång*",
        "Ja-röst för Karin Nords förslag, nej-röst för Lars Västs förslag.",
        "Ja-röst avges av: Karin Nord (C), Nils Öst (M) och Olle Syd (KD).",
        "Nej-röst avges av: Lars Väst (S).",
        "Med 3 ja-röster mot 1 nej-röst antas Karin Nords förslag.",
        "",
        "*Beslut*",
        "Kommunstyrelsen beslutar",
        "1. bevilja Byns IF 45 000 kronor i föreningsbidrag för 2015",
        "2. avslå ansökan från Vikens BK.",
        "",
        "Lars Väst (S) reserverar sig mot beslutet.",
        "",
        "_____",
        "",
        "*Ks § 17*",
        "",
        "*Delgivningar*",
        "",
        "Kommunstyrelsen lägger delgivningarna till handlingarna.",
    ]
    header: list[Row] = ["*SAMMANTRÄDESPROTOKOLL*", ("Kommunstyrelsen", "Sammanträdesdatum 2015-03-10        Sida {page} (3)")]
    return read(pdf([cover, report, grants], header=header))


def test_a_board_of_2015() -> None:
    meeting, decisions = board_of_2015()
    assert (meeting.body, meeting.paragraph_last, meeting.body_paragraphs) == ("Kommunstyrelsen", 17, (15, 16, 17))
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == ("Karin Nord", "Tea Vik", ("Lars Väst",))
    assert (meeting.adjusted_date, meeting.adjusted_place) == (dt.date(2015, 3, 17), "Kommunkontoret")
    assert (meeting.notice_posted, meeting.notice_removed) == (dt.date(2015, 3, 18), dt.date(2015, 4, 9))
    assert meeting.kept_at == "Kommunledningskontoret"
    assert [(one.name, one.deciding, one.substitute_for, one.paragraphs) for one in meeting.attendance] == [
        ("Karin Nord", True, None, None),
        ("Lars Väst", True, None, None),
        ("Nils Öst", True, None, "15-20, 22-27"),
        ("Olle Syd", True, "Pia Berg", None),
        ("Rut Sund", False, None, None),
        ("Tea Vik", False, None, None),
    ]
    assert [(one.paragraph, one.kind, one.text) for one in decisions] == [
        ("15", "propose", "att godkänna årsredovisningen för 2014"),
        ("15", "propose", "att överföra 1,2 miljoner kronor till 2015 års investeringsbudget."),
        ("16", "grant", "bevilja Byns IF 45 000 kronor i föreningsbidrag för 2015"),
        ("16", "reject", "avslå ansökan från Vikens BK."),
        ("17", "note", "Kommunstyrelsen lägger delgivningarna till handlingarna."),
    ]
    (vote,) = meeting.paragraphs[1].votes
    assert (vote.yes, vote.no, vote.yes_means, vote.no_means) == (3, 1, "Karin Nords förslag", "Lars Västs förslag")
    assert [(one.name, one.ballot) for one in vote.ballots] == [
        ("Karin Nord", "yes"),
        ("Nils Öst", "yes"),
        ("Olle Syd", "yes"),
        ("Lars Väst", "no"),
    ]
    assert [(one.kind, one.name) for one in meeting.paragraphs[1].reservations] == [("reservation", "Lars Väst")]


def test_a_coordination_association() -> None:
    first: list[Row] = [
        "*Samordningsförbundet Ådalen*", "*Protokoll styrelsemöte nr 4*", "",
        "Datum: 12 juni 2024", "Tid: kl. 13:00 – 15:30", "Plats: Medborgarhuset, Ån", "",
        "*Närvarande ledamöter*", "Eva Ek, ordförande, Åns kommun", "Bo Alm, vice ordförande, Region Norr", "",
        "*Närvarande ersättare*", "Dan Björk, Arbetsförmedlingen, tjänstgörande", "Gun Edin, Åns kommun", "",
        "*Frånvarande*", "Hans Fors, Arbetsförmedlingen", "",
        "*Övriga*", "Ida Gran, förbundschef, sekreterare", "",
        "*§ 31 Mötets öppnande*", "Ordföranden öppnade mötet.", "",
        "*§ 32 Val av justerare*", "Beslut: Bo Alm utsågs att jämte ordföranden justera protokollet.", "",
        "*§ 33 Föregående protokoll*", "Protokoll från mötet 2024-04-18 gicks igenom.",
        "Beslut: Styrelsen beslutade att lägga protokollet till handlingarna.",
    ]  # fmt: skip
    second: list[Row] = [
        "*§ 34 Ansökningar om medel*", "Förbundet har fått in tre ansökningar.", "", "Styrelsen beslutade:",
        "•  att bevilja Ung framåt 650 000 kr för 2025",
        "•  att bevilja Steget vidare 400 000 kr för perioden 1 januari–31 december 2025",
        "•  att avslå ansökan från Nya vägar (300 000 kr)", "",
        "*§ 35 Nästa möte*", "Nästa möte är den 5 september kl. 13.00 i Åns kommunhus.", "",
        "Vid protokollet", "", "Ida Gran", "", "Justeras", "", "Eva Ek                                   Bo Alm",
    ]  # fmt: skip
    meeting, decisions = read(pdf([first, second]))
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == ("Eva Ek", "Ida Gran", ("Bo Alm",))
    assert (meeting.previous_minutes_date, meeting.next_meeting_date) == (dt.date(2024, 4, 18), dt.date(2024, 9, 5))
    assert [(one.name, one.organisation, one.present, one.deciding) for one in meeting.attendance] == [
        ("Eva Ek", "Åns kommun", True, True),
        ("Bo Alm", "Region Norr", True, True),
        ("Dan Björk", "Arbetsförmedlingen", True, True),
        ("Gun Edin", "Åns kommun", True, False),
        ("Hans Fors", "Arbetsförmedlingen", False, False),
        ("Ida Gran", None, True, False),
    ]
    assert [(one.paragraph, one.kind, one.amount, one.fiscal_year) for one in decisions] == [
        ("32", "appoint", None, None),
        ("33", "note", None, None),
        ("34", "grant", 650000, 2025),
        ("34", "grant", 400000, 2025),
        ("34", "reject", 300000, None),
    ]


def test_a_committee_whose_labels_stand_at_one_height_of_every_page() -> None:
    cover: list[Row] = [
        "*Protokoll*", "*Socialnämnden*", "Datum: 2023-09-20", "Tid: 09.00–11.45", "Plats: Sessionssalen",
        "Paragrafer: 112–114", "",
        "*Beslutande ledamöter*", "Mona Nilsson (S) (Ordförande)", "Tor Hagen (SD) §§ 112–113", "",
        "*Tjänstgörande ersättare*", "Kaj Lind (SD) § 114 tjänstgör för Tor Hagen (SD)", "Ann Holm (L) tjänstgör för Per Dal (L)",
    ]  # fmt: skip
    pages: list[list[Row]] = [
        ["*§ 112 Dagordning*", "SN-2023-40", "", "*Beslut*", "Dagordningen godkänns med tillägget att ärende 9 utgår."],
        [
            "*§ 113 Yttrande över motion*", "SN-2023-61", "", "*Beslut*",
            "Socialnämnden föreslår kommunstyrelsen att avslå motionen.", "", "*Voteringsresultat*",
            "Ja: 2 (Mona Nilsson (S), Ann Holm (L))", "Nej: 1 (Tor Hagen (SD))",
        ],
        [
            "*§ 114 Föreningsbidrag 2024*", "SN-2023-70", "", "*Beslut*",
            "Socialnämnden beslutar att fördela föreningsbidrag för 2024:",
            "Kvinnojouren Ljuset                      450 000 kr", "Föreningen Vändpunkten                   120 000 kr",
        ],
        ["*Bilaga 1*", "Reservation av Tor Hagen (SD)", "1. Fler sommarjobb behövs", "2. Kommunen har råd"],
    ]  # fmt: skip
    header: list[Row] = ["*Socialnämnden*                  Protokoll 2023-09-20                  {page} ({pages})"]
    meeting, decisions = read(pdf([cover, *pages], header=header))
    assert [(one.paragraph, [part.kind for part in one.parts]) for one in meeting.paragraphs] == [
        ("112", ["decision"]),
        ("113", ["decision", "vote"]),
        ("114", ["decision"]),
    ]
    assert [(one.paragraph, one.kind, one.amount) for one in decisions] == [
        ("112", "approve", None),
        ("113", "propose", None),
        ("114", "grant", 450000),
        ("114", "grant", 120000),
    ]
    (vote,) = meeting.paragraphs[1].votes
    assert [(one.name, one.ballot) for one in vote.ballots] == [("Mona Nilsson", "yes"), ("Ann Holm", "yes"), ("Tor Hagen", "no")]
    assert [(one.name, one.deciding, one.substitute_for, one.paragraphs) for one in meeting.attendance] == [
        ("Mona Nilsson", True, None, None),
        ("Tor Hagen", True, None, "112-113"),
        ("Kaj Lind", True, "Tor Hagen", "114"),
        ("Ann Holm", True, "Per Dal", None),
    ]
