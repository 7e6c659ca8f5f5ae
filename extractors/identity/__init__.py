"""Whose a document is, what kind, and of when: body, committee, title, year or day of meeting."""
