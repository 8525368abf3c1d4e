"""The recovery key as people write it: seven groups of Crockford's base 32, each with a check symbol.

The check symbol is the group's number plus its place, modulo 37 (Crockford's modulus). Being prime and larger
than the alphabet it finds every wrong symbol and every swap of two neighbours; the place finds swapped groups.
Groups whose check symbol would lie outside the alphabet are never drawn, so nobody has to type `*~$=U`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from procure_desktop.domain.errors import RecoveryKeyLengthError, RecoveryKeyTypoError

GROUPS = 7
SYMBOLS = 5
"""Symbols of a group, the last of them its check."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE, _MODULUS = len(_ALPHABET), 37
_ALIKE = str.maketrans("ILO", "110")
_BETWEEN = frozenset("-‐‑–—_.")


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A key of 138 random bits: seven groups of four symbols and their checks."""

    groups: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The groups joined by hyphens: what the data key is wrapped under."""
        return "-".join(self.groups)


def draw_recovery_key(below: Callable[[int], int]) -> RecoveryKey:
    """A new key; `below(n)` is a secret random number from 0 up to and without n."""
    return RecoveryKey(tuple(_draw_group(below, place) for place in range(GROUPS)))


def read_recovery_key(text: str) -> RecoveryKey:
    """The key that was typed, in either case and however it is grouped; O is read as 0, I and L as 1.

    Raises RecoveryKeyLengthError, and RecoveryKeyTypoError with the first group that is mistyped.
    """
    symbols = "".join(
        symbol for symbol in text.upper() if not symbol.isspace() and symbol not in _BETWEEN
    ).translate(_ALIKE)
    if len(symbols) != GROUPS * SYMBOLS:
        raise RecoveryKeyLengthError(found=len(symbols), needed=GROUPS * SYMBOLS)
    groups = tuple(symbols[start : start + SYMBOLS] for start in range(0, len(symbols), SYMBOLS))
    for place, group in enumerate(groups):
        if not _checks(group, place):
            raise RecoveryKeyTypoError(group=place + 1, typed=group)
    return RecoveryKey(groups)


def _draw_group(below: Callable[[int], int], place: int) -> str:
    while True:
        number = below(_BASE ** (SYMBOLS - 1))
        check = _check(number, place)
        if check < _BASE:
            return _spell(number) + _ALPHABET[check]


def _checks(group: str, place: int) -> bool:
    if not set(group) <= set(_ALPHABET):
        return False
    number = 0
    for symbol in group[:-1]:
        number = number * _BASE + _ALPHABET.index(symbol)
    return _ALPHABET.index(group[-1]) == _check(number, place)


def _check(number: int, place: int) -> int:
    return (number + place) % _MODULUS


def _spell(number: int) -> str:
    symbols = ""
    for _ in range(SYMBOLS - 1):
        number, value = divmod(number, _BASE)
        symbols = _ALPHABET[value] + symbols
    return symbols
