"""The office at a glance: the way to the target, its own part of it, and what waits for this officer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procure_desktop.domain.announcement import Announcement, counted_until, total_usd
from procure_desktop.domain.attestation import Attestation, check_attestor
from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.errors import (
    AttestedTwiceError,
    AuthoriserMissingError,
    RoleMissingError,
)
from procure_desktop.domain.money import Money, sum_money
from procure_desktop.domain.officer import Officer, Role
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Approval, ListEdition
from procure_desktop.services.office import Office
from procure_desktop.store.announcements import load_announcements
from procure_desktop.store.attestations import attestation_of
from procure_desktop.store.database import Transaction
from procure_desktop.store.figures import (
    OpenLines,
    count_open_lines,
    list_editions,
    sum_commitments,
    waiting_commitments,
)
from procure_desktop.store.officers import load_officer
from procure_desktop.store.trusts import load_trust

TARGET = Money(10_000_000_000_00, USD)
"""USD 10 bn, the target named in public by NATO's allies in 2025."""


Part = tuple[tuple[str, ...], Money | None]
"""Packages, and what of an announcement goes to them; None where that was not said."""


class Task(StrEnum):
    """What may wait for an officer."""

    PIN_AUTHORITY = "pin authority"
    IMPORT_LIST = "import list"
    ATTEST = "attest"
    SUBMIT = "submit"
    REVISE = "revise"
    AUTHORISE = "authorise"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that waits, and how many of it."""

    task: Task
    count: int


@dataclass(frozen=True, slots=True)
class PackageFunding:
    """What was announced for one package, for several together whose parts are not public, or the pool (none).

    `nations` are ISO 3166-1 alpha-3 codes.
    """

    packages: tuple[str, ...]
    announced: Money
    nations: tuple[str, ...]
    undisclosed: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of the office. `announced_until` is the last announcement's day, None without any."""

    target: Money
    announced: Money
    announced_until: date | None
    funding: tuple[PackageFunding, ...]
    own: dict[DocumentState, Money]
    counts: dict[DocumentState, int]
    lines: OpenLines
    editions: tuple[ListEdition, ...]
    to_do: tuple[ToDo, ...]


def summarise(office: Office) -> Summary:
    """All that Home shows, in one consistent look."""
    with office.database.reading() as tx:
        announcements = load_announcements(tx)
        until = max((one.day for one in announcements), default=None)
        counted = counted_until(announcements, until) if until else ()
        sums = sum_commitments(tx)
        return Summary(
            target=TARGET,
            announced=total_usd(counted),
            announced_until=until,
            funding=group_by_package(counted),
            own={state: Money(usd, USD) for state, (_, usd) in sums.items()},
            counts={state: count for state, (count, _) in sums.items()},
            lines=count_open_lines(tx),
            editions=list_editions(tx),
            to_do=tuple(one for one in _to_do(office, tx) if one.count),
        )


def group_by_package(announced: Iterable[Announcement]) -> tuple[PackageFunding, ...]:
    """Announcements by package; known shares each to their own, unknown parts under both packages together."""
    groups: dict[tuple[str, ...], list[tuple[str, Money | None]]] = {}
    for one in announced:
        for packages, amount in _parts(one):
            groups.setdefault(packages, []).append((one.iso3, amount))
    return tuple(_funding(packages, members) for packages, members in sorted(groups.items()))


def _parts(one: Announcement) -> list[Part]:
    known: list[Part] = [
        ((share.package,), share.amount) for share in one.shares if share.amount.currency == USD
    ]
    return known or [(one.packages, one.usd)]


def _funding(packages: tuple[str, ...], members: list[tuple[str, Money | None]]) -> PackageFunding:
    known = [amount for _, amount in members if amount is not None]
    return PackageFunding(
        packages=packages,
        announced=sum_money(known, USD),
        nations=tuple(dict.fromkeys(nation for nation, _ in members)),
        undisclosed=len(members) - len(known),
    )


def _to_do(office: Office, tx: Transaction) -> list[ToDo]:
    officer = load_officer(tx, office.officer.id)
    found: list[ToDo] = []
    if Role.ADMINISTRATOR in officer.roles:
        found.append(ToDo(Task.PIN_AUTHORITY, 0 if load_trust(tx) else 1))
    may_import = officer.roles & {Role.PREPARER, Role.AUTHORISER, Role.ADMINISTRATOR}
    if may_import and load_trust(tx) and not list_editions(tx):
        found.append(ToDo(Task.IMPORT_LIST, 1))
    found.append(ToDo(Task.ATTEST, _count_attestable(tx, officer)))
    waiting = waiting_commitments(tx, officer.id)
    if Role.AUTHORISER in officer.roles:
        found.append(ToDo(Task.AUTHORISE, waiting.of_others))
    if Role.PREPARER in officer.roles:
        found += [ToDo(Task.REVISE, waiting.returned), ToDo(Task.SUBMIT, waiting.drafts)]
    return found


def _count_attestable(tx: Transaction, officer: Officer) -> int:
    """How many lists wait for an attestation that this officer may give."""
    waiting = [one for one in list_editions(tx) if one.approval is Approval.UNAPPROVED]
    return sum(1 for one in waiting if _may_attest(officer, attestation_of(tx, one)))


def _may_attest(officer: Officer, before: Attestation | None) -> bool:
    try:
        check_attestor(officer, before.attestors if before else ())
    except (RoleMissingError, AttestedTwiceError, AuthoriserMissingError):
        return False
    return True
