"""Pictures are drawn in worker processes: a page that hangs or crashes has none, the others have theirs."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from PIL import Image

from pipeline.config import Limits
from pipeline.report.crops import PdfCrops
from pipeline.report.drawing import SandboxedCrops
from pipeline.sandbox import Sandbox
from pipeline.store import Store
from schemas.place import Box
from tests.pipeline import hostile

BOX = Box(x0=0, top=100, x1=595, bottom=300)


def test_pictures_are_those_that_are_drawn_at_once(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    data = hostile.good("Sida ett", "Sida tva")
    document_id = store.put_original(data)
    with Sandbox(1) as sandbox:
        crops = SandboxedCrops(str(tmp_path), sandbox)
        crops.prepare([(document_id, 1, BOX), (document_id, 2, BOX), (document_id, 3, BOX), ("0" * 64, 1, BOX)])
        drawn = [crops(document_id, page, BOX) for page in (1, 2, 3)]
    direct = PdfCrops(lambda _: data)
    assert drawn == [direct("x", 1, BOX), direct("x", 2, BOX), None]
    assert drawn[0] is not None
    assert Image.open(io.BytesIO(drawn[0])).width == pytest.approx(992, abs=1)


@pytest.mark.parametrize("case", ["laughs", "nested_bomb"])
def test_a_hostile_page_has_no_picture_and_the_others_have(tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.report.drawing.DOCUMENT_SECONDS", 3.0)
    store = Store(str(tmp_path))
    bad, good = store.put_original(hostile.CASES[case]()), store.put_original(hostile.good())
    start = time.monotonic()
    with Sandbox(2, Limits(memory=2 * 1024**3)) as sandbox:
        crops = SandboxedCrops(str(tmp_path), sandbox)
        crops.prepare([*((bad, page, BOX) for page in (1, 2, 3)), (good, 1, BOX)])
    assert [crops(bad, page, BOX) is not None for page in (1, 2, 3)] == [True, False, True]
    assert crops(good, 1, BOX) is not None
    assert time.monotonic() - start < 20
