"""The tables of what minutes hold: meetings, who was there, paragraphs with their parts, votes, reservations, decisions."""

from __future__ import annotations

from pipeline.warehouse.columns import (
    BOX,
    DOCUMENT,
    ENTITY,
    KNOWN_FROM,
    PAGE,
    SUBJECT,
    YEAR,
    date,
    flag,
    integer,
    money,
    text,
    time,
)
from pipeline.warehouse.shape import Table

_MEETING = text("meeting_id", "The meeting.")
_PARAGRAPH = text("paragraph", "Number of the paragraph, `51` or `51 a`.")
_ORDER = integer("position", "Order within the paragraph, from 0.")

MEETINGS = Table(
    name="meetings",
    row="a meeting",
    key=("meeting_id",),
    columns=(
        text("meeting_id", "Stable id."),
        DOCUMENT,
        ENTITY,
        text("body", "The organ that met."),
        date("meeting_date", "First day of the meeting."),
        time("start_time", "When it began."),
        time("end_time", "When it ended."),
        text("place", "Where."),
        text("chair", "Ordförande."),
        text("secretary", "Sekreterare."),
        text("adjusters", "Justerare, joined by `, `."),
        integer("paragraph_first", "First paragraph that the cover claims."),
        integer("paragraph_last", "Last paragraph that the cover claims."),
        date("next_meeting_date", "Announced next meeting."),
        text("next_meeting_place", "Its place."),
        date("previous_minutes_date", "Date of the minutes referred to as previous."),
        flag("is_extract", "Whether the file is an extract of some paragraphs only."),
        text("adjournments", "Adjournments as `16:48-16:53`, joined by `, `."),
        date("adjusted_date", "Day on which the minutes were (or are to be) adjusted."),
        text("adjusted_place", "Where they were adjusted."),
        date("notice_posted", "Day on which the adjustment was announced (anslag)."),
        date("notice_removed", "Day on which the announcement was taken down."),
        text("notice_place", "Where it was announced."),
        text("kept_at", "Where the minutes are kept (förvaringsplats)."),
        text("signature_hash", "Checksum or transaction number of a signing stamp."),
        integer("pages_claimed", "The y of `sida x av y`."),
        KNOWN_FROM,
    ),
)

ATTENDANCE = Table(
    name="attendance",
    row="a person at a meeting",
    key=("meeting_id", "position"),
    columns=(
        _MEETING,
        integer("position", "Order in the list, from 0."),
        text("name", "As printed, repaired."),
        text("organisation", "Who appointed the person, or the party."),
        text("role", "ordförande, ledamot, ersättare, sekreterare, ..."),
        flag("present", "NULL when the document does not say."),
        flag("deciding", "Whether the person took part in the decisions."),
        text("note", "E.g. `§§ 94-98`."),
        text("party", "The party, where one is printed."),
        text("substitute_for", "Whom the person stood in for."),
        text("paragraphs", "Paragraphs that the person was there for, `94-98, 101`; NULL where nothing is said."),
        integer("page", "Page, counted from 1."),
        *BOX,
    ),
)

PARAGRAPHS = Table(
    name="paragraphs",
    row="a numbered paragraph of minutes",
    key=("meeting_id", "position"),
    columns=(
        _MEETING,
        integer("position", "Order in the minutes, from 0."),
        DOCUMENT,
        _PARAGRAPH,
        text("heading", "Its heading."),
        text("reference", "Registry number (dnr)."),
        text("agenda_heading", "What the agenda calls it; NULL where the agenda does not have it."),
        flag("adjusted_at_once", "Whether it was adjusted at once (omedelbar justering)."),
        PAGE,
        *BOX,
        integer("page_last", "Page that it ends on."),
    ),
)

