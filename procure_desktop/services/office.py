"""The open office: its database, who is signed in, and the journal that every change is recorded in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from procure_desktop.domain.journal import Change, Entry, Head, entry_content, entry_hash
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Officer, Role
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.store.database import Database, Transaction
from procure_desktop.store.desk_lock import DeskLock, Holder
from procure_desktop.store.folder import OfficeFolder
from procure_desktop.store.journals import append_entry, journal_head
from procure_desktop.store.officers import load_officer
from procure_desktop.store.offices import load_profile

Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]
"""Called with (done, total); it may raise CancelledError, which rolls everything back."""


def utc_now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that one officer has opened."""

    files: OfficeFolder
    database: Database
    officer: Officer
    clock: Clock
    desk: DeskLock | None = None
    holder: Holder | None = None
    recorded: set[str] = field(default_factory=set, compare=False, repr=False)
    """The hashes of the entries that were recorded through this open office."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: another window has the desk (`holder`), or the place is not writable."""
        return self.database.read_only

    @property
    def writable_place(self) -> bool:
        """Whether this account may write where the office lies."""
        return self.files.writable

    @property
    def folder(self) -> Path:
        """The office's folder."""
        return self.files.path

    @property
    def profile(self) -> OfficeProfile:
        """Who the office is, as it stands in the database now."""
        with self.database.reading() as tx:
            return load_profile(tx)

    def now(self) -> datetime:
        """The present moment in UTC, by the office's clock."""
        return self.clock().astimezone(UTC)

    def acting(self, tx: Transaction, *roles: Role) -> Officer:
        """The signed-in officer as the database knows them now; RoleMissingError without one of `roles`."""
        officer = load_officer(tx, self.officer.id)
        officer.require(*roles)
        return officer

    def record(self, tx: Transaction, change: Change) -> Head:
        """Add one entry to the journal in the same transaction as the change; returns the new head."""
        head = journal_head(tx)
        number, at = head.number + 1, self.now()
        content = canonical(entry_content(number, at, self.officer.name, change, head.sha256))
        entry = Entry(number, at, self.officer.name, change, content, entry_hash(content))
        append_entry(tx, entry, head.sha256)
        self.recorded.add(entry.sha256)
        return Head(number, entry.sha256)

    def close(self) -> None:
        """Close the database and give the desk back."""
        self.database.close()
        if self.desk is not None:
            self.desk.release()
