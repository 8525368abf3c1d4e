"""Authorise a submitted commitment: a second officer countersigns the same bytes."""

from dataclasses import replace

from procure_desktop.domain.commitment import Commitment, CommitmentId, DocumentState, check_step
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role, check_separation
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import check_still_open
from procure_desktop.services.sign_document import sign_and_verify
from procure_desktop.services.signing_key import KeyFile, open_signing_key
from procure_desktop.services.snapshots import commitment_snapshot
from procure_desktop.store.commitments import load_commitment, set_state
from procure_desktop.store.documents import add_authorisation, load_document


def authorise_commitment(
    office: Office, commitment_id: CommitmentId, key_file: KeyFile
) -> Commitment:
    """Authorise what another officer prepared and submitted.

    Raises RoleMissingError, OwnPreparationError, WrongStateError, and what open_signing_key,
    check_still_open and sign_and_verify raise.
    """
    key = open_signing_key(office, key_file)
    with office.database.transaction() as tx:
        authoriser = office.acting(tx, Role.AUTHORISER)
        submitted = load_commitment(tx, commitment_id)
        check_step(submitted, DocumentState.AUTHORISED)
        check_separation(submitted.prepared_by, authoriser)
        check_still_open(tx, submitted, office.now().date())
        authorised = replace(submitted, state=DocumentState.AUTHORISED, authorised_by=authoriser.id)
        stored = load_document(tx, submitted.id, submitted.version)
        signers = (
            (SignatureRole.PREPARED_BY, stored.prepared_fingerprint),
            (SignatureRole.AUTHORISED_BY, key.certificate.fingerprint),
        )
        pdf = sign_and_verify(office, stored.frozen, stored.pdf, key, signers)
        add_authorisation(tx, submitted, pdf, key.certificate.fingerprint, office.now())
        set_state(tx, authorised, office.now())
        change = Change(
            "commitment authorised",
            subject_of(authorised),
            commitment_snapshot(submitted),
            commitment_snapshot(authorised) | {"certificate": key.certificate.fingerprint},
        )
        office.record(tx, change)
    return authorised
