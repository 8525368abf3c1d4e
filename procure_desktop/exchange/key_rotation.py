"""A lost or stolen key of the release authority is rotated out: the next root knows another in its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import TOP_LEVEL_ROLE_NAMES, Metadata, Root

from procure_desktop.domain.errors import (
    KeyNameError,
    ReleaseKeysMissingError,
)
from procure_desktop.exchange.release_authority import (
    RELEASE_KIND,
    ROOT_KIND,
    root_chain,
    root_end,
    signed,
)
from procure_desktop.exchange.release_keys import KEYS_MADE, THRESHOLD, load_keys, make_key
from procure_desktop.exchange.release_verification import root_fingerprint
from procure_desktop.files import write_file

_NAME = re.compile(rf"({ROOT_KIND}|{RELEASE_KIND})-[1-9][0-9]{{0,4}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class RotatedKey:
    """The key file that was made, and the root that knows it: its file, version and fingerprint (hex)."""

    key: Path
    root: Path
    version: int
    fingerprint: str


def rotate_key(desk: Path, lost: str, passphrase: str, now: datetime) -> RotatedKey:
    """Make a key in place of the one named `lost` (`release-2`, `root-1`), and the next root without that one.

    The other keys of its kind have to lie in `desk`, for what they leave over of the present root is the
    lost one; and root keys enough to sign: the old root's and the new one's. Offices follow with the next
    release, since the old root signed the new (TUF 1.0, section 6.1); the new one holds ROOT_YEARS from now.
    A file of the lost key stays where it is. Raises KeyNameError, ReleaseKeysMissingError,
    TrustRootUnreadableError, and the errors of load_keys; `root.json` is replaced last.
    """
    kind = _kind_of(lost)
    present = Metadata[Root].from_bytes(list(root_chain(desk).values())[-1])
    roots = load_keys(desk, ROOT_KIND, passphrase, without=lost)
    others = load_keys(desk, kind, passphrase, without=lost)
    gone = _lost_id(present.signed, kind, others)
    signers = _known(roots, present.signed)
    if len(signers) < THRESHOLD:
        raise ReleaseKeysMissingError(found=len(signers), needed=THRESHOLD)
    path = _free_name(desk, kind)
    made = make_key(path, passphrase)
    _replace(present.signed, kind, gone, made)
    present.signed.expires = root_end(now)
    present.signatures.clear()
    data = signed(present, (*signers, *((made,) if kind == ROOT_KIND else ())))
    version = present.signed.version
    write_file(desk / f"{version}.root.json", data, overwrite=False)
    write_file(desk / "root.json", data, overwrite=True)
    return RotatedKey(path, desk / "root.json", version, root_fingerprint(data))


def _kind_of(lost: str) -> str:
    found = _NAME.fullmatch(lost)
    if found is None:
        raise KeyNameError(text=lost)
    return found[1]


def _roles(kind: str) -> list[str]:
    return [
        role for role in sorted(TOP_LEVEL_ROLE_NAMES) if (role == Root.type) == (kind == ROOT_KIND)
    ]


def _known(signers: Iterable[CryptoSigner], root: Root) -> list[CryptoSigner]:
    known = root.roles[Root.type].keyids
    return [signer for signer in signers if signer.public_key.keyid in known]


def _lost_id(root: Root, kind: str, others: Iterable[CryptoSigner]) -> str:
    """The one key of the kind that is in the root and not at hand."""
    known = root.roles[_roles(kind)[0]].keyids
    left = [keyid for keyid in known if keyid not in {one.public_key.keyid for one in others}]
    if len(left) != 1:
        raise ReleaseKeysMissingError(found=len(known) - len(left), needed=KEYS_MADE - 1)
    return left[0]


def _free_name(desk: Path, kind: str) -> Path:
    """A number above those of all keys of the kind that lie here."""
    numbers = [int(path.stem.rpartition("-")[2]) for path in desk.glob(f"{kind}-[0-9]*.pem")]
    return desk / f"{kind}-{max([KEYS_MADE, *numbers]) + 1}.pem"


def _replace(root: Root, kind: str, gone: str, made: CryptoSigner) -> None:
    for role in _roles(kind):
        root.revoke_key(gone, role)
        root.add_key(made.public_key, role)
    root.version += 1
