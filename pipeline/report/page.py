"""Write the report page: one HTML file that needs no network, with the pictures inside."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Protocol, runtime_checkable

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from pipeline.load import Warehouse
from pipeline.report.changes import CHANGES, words_for
from pipeline.report.content import SEVERITIES, VERDICTS, FoundThing, read_content
from pipeline.report.crops import Crop
from pipeline.report.places import PageSize, View, views
from pipeline.report.texts import Language, amount, number, text, unbroken
from schemas.coverage import reason_in_words
from schemas.place import Box

MOST_PICTURES = 400
"""The worst findings come first and get theirs; later ones are described in words."""
MOST_REPAIRS = 100
"""Repairs listed per document; the rest is counted."""
MOST_CHANGES = 200
"""Changes listed; the rest is counted."""
FEW_CHANGES = 20
"""So many are shown at once; more are folded away."""


@dataclass
class Picture:
    """A part of a page, ready to be shown."""

    view: View
    """What it shows."""
    source: str | None
    """A data URI, or None where there is no picture."""


@runtime_checkable
class Prepares(Protocol):
    """A `Crop` that draws faster when it knows beforehand what will be asked for."""

    def prepare(self, parts: Iterable[tuple[str, int, Box]]) -> None:
        """Draw parts of pages."""


class Pictures:
    """Makes pictures of views, each part of a page once, up to a number."""

    def __init__(self, crop: Crop | None, most: int = MOST_PICTURES, wanted: Iterable[View] = ()) -> None:
        if isinstance(crop, Prepares):
            parts = dict.fromkeys((view.document_id, view.page, view.region) for view in wanted)
            crop.prepare(islice(parts, most))
        self._most = most
        self._made = 0
        self._crop = cache(crop) if crop is not None else None

    def of(self, finding: FoundThing, sizes: dict[tuple[str, int], PageSize]) -> list[Picture]:
        """Return the pictures of a finding."""
        return [Picture(view, self._source(view)) for view in views_of(finding, sizes)]

    def _source(self, view: View) -> str | None:
        if self._crop is None or self._made >= self._most:
            return None
        data = self._crop(view.document_id, view.page, view.region)
        if data is None:
            return None
        self._made += 1
        kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def views_of(finding: FoundThing, sizes: dict[tuple[str, int], PageSize]) -> list[View]:
    """Return the parts of pages that a finding shows."""
    return views((place.spot for place in finding.places), sizes)


def write_report(warehouse: Warehouse, target: Path, *, crop: Crop | None = None, language: Language = "sv") -> Path:
    """Write the page to `target` and return it.

    Args:
        warehouse: where everything is read from.
        target: the HTML file; its folder is made.
        crop: draws parts of pages (`PdfCrops`); without it the findings are described in words only.
        language: of all texts.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(render(warehouse, crop=crop, language=language), encoding="utf-8")
    return target


def render(warehouse: Warehouse, *, crop: Crop | None = None, language: Language = "sv") -> str:
    """Return the page as HTML."""
    content = read_content(warehouse)
    pictures = Pictures(crop, wanted=(view for finding in content.findings for view in views_of(finding, content.sizes)))
    return _template(language).render(
        language=language,
        content=content,
        file_names={document["document_id"]: document["file_name"] for document in content.documents},
        pictures={finding.row["finding_id"]: pictures.of(finding, content.sizes) for finding in content.findings},
        rules=sorted({finding.row["rule"] for finding in content.findings}),
        severities=SEVERITIES,
        verdicts=VERDICTS,
        most_repairs=MOST_REPAIRS,
        most_changes=MOST_CHANGES,
        few_changes=FEW_CHANGES,
        kinds_of_change=CHANGES,
        **words_for(content.changes, content.messages(language), language),
        style=Markup(_file("report.css")),  # noqa: S704  our own file
        script=Markup(_file("report.js")),  # noqa: S704  our own file
    )


def _template(language: Language) -> Template:
    environment = Environment(
        loader=DictLoader({"report.html": _file("report.html")}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["t"] = partial(text, language=language)
    environment.globals["number"] = partial(number, language=language)
    environment.globals["amount"] = partial(amount, language=language)
    environment.globals["describe"] = partial(_describe, language=language)
    environment.globals["why"] = partial(reason_in_words, language=language)
    environment.filters["unbroken"] = unbroken
    environment.filters["breakable"] = _breakable
    return environment.get_template("report.html")


def _breakable(path: str) -> Markup:
    """Return a file name or path that may be broken after its separators, and nowhere else."""
    return Markup(re.sub(r"([_/!-])", r"\1<wbr>", str(escape(path))))  # noqa: S704  escaped before


def _describe(view: View, file_name: str, language: Language) -> str:
    """Say in words what a picture shows, for those who do not see it."""
    if not view.spots:
        shown: Sequence[str] = [text("column_heads", language)]
    else:
        roles = {True: text("accused", language), False: text("other_evidence", language)}
        shown = [f"{roles[spot.accused]}: {spot.caption}" for spot in view.spots]
    return f"{text('crop_of', language)} {file_name}, {text('page', language)} {view.page}. {'; '.join(shown)}"


@cache
def _file(name: str) -> str:
    return resources.files("pipeline.report").joinpath(name).read_text(encoding="utf-8")
