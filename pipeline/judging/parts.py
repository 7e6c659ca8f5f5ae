"""An archive in parts, one for each body: nothing that rules hold against one another stands in two of them."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.archive import Archive, ArchiveDocument


def parts_of(archive: Archive) -> Iterator[Archive]:
    """Yield one archive per body, sorted; documents without a body are one part, an older edition stands with the newer."""
    owner = {document.document_id: document.entity_id or "" for document in archive.documents}
    parts: dict[str, list[ArchiveDocument]] = {}
    for document in archive.documents:
        body = owner.get(document.superseded_by or "", owner[document.document_id])
        parts.setdefault(body, []).append(document)
    for _, documents in sorted(parts.items()):
        names = {figure.subject for document in documents for figure in document.figures if figure.subject}
        subjects = tuple(match for match in archive.subjects if match.subject in names)
        yield Archive(documents=tuple(documents), subjects=subjects)
