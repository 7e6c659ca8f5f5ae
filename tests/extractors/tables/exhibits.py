"""One page for each style of table in real reports, drawn here, with its figures typed by hand from the drawing.

A truth is a small table itself: its first line names year and scenario of each column, each further line is a label and the
kronor (or counts) of that row, columns set apart by two spaces or more; `.` stands for a cell without a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from schemas.document import DocumentKind

Said = tuple[str, int | None, str | None, Decimal]
"""Label, year, scenario, value."""

INK, DARK, PALE = HexColor("#000000"), HexColor("#5b9bd5"), HexColor("#e3ebf3")
LEFT = 60.0


class Pen:
    """Draws on one page; y is counted downwards from the top."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        """Begin at the top of a page of this height."""
        self.canvas, self.height, self.y = canvas, height, 90.0

    def put(  # noqa: PLR0913  # what a text is drawn with
        self, text: str, x: float, y: float, *, bold: bool = False, size: float = 10, right: bool = False, ink: Color = INK
    ) -> None:
        """Write a text with its left (or right) end at x."""
        self.canvas.setFillColor(ink)
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, self.height - y, text)

    def title(self, text: str) -> None:
        """Write a heading and go down."""
        self.put(text, LEFT, self.y, bold=True, size=13)
        self.y += 30

    def prose(self, text: str) -> None:
        """Write a line of running text and go down."""
        self.put(text, LEFT, self.y, size=10)
        self.y += 14

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a thin line."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def shade(self, x0: float, top: float, x1: float, bottom: float, ink: Color = PALE) -> None:
        """Fill a rectangle."""
        self.canvas.setFillColor(ink)
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)

    def row(  # noqa: PLR0913  # what a row is drawn with
        self,
        label: str,
        values: Sequence[str],
        rights: Sequence[float],
        *,
        x: float = LEFT,
        bold: bool = False,
        size: float = 10,
        step: float = 16,
        ink: Color = INK,
    ) -> None:
        """Write a label and its values flush right, and go down."""
        self.put(label, x, self.y, bold=bold, size=size, ink=ink)
        for right, value in zip(rights, values, strict=True):
            if value:
                self.put(value, right, self.y, bold=bold, size=size, right=True, ink=ink)
        self.y += step

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw all rules of a grid."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])


@dataclass(frozen=True)
class Exhibit:
    """One style: its page or pages, and what they say."""

    name: str
    draw: tuple[Callable[[Pen], None], ...]
    truth: str
    kind: DocumentKind = "annual_report"
    year: int = 2024
    size: tuple[float, float] = (595.0, 842.0)

    @property
    def said(self) -> list[Said]:
        """The figures, from the typed truth."""
        found: list[Said] = []
        heads: list[tuple[int | None, str | None]] = []
        for line in filter(None, (line.strip() for line in self.truth.splitlines())):
            parts = re.split(r"\s{2,}", line)
            if all(re.fullmatch(r"\d{4} \w+", part) for part in parts):
                heads = [(int(part[:4]), part[5:]) for part in parts]
                continue
            for (year, scenario), value in zip(heads, parts[1:], strict=True):
                if value != ".":
                    found.append((parts[0], year, scenario, Decimal(value)))
        return found


def zebra(pen: Pen) -> None:
    """White headers on a dark band, pale bands behind every other row, no rules."""
    pen.title("Resultat per nämnd (tkr)")
    rights = (330.0, 430.0, 530.0)
    pen.shade(LEFT - 4, pen.y - 12, 534, pen.y + 5, DARK)
    pen.row("Nämnd", ("Budget 2024", "Utfall 2024", "Avvikelse"), rights, bold=True, ink=HexColor("#ffffff"), step=18)
    rows = (
        ("Kommunstyrelsen", "-101 378", "-99 412", "1 966"),
        ("Barn- och ungdomsnämnden", "-1 204 500", "-1 215 733", "-11 233"),
        ("Socialnämnden", "-386 549", "-392 756", "-6 207"),
        ("Överförmyndarnämnden", "-4 120", "-4 120", "0"),
        ("Tekniska nämnden", "-58 004", "-57 600", "404"),
    )
    for number, (label, *values) in enumerate(rows):
        if number % 2 == 0:
            pen.shade(LEFT - 4, pen.y - 12, 534, pen.y + 5)
        pen.row(label, values, rights, step=17)
    pen.row("Summa nämnder", ("-1 754 551", "-1 769 621", "-15 070"), rights, bold=True)


ZEBRA = """
    2024 budget   2024 outcome   2024 variance
    Kommunstyrelsen            -101378000   -99412000    1966000
    Barn- och ungdomsnämnden   -1204500000  -1215733000  -11233000
    Socialnämnden              -386549000   -392756000   -6207000
    Överförmyndarnämnden       -4120000     -4120000     0
    Tekniska nämnden           -58004000    -57600000    404000
    Summa nämnder              -1754551000  -1769621000  -15070000
