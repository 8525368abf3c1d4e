import pytest

from procure_desktop.domain.errors import MarkingTooHighError
from procure_desktop.domain.handling import Marking, check_marking, highest_of


def test_markings_are_ordered_by_care() -> None:
    assert [marking.level for marking in Marking] == [0, 1, 2, 3, 4]
    assert highest_of([Marking.NATO_UNCLASSIFIED, Marking.NATO_SECRET, Marking.UNMARKED]) == (
        Marking.NATO_SECRET
    )
    assert highest_of([]) == Marking.UNMARKED


@pytest.mark.parametrize("marking", list(Marking))
@pytest.mark.parametrize("highest", list(Marking))
def test_what_is_marked_above_the_highest_is_refused(marking: Marking, highest: Marking) -> None:
    if marking.level <= highest.level:
        check_marking(marking, highest)
        return
    with pytest.raises(MarkingTooHighError):
        check_marking(marking, highest)
