"""What the one field for everything leads to: actions, pages, views and records, each with its words."""

from dataclasses import dataclass, field
from enum import Enum

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.matching import match
from procure_desktop.domain.saved_view import SavedView
from procure_desktop.gui.desk.action_reasons import why_not
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.action_specs import ACTIONS, ActionSpec
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.desk.read_only_band import read_only_reason
from procure_desktop.gui.listing.usual_views import UsualView, usual_views
from procure_desktop.language import marked, tr
from procure_desktop.services.find_records import FoundRecord
from procure_desktop.services.save_view import list_views
from procure_desktop.wording.columns import RECORDS
from procure_desktop.wording.table_columns import LISTS

PLACES = {
    Listing.LINES: Place.LINES,
    Listing.COMMITMENTS: Place.COMMITMENTS,
    Listing.DONATIONS: Place.STOCK,
    Listing.DOCUMENTS: Place.DOCUMENTS,
    Listing.JOURNAL: Place.JOURNAL,
}
"""The page that shows the records of a list."""

_SAID = {
    Listing.LINES: ("name", "name_uk", "state"),
    Listing.COMMITMENTS: ("number", "first_line", "state"),
    Listing.DONATIONS: ("number", "name", "state"),
    Listing.DOCUMENTS: ("number", "state"),
    Listing.OFFICERS: ("name", "roles"),
}
_HERE = "find-anything"


class Group(Enum):
    """Where a target stands; the heading is marked."""

    RECENT = marked("Recent")
    ACTIONS = marked("Actions")
    PAGES = marked("Pages")
    VIEWS = marked("Views")
    RECORDS = marked("Records")


Goal = ActionSpec | Place | SavedView | UsualView | FoundRecord


@dataclass(frozen=True, slots=True)
class Target:
    """`key` remembers it, `text` and `detail` say it; `why` says why it cannot be gone to, where it cannot.

    `sought` is what words are matched with: the texts of the spoken language and of English.
    """

    key: str
    group: Group
    text: str
    detail: str
    goal: Goal
    why: str = ""
    sought: str = field(default="", compare=False)


def standing_targets(desk: Desk, page: Page) -> tuple[Target, ...]:
    """Return what is there without looking for it: actions as they stand on `page`, pages and views."""
    read_only = read_only_reason(desk.office)
    standing = page.standing()
    actions = []
    for spec in ACTIONS:
        if spec.name != _HERE:
            enabled = desk.actions[spec.name].isEnabled()
            why = "" if enabled else why_not(spec.name, standing, read_only)
            actions.append(_action(spec, why))
    views = list_views(desk.office).views
    usual = [view for listing in PLACES for view in usual_views(desk.office, listing)]
    return (
        *actions,
        *(_page(place) for place in Place),
        *(_usual(view) for view in usual),
        *(_view(view) for view in views if view.arrangement.query.listing in PLACES),
    )


def record_target(found: FoundRecord, officers: str = "") -> Target:
    """Return the target of a record; `officers` says why officers cannot be shown, where they cannot."""
    texts = {column.key: column.text(found.row) for column in RECORDS[found.listing]}
    first, *rest = (texts[key] for key in _SAID[found.listing])
    detail = " · ".join(part for part in (tr(LISTS[found.listing]), *rest) if part)
    why = officers if found.listing is Listing.OFFICERS else ""
    return Target(f"{found.listing.value}:{found.id}", Group.RECORDS, first, detail, found, why)


def nearest(targets: tuple[Target, ...], typed: str) -> list[Target]:
    """Return the targets that the typed words fit, the nearest first; those that can be gone to before others."""
    fits = ((match(typed, target.sought), target) for target in targets)
    known = [
        (bool(target.why), distance, target) for distance, target in fits if distance is not None
    ]
    known.sort(key=lambda fit: fit[:2])
    return [target for _, _, target in known]


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _action(spec: ActionSpec, why: str) -> Target:
    text, tip = _plain(tr(spec.text)), tr(spec.tip)
    sought = f"{text} {_plain(spec.text)} {tip}"
    keys = f"{tip} ({spec.shortcut})" if spec.shortcut else tip
    return Target(f"action:{spec.name}", Group.ACTIONS, text, why or keys, spec, why, sought)


def _page(place: Place) -> Target:
    text = _plain(tr(place.value[1]))
    sought = f"{text} {_plain(place.value[1])}"
    return Target(f"page:{place.name}", Group.PAGES, text, tr("Open the page"), place, "", sought)


def _usual(view: UsualView) -> Target:
    text, where = tr(view.name), tr(LISTS[view.query.listing])
    key = f"usual:{view.query.listing.value}:{view.name}"
    return Target(key, Group.VIEWS, text, where, view, "", f"{text} {view.name} {where}")


def _view(view: SavedView) -> Target:
    where = tr(LISTS[view.arrangement.query.listing])
    key = f"view:{view.id}"
    return Target(key, Group.VIEWS, view.name, where, view, "", f"{view.name} {where}")
