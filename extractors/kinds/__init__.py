"""Kinds of documents, one module each; the folder is scanned."""
