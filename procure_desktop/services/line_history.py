"""The history of one line: each version that said something else of it, and what this office did on it."""

from dataclasses import dataclass
from datetime import datetime

from procure_desktop.domain.comparison import LineChange, compare_line
from procure_desktop.domain.journal import Entry
from procure_desktop.domain.request_list import Line, LineId, ListEdition
from procure_desktop.services.office import Office
from procure_desktop.store.database import Transaction
from procure_desktop.store.journals import load_history
from procure_desktop.store.list_versions import line_history, list_versions
from procure_desktop.store.lists import load_line
from procure_desktop.store.stakes import records_on

_OWN = ("drafted", "revised", "submitted", "authorised", "returned", "withdrawn", "logged")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a line: a version (`edition` and `change`) or an `entry` of the journal.

    `number` is the commitment's or donation's that the entry is about, empty where it has none.
    """

    at: datetime
    edition: ListEdition | None = None
    change: LineChange | None = None
    entry: Entry | None = None
    number: str = ""


def read_line_history(office: Office, line_id: LineId) -> tuple[Happening, ...]:
    """Everything that happened to a line, the oldest first; LineUnknownError for none."""
    with office.database.reading() as tx:
        found = (*_versions(tx, line_id), *_acts(tx, line_id), *_attestations(tx, line_id))
        return tuple(sorted(found, key=lambda one: one.at))


def _versions(tx: Transaction, line_id: LineId) -> list[Happening]:
    serial = load_line(tx, line_id).edition.serial
    imported = {one.edition.version: one.imported_at for one in list_versions(tx, serial)}
    found: list[Happening] = []
    before: Line | None = None
    for edition, content in line_history(tx, line_id):
        change = compare_line(before, content)
        found.append(Happening(imported[edition.version], edition, change))
        before = content
    return found


def _acts(tx: Transaction, line_id: LineId) -> list[Happening]:
    return [
        Happening(entry.at, entry=entry, number=record.number)
        for record in records_on(tx, line_id)
        for entry in load_history(tx, record.subject)
        if _speaks_of(entry, line_id)
    ]


def _speaks_of(entry: Entry, line_id: LineId) -> bool:
    action, after = entry.change.action, entry.change.after
    if action.startswith("effect "):
        return bool(after["line"] == line_id)
    return action.endswith(_OWN)


def _attestations(tx: Transaction, line_id: LineId) -> list[Happening]:
    serial = load_line(tx, line_id).edition.serial
    return [
        Happening(entry.at, entry=entry)
        for entry in load_history(tx, f"list {serial}")
        if "attest" in entry.change.action
    ]
