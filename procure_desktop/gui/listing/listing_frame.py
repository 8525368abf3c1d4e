"""What a page with a list is made of: its words, its states, its facets, and what it says while it is empty."""

from dataclasses import dataclass

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.officer import Role
from procure_desktop.gui.parts.facet_box import Facet


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page with a list is: its marked words, its states in their order, its facets, its empty state.

    Whoever has none of `empty_roles` is told `empty_otherwise`, and is offered no button.
    """

    title: str
    listing: Listing
    count: tuple[str, str]
    states: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    empty: str = ""
    empty_sentence: str = ""
    empty_action: str = ""
    empty_roles: frozenset[Role] = frozenset(Role)
    empty_otherwise: str = ""
    hint: str = ""
