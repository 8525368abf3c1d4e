"""The tables of the lists: releases, their packages, lines as they are now, and what lines were before."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.request_list import Approval, Capability, Colour, Source
from procure_desktop.store.columns import Day, Flag, Json, Moment, Whole
from procure_desktop.store.constraints import flag, metadata, one_of


def _content() -> tuple[Column[object], ...]:
    """What a list says of a line, apart from its identity; NULL is what a list does not state."""
    return (
        Column("number", Integer, nullable=False),
        Column("rank", Integer, nullable=False),
        Column("package", Text, nullable=False),
        Column("capability", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("name_uk", Text, nullable=False),
        Column("nsn", Text, nullable=False),
        Column("nsn_verified", Flag, nullable=False),
        Column("unit", Text, nullable=False),
        Column("required", Integer, nullable=False),
        Column("validated", Integer, nullable=False),
        Column("funded", Integer, nullable=False),
        Column("donated", Integer, nullable=False),
        Column("delivered", Integer, nullable=False),
        Column("issued_outstanding", Integer, nullable=False),
        Column("unit_price", Whole, nullable=False),
        Column("price_basis", Text, nullable=False),
        Column("price_day", Day, nullable=False),
        Column("priority", Integer, nullable=False),
        Column("required_by", Day),
        Column("urgent", Flag, nullable=False),
        Column("colour", Text),
        Column("us_quantity", Integer),
        Column("us_source", Text),
        Column("lead_months", Integer),
        Column("substitutes", Json, nullable=False),
        Column("controls", Json, nullable=False),
        Column("stamps", Json, nullable=False),
        Column("marking", Text, nullable=False),
        Column("remarks", Text, nullable=False),
    )


def _derived() -> tuple[Column[object], ...]:
    """What is computed of the content once, to be found and ordered by."""
    return (
        Column("releasable", Flag, nullable=False),
        Column("sort_name", Text, nullable=False),
        Column("sort_name_uk", Text, nullable=False),
    )


CONTENT = tuple(column.name for column in _content())
DERIVED = tuple(column.name for column in _derived())

STATE = (
    "CASE WHEN withdrawn THEN 'withdrawn' WHEN unapproved THEN 'unapproved'"
    " WHEN NOT releasable THEN 'awaiting US release'"
    " WHEN outstanding <= 0 OR outstanding_usd <= 0 THEN 'closed' ELSE 'open' END"
)
UNSTATED = "not stated"
"""What stands for a value that a list does not state."""

STOCK = f"coalesce(colour, '{UNSTATED}')"
TALLIED = ("serial", "package", "capability", "stock", "urgent", "state")
"""What lines are counted by."""
_ORDERED = (
    "number",
    "priority",
    "outstanding",
    "unit_price",
    "outstanding_usd",
    "required_by",
    "withdrawn",
)

# `file` is NULL for a file too large to keep: its hash still names it.
list_release = Table(
    "list_release",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("serial", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("issued", Day, nullable=False),
    Column("expires", Day),
    Column("marking", Text, nullable=False),
    Column("illustrative", Flag, nullable=False),
    Column("approval", Text, nullable=False, server_default=Approval.RELEASED),
    Column("line_count", Integer, nullable=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("file", LargeBinary),
    Column("imported_at", Moment, nullable=False),
    Column("imported_by", ForeignKey("officer.id"), nullable=False),
    UniqueConstraint("serial", "version"),
    one_of("marking", Marking),
    one_of("approval", Approval),
    flag("illustrative"),
    sqlite_strict=True,
)

package = Table(
    "package",
    metadata,
    Column("release_id", ForeignKey(list_release.c.id), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("target_usd", Whole, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_strict=True,
)

# `release_id` is the last release that carried the line, `since_id` the one in which its present content (or
# its withdrawal) first came. `outstanding` and `outstanding_usd` are running totals: what the release says is
# outstanding, less what this office holds by commitments and donations that the release does not count yet.
line = Table(
    "line",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("release_id", ForeignKey(list_release.c.id), nullable=False),
    Column("since_id", ForeignKey(list_release.c.id), nullable=False),
    Column("serial", Text, nullable=False),
    *_content(),
    *_derived(),
    Column("withdrawn", Flag, nullable=False, server_default="0"),
    Column("unapproved", Flag, nullable=False, server_default="0"),
    Column("outstanding", Integer, nullable=False),
    Column("outstanding_usd", Whole, nullable=False),
    Column("state", Text, Computed(STATE, persisted=False)),
    Column("stock", Text, Computed(STOCK, persisted=False)),
    CheckConstraint("unit_price > 0", name="unit_price"),
    CheckConstraint("priority BETWEEN 1 AND 15", name="priority"),
    CheckConstraint("issued_outstanding >= 0", name="issued_outstanding"),
    one_of("capability", Capability),
    one_of("colour", Colour),
    one_of("us_source", Source),
    one_of("marking", Marking),
    *(flag(name) for name in ("nsn_verified", "urgent", "releasable", "withdrawn", "unapproved")),
    Index("ix_line_since_id", "since_id"),
    # All that is filtered and ordered by without the wide rows: a first page out of a million in a millisecond.
    Index("ix_line_rank", "rank", "id", *TALLIED, *_ORDERED),
    Index("ix_line_sort_name", "sort_name", "id", *TALLIED),
    Index("ix_line_sort_name_uk", "sort_name_uk", "id", *TALLIED),
    sqlite_strict=True,
)

ORDERS = tuple(
    index
    for index in sorted(line.indexes, key=lambda index: str(index.name))
    if len(index.columns) > len(TALLIED)
)
"""The indexes that are wide: a line's worth of writing for each of them, unless they are made in one go."""

# How many lines there are of each kind, and what is outstanding of them: kept as lines change (`tallies`).
line_tally = Table(
    "line_tally",
    metadata,
    *(Column(name, Flag if name == "urgent" else Text, primary_key=True) for name in TALLIED),
    Column("lines", Integer, nullable=False),
    Column("outstanding_usd", Whole, nullable=False),
    sqlite_strict=True,
)

# What a line was from the release `from_id` until before the release `to_id`; the present stands in `line`.
line_edition = Table(
    "line_edition",
    metadata,
    Column("line_id", ForeignKey(line.c.id), primary_key=True),
    Column("from_id", ForeignKey(list_release.c.id), primary_key=True),
    Column("to_id", ForeignKey(list_release.c.id), nullable=False),
    Column("withdrawn", Flag, nullable=False),
    *_content(),
    flag("withdrawn"),
    CheckConstraint("from_id < to_id", name="from_to"),
    Index("ix_line_edition_from_id", "from_id"),
    sqlite_strict=True,
)

# The lines of a later version while it is compared with what is stored; empty outside of an import.
line_incoming = Table(
    "line_incoming",
    metadata,
    Column("reference", Text, primary_key=True),
    *_content(),
    *_derived(),
    Column("folded", Text, nullable=False),
    Column("line_id", Integer),
    Column("changed", Flag, nullable=False, server_default="1"),
    sqlite_strict=True,
)