"""


def with_kr(pen: Pen) -> None:
    """Amounts with kr and no rules: seven figures in three groups, columns near to each other."""
    pen.title("Bidrag per insats")
    rights = (300.0, 400.0, 500.0)
    pen.row("Insats", ("2025", "2026", "2027"), rights, bold=True, size=11)
    for label, *values in (
        ("Stegen", "1 378 000 kr", "1 416 000 kr", "0 kr"),
        ("Unga vuxna", "827 000 kr", "15 000 kr", "1 966 000 kr"),
        ("Gemensam dag", "0 kr", "1 360 000 kr", "596 000 kr"),
        ("Kansli", "690 000 kr", "702 000 kr", "710 000 kr"),
        ("Summa", "2 895 000 kr", "3 493 000 kr", "3 272 000 kr"),
    ):
        pen.row(label, values, rights, size=11, bold=label == "Summa", step=18)


WITH_KR = """
    2025 budget  2026 plan  2027 plan
    Stegen        1378000  1416000  0
    Unga vuxna    827000   15000    1966000
    Gemensam dag  0        1360000  596000
    Kansli        690000   702000   710000
    Summa         2895000  3493000  3272000
"""


def notes_between(pen: Pen) -> None:
    """A note column between label and figures; sub-items indented; rules above sums only; footnote marks."""
    pen.title("Balansräkning, tkr")
    rights = (330.0, 430.0, 530.0)
    pen.row("", ("Not", "2024-12-31", "2023-12-31"), rights, bold=True)
    pen.row("TILLGÅNGAR", ("", "", ""), rights, bold=True)
    for indent, label, *values in (
        (12, "Maskiner och inventarier", "7", "1 240", "1 310"),
        (12, "Fordringar", "8", "16 447", "15 902"),
        (24, "varav kundfordringar", "", "12 020", "11 876"),
        (12, "Kassa och bank*", "9", "2 204", "1 880"),
    ):
        pen.row(label, values, rights, x=LEFT + indent)
    pen.rule(LEFT, pen.y - 12, 530, pen.y - 12)
    pen.row("SUMMA TILLGÅNGAR", ("", "19 891", "19 092"), rights, bold=True, step=24)
    pen.row("EGET KAPITAL", ("", "", ""), rights, bold=True)
    for indent, label, *values in (
        (12, "Årets resultat", "10", "-1 145", "336"),
        (12, "Övrigt eget kapital", "", "21 036", "18 756"),
    ):
        pen.row(label, values, rights, x=LEFT + indent)
    pen.rule(LEFT, pen.y - 12, 530, pen.y - 12)
    pen.row("SUMMA EGET KAPITAL", ("", "19 891", "19 092"), rights, bold=True, step=30)
    pen.prose("* Av kassan är 300 tkr bundna i ett pågående projekt.")


NOTES_BETWEEN = """
    2024 outcome  2023 outcome
    Maskiner och inventarier  1240000   1310000
    Fordringar                16447000  15902000
    varav kundfordringar      12020000  11876000
    Kassa och bank*           2204000   1880000
    SUMMA TILLGÅNGAR          19891000  19092000
    Årets resultat            -1145000  336000
    Övrigt eget kapital       21036000  18756000
    SUMMA EGET KAPITAL        19891000  19092000
