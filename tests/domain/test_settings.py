import pytest

from procure_desktop.domain.errors import IdleTimeError
from procure_desktop.domain.settings import LEAST_IDLE, MOST_IDLE, check_idle_time


def test_the_least_and_the_most_are_allowed() -> None:
    check_idle_time(LEAST_IDLE)
    check_idle_time(MOST_IDLE)


@pytest.mark.parametrize("minutes", [LEAST_IDLE - 1, MOST_IDLE + 1, -5])
def test_what_would_lock_at_once_or_never_is_refused(minutes: int) -> None:
    with pytest.raises(IdleTimeError):
        check_idle_time(minutes)
