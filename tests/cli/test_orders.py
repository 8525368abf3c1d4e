from datetime import date, datetime

import pytest

from procure_desktop.cli.orders import as_day, parse_money, parse_order
from procure_desktop.domain.commitment import Order
from procure_desktop.domain.errors import (
    AmountFormError,
    OrderFormError,
    ProcureError,
    UnknownCurrencyError,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import LineId


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("UA-1=5", Order(LineId("UA-1"), quantity=5)),
        (" UA-1 = 5 ", Order(LineId("UA-1"), quantity=5)),
        ("UA-1=1250000.50 EUR", Order(LineId("UA-1"), amount=Money(125_000_050, "EUR"))),
        ("UA-1=7 eur", Order(LineId("UA-1"), amount=Money(700, "EUR"))),
        ("UA-1=7  EUR", Order(LineId("UA-1"), amount=Money(700, "EUR"))),
        ("A=B=5", Order(LineId("A=B"), quantity=5)),
    ],
)
def test_orders_by_quantity_and_amount(text: str, order: Order) -> None:
    assert parse_order(text) == order


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", OrderFormError),
        ("UA-1", OrderFormError),
        ("=5", OrderFormError),
        ("UA-1=", OrderFormError),
        ("UA-1=5 EUR more", OrderFormError),
        ("UA-1=5.5", OrderFormError),
        ("UA-1=-5", OrderFormError),
        ("UA-1=\u0665", OrderFormError),
        ("UA-1=1234567890", OrderFormError),
        ("UA-1=x EUR", AmountFormError),
        ("UA-1=1E+10000000 EUR", AmountFormError),
        ("UA-1=5 XXX", UnknownCurrencyError),
    ],
)
def test_what_is_no_order(text: str, error: type[ProcureError]) -> None:
    with pytest.raises(error):
        parse_order(text)


def test_money_has_a_currency() -> None:
    assert parse_money(" 5 usd ") == Money(500, "USD")
    for text in ("5", "", "EUR", "5 "):
        with pytest.raises(OrderFormError):
            parse_money(text)


def test_a_day_or_another() -> None:
    assert as_day(datetime(2026, 1, 2, 3), date(2025, 1, 1)) == date(2026, 1, 2)  # noqa: DTZ001 (Typer's)
    assert as_day(None, date(2025, 1, 1)) == date(2025, 1, 1)