"""


def side_by_side(pen: Pen) -> None:
    """Income on the left, costs on the right, each with its own labels and years; the right one is longer."""
    pen.title("Intäkter och kostnader (kr)")
    left, right = (215.0, 285.0), (460.0, 530.0)
    top = pen.y
    pen.row("Intäkter", ("2024", "2023"), left, bold=True)
    for label, *values in (
        ("Staten", "1 416 000", "1 388 000"),
        ("Regionen", "708 000", "694 000"),
        ("Kommunen", "708 000", "694 000"),
    ):
        pen.row(label, values, left)
    pen.row("Summa", ("2 832 000", "2 776 000"), left, bold=True)
    pen.y = top
    pen.row("Kostnader", ("2024", "2023"), right, x=310, bold=True)
    for label, *values in (
        ("Personal", "-1 200 400", "-1 150 900"),
        ("Lokaler", "-310 200", "-300 100"),
        ("Köp", "-905 000", "-870 000"),
        ("Resor", "-12 300", "-9 800"),
    ):
        pen.row(label, values, right, x=310)
    pen.row("Summa", ("-2 427 900", "-2 330 800"), right, x=310, bold=True)


SIDE_BY_SIDE = """
    2024 outcome  2023 outcome
    Staten    1416000   1388000
    Regionen  708000    694000
    Kommunen  708000    694000
    Summa     2832000   2776000
    Personal  -1200400  -1150900
    Lokaler   -310200   -300100
    Köp       -905000   -870000
    Resor     -12300    -9800
    Summa     -2427900  -2330800
"""

LONG = (
    ("Enhet A", "-1210", "-1195"),
    ("Enhet B", "-1217", "-1204"),
    ("Enhet C", "-1224", "-1213"),
    ("Enhet D", "-1231", "-1222"),
    ("Enhet E", "-1236", "-1231"),
    ("Enhet F", "-1245", "-1240"),
    ("Enhet G", "-1254", "-1249"),
    ("Enhet H", "-1259", "-1258"),
)


def first_page(pen: Pen) -> None:
    """The upper part of a table that goes on."""
    pen.title("Driftredovisning (tkr)")
    pen.y = 560
    pen.row("Verksamhet", ("Utfall 2024", "Budget 2024"), (350.0, 480.0), bold=True)
    for label, *values in LONG[:5]:
        pen.row(label, values, (350.0, 480.0))


def next_page_with_header(pen: Pen) -> None:
    """Its lower part under the header again."""
    pen.row("Verksamhet", ("Utfall 2024", "Budget 2024"), (350.0, 480.0), bold=True)
    next_page(pen)


def next_page(pen: Pen) -> None:
    """Its lower part without a header."""
    for label, *values in LONG[5:]:
        pen.row(label, values, (350.0, 480.0))
    pen.row("Summa", ("-9 876", "-9 812"), (350.0, 480.0), bold=True, step=40)
    pen.prose("Enheterna höll sina ramar med undantag för den sista.")


LONG_TRUTH = """
    2024 outcome  2024 budget
    Enhet A  -1210000  -1195000
    Enhet B  -1217000  -1204000
    Enhet C  -1224000  -1213000
    Enhet D  -1231000  -1222000
    Enhet E  -1236000  -1231000
    Enhet F  -1245000  -1240000
    Enhet G  -1254000  -1249000
    Enhet H  -1259000  -1258000
    Summa    -9876000  -9812000
"""


def landscape(pen: Pen) -> None:
    """A wide page, three levels of headers: scenario over measure, years on the left group."""
    pen.title("Driftredovisning per nämnd, tkr")
    rights = tuple(280.0 + 72 * i for i in range(7))
    for x, text in ((352.0, "Utfall 2024"), (568.0, "Budget 2024")):
        pen.canvas.setFont("Helvetica-Bold", 10)
        pen.canvas.drawCentredString(x - 20, pen.height - pen.y, text)
    pen.rule(240, pen.y + 4, 424, pen.y + 4)
    pen.rule(456, pen.y + 4, 640, pen.y + 4)
    pen.y += 18
    pen.row("Nämnd", ("Intäkt", "Kostnad", "Netto", "Intäkt", "Kostnad", "Netto", "Avvikelse"), rights, bold=True)
    for label, *values in (
        ("Kommunstyrelsen", "12 400", "-113 778", "-101 378", "11 900", "-112 000", "-100 100", "-1 278"),
        ("Kultur och fritid", "1 904", "-40 215", "-38 311", "2 000", "-39 700", "-37 700", "-611"),
        ("Miljönämnden", "7 310", "-12 004", "-4 694", "7 000", "-12 500", "-5 500", "806"),
    ):
        pen.row(label, values, rights)
    pen.rule(LEFT, pen.y - 12, rights[-1], pen.y - 12)
    totals = ("21 614", "-165 997", "-144 383", "20 900", "-164 200", "-143 300", "-1 083")
    pen.row("Summa", totals, rights, bold=True)


LANDSCAPE = """
    2024 outcome  2024 outcome  2024 outcome  2024 budget  2024 budget  2024 budget  2024 variance
    Kommunstyrelsen    12400000  -113778000  -101378000  11900000  -112000000  -100100000  -1278000
    Kultur och fritid  1904000   -40215000   -38311000   2000000   -39700000   -37700000   -611000
    Miljönämnden       7310000   -12004000   -4694000    7000000   -12500000   -5500000    806000
    Summa              21614000  -165997000  -144383000  20900000  -164200000  -143300000  -1083000
