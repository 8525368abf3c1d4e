from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    FileUnreadableError,
    RoleMissingError,
    TrustMissingError,
    TrustPinnedError,
    TrustRootUnreadableError,
)
from procure_desktop.services.create_office import create_office
from procure_desktop.services.desk import make_desk
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.pin_trust import pin_trust, pinned_fingerprint
from tests.office_factory import KEY_PASSPHRASE, PASSPHRASE, PROFILE, Clock, Place
from tests.services.conftest import Unchanged


def test_an_office_begins_without_trust_and_pins_once(place: Place, tmp_path: Path) -> None:
    office = create_office(tmp_path / "new.office", PROFILE, "A", PASSPHRASE, Clock())
    assert pinned_fingerprint(office) is None
    with pytest.raises(TrustMissingError):
        import_release(office, place.release)
    fingerprint = pin_trust(office, place.root)
    assert len(fingerprint) == 64
    assert pinned_fingerprint(office) == fingerprint
    import_release(office, place.release)
    office.close()


def test_the_same_root_again_changes_nothing(
    place: Place, administrator: Office, unchanged: Unchanged
) -> None:
    with unchanged(administrator):
        assert pin_trust(administrator, place.root) == pinned_fingerprint(administrator)


def test_another_root_is_refused(
    administrator: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    other = make_desk(tmp_path / "other", KEY_PASSPHRASE, Clock())
    with unchanged(administrator), pytest.raises(TrustPinnedError) as refused:
        pin_trust(administrator, other.root)
    assert refused.value.fingerprint == pinned_fingerprint(administrator)


def test_only_the_administrator_pins(place: Place, preparer: Office, auditor: Office) -> None:
    for office in (preparer, auditor):
        with pytest.raises(RoleMissingError):
            pin_trust(office, place.root)


def test_what_is_no_root_is_refused(place: Place, administrator: Office) -> None:
    with pytest.raises(TrustRootUnreadableError):
        pin_trust(administrator, place.authority)
    with pytest.raises(FileUnreadableError):
        pin_trust(administrator, place.folder / "missing.json")
