from pathlib import Path

import pytest

from procure_desktop.domain.place import SyncService
from procure_desktop.store.synchronised import synchronising


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", SyncService.ONEDRIVE),
        ("OneDrive - Ministry of Defence", SyncService.ONEDRIVE),
        ("Dropbox (Work)", SyncService.DROPBOX),
        ("GoogleDrive-officer@ministry.example", SyncService.GOOGLE_DRIVE),
        ("Google Drive", SyncService.GOOGLE_DRIVE),
        ("com~apple~CloudDocs", SyncService.ICLOUD),
        ("iCloudDrive", SyncService.ICLOUD),
        ("Nextcloud", SyncService.NEXTCLOUD),
        ("ownCloud", SyncService.OWNCLOUD),
        ("Box", SyncService.BOX),
        ("MEGAsync", SyncService.MEGA),
        ("pCloudDrive", SyncService.PCLOUD),
        ("Proton Drive", SyncService.PROTON_DRIVE),
        ("Boxes", None),
        ("Documents", None),
        ("Omega", None),
    ],
)
def test_the_name_of_a_folder_above_tells(
    tmp_path: Path, folder: str, service: SyncService | None
) -> None:
    assert synchronising(tmp_path / folder / "deep" / "mod.office", {}) is service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", SyncService.DROPBOX),
        (".stfolder", SyncService.SYNCTHING),
        (".sync_a1b2.db", SyncService.NEXTCLOUD),
        (".owncloudsync.log", SyncService.OWNCLOUD),
        (".tmp.driveupload", SyncService.GOOGLE_DRIVE),
        (".SynologyWorkingDirectory", SyncService.SYNOLOGY),
    ],
)
def test_what_a_service_leaves_tells(tmp_path: Path, mark: str, service: SyncService) -> None:
    (tmp_path / "kept" / "deep").mkdir(parents=True)
    (tmp_path / "kept" / mark).mkdir()
    assert synchronising(tmp_path / "kept" / "deep" / "mod.office", {}) is service
    assert synchronising(tmp_path / "mod.office", {}) is None


def test_the_name_of_the_office_itself_does_not_tell(tmp_path: Path) -> None:
    assert synchronising(tmp_path / "Nextcloud", {}) is None


def test_where_windows_keeps_onedrive_tells(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Ministry"), "OneDrive": ""}
    inside = tmp_path / "Ministry" / "mod.office"
    assert synchronising(inside, environment) is SyncService.ONEDRIVE
    assert synchronising(tmp_path / "mod.office", environment) is None


def test_a_folder_that_may_not_be_listed_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path, _pattern: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "glob", refuse)
    assert synchronising(tmp_path / "mod.office", {}) is None
