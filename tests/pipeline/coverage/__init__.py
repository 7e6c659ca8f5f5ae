"""Tests of `pipeline/coverage/`."""
