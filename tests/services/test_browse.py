from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.services.browse import count_facet, list_ids, read_rows
from procure_desktop.services.office import Office


def test_the_lists_are_browsed_by_everybody(auditor: Office) -> None:
    query = Query(Listing.LINES, "radar")
    ids = list_ids(auditor, query)
    assert [row["line"] for row in read_rows(auditor, Listing.LINES, ids)] == ["UA-0004"]
    assert count_facet(auditor, query, "availability") == [FacetCount("yellow", 1)]
