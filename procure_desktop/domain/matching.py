"""How well words that were typed fit a text: by their beginnings, within words, and with one slip of the finger."""

from procure_desktop.domain.text import fold

_SLIP_FROM = 4
"""Shorter words are typed right or not meant."""

_WHOLE, _BEGINS, _WITHIN, _SLIPPED = range(4)


def match(typed: str, text: str) -> int | None:
    """The distance of `text` from what was typed, 0 the nearest; None where a word of it fits nowhere."""
    words = fold(text).split()
    distance = 0
    for wanted in fold(typed).split():
        nearest = min((_distance(wanted, word) for word in words), default=None, key=_or_far)
        if nearest is None:
            return None
        distance += nearest
    return distance


def _or_far(distance: int | None) -> int:
    return _SLIPPED + 1 if distance is None else distance


def _distance(wanted: str, word: str) -> int | None:
    if wanted == word:
        return _WHOLE
    if word.startswith(wanted):
        return _BEGINS
    if wanted in word:
        return _WITHIN
    return _SLIPPED if len(wanted) >= _SLIP_FROM and _slips_to(wanted, word) else None


def _slips_to(wanted: str, word: str) -> bool:
    """Whether one letter left out, added, mistaken or exchanged with the next makes a beginning of `word`."""
    same = 0
    for typed, meant in zip(wanted, word, strict=False):
        if typed != meant:
            break
        same += 1
    typed, meant = wanted[same:], word[same:]
    exchanged = meant[1:2] + meant[:1] + meant[2:]
    return any(
        whole.startswith(part)
        for whole, part in (
            (meant[1:], typed[1:]),
            (meant[1:], typed),
            (meant, typed[1:]),
            (exchanged, typed),
        )
    )
