from procure_desktop.domain.comparison import ChangeKind, Field, compare_lines
from procure_desktop.domain.request_list import check_stamps
from procure_desktop.exchange.demo_list import read_demo_list
from procure_desktop.exchange.demo_list_next import next_demo_list, read_next_demo_list
from procure_desktop.exchange.request_list_file import parse_request_list

FIRST = read_demo_list()
SHRUNK, DEARER, GONE = (line.id for line in FIRST.lines[:3])
NEXT = read_next_demo_list(SHRUNK, 1, DEARER, GONE)


def test_it_is_a_later_version_that_a_release_may_carry() -> None:
    assert parse_request_list(next_demo_list(SHRUNK, 1, DEARER, GONE)) == NEXT
    assert (NEXT.serial, NEXT.version) == (FIRST.serial, 2)
    assert NEXT.issued > FIRST.issued
    assert NEXT.illustrative
    for line in NEXT.lines:
        check_stamps(line)


def test_one_line_of_each_kind_changes() -> None:
    changes = compare_lines(FIRST.lines, NEXT.lines)
    by_kind = {kind: [one for one in changes if one.kind is kind] for kind in ChangeKind}
    assert [one.line for one in by_kind[ChangeKind.WITHDRAWN]] == [GONE]
    assert len(by_kind[ChangeKind.ADDED]) == 1
    fields = {one.line: {field.field for field in one.fields} for one in changes}
    assert {Field.OUTSTANDING, Field.VALIDATED, Field.REMARKS} == fields[SHRUNK]
    assert {Field.UNIT_PRICE, Field.PRICE_DAY} == fields[DEARER]
    assert len(changes) == 4


def test_no_two_lines_share_a_name_a_rank_or_an_identity() -> None:
    for field in ("name", "name_uk", "rank", "id", "number"):
        values = [getattr(line, field) for line in NEXT.lines]
        assert len(set(values)) == len(values)
