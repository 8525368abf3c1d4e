"""What others did since an officer last had Home before them."""

from dataclasses import dataclass
from enum import StrEnum

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.donation import DonationId
from procure_desktop.services.office import Office
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.database import Transaction
from procure_desktop.store.donations import load_donation
from procure_desktop.store.effects import count_unsettled
from procure_desktop.store.journals import journal_head
from procure_desktop.store.looks import Tally, load_look, save_look, tally_others

_NAMED = 3


class NewsKind(StrEnum):
    """What is told, most of it by the journal's action; effects are told until they are settled."""

    VERSION = "version imported"
    EFFECTS = "effects on us"
    ATTESTED = "list attested"
    SUBMITTED = "commitment submitted"
    AUTHORISED = "commitment authorised"
    RETURNED = "commitment returned"
    WITHDRAWN = "commitment withdrawn"
    DONATION = "donation logged"
    OFFICER = "officer added"


_ACTIONS = {NewsKind.VERSION: frozenset({"release imported", "spreadsheet imported"})}


@dataclass(frozen=True, slots=True)
class NewsItem:
    """How much of one kind there is. `names` has the newest few; `record` the id of an only one."""

    kind: NewsKind
    count: int
    names: tuple[str, ...] = ()
    record: int | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What is new up to entry `upto` of the journal; `first` for an officer who never looked before."""

    upto: int
    first: bool
    items: tuple[NewsItem, ...]


def since_last_look(office: Office) -> News:
    """What others did since the signed-in officer last looked, and the effects that still wait."""
    with office.database.reading() as tx:
        seen = load_look(tx, office.officer.id)
        tallies = tally_others(tx, seen, office.officer.name)
        items = (_item(tx, kind, _subjects(kind, tallies)) for kind in NewsKind)
        return News(journal_head(tx).number, seen == 0, tuple(one for one in items if one.count))


def mark_looked(office: Office, upto: int) -> None:
    """Note that the signed-in officer has seen everything up to entry `upto`; no change of the office."""
    with office.database.transaction() as tx:
        save_look(tx, office.officer.id, upto)


def _subjects(kind: NewsKind, tallies: tuple[Tally, ...]) -> tuple[str, ...]:
    """What a kind of news is about, the newest first, each once."""
    actions = _ACTIONS.get(kind, frozenset({kind.value}))
    told = (subject for one in tallies if one.action in actions for subject in one.subjects)
    return tuple(dict.fromkeys(told))


def _item(tx: Transaction, kind: NewsKind, subjects: tuple[str, ...]) -> NewsItem:
    if kind is NewsKind.EFFECTS:
        return NewsItem(kind, count_unsettled(tx))
    names = tuple(_name(tx, one) for one in subjects[:_NAMED])
    only = _record(subjects[0]) if len(subjects) == 1 else None
    return NewsItem(kind, len(subjects), names, only)


def _record(subject: str) -> int | None:
    kind, _, key = subject.partition(" ")
    return int(key) if kind in {"commitment", "donation"} else None


def _name(tx: Transaction, subject: str) -> str:
    """A record's number, or the name of a list or an officer, by how the journal names it."""
    kind, _, key = subject.partition(" ")
    if kind == "commitment":
        return load_commitment(tx, CommitmentId(int(key))).number or key
    if kind == "donation":
        return load_donation(tx, DonationId(int(key))).number
    return key
