"""Versions of a list, and what they do to the office."""
