from datetime import date
from decimal import Decimal

import pytest

from procure_desktop.domain.errors import RateMissingError, UnknownCurrencyError
from procure_desktop.domain.rate import ECB
from procure_desktop.services.find_rate import find_rate, own_rate


def test_the_rate_of_a_day_without_publication_is_the_last_before() -> None:
    saturday = find_rate("EUR", date(2025, 8, 2))
    assert (saturday.day, saturday.source) == (date(2025, 8, 1), ECB)
    assert find_rate("EUR", date(2025, 8, 4)).usd == Decimal("1.1565")
    assert find_rate("USD", date(2025, 8, 4)).source != ECB


def test_what_has_no_rate() -> None:
    with pytest.raises(UnknownCurrencyError):
        find_rate("XXX", date(2025, 8, 4))
    with pytest.raises(RateMissingError):
        find_rate("UAH", date(2025, 8, 4))


def test_the_ministry_s_own_rate_names_its_source() -> None:
    rate = own_rate("EUR", Decimal("1.1"), date(2026, 1, 2), "Treasury")
    assert (rate.national, rate.usd, rate.source) == (Decimal(1), Decimal("1.1"), "Treasury")
