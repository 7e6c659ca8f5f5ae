"""Matching of the archive."""
