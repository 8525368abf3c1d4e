"""Pin the release authority whose lists the office accepts."""

from pathlib import Path

from procure_desktop.domain.errors import TrustMissingError, TrustPinnedError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.exchange.release_verification import (
    TrustState,
    Versions,
    pin_root,
    root_fingerprint,
)
from procure_desktop.files import read_file
from procure_desktop.services.office import Office
from procure_desktop.store.database import Transaction
from procure_desktop.store.trusts import TrustedRole, load_trust, set_trust

_MOST_ROOT = 1_000_000


def pin_trust(office: Office, path: Path) -> str:
    """Pin the root in `path` and return its fingerprint (SHA-256, hex) for reading aloud.

    The same root again changes nothing. Another root is refused: the authority hands a new one out
    inside a release, signed by the old. Raises RoleMissingError, TrustRootUnreadableError, TrustPinnedError.
    """
    state = read_root(path)
    fingerprint = root_fingerprint(state.root)
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        pinned = _pinned(tx)
        if pinned == fingerprint:
            return fingerprint
        if pinned is not None:
            raise TrustPinnedError(fingerprint=pinned)
        store_trust(tx, state)
        office.record(tx, Change("authority pinned", "office", None, {"root": fingerprint}))
    return fingerprint


def read_root(path: Path) -> TrustState:
    """Begin to trust the root in `path`; FileUnreadableError, TrustRootUnreadableError."""
    return pin_root(read_file(path, _MOST_ROOT), path)


def pinned_fingerprint(office: Office) -> str | None:
    """The fingerprint of the pinned root; None when no authority is pinned."""
    with office.database.reading() as tx:
        return _pinned(tx)


def trust_of(tx: Transaction) -> TrustState:
    """What the office trusts; TrustMissingError when no authority is pinned."""
    roles = {one.role: one for one in load_trust(tx)}
    if not roles:
        raise TrustMissingError
    names = ("root", "timestamp", "snapshot", "targets")
    root, timestamp, snapshot, targets = (roles[name].metadata for name in names)
    return TrustState(
        root, timestamp, snapshot, targets, Versions(*(roles[name].version for name in names))
    )


def store_trust(tx: Transaction, state: TrustState) -> None:
    """Keep what a release proved."""
    versions = state.versions
    set_trust(
        tx,
        (
            TrustedRole("root", versions.root, state.root),
            TrustedRole("timestamp", versions.timestamp, state.timestamp),
            TrustedRole("snapshot", versions.snapshot, state.snapshot),
            TrustedRole("targets", versions.targets, state.targets),
        ),
    )


def _pinned(tx: Transaction) -> str | None:
    try:
        return root_fingerprint(trust_of(tx).root)
    except TrustMissingError:
        return None
