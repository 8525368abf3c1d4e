import os
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from procure_desktop.domain.errors import (
    NetworkFolderError,
    OfficeExistsError,
    OfficeMissingError,
)
from procure_desktop.store.folder import (
    Mount,
    OfficeFolder,
    check_local,
    existing_office,
    is_read_only,
    network_kind,
    new_office,
    on_share,
    present_mounts,
)
from tests.office_factory import Place

LOCAL = Mount("/", "ext4", "rw,relatime")


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "CIFS", "davfs"]
)
def test_network_file_systems_are_known_by_their_kind(kind: str, tmp_path: Path) -> None:
    mounts = [LOCAL, Mount(str(tmp_path), kind, "rw")]
    assert network_kind(tmp_path / "mod.office", mounts) == kind.lower()
    with pytest.raises(NetworkFolderError) as refused:
        check_local(tmp_path / "mod.office", mounts)
    assert refused.value.kind == kind.lower()


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "ntfs", "fuseblk", "apfs"])
def test_local_file_systems_are_let_be(kind: str, tmp_path: Path) -> None:
    check_local(tmp_path, [Mount("/", kind, "rw")])


def test_the_nearest_mount_decides(tmp_path: Path) -> None:
    nfs, local = Mount(str(tmp_path), "nfs", ""), Mount(str(tmp_path / "disk"), "ext4", "")
    assert network_kind(tmp_path / "disk" / "mod.office", [local, nfs, LOCAL]) is None
    assert network_kind(tmp_path / "mod.office", [local, nfs, LOCAL]) == "nfs"
    assert network_kind(tmp_path / "disk2", [local, nfs, LOCAL]) == "nfs"


def test_a_windows_share_is_known_by_its_name() -> None:
    assert on_share(PureWindowsPath(r"\\server\share\mod.office"))
    assert not on_share(PureWindowsPath(r"C:\mod.office"))


def test_a_folder_on_no_known_mount_is_taken_for_local(tmp_path: Path) -> None:
    assert network_kind(tmp_path, [Mount("/elsewhere", "nfs", "")]) is None


def test_a_drive_that_says_that_it_is_remote_is_one(tmp_path: Path) -> None:
    assert network_kind(tmp_path, [Mount("/", "ntfs", "rw,remote")]) == "ntfs"
    assert network_kind(tmp_path, [Mount("/", "", "rw,remote")]) == "remote"


def test_a_link_to_a_network_folder_is_followed(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "link"
    link.symlink_to(share)
    assert network_kind(link / "mod.office", [LOCAL, Mount(str(share), "cifs", "")]) == "cifs"


class OnAShare(type(Path())):  # type: ignore[misc]  # the class of this system's paths
    """A path as Windows resolves it when a drive letter stands for a folder of another machine."""

    def resolve(self, strict: bool = False) -> PureWindowsPath:  # noqa: ARG002 (as in pathlib)
        return PureWindowsPath(r"\\server\offices\mod.office")


def test_a_drive_that_stands_for_a_share_is_one() -> None:
    assert network_kind(OnAShare("mod.office"), [LOCAL]) == "UNC"


def test_this_machine_s_mounts_are_seen(tmp_path: Path) -> None:
    # Inside a changed root the root itself is no mount.
    assert all(Path(mount.place).is_absolute() for mount in present_mounts())
    assert present_mounts()
    check_local(tmp_path)


def test_a_new_office_never_takes_a_place_that_is_taken(tmp_path: Path) -> None:
    assert new_office(tmp_path / "mod.office").database.name == "office.db"
    with pytest.raises(OfficeExistsError):
        new_office(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(OfficeExistsError):
        new_office(tmp_path / "file")


@pytest.mark.parametrize("missing", ["office.db", "keys.json"])
def test_an_office_has_both_its_files(place: Place, missing: str) -> None:
    assert existing_office(place.office) == OfficeFolder(place.office)
    (place.office / missing).unlink()
    with pytest.raises(OfficeMissingError):
        existing_office(place.office)


def test_a_file_system_says_whether_it_is_mounted_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_read_only(tmp_path)
    mounted = SimpleNamespace(f_flag=os.ST_RDONLY | os.ST_NOSUID)
    monkeypatch.setattr(os, "statvfs", lambda _path: mounted)
    assert is_read_only(tmp_path)
    monkeypatch.delattr(os, "statvfs")
    assert is_read_only(tmp_path)


def test_where_this_account_may_write_nothing_is_fixed(place: Place) -> None:
    files = OfficeFolder(place.office)
    assert files.writable
    assert not files.fixed
