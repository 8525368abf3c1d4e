"""Column types that mean the same on every engine: days, moments, flags, minor units, JSON."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator
from typing_extensions import override

# A strict SQLite table knows INTEGER only, which holds 64 bits; elsewhere that is BIGINT.
Whole = BigInteger().with_variant(Integer(), "sqlite")


class Flag(TypeDecorator[bool]):
    """True or false as 1 or 0."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Store 1 or 0."""
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        """Read 1 or 0."""
        return None if value is None else bool(value)


class Day(TypeDecorator[date]):
    """A calendar day as `2026-02-13`."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Store the ISO form."""
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        """Read the ISO form."""
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond, as text that sorts in time."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Store the ISO form in UTC."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read the ISO form."""
        return None if value is None else datetime.fromisoformat(value)


class Figure(TypeDecorator[Decimal]):
    """An exact decimal figure as text, such as an exchange rate."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Store plain digits."""
        return None if value is None else f"{value:f}"

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """Read plain digits."""
        return None if value is None else Decimal(value)


class Json(TypeDecorator[Any]):
    """A small JSON value as text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """Store compact JSON."""
        return (
            None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        )

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:
        """Read JSON."""
        return None if value is None else json.loads(value)
