"""The views that every office begins with: what officers ask of their lists each day."""

from dataclasses import dataclass

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.officer import Role
from procure_desktop.language import marked
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class UsualView:
    """`name` is marked."""

    name: str
    query: Query


def usual_views(office: Office, listing: Listing) -> tuple[UsualView, ...]:
    """Return the usual views of a list for the officer who is signed in."""
    if listing is Listing.LINES:
        return _of_lines()
    if listing is Listing.COMMITMENTS:
        return _of_commitments(office)
    if listing is Listing.JOURNAL:
        own = (("officer", (office.officer.name,)),)
        return (UsualView(marked("What I did"), Query(listing, facets=own)),)
    return ()


def _of_lines() -> tuple[UsualView, ...]:
    is_open = ("state", ("open",))
    urgent = Query(Listing.LINES, facets=(is_open, ("urgent", ("yes",))))
    in_stock = Query(Listing.LINES, facets=(is_open, ("availability", ("green",))))
    return (
        UsualView(marked("Urgent and open"), urgent),
        UsualView(marked("Open and in US stock"), in_stock),
    )


def _of_commitments(office: Office) -> tuple[UsualView, ...]:
    officer = office.officer
    found: list[UsualView] = []
    others = tuple(name for name in _names(office) if name != officer.name)
    if Role.AUTHORISER in officer.roles and others:
        query = _in_state(DocumentState.SUBMITTED).choosing("prepared_by", others)
        found.append(UsualView(marked("Mine to authorise"), query))
    if Role.PREPARER in officer.roles:
        query = _in_state(DocumentState.DRAFT).choosing("prepared_by", (officer.name,))
        found.append(UsualView(marked("My drafts"), query))
    return (*found, UsualView(marked("Authorised"), _in_state(DocumentState.AUTHORISED)))


def _in_state(state: DocumentState) -> Query:
    return Query(Listing.COMMITMENTS, facets=(("state", (state.value,)),))


def _names(office: Office) -> list[str]:
    officers = list_ids(office, Query(Listing.OFFICERS))
    return [row["name"] for row in read_rows(office, Listing.OFFICERS, officers)]