"""


def turned(pen: Pen) -> None:
    """The same wide table, turned on an upright page."""
    pen.canvas.saveState()
    pen.canvas.translate(595, 0)
    pen.canvas.rotate(90)
    landscape(Pen(pen.canvas, 595))
    pen.canvas.restoreState()


def turned_headers(pen: Pen) -> None:
    """Header cells that run upwards, in a ruled grid."""
    pen.title("Deltagare per insats 2024")
    top = pen.y
    xs = (LEFT - 4, 230.0, 290.0, 350.0, 410.0)
    for x, text in zip(xs[1:], ("Antal kvinnor", "Antal män", "Antal unga"), strict=False):
        pen.canvas.saveState()
        pen.canvas.translate(x + 35, pen.height - (top + 95))
        pen.canvas.rotate(90)
        pen.canvas.setFont("Helvetica-Bold", 10)
        pen.canvas.drawString(0, 0, text)
        pen.canvas.restoreState()
    pen.put("Insats", LEFT, top + 92, bold=True)
    ys = [top, top + 100]
    pen.y = top + 114
    for label, *values in (("Stegen", "41", "37", "12"), ("Spåret", "1 208", "994", "77"), ("Vägen", "15", "18", "9")):
        pen.row(label, values, (280.0, 340.0, 400.0), step=18)
        ys.append(pen.y - 14)
    pen.grid(xs, ys)


TURNED_HEADERS = """
    2024 outcome  2024 outcome  2024 outcome
    Stegen  41    37   12
    Spåret  1208  994  77
    Vägen   15    18   9
"""


def wrapped(pen: Pen) -> None:
    """Labels over two or three lines, the figures on the first, the middle or the last of them; headers over three lines."""
    pen.title("Uppföljning av insatser, tkr")
    rights = (330.0, 430.0, 530.0)
    for lines in (("", "", "Avvikelse"), ("Budget", "Utfall", "mot"), ("2024", "2024", "budget")):
        pen.row("", lines, rights, bold=True, step=12)
    pen.y += 6
    rows = (
        (("Arbetsmarknadsinsatser för", "unga vuxna utan", "gymnasieexamen"), 1, ("-1 360", "-1 297", "63")),
        (("Samverkansteamet",), 0, ("-20", "-1", "19")),
        (("Kompetenshöjande insatser för", "parternas personal"), 0, ("-15", "0", "15")),
        (("Gemensam dag om psykisk", "hälsa i länet"), 1, ("-70", "-82", "-12")),
        (("Summa",), 0, ("-1 465", "-1 380", "85")),
    )
    for labels, at, values in rows:
        for number, label in enumerate(labels):
            pen.row(label, values if number == at else ("", "", ""), rights, step=12, bold=label == "Summa")
        pen.y += 7


WRAPPED = """
    2024 budget  2024 outcome  2024 variance
    Arbetsmarknadsinsatser för unga vuxna utan gymnasieexamen  -1360000  -1297000  63000
    Samverkansteamet                                  -20000    -1000     19000
    Kompetenshöjande insatser för parternas personal  -15000    0         15000
    Gemensam dag om psykisk hälsa i länet             -70000    -82000    -12000
    Summa                                             -1465000  -1380000  85000
