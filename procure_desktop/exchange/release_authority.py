"""The release authority's side: its keys, its root of trust, and the releases that it signs."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    TOP_LEVEL_ROLE_NAMES,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    T,
    TargetFile,
    Targets,
    Timestamp,
)

from procure_desktop.domain.errors import (
    FileExistsAlreadyError,
    FileUnreadableError,
    FileUnwritableError,
    ReleaseKeysMissingError,
    ReleaseOutlastsRootError,
    TrustRootUnreadableError,
    ValidityPassedError,
    WeakPassphraseError,
)
from procure_desktop.domain.request_list import check_stamps
from procure_desktop.exchange.release_archive import LIST_NAME, pack
from procure_desktop.exchange.release_keys import THRESHOLD, load_keys, make_keys
from procure_desktop.exchange.release_verification import root_fingerprint
from procure_desktop.exchange.request_list_file import parse_request_list
from procure_desktop.files import write_file

LEAST_PASSPHRASE = 8
ROOT_YEARS = 10

ROOT_KIND = "root"
RELEASE_KIND = "release"
_COUNTER = "last-release.txt"
_HASHES = ["sha256"]


@dataclass(frozen=True, slots=True)
class DeskPaths:
    """A release authority's folder. `root` is what offices pin; `fingerprint` is for reading aloud (hex)."""

    folder: Path
    root: Path
    root_keys: tuple[Path, ...]
    release_keys: tuple[Path, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PublishedRelease:
    """What was published. `number` counts the authority's releases, `expires` is the last day of use."""

    path: Path
    serial: str
    version: int
    lines: int
    number: int
    expires: date
    signers: int
    sha256: str


def init_desk(folder: Path, passphrase: str, now: datetime) -> DeskPaths:
    """Make root keys and release keys (any two of three each) and the root of trust in a new folder.

    The root keys belong on sticks of their custodians afterwards: releases do not need them. Raises
    FileExistsAlreadyError when the folder holds anything, WeakPassphraseError, FileUnwritableError.
    """
    if len(passphrase) < LEAST_PASSPHRASE:
        raise WeakPassphraseError(least=LEAST_PASSPHRASE)
    _make_folder(folder)
    roots = make_keys(folder, ROOT_KIND, passphrase)
    releases = make_keys(folder, RELEASE_KIND, passphrase)
    metadata = Metadata(_first_root(list(roots.values()), list(releases.values()), now))
    data = signed(metadata, list(roots.values()))
    write_file(folder / "1.root.json", data, overwrite=False)
    write_file(folder / "root.json", data, overwrite=False)
    fingerprint = root_fingerprint(data)
    return DeskPaths(folder, folder / "root.json", tuple(roots), tuple(releases), fingerprint)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except FileExistsError:
        taken = True
    except OSError as error:
        raise FileUnwritableError(path=folder, reason=error.strerror or "") from error
    if taken:
        raise FileExistsAlreadyError(path=folder)


def _first_root(roots: list[CryptoSigner], releases: list[CryptoSigner], now: datetime) -> Root:
    # Names with version numbers would say no more than the one snapshot that a release holds.
    root = Root(expires=root_end(now))
    root.consistent_snapshot = False
    for role in TOP_LEVEL_ROLE_NAMES:
        for signer in roots if role == Root.type else releases:
            root.add_key(signer.public_key, role)
        root.roles[role].threshold = THRESHOLD
    return root


def root_end(now: datetime) -> datetime:
    """The first moment at which a root that is made now no longer holds: ROOT_YEARS of 365 days later."""
    return _end_of(now.date() + timedelta(days=365 * ROOT_YEARS))


def publish_release(
    list_bytes: bytes, desk: Path, passphrase: str, out: Path, now: datetime, expires: date
) -> PublishedRelease:
    """Check the list, sign it with the release keys that lie in `desk`, and write the release to `out`.

    `expires` is the last day on which the list may be imported and committed to. Raises what
    parse_request_list raises, MissingStampError for a line that was not validated and determined,
    ReleaseKeysMissingError when fewer than THRESHOLD keys are there, and the errors of load_keys;
    `out` is written only when all went well.
    """
    if expires < now.date():
        raise ValidityPassedError(validity=expires)
    request_list = parse_request_list(list_bytes)
    for line in request_list.lines:
        check_stamps(line)
    chain = root_chain(desk)
    root = Metadata[Root].from_bytes(list(chain.values())[-1]).signed
    if expires >= root.expires.date():
        raise ReleaseOutlastsRootError(expires=expires, root=root.expires.date())
    signers = _signers(desk, passphrase, root)
    number = _next_number(desk)
    metadata = _release_metadata(list_bytes, number, expires, signers)
    release = pack(chain | metadata | {LIST_NAME: list_bytes})
    write_file(out, release, overwrite=True)
    return PublishedRelease(
        path=out,
        serial=request_list.serial,
        version=request_list.version,
        lines=len(request_list.lines),
        number=number,
        expires=expires,
        signers=len(signers),
        sha256=hashlib.sha256(release).hexdigest(),
    )


def root_chain(desk: Path) -> dict[str, bytes]:
    """Every root since the first by its file name, so that an office that pinned an older one can follow.

    TrustRootUnreadableError when one of them is none, or there is none.
    """
    try:
        paths = sorted(desk.glob("*.root.json"), key=lambda path: int(path.name.split(".")[0]))
        chain = {path.name: path.read_bytes() for path in paths}
        for data in chain.values():
            Metadata[Root].from_bytes(data)
    except (OSError, ValueError, RepositoryError):
        raise TrustRootUnreadableError(path=desk) from None
    if not chain:
        raise TrustRootUnreadableError(path=desk / "1.root.json")
    return chain


def _signers(desk: Path, passphrase: str, root: Root) -> list[CryptoSigner]:
    """The keys at hand that the root knows as release keys."""
    known = root.roles[Targets.type].keyids
    loaded = load_keys(desk, RELEASE_KIND, passphrase)
    signers = [signer for signer in loaded if signer.public_key.keyid in known]
    if len(signers) < THRESHOLD:
        raise ReleaseKeysMissingError(found=len(signers), needed=THRESHOLD)
    return signers


def _next_number(desk: Path) -> int:
    """Count one further, before anything is signed with it: a number is never used again."""
    path = desk / _COUNTER
    try:
        last = int(path.read_text("ascii")) if path.exists() else 0
    except (OSError, ValueError) as error:
        raise FileUnreadableError(path=path, reason=type(error).__name__) from error
    write_file(path, f"{last + 1}\n".encode(), overwrite=True)
    return last + 1


def _release_metadata(
    list_bytes: bytes, number: int, expires: date, signers: list[CryptoSigner]
) -> dict[str, bytes]:
    """Targets, snapshot and timestamp by their file names, each naming the next by hash and length."""
    end = _end_of(expires)
    target = TargetFile.from_data(LIST_NAME, list_bytes, _HASHES)
    targets = signed(Metadata(Targets(number, expires=end, targets={LIST_NAME: target})), signers)
    targets_file = MetaFile.from_data(number, targets, _HASHES)
    snapshot_body = Snapshot(number, expires=end, meta={"targets.json": targets_file})
    snapshot = signed(Metadata(snapshot_body), signers)
    snapshot_file = MetaFile.from_data(number, snapshot, _HASHES)
    timestamp = signed(
        Metadata(Timestamp(number, expires=end, snapshot_meta=snapshot_file)), signers
    )
    return {"timestamp.json": timestamp, "snapshot.json": snapshot, "targets.json": targets}


def signed(metadata: Metadata[T], signers: Iterable[CryptoSigner]) -> bytes:
    """The metadata as bytes with one signature of each signer, beside those that it has."""
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def _end_of(day: date) -> datetime:
    """The first moment after the day: TUF metadata is expired from then on."""
    return datetime.combine(day + timedelta(days=1), time(), UTC)
