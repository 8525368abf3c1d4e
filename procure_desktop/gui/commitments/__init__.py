"""Commitments: drafted, listed, signed."""
