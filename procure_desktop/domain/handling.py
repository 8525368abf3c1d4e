"""Handling markings, in the order of how much care they ask for."""

from enum import StrEnum

from procure_desktop.domain.errors import MarkingTooHighError


class Marking(StrEnum):
    """What a list, a line or a document says of how it may be handled; later members ask for more care."""

    UNMARKED = "UNMARKED"
    NATO_UNCLASSIFIED = "NATO UNCLASSIFIED"
    NATO_RESTRICTED = "NATO RESTRICTED"
    NATO_CONFIDENTIAL = "NATO CONFIDENTIAL"
    NATO_SECRET = "NATO SECRET"  # noqa: S105 (a marking, not a password)

    @property
    def level(self) -> int:
        """Place in the order, 0 for the least."""
        return _LEVELS[self]


_LEVELS = {marking: place for place, marking in enumerate(Marking)}


def check_marking(marking: Marking, highest: Marking) -> None:
    """Refuse what is marked higher than the office's administrator allowed it to hold."""
    if marking.level > highest.level:
        raise MarkingTooHighError(marking=marking, highest=highest)


def highest_of(markings: list[Marking]) -> Marking:
    """The most careful of several markings; UNMARKED for none."""
    return max(markings, key=lambda marking: marking.level, default=Marking.UNMARKED)
