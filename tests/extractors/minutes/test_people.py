"""A person of a list: the body in brackets sent the person, a party stays a party."""

from __future__ import annotations

import pytest

from extractors.minutes.people import read_person


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("Karin Lindmark (Region Nordan), ordförande", ("Karin Lindmark", "Region Nordan", None, "ordförande")),
        ("Sven-Åke Öberg (Älvby kommun), vice ordförande", ("Sven-Åke Öberg", "Älvby kommun", None, "vice ordförande")),
        ("Per Wikström (Försäkringskassan), §§ 10-15", ("Per Wikström", "Försäkringskassan", None, None)),
        ("Anna Ek (S), ordförande", ("Anna Ek", "S", "S", "ordförande")),
    ],
)
def test_body_party_and_role(entry: str, said: tuple[str, str, str | None, str | None]) -> None:
    person = read_person(entry)
    assert person is not None
    assert (person.name, person.organisation, person.party, person.role) == said
