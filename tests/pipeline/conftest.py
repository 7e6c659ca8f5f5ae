"""A PostgreSQL server that all tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import server_programs, temporary_postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    programs = server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (apt-get install postgresql)")
    with temporary_postgres(programs) as url:
        yield url
