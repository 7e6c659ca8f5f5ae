"""An archive in parts, one for each body: nothing that rules hold against one another stands in two of them."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.archive import Archive


def parts_of(archive: Archive) -> Iterator[Archive]:
    """Yield one archive per body, sorted; documents without a body are one part, an older edition stands with the newer.

    Of a packed archive one part is unpacked at a time.
    """
    owner: dict[str, str] = {}
    newer: list[str] = []
    for document in archive.documents:
        owner[document.document_id] = document.entity_id or ""
        newer.append(document.superseded_by or document.document_id)
    parts: dict[str, list[int]] = {}
    for index, (own, new) in enumerate(zip(list(owner), newer, strict=True)):
        parts.setdefault(owner.get(new, owner[own]), []).append(index)
    for _, indexes in sorted(parts.items()):
        documents = [archive.documents[index] for index in indexes]
        names = {figure.subject for document in documents for figure in document.figures if figure.subject}
        subjects = tuple(match for match in archive.subjects if match.subject in names)
        yield Archive(documents=tuple(documents), subjects=subjects)
