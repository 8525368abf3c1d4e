from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import pytest

from procure_desktop.domain.announcement import (
    Announcement,
    Certainty,
    Kind,
    Share,
    counted_total_usd,
    counted_until,
    made_until,
    total_usd,
)
from procure_desktop.domain.money import Money
from procure_desktop.exchange.ecb_rates import ecb_rate
from procure_desktop.exchange.public_contributions import read_contributions

PUBLIC_FIGURE_DAY = date(2025, 12, 5)
CONTRIBUTIONS = read_contributions()
WITH_AMOUNT = [one for one in CONTRIBUTIONS if one.amount is not None]


def by_id(identity: str) -> Announcement:
    return next(one for one in CONTRIBUTIONS if one.id == identity)


def in_millions(money: Money) -> Decimal:
    """To two decimals, a tie to the even digit, as the file gives it."""
    millions = Fraction(money.minor, 100 * 10**6)
    exact = Decimal(millions.numerator) / Decimal(millions.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def test_every_announcement_is_read() -> None:
    assert len(CONTRIBUTIONS) == 39
    assert len({one.id for one in CONTRIBUTIONS}) == 39
    assert sum(one.kind == Kind.STOCK for one in CONTRIBUTIONS) == 2
    assert all(one.source for one in CONTRIBUTIONS)


@pytest.mark.parametrize("one", WITH_AMOUNT, ids=lambda one: one.id)
def test_the_dollar_and_euro_values_are_the_amount_at_the_ecb_s_rate(one: Announcement) -> None:
    assert one.amount is not None
    assert one.usd is not None
    assert one.eur is not None
    rate = ecb_rate(one.amount.currency, one.day)
    dollars = rate.to_usd(one.amount)
    assert in_millions(dollars) == in_millions(one.usd)
    if one.amount.currency != "USD":
        assert rate.day == one.rate_day
    euro = ecb_rate("EUR", one.day)
    assert euro.day == one.rate_day
    euros = one.amount if one.amount.currency == "EUR" else euro.from_usd(dollars)
    assert in_millions(euros) == in_millions(one.eur)


def test_up_to_the_day_of_the_public_figure() -> None:
    made = made_until(CONTRIBUTIONS, PUBLIC_FIGURE_DAY)
    assert total_usd(made) == Money(4_263_770_000_00, "USD")
    # Slovenia among them, whose amount is withheld.
    assert len({one.iso3 for one in made}) == 18


def test_germany_s_pledge_counts_once() -> None:
    counted = counted_total_usd(CONTRIBUTIONS, PUBLIC_FIGURE_DAY)
    assert counted == Money(4_263_770_000_00 - 174_720_000_00, "USD")
    assert by_id("DEU 2025-11-14") not in counted_until(CONTRIBUTIONS, PUBLIC_FIGURE_DAY)
    # Before it was announced again it still counts.
    assert by_id("DEU 2025-11-14") in counted_until(CONTRIBUTIONS, date(2025, 12, 2))


def test_august_is_near_what_the_tracker_reports() -> None:
    august = [one for one in CONTRIBUTIONS if one.kind == Kind.FUNDS and one.day < date(2025, 9, 1)]
    tracked = [one.tracker_eur for one in august if one.tracker_eur is not None]
    assert sum(money.minor for money in tracked) == 1_883_230_000_00


def test_the_awkward_ones_are_typed() -> None:
    assert by_id("SVN 2025-10-13").amount is None
    assert by_id("SVN 2025-10-13").certainty == Certainty.WITHHELD
    assert by_id("SVN 2025-10-13").tracker_eur == Money(43_000_000_00, "EUR")
    assert by_id("PRT 2025-10-15").new_money is False
    assert by_id("BEL 2025-08-29").packages == ()
    assert by_id("NOR 2025-12-03").packages == ("P6", "P7")
    assert by_id("NOR 2025-12-03").shares == ()
    half = Money(100_000_000_00, "USD")
    assert by_id("DEU 2025-12-03").shares == (Share("P6", half), Share("P7", half))
    assert by_id("LTU 2025-09-04").certainty == Certainty.CURRENCY_IN_CONFLICT
    assert by_id("ISL 2026-02-16").amount == Money(1_000_000_000, "ISK")
    assert by_id("LUX 2025-10-17").supersedes == "LUX 2025-09-02"
    assert by_id("DEU 2026-02-12").condition == "if others give 30"
