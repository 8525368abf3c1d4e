"""The office's side of a list release: verified by TUF against what the office trusts, before it is parsed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Signed, Snapshot, Targets, Timestamp
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from procure_desktop.domain.errors import (
    Refusal,
    ReleaseAlteredError,
    ReleaseExpiredError,
    ReleaseForgedError,
    ReleaseOlderError,
    ReleaseUnreadableError,
    TrustRootUnreadableError,
)
from procure_desktop.exchange.release_archive import LIST_NAME, unpack

_BASE = "release:///"
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Versions:
    """The highest version of each role's metadata that was ever accepted; 0 for none."""

    root: int
    timestamp: int
    snapshot: int
    targets: int


@dataclass(frozen=True, slots=True)
class TrustState:
    """What an office keeps of a release authority, to be stored with each import.

    Metadata as signed bytes, empty before the first release. `versions` guards against an older release
    even where the metadata was lost.
    """

    root: bytes
    timestamp: bytes
    snapshot: bytes
    targets: bytes
    versions: Versions


@dataclass(frozen=True, slots=True)
class VerifiedRelease:
    """A list whose signatures hold, not yet parsed, and the trust to store with it.

    `expires` is the last day (UTC) on which every role's metadata holds; `signers` are the ids of the
    release keys that signed.
    """

    list_bytes: bytes
    trust: TrustState
    expires: date
    signers: tuple[str, ...]


def root_fingerprint(root: bytes) -> str:
    """SHA-256, in hex, of a root's canonical signed part: the same whoever signed it and however it is spaced.

    Raises tuf.api.exceptions.RepositoryError for bytes that are no root.
    """
    return hashlib.sha256(Metadata[Root].from_bytes(root).signed_bytes).hexdigest()


def pin_root(data: bytes, path: Path) -> TrustState:
    """Begin to trust a release authority by its root, read from `path`.

    The root must be signed by enough of its own keys; TrustRootUnreadableError otherwise.
    """
    try:
        metadata = Metadata[Root].from_bytes(data)
        root = metadata.signed
        root.verify_delegate(Root.type, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError, AttributeError):
        raise TrustRootUnreadableError(path=path) from None
    return TrustState(data, b"", b"", b"", Versions(root.version, 0, 0, 0))


def verify_release(data: bytes, trusted: TrustState, now: datetime) -> VerifiedRelease:
    """Verify a release file against the pinned authority and everything imported before; `now` is UTC.

    Raises ReleaseUnreadableError, ReleaseForgedError (wrong or too few signatures),
    ReleaseAlteredError, ReleaseOlderError and ReleaseExpiredError. Nothing of the list is parsed.
    The newest release that was imported verifies again.
    """
    members = _Members(unpack(data))
    with TemporaryDirectory(prefix="trust-") as folder:
        _write_trust(trusted, Path(folder))
        try:
            list_bytes = _update(members, trusted.root, Path(folder), now)
        except (RepositoryError, DownloadError, ValueError) as error:
            raise _refusal(error, members.last) from error
        trust = _read_trust(Path(folder))
    _check_not_older(trust.versions, trusted.versions)
    return VerifiedRelease(list_bytes, trust, _last_day(trust), _signers(trust))


class _Members(FetcherInterface):
    """The members of a release, for python-tuf to fetch; `last` is the one it asked for last."""

    def __init__(self, members: dict[str, bytes]) -> None:
        self._members = members
        self.last = ""

    def _fetch(self, url: str) -> Iterator[bytes]:
        self.last = url.removeprefix(_BASE)
        if self.last not in self._members:
            raise DownloadHTTPError(self.last, _NOT_FOUND)
        return iter((self._members[self.last],))


def _update(members: _Members, root: bytes, folder: Path, now: datetime) -> bytes:
    """Run the TUF client workflow over the members and return the list's bytes."""
    updater = Updater(str(folder), _BASE, str(folder), _BASE, members, bootstrap=root)
    # python-tuf reads the machine's clock and has no door for another: the office hands in its own.
    updater._trusted_set.reference_time = now  # noqa: SLF001
    updater.refresh()
    target = updater.get_targetinfo(LIST_NAME)
    if target is None:
        raise ReleaseUnreadableError(place=LIST_NAME)
    return Path(updater.download_target(target)).read_bytes()


def _write_trust(trusted: TrustState, folder: Path) -> None:
    for role in (Timestamp.type, Snapshot.type, Targets.type):
        (folder / f"{role}.json").write_bytes(getattr(trusted, role))


def _read_trust(folder: Path) -> TrustState:
    root, timestamp, snapshot, targets = (
        (folder / f"{role}.json").read_bytes()
        for role in (Root.type, Timestamp.type, Snapshot.type, Targets.type)
    )
    versions = Versions(*(_load(data).version for data in (root, timestamp, snapshot, targets)))
    return TrustState(root, timestamp, snapshot, targets, versions)


def _load(data: bytes) -> Signed:
    signed: Signed = Metadata.from_bytes(data).signed
    return signed


def _check_not_older(found: Versions, known: Versions) -> None:
    """The updater guards by the metadata it is given; this guards when that was wiped."""
    for role in Versions.__slots__:
        if getattr(found, role) < getattr(known, role):
            raise ReleaseOlderError(role=role)


def _last_day(trust: TrustState) -> date:
    metadata = (trust.root, trust.timestamp, trust.snapshot, trust.targets)
    end = min(_load(data).expires for data in metadata)
    return (end - timedelta(seconds=1)).date()


def _signers(trust: TrustState) -> tuple[str, ...]:
    targets = Metadata[Targets].from_bytes(trust.targets)
    root = Metadata[Root].from_bytes(trust.root).signed
    result = root.get_verification_result(Targets.type, targets.signed_bytes, targets.signatures)
    return tuple(sorted(result.signed))


def _refusal(error: Exception, member: str) -> Refusal:
    """Which rule of ours an exception of python-tuf stands for; `member` is what it looked at."""
    role = "root" if "root" in member else member.removesuffix(".json")
    if isinstance(error, UnsignedMetadataError):
        return ReleaseForgedError(role=role)
    if isinstance(error, ExpiredMetadataError):
        return ReleaseExpiredError(role=role)
    if isinstance(error, BadVersionNumberError):
        return ReleaseOlderError(role=role)
    if isinstance(error, LengthOrHashMismatchError | DownloadLengthMismatchError):
        return ReleaseAlteredError(member=member)
    return ReleaseUnreadableError(place=member or "root")
