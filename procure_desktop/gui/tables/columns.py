"""Columns on the screen: how wide each is, which stands there from the start, and which sign it carries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.donation import Basis, Condition, DonationState, Origin
from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.request_list import Capability, Colour
from procure_desktop.domain.settling import EffectState
from procure_desktop.exchange.table_file import Kind
from procure_desktop.gui.style.colours import Mark
from procure_desktop.language import tr
from procure_desktop.wording.columns import RECORDS, RecordColumn
from procure_desktop.wording.terms import heading

Row = Mapping[str, Any]
_Mark = Callable[[Row], Mark | None]

APART = "\u2002\u2060"
"""An en space that is kept at the end of a line: figures end apart from what stands right of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the row's key and the order's; `text` is what a cell says; `width` is in characters.

    It has room for its title and for every one of the words it `says`, whatever language they are in.
    The one that is `wide` takes the room that the others leave; one that is `spare` is left out while
    there is no room for it, as the details say it too; one that is not `usual` is shown when it is chosen.
    """

    record: RecordColumn
    key: str
    title: str
    width: int
    text: Callable[[Row], str]
    right: bool = False
    mark: _Mark | None = None
    wide: bool = False
    spare: bool = False
    usual: bool = True
    says: Callable[[], tuple[str, ...]] = tuple

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a cell: the title goes first, as cells are met out of order."""
        return f"{tr(self.title)}: {self.text(row) or tr('none')}"


@dataclass(frozen=True, slots=True)
class _Shape:
    width: int
    wide: bool = False
    spare: bool = False
    usual: bool = True
    says: Callable[[], tuple[str, ...]] = tuple


def _wide(width: int) -> _Shape:
    return _Shape(width, wide=True)


def _spare(width: int) -> _Shape:
    return _Shape(width, spare=True)


def _of(*values: str, width: int = 0, spare: bool = False) -> _Shape:
    """A column of terms: as wide as the longest."""
    return _Shape(width, spare=spare, says=lambda: tuple(heading(value) for value in values))


def _urgencies() -> tuple[str, ...]:
    return tuple(f"00 {word}" for word in (tr("Urgent"), tr("Routine")))


def _more(width: int) -> _Shape:
    return _Shape(width, usual=False)


_SHAPES: Mapping[Listing, Mapping[str, _Shape]] = {
    Listing.LINES: {
        "number": _Shape(4),
        "name": _wide(20),
        "capability": _of(*Capability, spare=True),
        "priority": _Shape(10, says=_urgencies),
        "availability": _of(*Colour),
        "package": _spare(6),
        "outstanding": _Shape(9),
        "unit_price": _spare(14),
        "outstanding_usd": _Shape(16),
        "required_by": _spare(10),
        "state": _of("open", "unapproved", "awaiting US release", "closed", spare=True),
        "name_uk": _more(24),
        "nsn": _more(16),
        "required": _more(9),
        "rank": _more(5),
        "line": _more(10),
        "list": _more(14),
        "marking": _more(18),
    },
    Listing.COMMITMENTS: {
        "number": _Shape(12),
        "state": _of(*DocumentState),
        "first_line": _wide(16),
        "national": _Shape(15),
        "usd": _Shape(15),
        "prepared_by": _Shape(10),
        "authorised_by": _spare(11),
        "touched": _of("touched", "untouched", spare=True),
        "budget_line": _spare(18),
        "changed_at": _spare(18),
        "version": _more(7),
        "reason": _more(24),
    },
    Listing.DONATIONS: {
        "number": _Shape(14),
        "state": _of(*DonationState),
        "name": _wide(20),
        "quantity": _Shape(8),
        "quoted": _Shape(14),
        "quoted_basis": _of(*Basis, spare=True),
        "depot": _spare(16),
        "condition": _of(*Condition, spare=True),
        "origin": _of(*Origin, spare=True),
        "logged_by": _spare(14),
        "logged_on": _spare(10),
        "line": _more(12),
    },
    Listing.DOCUMENTS: {
        "number": _Shape(12),
        "version": _Shape(7),
        "state": _of("signed", "in review", "returned", "withdrawn"),
        "prepared_by": _wide(12),
        "authorised_by": _Shape(12),
        "frozen_at": _Shape(18),
        "sha256": _Shape(12),
    },
    Listing.JOURNAL: {
        "id": _Shape(6),
        "at": _Shape(18),
        "officer": _Shape(13),
        "action": _Shape(19),
        "subject": _wide(14),
        "sha256": _Shape(12),
    },
    Listing.RELEASES: {
        "serial": _wide(18),
        "version": _Shape(8),
        "issued": _Shape(10),
        "expires": _Shape(10),
        "lines": _Shape(7),
        "imported_at": _Shape(18),
        "sha256": _Shape(12),
        "illustrative": _more(9),
    },
    Listing.EFFECTS: {
        "number": _Shape(14),
        "record_state": _of(*DocumentState, *DonationState, spare=True),
        "line_number": _Shape(4),
        "name": _wide(14),
        "kind": _of(*EffectKind),
        "over_quantity": _Shape(8),
        "state": _of(*EffectState),
        "over_usd": _spare(16),
        "list": _spare(14),
        "version": _spare(7),
        "prepared_by": _spare(10),
        "imported_at": _spare(18),
    },
    Listing.OFFICERS: {
        "name": _Shape(24),
        "roles": _Shape(26),
        "certificate": _wide(34),
        "until": _Shape(10),
    },
}

