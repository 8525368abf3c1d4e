from procure_desktop.domain.listing import Listing, Order, Query

QUERY = Query(Listing.LINES, "radar", order=Order("name"))


def test_choosing_replaces_one_facet_and_keeps_the_rest() -> None:
    chosen = QUERY.choosing("urgent", ("yes",)).choosing("package", ("P1", "P2"))
    assert dict(chosen.facets) == {"urgent": ("yes",), "package": ("P1", "P2")}
    again = chosen.choosing("urgent", ("no",))
    assert dict(again.facets) == {"urgent": ("no",), "package": ("P1", "P2")}
    assert (again.text, again.order) == ("radar", Order("name"))


def test_choosing_nothing_takes_a_facet_away() -> None:
    assert QUERY.choosing("urgent", ("yes",)).choosing("urgent", ()) == QUERY
