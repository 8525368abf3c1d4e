"""A later version of a list becomes the present: a handful of statements over all lines at once."""

from sqlalchemy import ColumnElement, case, delete, insert, literal, or_, select, update

from procure_desktop.domain.errors import LineReusedError
from procure_desktop.domain.request_list import ListHeader
from procure_desktop.store.database import Transaction
from procure_desktop.store.holds import held_quantity, held_remainder, mark_counted
from procure_desktop.store.list_tables import CONTENT, DERIVED, line, line_edition, line_incoming
from procure_desktop.store.search import add_changed, drop_changed


def merge_incoming(tx: Transaction, release: int, header: ListHeader, *, unapproved: bool) -> None:
    """Move what stands in `line_incoming` into `line`, keeping what it supersedes; LineReusedError."""
    _recognise(tx)
    _check_own(tx, header.serial)
    mark_counted(tx, frozenset(header.counted))
    _keep_editions(tx, release, header.serial)
    _withdraw(tx, release, header.serial)
    drop_changed(tx)
    _change(tx, release)
    _carry(tx, release, unapproved=unapproved)
    _add(tx, release, header.serial, unapproved=unapproved)
    add_changed(tx)
    tx.execute(delete(line_incoming))


def _recognise(tx: Transaction) -> None:
    """Note beside each incoming line which stored one it is, and whether it says something else."""
    tx.execute(
        update(line_incoming)
        .where(line_incoming.c.reference == line.c.reference)
        .values(line_id=line.c.id, changed=case((differs(), 1), else_=0))
    )


def differs() -> ColumnElement[bool]:
    """Whether a stored line says something else than the incoming one, or was withdrawn."""
    return or_(
        line.c.withdrawn == True,  # noqa: E712 (SQL)
        *(line.c[name].is_distinct_from(line_incoming.c[name]) for name in CONTENT),
    )


def _check_own(tx: Transaction, serial: str) -> None:
    others = (
        select(line.c.reference)
        .join(line_incoming, line_incoming.c.line_id == line.c.id)
        .where(line.c.serial != serial)
        .order_by(line.c.reference)
        .limit(1)
    )
    taken = tx.execute(others).scalar()
    if taken is not None:
        raise LineReusedError(line=taken)


def _left_out(serial: str) -> ColumnElement[bool]:
    incoming = select(line_incoming.c.line_id).where(line_incoming.c.line_id.is_not(None))
    return (
        (line.c.serial == serial)
        & (line.c.withdrawn == False)  # noqa: E712 (SQL)
        & line.c.id.not_in(incoming)
    )


def _changed() -> ColumnElement[bool]:
    changed = select(line_incoming.c.line_id).where(
        line_incoming.c.line_id.is_not(None),
        line_incoming.c.changed == True,  # noqa: E712 (SQL)
    )
    return line.c.id.in_(changed)


def _keep_editions(tx: Transaction, release: int, serial: str) -> None:
    content = [line.c[name] for name in CONTENT]
    superseded = select(
        line.c.id, line.c.since_id, literal(release), line.c.withdrawn, *content
    ).where(or_(_changed(), _left_out(serial)))
    tx.execute(
        insert(line_edition).from_select(
            ["line_id", "from_id", "to_id", "withdrawn", *CONTENT], superseded
        )
    )


def _withdraw(tx: Transaction, release: int, serial: str) -> None:
    tx.execute(update(line).where(_left_out(serial)).values(withdrawn=True, since_id=release))


def _change(tx: Transaction, release: int) -> None:
    fresh = {name: line_incoming.c[name] for name in (*CONTENT, *DERIVED)}
    tx.execute(
        update(line)
        .where(line.c.id == line_incoming.c.line_id, line_incoming.c.changed == True)  # noqa: E712 (SQL)
        .values(fresh | {"since_id": release, "withdrawn": False})
    )


def _carry(tx: Transaction, release: int, *, unapproved: bool) -> None:
    # In the same statement that moves the line to its new release: a shrunken line may go below zero
    # by an import (it is shown as over), and by nothing else. Units that are held are worth the new price.
    left = line.c.issued_outstanding - held_quantity()
    known = select(line_incoming.c.line_id).where(line_incoming.c.line_id.is_not(None))
    tx.execute(
        update(line)
        .where(line.c.id.in_(known))
        .values(
            release_id=release,
            unapproved=unapproved,
            outstanding=left,
            outstanding_usd=left * line.c.unit_price - held_remainder(),
        )
    )


def _add(tx: Transaction, release: int, serial: str, *, unapproved: bool) -> None:
    names = ("reference", *CONTENT, *DERIVED)
    outstanding = line_incoming.c.issued_outstanding
    fresh = select(
        *(line_incoming.c[name] for name in names),
        outstanding,
        outstanding * line_incoming.c.unit_price,
        *(literal(value) for value in (release, release, serial, int(unapproved))),
    ).where(line_incoming.c.line_id.is_(None))
    tx.execute(
        insert(line).from_select(
            [
                *names,
                "outstanding",
                "outstanding_usd",
                "release_id",
                "since_id",
                "serial",
                "unapproved",
            ],
            fresh,
        )
    )
