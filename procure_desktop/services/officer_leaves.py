"""An officer leaves: no slot, no roles, and what was left unfinished is handed over or withdrawn."""

from dataclasses import dataclass

from procure_desktop.domain.commitment import Commitment, CommitmentId, DocumentState
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Officer, Role, check_leaving
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import close_commitment
from procure_desktop.services.snapshots import officer_snapshot
from procure_desktop.store.commitments import load_commitment, set_preparer, unfinished_of
from procure_desktop.store.database import Transaction
from procure_desktop.store.keys import read_key_file, write_key_file
from procure_desktop.store.officers import find_officer, let_go, officers_with


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What an officer would leave behind: how many drafts, and who could take them over."""

    drafts: int
    preparers: tuple[str, ...]


def unfinished(office: Office, name: str) -> Unfinished:
    """Look what has to be handed over before an officer leaves; OfficerUnknownError."""
    with office.database.reading() as tx:
        leaving = find_officer(tx, name)
        drafts = len(unfinished_of(tx, leaving.id))
        others = [one.name for one in officers_with(tx, Role.PREPARER) if one.id != leaving.id]
    return Unfinished(drafts, tuple(others))


def let_officer_leave(office: Office, name: str, successor: str = "") -> Officer:
    """Take an officer's slot and roles away for good; drafts and returned commitments go to `successor`.

    Without a successor they are withdrawn. What was submitted stays in review, what was signed stays valid. The
    officer who leaves has known the data key: a copy of the office that was made before can still be opened.
    Raises RoleMissingError, OfficerUnknownError, OfficerLeftError, LastAdministratorError.
    """
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        before = find_officer(tx, name)
        check_leaving(before, officers_with(tx, Role.ADMINISTRATOR))
        after = let_go(tx, before, office.now())
        heir = _heir(tx, successor)
        for commitment_id in unfinished_of(tx, before.id):
            _pass_on(office, tx, commitment_id, before, heir)
        snapshots = (officer_snapshot(before), officer_snapshot(after))
        office.record(tx, Change("officer left", f"officer {name}", *snapshots))
        # Last, and before the commit: an officer who left is refused even with a slot put back.
        keys = read_key_file(office.files.keys)
        write_key_file(office.files.keys, keys.without(name))
    return after


def _heir(tx: Transaction, name: str) -> Officer | None:
    if not name:
        return None
    heir = find_officer(tx, name)
    heir.require(Role.PREPARER)
    return heir


def _pass_on(
    office: Office,
    tx: Transaction,
    commitment_id: CommitmentId,
    leaving: Officer,
    heir: Officer | None,
) -> None:
    drafted = load_commitment(tx, commitment_id)
    if heir is None:
        reason = f"{leaving.name} left"
        close_commitment(office, tx, drafted, DocumentState.WITHDRAWN, reason)
    else:
        _hand_over(office, tx, drafted, leaving, heir)


def _hand_over(
    office: Office, tx: Transaction, drafted: Commitment, leaving: Officer, heir: Officer
) -> None:
    set_preparer(tx, drafted.id, heir.id, office.now())
    snapshots = ({"prepared_by": leaving.name}, {"prepared_by": heir.name})
    office.record(tx, Change("commitment handed over", subject_of(drafted), *snapshots))
