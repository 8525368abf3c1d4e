from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.comparison import (
    PATHS,
    ChangeKind,
    Field,
    FieldChange,
    LineChange,
    VersionComparison,
    compare_contents,
    compare_line,
    compare_lines,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Availability,
    Colour,
    Line,
    LineId,
    Quantities,
    Source,
    Step,
)
from tests.office_factory import make_line, stamp

LINE = make_line(1)

quantities = st.integers(0, 5).map(lambda n: Quantities(n, n, 0, 0, 0, n))
prices = st.integers(1, 5).map(lambda cents: Money(cents, "USD"))
texts = st.sampled_from(("", "a", "b"))


@st.composite
def contents(draw: st.DrawFn, number: int) -> Line:
    """A line with this identity and anything in its fields."""
    return replace(
        make_line(number),
        rank=draw(st.integers(1, 4)),
        name=draw(texts),
        quantities=draw(quantities),
        unit_price=draw(prices),
        urgent=draw(st.booleans()),
        remarks=draw(texts),
        substitutes=tuple(draw(st.lists(texts, max_size=2))),
        marking=draw(st.sampled_from(Marking)),
        availability=Availability(draw(st.sampled_from(Colour)), 1, Source.STOCK, 1),
        stamps=tuple(stamp(step) for step in draw(st.lists(st.sampled_from(Step), max_size=2))),
        required_by=draw(st.sampled_from((date(2027, 1, 1), date(2027, 2, 1)))),
    )


@st.composite
def versions(draw: st.DrawFn) -> tuple[Line, ...]:
    """The lines of one version, in an order of its own."""
    numbers = draw(st.lists(st.integers(1, 6), unique=True))
    return tuple(draw(contents(number)) for number in numbers)


def leaves(value: Any, path: str = "") -> set[str]:
    """The paths of all fields of a value, those of values within it too."""
    if not is_dataclass(value) or isinstance(value, Money):
        return {path}
    parts = (leaves(getattr(value, one.name), f"{path}.{one.name}") for one in fields(value))
    return {found for part in parts for found in part}


def test_nothing_of_a_line_is_left_out() -> None:
    assert {f".{path}" for path in PATHS.values()} == leaves(LINE) - {".id"}
    assert PATHS.keys() == set(Field)


def put(value: Any, path: str, content: Any) -> Any:
    first, _, rest = path.partition(".")
    inner = put(getattr(value, first), rest, content) if rest else content
    return replace(value, **{first: inner})


def apply(line: Line, changed: tuple[FieldChange, ...]) -> Line:
    return reduce(lambda found, one: put(found, PATHS[one.field], one.after), changed, line)


def apply_all(older: tuple[Line, ...], changes: tuple[LineChange, ...]) -> dict[LineId, Line]:
    found = {line.id: line for line in older}
    for change in changes:
        if change.after is None:
            del found[change.line]
        elif change.before is None:
            found[change.line] = change.after
        else:
            found[change.line] = apply(found[change.line], change.fields)
    return found


@given(contents(1))
def test_a_content_does_not_differ_from_itself(line: Line) -> None:
    assert compare_contents(line, line) == ()
    assert compare_line(line, line) is None


@given(contents(1), contents(1))
def test_the_changed_fields_lead_from_one_content_to_the_other(before: Line, after: Line) -> None:
    changed = compare_contents(before, after)
    assert apply(before, changed) == after
    assert all(one.before != one.after for one in changed)
    back = compare_contents(after, before)
    assert [(one.field, one.after, one.before) for one in back] == [
        (one.field, one.before, one.after) for one in changed
    ]


@given(versions())
def test_a_version_does_not_differ_from_itself(lines: tuple[Line, ...]) -> None:
    assert compare_lines(lines, reversed(lines)) == ()


@given(versions(), versions())
def test_the_changes_lead_from_one_version_to_the_other(
    older: tuple[Line, ...], newer: tuple[Line, ...]
) -> None:
    changes = compare_lines(older, newer)
    assert apply_all(older, changes) == {line.id: line for line in newer}
    places = [(one.shown.rank, one.shown.number) for one in changes]
    assert places == sorted(places)


def test_each_kind_of_change() -> None:
    renamed = replace(LINE, name="Another")
    assert compare_line(None, None) is None
    assert compare_line(None, LINE) == LineChange(LINE.id, ChangeKind.ADDED, None, LINE, ())
    assert compare_line(LINE, None) == LineChange(LINE.id, ChangeKind.WITHDRAWN, LINE, None, ())
    field = FieldChange(Field.NAME, LINE.name, "Another")
    changed = LineChange(LINE.id, ChangeKind.CHANGED, LINE, renamed, (field,))
    assert compare_line(LINE, renamed) == changed
    compared = VersionComparison("UA-TEST", 1, 2, (changed,), frozenset({LINE.id}))
    assert compared.touching_us == (changed,)
    assert replace(compared, touching=frozenset()).touching_us == ()
    assert compared.of_kind(ChangeKind.CHANGED) == (changed,)
    assert compared.of_kind(ChangeKind.ADDED) == ()


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (FieldChange(Field.REQUIRED, 10, 4), -6),
        (FieldChange(Field.LEAD_MONTHS, 1, 12), 11),
        (FieldChange(Field.UNIT_PRICE, Money(100, "USD"), Money(150, "USD")), Money(50, "USD")),
        (FieldChange(Field.PRIORITY, 1, 2), None),
        (FieldChange(Field.URGENT, False, True), None),
        (FieldChange(Field.NAME, "a", "b"), None),
        (FieldChange(Field.REQUIRED, "a", "b"), None),
    ],
)
def test_what_can_be_measured_has_a_difference(
    change: FieldChange, difference: int | Money | None
) -> None:
    assert change.difference == difference
