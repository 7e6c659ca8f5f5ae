"""A grant takes up what the sentence before introduced."""

from __future__ import annotations

import pytest

from extractors.prose.introduced import introduced


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("Året gav ett nytt projekt, en jobbcoach.", "Styrelsen beviljade detta 40 000 kr.", "jobbcoach"),
        ("Två initiativ, ett för unga och ett för äldre.", "Styrelsen beviljade dem 40 000 kr.", None),
        ("Året gav ett nytt projekt, en jobbcoach.", "Kansliet fick 40 000 kr.", None),
        ("Projektet avslutades.", "Styrelsen beviljade det 40 000 kr.", None),
    ],
)
def test_introduced(before: str, text: str, name: str | None) -> None:
    assert introduced(before, text) == name
