"""What stood before in a list: exact for a million lines, in a few megabytes where identities are numbered."""

_MOST_SERIES = 16
_MOST_DIGITS = 7


class SeenNumbers:
    """Whole numbers from 0, one bit each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._bits = bytearray()

    def add(self, number: int) -> bool:
        """Note a number; whether it is new."""
        place, bit = number >> 3, 1 << (number & 7)
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1 - len(self._bits)))
        if self._bits[place] & bit:
            return False
        self._bits[place] |= bit
        return True


class SeenTexts:
    """Texts: those that differ in the number at their end are kept as numbers, others by a hash of 64 bits."""

    def __init__(self) -> None:
        """Begin with none."""
        # A series is what stands before the number, and how many digits that has: `A-01` is not `A-1`.
        self._series: dict[tuple[str, int], SeenNumbers] = {}
        self._hashes = set[int]()

    def add(self, text: str) -> bool:
        """Note a text; whether it is new."""
        stem = text.rstrip("0123456789")
        digits = len(text) - len(stem)
        if 0 < digits <= _MOST_DIGITS:
            series = self._series.get((stem, digits))
            if series is None and len(self._series) < _MOST_SERIES:
                series = self._series[stem, digits] = SeenNumbers()
            if series is not None:
                return series.add(int(text[len(stem) :]))
        key = hash(text)
        if key in self._hashes:
            return False
        self._hashes.add(key)
        return True
