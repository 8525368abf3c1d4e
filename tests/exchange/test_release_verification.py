import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, T, Targets, Timestamp

from procure_desktop.domain.errors import (
    ReleaseAlteredError,
    ReleaseExpiredError,
    ReleaseForgedError,
    ReleaseOlderError,
    ReleaseOutlastsRootError,
    ReleaseUnreadableError,
    TrustRootUnreadableError,
)
from procure_desktop.domain.request_list import RequestList
from procure_desktop.exchange.release_archive import LIST_NAME, pack, unpack
from procure_desktop.exchange.release_authority import init_desk, publish_release
from procure_desktop.exchange.release_keys import load_keys, make_keys
from procure_desktop.exchange.release_verification import (
    TrustState,
    pin_root,
    root_fingerprint,
    verify_release,
)
from procure_desktop.exchange.request_list_file import write_request_list

Publish = Callable[..., bytes]

METADATA = ["timestamp.json", "snapshot.json", "targets.json"]


def with_members(release: bytes, changes: dict[str, bytes]) -> bytes:
    return pack(unpack(release) | changes)


def without_signatures(metadata: bytes, kept: int) -> bytes:
    value = json.loads(metadata)
    value["signatures"] = value["signatures"][:kept]
    return json.dumps(value).encode()


def resign(metadata: Metadata[T], signers: list[CryptoSigner]) -> bytes:
    metadata.signatures.clear()
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def rotate_root(desk: Path, passphrase: str) -> None:
    """The second root: new root keys in place of the old, signed by both."""
    old = load_keys(desk, "root", passphrase)
    for path in desk.glob("root-*.pem"):
        path.unlink()
    new = list(make_keys(desk, "root", passphrase).values())
    metadata = Metadata[Root].from_bytes((desk / "1.root.json").read_bytes())
    for signer in old:
        metadata.signed.revoke_key(signer.public_key.keyid, Root.type)
    for signer in new:
        metadata.signed.add_key(signer.public_key, Root.type)
    metadata.signed.version = 2
    metadata.signatures.clear()
    for signer in [*old, *new]:
        metadata.sign(signer, append=True)
    (desk / "2.root.json").write_bytes(metadata.to_bytes())


def test_a_release_is_verified_without_being_parsed(
    publish: Publish, trusted: TrustState, request_list: RequestList, now: datetime
) -> None:
    release = publish(request_list, expires=date(2026, 12, 31))
    verified = verify_release(release, trusted, now)
    assert verified.list_bytes == write_request_list(request_list)
    assert verified.expires == date(2026, 12, 31)
    assert len(verified.signers) == 3
    assert verified.trust.versions == replace(trusted.versions, timestamp=1, snapshot=1, targets=1)


def test_the_newest_release_verifies_again(
    publish: Publish, trusted: TrustState, now: datetime
) -> None:
    release = publish()
    first = verify_release(release, trusted, now)
    assert verify_release(release, first.trust, now) == first


def test_a_newer_release_follows(publish: Publish, trusted: TrustState, now: datetime) -> None:
    trust = verify_release(publish(), trusted, now).trust
    assert verify_release(publish(), trust, now).trust.versions.timestamp == 2


def test_a_release_of_another_authority_is_forged(
    trusted: TrustState, tmp_path: Path, request_list: RequestList, now: datetime, last_day: date
) -> None:
    init_desk(tmp_path / "other", "another passphrase", now)
    out = tmp_path / "other.release"
    data = write_request_list(request_list)
    publish_release(data, tmp_path / "other", "another passphrase", out, now, last_day)
    with pytest.raises(ReleaseForgedError) as caught:
        verify_release(out.read_bytes(), trusted, now)
    assert caught.value.role == "timestamp"


