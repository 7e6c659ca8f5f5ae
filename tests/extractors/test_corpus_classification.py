"""Kind, body and time of real documents; the truth was typed from their rendered pages. Skipped where the corpus is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractors.kinds import classify
from extractors.layout import lay_out
from pipeline.read import ReadOptions, read_pdf

CORPUS = Path(os.environ.get("AVSTAM_CORPUS", Path(__file__).parents[3] / "shared" / "corpus")) / "pdf"

TRUTH = (
    # beginning of the file's name (an asterisk stands for anything), kind, body, date of a meeting or year or end of a period
    ("alingsas_BMN_2026-05-19_fordjupad", "interim_report", "bygg-miljonamnden", "2026"),
    ("alingsas_BMN_2026-05-19_protokoll", "minutes", "alingsas-kommun-bygg-miljonamnden", "2026-05-19"),
    ("alingsas_BUN_2018-01-30_protokoll", "minutes", "alingsas-kommun-barn-ungdomsnamnden", "2018-01-30"),
    ("alingsas_BUN_2026-05-26_bilaga", "interim_report", "alingsas-kommun-barn-ungdomsnamnden", "2026-04-30"),
    ("alingsas_BUN_2026-05-26_protokoll", "minutes", "alingsas-kommun-barn-ungdomsnamnden", "2026-05-26"),
    ("alingsas_BUN_2026-05-26_ss20", "minutes", "barn-ungdomsnamnden-arbetsutskott", "2026-05-12"),
    ("alingsas_BUN_2026-05-26_ss21", "minutes", "alingsas-kommun-barn-ungdomsnamnden-arbetsutskott", "2026-05-12"),
    ("alingsas_KS_2026-06-01_fordjupad", "interim_report", "alingsas-kommun", "2026"),
    ("alingsas_KS_2026-06-01_protokoll", "minutes", "alingsas-kommun-kommunstyrelsen", "2026-06-01"),
    ("alingsas_KS_2026-06-01_ss22", "minutes", "tekniska-namnden", "2026-04-20"),
    ("alingsas_KS_2026-06-01_ss68", "minutes", "alingsas-kommun-kommunstyrelsen-arbetsutskott", "2026-05-20"),
    ("alingsas_KS_2026-06-01_ss69", "minutes", "kommunstyrelsen-arbetsutskott", "2026-05-20"),
    ("alingsas_KS_2026-06-01_ss71", "minutes", "kommunstyrelsen-arbetsutskott", "2026-05-20"),
    ("alingsas_KS_2026-06-01_tjansteskrivelse", "other", "alingsas-kommun", "2026"),
    ("alingsas_KS_2026-06-15_samla", "plan", "vastra-gotalandsregionen", "2027"),
    ("alingsas_SN_2018-01-23", "interim_report", "alingsas-kommun-socialnamnden", "2017-11-30"),
    ("alingsas_TEN_2026-05-18", "minutes", "alingsas-kommun-tekniska-namnden", "2026-05-18"),
    ("alingsas_VON_2026-05-18", "minutes", "alingsas-kommun-vard-omsorgsnamnden", "2026-05-18"),
    ("goteborg_intraservice", "interim_report", "goteborg-stad-namnden-intraservice", "2026-03-31"),
    ("goteborg_revisionsberattelse", "audit_report", "212000-1355", "2024"),
    ("riksbanken_protokoll-2016", "minutes", "sveriges-riksbank-direktionen", "2016-01-04"),
    ("riksbanken_protokoll-2020", "minutes", "sveriges-riksbank-direktionen", "2020-03-12"),
    ("simrishamn_KFN_Bokslut_2025.pdf", "annual_report", "simrishamn-kommun-kultur-fritidsnamnden", "2025-12-31"),
    ("simrishamn_KFN_Bokslut_2025_old", "annual_report", "simrishamn-kommun-kultur-fritidsnamnden", "2025-12-31"),
)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is absent (AVSTAM_CORPUS)")
@pytest.mark.parametrize(("name", "kind", "body", "when"), TRUTH, ids=[row[0] for row in TRUTH])
def test_a_real_document_is_known(name: str, kind: str, body: str, when: str) -> None:
    (path,) = CORPUS.glob(f"{name}*")
    reading, _ = read_pdf(path.read_bytes(), path.name, ReadOptions(ocr="never"), None)
    classification, _ = classify(reading, lay_out(reading.pages))
    assert classification.kind == kind, classification.scores
    assert classification.body is not None
    assert classification.body.entity_id == body
    times = (classification.meeting_date, classification.period_end, classification.fiscal_year)
    assert when in {str(time) for time in times}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is absent (AVSTAM_CORPUS)")
def test_pages_without_text_are_no_kind_and_say_so() -> None:
    (path,) = CORPUS.glob("alingsas_BMN_2026-05-19_aterrapportering*")
    reading, _ = read_pdf(path.read_bytes(), path.name, ReadOptions(ocr="never"), None)
    classification, problems = classify(reading, lay_out(reading.pages))
    assert classification.kind == "other"
    assert {problem.code for problem in problems} == {"kind.none", "body.none"}
