"""A paragraph of minutes with what it holds: its parts, votes, reservations, and the papers and recipients it lists."""

from __future__ import annotations

from typing import Literal

from schemas.place import Box
from schemas.record import Record

PartKind = Literal[
    "background",
    "proposal",
    "course",
    "vote",
    "decision",
    "propose",
    "reservation",
    "note",
    "disqualification",
    "adjournment",
    "documents",
    "annexes",
    "sent",
    "end",
]
"""`background`: what leads to the matter; `proposal`: motions and proposals; `course`: how it was put to the meeting; `vote`;
`decision`; `propose`: a proposal to a higher body; `reservation`; `note`: something noted in the minutes; `disqualification`:
jäv; `adjournment`; `documents`: the papers it rests on; `annexes`; `sent`: who gets the decision; `end`: adjusted at
once, appeal."""
ReservationKind = Literal["reservation", "note", "special_opinion", "disqualification", "abstention"]
BallotValue = Literal["yes", "no", "abstain", "absent"]
ItemKind = Literal["document", "annex", "recipient"]


class ParagraphPart(Record):
    """A part of a paragraph under one label, or the text before the first label."""

    position: int
    """Order within the paragraph, from 0."""
    kind: PartKind
    """What it is."""
    title: str = ""
    """The label as printed (`Beslutsgång`); empty before the first."""
    text: str = ""
    """Its text, without what a page break put inside; a line for each paragraph or point."""
    page: int
    """Page that it begins on, from 1."""
    box: Box
    """Its box on that page."""


class ParagraphItem(Record):
    """A paper that a decision rests on, an annex, or somebody who gets the decision."""

    position: int
    """Order within the paragraph, from 0."""
    kind: ItemKind
    """`document` (Beslutsunderlag), `annex` (Bilaga) or `recipient` (Beslutet skickas till)."""
    text: str
    """As printed, without its bullet."""
    reference: str | None = None
    """Registry number, or the paragraph and body of an earlier decision (`§ 68 KSAU`)."""
    page: int
    """Page, from 1."""
    box: Box
    """Its box."""


class Reservation(Record):
    """A person who had something of his own put on record: a reservation, a note, disqualification, no part in the decision."""

    position: int
    """Order within the paragraph, from 0."""
    kind: ReservationKind
    """`reservation`, `note` (protokollsanteckning), `special_opinion` (särskilt yttrande), `disqualification` (jäv) or
    `abstention` (deltar inte i beslutet)."""
    name: str
    """As printed."""
    party: str | None = None
    """As printed in brackets."""
    text: str
    """The sentence that says so."""
    page: int
    """Page, from 1."""
    box: Box
    """Its box."""


class Ballot(Record):
    """How a person voted."""

    position: int
    """Order in the list, from 0."""
    name: str
    """As printed."""
    party: str | None = None
    """As printed."""
    ballot: BallotValue
    """`yes`, `no`, `abstain` or `absent`."""


class Vote(Record):
    """A vote that was counted."""

    vote_id: str
    """Stable id."""
    position: int
    """Order within the paragraph, from 0."""
    text: str
    """The words that state the result."""
    yes_means: str | None = None
    """What a yes stood for."""
    no_means: str | None = None
    """What a no stood for."""
    yes: int | None = None
    """Votes for, as stated; counted from the list where none is stated."""
    no: int | None = None
    """Votes against."""
    abstain: int | None = None
    """Present and not voting."""
    absent: int | None = None
    """Absent, as stated."""
    ballots: tuple[Ballot, ...] = ()
    """Who voted how, where the minutes list it."""
    page: int
    """Page, from 1."""
    box: Box
    """Box of the result."""


class MinutesParagraph(Record):
    """A numbered paragraph of minutes."""

    position: int
    """Order in the minutes, from 0."""
    paragraph: str
    """`51`; kept as text since some bodies print `51 a`."""
    heading: str = ""
    """Its heading."""
    reference: str | None = None
    """Registry number (dnr)."""
    agenda_heading: str | None = None
    """What the agenda calls it; None where the agenda does not have it, or there is none."""
    adjusted_at_once: bool = False
    """True where it says that the paragraph is (or was) adjusted at once."""
    page: int
    """Page of its heading, from 1."""
    page_last: int
    """Page that it ends on."""
    box: Box
    """Box of its heading."""
    parts: tuple[ParagraphPart, ...] = ()
    """Its parts in order."""
    items: tuple[ParagraphItem, ...] = ()
    """Papers, annexes and recipients that it lists."""
    reservations: tuple[Reservation, ...] = ()
    """Reservations, notes, disqualifications."""
    votes: tuple[Vote, ...] = ()
    """Votes that were counted."""