PARAGRAPH_PARTS = Table(
    name="paragraph_parts",
    row="a part of a paragraph under one label",
    key=("meeting_id", "paragraph", "position"),
    columns=(
        _MEETING,
        _PARAGRAPH,
        _ORDER,
        DOCUMENT,
        text(
            "kind",
            "background, proposal, course, vote, decision, propose, reservation, note, disqualification, adjournment,"
            " documents, annexes, sent or end.",
            required=True,
        ),
        text("title", "The label as printed; empty before the first."),
        text("text", "Its text, a line for each paragraph or point."),
        PAGE,
        *BOX,
    ),
)

PARAGRAPH_ITEMS = Table(
    name="paragraph_items",
    row="a paper that a decision rests on, an annex, or somebody who gets the decision",
    key=("meeting_id", "paragraph", "position"),
    columns=(
        _MEETING,
        _PARAGRAPH,
        _ORDER,
        DOCUMENT,
        text("kind", "document (beslutsunderlag), annex (bilaga) or recipient (beslutet skickas till).", required=True),
        text("text", "As printed."),
        text("reference", "Registry number, or paragraph and body of an earlier decision."),
        PAGE,
        *BOX,
    ),
)

RESERVATIONS = Table(
    name="reservations",
    row="a person who had something of his own put on record",
    key=("meeting_id", "paragraph", "position"),
    columns=(
        _MEETING,
        _PARAGRAPH,
        _ORDER,
        DOCUMENT,
        text(
            "kind",
            "reservation, note (protokollsanteckning), special_opinion (särskilt yttrande), disqualification (jäv) or"
            " abstention (deltar inte i beslutet).",
            required=True,
        ),
        text("name", "As printed."),
        text("party", "As printed in brackets."),
        text("text", "The sentence that says so."),
        PAGE,
        *BOX,
    ),
)

VOTES = Table(
    name="votes",
    row="a vote that was counted",
    key=("vote_id",),
    columns=(
        text("vote_id", "Stable id."),
        DOCUMENT,
        _MEETING,
        _PARAGRAPH,
        _ORDER,
        text("text", "The words that state the result."),
        text("yes_means", "What a yes stood for."),
        text("no_means", "What a no stood for."),
        integer("yes", "Votes for: as stated, or counted from the list."),
        integer("no", "Votes against."),
        integer("abstain", "Present and not voting."),
        integer("absent", "Absent."),
        PAGE,
        *BOX,
    ),
)

BALLOTS = Table(
    name="ballots",
    row="how a person voted",
    key=("vote_id", "position"),
    columns=(
        text("vote_id", "The vote."),
        integer("position", "Order in the list, from 0."),
        DOCUMENT,
        text("name", "As printed."),
        text("party", "As printed."),
        text("ballot", "yes, no, abstain or absent.", required=True),
    ),
)

DECISIONS = Table(
    name="decisions",
    row="one point decided",
    key=("decision_id",),
    columns=(
        text("decision_id", "Stable id."),
        DOCUMENT,
        _MEETING,
        date("meeting_date", "Its date."),
        _PARAGRAPH,
        text("heading", "Its heading."),
        integer("point_index", "Order within the paragraph, from 0."),
        text("text", "The decided point."),
        text("background", "The text of the paragraph before the decision."),
        text("kind", "approve, grant, reject, remit, postpone, note, appoint, adopt, delegate, propose or other."),
        money("amount", "An amount granted or decided, multiplied out."),
        SUBJECT,
        YEAR,
        text("reference", "Registry number or earlier decision."),
        PAGE,
        *BOX,
        text("responsible", "Who is to carry it out."),
        text("earlier_decisions", "Earlier decisions that the point names, joined by `; `."),
        text("laws", "Laws that the point names, joined by `; `."),
        KNOWN_FROM,
    ),
)

OF_MINUTES = (
    MEETINGS,
    ATTENDANCE,
    PARAGRAPHS,
    PARAGRAPH_PARTS,
    PARAGRAPH_ITEMS,
    RESERVATIONS,
    VOTES,
    BALLOTS,
    DECISIONS,
)
"""All of them; `meetings` stands before `attendance`, which is found through it."""
