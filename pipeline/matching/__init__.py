"""What is the same: bodies, documents and pages, and the names of initiatives."""
