"""What an office's administrator sets once for everybody in it."""

from dataclasses import dataclass

from procure_desktop.domain.errors import IdleTimeError

LEAST_IDLE, MOST_IDLE = 1, 60
"""Minutes without a key or a click after which the window may lock itself: least and most."""


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """`language` is the ISO 639-1 code of the documents' first language, the other being English.

    `idle_minutes` is how long the window may lie untouched before it locks. `backup_folder` is where the daily
    backups go, empty for none. `logo` is a PNG for the letterhead, empty for none.
    """

    language: str = "en"
    idle_minutes: int = 5
    backup_folder: str = ""
    logo: bytes = b""


USUAL = OfficeSettings()
"""What holds until the administrator sets something else."""


def check_idle_time(minutes: int) -> None:
    """Refuse a time that would lock people out at work, or never."""
    if not LEAST_IDLE <= minutes <= MOST_IDLE:
        raise IdleTimeError(minutes=minutes, least=LEAST_IDLE, most=MOST_IDLE)
