"""What every test stands on: no screen, no network, no settings of the person who runs it."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from procure_desktop.services.office import Office
    from tests.office_factory import Clock, Place

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)
# A test is given its passphrases by itself alone.
os.environ.pop("PROCURE_PASSPHRASE", None)
os.environ.pop("PROCURE_KEY_PASSPHRASE", None)
os.environ.pop("PROCURE_LANGUAGE", None)
# English is spoken unless a test asks for another language.
os.environ["LC_ALL"] = "C.UTF-8"

_HOME = tempfile.TemporaryDirectory(prefix="procure-home-")
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_HOME.name) / _name.lower())
    Path(os.environ[_name]).mkdir()

# Two busy processors make any deadline a matter of luck.
settings.register_profile("here", deadline=None)
settings.load_profile("here")


class NetworkUsedError(BaseException):
    """The program reached for the network, which it never does; no `except Exception` hides it."""


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        raise NetworkUsedError(arguments[0])
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise NetworkUsedError(arguments[1])


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def made_place(tmp_path_factory: pytest.TempPathFactory) -> "Place":
    """An office with its officers, keys and a first release; never to be changed."""
    from tests.office_factory import make_place

    return make_place(tmp_path_factory.mktemp("made"))


@pytest.fixture
def place(made_place: "Place", tmp_path: Path) -> "Place":
    """A copy of the made place for one test alone."""
    return made_place.copy(tmp_path / "place")


@pytest.fixture
def clock() -> "Clock":
    """The clock of every officer of this test; it can be put elsewhere."""
    from tests.office_factory import Clock

    return Clock()


@pytest.fixture
def administrator(place: "Place", clock: "Clock") -> "Iterator[Office]":
    with place.signed_in("Administrator", clock) as office:
        yield office


@pytest.fixture
def preparer(place: "Place", clock: "Clock") -> "Iterator[Office]":
    with place.signed_in("Preparer", clock) as office:
        yield office


@pytest.fixture
def authoriser(place: "Place", clock: "Clock") -> "Iterator[Office]":
    with place.signed_in("Authoriser", clock) as office:
        yield office


@pytest.fixture
def auditor(place: "Place", clock: "Clock") -> "Iterator[Office]":
    with place.signed_in("Auditor", clock) as office:
        yield office


@pytest.fixture
def deputy(place: "Place", clock: "Clock") -> "Iterator[Office]":
    """An officer who may prepare and authorise, though never the same commitment."""
    with place.signed_in("Deputy", clock) as office:
        yield office


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    _HOME.cleanup()
