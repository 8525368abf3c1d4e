"""JSON from others: read within limits, and refused where two readers could understand it differently."""

import json
import re
from typing import Any, NoReturn, TypeAlias

from procure_desktop.domain.errors import JsonUnreadableError

Json: TypeAlias = Any
"""What JSON can say: None, bool, int, str, and lists and dicts of them."""

MOST_BYTES = 64 * 1024 * 1024
MOST_DEPTH = 32
MOST_CHARACTERS = 10_000
# Up to here every JSON reader agrees on an integer (RFC 8259, section 6).
MOST_INTEGER = 2**53 - 1

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def load_strict(
    data: bytes,
    *,
    most_bytes: int = MOST_BYTES,
    most_depth: int = MOST_DEPTH,
    most_characters: int = MOST_CHARACTERS,
) -> Json:
    """Read UTF-8 JSON of objects, arrays, strings, integers, booleans and null.

    `most_depth` counts nested objects and arrays, `most_characters` bounds each string and key. Raises
    JsonUnreadableError for anything beyond the limits, for duplicate keys, floats, NaN and Infinity,
    lone surrogates and a byte order mark.
    """
    if len(data) > most_bytes:
        _refuse("", "too large")
    text = _decode(data)
    value = _parse(text)
    _check_tree(value, most_depth, most_characters)
    if _SURROGATE_ESCAPE.search(text):
        _check_surrogates(value)
    return value


def _refuse(place: str, problem: str) -> NoReturn:
    raise JsonUnreadableError(place=place, problem=problem)


def _decode(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        _refuse("", "byte order mark")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse(f"byte {error.start}", "not UTF-8")


def _parse(text: str) -> Json:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except json.JSONDecodeError as error:
        _refuse(f"line {error.lineno} column {error.colno}", "no JSON")
    except ValueError:
        # Python reads integers of at most 4,300 digits.
        _refuse("", "integer too long")
    except RecursionError:
        _refuse("", "too deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        _refuse(next(key for key in keys if keys.count(key) > 1), "duplicate key")
    return found


def _no_float(text: str) -> NoReturn:
    _refuse(text[:20], "no integer")


def _check_tree(value: Json, most_depth: int, most_characters: int) -> None:
    """Level by level rather than by recursion: a list holds millions of values."""
    level = [[value]]
    for _ in range(most_depth + 1):
        level = [below for container in level for below in _containers(container, most_characters)]
        if not level:
            return
    _refuse("", "too deep")


def _containers(container: Json, most_characters: int) -> list[Json]:
    below = []
    is_object = type(container) is dict
    for item in container.values() if is_object else container:
        kind = type(item)
        if kind is dict or kind is list:
            below.append(item)
        elif kind is str and len(item) > most_characters:
            _refuse(item[:20], "string too long")
        elif kind is int and not -MOST_INTEGER <= item <= MOST_INTEGER:
            _refuse(str(item)[:20], "integer too long")
    if is_object and any(len(key) > most_characters for key in container):
        _refuse("", "key too long")
    return below


def _check_surrogates(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        _refuse("", "lone surrogate")
