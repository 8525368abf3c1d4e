"""What the wizard has gathered so far; it outlives the pages, which are made anew in another language."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import USUAL, OfficeSettings
from procure_desktop.language import spoken, tr
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.services.found_office import Founding
from procure_desktop.services.passphrases import suggest_passphrase
from procure_desktop.services.recovery_key import RecoveryKey, new_recovery_key
from procure_desktop.wording.nations import nation_of_region


class Beginning(Enum):
    """How the first day begins."""

    NEW = "new"
    DEMO = "demo"
    OPEN = "open"
    RESTORE = "restore"


@dataclass
class Plan:
    """Empty texts stand for the usual ones, which depend on the language that is spoken."""

    nation: str = ""
    ministry: str = ""
    unit: str = ""
    address: str = ""
    marking: Marking = Marking.NATO_UNCLASSIFIED
    logo: bytes = b""
    beginning: Beginning = Beginning.NEW
    officers: tuple[NewOfficer, ...] = ()
    folder: str = ""
    backups: str | None = None
    generated: str = field(default_factory=suggest_passphrase, repr=False)
    recovery: RecoveryKey = field(default_factory=new_recovery_key)
    recovery_later: bool = False

    @property
    def profile(self) -> OfficeProfile:
        """Who the office is."""
        return OfficeProfile(
            self.nation or usual_nation(),
            self.ministry or tr("Ministry of Defence"),
            self.unit or tr("Procurement office"),
            self.address,
            self.marking,
            demo=False,
        )

    @property
    def alone(self) -> bool:
        """Whether no officer was named: an administrator begins, with the generated passphrase."""
        return not self.officers

    @property
    def staff(self) -> tuple[NewOfficer, ...]:
        """Who the office begins with."""
        if self.officers:
            return self.officers
        name = tr("Administrator")
        return (NewOfficer(name, frozenset({Role.ADMINISTRATOR}), self.generated),)

    @property
    def place(self) -> Path:
        """Where the office is to lie."""
        return Path(self.folder).expanduser() if self.folder else usual_place(self)

    @property
    def settings(self) -> OfficeSettings:
        """What is set for everybody in the office."""
        kept = self.backups or USUAL.backup_folder
        return OfficeSettings(spoken().code, USUAL.idle_minutes, kept, self.logo)

    @property
    def founding(self) -> Founding:
        """All that is made in one go."""
        recovery = None if self.recovery_later else self.recovery
        return Founding(self.place, self.profile, self.staff, self.settings, recovery)


def usual_nation() -> str:
    """The nation of the region whose figures are read."""
    return nation_of_region(spoken().locale[-2:])


def usual_place(plan: Plan) -> Path:
    """A folder of its own below the home folder that nothing stands at yet."""
    home, name = Path.home() / "Procure offices", plan.profile.nation.lower()
    if plan.beginning is Beginning.DEMO:
        name = "demo"
    ending = "" if plan.beginning is Beginning.DEMO else ".office"
    names = (f"{name}{number}{ending}" for number in ("", *range(2, 1000)))
    return next(home / one for one in names if not (home / one).exists())
