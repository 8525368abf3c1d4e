import gc
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from procure_desktop.domain.errors import (
    HiddenCharacterError,
    LineReusedError,
    ListUnreadableError,
    LookalikeError,
    PackageUnknownError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.request_list import LineId, Quantities, RequestList
from procure_desktop.exchange import request_list_file
from procure_desktop.exchange.request_list_file import parse_request_list, write_request_list
from procure_desktop.exchange.schema import read_schema

Edit = Callable[[dict[str, Any]], None]


def edited(request_list: RequestList, edit: Edit) -> bytes:
    value = json.loads(write_request_list(request_list))
    edit(value)
    return json.dumps(value).encode()


def test_a_list_comes_back_as_it_was_written(request_list: RequestList) -> None:
    assert parse_request_list(write_request_list(request_list)) == request_list


def test_reading_leaves_the_collector_as_it_was(request_list: RequestList) -> None:
    assert gc.isenabled()
    parse_request_list(write_request_list(request_list))
    assert gc.isenabled()
    with pytest.raises(ListUnreadableError):
        parse_request_list(b"")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("/version", 0, "minimum"),
        ("/version", "1", "type"),
        ("/serial", "lower case", "pattern"),
        ("/issued", "2026-02-30", "format"),
        ("/issued", "2 November", "format"),
        ("/marking", "SECRET", "enum"),
        ("/lines", [], "minItems"),
        ("/packages", [], "minItems"),
        ("/counted/0", "1", "pattern"),
        ("/lines/1/id", "T-1=2", "pattern"),
        ("/lines/1/id", "", "pattern"),
        ("/lines/1/number", 0, "minimum"),
        ("/lines/1/name", "", "minLength"),
        ("/lines/1/name", " ", "pattern"),
        ("/lines/1/name", "x" * 201, "maxLength"),
        ("/lines/1/capability", "cavalry", "enum"),
        ("/lines/1/nsn", "1305-00-12", "pattern"),
        ("/lines/1/priority", 16, "maximum"),
        ("/lines/1/unit_price/currency", "EUR", "const"),
        ("/lines/1/unit_price/minor", 0, "minimum"),
        ("/lines/1/unit_price/minor", -5, "minimum"),
        ("/lines/1/unit_price/minor", True, "type"),
        ("/lines/1/quantities/outstanding", -1, "minimum"),
        ("/lines/1/quantities/required", 10_000_001, "maximum"),
        ("/lines/1/stamps/0/step", "approval", "enum"),
        ("/lines/1/stamps/0/decision", "perhaps", "enum"),
        ("/lines/1/availability/colour", "blue", "enum"),
        ("/lines/1/controls/usml", "XLII-b", "pattern"),
        ("/lines/1/urgent", 1, "type"),
        ("/lines/1/remarks", None, "type"),
    ],
)
def test_a_value_that_breaks_the_schema_is_named(
    request_list: RequestList, path: str, value: object, problem: str
) -> None:
    def put(tree: dict[str, Any]) -> None:
        *steps, last = [int(s) if s.isdigit() else s for s in path[1:].split("/")]
        inner: Any = tree
        for step in steps:
            inner = inner[step]
        inner[last] = value

    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(edited(request_list, put))
    assert (caught.value.place, caught.value.problem) == (path, problem)


def test_a_field_too_many_or_too_few_is_refused(request_list: RequestList) -> None:
    def add(tree: dict[str, Any]) -> None:
        tree["lines"][0]["discount"] = 1

    def drop(tree: dict[str, Any]) -> None:
        del tree["lines"][0]["stamps"]

    for edit in (add, drop):
        with pytest.raises(ListUnreadableError) as caught:
            parse_request_list(edited(request_list, edit))
        assert caught.value.place == "/lines/0"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"version": 1, "version": 1}', b"[1.5]", b"\xff"]
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(ListUnreadableError):
        parse_request_list(data)


