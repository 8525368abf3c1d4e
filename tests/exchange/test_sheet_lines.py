from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from procure_desktop.domain.errors import StatedValueError
from procure_desktop.domain.request_list import Availability, Capability, Colour, Source
from procure_desktop.domain.spreadsheet import (
    STATABLE,
    ColumnMapping,
    DayOrder,
    ListField,
    Notation,
    ProblemKind,
    SheetProblem,
)
from procure_desktop.exchange.sheet_lines import SheetLines, parse_sheet
from procure_desktop.exchange.sheet_words import HEADS as WORDS
from tests.sheets import COVER

EVERY = ColumnMapping("S", 1, {one: place for place, one in enumerate(ListField, start=1)})
GOOD: dict[ListField, Any] = {
    ListField.IDENTITY: "UA-1",
    ListField.NUMBER: "7",
    ListField.PACKAGE: "P4",
    ListField.CAPABILITY: "Air defence",
    ListField.NAME: "Interceptor",
    ListField.NAME_UK: "Ракета-перехоплювач",
    ListField.NSN: "1410012345678",
    ListField.UNIT: "EA",
    ListField.REQUIRED: "100",
    ListField.VALIDATED: "90",
    ListField.FUNDED: "30",
    ListField.DONATED: "10",
    ListField.DELIVERED: "5",
    ListField.OUTSTANDING: "50",
    ListField.UNIT_PRICE: "1000.50",
    ListField.CURRENCY: "usd",
    ListField.PRICE_BASIS: "Quote",
    ListField.PRICE_DAY: "01.05.2026",
    ListField.PRIORITY: "02",
    ListField.REQUIRED_BY: "31.03.2027",
    ListField.URGENT: "yes",
    ListField.COLOUR: "yellow",
    ListField.US_QUANTITY: "12",
    ListField.US_SOURCE: "production",
    ListField.LEAD_MONTHS: "18",
    ListField.SUBSTITUTES: "A; B",
    ListField.REMARKS: "Two\nlines",
}


