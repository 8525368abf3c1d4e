"""A list on the screen: which records, filtered and ordered how."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Listing(StrEnum):
    """Every list that can be browsed."""

    LINES = "lines"
    COMMITMENTS = "commitments"
    DONATIONS = "donations"
    DOCUMENTS = "documents"
    JOURNAL = "journal"
    RELEASES = "releases"
    OFFICERS = "officers"
    EFFECTS = "effects"


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by a column's key; ties always fall back to the record's id."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A filter and an order. `facets` maps a column's key to its chosen values; none chosen means all."""

    listing: Listing
    text: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: Order | None = None

    def choosing(self, column: str, values: tuple[str, ...]) -> "Query":
        """The same query with another choice for one facet."""
        others = tuple(facet for facet in self.facets if facet[0] != column)
        return replace(self, facets=(*others, (column, values)) if values else others)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet and how many records have it under the rest of the query."""

    value: str
    count: int
