"""What Arelle's Calculations 1.1 says of sums and of duplicates; run by a Python that has `arelle-release`.

    python -m venv arelle && arelle/bin/pip install arelle-release
    AVSTAM_ARELLE=arelle/bin/python python -m pytest tests/pipeline/test_arelle.py

Reads JSON lines `{"total": [value, decimals], "items": [[value, decimals, weight], ...]}` from standard input and prints `true`
or `false` for each: whether the interval of the total meets that of the weighted items. A sum of one item of weight 1 is a
duplicate. Arelle is in no lock file: its pins are not ours.
"""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import Any


def agrees(case: dict[str, Any]) -> bool:
    """Tell whether Arelle's intervals meet, the way `ValidateXbrlCalcs` holds a total against its items."""
    from arelle import ValidateXbrlCalcs as calculations  # type: ignore[import-not-found]  # noqa: N813, PLC0415  # only there

    calculations.init()
    low, high = Decimal(0), Decimal(0)
    for value, decimals, weight in case["items"]:
        ends = [end * weight for end in calculations.rangeValue(Decimal(value), decimals)[:2]]
        low, high = low + min(ends), high + max(ends)
    first, last, *_ = calculations.rangeValue(Decimal(case["total"][0]), case["total"][1])
    return bool(max(first, low) <= min(last, high))


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(agrees(json.loads(line))))