def test_a_day_before_the_calendar_is_refused(request_list: RequestList) -> None:
    with pytest.raises(ListUnreadableError):
        parse_request_list(edited(request_list, lambda tree: tree.update(issued="0000-01-01")))


def test_a_line_stands_once(request_list: RequestList) -> None:
    first, second = request_list.lines
    twice = replace(request_list, lines=(first, replace(second, id=first.id)))
    with pytest.raises(LineReusedError) as caught:
        parse_request_list(write_request_list(twice))
    assert caught.value.line == first.id


def test_a_number_stands_once(request_list: RequestList) -> None:
    first, second = request_list.lines
    twice = replace(request_list, lines=(first, replace(second, number=first.number)))
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(write_request_list(twice))
    assert (caught.value.place, caught.value.problem) == ("/lines/1/number", "repeated")


def test_a_package_stands_once_and_is_known(request_list: RequestList) -> None:
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(
            write_request_list(replace(request_list, packages=request_list.packages * 2))
        )
    assert caught.value.place == "/packages/1/code"
    strange = replace(request_list.lines[0], id=LineId("T-0009"), package="P9")
    with pytest.raises(PackageUnknownError):
        parse_request_list(write_request_list(replace(request_list, lines=(strange,))))


@pytest.mark.parametrize("field", ["name", "name_uk", "unit", "price_basis", "remarks"])
@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\ufeff", "\x07", "\n", "\ue000"])
def test_text_that_does_not_look_as_it_is_is_refused(
    request_list: RequestList, field: str, hidden: str
) -> None:
    line = replace(request_list.lines[0], **{field: f"Tourni{hidden}quet"})  # type: ignore[arg-type]
    with pytest.raises(HiddenCharacterError) as caught:
        parse_request_list(write_request_list(replace(request_list, lines=(line,))))
    assert caught.value.field == f"/lines/0/{field}"


def test_hidden_text_is_found_wherever_it_stands(request_list: RequestList) -> None:
    line, package = request_list.lines[0], request_list.packages[0]
    stamps = (replace(line.stamps[0], office="J4\u2066"),)
    for tampered in (
        replace(request_list, issuer="NSA\u200dTU"),
        replace(request_list, packages=(replace(package, note="\u202d"),)),
        replace(request_list, lines=(replace(line, substitutes=("a\u00adb",)),)),
        replace(request_list, lines=(replace(line, stamps=stamps),)),
    ):
        with pytest.raises(HiddenCharacterError):
            parse_request_list(write_request_list(tampered))


def test_other_spaces_are_seen(request_list: RequestList) -> None:
    line = replace(request_list.lines[0], remarks="10\u00a0kg")
    spaced = replace(request_list, lines=(line,))
    assert parse_request_list(write_request_list(spaced)) == spaced


@pytest.mark.parametrize(
    ("quantities", "problem"),
    [
        (Quantities(10, 11, 0, 0, 0, 11), "validated"),
        (Quantities(10, 10, 3, 2, 0, 6), "outstanding"),
        (Quantities(10, 10, 3, 2, 0, 4), "outstanding"),
        (Quantities(10, 10, 8, 4, 0, 1), "outstanding"),
    ],
)
def test_quantities_add_up(request_list: RequestList, quantities: Quantities, problem: str) -> None:
    line = replace(request_list.lines[0], quantities=quantities)
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(write_request_list(replace(request_list, lines=(line,))))
    assert (caught.value.place, caught.value.problem) == ("/lines/0/quantities", problem)


def test_nothing_is_outstanding_where_more_was_given_than_is_still_validated(
    request_list: RequestList,
) -> None:
    line = replace(request_list.lines[0], quantities=Quantities(10, 4, 3, 2, 0, 0))
    list_ = replace(request_list, lines=(line,))
    assert parse_request_list(write_request_list(list_)) == list_


