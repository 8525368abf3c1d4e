"""Browsing a million lines in the store: first pages, whole orders, searches, totals."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.frame import FLOOR, PROGRAM, Scenario, seconds
from benchmarks.office import office_of, opened
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.services.browse import count_records, find, find_first
from procure_desktop.store.engine import connect

_PAGE = 128
_BY_NAME = "SELECT id FROM line{where} ORDER BY sort_name, id"
_FACETS = ("state", "capability", "urgent", "availability", "package")


def scenarios(folder: Path, lines: int) -> Iterator[Scenario]:
    """What a click on a header, a facet and a key in the search field cost."""
    office = opened(office_of(folder, lines))
    raw = connect(office.database.path, office.database.key, "ro")
    raw.execute("PRAGMA cache_size = -65536")
    by_name = Query(Listing.LINES, order=Order("name"))
    filtered = by_name.choosing("capability", ("artillery",))
    searched = Query(Listing.LINES, "generat")
    yield Scenario(
        "first page after sort and filter",
        "s",
        {
            PROGRAM: seconds(lambda: find_first(office, filtered, _PAGE)),
            FLOOR: _query(raw, _with_rows(" WHERE capability = 'artillery'")),
        },
        most=3,
        rounds=20,
    )
    yield Scenario(
        f"full order of {lines:,} rows",
        "s",
        {
            PROGRAM: seconds(lambda: find(office, by_name)),
            FLOOR: _query(raw, f"SELECT count(*) FROM ({_BY_NAME.format(where='')} LIMIT -1)"),
        },
        most=1.5,
        rounds=5,
    )
    yield Scenario(
        "search as you type, first page",
        "s",
        {
            PROGRAM: seconds(lambda: find_first(office, searched, _PAGE)),
            FLOOR: _query(raw, _SEARCH),
        },
        most=2,
        rounds=20,
    )
    yield Scenario(
        "totals and counts of five facets",
        "s",
        {
            PROGRAM: seconds(lambda: count_records(office, Query(Listing.LINES), _FACETS)),
            FLOOR: _query(raw, "SELECT * FROM line_tally"),
        },
        most=0.016,
        against="",
        rounds=20,
    )
    yield Scenario(
        "total outstanding, by package",
        "s",
        {PROGRAM: _query(raw, _TOTAL), FLOOR: _query(raw, "SELECT 1")},
        most=0.001,
        against="",
        rounds=20,
    )
    raw.close()
    office.close()


_SEARCH = (
    "SELECT * FROM line WHERE id IN (SELECT rowid FROM line_search WHERE line_search MATCH '\"generat\"*'"
    f" LIMIT {_PAGE})"
)
_TOTAL = "SELECT package, sum(outstanding_usd) FROM line_tally GROUP BY package"


def _with_rows(where: str) -> str:
    return f"SELECT * FROM line WHERE id IN ({_BY_NAME.format(where=where)} LIMIT {_PAGE})"


def _query(raw: dbapi2.Connection, sql: str) -> Callable[[], float]:
    return seconds(lambda: raw.execute(sql).fetchall())
