"""Who the office is: what its letterhead says and how carefully it may hold things."""

import re
from dataclasses import dataclass

from procure_desktop.domain.errors import NationFormError
from procure_desktop.domain.handling import Marking

_NATION = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """`nation` is an ISO 3166-1 alpha-3 code; `demo` marks an office that holds only illustrative data.

    `identity` is a random name that no other office has, given when the office is made.
    """

    nation: str
    ministry: str
    unit: str
    address: str
    highest_marking: Marking
    demo: bool
    identity: str = ""


def check_nation(code: str) -> None:
    """Refuse anything but three capital ASCII letters."""
    if _NATION.fullmatch(code) is None:
        raise NationFormError(text=code)
