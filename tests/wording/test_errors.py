"""Every refusal and fault has a sentence, and it can be read."""

import inspect
import re
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from procure_desktop.domain import errors
from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.donation import Basis
from procure_desktop.domain.errors import Fault, ProcureError, Refusal
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Colour, Step
from procure_desktop.domain.settling import EffectState
from procure_desktop.domain.spreadsheet import Limit, ListField
from procure_desktop.wording.errors import sentence

CLASSES = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, ProcureError) and found not in {ProcureError, Refusal, Fault}
]
SAMPLES: dict[str, Any] = {
    "str": "Sample",
    "int": 1234567,
    "int | None": 1234567,
    "date": date(2026, 2, 13),
    "datetime": datetime(2026, 2, 13, 14, 5, tzinfo=UTC),
    "Path": Path("Sample.pdf"),
    "Money": Money(123450, "EUR"),
    "Role": Role.PREPARER,
    "tuple[Role, ...]": (Role.PREPARER, Role.AUTHORISER),
    "LineId": "UA-0001",
    "Step": Step.US_RELEASE,
    "Colour": Colour.YELLOW,
    "Marking": Marking.NATO_SECRET,
    "Basis": Basis.NET_BOOK,
    "DocumentState": DocumentState.SUBMITTED,
    "EffectState": EffectState.ACCEPTED,
    "Limit": Limit.ROWS,
    "ListField": ListField.PRIORITY,
    "tuple[tuple[ListField, ...], ...]": (
        (ListField.IDENTITY, ListField.NUMBER),
        (ListField.UNIT,),
    ),
}


def sample(kind: type[ProcureError]) -> ProcureError:
    # ProcureError itself is no dataclass; everything below it is one, or has no fields.
    values = (
        {field.name: SAMPLES[str(field.type)] for field in fields(kind)}  # type: ignore[arg-type]
        if hasattr(kind, "__dataclass_fields__")
        else {}
    )
    return kind(**values)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_says_a_sentence(kind: type[ProcureError]) -> None:
    said = sentence(sample(kind))
    assert said.endswith(".")
    assert said[0].isupper() or said[0] == "“"
    assert not re.search(r"[{}]|<|None", said)
    assert "\n" not in said
    assert "  " not in said


def test_figures_in_a_sentence_are_written_for_people() -> None:
    refused = errors.OverCommitmentError(
        line="UA-0001",  # type: ignore[arg-type]
        quantity=1200,
        usd=Money(123456789, "USD"),
        outstanding_quantity=-3,
        outstanding_usd=Money(-5, "USD"),
    )
    assert sentence(refused) == (
        "Of line UA-0001, USD -0.05 and a quantity of -3 are outstanding; "
        "USD 1,234,567.89 and a quantity of 1,200 were asked for. Ask for less. Nothing was changed."
    )


def test_the_number_of_an_entry_and_a_fingerprint_have_their_own_form() -> None:
    assert "entry 12345:" in sentence(errors.JournalBrokenError(number=12345))
    assert "0A1B 2C3D" in sentence(errors.TrustPinnedError(fingerprint="0a1b2c3d"))


def test_roles_that_would_do_are_joined() -> None:
    refused = errors.RoleMissingError(officer="A", roles=(Role.PREPARER, Role.AUTHORISER))
    assert sentence(refused) == "A may not do this: it takes the role of preparer or authoriser."


def test_text_with_braces_is_said_as_it_is() -> None:
    assert "“{0} {text}”" in sentence(errors.AmountFormError(text="{0} {text}"))
