from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.unfinished_form import Typed, read_typed, typed_content

TYPED = Typed(("UA-0001",), {"order-1-size": "3", "validity-limited": True, "fiscal-year": 2026})


def test_what_was_typed_is_read_back() -> None:
    assert read_typed(typed_content(TYPED)) == TYPED


@pytest.mark.parametrize(
    "content",
    [
        None,
        {},
        {"subjects": ["UA-0001"]},
        {"subjects": [1], "fields": {}},
        {"subjects": ["x"] * 501, "fields": {}},
        {"subjects": [], "fields": []},
        {"subjects": [], "fields": {"a": None}},
        {"subjects": [], "fields": {"a": "x" * 20_001}},
        {"subjects": [], "fields": {str(n): n for n in range(2001)}},
        {"subjects": [], "fields": {}, "more": 1},
    ],
    ids=lambda content: str(content)[:60],
)
def test_a_doctored_form_is_not_read(content: Any) -> None:
    assert read_typed(content) is None


@given(st.lists(st.text()), st.dictionaries(st.text(), st.text() | st.integers() | st.booleans()))
def test_every_typed_text_is_read_back(subjects: list[str], fields: dict[str, Any]) -> None:
    typed = Typed(tuple(subjects), fields)
    assert read_typed(typed_content(typed)) == typed
