from datetime import date

import pytest

from procure_desktop.domain.comparison import Field, FieldChange
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Colour, Step
from procure_desktop.wording.changes import (
    change_words,
    changed_fields,
    content_words,
    difference_words,
    field_name,
)
from tests.office_factory import stamp


@pytest.mark.parametrize("field", Field)
def test_every_field_has_a_name(field: Field) -> None:
    assert field_name(field)[0].isupper()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (FieldChange(Field.OUTSTANDING, 1200, 4), "1,200 EA → 4 EA (\u22121,196)"),
        (
            FieldChange(Field.UNIT_PRICE, Money(100_00, "USD"), Money(150_00, "USD")),
            "USD 100.00 → USD 150.00 (+USD 50.00)",
        ),
        (
            FieldChange(Field.UNIT_PRICE, Money(150_00, "USD"), Money(100_00, "USD")),
            "USD 150.00 → USD 100.00 (\u2212USD 50.00)",
        ),
        (FieldChange(Field.LEAD_MONTHS, 1, 12), "1 month → 12 months (+11)"),
        (FieldChange(Field.PRIORITY, 3, 2), "3 → 2"),
        (FieldChange(Field.URGENT, True, False), "Yes → No"),
        (FieldChange(Field.COLOUR, Colour.GREEN, Colour.RED), "Green → Red"),
        (FieldChange(Field.REMARKS, "", "New"), "– → New"),
        (FieldChange(Field.SUBSTITUTES, ("A", "B"), ()), "A\nB → –"),
        (
            FieldChange(Field.REQUIRED_BY, date(2027, 3, 31), date(2027, 4, 1)),
            "31 Mar 2027 → 1 Apr 2027",
        ),
    ],
)
def test_a_change_says_before_after_and_by_how_much(change: FieldChange, words: str) -> None:
    assert change_words(change, "EA") == words


def test_a_stamp_is_said_whole() -> None:
    said = content_words(Field.STAMPS, (stamp(Step.US_RELEASE),), "EA")
    assert said == "US release, Approved, 1 May 2026, Test body, Test office"


def test_names_after_each_other() -> None:
    changes = (FieldChange(Field.RANK, 1, 2), FieldChange(Field.REMARKS, "", "x"))
    assert changed_fields(changes) == "Rank, Remarks"
    assert difference_words(changes[1]) == ""
