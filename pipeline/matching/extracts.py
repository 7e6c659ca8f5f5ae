"""Extracts of minutes: a file with some paragraphs only is tied to the whole minutes that hold the same paragraphs.

The same organ on the same day and the same numbers with the same registry number or heading make it so, however it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from pipeline.matching.bodies import name_key
from schemas.document import Extraction
from schemas.meeting import Meeting
from schemas.paragraph import MinutesParagraph

SAME_HEADING = 85
"""Likeness of headings, of 100, from which they are one."""


SAME_PARAGRAPH = 85
"""Likeness of the texts of paragraphs, of 100, from which they are one whatever body is named."""


LEAST_TEXT = 40
"""Characters of the shortest paragraph whose text tells it from others."""


def find_extracts(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return, for each extract, the document that counts instead: the whole minutes, or an extract that holds as much.

    The documents of one meeting are looked at together, whatever the archive is.
    """
    by_meeting: dict[tuple[object, ...], list[tuple[int, int]]] = defaultdict(list)
    with_extract: set[tuple[object, ...]] = set()
    for index, extraction in enumerate(extractions):
        for position, meeting in enumerate(extraction.meetings):
            if meeting.meeting_date is not None and meeting.body and meeting.paragraphs:
                key: tuple[object, ...] = (meeting.meeting_date, name_key(meeting.body))
                by_meeting[key].append((index, position))
                with_extract.update([key] if meeting.is_extract else [])
    found: dict[str, str] = {}
    for key, places in by_meeting.items():
        if key in with_extract:
            documents = {index: extractions[index] for index, _ in places}
            found.update(_tied([(documents[index], documents[index].meetings[position]) for index, position in places]))
    return found


def _tied(told: list[tuple[Extraction, Meeting]]) -> Iterator[tuple[str, str]]:
    """Yield (extract, what counts) among the documents of one meeting of one organ."""
    ordered = sorted(told, key=lambda pair: (pair[1].is_extract, -len(pair[1].paragraphs), pair[0].document_id))
    for index, (extraction, meeting) in enumerate(ordered):
        if not meeting.is_extract:
            continue
        whole = next(
            (
                other
                for other, held in ordered[:index]
                if _holds(held, meeting) and (_same_body(extraction, other) or _same_text(held, meeting))
            ),
            None,
        )
        if whole is not None and whole.document_id != extraction.document_id:
            yield extraction.document_id, whole.document_id


def _same_body(one: Extraction, two: Extraction) -> bool:
    """Tell whether two documents may be of one body; an extract often names its organ alone, without the municipality."""
    mine, theirs = one.classification.body, two.classification.body
    if mine is None or theirs is None or mine.entity_id == theirs.entity_id:
        return True
    short, long = sorted((mine.entity_id, theirs.entity_id), key=len)
    return long.endswith(short) or set(name_key(mine.name)) <= set(name_key(theirs.name))


def _holds(whole: Meeting, extract: Meeting) -> bool:
    """Tell whether minutes hold every paragraph of an extract."""
    paragraphs = {paragraph.paragraph: paragraph for paragraph in whole.paragraphs}
    return all(
        (other := paragraphs.get(paragraph.paragraph)) is not None and _same(paragraph, other) for paragraph in extract.paragraphs
    )


def _same_text(whole: Meeting, extract: Meeting) -> bool:
    """Tell whether the paragraphs of an extract read the same in the minutes: a misread logo names another body."""
    texts = {paragraph.paragraph: _text(paragraph) for paragraph in whole.paragraphs}
    return all(
        len(_text(paragraph)) >= LEAST_TEXT and ratio(_text(paragraph), texts[paragraph.paragraph]) >= SAME_PARAGRAPH
        for paragraph in extract.paragraphs
    )


def _text(paragraph: MinutesParagraph) -> str:
    return " ".join([paragraph.heading, *(part.text for part in paragraph.parts)]).casefold()


def _same(one: MinutesParagraph, two: MinutesParagraph) -> bool:
    if one.reference and two.reference and one.reference.casefold() == two.reference.casefold():
        return True
    return ratio(one.heading.casefold(), two.heading.casefold()) >= SAME_HEADING