@pytest.mark.parametrize("name", METADATA)
def test_one_signature_is_too_few(
    name: str, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    release = publish()
    unsigned = without_signatures(unpack(release)[name], kept=1)
    # Below the timestamp the change shows first in the hash that the member above it signed.
    refusal = ReleaseForgedError if name == "timestamp.json" else ReleaseAlteredError
    with pytest.raises(refusal):
        verify_release(with_members(release, {name: unsigned}), trusted, now)


def test_one_key_signing_twice_is_one_signature(
    publish: Publish, trusted: TrustState, now: datetime
) -> None:
    release = publish()
    value = json.loads(unpack(release)["timestamp.json"])
    value["signatures"] = [value["signatures"][0]] * 2
    with pytest.raises(ReleaseUnreadableError):
        verify_release(
            with_members(release, {"timestamp.json": json.dumps(value).encode()}), trusted, now
        )


@pytest.mark.parametrize("place", [0, 100, -1])
def test_an_altered_list_is_refused(
    place: int, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    release = publish()
    altered = bytearray(unpack(release)[LIST_NAME])
    altered[place] ^= 1
    with pytest.raises(ReleaseAlteredError) as caught:
        verify_release(with_members(release, {LIST_NAME: bytes(altered)}), trusted, now)
    assert caught.value.member == LIST_NAME


def test_a_lengthened_list_is_refused(publish: Publish, trusted: TrustState, now: datetime) -> None:
    release = publish()
    longer = unpack(release)[LIST_NAME] + b" "
    with pytest.raises(ReleaseAlteredError):
        verify_release(with_members(release, {LIST_NAME: longer}), trusted, now)


@pytest.mark.parametrize("name", METADATA)
def test_altered_metadata_is_refused(
    name: str, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    release = publish()
    altered = unpack(release)[name].replace(b"2027-01-01", b"2037-01-01")
    assert altered != unpack(release)[name]
    with pytest.raises((ReleaseForgedError, ReleaseAlteredError)):
        verify_release(with_members(release, {name: altered}), trusted, now)


def test_an_older_release_after_a_newer_is_refused(
    publish: Publish, trusted: TrustState, now: datetime
) -> None:
    older, newer = publish(), publish()
    trust = verify_release(newer, trusted, now).trust
    with pytest.raises(ReleaseOlderError):
        verify_release(older, trust, now)


def test_an_older_release_is_refused_though_the_trusted_metadata_was_wiped(
    publish: Publish, trusted: TrustState, now: datetime
) -> None:
    older, newer = publish(), publish()
    trust = verify_release(newer, trusted, now).trust
    wiped = replace(trust, timestamp=b"", snapshot=b"", targets=b"")
    with pytest.raises(ReleaseOlderError) as caught:
        verify_release(older, wiped, now)
    assert caught.value.role == "timestamp"
    assert verify_release(newer, wiped, now).trust == trust


@pytest.mark.parametrize("name", METADATA)
def test_two_releases_do_not_mix(
    name: str, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    first, second = publish(), publish()
    with pytest.raises((ReleaseAlteredError, ReleaseOlderError)):
        verify_release(with_members(second, {name: unpack(first)[name]}), trusted, now)


def test_a_list_of_another_release_is_refused(
    publish: Publish, trusted: TrustState, request_list: RequestList, now: datetime
) -> None:
    first = publish(replace(request_list, version=7))
    with pytest.raises(ReleaseAlteredError):
        verify_release(with_members(publish(), {LIST_NAME: unpack(first)[LIST_NAME]}), trusted, now)


def test_the_last_day_counts_and_the_day_after_is_too_late(
    publish: Publish, trusted: TrustState
) -> None:
    release = publish(expires=date(2026, 12, 31))
    last_moment = datetime.fromisoformat("2026-12-31T23:59:59+00:00")
    trust = verify_release(release, trusted, last_moment).trust
    for state in (trusted, trust):
        with pytest.raises(ReleaseExpiredError):
            verify_release(release, state, last_moment + timedelta(seconds=1))


def test_an_expired_root_is_too_late(publish: Publish, trusted: TrustState, now: datetime) -> None:
    with pytest.raises(ReleaseOutlastsRootError) as refused:
        publish(expires=date(2046, 12, 31))
    assert refused.value.root == date(2036, 10, 31)
    release = publish(expires=date(2036, 10, 30))
    assert verify_release(release, trusted, now).expires == date(2036, 10, 30)
    with pytest.raises(ReleaseExpiredError):
        verify_release(release, trusted, now + timedelta(days=3652))


@pytest.mark.parametrize("name", [*METADATA, LIST_NAME])
def test_a_missing_member_is_named(
    name: str, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    members = unpack(publish())
    del members[name]
    with pytest.raises(ReleaseUnreadableError) as caught:
        verify_release(pack(members), trusted, now)
    assert caught.value.place == name


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"{",
        b"[" * 16_000,
        b'{"signed": ' + b"9" * 5000 + b"}",
        b"null",
        b'{"signed": {}}',
        b"\xff",
    ],
)
@pytest.mark.parametrize("name", ["timestamp.json", "2.root.json"])
def test_hostile_metadata_is_unreadable(
    name: str, hostile: bytes, publish: Publish, trusted: TrustState, now: datetime
) -> None:
    with pytest.raises(ReleaseUnreadableError):
        verify_release(with_members(publish(), {name: hostile}), trusted, now)


def test_metadata_without_end_is_refused(
    publish: Publish, trusted: TrustState, now: datetime
) -> None:
    with pytest.raises(ReleaseAlteredError):
        verify_release(with_members(publish(), {"timestamp.json": b" " * 50_000}), trusted, now)


def test_a_new_root_signed_by_the_old_is_followed(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime
) -> None:
    trust = verify_release(publish(), trusted, now).trust
    rotate_root(desk, passphrase)
    release = publish()
    for state in (trusted, trust):
        verified = verify_release(release, state, now)
        assert verified.trust.versions.root == 2
        assert verified.trust.root == (desk / "2.root.json").read_bytes()


def test_a_release_under_the_old_root_alone_is_older(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime
) -> None:
    before = publish()
    rotate_root(desk, passphrase)
    trust = verify_release(publish(), trusted, now).trust
    with pytest.raises(ReleaseOlderError):
        verify_release(before, trust, now)


def test_a_new_root_not_signed_by_the_old_is_forged(
    publish: Publish, trusted: TrustState, tmp_path: Path, passphrase: str, now: datetime
) -> None:
    stranger = init_desk(tmp_path / "stranger", passphrase, now).folder
    rotate_root(stranger, passphrase)
    root = (stranger / "2.root.json").read_bytes()
    with pytest.raises(ReleaseForgedError) as caught:
        verify_release(with_members(publish(), {"2.root.json": root}), trusted, now)
    assert caught.value.role == "root"


def test_the_fingerprint_is_of_what_is_signed(desk: Path) -> None:
    root = (desk / "root.json").read_bytes()
    respaced = json.dumps(json.loads(root), indent=7).encode()
    assert root_fingerprint(root) == root_fingerprint(without_signatures(respaced, kept=2))
    assert len(root_fingerprint(root)) == 64


@pytest.mark.parametrize(
    "hostile", [b"", b"{}", b"[]", b"\xff\xfe", b'{"signatures": [], "signed": {}}']
)
def test_bytes_that_are_no_root_are_not_pinned(hostile: bytes, tmp_path: Path) -> None:
    with pytest.raises(TrustRootUnreadableError):
        pin_root(hostile, tmp_path / "root.json")


def test_a_root_that_its_own_keys_did_not_sign_is_not_pinned(desk: Path) -> None:
    path = desk / "root.json"
    with pytest.raises(TrustRootUnreadableError):
        pin_root(without_signatures(path.read_bytes(), kept=1), path)


def test_other_metadata_is_not_pinned(publish: Publish, tmp_path: Path) -> None:
    with pytest.raises(TrustRootUnreadableError):
        pin_root(unpack(publish())["targets.json"], tmp_path / "root.json")


def test_a_release_of_another_thing_than_a_list_is_refused(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime
) -> None:
    members = unpack(publish())
    signers = load_keys(desk, "release", passphrase)
    targets = Metadata[Targets].from_bytes(members["targets.json"])
    targets.signed.targets = {}
    signed = resign(targets, signers)
    snapshot = Metadata[Snapshot].from_bytes(members["snapshot.json"])
    snapshot.signed.meta["targets.json"] = MetaFile.from_data(1, signed, ["sha256"])
    snapshot_bytes = resign(snapshot, signers)
    timestamp = Metadata[Timestamp].from_bytes(members["timestamp.json"])
    timestamp.signed.snapshot_meta = MetaFile.from_data(1, snapshot_bytes, ["sha256"])
    members |= {"targets.json": signed, "snapshot.json": snapshot_bytes}
    members["timestamp.json"] = resign(timestamp, signers)
    with pytest.raises(ReleaseUnreadableError) as caught:
        verify_release(pack(members), trusted, now)
    assert caught.value.place == LIST_NAME
