"""Counts and sums over the office's records."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import ListEdition
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line_tally, list_release
from procure_desktop.store.lists import edition_of
from procure_desktop.store.schema import commitment


@dataclass(frozen=True, slots=True)
class OpenLines:
    """Lines that can be committed to: how many, how many of them urgent, and what is outstanding of them."""

    count: int
    urgent: int
    outstanding: Money


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many commitments wait for one officer: own drafts, own returned, others' to decide on."""

    drafts: int
    returned: int
    of_others: int


def sum_commitments(tx: Transaction) -> dict[DocumentState, tuple[int, int]]:
    """How many commitments are in each state, and their sum in US cents."""
    query = select(commitment.c.state, func.count(), func.sum(commitment.c.usd)).group_by(
        commitment.c.state
    )
    return {DocumentState(state): (count, usd) for state, count, usd in tx.execute(query)}


def count_open_lines(tx: Transaction) -> OpenLines:
    """Lines that can be committed to, from their tally."""
    urgent = case((line_tally.c.urgent == True, line_tally.c.lines), else_=0)  # noqa: E712 (SQL)
    sums = [
        func.coalesce(func.sum(column), 0)
        for column in (line_tally.c.lines, urgent, line_tally.c.outstanding_usd)
    ]
    count, urgent_count, usd = tx.execute(select(*sums).where(line_tally.c.state == "open")).one()
    return OpenLines(count, urgent_count, Money(usd, USD))


def list_editions(tx: Transaction) -> tuple[ListEdition, ...]:
    """The newest edition of each list."""
    newer = list_release.alias()
    newest = (
        select(func.max(newer.c.version))
        .where(newer.c.serial == list_release.c.serial)
        .scalar_subquery()
    )
    rows = tx.execute(
        select(list_release).where(list_release.c.version == newest).order_by(list_release.c.serial)
    )
    return tuple(edition_of(row) for row in rows)


def waiting_commitments(tx: Transaction, officer: OfficerId) -> Waiting:
    """What waits for `officer`."""
    own = commitment.c.prepared_by == officer
    return Waiting(
        drafts=_count(tx, own & (commitment.c.state == DocumentState.DRAFT)),
        returned=_count(tx, own & (commitment.c.state == DocumentState.RETURNED)),
        of_others=_count(tx, ~own & (commitment.c.state == DocumentState.SUBMITTED)),
    )


def _count(tx: Transaction, where: ColumnElement[bool]) -> int:
    return int(tx.execute(select(func.count()).where(where)).scalar_one())
