import pytest

from procure_desktop.domain.commitment import CommitmentId, DocumentState
from procure_desktop.domain.errors import (
    CommitmentUnknownError,
    EmptyTextError,
    NotPreparerError,
    OwnPreparationError,
    RoleMissingError,
    TextTooLongError,
    WrongStateError,
)
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_commitment, read_history
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from tests.office_factory import GREEN, Place, authorise, draft, submit
from tests.services.conftest import Unchanged


def outstanding(office: Office) -> int:
    return read_line(office, GREEN).outstanding.quantity


def test_returning_frees_and_keeps_the_reason(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place, quantity=10)
    assert outstanding(preparer) == 90
    returned = return_commitment(authoriser, made.id, "  The budget line is last year's.  ")
    assert outstanding(preparer) == 100
    assert (returned.state, returned.reason) == (
        DocumentState.RETURNED, "The budget line is last year's.",
    )  # fmt: skip
    assert read_commitment(preparer, made.id) == returned
    last = read_history(preparer, made)[-1]
    assert (last.officer, last.change.after["reason"]) == ("Authoriser", returned.reason)


def test_only_an_authoriser_who_did_not_prepare_returns(
    place: Place, preparer: Office, deputy: Office, auditor: Office, unchanged: Unchanged
) -> None:
    made, own = submit(preparer, place), submit(deputy, place)
    for office in (preparer, auditor):
        with unchanged(office), pytest.raises(RoleMissingError):
            return_commitment(office, made.id, "Test reason")
    with unchanged(deputy), pytest.raises(OwnPreparationError):
        return_commitment(deputy, own.id, "Test reason")


def test_only_what_is_in_review_is_returned(
    place: Place, preparer: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    for made in (draft(preparer), authorise(authoriser, place, submit(preparer, place))):
        with unchanged(authoriser), pytest.raises(WrongStateError):
            return_commitment(authoriser, made.id, "Test reason")


@pytest.mark.parametrize(
    ("reason", "error"), [(" ", EmptyTextError), ("x" * 501, TextTooLongError)]
)
def test_a_reason_is_needed(
    preparer: Office, authoriser: Office, reason: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        return_commitment(authoriser, CommitmentId(1), reason)
    with pytest.raises(error):
        withdraw_commitment(preparer, CommitmentId(1), reason)


def test_the_preparer_withdraws_until_it_is_authorised(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    returned = return_commitment(authoriser, submit(preparer, place).id, "Test reason")
    for made in (draft(preparer), submit(preparer, place, quantity=5), returned):
        gone = withdraw_commitment(preparer, made.id, "Test reason")
        assert gone.state == DocumentState.WITHDRAWN
    assert outstanding(preparer) == 100


def test_an_authoriser_withdraws_what_is_authorised(
    place: Place, preparer: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = authorise(authoriser, place, submit(preparer, place, quantity=5))
    with unchanged(preparer), pytest.raises(RoleMissingError):
        withdraw_commitment(preparer, made.id, "Test reason")
    gone = withdraw_commitment(authoriser, made.id, "Test reason")
    assert (gone.state, gone.authorised_by) == (
        DocumentState.WITHDRAWN, authoriser.officer.id,
    )  # fmt: skip
    assert outstanding(preparer) == 100


def test_nobody_else_withdraws(
    place: Place,
    preparer: Office,
    authoriser: Office,
    deputy: Office,
    administrator: Office,
    unchanged: Unchanged,
) -> None:
    made = submit(preparer, place)
    for office in (authoriser, deputy):
        with unchanged(office), pytest.raises(NotPreparerError):
            withdraw_commitment(office, made.id, "Test reason")
    with unchanged(administrator), pytest.raises(RoleMissingError):
        withdraw_commitment(administrator, made.id, "Test reason")
    own = authorise(authoriser, place, submit(deputy, place))
    with unchanged(deputy), pytest.raises(OwnPreparationError):
        withdraw_commitment(deputy, own.id, "Test reason")


def test_what_is_withdrawn_stays_so(place: Place, preparer: Office, unchanged: Unchanged) -> None:
    made = withdraw_commitment(preparer, submit(preparer, place).id, "Test reason")
    with unchanged(preparer), pytest.raises(WrongStateError):
        withdraw_commitment(preparer, made.id, "Test reason")


def test_an_unknown_commitment_is_refused(preparer: Office) -> None:
    with pytest.raises(CommitmentUnknownError):
        withdraw_commitment(preparer, CommitmentId(99), "Test reason")
