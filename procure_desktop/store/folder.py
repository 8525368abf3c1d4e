"""The office folder: where its files lie, and whether that is a place to keep them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

import psutil

from procure_desktop.domain.errors import NetworkFolderError, OfficeExistsError, OfficeMissingError

# File systems of other machines: locks and write-ahead logs are not safe there.
_NETWORK = frozenset({
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs",
    "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "webdav",
})  # fmt: skip

# What is mounted, and no disk that somebody would keep files on.
_NOT_FOR_KEEPING = frozenset(
    {"squashfs", "iso9660", "udf", "tmpfs", "devtmpfs", "ramfs", "overlay", "proc", "sysfs"}
)
_OF_THE_SYSTEM = ("/boot", "/sys", "/proc", "/dev", "/run/user", "/snap")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, of which kind, and with which options."""

    place: str
    kind: str
    options: str


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """The files of the office at `path`."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "office.db"

    @property
    def keys(self) -> Path:
        """The wrapped data key, one slot an officer."""
        return self.path / "keys.json"

    @property
    def desk(self) -> Path:
        """The desk lock."""
        return self.path / "desk.lock"

    @property
    def writable(self) -> bool:
        """Whether this account may write in the folder and in the database: not on a disc or a locked stick."""
        return os.access(self.path, os.W_OK) and os.access(self.database, os.W_OK)

    @property
    def fixed(self) -> bool:
        """Whether nobody at all can write here, so that what is read cannot change meanwhile."""
        return not self.writable and is_read_only(self.path)

    @property
    def tries(self) -> Path:
        """The record of wrong passphrases."""
        return self.path / "tries.json"


def present_mounts(*, disks: bool = False) -> list[Mount]:
    """Every file system that this machine has mounted, or its disks alone."""
    rows = psutil.disk_partitions(all=not disks)
    return [Mount(row.mountpoint, row.fstype, row.opts) for row in rows]


def network_kind(path: Path, mounts: Iterable[Mount]) -> str | None:
    """The kind of network file system that `path` lies on, or None when it is a local one."""
    resolved = path.resolve()
    if on_share(resolved):
        return "UNC"
    holding = [mount for mount in mounts if resolved.is_relative_to(mount.place)]
    # The last of equally long ones was mounted over the others.
    mount = max(holding, key=lambda one: len(one.place), default=None)
    if mount is None:
        return None
    kind = mount.kind.lower()
    remote = kind in _NETWORK or "remote" in mount.options.split(",")
    return kind or "remote" if remote else None


def is_read_only(path: Path) -> bool:
    """Whether the file system of `path` is mounted for reading; Windows does not say, and is taken at its word."""
    if not hasattr(os, "statvfs"):
        return True
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def on_share(path: PurePath) -> bool:
    """Whether a Windows path names another machine, which begins with two backslashes."""
    return path.drive.startswith("\\\\")


def other_disks(path: Path, mounts: Iterable[Mount]) -> list[Path]:
    """The roots of local, writable disks other than the one that `path` lies on, in the order of `mounts`."""
    return [
        Path(mount.place)
        for mount in mounts
        if mount.kind.lower() not in _NOT_FOR_KEEPING
        and not mount.place.startswith(_OF_THE_SYSTEM)
        and os.access(mount.place, os.W_OK)
        and network_kind(Path(mount.place), mounts) is None
        and not on_same_disk(Path(mount.place), path)
    ]


def on_same_disk(first: Path, second: Path) -> bool:
    """Whether both places, which need not exist yet, lie on one file system, so that its loss takes both."""
    return _present_part(first).stat().st_dev == _present_part(second).stat().st_dev


def _present_part(path: Path) -> Path:
    resolved = path.resolve()
    return next(part for part in (resolved, *resolved.parents) if part.exists())


def check_local(path: Path, mounts: Iterable[Mount] | None = None) -> None:
    """Refuse a network file system with NetworkFolderError."""
    kind = network_kind(path, present_mounts() if mounts is None else mounts)
    if kind is not None:
        raise NetworkFolderError(path=path, kind=kind)


def new_office(path: Path) -> OfficeFolder:
    """The folder to make an office in; it must not exist yet and must be local."""
    if path.exists():
        raise OfficeExistsError(path=path)
    check_local(path)
    return OfficeFolder(path)


def existing_office(path: Path) -> OfficeFolder:
    """The folder of an office that is there, on a local file system."""
    folder = OfficeFolder(path)
    if not (folder.keys.is_file() and folder.database.is_file()):
        raise OfficeMissingError(path=path)
    check_local(path)
    return folder
