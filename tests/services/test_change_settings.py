import pytest

from procure_desktop.domain.errors import EmptyTextError, MarkingTooHighError, RoleMissingError
from procure_desktop.domain.handling import Marking
from procure_desktop.services.change_settings import change_letterhead, set_highest_marking
from procure_desktop.services.import_release import import_release, preview_release
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import office_title, open_office
from tests.office_factory import AUDITOR, PASSPHRASE, Place, make_list
from tests.services.conftest import Unchanged


def test_the_administrator_sets_the_highest_marking(
    administrator: Office, preparer: Office
) -> None:
    set_highest_marking(administrator, Marking.NATO_RESTRICTED)
    assert preparer.profile.highest_marking == Marking.NATO_RESTRICTED


def test_the_letterhead_changes_here_and_before_sign_in(
    place: Place, administrator: Office, preparer: Office
) -> None:
    changed = change_letterhead(administrator, " New Ministry ", "New Unit", "2 Test Street")
    assert (changed.ministry, changed.nation) == ("New Ministry", "NLD")
    assert preparer.profile == changed
    title = office_title(place.office)
    assert (title.ministry, title.unit) == ("New Ministry", "New Unit")
    open_office(place.office, AUDITOR, PASSPHRASE).close()


def test_a_letterhead_that_is_set_already_is_no_change(
    administrator: Office, unchanged: Unchanged
) -> None:
    profile = administrator.profile
    with unchanged(administrator):
        change_letterhead(administrator, profile.ministry, profile.unit, profile.address)


def test_a_letterhead_that_cannot_be_printed_is_refused(
    administrator: Office, preparer: Office, unchanged: Unchanged
) -> None:
    with unchanged(administrator), pytest.raises(EmptyTextError):
        change_letterhead(administrator, " ", "Unit", "")
    with unchanged(administrator), pytest.raises(RoleMissingError):
        change_letterhead(preparer, "Ministry", "Unit", "")


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
