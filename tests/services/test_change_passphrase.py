import pytest

from procure_desktop.domain.errors import WeakPassphraseError, WrongPassphraseError
from procure_desktop.services.change_passphrase import change_passphrase
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import open_office
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import AUDITOR, PASSPHRASE, PREPARER, Place
from tests.services.conftest import Unchanged

NEW = "another long passphrase"


def test_the_new_passphrase_opens_and_the_old_one_no_longer(place: Place, preparer: Office) -> None:
    change_passphrase(preparer, PASSPHRASE, NEW)
    with pytest.raises(WrongPassphraseError):
        open_office(place.office, PREPARER, PASSPHRASE)
    office = open_office(place.office, PREPARER, NEW)
    verify_journal(office)
    office.close()


def test_the_others_keep_theirs(place: Place, preparer: Office) -> None:
    change_passphrase(preparer, PASSPHRASE, NEW)
    open_office(place.office, AUDITOR, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [("not this one", NEW, WrongPassphraseError), (PASSPHRASE, "short", WeakPassphraseError)],
)
def test_a_refused_change_changes_nothing(
    preparer: Office, unchanged: Unchanged, old: str, new: str, refusal: type[Exception]
) -> None:
    with unchanged(preparer), pytest.raises(refusal):
        change_passphrase(preparer, old, new)
