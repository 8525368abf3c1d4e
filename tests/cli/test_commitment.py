import pytest

from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUTHORISER, PREPARER, Place

RATE = ("--rate", "1.1565", "--rate-source", "Test treasury", "--rate-day", "2026-06-12")
TERMS = ("--currency", "eur", "--budget-line", "Test 6.1", *RATE)


def draft(asked: Asked, *lines: str) -> str:
    orders = [part for line in lines or ("UA-0001=3",) for part in ("--line", line)]
    return str(asked("commitment", "draft", *orders, *TERMS)["id"])


def test_a_draft_says_what_it_costs(asked: Asked) -> None:
    made = asked(
        "commitment", "draft", "--line", "UA-0001=3", "--line", "UA-0002=10000.00 EUR", *TERMS,
        "--existing-money", "--legal-basis", "Test act", "--conditions", "Test condition",
        "--fiscal-year", "2027", "--valid-until", "2035-01-31",
    )  # fmt: skip
    assert (made["number"], made["version"], made["state"]) == ("", 0, "draft")
    assert (made["money_source"], made["fiscal_year"]) == ("existing", 2027)
    assert made["validity"] == "2035-01-31"
    assert made["rate"] == {
        "currency": "EUR",
        "national": "1",
        "usd": "1.1565",
        "day": "2026-06-12",
        "source": "Test treasury",
    }
    assert [line["quantity"] for line in made["lines"]] == [3, 3]
    assert made["usd"] == {"minor": 4_156_500, "currency": "USD"}


def test_the_ecb_s_rate_is_taken_unless_another_is_given(asked: Asked) -> None:
    terms = ("--currency", "EUR", "--budget-line", "x", "--rate-day", "2025-08-02")
    made = asked("commitment", "draft", "--line", "UA-0001=1", *terms)
    assert made["rate"]["day"] == "2025-08-01"
    dollars = ("--currency", "USD", "--budget-line", "x")
    made = asked("commitment", "draft", "--line", "UA-0001=1", *dollars)
    assert made["national"] == made["usd"] == {"minor": 1_000_000, "currency": "USD"}


def test_a_draft_is_revised(asked: Asked) -> None:
    first = draft(asked)
    again = asked("commitment", "draft", "--line", "UA-0002=1", *TERMS, "--revise", first)
    assert str(again["id"]) == first
    assert [line["line"] for line in again["lines"]] == ["UA-0002"]


def test_the_whole_way(asked: Asked, office: Procure, place: Place) -> None:
    own, other = (("--p12", place.key(name).path) for name in (PREPARER, AUTHORISER))
    submitted = asked("commitment", "submit", draft(asked), *own)
    number = submitted["number"]
    assert (submitted["state"], submitted["version"]) == ("submitted", 1)
    returned = asked("commitment", "return", number, "--reason", "Test reason", officer=AUTHORISER)
    assert (returned["state"], returned["reason"]) == ("returned", "Test reason")
    assert "Reason: Test reason" in office("commitment", "show", number).out
    again = asked("commitment", "submit", number, *own)
    assert (again["number"], again["version"]) == (number, 2)
    authorised = asked("commitment", "authorise", number, *other, officer=AUTHORISER)
    assert authorised["state"] == "authorised"
    assert asked("commitment", "show", number) == authorised
    gone = asked("commitment", "withdraw", number, "--reason", "Test reason", officer=AUTHORISER)
    assert gone["state"] == "withdrawn"
    assert [one["state"] for one in asked("commitment", "list")] == ["withdrawn"]


def test_a_commitment_for_people(asked: Asked, office: Procure, place: Place) -> None:
    first = draft(asked)
    assert office("commitment", "show", first).out == (
        f"Draft {first} (draft)\n"
        "UA-0001\t3 units\tUSD 30,000.00\tEUR 25,940.34\n"
        "Total EUR 25,940.34 = USD 30,000.00; "
        "rate: EUR 1 = USD 1.1565 (12 Jun 2026, Test treasury)\n"
        "Prepared by Preparer\n"
    )
    office("commitment", "submit", first, "--p12", place.key(PREPARER).path)
    second = draft(asked, "UA-0002=1")
    listed = office("commitment", "list").out.splitlines()
    assert listed[0].startswith(f"Draft {second}\tdraft\tEUR 2,767.44\t")
    number = asked("commitment", "show", first)["number"]
    assert listed[1] == (f"{number}\tin review\tEUR 25,940.34\tInterceptor, surface-to-air")


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (1, ["--line", "UA-0001=101", *TERMS]),
        (1, ["--line", "UA-0003=1", *TERMS]),
        (1, ["--line", "UA-0001", *TERMS]),
        (1, ["--line", "UA-0001=1", "--line", "UA-0001=2", *TERMS]),
        (1, ["--line", "UA-0001=1.5", *TERMS]),
        (1, ["--line", "UA-0001=1", "--currency", "XXX", "--budget-line", "x"]),
        (1, ["--line", "UA-0001=1", "--currency", "EUR", "--budget-line", " ", *RATE]),
        (1, ["--line", "UA-0001=1", "--currency", "EUR", "--budget-line", "x", "--rate", "1"]),
        (1, ["--line", "UA-0001=1", "--currency", "EUR", "--budget-line", "x", "--rate", "1e5"]),
        (1, ["--line", "UA-0001=1", *TERMS, "--valid-until", "2020-01-01"]),
        (1, ["--line", "UA-0001=1", *TERMS, "--revise", "99"]),
        (2, ["--line", "UA-0001=1", *TERMS, "--valid-until", "soon"]),
        (2, ["--line", "UA-0001=1", *TERMS, "--fiscal-year", "26"]),
        (2, ["--line", "UA-0001=1", "--currency", "EUR"]),
    ],
)
def test_drafts_that_are_refused(refused: Refused, status: int, arguments: list[str]) -> None:
    refused(status, "commitment", "draft", *arguments)


def test_signatures_that_are_refused(
    asked: Asked, refused: Refused, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = draft(asked)
    refused(1, "commitment", "submit", first, "--p12", place.key(AUTHORISER).path)
    refused(3, "commitment", "submit", first, "--p12", place.folder / "missing.p12")
    refused(1, "commitment", "submit", "99", "--p12", place.key(PREPARER).path)
    refused(2, "commitment", "submit", first)
    monkeypatch.setenv("PROCURE_KEY_PASSPHRASE", "wrong")
    refused(1, "commitment", "submit", first, "--p12", place.key(PREPARER).path)
    assert asked("commitment", "show", first)["state"] == "draft"


def test_a_draft_is_withdrawn_by_its_preparer(asked: Asked, refused: Refused) -> None:
    first = draft(asked)
    refused(1, "commitment", "withdraw", first, "--reason", "Test", officer=AUTHORISER)
    refused(1, "commitment", "withdraw", first, "--reason", "")
    assert asked("commitment", "withdraw", first, "--reason", "Test")["state"] == "withdrawn"
