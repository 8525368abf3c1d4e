import pytest

from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUDITOR

GIFT = ("--line", "UA-0001", "--quantity", "2", "--depot", "Test depot")


def test_a_donation_is_logged_with_all_that_is_known(asked: Asked) -> None:
    made = asked(
        "donation", "log", *GIFT, "--condition", "new", "--serial", "S1", "--serial", "S2",
        "--origin", "other origin", "--acquisition", "403500 USD", "--net-book", "0 USD",
        "--like-replacement", "198479 USD", "--new-replacement", "497500 usd",
        "--quoted", "net book", "--valued-on", "2026-05-01", "--remarks", "Test remark",
    )  # fmt: skip
    assert made["number"].startswith("NLD-D-")
    assert made["serials"] == ["S1", "S2"]
    assert made["values"]["acquisition"] == {"minor": 40_350_000, "currency": "USD"}
    assert (made["quoted"], made["valued_on"]) == ("net book", "2026-05-01")
    listed = asked("donation", "list")
    assert (listed[0]["quoted"], listed[0]["quantity"]) == (0, 2)
    assert asked("line", "find", "--text", "UA-0001")["lines"][0]["outstanding"] == 98


def test_the_only_value_is_the_quoted_one(asked: Asked, office: Procure) -> None:
    made = asked("donation", "log", *GIFT, "--new-replacement", "9000 EUR")
    assert made["quoted"] == "new replacement"
    said = office("donation", "log", *GIFT, "--new-replacement", "9000 EUR").out
    assert said.startswith("Logged NLD-D-")
    listed = office("donation", "list").out.splitlines()
    assert listed[0].split("\t")[1:] == [
        "Interceptor, surface-to-air", "2 EA", "EUR 9,000.00", "new replacement",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, []),
        (2, ["--net-book", "1 EUR", "--acquisition", "1 EUR"]),
        (1, ["--net-book", "1 EUR", "--quoted", "acquisition"]),
        (1, ["--net-book", "1 EUR", "--acquisition", "1 USD", "--quoted", "acquisition"]),
        (1, ["--net-book", "1"]),
        (1, ["--net-book", "1.234 EUR"]),
        (1, ["--net-book", "one EUR"]),
        (1, ["--net-book", "1 EUR", "--serial", "S1"]),
        (2, ["--net-book", "1 EUR", "--condition", "shiny"]),
        (2, ["--net-book", "1 EUR", "--quantity", "0"]),
        (1, ["--net-book", "1 EUR", "--quantity", "101"]),
        (1, ["--net-book", "1 EUR", "--line", "UA-0005"]),
        (1, ["--net-book", "1 EUR", "--depot", ""]),
    ],
)
def test_donations_that_are_refused(refused: Refused, status: int, arguments: list[str]) -> None:
    refused(status, "donation", "log", *GIFT, *arguments)


def test_an_auditor_logs_none(refused: Refused) -> None:
    refused(1, "donation", "log", *GIFT, "--net-book", "1 EUR", officer=AUDITOR)
