import pytest

from procure_desktop.domain.errors import MarkingTooHighError, RoleMissingError
from procure_desktop.domain.handling import Marking
from procure_desktop.services.change_settings import set_highest_marking
from procure_desktop.services.import_release import import_release, preview_release
from procure_desktop.services.office import Office
from tests.office_factory import Place, make_list
from tests.services.conftest import Unchanged


def test_the_administrator_sets_the_highest_marking(
    administrator: Office, preparer: Office
) -> None:
    set_highest_marking(administrator, Marking.NATO_RESTRICTED)
    assert preparer.profile.highest_marking == Marking.NATO_RESTRICTED


def test_nobody_else_does(preparer: Office, authoriser: Office, auditor: Office) -> None:
    for office in (preparer, authoriser, auditor):
        with pytest.raises(RoleMissingError):
            set_highest_marking(office, Marking.NATO_SECRET)


def test_a_list_marked_above_it_stays_outside(
    place: Place, administrator: Office, preparer: Office, unchanged: Unchanged
) -> None:
    set_highest_marking(administrator, Marking.UNMARKED)
    release = place.publish(make_list(2))
    for use in (preview_release, import_release):
        with unchanged(preparer), pytest.raises(MarkingTooHighError) as refused:
            use(preparer, release)
        assert refused.value.highest == Marking.UNMARKED
    set_highest_marking(administrator, Marking.NATO_UNCLASSIFIED)
    import_release(preparer, release)
