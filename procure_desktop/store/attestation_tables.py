"""The tables for lists that come as spreadsheets: their letters, who attested to them, how senders write."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    LargeBinary,
    Table,
    Text,
)

from procure_desktop.store.columns import Day, Flag, Json, Moment
from procure_desktop.store.constraints import flag, metadata

letter = Table(
    "letter",
    metadata,
    Column("release_id", ForeignKey("list_release.id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("day", Day, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("added_by", ForeignKey("officer.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    sqlite_strict=True,
)

# `authoriser` says whether the officer was one when attesting.
attestation = Table(
    "attestation",
    metadata,
    Column("release_id", ForeignKey(letter.c.release_id), primary_key=True),
    Column("officer_id", ForeignKey("officer.id"), primary_key=True),
    Column("authoriser", Flag, nullable=False),
    Column("at", Moment, nullable=False),
    flag("authoriser"),
    sqlite_strict=True,
)

sender_mapping = Table(
    "sender_mapping",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("content", Json, nullable=False),
    Column("changed_by", ForeignKey("officer.id"), nullable=False),
    Column("changed_at", Moment, nullable=False),
    sqlite_strict=True,
)
