"""Line breaks are undone as a Swedish reader would."""

from __future__ import annotations

import pytest

from extractors.page.joining import join_lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["samordnings-", "förbund"], "samordningsförbund"),
        (["habiliterings-", "och rehabiliteringsinsatser"], "habiliterings- och rehabiliteringsinsatser"),
        (["habiliterings- och", "rehabiliteringsinsatser"], "habiliterings- och rehabiliteringsinsatser"),
        (["drift-", "samt investeringar"], "drift- samt investeringar"),
        (["IT-", "system"], "IT-system"),
        (["Nord-", "Syd"], "Nord-Syd"),
        (["150-", "årsjubileum"], "150-årsjubileum"),
        (["via e-", "post"], "via e-post"),
        (["åren 2025-", "2026"], "åren 2025-2026"),
        (["sam\u00adord\u00ad", "ning"], "sam\u00adordning"),
        (["en tanke -", "en annan"], "en tanke - en annan"),
        (["vanlig rad", "och nästa"], "vanlig rad och nästa"),
        (["fo\u0308rbund"], "förbund"),
        ([], ""),
    ],
)
def test_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined
