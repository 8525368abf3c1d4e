"""An officer who left has no slot and no roles; what was left unfinished goes on or ends, and nothing else."""

import pytest

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.errors import (
    LastAdministratorError,
    OfficerExistsError,
    OfficerLeftError,
    OfficerUnknownError,
    RoleMissingError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.officer import Role
from procure_desktop.domain.verdict import Answer
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.draft_commitment import revise_draft
from procure_desktop.services.enrol_officer import add_officer, enrol_certificate
from procure_desktop.services.export_document import export_document
from procure_desktop.services.office import Office
from procure_desktop.services.officer_leaves import Unfinished, let_officer_leave, unfinished
from procure_desktop.services.open_office import officer_names, open_office
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.services.recovery_key import make_recovery_key, recover_office
from procure_desktop.services.return_commitment import return_commitment
from procure_desktop.services.verify_document import verify_document
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import (
    ADMINISTRATOR,
    AUDITOR,
    AUTHORISER,
    DEPUTY,
    NOW,
    PASSPHRASE,
    PREPARER,
    Place,
    authorise,
    draft,
    submit,
)
from tests.services.conftest import Unchanged


def journal(office: Office) -> list[tuple[str, str]]:
    rows = read_rows(office, Listing.JOURNAL, list_ids(office, Query(Listing.JOURNAL)))
    return [(row["action"], row["subject"]) for row in reversed(rows)]


def test_who_left_cannot_sign_in_and_does_not_act_any_more(
    place: Place, administrator: Office, authoriser: Office, preparer: Office
) -> None:
    left = let_officer_leave(administrator, AUTHORISER)
    assert (left.roles, left.left_at) == (frozenset(), NOW)
    assert AUTHORISER not in officer_names(place.office)
    with pytest.raises(OfficerUnknownError):
        open_office(place.office, AUTHORISER, PASSPHRASE)
    reviewed = submit(preparer, place)
    with pytest.raises(OfficerLeftError):
        return_commitment(authoriser, reviewed.id, "too late")
    verify_journal(administrator)
    assert ("officer left", f"officer {AUTHORISER}") in journal(administrator)


def test_a_key_file_put_back_opens_nothing_for_who_left(
    place: Place, administrator: Office
) -> None:
    kept = administrator.files.keys.read_bytes()
    let_officer_leave(administrator, PREPARER)
    administrator.files.keys.write_bytes(kept)
    with pytest.raises(OfficerLeftError):
        open_office(place.office, PREPARER, PASSPHRASE)


def test_the_recovery_key_brings_nobody_back(place: Place, administrator: Office) -> None:
    key = make_recovery_key(administrator)
    let_officer_leave(administrator, PREPARER)
    with pytest.raises(OfficerLeftError):
        recover_office(place.office, key.text, PREPARER, PASSPHRASE)
    with pytest.raises(OfficerLeftError):
        enrol_certificate(administrator, PREPARER, CertificateFile(place.certificate(PREPARER)))
    with pytest.raises(OfficerExistsError):
        add_officer(administrator, PREPARER, {Role.PREPARER}, PASSPHRASE)


def test_drafts_are_handed_over_and_go_on(
    place: Place, administrator: Office, preparer: Office, deputy: Office, authoriser: Office
) -> None:
    drafted, returned = draft(preparer), submit(preparer, place)
    return_commitment(authoriser, returned.id, "again")
    reviewed, signed = (
        submit(preparer, place),
        authorise(authoriser, place, submit(preparer, place)),
    )
    assert unfinished(administrator, PREPARER) == Unfinished(2, (DEPUTY,))
    let_officer_leave(administrator, PREPARER, DEPUTY)
    assert unfinished(administrator, PREPARER) == Unfinished(0, (DEPUTY,))
    for taken in (drafted, returned):
        now = read_commitment(deputy, taken.id)
        assert now.prepared_by == deputy.officer.id
        orders = tuple(line.order for line in now.lines)
        revise_draft(deputy, now.id, orders, now.terms)
    assert read_commitment(deputy, reviewed.id).prepared_by == preparer.officer.id
    assert authorise(authoriser, place, reviewed).state == DocumentState.AUTHORISED
    assert read_commitment(deputy, signed.id).state == DocumentState.AUTHORISED
    said = [entry for entry in journal(administrator) if entry[0] == "commitment handed over"]
    assert len(said) == 2
    verify_journal(administrator)


def test_without_a_successor_drafts_are_withdrawn(
    place: Place, administrator: Office, preparer: Office
) -> None:
    drafted, reviewed = draft(preparer), submit(preparer, place)
    let_officer_leave(administrator, PREPARER)
    withdrawn = read_commitment(administrator, drafted.id)
    assert (withdrawn.state, withdrawn.reason) == (DocumentState.WITHDRAWN, "Preparer left")
    assert read_commitment(administrator, reviewed.id).state == DocumentState.SUBMITTED


def test_the_last_administrator_stays(administrator: Office, unchanged: Unchanged) -> None:
    with unchanged(administrator), pytest.raises(LastAdministratorError):
        let_officer_leave(administrator, ADMINISTRATOR)


def test_an_administrator_may_leave_when_another_is_there(
    place: Place, administrator: Office
) -> None:
    add_officer(administrator, "Second", {Role.ADMINISTRATOR}, PASSPHRASE)
    let_officer_leave(administrator, ADMINISTRATOR)
    with pytest.raises(OfficerLeftError):
        add_officer(administrator, "Third", {Role.ADMINISTRATOR}, PASSPHRASE)
    second = open_office(place.office, "Second", PASSPHRASE)
    with pytest.raises(LastAdministratorError):
        let_officer_leave(second, "Second")
    second.close()


@pytest.mark.parametrize(
    ("name", "successor", "refusal"),
    [
        ("Nobody", "", OfficerUnknownError),
        (PREPARER, "Nobody", OfficerUnknownError),
        (PREPARER, AUDITOR, RoleMissingError),
        (PREPARER, PREPARER, OfficerLeftError),
    ],
)
def test_a_refused_leave_changes_nothing(
    administrator: Office,
    preparer: Office,
    unchanged: Unchanged,
    name: str,
    successor: str,
    refusal: type[Exception],
) -> None:
    draft(preparer)
    with unchanged(administrator), pytest.raises(refusal):
        let_officer_leave(administrator, name, successor)


def test_nobody_leaves_twice(administrator: Office, unchanged: Unchanged) -> None:
    let_officer_leave(administrator, AUDITOR)
    with unchanged(administrator), pytest.raises(OfficerLeftError):
        let_officer_leave(administrator, AUDITOR)


def test_only_the_administrator_lets_go(preparer: Office, unchanged: Unchanged) -> None:
    with unchanged(preparer), pytest.raises(RoleMissingError):
        let_officer_leave(preparer, AUDITOR)


def test_what_was_signed_stays_valid(
    place: Place, administrator: Office, preparer: Office, authoriser: Office
) -> None:
    signed = authorise(authoriser, place, submit(preparer, place))
    let_officer_leave(administrator, PREPARER)
    let_officer_leave(administrator, AUTHORISER)
    path = place.folder / "signed.pdf"
    export_document(administrator, signed.id, path)
    assert verify_document(path, (), administrator).answer == Answer.VALID
