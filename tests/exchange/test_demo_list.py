import re
from collections import Counter

from procure_desktop.domain.money import Money, sum_money
from procure_desktop.domain.request_list import Capability, Colour, Package, Step, check_stamps
from procure_desktop.exchange.demo_list import demo_list, read_demo_list
from procure_desktop.exchange.public_contributions import read_contributions
from procure_desktop.exchange.request_list_file import parse_request_list

LIST = read_demo_list()

LATIN = re.compile("[A-Za-z]")
UKRAINIAN = re.compile("[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]")
NOT_UKRAINIAN = re.compile("[ЫЭЁЪыэёъ]")


def worth(package: Package) -> int:
    """In millions of US dollars."""
    lines = [line for line in LIST.lines if line.package == package.code]
    total = sum_money([line.unit_price.times(line.quantities.required) for line in lines], "USD")
    return total.minor // 10**8


def test_the_list_is_one_that_a_release_may_carry() -> None:
    assert parse_request_list(demo_list()) == LIST
    for line in LIST.lines:
        check_stamps(line)


def test_it_says_that_it_is_illustrative() -> None:
    assert LIST.illustrative
    assert all("ILLUSTRATIVE" in package.note for package in LIST.packages)
    assert all(line.price_basis.startswith("illustrative") for line in LIST.lines)


def test_about_three_hundred_lines_over_every_capability() -> None:
    assert 290 <= len(LIST.lines) <= 320
    counts = Counter(line.capability for line in LIST.lines)
    assert all(counts[capability] >= 10 for capability in Capability)


def test_no_two_lines_share_a_name_or_a_rank() -> None:
    for field in ("name", "name_uk", "rank", "id", "number"):
        values = [getattr(line, field) for line in LIST.lines]
        assert len(set(values)) == len(values)


def test_every_name_is_in_its_language() -> None:
    for line in LIST.lines:
        assert LATIN.search(line.name)
        assert not UKRAINIAN.search(line.name)
        assert UKRAINIAN.search(line.name_uk)
        assert not NOT_UKRAINIAN.search(line.name_uk)


def test_no_stock_number_is_invented() -> None:
    assert {line.nsn for line in LIST.lines} == {""}


def test_the_packages_are_those_of_the_announcements_worth_about_500_million_each() -> None:
    announced = {code for one in read_contributions() for code in one.packages}
    assert {package.code for package in LIST.packages} == announced
    for package in LIST.packages:
        assert package.target == Money(500_000_000_00, "USD")
        assert 490 <= worth(package) <= 510


def test_every_colour_with_and_without_the_us_release() -> None:
    seen = Counter(
        (line.availability and line.availability.colour, line.stamp(Step.US_RELEASE) is not None)
        for line in LIST.lines
    )
    assert seen.keys() == {
        (Colour.GREEN, False),
        (Colour.YELLOW, False),
        (Colour.YELLOW, True),
        (Colour.RED, False),
        (Colour.RED, True),
    }


def test_there_is_something_to_commit_to_and_to_donate() -> None:
    open_lines = [line for line in LIST.lines if line.quantities.outstanding]
    assert len(open_lines) > 280
    assert sum(line.urgent and line.quantities.outstanding > 0 for line in LIST.lines) > 40


def test_no_stamp_is_later_than_the_list_and_steps_follow_each_other() -> None:
    for line in LIST.lines:
        days = [stamp.day for stamp in line.stamps]
        assert days == sorted(days)
        assert line.required_by
        assert days[-1] <= LIST.issued <= line.required_by
