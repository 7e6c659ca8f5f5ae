"""A paragraph to its sections, and which of them hold what this meeting decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.folding import fold
from extractors.minutes.labels import read_label
from extractors.minutes.parts import Piece, Section, SectionKind
from extractors.page.lines import is_bold

_LOWER = re.compile(r"utskott(?:ets?)?\b|beredning(?:ens?)?\b|presidi(?:um|ets?)\b")
_SAID = re.compile(r"\b(?:föreslår|föreslog|besluta[rd]?e?|beslöt)\b")
"""A label that is a sentence; right below `Förslag till beslut` it is what is proposed."""
_SHORT = 70
"""Characters of a heading that ends a decision."""
_OWNER = re.compile(
    r"^(?P<owner>[\w\såäö-]*?(?:styrelsen|nämnden|utskottet|fullmäktige|direktionen|beredningen|"
    r"presidiet))s?\s(?:beslut|förslag)",
    re.IGNORECASE,
)


def sections_of(pieces: Sequence[Piece], body: str | None) -> tuple[Section, ...]:
    """Return the sections of a paragraph in order.

    Args:
        pieces: the text of a paragraph after its heading.
        body: the organ that met; decisions under the name of one of its committees are quotes.
    """
    sections: list[Section] = []
    kind: SectionKind = "background"
    head: Piece | None = None
    held: list[Piece] = []
    for index, piece in enumerate(pieces):
        found = _label(pieces, index) or ("documents" if kind == "decision" and held and _is_heading(piece, held[0]) else None)
        if found is None:
            held.append(piece)
            continue
        sections.append(_section(kind, head, held))
        kind, head, held = _in_context(found, piece.text, sections, body), piece, []
    sections.append(_section(kind, head, held))
    return tuple(section for section in sections if section.pieces or section.title)


def _section(kind: SectionKind, head: Piece | None, pieces: Sequence[Piece]) -> Section:
    return Section(kind=kind, title=head.text if head else "", head=head, pieces=tuple(pieces))


def _label(pieces: Sequence[Piece], index: int) -> SectionKind | None:
    piece = pieces[index]
    if len(piece.lines) > 2 or piece.block.kind == "list_item":  # noqa: PLR2004 -- a label wraps once at most
        return None
    found = read_label(piece.text)
    if found not in {"decision", "propose"}:
        return found
    if index > 0 and _SAID.search(piece.text) and read_label(pieces[index - 1].text) == "proposal":
        return None
    if piece.text.rstrip(" :").lower().endswith(("att", "beslutar", "beslutade", "beslöt")):
        before = next((read_label(earlier.text) for earlier in reversed(pieces[:index]) if read_label(earlier.text)), None)
        return None if before == "decision" and not is_bold(piece.lines[0]) else found
    return found


def _is_heading(piece: Piece, first: Piece) -> bool:
    """Tell whether a piece under a decision is a bold heading of what follows it, e.g. of a list of delegated decisions."""
    if not is_bold(piece.lines[0]) or is_bold(first.lines[0]):
        return False
    return piece.block.kind == "heading" and not piece.text.endswith((".", ":", ",")) and len(piece.text) < _SHORT


def _in_context(found: SectionKind, title: str, before: Sequence[Section], body: str | None) -> SectionKind:
    """Say what a label means here: a proposal to a higher body comes after a decision, a lower body's decision is a quote."""
    decided = any(section.kind in {"decision", "propose"} for section in before)
    if found == "propose" and title.lower().startswith("förslag till beslut i") and not decided:
        return "proposal"
    if found == "decision" and _is_quote(title, body):
        return "background"
    if found == "proposal" and _owner(title) and decided and before[-1].kind == "decision" and not before[-1].pieces:
        return "propose"
    return found


def _is_quote(title: str, body: str | None) -> bool:
    """Tell whether a heading names the decision of a committee below the body that met."""
    return _LOWER.search(fold(title)) is not None and not _LOWER.search(fold(body or ""))


def _owner(title: str) -> str | None:
    match = _OWNER.match(title)
    return match["owner"] if match else None
