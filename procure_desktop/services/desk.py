"""The release authority's desk: its keys and root, and the releases it signs. Needs no office."""

from datetime import date, timedelta
from pathlib import Path

from procure_desktop.exchange.key_rotation import RotatedKey, rotate_key
from procure_desktop.exchange.release_authority import (
    DeskPaths,
    PublishedRelease,
    init_desk,
    publish_release,
)
from procure_desktop.files import read_file
from procure_desktop.services.import_release import MOST_BYTES
from procure_desktop.services.office import Clock, utc_now

DAYS = 90
"""How long a release may be committed to unless the desk says otherwise."""


def make_desk(folder: Path, passphrase: str, clock: Clock = utc_now) -> DeskPaths:
    """Make root keys, release keys and the root of trust; raises what init_desk raises."""
    return init_desk(folder, passphrase, clock())


def release_list(
    listed: Path,
    keys: Path,
    passphrase: str,
    out: Path,
    expires: date | None = None,
    clock: Clock = utc_now,
) -> PublishedRelease:
    """Check a list and sign it into a release; raises what publish_release raises."""
    now = clock()
    last_day = expires or now.date() + timedelta(days=DAYS)
    return publish_release(read_file(listed, MOST_BYTES), keys, passphrase, out, now, last_day)


def replace_key(folder: Path, lost: str, passphrase: str, clock: Clock = utc_now) -> RotatedKey:
    """Rotate a lost or stolen key out of the authority's root; raises what rotate_key raises."""
    return rotate_key(folder, lost, passphrase, clock())
