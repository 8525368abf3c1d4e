from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from procure_desktop.documents.figures import NBSP, amount, day, figure, moment, quotes, whole
from procure_desktop.domain.money import MOST_MINOR, Money
from procure_desktop.domain.rate import Rate


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(0, "EUR"), "0.00"),
        (Money(5, "EUR"), "0.05"),
        (Money(123_450, "EUR"), "1,234.50"),
        (Money(1_234_567, "JPY"), "1,234,567"),
        (Money(MOST_MINOR, "USD"), "90,071,992,547,409.91"),
    ],
)
def test_figures_carry_every_minor_digit(money: Money, text: str) -> None:
    assert figure(money) == text
    assert amount(money) == f"{money.currency}{NBSP}{text}"


def test_no_blank_in_a_figure_lets_a_line_break() -> None:
    rate = Rate("NOK", Decimal("11.8055"), Decimal("1.1609"), date(2026, 6, 11), "a source")
    texts = [amount(Money(1, "EUR")), day(date(2026, 6, 1)), quotes(rate), whole(12_345)]
    assert [text.replace(NBSP, "_") for text in texts] == [
        "EUR_0.01",
        "1_June_2026",
        "NOK_11.8055_=_USD_1.1609",
        "12,345",
    ]


def test_a_moment_says_that_it_is_utc() -> None:
    at = datetime(2026, 6, 12, 14, 3, 22, tzinfo=UTC)
    assert moment(at).replace(NBSP, " ") == "12 June 2026, 14:03:22 UTC"
