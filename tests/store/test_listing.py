from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from procure_desktop.domain.listing import FacetCount, Listing, Order, Query
from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from procure_desktop.services.import_release import import_release
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.store import listing
from procure_desktop.store.listing import count_all, count_facets, list_first, list_ids, read_rows
from tests.office_factory import (
    Clock,
    Place,
    authorise,
    draft,
    make_line,
    make_list,
    make_offer,
    submit,
)


def rows(office: Office, query: Query) -> list[Any]:
    with office.database.reading() as tx:
        return read_rows(tx, query.listing, list_ids(tx, query))


def values(office: Office, query: Query, column: str) -> list[Any]:
    return [row[column] for row in rows(office, query)]


def facet(office: Office, query: Query, column: str) -> dict[str, int]:
    with office.database.reading() as tx:
        return {one.value: one.count for one in count_facets(tx, query, [column])[column]}


LINES = Query(Listing.LINES)


@pytest.fixture(scope="module")
def filled_place(made_place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A draft, one in review, one authorised, one returned, one withdrawn, and two donations."""
    place, clock = made_place.copy(tmp_path_factory.mktemp("filled") / "place"), Clock()
    with (
        place.signed_in("Preparer", clock) as preparer,
        place.signed_in("Authoriser", clock) as authoriser,
    ):
        fill(place, clock, preparer, authoriser)
    return place


@pytest.fixture(scope="module")
def filled(filled_place: Place) -> Iterator[Office]:
    """The filled office, to be read only."""
    with filled_place.signed_in("Preparer") as office:
        yield office


def fill(place: Place, clock: Clock, preparer: Office, authoriser: Office) -> None:
    draft(preparer, quantity=1)
    submit(preparer, place, quantity=2)
    clock.moment = datetime(2026, 6, 16, tzinfo=UTC)
    authorise(authoriser, place, submit(preparer, place, quantity=3))
    return_commitment(authoriser, submit(preparer, place, quantity=4).id, "Test reason")
    withdraw_commitment(preparer, submit(preparer, place, quantity=5).id, "Test reason")
    log_donation(preparer, make_offer())
    log_donation(preparer, replace(make_offer(), depot="Großer Speicher", quantity=7))


def test_lines_come_by_rank_with_all_that_a_row_shows(filled: Office) -> None:
    first = rows(filled, LINES)[0]
    assert first == {
        "id": 1,
        "line": "UA-0001",
        "list": "UA-TEST",
        "number": 1,
        "rank": 1,
        "package": "P1",
        "capability": "air defence",
        "name": "Interceptor, surface-to-air",
        "name_uk": "Ракета-перехоплювач",
        "nsn": "",
        "unit": "EA",
        "required": 100,
        "outstanding": 100 - 2 - 3 - 2 - 7,
        "outstanding_usd": 86_000_000,
        "unit_price": 1_000_000,
        "priority": 2,
        "required_by": date(2027, 3, 31),
        "urgent": True,
        "availability": "green",
        "releasable": True,
        "marking": "NATO UNCLASSIFIED",
        "withdrawn": False,
        "state": "open",
    }
    assert values(filled, LINES, "rank") == [1, 2, 3, 4, 5, 6]
    assert values(filled, LINES, "state") == [
        "open", "open", "awaiting US release", "open", "open", "open",
    ]  # fmt: skip


def test_commitments_come_with_the_last_changed_first(filled: Office) -> None:
    found = rows(filled, Query(Listing.COMMITMENTS))
    assert [row["state"] for row in found] == [
        "authorised", "returned", "withdrawn", "draft", "submitted",
    ]  # fmt: skip
    authorised = found[0]
    assert authorised["number"] == "NLD-2026-0002"
    assert (authorised["prepared_by"], authorised["authorised_by"]) == ("Preparer", "Authoriser")
    assert (authorised["lines"], authorised["first_line"]) == (1, "Interceptor, surface-to-air")
    assert (authorised["usd"], authorised["currency"]) == (3_000_000, "EUR")
    assert found[1]["reason"] == "Test reason"
    assert (found[3]["number"], found[3]["version"], found[3]["authorised_by"]) == ("", 0, "")


def test_documents_say_how_far_they_came(filled: Office) -> None:
    found = rows(filled, Query(Listing.DOCUMENTS))
    assert [(row["number"], row["state"]) for row in found] == [
        ("NLD-2026-0004", "withdrawn"),
        ("NLD-2026-0003", "returned"),
        ("NLD-2026-0002", "signed"),
        ("NLD-2026-0001", "in review"),
    ]
    assert [row["authorised_by"] for row in found] == ["", "", "Authoriser", ""]
    assert found[2]["frozen_at"] == datetime(2026, 6, 16, tzinfo=UTC)


def test_an_older_version_of_a_document_stays_returned(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place)
    return_commitment(authoriser, made.id, "Test reason")
    submit_commitment(preparer, made.id, place.key("Preparer"))
    found = rows(preparer, Query(Listing.DOCUMENTS))
    assert [(row["version"], row["state"]) for row in found] == [(2, "in review"), (1, "returned")]


def test_donations_quote_the_basis_that_was_chosen(filled: Office) -> None:
    last, first = rows(filled, Query(Listing.DONATIONS))
    assert (first["number"], last["number"]) == ("NLD-D-2026-0001", "NLD-D-2026-0002")
    assert (first["quoted_basis"], first["quoted"], first["currency"]) == (
        "new replacement", 900_000, "EUR",
    )  # fmt: skip
    assert first["logged_on"] == date(2026, 6, 16)
    assert (first["line"], first["unit"], first["logged_by"]) == ("UA-0001", "EA", "Preparer")


def test_the_journal_comes_with_the_last_entry_first(filled: Office) -> None:
    found = rows(filled, Query(Listing.JOURNAL))
    assert [row["id"] for row in found] == list(range(len(found), 0, -1))
    assert found[0]["action"] == "donation logged"
    assert found[0]["content"].startswith('{"action":"donation logged"')
    assert found[-1]["at"] == datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


def test_releases_say_which_is_current(administrator: Office, place: Place) -> None:
    import_release(administrator, place.publish(make_list(2)))
    found = rows(administrator, Query(Listing.RELEASES))
    assert [(row["version"], row["current"], row["lines"]) for row in found] == [
        (2, True, 6),
        (1, False, 6),
    ]
    assert facet(administrator, Query(Listing.RELEASES), "current") == {"no": 1, "yes": 1}


def test_officers_come_with_roles_and_certificate(preparer: Office) -> None:
    found = {row["name"]: row for row in rows(preparer, Query(Listing.OFFICERS))}
    assert found["Administrator"]["roles"] == "administrator"
    assert sorted(found["Deputy"]["roles"].split(", ")) == ["authoriser", "preparer"]
    assert "TEST Preparer" in found["Preparer"]["certificate"]
    assert found["Preparer"]["until"] == datetime(2036, 1, 1, tzinfo=UTC)
    assert (found["Auditor"]["certificate"], found["Auditor"]["until"]) == ("", None)


@pytest.mark.parametrize("listing", [one for one in Listing if one is not Listing.EFFECTS])
@pytest.mark.parametrize("descending", [False, True])
def test_every_listing_sorts_by_every_column(
    filled: Office, listing: Listing, descending: bool
) -> None:
    check_order(filled, listing, descending=descending)


def check_order(office: Office, listing: Listing, *, descending: bool) -> None:
    for column in rows(office, Query(listing))[0]:
        ordered = values(office, Query(listing, order=Order(column, descending)), column)
        known = [value for value in ordered if value is not None]
        assert known == sorted(known, reverse=descending), column
        assert len(ordered) == len(rows(office, Query(listing)))


@pytest.fixture
def touched(place: Place, clock: Clock, preparer: Office, authoriser: Office) -> Office:
    """The filled office after a version that takes away the line that all of its records are on."""
    fill(place, clock, preparer, authoriser)
    lines = make_list().lines[1:]
    import_release(preparer, place.publish(replace(make_list(2), lines=lines)))
    return preparer


def test_effects_are_listed_with_their_records(touched: Office) -> None:
    found = rows(touched, Query(Listing.EFFECTS))
    assert [(one["number"], one["record_state"]) for one in found] == [
        ("", "draft"),
        ("NLD-2026-0001", "submitted"),
        ("NLD-2026-0002", "authorised"),
        ("NLD-2026-0003", "returned"),
        ("NLD-D-2026-0001", "offered"),
        ("NLD-D-2026-0002", "offered"),
    ]
    assert {one["kind"] for one in found} == {"line withdrawn"}
    assert {one["prepared_by"] for one in found} == {"Preparer"}
    for descending in (False, True):
        check_order(touched, Listing.EFFECTS, descending=descending)


def test_effects_are_searched_and_narrowed(touched: Office) -> None:
    query = Query(Listing.EFFECTS)
    assert facet(touched, query, "state") == {"open": 6}
    assert facet(touched, query, "record") == {"commitment": 4, "donation": 2}
    assert len(rows(touched, replace(query, text="interceptor"))) == 6
    assert len(rows(touched, replace(query, text="ракета"))) == 6
    assert len(rows(touched, replace(query, text="-d-2026"))) == 2
    assert rows(touched, replace(query, text="projectile")) == []
    assert len(rows(touched, query.choosing("record", ("donation",)))) == 2


def test_commitments_say_whether_a_version_touched_them(touched: Office) -> None:
    query = Query(Listing.COMMITMENTS)
    assert facet(touched, query, "touched") == {"touched": 4, "untouched": 1}
    (ended,) = rows(touched, query.choosing("touched", ("untouched",)))
    assert ended["state"] == "withdrawn"


SEARCHED: tuple[dict[str, Any], ...] = (
    {"name": "Cable 100% copper"},
    {"name": "Cable 1000 copper"},
    {"name": "Snake_case unit"},
    {"name": "Snakexcase unit"},
    {"name": "Screw 5\" long; it's"},
    {"name": "Größe XL", "remarks": "Ersatz für STRASSE!"},
    {"name_uk": "Турнікет CAT"},
    {"nsn": "6515-01-521-7976"},
    {"name": "back\\slash!"},
    {"name": "Łódka", "name_uk": "Об\u2019єктив ґратчастий"},
)


@pytest.fixture(scope="module")
def searched(made_place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose list is full of signs that mean something to the engine."""
    place = made_place.copy(tmp_path_factory.mktemp("searched") / "place")
    lines = tuple(
        replace(make_line(number), **change) for number, change in enumerate(SEARCHED, start=1)
    )
    with place.signed_in("Administrator") as office:
        import_release(office, place.publish(replace(make_list(2), lines=lines)))
        yield office


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("100%", [1]),
        ("%", [1]),
        ("_", [3]),
        ("snake_", [3]),
        ("snake", [3, 4]),
        ('5"', [5]),
        ("it's", [5]),
        ("'; DROP TABLE line; --", []),
        ("GRÖSSE", [6]),
        ("straße", [6]),
        ("ТУРНІКЕТ", [7]),
        ("cat турнікет", [7]),
        ("6515-01", [8]),
        ("515 7976", [8]),
        ("\\", [9]),
        ("slash!", [9]),
        ("!", [6, 9]),
        ("copper cable", [1, 2]),
        ("copper screw", []),
        ("ua-0004", [4]),
        ("  ", list(range(1, 11))),
        ("6515015217976", [8]),
        ("651501", [8]),
        ("лодка", []),
        ("lodka", [10]),
        ("об'єк", [10]),
        ("ОБ\u02bcЄКТИВ", [10]),
        ("гратч", [10]),
        ("єктив ratka", []),
        ("єктив", [10]),
        ("\ud800", []),
        ("a\x00b", []),
        ("nothing " * 5000, []),
        ("x" * 100_000, []),
        ("％", [1]),
    ],
)
def test_search_takes_every_character_for_itself(
    searched: Office, sought: str, found: list[int]
) -> None:
    query = Query(Listing.LINES, sought).choosing("withdrawn", ("no",))
    assert values(searched, query, "number") == found


