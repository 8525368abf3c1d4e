"""Figures as they are printed: ISO code first, comma groups, and no place where a line could break."""

from datetime import date, datetime

from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import Rate

NBSP = "\N{NO-BREAK SPACE}"

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def whole(number: int) -> str:
    """`12,345`."""
    return f"{number:,}"


def figure(money: Money) -> str:
    """`1,234.50`, for a column whose head names the currency."""
    integer, point, part = money.decimal_text().partition(".")
    return f"{int(integer):,}{point}{part}"


def amount(money: Money) -> str:
    """`EUR 1,234.50`."""
    return f"{money.currency}{NBSP}{figure(money)}"


def day(value: date) -> str:
    """`12 June 2026`."""
    return f"{value.day}{NBSP}{_MONTHS[value.month - 1]}{NBSP}{value.year}"


def moment(value: datetime) -> str:
    """`12 June 2026, 14:03:22 UTC`; `value` is in UTC."""
    return f"{day(value)}, {value:%H:%M:%S}{NBSP}UTC"


def quotes(rate: Rate) -> str:
    """Both quotes of a rate as they were published: `NOK 11.8055 = USD 1.1609`."""
    national = f"{rate.currency}{NBSP}{rate.national}"
    return f"{national}{NBSP}={NBSP}USD{NBSP}{rate.usd}"
