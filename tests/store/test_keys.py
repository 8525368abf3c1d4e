import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from procure_desktop.domain.errors import (
    FileTooLargeError,
    FileUnreadableError,
    OfficeDamagedError,
    OfficerUnknownError,
    RecoveryKeyMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from procure_desktop.domain.recovery_key import RecoveryKey
from procure_desktop.store.keys import (
    Derivation,
    KeyFile,
    SlotKind,
    dump_key_file,
    new_key,
    parse_key_file,
    read_key_file,
    unwrap,
    unwrap_recovery,
    wrap,
    wrap_recovery,
    write_key_file,
)

PATH = Path("keys.json")
EMPTY = KeyFile("0f", "NLD", "Test Ministry", "Test Unit", demo=False, slots=())
SECRET = "a long passphrase"
RECOVERY = RecoveryKey(("00000", "00012"))


@pytest.fixture(scope="module")
def key() -> bytes:
    return new_key()


@pytest.fixture(scope="module")
def wrapped(key: bytes) -> KeyFile:
    return wrap(wrap(EMPTY, "A", SECRET, key), "Б", "інша довга фраза", key)


def test_each_officer_opens_the_same_key(wrapped: KeyFile, key: bytes) -> None:
    assert wrapped.officers() == ["A", "Б"]
    assert unwrap(wrapped, "A", SECRET) == key
    assert unwrap(wrapped, "Б", "інша довга фраза") == key
    assert key.hex() not in dump_key_file(wrapped).decode()


def test_what_is_written_is_read(wrapped: KeyFile, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_key_file(path, wrapped)
    write_key_file(path, wrapped)
    assert read_key_file(path) == wrapped
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_passphrase_takes_the_place_of_the_old(wrapped: KeyFile, key: bytes) -> None:
    again = wrap(wrapped, "A", "another passphrase", key)
    assert again.officers() == ["Б", "A"]
    assert unwrap(again, "A", "another passphrase") == key
    with pytest.raises(WrongPassphraseError):
        unwrap(again, "A", SECRET)


@pytest.mark.parametrize("passphrase", ["", "a long passphras", "A long passphrase", "\udcff" * 12])
def test_another_passphrase_opens_nothing(wrapped: KeyFile, passphrase: str) -> None:
    with pytest.raises(WrongPassphraseError):
        unwrap(wrapped, "A", passphrase)


def test_a_stranger_has_no_slot(wrapped: KeyFile) -> None:
    with pytest.raises(OfficerUnknownError):
        unwrap(wrapped, "a", SECRET)


def test_a_short_passphrase_is_refused(key: bytes) -> None:
    with pytest.raises(WeakPassphraseError) as refused:
        wrap(EMPTY, "A", "12345678901", key)
    assert refused.value.least == 12


def test_the_cost_is_what_is_recommended(wrapped: KeyFile) -> None:
    assert {slot.derivation for slot in wrapped.slots} == {Derivation(3, 65536, 4)}


def test_slots_share_neither_salt_nor_nonce(wrapped: KeyFile) -> None:
    assert len({slot.salt for slot in wrapped.slots} | {slot.nonce for slot in wrapped.slots}) == 4


def test_a_slot_is_bound_to_its_office_officer_and_cost(wrapped: KeyFile) -> None:
    slot = wrapped.slots[0]
    doctored = [
        replace(wrapped, office="1e"),
        replace(wrapped, slots=(replace(slot, derivation=Derivation(2, 65536, 4)),)),
        replace(wrapped, slots=(replace(slot, salt="00" * 16),)),
        replace(wrapped, slots=(replace(slot, nonce="00" * 12),)),
        replace(wrapped, slots=(replace(slot, wrapped="00" * 48),)),
    ]
    for one in doctored:
        with pytest.raises(WrongPassphraseError):
            unwrap(one, "A", SECRET)
    renamed = replace(wrapped, slots=(replace(slot, officer="Б"),))
    with pytest.raises(WrongPassphraseError):
        unwrap(renamed, "Б", SECRET)


def test_a_recovery_key_opens_the_same_key_and_is_no_officer(wrapped: KeyFile, key: bytes) -> None:
    with pytest.raises(RecoveryKeyMissingError):
        unwrap_recovery(wrapped, RECOVERY)
    file = wrap_recovery(wrapped, RECOVERY, key)
    assert (wrapped.recoverable, file.recoverable) == (False, True)
    assert file.officers() == wrapped.officers()
    assert unwrap_recovery(parse_key_file(dump_key_file(file), PATH), RECOVERY) == key
    assert unwrap(file, "A", SECRET) == key
    with pytest.raises(WrongRecoveryKeyError):
        unwrap_recovery(file, RecoveryKey(("00000", "00013")))
    assert len(wrap_recovery(file, RECOVERY, key).slots) == 3


def test_a_slot_cannot_be_passed_off_as_another_kind(wrapped: KeyFile, key: bytes) -> None:
    *officers, slot = wrap_recovery(wrapped, RECOVERY, key).slots
    posing = replace(wrapped, slots=(replace(slot, kind=SlotKind.OFFICER, officer="A"),))
    with pytest.raises(WrongPassphraseError):
        unwrap(posing, "A", RECOVERY.text)
    posing = replace(wrapped, slots=(replace(officers[0], kind=SlotKind.RECOVERY, officer=""),))
    with pytest.raises(WrongRecoveryKeyError):
        unwrap_recovery(posing, RECOVERY)


def test_a_file_from_before_there_were_kinds_is_read(wrapped: KeyFile, key: bytes) -> None:
    content = json.loads(dump_key_file(wrapped))
    for slot in content["slots"]:
        del slot["kind"]
    older = parse_key_file(json.dumps(content).encode(), PATH)
    assert older == wrapped
    assert unwrap(older, "A", SECRET) == key


def doctor(wrapped: KeyFile, change: dict[str, Any], *, slot: bool) -> bytes:
    content = json.loads(dump_key_file(wrapped))
    (content["slots"][0] if slot else content).update(change)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"office": 7},
        {"ministry": None},
        {"demo": "no"},
        {"slots": 3},
        {"slots": [3]},
        {"slots": None},
        {"more": 1},
    ],
)
def test_a_doctored_head_is_damage(wrapped: KeyFile, change: dict[str, Any]) -> None:
    with pytest.raises(OfficeDamagedError):
        parse_key_file(doctor(wrapped, change, slot=False), PATH)


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "xy"},
        {"salt": "00"},
        {"salt": 3},
        {"nonce": "00" * 11},
        {"wrapped": "00" * 47},
        {"wrapped": None},
        {"officer": 3},
        {"kind": 3},
        {"kind": "master"},
        {"more": 1},
        {"derivation": {"passes": 3, "memory": 65536, "lanes": 4, "more": 1}},
        {"derivation": None},
        *(
            {"derivation": {"passes": 3, "memory": 65536, "lanes": 4} | cost}
            for cost in (
                {"passes": 0},
                {"passes": 10**9},
                {"passes": 3.0},
                {"passes": True},
                {"memory": 8},
                {"memory": 2**40},
                {"lanes": 0},
                {"lanes": 65},
                {"lanes": "4"},
            )
        ),
    ],
)
def test_a_doctored_slot_is_damage_and_stops_no_machine(
    wrapped: KeyFile, change: dict[str, Any]
) -> None:
    with pytest.raises(OfficeDamagedError):
        parse_key_file(doctor(wrapped, change, slot=True), PATH)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"7", b'"x"', b"null", b"{}", b"\xff", b"[" * 100_000, b"{" * 7]
)
def test_what_is_no_key_file_is_damage(data: bytes) -> None:
    with pytest.raises(OfficeDamagedError):
        parse_key_file(data, PATH)


def test_a_key_file_has_a_size(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with pytest.raises(FileUnreadableError):
        read_key_file(path)
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(FileTooLargeError):
        read_key_file(path)
