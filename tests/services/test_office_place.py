from pathlib import Path

import pytest

from procure_desktop.domain.errors import NetworkFolderError, OfficeExistsError
from procure_desktop.domain.place import SyncService
from procure_desktop.services import office_place
from procure_desktop.services.office_place import (
    check_new_place,
    lost_together,
    suggest_backup_folder,
)
from procure_desktop.store import folder as folders
from procure_desktop.store.folder import Mount, other_disks


def test_a_local_folder_will_do(tmp_path: Path) -> None:
    assert check_new_place(tmp_path / "mod.office", {}) is None


def test_a_synchronised_folder_is_only_warned_of(tmp_path: Path) -> None:
    place = tmp_path / "Dropbox" / "mod.office"
    assert check_new_place(place, {}) is SyncService.DROPBOX


def test_what_is_there_and_what_is_far_away_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OfficeExistsError):
        check_new_place(tmp_path, {})
    share = [Mount("/", "ext4", "rw"), Mount(str(tmp_path), "nfs4", "rw")]
    monkeypatch.setattr(folders, "present_mounts", lambda: share)
    with pytest.raises(NetworkFolderError):
        check_new_place(tmp_path / "mod.office", {})


def test_another_disk_is_suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr(office_place, "other_disks", lambda *_: [disk])
    suggested = suggest_backup_folder(tmp_path / "mod.office")
    assert suggested == disk / "Procure backups" / "mod"
    monkeypatch.setattr(office_place, "other_disks", lambda *_: [])
    assert suggest_backup_folder(tmp_path / "mod.office") is None


def test_one_disk_takes_both(tmp_path: Path) -> None:
    assert lost_together(tmp_path / "mod.office", tmp_path / "deep" / "backups")


def test_other_disks_are_local_and_writable_and_not_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, disk = tmp_path / "mod.office", tmp_path / "disk"
    disk.mkdir()
    shown = [
        Mount("/boot", "ext4", "rw"),
        Mount(str(tmp_path / "gone"), "ext4", "rw"),
        Mount(str(disk), "ext4", "rw"),
    ]
    assert other_disks(office, shown) == []
    monkeypatch.setattr(folders, "on_same_disk", lambda *_: False)
    assert other_disks(office, shown) == [disk]
    for kind in ("nfs4", "squashfs"):
        assert other_disks(office, [Mount(str(disk), kind, "rw")]) == []
