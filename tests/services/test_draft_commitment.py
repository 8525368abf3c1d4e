from dataclasses import replace

import pytest

from procure_desktop.domain.commitment import Commitment, DocumentState, Order
from procure_desktop.domain.errors import (
    NotPreparerError,
    OverCommitmentError,
    RoleMissingError,
    WrongStateError,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import dollar_rate
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import (
    find_commitment,
    read_commitment,
    read_history,
)
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from tests.office_factory import (
    GREEN,
    PAIRED,
    ROUTINE,
    SCARCE,
    TODAY,
    Place,
    draft,
    make_terms,
    submit,
)
from tests.services.conftest import Unchanged

ORDERS = (Order(PAIRED, amount=Money(999_999, "EUR")), Order(GREEN, quantity=2))


def test_a_draft_has_no_number_and_holds_nothing(preparer: Office) -> None:
    made = draft_commitment(preparer, ORDERS, make_terms())
    assert (made.number, made.version, made.state) == ("", 0, DocumentState.DRAFT)
    assert (made.prepared_by, made.authorised_by) == (preparer.officer.id, None)
    assert read_line(preparer, GREEN).outstanding.quantity == 100
    assert read_commitment(preparer, made.id) == made == find_commitment(preparer, str(made.id))


def test_drafts_may_ask_together_for_more_than_there_is(preparer: Office) -> None:
    for _ in range(3):
        draft(preparer, SCARCE, 30)
    with pytest.raises(OverCommitmentError):
        draft(preparer, SCARCE, 31)


def test_a_draft_in_dollars(preparer: Office) -> None:
    terms = make_terms("USD", dollar_rate(TODAY))
    made = draft_commitment(preparer, (Order(GREEN, quantity=2),), terms)
    assert made.national == made.usd == Money(2_000_000, "USD")
    assert read_commitment(preparer, made.id) == made


def test_only_a_preparer_drafts(
    authoriser: Office, auditor: Office, administrator: Office, unchanged: Unchanged
) -> None:
    for office in (authoriser, auditor, administrator):
        with unchanged(office), pytest.raises(RoleMissingError) as refused:
            draft(office)
        assert refused.value.roles == (Role.PREPARER,)


def test_a_draft_can_be_revised_by_its_preparer_alone(
    preparer: Office, deputy: Office, unchanged: Unchanged
) -> None:
    made = draft_commitment(preparer, ORDERS, make_terms())
    terms = replace(make_terms(), budget_line="Another budget line", validity=None)
    revised = revise_draft(preparer, made.id, (Order(ROUTINE, quantity=1),), terms)
    assert read_commitment(preparer, made.id) == revised
    assert [line.line for line in revised.lines] == [ROUTINE]
    assert (revised.id, revised.marking.value) == (made.id, "UNMARKED")
    with unchanged(deputy), pytest.raises(NotPreparerError):
        revise_draft(deputy, made.id, ORDERS, make_terms())
    actions = [entry.change.action for entry in read_history(preparer, revised)]
    assert actions == ["commitment drafted", "commitment revised"]


def refuse_revision(preparer: Office, made: Commitment, unchanged: Unchanged) -> None:
    with unchanged(preparer), pytest.raises(WrongStateError):
        revise_draft(preparer, made.id, ORDERS, make_terms())


def test_what_was_submitted_is_not_revised(
    place: Place, preparer: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = submit(preparer, place)
    refuse_revision(preparer, made, unchanged)
    return_commitment(authoriser, made.id, "Test reason")
    revised = revise_draft(preparer, made.id, ORDERS, make_terms())
    assert (revised.number, revised.version, revised.state) == (
        made.number, 1, DocumentState.RETURNED,
    )  # fmt: skip
    withdraw_commitment(preparer, made.id, "Test reason")
    refuse_revision(preparer, made, unchanged)


def test_journal_entries_say_before_and_after(preparer: Office) -> None:
    made = draft_commitment(preparer, ORDERS, make_terms())
    revise_draft(preparer, made.id, (Order(GREEN, quantity=1),), make_terms())
    drafted, revised = read_history(preparer, made)
    assert drafted.change.before is None
    assert drafted.change.after == revised.change.before
    assert [line["line"] for line in revised.change.after["lines"]] == [GREEN]
    assert drafted.officer == "Preparer"
