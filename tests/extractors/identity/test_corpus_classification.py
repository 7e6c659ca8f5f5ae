"""Kind, body, time and pages of real documents, and that no number of theirs is lost. Skipped where the corpus is absent.

The truth was typed from the rendered pages.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.config import Options
from pipeline.document import Tools, process
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.document import Classification, Source
from tests.conservation import faults

CORPUS = Path(os.environ.get("AVSTAM_CORPUS", Path(__file__).parents[4] / "shared" / "corpus")) / "pdf"

TRUTH = (
    # beginning of the file's name (an asterisk stands for anything), kind, body, date of a meeting or year or end of it, pages
    ("alingsas_BMN_2026-05-19_fordjupad", "interim_report", "bygg-miljonamnden", "2026", 2),
    ("alingsas_BMN_2026-05-19_protokoll", "minutes", "alingsas-kommun-bygg-miljonamnden", "2026-05-19", 13),
    ("alingsas_BUN_2018-01-30_protokoll", "minutes", "alingsas-kommun-barn-ungdomsnamnden", "2018-01-30", 18),
    ("alingsas_BUN_2026-05-26_bilaga", "interim_report", "alingsas-kommun-barn-ungdomsnamnden", "2026-04-30", 5),
    ("alingsas_BUN_2026-05-26_protokoll", "minutes", "alingsas-kommun-barn-ungdomsnamnden", "2026-05-26", 22),
    ("alingsas_BUN_2026-05-26_ss20", "minutes", "barn-ungdomsnamnden-arbetsutskott", "2026-05-12", 1),
    ("alingsas_BUN_2026-05-26_ss21", "minutes", "alingsas-kommun-barn-ungdomsnamnden-arbetsutskott", "2026-05-12", 1),
    ("alingsas_KS_2026-06-01_fordjupad", "interim_report", "alingsas-kommun", "2026", 4),
    ("alingsas_KS_2026-06-01_protokoll", "minutes", "alingsas-kommun-kommunstyrelsen", "2026-06-01", 32),
    ("alingsas_KS_2026-06-01_ss22", "minutes", "tekniska-namnden", "2026-04-20", 2),
    ("alingsas_KS_2026-06-01_ss68", "minutes", "alingsas-kommun-kommunstyrelsen-arbetsutskott", "2026-05-20", 1),
    ("alingsas_KS_2026-06-01_ss69", "minutes", "kommunstyrelsen-arbetsutskott", "2026-05-20", 2),
    ("alingsas_KS_2026-06-01_ss71", "minutes", "kommunstyrelsen-arbetsutskott", "2026-05-20", 2),
    ("alingsas_KS_2026-06-01_tjansteskrivelse", "other", "alingsas-kommun", "2026", 2),
    ("alingsas_KS_2026-06-15_samla", "plan", "vastra-gotalandsregionen", "2027", 3),
    ("alingsas_SN_2018-01-23", "interim_report", "alingsas-kommun-socialnamnden", "2017-11-30", 4),
    ("alingsas_TEN_2026-05-18", "minutes", "alingsas-kommun-tekniska-namnden", "2026-05-18", 12),
    ("alingsas_VON_2026-05-18", "minutes", "alingsas-kommun-vard-omsorgsnamnden", "2026-05-18", 19),
    ("goteborg_intraservice", "interim_report", "goteborg-stad-namnden-intraservice", "2026-03-31", 26),
    ("goteborg_revisionsberattelse", "audit_report", "212000-1355", "2024", 53),
    ("riksbanken_protokoll-2016", "minutes", "sveriges-riksbank-direktionen", "2016-01-04", 4),
    ("riksbanken_protokoll-2020", "minutes", "sveriges-riksbank-direktionen", "2020-03-12", 3),
    ("simrishamn_KFN_Bokslut_2025.pdf", "annual_report", "simrishamn-kommun-kultur-fritidsnamnden", "2025-12-31", 37),
    ("simrishamn_KFN_Bokslut_2025_old", "annual_report", "simrishamn-kommun-kultur-fritidsnamnden", "2025-12-31", 37),
)


class Seen(NamedTuple):
    """What a test asks of one document."""

    classification: Classification
    problems: frozenset[str]
    faults: list[str]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    return load_tools(Store(str(tmp_path_factory.mktemp("store"))), Options(ocr="never"))


def _seen(name: str, pages: int, tools: Tools) -> Seen:
    """Process one document without OCR."""
    (path,) = CORPUS.glob(f"{name}*")
    data = path.read_bytes()
    source = Source(document_id=hashlib.sha256(data).hexdigest(), file_name=path.name, source_path=path.name)
    extraction = process(source, data, Options(ocr="never"), tools)
    return Seen(extraction.classification, frozenset(one.code for one in extraction.problems), faults(extraction, pages))


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is absent (AVSTAM_CORPUS)")
@pytest.mark.parametrize(("name", "kind", "body", "when", "pages"), TRUTH, ids=[row[0] for row in TRUTH])
def test_a_real_document_is_known_and_no_page_or_number_is_lost(  # noqa: PLR0913, PLR0917  # the columns of the truth
    name: str, kind: str, body: str, when: str, pages: int, tools: Tools
) -> None:
    classification, _, lost = _seen(name, pages, tools)
    assert classification.kind == kind, classification.scores
    assert classification.body is not None
    assert classification.body.entity_id == body
    times = (classification.meeting_date, classification.period_end, classification.fiscal_year)
    assert when in {str(time) for time in times}
    assert lost == []


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is absent (AVSTAM_CORPUS)")
def test_pages_without_text_are_no_kind_and_say_so(tools: Tools) -> None:
    classification, problems, lost = _seen("alingsas_BMN_2026-05-19_aterrapportering", 11, tools)
    assert classification.kind == "other"
    assert {"kind.none", "body.none"} <= problems
    assert lost == []
