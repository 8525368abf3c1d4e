"""A table that leaves the office in a file: its columns, and what kind of value each of them holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias

from procure_desktop.domain.money import Money

Cell: TypeAlias = "str | int | Money | date | datetime | None"
"""What a cell holds; None for nothing."""


class Kind(Enum):
    """What the cells of a column are, so that a spreadsheet can count with them."""

    TEXT = "text"
    WHOLE = "whole number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: what stands over it, and what it says of a row. `width` is in characters."""

    heading: str
    kind: Kind
    cell: Callable[[Mapping[str, Any]], Cell]
    width: int = 12
