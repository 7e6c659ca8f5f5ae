"""Tests of the rulers."""