_COLOURS = {"green": Mark.GREEN, "yellow": Mark.YELLOW, "red": Mark.RED}
_STATES = {
    "draft": Mark.DRAFT,
    "submitted": Mark.WAITING,
    "in review": Mark.WAITING,
    "returned": Mark.STOPPED,
    "authorised": Mark.DONE,
    "signed": Mark.DONE,
    "withdrawn": Mark.STOPPED,
    "cancelled": Mark.STOPPED,
    "offered": Mark.WAITING,
    "open": Mark.DONE,
    "unapproved": Mark.WAITING,
    "awaiting US release": Mark.WAITING,
    "closed": Mark.STOPPED,
}


_DECISIONS = {
    "open": Mark.URGENT,
    "asked": Mark.WAITING,
    "replacement drafted": Mark.DRAFT,
    "accepted": Mark.DONE,
    "settled": Mark.DONE,
}
"""What signs the states of effects carry; an open one waits, where an open line is well."""


def _state_mark(row: Row) -> Mark | None:
    known = _DECISIONS if "record_state" in row else _STATES
    return known.get(row["state"])


def _record_mark(row: Row) -> Mark | None:
    return _STATES.get(row["record_state"])


def _effect_mark(row: Row) -> Mark | None:
    return Mark.URGENT if row["kind"] in {EffectKind.WITHDRAWN, EffectKind.OVER} else None


def _touched_mark(row: Row) -> Mark | None:
    return Mark.URGENT if row["touched"] == "touched" else None


def _colour_mark(row: Row) -> Mark | None:
    return _COLOURS.get(row["availability"])


def _priority_mark(row: Row) -> Mark | None:
    return Mark.URGENT if row["urgent"] else None


_MARKS: Mapping[str, _Mark] = {
    "state": _state_mark,
    "availability": _colour_mark,
    "priority": _priority_mark,
    "record_state": _record_mark,
    "kind": _effect_mark,
    "touched": _touched_mark,
}
_FIGURES = frozenset({Kind.WHOLE, Kind.MONEY})


def _column(record: RecordColumn, shape: _Shape) -> Column:
    return Column(
        record,
        record.key,
        record.title,
        shape.width,
        record.text,
        right=record.kind in _FIGURES,
        mark=_MARKS.get(record.key),
        wide=shape.wide,
        spare=shape.spare,
        usual=shape.usual,
        says=shape.says,
    )


COLUMNS: dict[Listing, tuple[Column, ...]] = {
    listing: tuple(_column(record, _SHAPES[listing][record.key]) for record in records)
    for listing, records in RECORDS.items()
}
