"""The columns that tables are declared with: one function per type, and the columns that many tables share."""

from __future__ import annotations

from pipeline.warehouse.shape import Column, Type


def text(name: str, comment: str, *, required: bool = False) -> Column:
    """Return a column that holds a text."""
    return Column(name=name, type=Type.TEXT, comment=comment, required=required)


def integer(name: str, comment: str, *, required: bool = False) -> Column:
    """Return a column that holds a whole number."""
    return Column(name=name, type=Type.INTEGER, comment=comment, required=required)


def money(name: str, comment: str, *, required: bool = False) -> Column:
    """Return a column that holds an amount with two decimals."""
    return Column(name=name, type=Type.MONEY, comment=comment, required=required)


def real(name: str, comment: str) -> Column:
    """Return a column that holds a measure, never an amount."""
    return Column(name=name, type=Type.REAL, comment=comment)


def flag(name: str, comment: str) -> Column:
    """Return a column that holds a yes or no."""
    return Column(name=name, type=Type.BOOLEAN, comment=comment)


def date(name: str, comment: str) -> Column:
    """Return a column that holds a day."""
    return Column(name=name, type=Type.DATE, comment=comment)


def time(name: str, comment: str) -> Column:
    """Return a column that holds a time of day."""
    return Column(name=name, type=Type.TIME, comment=comment)


def moment(name: str, comment: str) -> Column:
    """Return a column that holds a point in time."""
    return Column(name=name, type=Type.TIMESTAMP, comment=f"{comment} (UTC).")


BOX = (
    real("x0", "Left edge in PDF points from the left of the page as displayed."),
    real("top", "Upper edge in PDF points from the top of the page as displayed."),
    real("x1", "Right edge, as x0."),
    real("bottom", "Lower edge, as top."),
)
DOCUMENT = text("document_id", "The document: SHA-256 of the file in hex.", required=True)
PAGE = integer("page", "Page, counted from 1.", required=True)
ENTITY = text("entity_id", "The body: organisation number where stated, else a slug of its name.")
YEAR = integer("fiscal_year", "The year that it is about.")
CONCEPT = text("concept", "Dotted id in the chart of concepts; NULL when the label is not known.")
SUBJECT = text("subject", "The initiative or unit that it is about, the same name in every document once matched.")
KNOWN_FROM = text("known_from_run", "The run that brought this row as it is.")
REPLACED_IN = text("replaced_in_run", "The run that replaced or removed it.", required=True)
