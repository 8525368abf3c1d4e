import pytest

from procure_desktop.domain.errors import ListUnknownError
from procure_desktop.services.office import Office
from procure_desktop.store.attestations import letter_pdf, load_attestation, release_key
from tests.office_factory import SERIAL


def test_a_version_that_is_not_there_is_unknown(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        for serial, version in ((SERIAL, 9), ("NOTHING", 1)):
            with pytest.raises(ListUnknownError):
                release_key(tx, serial, version)


def test_a_signed_release_has_no_letter(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        key = release_key(tx, SERIAL, 1)
        assert load_attestation(tx, key) is None
        assert letter_pdf(tx, key) is None