@pytest.mark.parametrize(
    ("listing", "sought", "count"),
    [
        (Listing.COMMITMENTS, "0002", 1),
        (Listing.COMMITMENTS, "BUDGET line 6.1", 5),
        (Listing.COMMITMENTS, "interceptor", 5),
        (Listing.DONATIONS, "d-2026-0001", 1),
        (Listing.DONATIONS, "GROSSER", 1),
        (Listing.DOCUMENTS, "nld-2026", 4),
        (Listing.JOURNAL, "AUTHORISER returned", 1),
        (Listing.RELEASES, "ua-test", 1),
        (Listing.OFFICERS, "PREP", 1),
    ],
)
def test_every_listing_can_be_searched(
    filled: Office, listing: Listing, sought: str, count: int
) -> None:
    assert len(rows(filled, Query(listing, sought))) == count


def test_facets_count_under_the_rest_of_the_query(preparer: Office) -> None:
    assert facet(preparer, LINES, "capability") == {"air defence": 5, "logistics": 1}
    assert facet(preparer, LINES, "urgent") == {"yes": 5, "no": 1}
    assert facet(preparer, LINES, "availability") == {"green": 4, "yellow": 2}
    chosen = LINES.choosing("urgent", ("no",))
    assert facet(preparer, chosen, "capability") == {"logistics": 1}
    # Its own choice is left out, so that another can be made.
    assert facet(preparer, chosen, "urgent") == {"yes": 5, "no": 1}
    assert facet(preparer, replace(chosen, text="interceptor"), "urgent") == {"yes": 1}
    both = LINES.choosing("package", ("P1", "P2"))
    assert len(rows(preparer, both)) == 6


