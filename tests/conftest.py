"""What every test stands on: no screen, no network, no settings of the person who runs it."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)
# A test is given its passphrases by itself alone.
os.environ.pop("PROCURE_PASSPHRASE", None)
os.environ.pop("PROCURE_KEY_PASSPHRASE", None)

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


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    _HOME.cleanup()
