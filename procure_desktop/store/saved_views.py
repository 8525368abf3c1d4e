"""Saved views and the last arrangement of each list, each officer's own; their content is JSON text.

None of this is journaled: how an officer looks at the records is no record, and nothing rests on it.
"""

from sqlalchemy import ColumnElement, Row, Select, delete, insert, or_, select, update

from procure_desktop.domain.errors import ViewUnknownError
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.saved_view import ViewId
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import last_arrangement, officer, saved_view

ViewRow = Row[tuple[int, str, str, int, str, bool, str]]
"""id, listing, name, owner's id, owner's name, shared, content."""


def load_views(tx: Transaction, holder: OfficerId) -> list[ViewRow]:
    """The officer's own views and what others share, by listing and name."""
    offered = or_(saved_view.c.officer_id == holder, saved_view.c.shared.is_(True))
    ordered = _views().where(offered).order_by(saved_view.c.listing, saved_view.c.name)
    return list(tx.execute(ordered))


def load_view(tx: Transaction, view: ViewId) -> ViewRow:
    """One view; ViewUnknownError when it is gone."""
    row = tx.execute(_views().where(saved_view.c.id == view)).first()
    if row is None:
        raise ViewUnknownError
    return row


def find_view(tx: Transaction, holder: OfficerId, listing: Listing, name: str) -> ViewId | None:
    """The officer's own view of this name for a list."""
    found = tx.execute(
        select(saved_view.c.id).where(
            saved_view.c.officer_id == holder,
            saved_view.c.listing == listing,
            saved_view.c.name == name,
        )
    ).scalar()
    return None if found is None else ViewId(found)


def add_view(
    tx: Transaction, holder: OfficerId, listing: Listing, name: str, content: str, *, shared: bool
) -> ViewId:
    """Add a view; the name is free."""
    values = {"listing": listing, "name": name, "content": content, "shared": shared}
    adding = insert(saved_view).values(officer_id=holder, **values).returning(saved_view.c.id)
    return ViewId(tx.execute(adding).scalar_one())


def change_view(tx: Transaction, view: ViewId, **values: str | bool) -> None:
    """Change a view's name, content, or whether it is shared."""
    tx.execute(update(saved_view).where(saved_view.c.id == view).values(**values))


def delete_view(tx: Transaction, view: ViewId) -> None:
    """Delete a view."""
    tx.execute(delete(saved_view).where(saved_view.c.id == view))


def load_arrangement(tx: Transaction, holder: OfficerId, listing: Listing) -> str | None:
    """How the officer saw the list last."""
    return tx.execute(select(last_arrangement.c.content).where(*_last(holder, listing))).scalar()


def set_arrangement(tx: Transaction, holder: OfficerId, listing: Listing, content: str) -> None:
    """Keep how the officer sees the list, in place of what was kept before."""
    tx.execute(delete(last_arrangement).where(*_last(holder, listing)))
    values = {"officer_id": holder, "listing": listing, "content": content}
    tx.execute(insert(last_arrangement).values(**values))


def _views() -> Select[tuple[int, str, str, int, str, bool, str]]:
    return select(
        saved_view.c.id,
        saved_view.c.listing,
        saved_view.c.name,
        saved_view.c.officer_id,
        officer.c.name.label("owner"),
        saved_view.c.shared,
        saved_view.c.content,
    ).join_from(saved_view, officer, officer.c.id == saved_view.c.officer_id)


def _last(holder: OfficerId, listing: Listing) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (last_arrangement.c.officer_id == holder, last_arrangement.c.listing == listing)
