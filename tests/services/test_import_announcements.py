import pytest

from procure_desktop.domain.errors import RoleMissingError
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.import_announcements import import_announcements
from procure_desktop.services.office import Office
from tests.services.conftest import Unchanged


def test_the_announcements_are_taken_in_and_journaled(preparer: Office) -> None:
    count = import_announcements(preparer)
    assert count > 30
    entry = read_rows(preparer, Listing.JOURNAL, list_ids(preparer, Query(Listing.JOURNAL)))[0]
    assert entry["action"] == "announcements imported"


def test_who_only_reads_or_authorises_takes_in_none(
    auditor: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    for office in (auditor, authoriser):
        with unchanged(office), pytest.raises(RoleMissingError):
            import_announcements(office)
