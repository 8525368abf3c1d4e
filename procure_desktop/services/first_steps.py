"""What an office has to do before it works, in its order, each seen to be done or not."""

from enum import StrEnum

from procure_desktop.domain.officer import Officer, Role
from procure_desktop.services.office import Office
from procure_desktop.store.beginnings import has_commitment, has_done, has_list
from procure_desktop.store.database import Transaction
from procure_desktop.store.keys import read_key_file
from procure_desktop.store.office_settings import load_settings
from procure_desktop.store.officers import officers_with
from procure_desktop.store.trusts import load_trust


class FirstStep(StrEnum):
    """One of them."""

    OFFICE = "make the office"
    OFFICERS = "add officers"
    CERTIFICATES = "enrol certificates"
    RECOVERY_KEY = "make a recovery key"
    BACKUPS = "back up"
    LIST = "import a list"
    COMMITMENT = "commit funds"


def first_steps(office: Office) -> frozenset[FirstStep]:
    """Those that are done, by the office as it is now."""
    with office.database.reading() as tx:
        preparers = officers_with(tx, Role.PREPARER)
        authorisers = officers_with(tx, Role.AUTHORISER)
        found = {
            FirstStep.OFFICE: True,
            FirstStep.OFFICERS: _work_together(preparers, authorisers),
            FirstStep.CERTIFICATES: _work_together(_certified(preparers), _certified(authorisers)),
            FirstStep.RECOVERY_KEY: read_key_file(office.files.keys).recoverable,
            FirstStep.BACKUPS: _backs_up(tx),
            FirstStep.LIST: has_list(tx),
            FirstStep.COMMITMENT: has_commitment(tx),
        }
    return frozenset(step for step, done in found.items() if done)


def awaits_releases(office: Office) -> bool:
    """Whether a release authority is pinned; without one a list comes as a spreadsheet with a letter."""
    with office.database.reading() as tx:
        return bool(load_trust(tx))


def _work_together(preparers: list[Officer], authorisers: list[Officer]) -> bool:
    """Whether one can authorise what another prepared."""
    return any(one.id != other.id for one in preparers for other in authorisers)


def _certified(officers: list[Officer]) -> list[Officer]:
    return [one for one in officers if one.fingerprint]


def _backs_up(tx: Transaction) -> bool:
    return bool(load_settings(tx).backup_folder) or has_done(tx, "office backed up")
