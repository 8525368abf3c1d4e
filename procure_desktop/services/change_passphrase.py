"""Change the signed-in officer's own passphrase; the data key stays what it is."""

from procure_desktop.domain.journal import Change
from procure_desktop.services.office import Office
from procure_desktop.services.unlock import unlock
from procure_desktop.store.keys import read_key_file, wrap, write_key_file


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Wrap the data key for the signed-in officer under another passphrase.

    Backups made before keep the old one. Raises WrongPassphraseError, SignInDelayedError,
    WeakPassphraseError; nothing is changed then.
    """
    name = office.officer.name
    with office.database.transaction() as tx:
        key = unlock(office.files, name, old, office.now())
        changed = wrap(read_key_file(office.files.keys), name, new, key)
        office.record(tx, Change("passphrase changed", f"officer {name}", None, None))
        # Last, and before the commit: when the disk refuses, nothing was journaled either.
        write_key_file(office.files.keys, changed)
