"""When an action can be used: by the page, the officer's roles and the selected rows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import RecordKind
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settling import EffectState, Remedy, may_take, steps_left
from procure_desktop.language import marked

if TYPE_CHECKING:
    # What shows rows needs the database's libraries; the sign-in page must not wait for them.
    from procure_desktop.gui.tables.columns import Row


class Place(Enum):
    """The pages of the rail: (name of the action, text, icon)."""

    HOME = ("home", marked("Home"), "home")
    LINES = ("request-lists", marked("Request lists"), "list")
    VERSIONS = ("versions", marked("Versions"), "compare")
    EFFECTS = ("effects", marked("Effects on us"), "effect")
    COMMITMENTS = ("commitments", marked("Commitments"), "commitment")
    STOCK = ("stock-and-donations", marked("Stock && donations"), "stock")
    DOCUMENTS = ("documents", marked("Documents"), "document")
    JOURNAL = ("journal", marked("Journal"), "journal")


@dataclass(frozen=True, slots=True)
class Standing:
    """What an action's rule looks at: the page, the officer, and the selected rows."""

    place: Place
    officer: str
    roles: frozenset[Role]
    rows: "tuple[Row, ...]" = ()

    @property
    def only(self) -> "Row | None":
        """The selected row, when it is one alone."""
        return self.rows[0] if len(self.rows) == 1 else None


Rule = Callable[[Standing], bool]


def always(_standing: Standing) -> bool:
    """Whatever the page and the officer."""
    return True


def on_list(standing: Standing) -> bool:
    """On a page with a list."""
    return standing.place is not Place.HOME


def prepares(standing: Standing) -> bool:
    """For a preparer."""
    return Role.PREPARER in standing.roles


def administers(standing: Standing) -> bool:
    """For an administrator."""
    return Role.ADMINISTRATOR in standing.roles


def imports(standing: Standing) -> bool:
    """For everybody who does not only read."""
    return bool(standing.roles - {Role.AUDITOR})


def attests(standing: Standing) -> bool:
    """For a preparer or an authoriser."""
    return bool(standing.roles & {Role.PREPARER, Role.AUTHORISER})


def on_open_lines(standing: Standing) -> bool:
    """For a preparer who selected lines that are all open."""
    on_lines = standing.place is Place.LINES and bool(standing.rows)
    return prepares(standing) and on_lines and all(row["state"] == "open" for row in standing.rows)


def on_urgent_line(standing: Standing) -> bool:
    """For a preparer on one urgent line; on the page of donations the line is chosen first."""
    if standing.place is Place.STOCK:
        return prepares(standing)
    row = standing.only
    if standing.place is not Place.LINES or row is None:
        return False
    return prepares(standing) and bool(row["urgent"]) and not row["withdrawn"]


def in_state(standing: Standing, *states: str) -> "Row | None":
    """The one selected commitment, where it is in one of the states."""
    row = standing.only
    if standing.place is not Place.COMMITMENTS or row is None or row["state"] not in states:
        return None
    return row


def own_draft(standing: Standing) -> bool:
    """For the preparer of the one selected draft."""
    row = in_state(standing, "draft", "returned")
    return row is not None and row["prepared_by"] == standing.officer and prepares(standing)


def another_submitted(standing: Standing) -> bool:
    """For an authoriser, on the one selected commitment that another officer submitted."""
    row = in_state(standing, "submitted")
    authorises = Role.AUTHORISER in standing.roles
    return row is not None and row["prepared_by"] != standing.officer and authorises


def remedy(remedy: Remedy) -> Rule:
    """Whether the one selected effect leaves a step that this officer may take."""

    def rule(standing: Standing) -> bool:
        row = standing.only
        if standing.place is not Place.EFFECTS or row is None:
            return False
        if remedy not in steps_left(RecordKind(row["record"]), EffectState(row["state"])):
            return False
        own = row["prepared_by"] == standing.officer
        return may_take(remedy, record_state(row), standing.roles, own=own)

    return rule


def record_state(row: "Row") -> DocumentState | DonationState:
    """Return the state of the record that an effect's row is about."""
    if row["record"] == RecordKind.COMMITMENT:
        return DocumentState(row["record_state"])
    return DonationState(row["record_state"])


def withdrawable(standing: Standing) -> bool:
    """For whoever may withdraw the one selected commitment, or that of the selected effect."""
    if standing.place is Place.EFFECTS:
        return remedy(Remedy.WITHDRAW)(standing)
    own = in_state(standing, "draft", "returned", "submitted")
    if own is not None:
        return bool(own["prepared_by"] == standing.officer)
    row = in_state(standing, "authorised")
    authorises = Role.AUTHORISER in standing.roles
    return row is not None and authorises and row["prepared_by"] != standing.officer


def shows_document(standing: Standing) -> bool:
    """On one record that has pages to show, a draft's too."""
    return standing.place in {Place.COMMITMENTS, Place.DOCUMENTS} and standing.only is not None


def has_document(standing: Standing) -> bool:
    """On one record whose document is frozen."""
    row = standing.only
    return shows_document(standing) and row is not None and row["state"] != "draft"
