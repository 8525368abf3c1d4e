from datetime import datetime
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    KeyNameError,
    ReleaseForgedError,
    ReleaseKeysMissingError,
    TrustRootUnreadableError,
)
from procure_desktop.exchange.key_rotation import rotate_key
from procure_desktop.exchange.release_verification import (
    TrustState,
    pin_root,
    root_fingerprint,
    verify_release,
)
from tests.exchange.conftest import Publish


@pytest.mark.parametrize("lost", ["release-2", "root-1"])
def test_a_lost_key_is_rotated_out_and_offices_follow(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime, lost: str
) -> None:
    trust = verify_release(publish(), trusted, now).trust
    (desk / f"{lost}.pem").unlink()
    made = rotate_key(desk, lost, passphrase, now)
    assert made.key.exists()
    assert made.version == 2
    assert made.fingerprint == root_fingerprint((desk / "root.json").read_bytes())
    release = publish()
    for state in (trusted, trust, pin_root(made.root.read_bytes(), made.root)):
        verified = verify_release(release, state, now)
        assert verified.trust.versions.root == 2
        assert len(verified.signers) == 3


def test_a_stolen_key_signs_no_release_any_more(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime
) -> None:
    """The thief has the stolen key's file and one more: before the rotation that was enough."""
    rotate_key(desk, "release-2", passphrase, now)
    trust = verify_release(publish(), trusted, now).trust
    for name in ("2.root.json", "release-3.pem", "release-4.pem"):
        (desk / name).unlink()
    with pytest.raises(ReleaseForgedError):
        verify_release(publish(), trust, now)


def test_a_second_key_can_be_lost_later(
    publish: Publish, trusted: TrustState, desk: Path, passphrase: str, now: datetime
) -> None:
    first = rotate_key(desk, "release-1", passphrase, now)
    second = rotate_key(desk, first.key.stem, passphrase, now)
    assert (second.key.stem, second.version) == ("release-5", 3)
    assert verify_release(publish(), trusted, now).trust.versions.root == 3


@pytest.mark.parametrize(
    "lost", ["", "release", "release-0", "release-٢", "../root-1", "timestamp-1"]
)
def test_what_names_no_key_is_refused(
    desk: Path, passphrase: str, now: datetime, lost: str
) -> None:
    with pytest.raises(KeyNameError):
        rotate_key(desk, lost, passphrase, now)


@pytest.mark.parametrize("absent", ["release-1", "root-3"])
def test_with_more_keys_away_nothing_is_changed(
    desk: Path, passphrase: str, now: datetime, absent: str
) -> None:
    """Which key is the lost one cannot be told, or too few are left to sign."""
    for path in (desk / f"{absent}.pem", desk / "root-2.pem"):
        path.unlink()
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    with pytest.raises(ReleaseKeysMissingError):
        rotate_key(desk, "release-2", passphrase, now)
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == before


def test_a_key_that_is_not_the_root_s_is_not_lost(
    desk: Path, passphrase: str, now: datetime
) -> None:
    with pytest.raises(ReleaseKeysMissingError) as caught:
        rotate_key(desk, "release-9", passphrase, now)
    assert (caught.value.found, caught.value.needed) == (3, 2)


def test_a_desk_without_its_root_has_nothing_to_rotate(
    tmp_path: Path, passphrase: str, now: datetime
) -> None:
    with pytest.raises(TrustRootUnreadableError):
        rotate_key(tmp_path, "release-1", passphrase, now)
