"""Repair of lost diacritics and misread words."""
