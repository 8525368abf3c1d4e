from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.sign_in_delay import FREE, NO_RECORD, Tries, delay_after

NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
spans = st.timedeltas(timedelta(0), timedelta(days=4000))


def test_the_delay_grows_up_to_a_quarter_hour() -> None:
    seconds = [delay_after(failed).total_seconds() for failed in range(14)]
    assert seconds == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert delay_after(10**6) == timedelta(minutes=15)


@given(st.integers(0, 100))
def test_it_never_shrinks(failed: int) -> None:
    assert delay_after(failed) <= delay_after(failed + 1)


def test_a_second_that_has_begun_is_waited_for_whole() -> None:
    tries = Tries(FREE, NOW).failed_again(NOW)
    assert tries == Tries(FREE + 1, NOW)
    for passed, left in ((0, 5), (0.2, 5), (1, 4), (4.999, 1), (5, 0), (900, 0)):
        assert tries.seconds_left(NOW + timedelta(seconds=passed)) == left


def test_without_a_record_the_first_try_is_at_once_and_the_next_waits() -> None:
    assert NO_RECORD.seconds_left(NOW) == 0
    assert NO_RECORD.failed_again(NOW).seconds_left(NOW) == 5


@given(st.integers(FREE + 1, 30), spans, spans)
def test_a_clock_that_is_put_back_begins_the_wait_anew(
    failed: int, passed: timedelta, back: timedelta
) -> None:
    tries = Tries(failed, NOW)
    earlier = NOW + passed - back
    shown = tries.by(earlier)
    assert shown.seconds_left(earlier) == tries.seconds_left(earlier)
    if earlier < NOW:
        assert shown.seconds_left(earlier) == delay_after(failed).total_seconds()
        assert shown.at == earlier
    else:
        assert shown == tries
