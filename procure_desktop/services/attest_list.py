"""Attest to a list that came without proof: two officers, one of them an authoriser, and the letter kept."""

from dataclasses import dataclass, replace

from procure_desktop.domain.attestation import Attestation, Letter, check_attestor
from procure_desktop.domain.errors import (
    LetterDiffersError,
    LetterMissingError,
    LetterStoredError,
    ListApprovedError,
    ListRenewedError,
    ListUnknownError,
)
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Officer, Role
from procure_desktop.domain.request_list import Approval, ListEdition
from procure_desktop.services.letters import LetterFile, read_letter
from procure_desktop.services.office import Office
from procure_desktop.store.attestations import (
    add_attestation,
    add_letter,
    attestation_of,
    letter_pdf,
    load_attestation,
    release_key,
)
from procure_desktop.store.database import Transaction
from procure_desktop.store.figures import list_editions
from procure_desktop.store.lists import approve_list


@dataclass(frozen=True, slots=True)
class ListStanding:
    """The newest version of a list with its letter and who attested to it; None while it has no letter."""

    edition: ListEdition
    attestation: Attestation | None

    @property
    def letter_sha256(self) -> str:
        """The letter's hash, nothing while there is none."""
        return self.attestation.letter.sha256 if self.attestation else ""


def unapproved_lists(office: Office) -> tuple[ListStanding, ...]:
    """The lists whose newest version waits for attestations."""
    with office.database.reading() as tx:
        return tuple(
            ListStanding(one, attestation_of(tx, one))
            for one in list_editions(tx)
            if one.approval is Approval.UNAPPROVED
        )


def read_standing(office: Office, serial: str) -> ListStanding:
    """How the newest version of a list stands; ListUnknownError."""
    with office.database.reading() as tx:
        edition = _newest(tx, serial)
        return ListStanding(edition, attestation_of(tx, edition))


def read_letter_of(office: Office, serial: str) -> bytes:
    """The PDF of the letter of a list's newest version; ListUnknownError, LetterMissingError."""
    with office.database.reading() as tx:
        edition = _newest(tx, serial)
        pdf = letter_pdf(tx, release_key(tx, serial, edition.version))
    if pdf is None:
        raise LetterMissingError(serial=serial)
    return pdf


def attest_list(
    office: Office, serial: str, given: LetterFile | None = None, seen: str = "", version: int = 0
) -> ListStanding:
    """Attest to the newest version of a list, which the second attestation makes one to commit to.

    The first officer brings the letter where none is stored yet; whoever attests to a stored one says by
    `seen` (its SHA-256) which letter was looked at. `version` is the one that was looked at: another may have
    come since; 0 takes the newest as it is. Raises RoleMissingError, AttestedTwiceError,
    AuthoriserMissingError, ListUnknownError, ListRenewedError, ListApprovedError, LetterMissingError,
    LetterStoredError, LetterDiffersError, and what read_letter raises.
    """
    read = read_letter(given, office.now().date()) if given else None
    with office.database.transaction() as tx:
        officer = office.acting(tx, Role.PREPARER, Role.AUTHORISER)
        edition = _newest(tx, serial)
        if version not in {0, edition.version}:
            raise ListRenewedError(serial=serial, version=version, newest=edition.version)
        if edition.approval is not Approval.UNAPPROVED:
            raise ListApprovedError(serial=serial, version=edition.version)
        before = attestation_of(tx, edition)
        check_attestor(officer, before.attestors if before else ())
        if before is None:
            _bring(office, tx, edition, read)
        else:
            _check_seen(serial, before, read, seen)
        standing = _attest(office, tx, edition, officer)
        office.record(tx, Change("list attested", f"list {serial}", None, _snapshot(standing)))
    return standing


def _bring(
    office: Office, tx: Transaction, edition: ListEdition, read: tuple[Letter, bytes] | None
) -> None:
    if read is None:
        raise LetterMissingError(serial=edition.serial)
    attach_letter(office, tx, edition.serial, edition.version, read)


def _check_seen(
    serial: str, before: Attestation, read: tuple[Letter, bytes] | None, seen: str
) -> None:
    if read is not None and read[0].sha256 != before.letter.sha256:
        raise LetterStoredError(serial=serial)
    if read is None and seen != before.letter.sha256:
        raise LetterDiffersError(serial=serial)


def _attest(
    office: Office, tx: Transaction, edition: ListEdition, officer: Officer
) -> ListStanding:
    release = release_key(tx, edition.serial, edition.version)
    add_attestation(tx, release, officer, office.now())
    attestation = load_attestation(tx, release)
    if attestation is not None and attestation.complete:
        approve_list(tx, edition.serial, edition.version)
        edition = replace(edition, approval=Approval.ATTESTED)
    return ListStanding(edition, attestation)


def _newest(tx: Transaction, serial: str) -> ListEdition:
    for edition in list_editions(tx):
        if edition.serial == serial:
            return edition
    raise ListUnknownError(serial=serial)


def _snapshot(standing: ListStanding) -> dict[str, object]:
    attestation = standing.attestation
    return {
        "serial": standing.edition.serial,
        "version": standing.edition.version,
        "approval": standing.edition.approval.value,
        "letter": letter_snapshot(attestation.letter) if attestation else None,
        "attested_by": [one.name for one in attestation.attestors] if attestation else [],
    }


def attach_letter(
    office: Office, tx: Transaction, serial: str, version: int, given: tuple[Letter, bytes]
) -> None:
    """Store the letter that came with a spreadsheet, in the transaction of its import."""
    letter, pdf = given
    release = release_key(tx, serial, version)
    add_letter(tx, release, letter, pdf, office.officer.id, office.now())


def letter_snapshot(letter: Letter) -> dict[str, object]:
    """What the journal keeps of a letter."""
    return {
        "file": letter.name,
        "reference": letter.reference,
        "day": letter.day.isoformat(),
        "sha256": letter.sha256,
    }
