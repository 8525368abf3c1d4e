import pytest

from procure_desktop.domain.errors import MappingIncompleteError
from procure_desktop.domain.spreadsheet import (
    ColumnMapping,
    Decimals,
    ListField,
    Notation,
    ProblemKind,
    SenderMapping,
    SheetProblem,
    check_mapping,
    column_letters,
    remember,
)

HEADS = ("№", "Назва ", "Ціна")
LEAST = {
    ListField.NUMBER: 1,
    ListField.NAME_UK: 2,
    ListField.UNIT_PRICE: 3,
    ListField.OUTSTANDING: 4,
}
STATED = {ListField.UNIT: "EA", ListField.CAPABILITY: "medical", ListField.PRIORITY: "5"}


@pytest.mark.parametrize(
    ("column", "letters"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_have_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_a_problem_names_its_cell_or_its_row() -> None:
    problem = SheetProblem(ProblemKind.EMPTY, "S", 12, 3, None, "")
    assert problem.cell == "C12"
    assert SheetProblem(ProblemKind.EMPTY, "S", 12, 0, None, "").cell == "12"


def test_a_mapping_needs_what_no_line_can_be_without() -> None:
    check_mapping(ColumnMapping("S", 1, LEAST, STATED))
    for field in LEAST:
        columns = {one: place for one, place in LEAST.items() if one is not field}
        with pytest.raises(MappingIncompleteError) as refused:
            check_mapping(ColumnMapping("S", 1, columns, STATED))
        assert any(field in group for group in refused.value.groups)
    with pytest.raises(MappingIncompleteError) as refused:
        check_mapping(ColumnMapping("S", 1, LEAST, {ListField.UNIT: "", ListField.NAME: "x"}))
    assert len(refused.value.groups) == 3


def test_a_column_that_is_not_mapped_is_none() -> None:
    assert ColumnMapping("S", 1, LEAST).column(ListField.REMARKS) == 0
    assert ColumnMapping("S", 1, LEAST).column(ListField.NAME_UK) == 2


def test_a_mapping_is_remembered_by_the_words_of_its_heads() -> None:
    notation = Notation(Decimals.COMMA)
    mapping = ColumnMapping("S", 1, LEAST, STATED, notation)
    kept = remember(mapping, HEADS)
    assert kept.heads == {
        ListField.NUMBER: "№",
        ListField.NAME_UK: "Назва ",
        ListField.UNIT_PRICE: "Ціна",
    }
    moved = ColumnMapping("Other", 3, {ListField.REMARKS: 1, ListField.NSN: 4})
    applied = kept.applied(moved, ("ЦІНА", "назва", "x", "NSN"))
    assert applied.columns == {
        ListField.NSN: 4,
        ListField.UNIT_PRICE: 1,
        ListField.NAME_UK: 2,
    }
    assert (applied.sheet, applied.header) == ("Other", 3)
    assert (applied.stated, applied.notation) == (STATED, notation)
    assert remember(mapping, ("", "", "")).heads == {}
    assert SenderMapping({}, {}, notation).applied(moved, ()).columns == moved.columns