"""


def crowded_headers(pen: Pen) -> None:
    """Headers of up to four lines on a shaded band that nearly touch each other, flush right over their columns."""
    pen.title("Avvikelse per avdelning, tkr")
    rights = (210.0, 266.0, 322.0, 392.0, 448.0, 500.0)
    pen.shade(LEFT - 4, pen.y - 12, 504, pen.y + 40)
    pen.rule(LEFT - 4, pen.y - 12, 504, pen.y - 12)
    pen.rule(LEFT - 4, pen.y + 40, 504, pen.y + 40)
    for lines in (
        ("", "AFF", "ASS", "IFO", "", ""),
        ("", "Avd för", "Arbetsmark", "Individ och", "EKB -", ""),
        ("Förvaltnings-", "funktion", "Stöd o vård", "familjeomsorg", "Ensam-", ""),
        ("ledning", "exkl EKB", "exkl EKB", "exkl EKB", "kommande", "Summa"),
    ):
        pen.row("Belopp i tkr" if lines[-1] else "", lines, rights, size=9, bold=True, step=12)
    pen.y += 8
    for number, (label, *values) in enumerate(
        (
            ("Intäkter", "-9 500", "0", "0", "-2 980", "-16 220", "-28 700"),
            ("Personal", "-2 190", "-5 000", "0", "1 315", "4 990", "-885"),
            ("Lokaler", "-1 840", "", "0", "0", "-550", "-2 390"),
            ("Resultat", "-13 530", "-5 000", "0", "-1 665", "-11 780", "-31 975"),
        )
    ):
        if number % 2:
            pen.shade(LEFT - 4, pen.y - 11, 504, pen.y + 5)
        pen.row(label, values, rights, size=9)
        if number == 3:
            pen.rule(LEFT - 4, pen.y - 11, 504, pen.y - 11)


CROWDED_HEADERS = """
    2024 variance  2024 variance  2024 variance  2024 variance  2024 variance  2024 variance
    Intäkter  -9500000   0         0  -2980000  -16220000  -28700000
    Personal  -2190000   -5000000  0  1315000   4990000    -885000
    Lokaler   -1840000   .         0  0         -550000    -2390000
    Resultat  -13530000  -5000000  0  -1665000  -11780000  -31975000
"""


def ruled_wrapped_figures(pen: Pen) -> None:
    """A ruled grid so narrow that a figure wraps over two lines of its cell."""
    pen.title("Intäkter per part (kr)")
    xs = (LEFT - 4, 240.0, 300.0, 360.0)
    ys = [pen.y - 14]
    rows = (
        ("Part", ("2024",), ("2023",)),
        ("Försäkringskassan", ("1 416", "000"), ("1 388", "000")),
        ("Regionen", ("708 000",), ("694 000",)),
        ("Kommunerna tillsammans", ("708 000",), ("694 000",)),
        ("Summa", ("2 832", "000"), ("2 776", "000")),
    )
    for label, *cells in rows:
        pen.put(label, LEFT, pen.y, bold=label in {"Part", "Summa"})
        for x, lines in zip((295.0, 355.0), cells, strict=True):
            for number, text in enumerate(lines):
                pen.put(text, x, pen.y + 12 * number, right=True, bold=label in {"Part", "Summa"})
        pen.y += 6 + 12 * max(len(lines) for lines in cells)
        ys.append(pen.y - 14)
    pen.grid(xs, ys)


RULED_WRAPPED = """
    2024 outcome  2023 outcome
    Försäkringskassan       1416000  1388000
    Regionen                708000   694000
    Kommunerna tillsammans  708000   694000
    Summa                   2832000  2776000
"""


def signs(pen: Pen) -> None:
    """Minus with a space, in brackets, behind the figure; dashes for nothing; decimals; shares beside amounts."""
    pen.title("Nyckeltal och utfall (tkr)")
    rights = (320.0, 420.0, 520.0)
    pen.row("Post", ("Utfall 2024", "Budget 2024", "Utfall 2023"), rights, bold=True)
    for label, *values in (
        ("Avgifter", "- 6 279", "- 6 300", "- 6 015"),
        ("Hyror", "(827)", "(830)", "(801)"),
        ("Räntor", "12,5", "-", "0,75"),
        ("Försäkring", "-1 236", "–", "-1 190"),
        ("Årets resultat", "−8 330", "−7 960", "−8 005"),
    ):
        pen.row(label, values, rights, bold=label.startswith("Årets"))


SIGNS = """
    2024 outcome  2024 budget  2023 outcome
    Avgifter        -6279000  -6300000  -6015000
    Hyror           -827000   -830000   -801000
    Räntor          12500     .         750
    Försäkring      -1236000  .         -1190000
    Årets resultat  -8330000  -7960000  -8005000
