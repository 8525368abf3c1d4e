"""Keep how an officer looks at a list: under a name, for the officer or for everybody, and as it was last.

None of it is journaled: a view is no record, and what it shows stands in the records themselves.
"""

from dataclasses import dataclass

from procure_desktop.domain.errors import (
    JsonUnreadableError,
    ViewNameTakenError,
    ViewNotOwnError,
)
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.officer import OfficerId, Role
from procure_desktop.domain.saved_view import (
    MOST_NAME,
    MOST_TEXT,
    Arrangement,
    SavedView,
    ViewId,
    arrangement_content,
    read_arrangement,
)
from procure_desktop.domain.text import check_text, require_text
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.exchange.strict_json import load_strict
from procure_desktop.services.office import Office
from procure_desktop.store import saved_views as stored
from procure_desktop.store.database import Transaction
from procure_desktop.store.listing import column_names
from procure_desktop.store.saved_views import ViewRow

_SHARING = (Role.PREPARER, Role.AUTHORISER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Views:
    """The views offered to an officer, and the names of those that cannot be read."""

    views: tuple[SavedView, ...]
    unreadable: tuple[str, ...]


def list_views(office: Office, *listings: Listing) -> Views:
    """The officer's views and the shared ones of some lists, or of all; a doctored one is named, not shown."""
    with office.database.reading() as tx:
        rows = stored.load_views(tx, office.officer.id)
    wanted = [row for row in rows if row.listing in (listings or tuple(Listing))]
    views = [(row.name, _view(row)) for row in wanted]
    readable = tuple(view for _, view in views if view is not None)
    return Views(readable, tuple(name for name, view in views if view is None))


def save_view(
    office: Office, name: str, arrangement: Arrangement, *, shared: bool = False
) -> ViewId:
    """Save a view under a new name; raises ViewNameTakenError.

    Sharing it with everybody takes a role that may write: RoleMissingError for an auditor.
    """
    named = _checked(name)
    query = arrangement.query
    check_text("search", query.text, most=MOST_TEXT)
    with office.database.transaction() as tx:
        _check_sharing(office, tx, shared=shared)
        _check_free(office, tx, query.listing, named)
        content = _content(arrangement)
        holder = office.officer.id
        return stored.add_view(tx, holder, query.listing, named, content, shared=shared)


def change_view(office: Office, view: ViewId, arrangement: Arrangement) -> None:
    """Let an own view show something else from now on; raises ViewNotOwnError, ViewUnknownError."""
    check_text("search", arrangement.query.text, most=MOST_TEXT)
    with office.database.transaction() as tx:
        _own(office, tx, view)
        stored.change_view(tx, view, content=_content(arrangement))


def rename_view(office: Office, view: ViewId, name: str, *, shared: bool) -> None:
    """Give an own view another name, and share it or no longer.

    Raises ViewNotOwnError, ViewNameTakenError, and RoleMissingError when an auditor would share it.
    """
    named = _checked(name)
    with office.database.transaction() as tx:
        row = _own(office, tx, view)
        _check_sharing(office, tx, shared=shared)
        if named != row.name:
            _check_free(office, tx, Listing(row.listing), named)
        stored.change_view(tx, view, name=named, shared=shared)


def delete_view(office: Office, view: ViewId) -> None:
    """Delete an own view; an administrator deletes those that others share, too. Raises ViewNotOwnError."""
    with office.database.transaction() as tx:
        row = stored.load_view(tx, view)
        officer = office.acting(tx, *Role)
        if not (row.shared and Role.ADMINISTRATOR in officer.roles):
            _own(office, tx, view)
        stored.delete_view(tx, view)


def keep_arrangement(office: Office, arrangement: Arrangement) -> None:
    """Keep how the officer sees a list, so that it comes back at the next sign-in."""
    with office.database.transaction() as tx:
        listing = arrangement.query.listing
        stored.set_arrangement(tx, office.officer.id, listing, _content(arrangement))


def last_arrangement(office: Office, listing: Listing) -> Arrangement | None:
    """How the officer saw the list last; None for the first time, or when what is kept cannot be read."""
    with office.database.reading() as tx:
        content = stored.load_arrangement(tx, office.officer.id, listing)
    return None if content is None else _read(listing, content)


def _checked(name: str) -> str:
    return require_text("name_of_the_view", name, most=MOST_NAME)


def _check_sharing(office: Office, tx: Transaction, *, shared: bool) -> None:
    if shared:
        office.acting(tx, *_SHARING)


def _check_free(office: Office, tx: Transaction, listing: Listing, name: str) -> None:
    if stored.find_view(tx, office.officer.id, listing, name) is not None:
        raise ViewNameTakenError(name=name)


def _own(office: Office, tx: Transaction, view: ViewId) -> ViewRow:
    row = stored.load_view(tx, view)
    if row.officer_id != office.officer.id:
        raise ViewNotOwnError(name=row.name, owner=row.owner)
    return row


def _view(row: ViewRow) -> SavedView | None:
    arrangement = _read(Listing(row.listing), row.content)
    if arrangement is None:
        return None
    return SavedView(ViewId(row.id), row.name, OfficerId(row.officer_id), row.shared, arrangement)


def _content(arrangement: Arrangement) -> str:
    return canonical(arrangement_content(arrangement)).decode()


def _read(listing: Listing, content: str) -> Arrangement | None:
    try:
        value = load_strict(content.encode(errors="replace"))
    except JsonUnreadableError:
        return None
    return read_arrangement(listing, column_names(listing), value)
