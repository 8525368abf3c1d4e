"""The tables; those of the lists stand in `list_tables`. Money is in minor units.

What the engine alone can enforce stands in `guards`.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from procure_desktop.domain.commitment import DocumentState, MoneySource
from procure_desktop.domain.donation import Basis, Condition, DonationState, Origin
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import LEAST_IDLE, MOST_IDLE
from procure_desktop.store import (
    attestation_tables,
    constraints,
    effect_tables,  # noqa: F401 (its tables are the office's too)
)
from procure_desktop.store.columns import Day, Figure, Flag, Json, Moment, Whole
from procure_desktop.store.constraints import flag, one_of
from procure_desktop.store.list_tables import line

metadata = constraints.metadata
attestation, letter = attestation_tables.attestation, attestation_tables.letter

office = Table(
    "office",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False),
    Column("nation", Text, nullable=False),
    Column("ministry", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("highest_marking", Text, nullable=False),
    Column("demo", Flag, nullable=False),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("id = 1", name="one"),
    one_of("highest_marking", Marking),
    flag("demo"),
    sqlite_strict=True,
)

office_setting = Table(
    "office_setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("language", Text, nullable=False),
    Column("idle_minutes", Integer, nullable=False),
    Column("backup_folder", Text, nullable=False),
    Column("logo", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="one"),
    CheckConstraint(f"idle_minutes BETWEEN {LEAST_IDLE} AND {MOST_IDLE}", name="idle_minutes"),
    sqlite_strict=True,
)

officer = Table(
    "officer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("certificate", Text, nullable=False, server_default=""),
    Column("subject", Text, nullable=False, server_default=""),
    Column("fingerprint", Text, nullable=False, server_default=""),
    Column("certificate_until", Moment),
    Column("left_at", Moment),
    Index(
        "uq_officer_fingerprint",
        "fingerprint",
        unique=True,
        sqlite_where=Column("fingerprint") != "",
    ),
    sqlite_strict=True,
)

officer_role = Table(
    "officer_role",
    metadata,
    Column("officer_id", ForeignKey(officer.c.id), primary_key=True),
    Column("role", Text, primary_key=True),
    one_of("role", Role),
    sqlite_strict=True,
)

trust = Table(
    "trust",
    metadata,
    Column("role", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("metadata", LargeBinary),
    sqlite_strict=True,
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, unique=True),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("rate_national", Figure, nullable=False),
    Column("rate_usd", Figure, nullable=False),
    Column("rate_day", Day, nullable=False),
    Column("rate_source", Text, nullable=False),
    Column("budget_line", Text, nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("money_source", Text, nullable=False),
    Column("legal_basis", Text, nullable=False),
    Column("conditions", Text, nullable=False),
    Column("validity", Day),
    Column("marking", Text, nullable=False),
    Column("national", Whole, nullable=False),
    Column("usd", Whole, nullable=False),
    Column("prepared_by", ForeignKey(officer.c.id), nullable=False),
    Column("authorised_by", ForeignKey(officer.c.id)),
    Column("drafted_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    one_of("state", DocumentState),
    one_of("money_source", MoneySource),
    one_of("marking", Marking),
    CheckConstraint("authorised_by IS NULL OR authorised_by <> prepared_by", name="two_officers"),
    CheckConstraint("state <> 'authorised' OR authorised_by IS NOT NULL", name="authorised"),
    CheckConstraint("(number IS NULL) = (version = 0)", name="numbered"),
    CheckConstraint(
        "state NOT IN ('submitted', 'authorised', 'returned') OR number IS NOT NULL",
        name="submitted",
    ),
    CheckConstraint("national > 0 AND usd > 0", name="amounts"),
    sqlite_strict=True,
)

commitment_line = Table(
    "commitment_line",
    metadata,
    Column("commitment_id", ForeignKey(commitment.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("line_id", ForeignKey(line.c.id), nullable=False),
    Column("ordered_quantity", Integer),
    Column("ordered_amount", Whole),
    Column("ordered_currency", Text),
    Column("unit_price", Whole, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("remainder", Whole, nullable=False),
    Column("usd", Whole, nullable=False),
    Column("national", Whole, nullable=False),
    UniqueConstraint("commitment_id", "line_id"),
    CheckConstraint("(ordered_quantity IS NULL) <> (ordered_amount IS NULL)", name="one_order"),
    CheckConstraint("usd = quantity * unit_price + remainder", name="usd"),
    CheckConstraint(
        "usd > 0 AND national > 0 AND quantity >= 0 AND remainder >= 0", name="amounts"
    ),
    Index("ix_commitment_line_line_id", "line_id"),
    sqlite_strict=True,
)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commitment_id", ForeignKey(commitment.c.id), nullable=False),
    Column("version", Integer, nullable=False),
    Column("unsigned", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("record_sha256", Text, nullable=False),
    Column("prepared_fingerprint", Text, nullable=False),
    Column("authorised_fingerprint", Text),
    Column("pdf", LargeBinary, nullable=False),
    Column("frozen_at", Moment, nullable=False),
    Column("authorised_at", Moment),
    UniqueConstraint("commitment_id", "version"),
    CheckConstraint(
        "(authorised_fingerprint IS NULL) = (authorised_at IS NULL)", name="authorised"
    ),
    CheckConstraint("authorised_fingerprint <> prepared_fingerprint", name="two_signers"),
    sqlite_strict=True,
)

donation = Table(
    "donation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("line_id", ForeignKey(line.c.id), nullable=False),
    Column("depot", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("condition", Text, nullable=False),
    Column("serials", Json, nullable=False),
    Column("origin", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("acquisition", Whole),
    Column("net_book", Whole),
    Column("like_replacement", Whole),
    Column("new_replacement", Whole),
    Column("quoted_basis", Text, nullable=False),
    Column("valued_on", Day, nullable=False),
    Column("remarks", Text, nullable=False),
    Column("logged_by", ForeignKey(officer.c.id), nullable=False),
    Column("logged_at", Moment, nullable=False),
    one_of("state", DonationState),
    one_of("condition", Condition),
    one_of("origin", Origin),
    one_of("quoted_basis", Basis),
    CheckConstraint("quantity > 0", name="quantity"),
    sqlite_strict=True,
)

hold = Table(
    "hold",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("line_id", ForeignKey(line.c.id), nullable=False),
    Column("commitment_id", ForeignKey(commitment.c.id)),
    Column("donation_id", ForeignKey(donation.c.id)),
    Column("quantity", Integer, nullable=False),
    Column("remainder", Whole, nullable=False),
    Column("active", Flag, nullable=False),
    Column("counted", Flag, nullable=False, server_default="0"),
    CheckConstraint("(commitment_id IS NULL) <> (donation_id IS NULL)", name="one_holder"),
    CheckConstraint(
        "quantity >= 0 AND remainder >= 0 AND quantity + remainder > 0", name="amounts"
    ),
    flag("active"),
    flag("counted"),
    Index("ix_hold_line_id", "line_id", "active", "counted"),
    sqlite_strict=True,
)

number_series = Table(
    "number_series",
    metadata,
    Column("series", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    CheckConstraint("last > 0", name="last"),
    sqlite_strict=True,
)

announcement = Table(
    "announcement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", Json, nullable=False),
    sqlite_strict=True,
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("officer", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("previous", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Index("ix_journal_subject", "subject", "number"),
    sqlite_strict=True,
)

saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("officer_id", ForeignKey(officer.c.id), nullable=False),
    Column("listing", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("shared", Flag, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("officer_id", "listing", "name"),
    flag("shared"),
    sqlite_strict=True,
)

last_arrangement = Table(
    "last_arrangement",
    metadata,
    Column("officer_id", ForeignKey(officer.c.id), primary_key=True),
    Column("listing", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)

unfinished_form = Table(
    "unfinished_form",
    metadata,
    Column("officer_id", ForeignKey(officer.c.id), primary_key=True),
    Column("form", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("typed_at", Moment, nullable=False),
    sqlite_strict=True,
)

visit = Table(
    "visit",
    metadata,
    Column("officer_id", ForeignKey(officer.c.id), primary_key=True),
    Column("target", Text, primary_key=True),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)
