from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.domain.saved_view import (
    MOST_WIDTH,
    Arrangement,
    ColumnPlace,
    arrangement_content,
    read_arrangement,
)

KNOWN = frozenset({"name", "state", "urgent"})
COLUMNS = (ColumnPlace("name", width=24), ColumnPlace("state", shown=False))
FULL = Arrangement(
    Query(
        Listing.LINES,
        "radar",
        (("state", ("open", "closed")), ("urgent", ("yes",))),
        Order("name", descending=True),
    ),
    COLUMNS,
)


def read(content: Any) -> Arrangement | None:
    return read_arrangement(Listing.LINES, KNOWN, content)


def test_what_is_kept_is_read_back() -> None:
    assert read(arrangement_content(FULL)) == FULL


def test_the_usual_arrangement_is_read_back() -> None:
    usual = Arrangement(Query(Listing.LINES))
    assert read(arrangement_content(usual)) == usual


def test_a_list_can_be_ordered_by_its_records_number() -> None:
    by_id = Arrangement(Query(Listing.LINES, order=Order("id")))
    assert read(arrangement_content(by_id)) == by_id


@pytest.mark.parametrize(
    "change",
    [
        {"text": 1},
        {"text": " radar"},
        {"text": "ra\u202edar"},
        {"text": "x" * 201},
        {"order": ["price", False]},
        {"order": ["name", 1]},
        {"order": "name"},
        {"facets": {}},
        {"facets": [["price", ["1"]]]},
        {"facets": [["state", [1]]]},
        {"facets": [["state", ["open"], 1]]},
        {"facets": [["state", ["open"] * 1001]]},
        {"facets": [["state", []]] * 33},
        {"columns": None},
        {"columns": [["name", True, -1]]},
        {"columns": [["name", True, MOST_WIDTH + 1]]},
        {"columns": [["name", True, True]]},
        {"columns": [["name", 1, 3]]},
        {"columns": [[1, True, 3]]},
        {"columns": [["name", True, 3], ["name", False, 3]]},
        {"columns": [[f"c{number}", True, 0] for number in range(65)]},
        {"more": 1},
    ],
    ids=str,
)
def test_a_doctored_arrangement_is_not_read(change: dict[str, Any]) -> None:
    assert read(arrangement_content(FULL) | change) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_no_other_value_is_an_arrangement(value: Any) -> None:
    assert read(value) is None


@given(st.sampled_from(["text", "facets", "order", "columns"]), JSON)
def test_whatever_is_read_says_what_was_stored(part: str, value: Any) -> None:
    content = arrangement_content(FULL) | {part: value}
    found = read(content)
    assert found is None or arrangement_content(found) == content
