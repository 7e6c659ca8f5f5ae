"""The report page in a real browser: it fits a phone, marks lie on their figures, the filter works, nothing is fetched."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from reportlab.pdfgen.canvas import Canvas

from pipeline.load import DocumentFacts, open_warehouse
from pipeline.report import PdfCrops, write_report
from schemas.place import Box
from tests.extractions import NOW, archive_of, check, evidence, finding, minutes

pytestmark = pytest.mark.browser

A = "a" * 64
SQUARE = Box(x0=400, top=300, x1=440, bottom=310)
"""Where the accused figure of `finding` stands; the PDF below has a black square there."""


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.rect(SQUARE.x0, 842 - SQUARE.bottom, SQUARE.width, SQUARE.height, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    far = finding(A, "far", severity="warning", rule="limit.equity", evidence=(evidence(A, 700, "stated", "1", "1"),))
    with open_warehouse(":memory:") as warehouse:
        warehouse.begin_run("run", "1.0", NOW)
        warehouse.load_document(minutes(A), DocumentFacts(source_path="en/ganska/lång/sökväg/till/aaaa.pdf", ingested_at=NOW))
        warehouse.load_archive_results(archive_of(minutes(A)), [check(A)], [finding(A), far])
        original = pdf()
        return write_report(warehouse, tmp_path_factory.mktemp("report") / "report.html", crop=PdfCrops(lambda _: original))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def visit(browser: Browser, report: Path, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]  # playwright's own options
    page.goto(report.as_uri())
    return page


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, report: Path, width: int) -> None:
    page = visit(browser, report, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_fetched_and_no_script_fails(browser: Browser, report: Path) -> None:
    seen: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto(report.as_uri())
    assert [entry for entry in seen if not entry.startswith("data:")] == [report.as_uri()]


def test_the_mark_lies_on_the_figure(browser: Browser, report: Path) -> None:
    page = visit(browser, report, viewport={"width": 1000, "height": 800})
    article = page.locator("#finding-finding-one")
    picture, mark = article.locator("img").bounding_box(), article.locator(".mark.accused").bounding_box()
    assert picture is not None
    assert mark is not None
    scale = picture["width"] / 595
    assert (mark["x"] - picture["x"]) / scale == pytest.approx(SQUARE.x0 - 2.5, abs=1)
    assert mark["width"] / scale == pytest.approx(SQUARE.width + 5, abs=1)
    region_top = 280 - 60  # the item above the total begins the picture
    assert (mark["y"] - picture["y"]) / scale == pytest.approx(SQUARE.top - 2.5 - region_top, abs=1)


def test_the_filter_hides_and_counts(browser: Browser, report: Path) -> None:
    page = visit(browser, report)
    page.get_by_label("Varning").uncheck()
    assert page.locator("#findings article:visible").count() == 1
    assert page.locator("#filter-count").inner_text() == "1 / 2 fynd visas"
    page.get_by_label("Varning").check()
    page.get_by_label("Regel").select_option("limit.equity")
    assert page.locator("#findings article:visible").get_attribute("id") == "finding-finding-far"


def test_without_scripts_everything_is_there_and_the_filter_is_not(browser: Browser, report: Path) -> None:
    page = visit(browser, report, java_script_enabled=False)
    assert page.locator("#findings article:visible").count() == 2
    assert not page.locator("#filter").is_visible()


def test_the_keyboard_reaches_the_findings_first(browser: Browser, report: Path) -> None:
    page = visit(browser, report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#findings"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, report: Path, scheme: str) -> None:
    page = visit(browser, report, color_scheme=scheme)
    for selector in ("body", ".quiet", ".badge.error", ".badge.warning", "a[href='#summary']"):
        assert page.evaluate(CONTRAST, selector) >= 4.5, selector


CONTRAST = """
(selector) => {
  const light = (css) => {
    const [r, g, b] = css.match(/[\\d.]+/g).slice(0, 3).map(Number).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const text = light(getComputedStyle(document.querySelector(selector)).color);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
}
"""
