"""The key file: the office's random data key, wrapped once for each officer under the officer's passphrase.

Passphrase -> Argon2id -> AES-256-GCM over the data key, with the slot's own header as associated data.
"""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from procure_desktop.domain.errors import (
    OfficeDamagedError,
    OfficerUnknownError,
    WeakPassphraseError,
    WrongPassphraseError,
)
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


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key as wrapped for one officer; byte strings in hex."""

    officer: str
    derivation: Derivation
    salt: str
    nonce: str
    wrapped: str


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
        return [slot.officer for slot in self.slots]


def new_key() -> bytes:
    """A random data key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(file: KeyFile, officer: str, passphrase: str, key: bytes) -> KeyFile:
    """The key file with a slot for `officer`, in place of one of the same name."""
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise WeakPassphraseError(least=LEAST_PASSPHRASE)
    derivation, salt, nonce = (
        Derivation(),
        secrets.token_bytes(_SALT_BYTES),
        secrets.token_bytes(_NONCE_BYTES),
    )
    header = _header(file.office, officer, derivation, salt.hex())
    wrapped = AESGCM(_derive(passphrase, derivation, salt)).encrypt(nonce, key, header)
    slot = Slot(officer, derivation, salt.hex(), nonce.hex(), wrapped.hex())
    others = tuple(other for other in file.slots if other.officer != officer)
    return KeyFile(file.office, file.nation, file.ministry, file.unit, file.demo, (*others, slot))


def unwrap(file: KeyFile, officer: str, passphrase: str) -> bytes:
    """The data key; OfficerUnknownError without a slot, WrongPassphraseError when it does not open."""
    slot = next((slot for slot in file.slots if slot.officer == officer), None)
    if slot is None:
        raise OfficerUnknownError(name=officer)
    derived = _derive(passphrase, slot.derivation, bytes.fromhex(slot.salt))
    header = _header(file.office, officer, slot.derivation, slot.salt)
    try:
        return AESGCM(derived).decrypt(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), header
        )
    except InvalidTag:
        raise WrongPassphraseError(name=officer) from None


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
    parsed = Slot(derivation=derivation, **slot)
    lengths = [len(bytes.fromhex(one)) for one in (parsed.salt, parsed.nonce, parsed.wrapped)]
    if lengths != [_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES]:
        raise ValueError
    if not isinstance(parsed.officer, str):
        raise TypeError
    return parsed


def _header(office: str, officer: str, derivation: Derivation, salt: str) -> bytes:
    header = {"office": office, "officer": officer, "derivation": asdict(derivation), "salt": salt}
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