@pytest.mark.parametrize(
    ("listing", "column"),
    [
        (Listing.LINES, "state"),
        (Listing.LINES, "package"),
        (Listing.LINES, "list"),
        (Listing.COMMITMENTS, "state"),
        (Listing.DONATIONS, "state"),
        (Listing.DOCUMENTS, "state"),
        (Listing.JOURNAL, "action"),
        (Listing.JOURNAL, "officer"),
    ],
)
def test_each_facet_s_counts_are_what_choosing_finds(
    filled: Office, listing: Listing, column: str
) -> None:
    query = Query(listing)
    counts = facet(filled, query, column)
    assert sum(counts.values()) == len(rows(filled, query))
    for value, count in counts.items():
        assert len(rows(filled, query.choosing(column, (value,)))) == count


def test_a_facet_s_values_are_texts_in_their_order(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        assert count_facets(tx, LINES, ["availability"])["availability"] == [
            FacetCount("green", 4),
            FacetCount("yellow", 2),
        ]


def test_a_facet_with_nothing_chosen_means_all(preparer: Office) -> None:
    assert len(rows(preparer, Query(Listing.LINES, facets=(("urgent", ()),)))) == 6


def test_rows_come_in_the_order_of_the_ids_and_gone_ones_not_at_all(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        found = read_rows(tx, Listing.LINES, [4, 99, 1, 4])
        assert [row["id"] for row in found] == [4, 1, 4]
        assert read_rows(tx, Listing.LINES, []) == []
        many = [number % 6 + 1 for number in range(1200)]
        assert [row["id"] for row in read_rows(tx, Listing.LINES, many)] == many


def test_the_first_ids_are_the_beginning_of_all(preparer: Office) -> None:
    query = Query(Listing.LINES, order=Order("unit_price", descending=True))
    with preparer.database.reading() as tx:
        assert list_first(tx, query, 4) == list_ids(tx, query)[:4]
        assert list_first(tx, query, 99) == list_ids(tx, query)


@pytest.mark.parametrize("listing", list(Listing))
def test_all_records_are_counted(filled: Office, listing: Listing) -> None:
    with filled.database.reading() as tx:
        assert count_all(tx, listing) == len(list_ids(tx, Query(listing)))


NAMED = (
    ("Zebra", "Їжак"),
    ("apple", "Йод"),
    ("Mango", "Аґрус"),
    ("Banana", "Ґава"),
    ("Éclair", "Дах"),
)


@pytest.fixture
def named(place: Place, administrator: Office) -> Office:
    lines = tuple(
        replace(make_line(number), name=name, name_uk=name_uk)
        for number, (name, name_uk) in enumerate(NAMED, start=1)
    )
    import_release(administrator, place.publish(replace(make_list(2), lines=lines)))
    return administrator


def test_names_come_in_the_order_of_the_language_that_is_spoken(named: Office) -> None:
    query = Query(Listing.LINES, order=Order("name")).choosing("withdrawn", ("no",))
    by_uk = Query(Listing.LINES, order=Order("name_uk")).choosing("withdrawn", ("no",))
    assert values(named, query, "name") == ["apple", "Banana", "Éclair", "Mango", "Zebra"]
    ukrainian = ["Аґрус", "Ґава", "Дах", "Їжак", "Йод"]
    assert values(named, by_uk, "name_uk") == ukrainian
    speak(language(UKRAINIAN))
    try:
        assert values(named, query, "name_uk") == ukrainian
    finally:
        speak(language(ENGLISH))


def test_much_that_is_found_comes_in_order_too(place: Place, administrator: Office) -> None:
    lines = tuple(
        replace(make_line(number), rank=9000 - number, name=f"Cable {number}")
        for number in range(1, 5003)
    )
    import_release(administrator, place.publish(replace(make_list(2), lines=lines)))
    found = values(administrator, Query(Listing.LINES, "cabl"), "number")
    assert found == list(range(5002, 0, -1))


def test_ids_are_read_piece_by_piece(preparer: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_PIECE", 3)
    with preparer.database.reading() as tx:
        assert list_ids(tx, LINES).tolist() == [1, 2, 3, 4, 5, 6]
        assert list_ids(tx, Query(Listing.LINES, "nowhere")).tolist() == []


def test_ids_take_eight_bytes_each(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        ids = list_ids(tx, LINES)
    assert (ids.typecode, ids.itemsize) == ("q", 8)


@pytest.mark.parametrize("sought", [Listing.COMMITMENTS, Listing.DONATIONS])
def test_records_are_found_by_either_name_of_their_item(filled: Office, sought: Listing) -> None:
    every = len(rows(filled, Query(sought)))
    assert len(rows(filled, Query(sought, "перехоплювач"))) == every
    assert len(rows(filled, Query(sought, "interceptor"))) == every
