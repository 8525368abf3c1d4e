"""Browse the office's lists: ids in their order, rows for the screen, counts for the facets."""

from array import array
from collections.abc import Sequence

from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.services.office import Office
from procure_desktop.store import listing as stored
from procure_desktop.store.listing import Row

__all__ = ["Row", "count_facet", "list_ids", "read_rows"]


def list_ids(office: Office, query: Query) -> "array[int]":
    """The ids of the records that the query finds, in its order."""
    with office.database.reading() as tx:
        return stored.list_ids(tx, query)


def read_rows(office: Office, listing: Listing, ids: Sequence[int]) -> list[Row]:
    """The rows with these ids, in the order of the ids; a record that is gone has no row."""
    with office.database.reading() as tx:
        return stored.read_rows(tx, listing, ids)


def count_facet(office: Office, query: Query, column: str) -> list[FacetCount]:
    """The values of a facet with how many records of the query have each, its own choice left out."""
    with office.database.reading() as tx:
        return stored.count_facet(tx, query, column)