def test_an_empty_nsn_is_not_verified(request_list: RequestList) -> None:
    line = replace(request_list.lines[0], nsn_verified=True)
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(write_request_list(replace(request_list, lines=(line,))))
    assert caught.value.place == "/lines/0/nsn_verified"
    known = replace(line, nsn="6515-01-521-7976")
    list_ = replace(request_list, lines=(known,))
    assert parse_request_list(write_request_list(list_)) == list_


def test_a_line_is_not_marked_above_its_list(request_list: RequestList) -> None:
    line = replace(request_list.lines[0], marking=Marking.NATO_SECRET)
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(write_request_list(replace(request_list, lines=(line,))))
    assert caught.value.place == "/lines/0/marking"


def test_a_list_worth_more_than_exact_sums_can_say_is_refused(request_list: RequestList) -> None:
    first = request_list.lines[0]
    price = replace(first.unit_price, minor=1_000_000_000_000)
    line = replace(first, unit_price=price, quantities=Quantities(9008, 1, 0, 0, 0, 1))
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(write_request_list(replace(request_list, lines=(line,))))
    assert (caught.value.place, caught.value.problem) == ("/lines", "value too large")


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", "РАС-3 interceptor"), ("name", "Рatriot"), ("name_uk", "Пaтріот")],
)
def test_a_look_alike_name_is_refused(request_list: RequestList, field: str, text: str) -> None:
    data = json.loads(write_request_list(request_list))
    data["lines"][0][field] = text
    with pytest.raises(LookalikeError) as caught:
        parse_request_list(json.dumps(data).encode())
    assert caught.value.field == f"/lines/0/{field}"


def test_a_list_as_it_is_written_is_read_without_the_longer_way(
    request_list: RequestList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(request_list_file, "load_strict")
    assert parse_request_list(write_request_list(request_list)) == request_list


def test_a_list_in_another_spelling_is_the_same(request_list: RequestList) -> None:
    value = json.loads(write_request_list(request_list))
    for spelt in (
        json.dumps(value),
        json.dumps(value, indent=1, ensure_ascii=False),
        json.dumps(dict(reversed(value.items()))),
    ):
        assert parse_request_list(spelt.encode()) == request_list


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"version":1,', '"version":1,"version":1,', "duplicate key"),
        ('"version":1,', '"version":1.0,', "no integer"),
        ('"version":1,', '"version":0,', "minimum"),
        ('"version":1,', '"version":1,"more":[[[[[[[[[[]]]]]]]]]],', "too deep"),
        ('"version":1,', '"version":1,"more":' + "[" * 100_000, "too deep"),
        ('"illustrative":true', '"illustrative":1', "type"),
    ],
)
def test_what_is_written_otherwise_is_refused_by_its_rule(
    request_list: RequestList, old: str, new: str, problem: str
) -> None:
    text = write_request_list(replace(request_list, version=1, illustrative=True)).decode()
    assert old in text
    with pytest.raises(ListUnreadableError) as refused:
        parse_request_list(text.replace(old, new, 1).encode())
    assert refused.value.problem == problem


def test_the_schema_bounds_every_text_and_number() -> None:
    """So that what is read without the longer way is within its limits too."""
    bounds = {"string": {"maxLength", "pattern", "format"}, "integer": {"maximum"}}

    def check(node: object) -> None:
        if isinstance(node, dict):
            kind = node.get("type")
            assert not isinstance(kind, str) or kind not in bounds or bounds[kind] & node.keys(), (
                node
            )
            for below in node.values():
                check(below)
        elif isinstance(node, list):
            for below in node:
                check(below)

    schema = read_schema("request-list")
    check({name: part for name, part in schema.items() if name in {"properties", "$defs"}})


def test_a_list_as_it_is_written_is_not_too_large_either(
    request_list: RequestList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_list_file, "MOST_BYTES", 100)
    with pytest.raises(ListUnreadableError) as refused:
        parse_request_list(write_request_list(request_list))
    assert refused.value.problem == "too large"
