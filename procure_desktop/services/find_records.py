"""Find records of every kind by words, a few of each: for the one field that leads everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.matching import match
from procure_desktop.services.office import Office
from procure_desktop.store.database import Transaction
from procure_desktop.store.listing import Row, list_first, read_rows

SOUGHT = (
    Listing.LINES,
    Listing.COMMITMENTS,
    Listing.DONATIONS,
    Listing.DOCUMENTS,
    Listing.OFFICERS,
)
_LOOKED_AT = 200
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record of a list, as its row says it."""

    listing: Listing
    row: Row

    @property
    def id(self) -> int:
        """The record's id."""
        return int(self.row["id"])


def find_records(office: Office, text: str, most: int) -> tuple[FoundRecord, ...]:
    """At most `most` records of each kind that the words of `text` fit, the nearest first.

    Where the search of a list finds none, words that begin alike are tried, and kept where one slip of the
    finger makes them fit.
    """
    found: list[FoundRecord] = []
    with office.database.reading() as tx:
        for listing in SOUGHT:
            rows = _rows(tx, listing, text, most) or _near(tx, listing, text, most)
            found += [FoundRecord(listing, row) for row in rows]
    return tuple(found)


def read_records(
    office: Office, wanted: Iterable[tuple[Listing, int]]
) -> dict[tuple[Listing, int], FoundRecord]:
    """The records of these lists and ids that are there."""
    found: dict[tuple[Listing, int], FoundRecord] = {}
    with office.database.reading() as tx:
        for listing, record in wanted:
            for row in read_rows(tx, listing, [record]):
                found[listing, record] = FoundRecord(listing, row)
    return found


def _rows(tx: Transaction, listing: Listing, text: str, most: int) -> list[Row]:
    return read_rows(tx, listing, list_first(tx, Query(listing, text), most))


def _near(tx: Transaction, listing: Listing, text: str, most: int) -> list[Row]:
    words = text.split()
    if not any(len(word) > _BEGINNING for word in words):
        return []
    beginnings = " ".join(word[:_BEGINNING] for word in words)
    fits = []
    for row in _rows(tx, listing, beginnings, _LOOKED_AT):
        distance = match(text, " ".join(str(value) for value in row.values() if value))
        if distance is not None:
            fits.append((distance, row))
    fits.sort(key=lambda fit: fit[0])
    return [row for _, row in fits[:most]]
