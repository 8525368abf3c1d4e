"""A version shrinks a line: the command line says what that does, and takes each next step."""

from dataclasses import replace

import pytest

from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUDITOR, AUTHORISER, GREEN, PAIRED, PREPARER, Place, make_list


def publish(place: Place) -> str:
    """Version 2: the first line shrinks to 4, the second is withdrawn."""
    first, _, *others = make_list().lines
    shrunk = replace(
        first, quantities=replace(first.quantities, required=4, validated=4, outstanding=4)
    )
    return str(place.publish(replace(make_list(2), lines=(shrunk, *others))))


@pytest.fixture
def touched(asked: Asked, place: Place) -> str:
    """The number of an authorised commitment on both lines, and the release that touches it imported."""
    drafted = asked(
        *("commitment", "draft", "--currency", "EUR", "--budget-line", "Test"),
        *("--line", f"{GREEN}=10", "--line", f"{PAIRED}=3"),
    )
    key = {name: place.key(name).path for name in (PREPARER, AUTHORISER)}
    submitted = asked("commitment", "submit", drafted["id"], "--p12", key[PREPARER])
    number = str(submitted["number"])
    asked("commitment", "authorise", number, "--p12", key[AUTHORISER], officer=AUTHORISER)
    imported = asked("list", "import", publish(place))
    assert [one["kinds"][0] for one in imported["effects"]] == ["line withdrawn", "over"]
    return number


def test_versions_side_by_side(asked: Asked, office: Procure, touched: str) -> None:
    found = asked("list", "compare", "UA-TEST", 1, 2)
    assert [(one["line"], one["kind"]) for one in found["lines"]] == [
        (GREEN, "changed"),
        (PAIRED, "withdrawn"),
    ]
    outstanding = found["lines"][0]["fields"][-1]
    assert outstanding == {
        "field": "outstanding",
        "before": 100,
        "after": 4,
        "difference": -96,
    }
    said = office("list", "compare", "UA-TEST", 1, 2).out
    assert said.startswith("UA-TEST version 1 → 2: 2 lines differ.\nChanged\tUA-0001\t")
    assert "  Outstanding: 100 EA → 4 EA (\u221296)\n" in said
    assert "Withdrawn\tUA-0002\tProjectile, 155 mm\n" in said


def test_what_it_does_to_us(asked: Asked, office: Procure, touched: str) -> None:
    gone, over = asked("list", "effects")
    assert (gone["number"], gone["line"], gone["state"]) == (touched, PAIRED, "open")
    assert over["over"] == {"quantity": 6, "usd": {"minor": 6_000_000, "currency": "USD"}}
    said = office("list", "effects").out
    assert f"2\t{touched}\tUA-0001\tAuthorised\tOpen\n" in said
    assert "  Over by 6 EA (USD 60,000.00): more of the line is committed" in said


def test_each_next_step(asked: Asked, office: Procure, place: Place, touched: str) -> None:
    gone, over = asked("list", "effects")
    asked_now = office("effect", "ask", over["effect"]).out
    assert f"Our reference: {touched}, line {GREEN}, UA-TEST version 2" in asked_now
    assert asked("effect", "show", over["effect"])["state"] == "asked"
    accepted = asked("effect", "accept", gone["effect"], "--reason", "Settled by phone")
    assert (accepted["state"], accepted["acts"][0]["text"]) == ("accepted", "Settled by phone")
    replacement = asked("effect", "amend", over["effect"])
    assert [(one["line"], one["quantity"]) for one in replacement["lines"]] == [(GREEN, 4)]
    assert asked("effect", "show", over["effect"])["state"] == "replacement drafted"
    asked("commitment", "withdraw", touched, "--reason", "Replaced", officer=AUTHORISER)
    key = place.key(PREPARER).path
    submitted = asked("commitment", "submit", replacement["id"], "--p12", key)
    assert submitted["state"] == "submitted"
    assert asked("list", "effects") == []
    assert office("list", "effects").out == "Nothing waits for a decision.\n"
    assert "Accepted by Preparer" in office("effect", "show", gone["effect"]).out


def test_a_draft_is_changed_itself(asked: Asked, place: Place) -> None:
    drafted = asked(
        *("commitment", "draft", "--currency", "USD", "--budget-line", "Test"),
        *("--line", f"{GREEN}=10"),
    )
    asked("list", "import", publish(place))
    (found,) = asked("list", "effects")
    changed = asked("effect", "amend", found["effect"])
    assert (changed["id"], changed["lines"][0]["quantity"]) == (drafted["id"], 4)
    assert asked("effect", "show", found["effect"])["settlement"] == "draft changed"


def test_what_is_refused(asked: Asked, refused: Refused, touched: str) -> None:
    assert "No effect 99" in refused(1, "effect", "show", 99)
    refused(1, "effect", "accept", 1, "--reason", " ")
    refused(1, "effect", "accept", 1, "--reason", "Reason", officer=AUDITOR)
    refused(1, "list", "compare", "UA-TEST", 1, 7)
    asked("effect", "accept", 1, "--reason", "Reason")
    assert "is accepted" in refused(1, "effect", "amend", 1)
