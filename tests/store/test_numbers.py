from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procure_desktop.store.database import Database
from procure_desktop.store.numbers import next_ordinal


class Stop(Exception):  # noqa: N818 (ends a transaction, and nothing else)
    pass


def take(database: Database, series: str, year: int, *, stop: bool) -> int:
    with database.transaction() as tx:
        taken = next_ordinal(tx, series, year)
        if stop:
            raise Stop
    return taken


STEPS = st.tuples(
    st.sampled_from(["commitment", "donation"]), st.integers(2026, 2028), st.booleans()
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(STEPS, max_size=30))
def test_numbers_have_no_gap_even_when_work_is_rolled_back(
    database: Database, steps: list[tuple[str, int, bool]]
) -> None:
    expected: dict[tuple[str, int], int] = {}
    example = uuid4()
    for name, year, stop in steps:
        series = f"{name} {example}"
        if stop:
            with pytest.raises(Stop):
                take(database, series, year, stop=True)
            continue
        expected[series, year] = expected.get((series, year), 0) + 1
        assert take(database, series, year, stop=False) == expected[series, year]
