"""Offices to measure with, made once and kept below the folder that is named on the command line."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks.lines import PACKAGES, make_lines
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.request_list import Approval, Line, ListHeader
from procure_desktop.services.create_office import create_office
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import open_office
from procure_desktop.store.lists import ListFile, begin_list, finish_list, put_lines

OFFICER, PASSPHRASE = "Administrator", "a passphrase to measure with"
PROFILE = OfficeProfile(
    nation="XDM",
    ministry="Measured Ministry",
    unit="Measured Unit",
    address="1 Example Street",
    highest_marking=Marking.NATO_UNCLASSIFIED,
    demo=True,
)


def office_of(folder: Path, lines: int) -> Path:
    """The folder of an office with a list of so many lines."""
    path = folder / f"{lines}.office"
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        office = create_office(unfinished, PROFILE, OFFICER, PASSPHRASE)
        store_lines(office, make_lines(lines))
        office.close()
        unfinished.rename(path)
    return path


def opened(path: Path) -> Office:
    """The office as its officer opens it."""
    return open_office(path, OFFICER, PASSPHRASE)


def store_lines(office: Office, lines: Iterable[Line], version: int = 1) -> None:
    """Store one version of a list straight into the store."""
    header = ListHeader(
        serial="BENCH",
        version=version,
        issuer="ILLUSTRATIVE",
        issued=date(2026, 6, 1),
        marking=Marking.NATO_UNCLASSIFIED,
        illustrative=True,
        counted=(),
        packages=PACKAGES,
    )
    file = ListFile(None, f"measured {version}", None, Approval.RELEASED)
    with office.database.transaction() as tx:
        begun = begin_list(tx, header, file, office.officer.id, office.now())
        put_lines(tx, begun, lines)
        finish_list(tx, begun)
