"""The keeping rule, over random calendars: days with several backups, with none, and years between."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.backup_keeping import kept

FIRST = datetime(2024, 12, 20, 17, 30, tzinfo=UTC)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
calendars = st.one_of(
    st.sets(moments, max_size=60),
    # Most offices make one on most days.
    st.sets(st.integers(0, 900), max_size=400).map(
        lambda days: {FIRST + timedelta(days=day) for day in days}
    ),
)


def day(at: datetime) -> Any:
    return at.date()


def week(at: datetime) -> Any:
    return at.isocalendar()[:2]


def month(at: datetime) -> Any:
    return at.year, at.month


def newest_of(made: set[datetime], period: Callable[[datetime], Any], most: int) -> set[datetime]:
    """The rule once more, by its words: the newest of each of the last `most` periods that have one."""
    periods = sorted({period(at) for at in made})[-most:]
    return {max(at for at in made if period(at) == one) for one in periods}


@given(calendars)
def test_what_is_kept_is_the_newest_of_the_last_days_weeks_and_months(made: set[datetime]) -> None:
    wanted = newest_of(made, day, 7) | newest_of(made, week, 4) | newest_of(made, month, 12)
    assert kept(made) == wanted


@given(calendars)
def test_the_newest_is_kept_and_never_more_than_twenty_three(made: set[datetime]) -> None:
    found = kept(made)
    assert found <= made
    assert len(found) <= 7 + 4 + 12
    assert not made or max(made) in found


@given(calendars)
def test_pruning_again_removes_nothing(made: set[datetime]) -> None:
    assert kept(kept(made)) == kept(made)


@given(calendars)
def test_pruning_after_each_backup_keeps_what_pruning_at_the_end_does(made: set[datetime]) -> None:
    present: frozenset[datetime] = frozenset()
    for at in sorted(made):
        present = kept({*present, at})
    assert present == kept(made)


def test_a_year_of_workdays() -> None:
    days = (FIRST + timedelta(days=number) for number in range(400))
    found = sorted(kept(at for at in days if at.weekday() < 5))
    assert [f"{at:%y-%m-%d}" for at in found] == [
        "25-02-28", "25-03-31", "25-04-30", "25-05-30", "25-06-30", "25-07-31", "25-08-29",
        "25-09-30", "25-10-31", "25-11-28", "25-12-31", "26-01-02", "26-01-09", "26-01-15",
        "26-01-16", "26-01-19", "26-01-20", "26-01-21", "26-01-22", "26-01-23",
    ]  # fmt: skip