"""


def over_prose(pen: Pen) -> None:
    """A table between two paragraphs, one text height apart, small and plain; header dates over two lines."""
    pen.prose("Förbundet redovisar nedan sina likvida medel. Beloppen är i kronor och avser")
    pen.prose("räkenskapsåret 2024 med föregående år som jämförelse, utan hänsyn till 12 månader.")
    pen.y += 10
    rights = (360.0, 500.0)
    pen.row("", ("2024-01-01", "2023-01-01"), rights, step=12)
    pen.row("", ("-2024-12-31", "-2023-12-31"), rights)
    for label, *values in (
        ("Ingående kassa", "1 878 214", "2 002 310"),
        ("Förändring av fordringar", "-56 100", "34 004"),
        ("Årets resultat", "236 500", "-158 100"),
        ("Utgående kassa", "2 058 614", "1 878 214"),
    ):
        pen.row(label, values, rights)
    pen.y += 6
    pen.prose("Likviditeten är god. Av medlen är 300 000 kronor avsatta till 2 insatser som börjar")
    pen.prose("under 2025 enligt styrelsens beslut den 12 december 2024 (§ 61).")


OVER_PROSE = """
    2024 outcome  2023 outcome
    Ingående kassa            1878214  2002310
    Förändring av fordringar  -56100   34004
    Årets resultat            236500   -158100
    Utgående kassa            2058614  1878214
"""


def bands_and_groups(pen: Pen) -> None:
    """A dark header of two lines with groups of unequal width, centred; a pale band behind the first row and every other one."""
    pen.title("Verksamheten 2024 (tkr)")
    rights = (220.0, 290.0, 360.0, 430.0, 500.0)
    pen.shade(LEFT - 4, pen.y - 12, 504, pen.y + 21, DARK)
    for text, middle in (("Budget 2024", 262.0), ("Utfall 2024", 436.0)):
        pen.put(text, middle - pen.canvas.stringWidth(text, "Helvetica-Bold", 10) / 2, pen.y, bold=True)
    pen.y += 16
    pen.row("Verksamhet", ("Intäkt", "Kostnad", "Netto", "Intäkt", "Kostnad"), rights, bold=True, step=17)
    rows = (
        ("Förskola", "14 300", "-121 700", "-107 400", "15 022", "-123 118"),
        ("Grundskola", "22 150", "-301 900", "-279 750", "23 871", "-305 440"),
        ("Kulturskola", "890", "-7 250", "-6 360", "811", "-7 002"),
    )
    for number, (label, *values) in enumerate(rows):
        if number % 2 == 0:
            pen.shade(LEFT - 4, pen.y - 12, 504, pen.y + 5)
        pen.row(label, values, rights, step=17)


BANDS_AND_GROUPS = """
    2024 budget   2024 budget   2024 budget   2024 outcome   2024 outcome
    Förskola      14300000   -121700000   -107400000   15022000   -123118000
    Grundskola    22150000   -301900000   -279750000   23871000   -305440000
    Kulturskola   890000     -7250000     -6360000     811000     -7002000
"""


EXHIBITS = (
    Exhibit("zebra", (zebra,), ZEBRA),
    Exhibit("bands and groups", (bands_and_groups,), BANDS_AND_GROUPS),
    Exhibit("with kr", (with_kr,), WITH_KR, "plan", 2025),
    Exhibit("notes between", (notes_between,), NOTES_BETWEEN),
    Exhibit("side by side", (side_by_side,), SIDE_BY_SIDE),
    Exhibit("over pages, header again", (first_page, next_page_with_header), LONG_TRUTH),
    Exhibit("over pages, no header", (first_page, next_page), LONG_TRUTH),
    Exhibit("landscape", (landscape,), LANDSCAPE, size=(842.0, 595.0)),
    Exhibit("turned", (turned,), LANDSCAPE),
    Exhibit("turned headers", (turned_headers,), TURNED_HEADERS),
    Exhibit("wrapped", (wrapped,), WRAPPED),
    Exhibit("crowded headers", (crowded_headers,), CROWDED_HEADERS),
    Exhibit("ruled, figures wrapped", (ruled_wrapped_figures,), RULED_WRAPPED),
    Exhibit("signs", (signs,), SIGNS),
    Exhibit("over prose", (over_prose,), OVER_PROSE),
)
