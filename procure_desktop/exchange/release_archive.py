"""A list release as bytes: an uncompressed zip of TUF metadata and the list, opened with suspicion."""

import io
import re
import struct
import zipfile

from procure_desktop.domain.errors import ReleaseUnreadableError

LIST_NAME = "request-list.json"
MOST_BYTES = 256 * 1024 * 1024
MOST_MEMBERS = 64

_NAMES = re.compile(
    r"[1-9][0-9]{0,5}\.root\.json|timestamp\.json|snapshot\.json|targets\.json|request-list\.json",
    re.ASCII,
)
# The same release is the same bytes, whenever it is packed: the earliest day that a zip can state.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_CENTRAL_HEADER = b"PK\x01\x02"
_ENCRYPTED = 0x1
# All that the standard library was seen to raise on files made to harm it.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
)


def pack(members: dict[str, bytes]) -> bytes:
    """The members in their order as one uncompressed zip, the same bytes for the same members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_DAY), data)
    return file.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The members by name.

    Raises ReleaseUnreadableError, naming the member or `zip`, for a file too large, too many members,
    any name but those of a release (so no folders, no way out of one), a name twice, and anything
    compressed or encrypted: stored members cannot be larger than the file that holds them.
    """
    # Counted before the directory is read: a member needs a header, and strict JSON holds none.
    if len(data) > MOST_BYTES or data.count(_CENTRAL_HEADER) > MOST_MEMBERS:
        raise ReleaseUnreadableError(place="zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive.infolist(), len(data))
            return {member.filename: archive.read(member) for member in archive.infolist()}
    except _ZIP_ERRORS:
        raise ReleaseUnreadableError(place="zip") from None


def _check_members(members: list[zipfile.ZipInfo], size: int) -> None:
    seen = set[str]()
    for member in members:
        name = member.filename
        if name in seen or not _NAMES.fullmatch(name) or not _is_stored(member):
            raise ReleaseUnreadableError(place=name[:80])
        seen.add(name)
    # Members that share bytes add up to more than the file.
    if sum(member.file_size for member in members) > size:
        raise ReleaseUnreadableError(place="zip")


def _is_stored(member: zipfile.ZipInfo) -> bool:
    plain = member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & _ENCRYPTED
    return plain and member.compress_size == member.file_size
