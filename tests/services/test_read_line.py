import pytest

from procure_desktop.domain.errors import LineUnknownError
from procure_desktop.domain.request_list import LineId
from procure_desktop.services.office import Office
from procure_desktop.services.read_line import read_line
from tests.office_factory import GREEN, Place, make_list, submit


def test_a_line_with_all_that_the_office_knows(place: Place, preparer: Office) -> None:
    submit(preparer, place, quantity=3)
    view = read_line(preparer, GREEN)
    assert view.line == make_list().lines[0]
    assert view.package == make_list().packages[0]
    assert (view.edition.version, view.withdrawn) == (1, False)
    assert view.outstanding.quantity == 97


def test_an_unknown_line(preparer: Office) -> None:
    with pytest.raises(LineUnknownError):
        read_line(preparer, LineId("UA-9999"))
