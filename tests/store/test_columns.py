from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import TypeDecorator
from sqlalchemy.dialects import postgresql, sqlite

from procure_desktop.store.columns import Day, Figure, Flag, Json, Moment, Whole

SQLITE = sqlite.dialect()


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        (Flag(), True, 1),
        (Flag(), False, 0),
        (Day(), date(2026, 2, 13), "2026-02-13"),
        (Moment(), datetime(2026, 2, 13, 14, 5, tzinfo=UTC), "2026-02-13T14:05:00.000000+00:00"),
        (Figure(), Decimal("11.80550"), "11.80550"),
        (Figure(), Decimal("0.0000000001"), "0.0000000001"),
        (Json(), {"назва": [1, None, "ü"]}, '{"назва":[1,null,"ü"]}'),
        *((kind(), None, None) for kind in (Flag, Day, Moment, Figure, Json)),
    ],
)
def test_values_come_back_as_they_went(kind: TypeDecorator[Any], value: Any, stored: Any) -> None:
    assert kind.process_bind_param(value, SQLITE) == stored
    assert kind.process_result_value(stored, SQLITE) == value


def test_a_moment_is_kept_in_utc() -> None:
    east = datetime(2026, 2, 13, 1, 0, tzinfo=timezone(timedelta(hours=3)))
    assert Moment().process_bind_param(east, SQLITE) == "2026-02-12T22:00:00.000000+00:00"


def test_whole_numbers_have_64_bits_on_every_engine() -> None:
    assert Whole.compile(dialect=SQLITE) == "INTEGER"
    assert Whole.compile(dialect=postgresql.dialect()) == "BIGINT"  # type: ignore[no-untyped-call]
