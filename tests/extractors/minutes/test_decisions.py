"""Decided points in the forms that minutes print them."""

from __future__ import annotations

from decimal import Decimal

from tests.extractors.minutes.minutes_of import points, read


def test_att_satser_below_a_lead_are_points_of_their_own() -> None:
    assert points(
        """
        § 12 Budget för nästa år

        Ärendebeskrivning
        Chefen har lagt fram ett förslag till budget.

        Beslut
        Styrelsen beslutar
        att godkänna budgeten för 2026,
        att bevilja projektet Vägen In 250 000 kronor för år
        2026, samt
        att uppdra åt chefen att teckna avtal.
        """,
        bold=("§ 12", "Beslut", "Ärendebeskrivning"),
    ) == [
        ("12", "approve", "att godkänna budgeten för 2026"),
        ("12", "grant", "att bevilja projektet Vägen In 250 000 kronor för år 2026"),
        ("12", "delegate", "att uppdra åt chefen att teckna avtal."),
    ]


def test_bullets_with_and_without_space_lose_their_mark() -> None:
    assert [
        text
        for _, _, text in points(
            """
            § 3 Rapport

            Chefen berättar om höstens arbete.

            Beslut
            - Att rapporten läggs till handlingarna.
            -Att nästa rapport lämnas i maj.
            """,
            bold=("§ 3", "Beslut"),
        )
    ] == ["Att rapporten läggs till handlingarna.", "Att nästa rapport lämnas i maj."]


def test_a_proposal_in_the_background_is_no_decision() -> None:
    assert points(
        """
        § 7 Yttrande

        Förslag till beslut
        Nämnden föreslås avslå ansökan.

        Yrkanden
        Anna Ek (S) yrkar att ärendet bordläggs.

        Beslutsgång
        Ordföranden ställer förslagen mot varandra.

        Beslut
        Ansökan avslås.

        Reservation
        Bo Alm (M) reserverar sig mot beslutet.
        """,
        bold=("§ 7", "Förslag", "Yrkanden", "Beslut", "Reservation"),
    ) == [("7", "reject", "Ansökan avslås.")]


def test_a_proposal_to_the_assembly_below_a_decision_is_proposed() -> None:
    assert points(
        """
        § 8 Taxa

        Beslut
        Nämnden godkänner förslaget.

        Förslag till beslut i kommunfullmäktige
        1. Taxan antas.
        2. Den gamla taxan upphör.

        Beslutsunderlag
        • § 4 AU Taxa
        """,
        bold=("§ 8", "Beslut", "Förslag"),
    ) == [
        ("8", "approve", "Nämnden godkänner förslaget."),
        ("8", "propose", "Taxan antas."),
        ("8", "propose", "Den gamla taxan upphör."),
    ]


def test_own_decision_and_proposal_of_a_board() -> None:
    assert points(
        """
        Ks § 94 Lån

        Kommunstyrelsen beslutar för egen del
        att ge ekonomichefen i uppdrag att följa räntan.

        Kommunstyrelsen föreslår kommunfullmäktige besluta
        att ta upp ett lån på 3 mnkr.
        """,
        bold=("§ 94", "Kommunstyrelsen"),
    ) == [
        ("94", "delegate", "att ge ekonomichefen i uppdrag att följa räntan."),
        ("94", "propose", "att ta upp ett lån på 3 mnkr."),
    ]


def test_a_point_goes_on_over_a_page_break_with_header_and_footer() -> None:
    header, footer = "Styrelsen           Protokoll           2025-09-22", "Justerandes signatur          Utdragsbestyrkande"
    first = "\n".join(
        [header, "", "§ 5 Avtal", "", "Beslut", "Att avtalet med kommunen förlängs till och med", *[""] * 48, footer]
    )
    second = "\n".join([header, "", "den sista december 2027.", "", "§ 6 Övrigt", "", "Inget.", *[""] * 47, footer])
    third = "\n".join([header, "", "§ 7 Avslut", "", "Mötet avslutas.", *[""] * 49, footer])
    decisions = read(first, second, third, bold=("§", "Beslut"))[1]
    assert [(d.text, d.page) for d in decisions] == [
        ("Att avtalet med kommunen förlängs till och med den sista december 2027.", 1)
    ]


def test_minutes_without_labels_give_what_the_meeting_decides() -> None:
    assert [
        text
        for _, _, text in points(
            """
            § 2 Dagordning

            Dagordningen godkändes.

            § 3 Information

            Chefen berättade om läget på kontoret under våren.

            § 4 Bidrag

            Styrelsen beslutade att avslå ansökan.
            """,
            bold=("§",),
        )
    ] == ["Dagordningen godkändes.", "Styrelsen beslutade att avslå ansökan."]


