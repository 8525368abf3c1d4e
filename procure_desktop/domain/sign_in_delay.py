"""How long to wait after wrong passphrases: nothing at first, then longer with each."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

FREE = 3
"""Wrong passphrases that cost nothing: anyone mistypes."""

_FIRST, _LONGEST = timedelta(seconds=5), timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passphrases since the last right one, and when the last of them was (UTC)."""

    failed: int
    at: datetime

    def failed_again(self, now: datetime) -> "Tries":
        """One more wrong passphrase, now."""
        return Tries(self.failed + 1, now)

    def by(self, now: datetime) -> "Tries":
        """The same tries by a clock that says `now`: one that was put back begins the wait anew."""
        return self if self.at <= now else replace(self, at=now)

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds, rounded up, until the next try; 0 for none."""
        passed = max(now - self.at, timedelta(0))
        left = delay_after(self.failed) - passed
        return max(0, -(-left // timedelta(seconds=1)))


NO_RECORD = Tries(FREE, datetime.min.replace(tzinfo=UTC))
"""Before the first sign-in, and where the record is gone: deleting it gives no free tries back."""


def delay_after(failed: int) -> timedelta:
    """Five seconds after the fourth wrong passphrase in a row, doubled by each further one up to a quarter hour."""
    if failed <= FREE:
        return timedelta(0)
    return min(_FIRST * (1 << min(failed - FREE - 1, 20)), _LONGEST)