def rows(*changes: dict[ListField, Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    yield 1, [one.value for one in ListField]
    for number, change in enumerate(changes, start=2):
        yield number, list((GOOD | change).values())


def problems(
    *changes: dict[ListField, Any], mapping: ColumnMapping = EVERY
) -> tuple[SheetProblem, ...]:
    return parse_sheet(rows(*changes), mapping, COVER)[1]


def test_a_row_that_says_everything() -> None:
    lines, found = parse_sheet(rows({}), EVERY, COVER)
    assert found == ()
    line = lines[0]
    assert (line.id, line.number, line.rank, line.package) == ("UA-1", 7, 1, "P4")
    assert line.capability is Capability.AIR_DEFENCE
    assert line.nsn == "1410-01-234-5678"
    assert not line.nsn_verified
    assert line.price_day == date(2026, 5, 1)
    assert line.availability == Availability(Colour.YELLOW, 12, Source.PRODUCTION, 18)
    assert line.substitutes == ("A", "B")
    assert line.remarks == "Two lines"
    assert line.marking is COVER.marking


CASES: dict[str, tuple[ListField, Any, ProblemKind]] = {
    "no identity": (ListField.IDENTITY, "", ProblemKind.EMPTY),
    "identity with a space": (ListField.IDENTITY, "UA 1", ProblemKind.BAD_FORM),
    "cyrillic identity": (ListField.IDENTITY, "UА-1", ProblemKind.BAD_FORM),
    "number of nothing": (ListField.NUMBER, "0", ProblemKind.NOT_ABOVE_ZERO),
    "unknown capability": (ListField.CAPABILITY, "space", ProblemKind.UNKNOWN_WORD),
    "look-alike": (ListField.NAME, "Рatriot", ProblemKind.LOOK_ALIKE),
    "bidi": (ListField.NAME, "a\u202eb", ProblemKind.HIDDEN_CHARACTER),
    "zero width": (ListField.NAME_UK, "Ра\u200bкета", ProblemKind.HIDDEN_CHARACTER),
    "long name": (ListField.NAME, "x" * 201, ProblemKind.TOO_LONG),
    "long unit": (ListField.UNIT, "x" * 21, ProblemKind.TOO_LONG),
    "long remarks": (ListField.REMARKS, "x" * 2001, ProblemKind.TOO_LONG),
    "nsn": (ListField.NSN, "12", ProblemKind.BAD_FORM),
    "price in words": (ListField.UNIT_PRICE, "ten", ProblemKind.NO_NUMBER),
    "price in euro": (ListField.UNIT_PRICE, "€ 10", ProblemKind.OTHER_CURRENCY),
    "price of nothing": (ListField.UNIT_PRICE, "0", ProblemKind.NOT_ABOVE_ZERO),
    "no price": (ListField.UNIT_PRICE, " ", ProblemKind.EMPTY),
    "third decimal": (ListField.UNIT_PRICE, "1.005", ProblemKind.TOO_MANY_DECIMALS),
    "not a number": (ListField.UNIT_PRICE, float("nan"), ProblemKind.NO_NUMBER),
    "without end": (ListField.UNIT_PRICE, float("inf"), ProblemKind.NO_NUMBER),
    "more than a spreadsheet keeps": (ListField.UNIT_PRICE, 1e18, ProblemKind.IMPRECISE),
    "half a unit": (ListField.REQUIRED, "1.5", ProblemKind.NO_WHOLE_NUMBER),
    "below zero": (ListField.REQUIRED, "-1", ProblemKind.NEGATIVE),
    "too many": (ListField.REQUIRED, "10000001", ProblemKind.TOO_LARGE),
    "currency": (ListField.CURRENCY, "EUR", ProblemKind.OTHER_CURRENCY),
    "no day": (ListField.REQUIRED_BY, "soon", ProblemKind.NO_DAY),
    "day as number": (ListField.REQUIRED_BY, 46112.0, ProblemKind.DAY_AS_NUMBER),
    "priority": (ListField.PRIORITY, "16", ProblemKind.TOO_LARGE),
    "urgent": (ListField.URGENT, "maybe", ProblemKind.UNKNOWN_WORD),
    "colour": (ListField.COLOUR, "blue", ProblemKind.UNKNOWN_WORD),
    "source": (ListField.US_SOURCE, "moon", ProblemKind.UNKNOWN_WORD),
    "lead time": (ListField.LEAD_MONTHS, "241", ProblemKind.TOO_LARGE),
    "more validated than required": (ListField.VALIDATED, "101", ProblemKind.DISAGREE),
    "more outstanding than left": (ListField.OUTSTANDING, "51", ProblemKind.DISAGREE),
    "less outstanding than left": (ListField.OUTSTANDING, "49", ProblemKind.DISAGREE),
}


@pytest.mark.parametrize(("field", "cell", "kind"), CASES.values(), ids=CASES)
def test_every_problem_names_its_cell_and_kind(
    field: ListField, cell: Any, kind: ProblemKind
) -> None:
    found = problems({field: cell})
    assert [(one.kind, one.field, one.row, one.column) for one in found] == [
        (kind, field, 2, EVERY.columns[field])
    ]
    assert found[0].sheet == "S"
    assert found[0].found.isprintable()
    assert len(found[0].found) <= 60


def test_all_that_is_wrong_in_a_row_is_said_at_once() -> None:
    found = problems({ListField.UNIT_PRICE: "x", ListField.PRIORITY: "99", ListField.NAME: ""}, {})
    assert [one.field for one in found] == [ListField.UNIT_PRICE, ListField.PRIORITY]
    assert [one.cell for one in found] == ["O2", "S2"]


def test_a_row_without_any_name_or_quantity() -> None:
    (found,) = problems({ListField.NAME: "", ListField.NAME_UK: ""})
    assert (found.kind, found.field) == (ProblemKind.EMPTY, ListField.NAME)
    blank = dict.fromkeys((ListField.REQUIRED, ListField.VALIDATED, ListField.OUTSTANDING), "")
    (found,) = problems(blank)
    assert (found.kind, found.field) == (ProblemKind.EMPTY, ListField.REQUIRED)


def test_identities_and_numbers_stand_once() -> None:
    again = {ListField.IDENTITY: "UA-2"}
    found = problems({}, {ListField.NUMBER: "8"}, again, again | {ListField.NUMBER: "9"})
    assert [(one.kind, one.cell) for one in found] == [
        (ProblemKind.REPEATED, "A3"),
        (ProblemKind.REPEATED, "B4"),
    ]


def test_empty_rows_are_passed_and_short_ones_read() -> None:
    some = [
        (1, ["x"]),
        (2, []),
        (3, ["", "  ", ""]),
        (4, ["1", "Kit", "EA", "5", "9.5", "medical", "3"]),
    ]
    fields = (
        ListField.NUMBER,
        ListField.NAME,
        ListField.UNIT,
        ListField.OUTSTANDING,
        ListField.UNIT_PRICE,
        ListField.CAPABILITY,
        ListField.PRIORITY,
        ListField.REMARKS,
    )
    mapping = ColumnMapping("S", 1, {one: place for place, one in enumerate(fields, start=1)})
    lines, found = parse_sheet(some, mapping, COVER)
    assert found == ()
    assert lines[0].quantities.required == lines[0].quantities.outstanding == 5
    assert lines[0].name_uk == "Kit"
    assert lines[0].required_by is None


def test_what_the_officer_states_stands_for_what_is_empty() -> None:
    stated = {
        ListField.PACKAGE: "P9",
        ListField.CAPABILITY: "medical",
        ListField.UNIT: "шт",
        ListField.PRICE_BASIS: "Letter",
        ListField.PRIORITY: "5",
        ListField.URGENT: "yes",
    }
    assert set(stated) == set(STATABLE)
    columns: dict[ListField, int] = {
        one: place for one, place in EVERY.columns.items() if one is not ListField.UNIT
    }
    mapping = ColumnMapping("S", 1, columns, stated)
    blank = dict.fromkeys(stated, "")
    lines, found = parse_sheet(
        rows(blank, {ListField.IDENTITY: "b", ListField.NUMBER: 8.0}), mapping, COVER
    )
    assert found == ()
    first, second = lines
    assert (first.package, first.capability, first.unit) == ("P9", "medical", "EA")
    assert (first.price_basis, first.priority, first.urgent) == ("Letter", 5, True)
    assert (second.package, second.capability, second.priority) == ("P4", "air defence", 2)


def test_a_row_that_is_longer_than_its_head_is_shifted() -> None:
    shifted = [*rows({}), (3, [*(GOOD | {ListField.IDENTITY: "b"}).values(), "", "x"])]
    (found,) = parse_sheet(shifted, EVERY, COVER)[1]
    assert (found.kind, found.cell, found.field) == (ProblemKind.ROW_TOO_LONG, "3", None)


def test_a_stated_value_is_read_as_a_cell_would_be() -> None:
    mapping = ColumnMapping("S", 1, EVERY.columns, {ListField.PRIORITY: "99"})
    with pytest.raises(StatedValueError) as refused:
        parse_sheet(rows({}), mapping, COVER)
    assert (refused.value.field, refused.value.text) == (ListField.PRIORITY, "99")


def test_cells_of_spaces_are_empty() -> None:
    spaces = dict.fromkeys((ListField.NSN, ListField.REQUIRED_BY, ListField.COLOUR), "  ")
    lines, found = parse_sheet(rows(spaces | {ListField.FUNDED: " 30 "}), EVERY, COVER)
    assert found == ()
    assert (lines[0].nsn, lines[0].required_by, lines[0].availability) == ("", None, None)


def test_days_by_serial_number() -> None:
    mapping = ColumnMapping("S", 1, EVERY.columns, {}, Notation(days=DayOrder.SERIAL))
    change = {ListField.REQUIRED_BY: 46112.0, ListField.PRICE_DAY: "46112"}
    lines, found = parse_sheet(rows(change), mapping, COVER)
    assert found == ()
    assert lines[0].required_by == lines[0].price_day == date(2026, 3, 31)


def test_problems_are_listed_up_to_a_thousand_and_all_counted() -> None:
    reading = SheetLines(rows(*[{ListField.UNIT_PRICE: "x"}] * 1200), EVERY, COVER)
    assert list(reading) == []
    assert (reading.bad_rows, reading.problem_count, len(reading.problems)) == (1200, 1200, 1000)


def test_the_words_of_heads_belong_to_one_field_each() -> None:
    seen: dict[str, ListField] = {}
    for field, words in WORDS.items():
        for word in words:
            assert seen.setdefault(word, field) is field, word
    assert set(WORDS) == set(ListField)
