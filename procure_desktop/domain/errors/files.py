"""Files, offices and journals that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Fault, Refusal

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(eq=False)
class OfficeMissingError(Fault):
    """No office at this place."""

    path: Path


@dataclass(eq=False)
class OfficeExistsError(Fault):
    """Something stands where an office was to be made; it is never overwritten."""

    path: Path


@dataclass(eq=False)
class OfficeDamagedError(Fault):
    """The office's files cannot be read as what they must be."""

    path: Path


@dataclass(eq=False)
class OfficeNewerError(Fault):
    """The office was written by a newer version of the program."""

    path: Path


@dataclass(eq=False)
class OfficeOlderError(Fault):
    """The office was written by an older version, and cannot be upgraded where it is only read."""

    path: Path


@dataclass(eq=False)
class OfficeUnfoldedError(Fault):
    """The office was copied to where it can only be read while a program was using it."""

    path: Path


@dataclass(eq=False)
class OfficeReadOnlyError(Refusal):
    """The office is open for reading only."""


@dataclass(eq=False)
class OfficeBusyError(Fault):
    """Another program held the database for longer than the wait."""


@dataclass(eq=False)
class NetworkFolderError(Fault):
    """The folder lies on a network file system, which loses locks and writes."""

    path: Path
    kind: str


@dataclass(eq=False)
class DurabilityError(Fault):
    """The database would not take the settings that keep acknowledged changes through a power cut."""

    setting: str
    found: str


@dataclass(eq=False)
class FileUnreadableError(Fault):
    """A file that cannot be read, with the system's reason."""

    path: Path
    reason: str


@dataclass(eq=False)
class FileUnwritableError(Fault):
    """A file that cannot be written, with the system's reason."""

    path: Path
    reason: str


@dataclass(eq=False)
class FileExistsAlreadyError(Fault):
    """A file that would be overwritten."""

    path: Path


@dataclass(eq=False)
class FileTooLargeError(Refusal):
    """A file larger than such a file can be, in bytes."""

    path: Path
    most: int


@dataclass(eq=False)
class BackupUnreadableError(Refusal):
    """A file that is no backup, or a damaged one."""

    path: Path


@dataclass(eq=False)
class BackupFolderGoneError(Fault):
    """The folder of the daily backups is not there and cannot be made: a stick or a share is missing."""

    path: Path
    reason: str


@dataclass(eq=False)
class JournalBrokenError(Refusal):
    """The chain breaks at entry `number`."""

    number: int


@dataclass(eq=False)
class JournalRewrittenError(Refusal):
    """The journal is whole but is not the one that a document or a backup was made with."""

    number: int


@dataclass(eq=False)
class AnchorMissingError(Refusal):
    """A file that carries no journal head to compare with."""

    path: Path


@dataclass(eq=False)
class AnchorForeignError(Refusal):
    """A document or a backup of another office."""

    path: Path


@dataclass(eq=False)
class AnchorNotValidError(Refusal):
    """A document that is not valid proves nothing about the journal."""

    path: Path


@dataclass(eq=False)
class BackupPlaceError(Refusal):
    """Backups would lie where they help nobody: inside the office, or at a place that depends on who starts."""

    path: Path


@dataclass(eq=False)
class LogoUnreadableError(Refusal):
    """A logo that is no PNG, or a damaged one."""

    path: Path


@dataclass(eq=False)
class LogoSizeError(Refusal):
    """A logo of more pixels than any letterhead needs."""

    path: Path
    width: int
    height: int
