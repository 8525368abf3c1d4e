import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.journal import (
    GENESIS,
    Change,
    Link,
    entry_content,
    entry_hash,
    first_broken_link,
)

AT = datetime(2026, 6, 15, tzinfo=UTC)


def make_chain(length: int) -> list[Link]:
    links: list[Link] = []
    previous = GENESIS
    for number in range(1, length + 1):
        change = Change("drafted", f"commitment {number}", None, {"units": number})
        content = json.dumps(entry_content(number, AT, "A", change, previous)).encode()
        links.append(Link(number, previous, content, previous, number, entry_hash(content)))
        previous = entry_hash(content)
    return links


CHAIN = make_chain(8)


@pytest.mark.parametrize("length", [0, 1, 8])
def test_a_whole_chain_has_no_broken_link(length: int) -> None:
    assert first_broken_link(make_chain(length)) is None


FALSE: dict[str, Any] = {
    "number": 99,
    "previous": "f" * 64,
    "content": b"{}",
    "content_previous": "f" * 64,
    "content_number": 99,
    "sha256": "f" * 64,
}


@given(st.integers(0, 7), st.sampled_from(sorted(FALSE)))
def test_a_changed_entry_is_found_at_its_number(place: int, field: str) -> None:
    links = list(CHAIN)
    links[place] = replace(links[place], **{field: FALSE[field]})
    assert first_broken_link(links) == place + 1


@given(st.integers(0, 6))
def test_a_missing_entry_is_found_at_its_number(place: int) -> None:
    assert first_broken_link(CHAIN[:place] + CHAIN[place + 1 :]) == place + 1


@given(st.integers(0, 7))
def test_an_entry_put_in_twice_is_found_behind_the_first(place: int) -> None:
    assert first_broken_link([*CHAIN[: place + 1], CHAIN[place], *CHAIN[place + 1 :]]) == place + 2


@given(st.integers(0, 6))
def test_a_rewritten_entry_breaks_the_next_even_with_a_hash_of_its_own(place: int) -> None:
    links = list(CHAIN)
    content = links[place].content.replace(b"drafted", b"removed")
    links[place] = replace(links[place], content=content, sha256=entry_hash(content))
    assert first_broken_link(links) == place + 2


def test_a_cut_tail_shows_only_by_the_head_that_was_kept() -> None:
    assert first_broken_link(CHAIN[:5]) is None


def test_an_entry_s_content_holds_the_hash_of_the_one_before() -> None:
    content = entry_content(2, AT, "A", Change("a", "s", {"x": 1}, None), "0" * 64)
    assert content == {
        "number": 2,
        "at": "2026-06-15T00:00:00+00:00",
        "officer": "A",
        "action": "a",
        "subject": "s",
        "before": {"x": 1},
        "after": None,
        "previous": "0" * 64,
    }
