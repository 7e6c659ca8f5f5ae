"""A person of a list: the body in brackets sent the person, a party stays a party."""

from __future__ import annotations

import pytest

from extractors.minutes.people import people_of, read_person


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


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Anna Ek (S), ordförande, Bo Alm (M), vice ordförande, Siv Sten (C)", ["Anna Ek", "Bo Alm", "Siv Sten"]),
        ("Anna Ek, sekreterare, Bo Alm, regiondirektör, § 4", ["Anna Ek", "Bo Alm"]),
        ("Ali Asp (C) ersätter Siv Sten (C)", ["Ali Asp"]),
    ],
)
def test_a_line_may_name_several_with_their_roles(line: str, named: list[str]) -> None:
    assert [person.name for person in people_of([line])] == named
