"""Bodies of embedded files: an annex that does not surely name a body of its own is its parent's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.matching.outline import Outline
from schemas.document import Body, Classification, Extraction

EVIDENCE = "body: from the document that embeds it"
"""What the classification of such a document says."""


def with_inherited_bodies(outlines: Sequence[Outline]) -> list[Outline]:
    """Return the outlines; an embedded file without a sure body has that of the documents that embed it.

    A file that documents of different bodies embed stays as it was, and so does its year: nothing is guessed.
    """
    by_id = {one.document_id: one for one in outlines}
    parents: dict[str, list[str]] = defaultdict(list)
    for one in outlines:
        for child in one.embedded:
            if child in by_id and child != one.document_id:
                parents[child].append(one.document_id)
    return [_with_body(one, _inherited(one.document_id, by_id, parents, frozenset())) for one in outlines]


def _inherited(
    document_id: str, by_id: Mapping[str, Outline], parents: Mapping[str, Sequence[str]], seen: frozenset[str]
) -> Body | None:
    """Return the body that a document gets from those that embed it, near or far; None where it keeps its own."""
    told = by_id[document_id].classification
    if document_id in seen or (told.body is not None and not told.body_in_passing):
        return None
    found = []
    for parent in parents.get(document_id, ()):
        own = by_id[parent].classification.body
        found.append(_inherited(parent, by_id, parents, seen | {document_id}) or own)
    bodies = {body.entity_id: body for body in found if body is not None}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _with_body(outline: Outline, body: Body | None) -> Outline:
    told = outline.classification
    if body is None or (told.body is not None and told.body.entity_id == body.entity_id):
        return outline
    told = told.model_copy(update={"body": body, "body_in_passing": False, "evidence": (*told.evidence, EVIDENCE)})
    return outline.model_copy(update={"classification": told})


def as_classified(extraction: Extraction, told: Classification) -> Extraction:
    """Return an extraction as the archive classifies it; where a body is known, no problem says that none is."""
    problems = tuple(one for one in extraction.problems if told.body is None or one.code != "body.none")
    return extraction.model_copy(update={"classification": told, "problems": problems})
