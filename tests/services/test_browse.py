from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.services.browse import (
    count_all,
    count_facet,
    count_records,
    find,
    find_first,
    list_ids,
    read_rows,
)
from procure_desktop.services.office import Office


def test_the_lists_are_browsed_by_everybody(auditor: Office) -> None:
    query = Query(Listing.LINES, "radar")
    ids = list_ids(auditor, query)
    assert [row["line"] for row in read_rows(auditor, Listing.LINES, ids)] == ["UA-0004"]
    assert count_facet(auditor, query, "availability") == [FacetCount("yellow", 1)]


def test_the_first_of_a_list_come_with_their_rows(auditor: Office) -> None:
    query = Query(Listing.LINES)
    found = find_first(auditor, query, 2)
    assert found.query == query
    assert found.ids == find(auditor, query).ids[:2]
    assert [row["number"] for row in found.rows] == [1, 2]


def test_what_stands_around_a_list_is_counted_in_one_look(auditor: Office) -> None:
    query = Query(Listing.LINES).choosing("availability", ("yellow",))
    counts = count_records(auditor, query, ("availability", "urgent"))
    assert (counts.query, counts.all) == (query, count_all(auditor, Listing.LINES))
    assert counts.facets == {
        column: count_facet(auditor, query, column) for column in ("availability", "urgent")
    }
