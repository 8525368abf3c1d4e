"""Counts and sums over the office's records."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, func, select, type_coerce

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import ListEdition
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, list_release
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
    """Lines with something outstanding that the United States can sell."""
    open_now = (line.c.withdrawn == False) & (line.c.releasable == True)  # noqa: E712 (SQL)
    can_be_funded = open_now & (line.c.outstanding > 0) & (line.c.outstanding_usd > 0)
    figures = select(
        func.count(),
        # As a number: the sum of flags would be read as a flag.
        func.coalesce(func.sum(type_coerce(line.c.urgent, Integer)), 0),
        func.coalesce(func.sum(line.c.outstanding_usd), 0),
    ).where(can_be_funded)
    count, urgent, usd = tx.execute(figures).one()
    return OpenLines(count, int(urgent), Money(usd, USD))


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