def test_amount_year_and_reference_of_a_granted_point() -> None:
    _, (decision,) = read(
        """
        § 9  Dnr 2025/41
        Medel till mötesplatsen

        Beslut
        Att bevilja 1,2 mnkr till mötesplatsen under 2026.
        """,
        bold=("§ 9", "Medel", "Beslut"),
    )
    assert decision.amount == Decimal(1200000)
    assert (decision.fiscal_year, decision.reference, decision.subject) == (2026, "2025/41", "Medel till mötesplatsen")
    assert (decision.kind, decision.page) == ("grant", 1)


def test_labels_in_the_margin() -> None:
    assert points(
        """
        § 21                Val av justerare

        Ärendet             En person ska justera protokollet.

        Beslut              Styrelsen utser Eva Ek att justera.

        § 22                Information

        Ärendet             Chefen informerar.
        """,
        bold=(),
    ) == [("21", "appoint", "Styrelsen utser Eva Ek att justera.")]


def test_beslut_with_colon_on_the_same_line() -> None:
    assert points(
        """
        § 4 Mötesplan

        Förslaget delades ut före mötet.

        Beslut: Planen fastställs.
        """,
        bold=("§ 4",),
    ) == [("4", "adopt", "Planen fastställs.")]


def test_a_deciding_sentence_at_the_end_of_a_paragraph_without_labels() -> None:
    assert points(
        """
        Styrelsen för Samordningsförbundet Ån

        § 6 Rapport

        Chefen går igenom rapporten och svarar på frågor. Styrelsen beslutar att godkänna rapporten.

        § 7 Läget

        Styrelsen beslutade den 3 mars att pröva saken. Kommunfullmäktige beslutade att vänta.
        """,
        bold=("§",),
    ) == [("6", "approve", "Styrelsen beslutar att godkänna rapporten.")]


def test_assembly_with_vote_disqualification_and_numbers_with_a_year() -> None:
    decisions = read(
        """
        § 16/25
        Motion om belysning
        Dnr KS 2024/311

        Ärendebeskrivning
        Kommunstyrelsen beslutade den 3 februari 2025, § 12, att motionen ska avslås.
        Kommunstyrelsens förslag till beslut
        Motionen avslås.
        Voteringsresultat
        Ja-röster 21, nej-röster 18, avstår 2.
        Kommunfullmäktiges beslut
        Motionen avslås.
        Jäv
        Ulf Berg (L) anmäler jäv.

        § 17/25
        Bidrag
        Beslut
        1. Budgeten för 2026 fastställs.
        2. Följande bidrag beviljas:
           - Ridklubben 50 000 kr
           - Simklubben 75 000 kr
        Paragrafen förklaras omedelbart justerad.
        """,
        bold=("§", "Motion om", "Ärende", "beslut", "Votering", "Jäv", "Bidrag", "Beslut"),
    )[1]
    assert [(d.paragraph, d.heading, d.reference, d.kind, d.text, d.amount) for d in decisions] == [
        ("16", "Motion om belysning", "KS 2024/311", "reject", "Motionen avslås.", None),
        ("17", "Bidrag", None, "adopt", "Budgeten för 2026 fastställs.", None),
        ("17", "Bidrag", None, "grant", "Följande bidrag beviljas: Ridklubben 50 000 kr Simklubben 75 000 kr", None),
    ]


def test_an_extract_ends_at_its_certificate() -> None:
    assert points(
        """
        UTDRAG UR PROTOKOLL

        § 23   Medel till Bron

        Bron har ansökt om medel.

        Styrelsen beslutade

        att bevilja Bron 450 000 kronor

        att följa upp i september

        Rätt utdraget intygas

        Eva Ek
        """,
        bold=("§",),
    ) == [("23", "grant", "att bevilja Bron 450 000 kronor"), ("23", "other", "att följa upp i september")]


def test_lines_that_begin_with_att_below_each_other_are_two_points() -> None:
    assert [
        text
        for _, _, text in points(
            """
            § 5 Ekonomi

            Chefen redovisar utfallet.
            Styrelsen beslutar
            att godkänna rapporten
            att bevilja 300 tkr till Navet under hela nästa år
            """,
            bold=("§",),
        )
    ] == ["att godkänna rapporten", "att bevilja 300 tkr till Navet under hela nästa år"]


def test_the_board_of_a_federation_decides_though_the_title_names_the_federation_alone() -> None:
    assert [
        decision.kind
        for decision in read(
            """
            SAMORDNINGSFÖRBUNDET ÅN                  PROTOKOLL 2/2025

            § 3 Ansökan

            Styrelsen beslutar att bevilja 200 000 kr.
            """,
            bold=("§",),
        )[1]
    ] == ["grant"]
