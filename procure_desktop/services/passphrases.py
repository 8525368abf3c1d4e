"""Passphrases to set: whether one is long enough, and one that nobody could guess."""

import secrets

from procure_desktop.store.keys import LEAST_PASSPHRASE, check_passphrase

__all__ = ["LEAST_PASSPHRASE", "check_passphrase", "suggest_passphrase"]

# No 0, 1, l, o: read from a slip of paper they would be taken for each other.
_ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz"
_GROUPS, _LETTERS = 4, 5


def suggest_passphrase() -> str:
    """A passphrase of 100 random bits that can be read aloud: four groups of five."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS)) for _ in range(_GROUPS))
    return "-".join(groups)
