import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import JsonUnreadableError
from procure_desktop.exchange.strict_json import MOST_INTEGER, load_strict

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-MOST_INTEGER, MOST_INTEGER) | TEXT
VALUES = st.recursive(
    SCALARS, lambda v: st.lists(v, max_size=4) | st.dictionaries(TEXT, v, max_size=4), max_leaves=20
)


def refused(data: bytes, **limits: int) -> JsonUnreadableError:
    with pytest.raises(JsonUnreadableError) as caught:
        load_strict(data, **limits)
    return caught.value


@given(VALUES)
def test_what_json_says_in_one_way_is_read(value: Any) -> None:
    for ascii_only in (True, False):
        assert load_strict(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        value = load_strict(data)
    except JsonUnreadableError:
        return
    assert json.loads(data) == value


@given(st.text('[]{}",:0123456789eE.-+aNInfity\\ud8 \n', max_size=30))
def test_what_is_read_is_read_by_others_too(text: str) -> None:
    try:
        value = load_strict(text.encode())
    except JsonUnreadableError:
        return
    assert json.loads(text, parse_float=pytest.fail, parse_constant=pytest.fail) == value


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"a": 1, "b": 2, "a": 1}', "duplicate key"),
        (b'[{"x": {"a": 1, "\\u0061": 2}}]', "duplicate key"),
        (b"[1.0]", "no integer"),
        (b"[1e5]", "no integer"),
        (b"[NaN]", "no integer"),
        (b"[-Infinity]", "no integer"),
        (b'["\\ud800"]', "lone surrogate"),
        (b'{"\\uDFFF": 1}', "lone surrogate"),
        (b'["\\udc00\\ud800"]', "lone surrogate"),
        (b"\xef\xbb\xbf[]", "byte order mark"),
        ("[]".encode("utf-16"), "not UTF-8"),
        (b'["\xed\xa0\x80"]', "not UTF-8"),
        (b'["\xc0\xaf"]', "not UTF-8"),
        (b"[] []", "no JSON"),
        (b"", "no JSON"),
        (b"[1,]", "no JSON"),
        (b"['a']", "no JSON"),
        (b"[01]", "no JSON"),
        (b'["\n"]', "no JSON"),
        (b"[9007199254740992]", "integer too long"),
        (b"[-9007199254740992]", "integer too long"),
        (b"[" + b"9" * 100_000 + b"]", "integer too long"),
        (b"[" * 100_000, "too deep"),
        (b"[" * 40 + b"]" * 40, "too deep"),
    ],
)
def test_what_two_readers_could_differ_on_is_refused(data: bytes, problem: str) -> None:
    assert refused(data).problem == problem


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert load_strict(b'["\\ud83d\\ude00"]') == ["\N{GRINNING FACE}"]


def test_a_duplicate_key_is_named() -> None:
    assert refused(b'{"a": 1, "b": 2, "b": 3}').place == "b"


def test_each_limit_is_kept_at_its_edge() -> None:
    assert load_strict(b"[[1]]", most_bytes=5, most_depth=2) == [[1]]
    assert refused(b"[[1]] ", most_bytes=5).problem == "too large"
    assert refused(b"[[1]]", most_depth=1).problem == "too deep"
    assert load_strict(b'{"ab": "cd"}', most_characters=2) == {"ab": "cd"}
    assert refused(b'{"ab": "cde"}', most_characters=2).problem == "string too long"
    assert refused(b'{"abc": "cd"}', most_characters=2).problem == "key too long"
    assert load_strict(b'"a"', most_depth=0) == "a"
