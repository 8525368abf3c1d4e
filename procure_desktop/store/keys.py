"""The key file: the office's random data key, wrapped once for each officer under the officer's passphrase.

Passphrase -> Argon2id -> AES-256-GCM over the data key, with the slot's own header as associated data. One
slot more can hold it under the recovery key.
"""

import json
import secrets
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from procure_desktop.domain.errors import (
    OfficeDamagedError,
    OfficerUnknownError,
    RecoveryKeyMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from procure_desktop.domain.recovery_key import RecoveryKey
from procure_desktop.files import read_file, write_file

FORMAT = "procure-office-keys"
KEY_BYTES = 32
LEAST_PASSPHRASE = 12
_MOST_BYTES = 1_000_000
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16
# A doctored cost must neither stop the machine nor break the derivation: least and most.
_COSTS = {"passes": (1, 16), "memory": (1 << 10, 1 << 18), "lanes": (1, 16)}


@dataclass(frozen=True, slots=True)
class Derivation:
    """Cost of Argon2id: passes, memory in KiB, lanes; RFC 9106 recommends at least 64 MiB with three passes."""

    passes: int = 3
    memory: int = 65536
    lanes: int = 4


class SlotKind(StrEnum):
    """What opens a slot: an officer's passphrase, or the office's recovery key."""

    OFFICER = "officer"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key as wrapped once; byte strings in hex. `officer` is empty in the slot of the recovery key."""

    officer: str
    derivation: Derivation
    salt: str
    nonce: str
    wrapped: str
    kind: SlotKind = SlotKind.OFFICER


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`keys.json`: the office's identity, what it may say of itself before sign-in, and the slots."""

    office: str
    nation: str
    ministry: str
    unit: str
    demo: bool
    slots: tuple[Slot, ...]

    def officers(self) -> list[str]:
        """The names that have a slot, in the order in which they were added."""
        return [slot.officer for slot in self.slots if slot.kind is SlotKind.OFFICER]

    @property
    def recoverable(self) -> bool:
        """Whether a recovery key opens the office."""
        return self.find(SlotKind.RECOVERY, "") is not None

    def find(self, kind: SlotKind, officer: str) -> Slot | None:
        """The slot of that kind for that officer, or None."""
        found = (slot for slot in self.slots if (slot.kind, slot.officer) == (kind, officer))
        return next(found, None)

    def without(self, officer: str) -> "KeyFile":
        """The file without the slot of an officer."""
        whose = (SlotKind.OFFICER, officer)
        return replace(
            self, slots=tuple(one for one in self.slots if (one.kind, one.officer) != whose)
        )

    def put(self, slot: Slot) -> "KeyFile":
        """The file with `slot` in place of the one of the same kind and officer."""
        whose = (slot.kind, slot.officer)
        others = (other for other in self.slots if (other.kind, other.officer) != whose)
        return replace(self, slots=(*others, slot))


def new_key() -> bytes:
    """A random data key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to be set; WeakPassphraseError."""
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise WeakPassphraseError(least=LEAST_PASSPHRASE)


def wrap(file: KeyFile, officer: str, passphrase: str, key: bytes) -> KeyFile:
    """The key file with a slot for `officer`, in place of one of the same name."""
    check_passphrase(passphrase)
    return _wrap(file, SlotKind.OFFICER, officer, passphrase, key)


def wrap_recovery(file: KeyFile, recovery: RecoveryKey, key: bytes) -> KeyFile:
    """The key file with a slot for a recovery key, in place of an earlier one."""
    return _wrap(file, SlotKind.RECOVERY, "", recovery.text, key)


def unwrap(file: KeyFile, officer: str, passphrase: str) -> bytes:
    """The data key; OfficerUnknownError without a slot, WrongPassphraseError when it does not open."""
    slot = file.find(SlotKind.OFFICER, officer)
    if slot is None:
        raise OfficerUnknownError(name=officer)
    key = _unwrap(file.office, slot, passphrase)
    if key is None:
        raise WrongPassphraseError(name=officer)
    return key


def unwrap_recovery(file: KeyFile, recovery: RecoveryKey) -> bytes:
    """The data key; RecoveryKeyMissingError without a slot, WrongRecoveryKeyError when it does not open."""
    slot = file.find(SlotKind.RECOVERY, "")
    if slot is None:
        raise RecoveryKeyMissingError
    key = _unwrap(file.office, slot, recovery.text)
    if key is None:
        raise WrongRecoveryKeyError
    return key


def read_key_file(path: Path) -> KeyFile:
    """Read `keys.json`; OfficeDamagedError when it is not one."""
    return parse_key_file(read_file(path, _MOST_BYTES), path)


def parse_key_file(data: bytes, path: Path) -> KeyFile:
    """Read the bytes of a key file; `path` names it in a refusal."""
    try:
        return _parse(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise OfficeDamagedError(path=path) from error


def write_key_file(path: Path, file: KeyFile) -> None:
    """Replace `keys.json` atomically."""
    write_file(path, dump_key_file(file), overwrite=True)


def dump_key_file(file: KeyFile) -> bytes:
    """The bytes of `keys.json`."""
    return json.dumps({"format": FORMAT, **asdict(file)}, ensure_ascii=False, indent=1).encode()


def _parse(content: dict[str, Any]) -> KeyFile:
    if content.pop("format") != FORMAT:
        raise ValueError
    slots = tuple(_parse_slot(slot) for slot in content.pop("slots"))
    file = KeyFile(slots=slots, **content)
    texts = (file.office, file.nation, file.ministry, file.unit)
    if not (all(isinstance(text, str) for text in texts) and isinstance(file.demo, bool)):
        raise TypeError
    return file


def _parse_slot(slot: dict[str, Any]) -> Slot:
    derivation = Derivation(**slot.pop("derivation"))
    for name, (least, most) in _COSTS.items():
        cost = getattr(derivation, name)
        if type(cost) is not int or not least <= cost <= most:
            raise ValueError
    kind = SlotKind(slot.pop("kind", SlotKind.OFFICER))  # offices made before have no other
    parsed = Slot(derivation=derivation, kind=kind, **slot)
    lengths = [len(bytes.fromhex(one)) for one in (parsed.salt, parsed.nonce, parsed.wrapped)]
    if lengths != [_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES]:
        raise ValueError
    if not isinstance(parsed.officer, str):
        raise TypeError
    return parsed


def _wrap(file: KeyFile, kind: SlotKind, officer: str, secret: str, key: bytes) -> KeyFile:
    derivation, salt = Derivation(), secrets.token_bytes(_SALT_BYTES)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    empty = Slot(officer, derivation, salt.hex(), nonce.hex(), "", kind)
    wrapped = AESGCM(_derive(secret, derivation, salt)).encrypt(
        nonce, key, _header(file.office, empty)
    )
    return file.put(replace(empty, wrapped=wrapped.hex()))


def _unwrap(office: str, slot: Slot, secret: str) -> bytes | None:
    derived = _derive(secret, slot.derivation, bytes.fromhex(slot.salt))
    nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
    try:
        return AESGCM(derived).decrypt(nonce, wrapped, _header(office, slot))
    except InvalidTag:
        return None


def _header(office: str, slot: Slot) -> bytes:
    """What a slot is bound to. That of an officer is what it was before there were kinds."""
    header: dict[str, Any] = {
        "office": office,
        "officer": slot.officer,
        "derivation": asdict(slot.derivation),
        "salt": slot.salt,
    }
    if slot.kind is not SlotKind.OFFICER:
        header["kind"] = slot.kind.value
    return json.dumps(header, sort_keys=True, separators=(",", ":")).encode()


def _derive(passphrase: str, derivation: Derivation, salt: bytes) -> bytes:
    return hash_secret_raw(
        passphrase.encode(errors="surrogatepass"),
        salt,
        time_cost=derivation.passes,
        memory_cost=derivation.memory,
        parallelism=derivation.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
