"""Which daily backups are kept: the newest of each of the last days, weeks and months that have one."""

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12

_Period = Callable[[datetime], tuple[int, ...]]


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month


_KEPT: tuple[tuple[_Period, int], ...] = ((_day, DAYS), (_week, WEEKS), (_month, MONTHS))


def kept(made: Iterable[datetime]) -> frozenset[datetime]:
    """Those of the moments (UTC) that are kept; the newest always is. Periods without a backup do not count."""
    moments = sorted(made, reverse=True)
    chosen: set[datetime] = set()
    for period, most in _KEPT:
        newest: dict[tuple[int, ...], datetime] = {}
        for at in moments:
            newest.setdefault(period(at), at)
        chosen |= set(list(newest.values())[:most])
    return frozenset(chosen)
