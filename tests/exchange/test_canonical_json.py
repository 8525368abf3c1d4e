import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.handling import Marking
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.exchange.strict_json import MOST_INTEGER, load_strict

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-MOST_INTEGER, MOST_INTEGER) | TEXT
VALUES = st.recursive(
    SCALARS, lambda v: st.lists(v, max_size=4) | st.dictionaries(TEXT, v, max_size=4), max_leaves=20
)


@given(VALUES)
def test_a_value_has_one_form_and_comes_back(value: Any) -> None:
    data = canonical(value)
    assert load_strict(data) == value
    assert canonical(json.loads(data)) == data


@given(st.dictionaries(TEXT, st.integers(0, 9), max_size=6))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_the_form_of_the_rfc() -> None:
    value = {"\u20ac": 1, "\r": 2, "\U0001f600": 3, "\ufb33": 4, "1": ["\n\u0007é", True, None]}
    assert canonical(value).decode() == (
        '{"\\r":2,"1":["\\n\\u0007é",true,null],"\u20ac":1,"\U0001f600":3,"\ufb33":4}'
    )


def test_a_term_is_written_as_its_text() -> None:
    assert canonical({"marking": Marking.NATO_RESTRICTED}) == b'{"marking":"NATO RESTRICTED"}'


@pytest.mark.parametrize("value", [1.5, 2.0, [float("nan")], {"a": [{"b": 0.1}]}, (1.0,)])
def test_floats_are_refused(value: Any) -> None:
    with pytest.raises(rfc8785.FloatDomainError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, "\ud800", {1: 2}, object(), {"a": {1, 2}}])
def test_what_json_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical(value)
