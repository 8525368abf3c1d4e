"""Sit down at the desk of an office in a window: one window works in it, any other one reads."""

import platform
from dataclasses import replace
from pathlib import Path

from procure_desktop.services.office import Clock, Office, utc_now
from procure_desktop.services.open_office import open_with_key
from procure_desktop.services.unlock import unlock
from procure_desktop.store.desk_lock import Holder, read_holder, take_desk
from procure_desktop.store.folder import OfficeFolder, existing_office


def open_desk(folder: Path, name: str, passphrase: str, clock: Clock = utc_now) -> Office:
    """Sign in and take the desk; where another window has it, the office is opened for reading only.

    Two windows that both write would each show what the other has changed already, and a form would be filled in
    over it. The command line takes no desk: its transactions are short, and the window notices them.
    Raises what open_office raises.
    """
    files = existing_office(folder)
    key = unlock(files, name, passphrase, clock())
    return sit_down(files, key, name, clock)


def sit_down(files: OfficeFolder, key: bytes, name: str, clock: Clock) -> Office:
    """Take the desk with the data key itself."""
    desk = take_desk(files.desk, Holder(name, platform.node(), clock()))
    if desk is None:
        office = open_with_key(files, key, name, clock, beside=True)
        return replace(office, holder=read_holder(files.desk))
    try:
        return replace(open_with_key(files, key, name, clock), desk=desk)
    except BaseException:
        desk.release()
        raise
