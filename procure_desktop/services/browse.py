"""Browse the office's lists: ids in their order, rows for the screen, counts for tabs and facets."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.services.office import Office
from procure_desktop.store import listing as stored
from procure_desktop.store.listing import Row

__all__ = [
    "Counts",
    "Found",
    "Row",
    "count_all",
    "count_facet",
    "count_records",
    "find",
    "find_first",
    "list_ids",
    "read_rows",
]


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds: ids in its order, 8 bytes each, and rows of the first of them or none."""

    query: Query
    ids: "array[int]"
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records there are whatever is filtered, and how many have each value of some facets."""

    query: Query
    all: int
    facets: dict[str, list[FacetCount]]


def list_ids(office: Office, query: Query) -> "array[int]":
    """The ids of the records that the query finds, in its order."""
    with office.database.reading() as tx:
        return stored.list_ids(tx, query)


def find(office: Office, query: Query) -> Found:
    """All that the query finds."""
    return Found(query, list_ids(office, query), [])


def find_first(office: Office, query: Query, count: int) -> Found:
    """The first that the query finds, at most `count`: at hand long before all of a large list are."""
    with office.database.reading() as tx:
        ids = stored.list_first(tx, query, count)
        return Found(query, ids, stored.read_rows(tx, query.listing, ids))


def read_rows(office: Office, listing: Listing, ids: Sequence[int]) -> list[Row]:
    """The rows with these ids, in the order of the ids; a record that is gone has no row."""
    with office.database.reading() as tx:
        return stored.read_rows(tx, listing, ids)


def count_all(office: Office, listing: Listing) -> int:
    """How many records there are, whatever a query finds of them."""
    with office.database.reading() as tx:
        return stored.count_all(tx, listing)


def count_facet(office: Office, query: Query, column: str) -> list[FacetCount]:
    """The values of a facet with how many records of the query have each, its own choice left out."""
    with office.database.reading() as tx:
        return stored.count_facets(tx, query, [column])[column]


def count_records(office: Office, query: Query, columns: Sequence[str]) -> Counts:
    """All that stands around a list in figures, in one consistent look: count_all, and count_facet of `columns`."""
    with office.database.reading() as tx:
        facets = stored.count_facets(tx, query, columns)
        return Counts(query, stored.count_all(tx, query.listing), facets)
