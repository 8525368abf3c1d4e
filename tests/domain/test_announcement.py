from datetime import date

from procure_desktop.domain.announcement import (
    Announcement,
    Certainty,
    Kind,
    counted_total_usd,
    counted_until,
    made_until,
    total_usd,
)
from procure_desktop.domain.money import Money


def announce(
    identity: str, day: date, dollars: int | None, kind: Kind = Kind.FUNDS, supersedes: str = ""
) -> Announcement:
    amount = None if dollars is None else Money(dollars * 100, "USD")
    return Announcement(
        id=identity,
        kind=kind,
        day=day,
        nation="Netherlands",
        iso3="NLD",
        packages=(),
        amount=amount,
        rate_day=day,
        usd=amount,
        eur=None,
        tracker_eur=None,
        certainty=Certainty.OFFICIAL,
        source="test",
        earmark="",
        restriction="",
        condition="",
        new_money=None,
        shares=(),
        split="",
        supersedes=supersedes,
        budget_lines="",
        note="",
    )


FIRST, SECOND = date(2026, 1, 1), date(2026, 2, 1)
PLEDGE = announce("A", FIRST, 150)
AGAIN = announce("B", SECOND, 200, supersedes="A")
WITHHELD = announce("C", FIRST, None)
STOCK = announce("D", FIRST, 7, Kind.STOCK)
ALL = (PLEDGE, AGAIN, WITHHELD, STOCK)


def test_a_pledge_counts_until_the_day_it_is_announced_again() -> None:
    assert counted_until(ALL, date(2026, 1, 31)) == (PLEDGE, WITHHELD)
    assert counted_until(ALL, SECOND) == (AGAIN, WITHHELD)
    assert counted_total_usd(ALL, date(2026, 1, 31)) == Money(150_00, "USD")
    assert counted_total_usd(ALL, SECOND) == Money(200_00, "USD")


def test_all_that_was_said_counts_twice() -> None:
    assert made_until(ALL, SECOND) == (PLEDGE, AGAIN, WITHHELD)
    assert total_usd(made_until(ALL, SECOND)) == Money(350_00, "USD")


def test_nothing_announced_is_nothing() -> None:
    assert counted_total_usd((), SECOND) == Money(0, "USD")
    assert counted_total_usd(ALL, date(2025, 12, 31)) == Money(0, "USD")
