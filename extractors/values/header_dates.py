"""Dates, months and years as headers of columns shorten them, written out: `250831`, `2404`, `1/1-31/8`, `Delår 2`, `BU 25`."""

from __future__ import annotations

import re

_YEAR2 = r"[1-4]\d"
_MONTH2 = r"(?:0[1-9]|1[0-2])"
_DAY2 = r"(?:0[1-9]|[12]\d|3[01])"
_DAY = re.compile(rf"(?<![\d.,-])(?:20)?(?P<y>{_YEAR2})-(?P<m>{_MONTH2})-(?P<d>{_DAY2})(?!\d|-\d|[.,]\d)")
_DIGITS = re.compile(rf"(?<![\d.,])(?:20)?(?P<y>{_YEAR2})(?P<m>{_MONTH2})(?P<d>{_DAY2})(?!\d|[.,]\d)")
"""`241231` or `20241231`: a number of six or eight digits in a header is no amount."""
_MONTH = re.compile(
    rf"^(?P<said>(?:(?:utfall|utf|ack|budget|bud|prognos|bokslut|period|tom|per)\.?\s){{0,2}})"
    rf"(?P<y>2[1-9]|3[0-5])(?P<m>{_MONTH2})(?:\s?[-–]\s?(?P=y)(?P<n>{_MONTH2}))?$",
    re.IGNORECASE,
)
"""`2404`; from 2021 on, since `2012` reads as a year."""
_LETTER = re.compile(r"\b(?P<letter>[BU])(?P<year>20\d\d)\b")
_FROM_NEW_YEAR = re.compile(r"(?<!\d)0?1/0?1\s?[-–−]\s?(?:28|29|30|31)/(?P<m>1[0-2]|0?[1-9])(?!\d)")
_INTERIM = re.compile(r"\bdelår(?:et|sbokslut|srapport)?\s(?P<n>[1-3])(?!\d)", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    r"(?P<said>\b(?:budget\w*|budg|bud|bu|b|plan|vp|prognos\w*|progn|prog|utfall|utf|bokslut|boksl|bok|bs|ram|år)\.?)\s?(?P<mark>[-–'’]?)(?P<y>[1-4]\d)$",
    re.IGNORECASE,
)
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_MONTHS_OF_INTERIM = 4


def written_out(text: str) -> str:
    """Write out dates, months and years that one level of a header shortens.

    >>> written_out("Utfall 250831"), written_out("Utf. 2404"), written_out("1/1-31/8 2025"), written_out("BU 25")
    ('Utfall 2025-08-31', 'Utf. januari-april 2024', 'januari-augusti 2025', 'BU 2025')
    >>> written_out("2012"), written_out("Konto 4010")
    ('2012', 'Konto 4010')
    """
    for pattern in (_DAY, _DIGITS):
        text = pattern.sub(r" 20\g<y>-\g<m>-\g<d> ", text)
    text = _LETTER.sub(r"\g<letter> \g<year>", text)
    text = _MONTH.sub(_of_month, text.strip())
    text = _FROM_NEW_YEAR.sub(lambda found: f"januari-{_MONTHS[int(found['m']) - 1]}", text)
    text = _INTERIM.sub(lambda found: f"{found[0][:-2]} januari-{_MONTHS[int(found['n']) * _MONTHS_OF_INTERIM - 1]}", text)
    text = _SHORT_YEAR.sub(r"\g<said> 20\g<y>", text)
    return re.sub(r"\s+", " ", text).strip()


def _of_month(found: re.Match[str]) -> str:
    first, last = (1, int(found["m"])) if found["n"] is None else (int(found["m"]), int(found["n"]))
    if first > last:
        return found[0]
    return f"{found['said']}{_MONTHS[first - 1]}-{_MONTHS[last - 1]} 20{found['y']}"
