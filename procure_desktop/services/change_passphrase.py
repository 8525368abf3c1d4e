"""Change the signed-in officer's own passphrase; the data key stays what it is."""

from procure_desktop.domain.journal import Change
from procure_desktop.services.office import Office
from procure_desktop.store.keys import read_key_file, unwrap, wrap, write_key_file


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Wrap the data key for the signed-in officer under another passphrase.

    Backups made before keep the old one. Raises WrongPassphraseError, WeakPassphraseError; nothing is
    changed then.
    """
    name = office.officer.name
    with office.database.transaction() as tx:
        keys = read_key_file(office.files.keys)
        changed = wrap(keys, name, new, unwrap(keys, name, old))
        office.record(tx, Change("passphrase changed", f"officer {name}", None, None))
        # Last, and before the commit: when the disk refuses, nothing was journaled either.
        write_key_file(office.files.keys, changed)
