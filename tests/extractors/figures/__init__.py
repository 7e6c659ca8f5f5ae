"""Tests of the reading of minutes."""
