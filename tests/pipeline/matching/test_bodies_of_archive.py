"""Whose a document is, as the whole archive sees it: embedded files, names without their diacritics."""

from __future__ import annotations

from itertools import permutations

import pytest

from extractors.folding import slug_of
from pipeline.match import build_archive
from pipeline.matching.inherited import EVIDENCE
from schemas.document import Attachment, Body, Classification, Extraction, Reading
from schemas.problem import Problem

FEDERATION, TOWN = "Samordningsförbundet Lillby", "Storby kommun"


def body(name: str) -> Body:
    return Body(entity_id=slug_of(name), name=name)


def document(name: str, owner: str | None, *embeds: str, in_passing: bool = False) -> Extraction:
    attachments = tuple(Attachment(file_name=f"{one}.pdf", document_id=one) for one in embeds)
    known = Classification(kind="attachment", body=body(owner) if owner else None, body_in_passing=in_passing)
    problems = () if owner else (Problem(code="body.none", message="No public body", document_id=name),)
    return Extraction(
        document_id=name,
        extractor_version="1",
        reading=Reading(document_id=name, file_name=f"{name}.pdf", pages=(), attachments=attachments),
        classification=known,
        problems=problems,
    )


def classified(*documents: Extraction) -> dict[str, Classification]:
    return {one.document_id: one.classification for one in build_archive(documents).documents}


def names(*documents: Extraction) -> dict[str, str | None]:
    return {name: one.body.name if one.body else None for name, one in classified(*documents).items()}


def test_an_embedded_file_without_a_body_is_its_parent_s_and_says_so() -> None:
    child = classified(document("minutes", FEDERATION, "annex"), document("annex", None))["annex"]
    assert child.body == body(FEDERATION)
    assert EVIDENCE in child.evidence
    assert child.fiscal_year is None


def test_what_embedded_files_embed_is_the_same_body_s() -> None:
    found = names(document("a", None), document("b", None, "a"), document("c", FEDERATION, "b"))
    assert found == dict.fromkeys("abc", FEDERATION)


@pytest.mark.parametrize(("in_passing", "owner"), [(False, TOWN), (True, FEDERATION)])
def test_a_surely_named_body_is_kept_and_one_named_in_passing_is_not(in_passing: bool, owner: str) -> None:  # noqa: FBT001  # a case
    child = document("annex", TOWN, in_passing=in_passing)
    assert names(document("minutes", FEDERATION, "annex"), child)["annex"] == owner


def test_a_body_named_in_passing_stays_where_nothing_embeds_the_file() -> None:
    assert names(document("annex", TOWN, in_passing=True)) == {"annex": TOWN}


def test_a_file_that_two_bodies_embed_is_nobody_s() -> None:
    assert names(document("a", FEDERATION, "annex"), document("b", TOWN, "annex"), document("annex", None))["annex"] is None


def test_files_that_embed_one_another_end() -> None:
    assert names(document("a", None, "b"), document("b", None, "a")) == {"a": None, "b": None}


def test_a_name_without_its_diacritics_is_the_same_body_and_is_called_as_it_should() -> None:
    three = [document("a", "Lillas kommun"), document("b", "Lillas kommun"), document("c", "Lillås kommun")]
    for order in permutations(three):
        assert names(*order) == dict.fromkeys("abc", "Lillås kommun")


def test_a_committee_without_its_municipality_is_not_merged_by_guess() -> None:
    alone, whole = "Kommunstyrelsens arbetsutskott", "Lillby kommun, Kommunstyrelsens arbetsutskott"
    assert names(document("a", alone), document("b", whole)) == {"a": alone, "b": whole}


def test_a_committee_has_the_number_that_its_municipality_states_elsewhere() -> None:
    whole, committee = document("report", TOWN), document("minutes", f"{TOWN}, Miljönämnden")
    numbered = Body(entity_id="212000-0001", name=TOWN, org_number="212000-0001")
    whole = whole.model_copy(update={"classification": whole.classification.model_copy(update={"body": numbered})})
    found = classified(whole, committee)["minutes"].body
    assert found is not None
    assert (found.entity_id, found.org_number) == (slug_of(f"{TOWN}, Miljönämnden"), "212000-0001")


def test_two_municipalities_whose_names_fold_alike_stay_two() -> None:
    assert names(document("one", "Habo kommun"), document("two", "Håbo kommun")) == {"one": "Habo kommun", "two": "Håbo kommun"}
