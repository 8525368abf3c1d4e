"""A list may leave things unsaid; letters, attestations, and how senders write their spreadsheets."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_UNSAID = ("required_by", "colour", "us_quantity", "us_source", "lead_months")


def upgrade() -> None:
    """Let a list leave out what its issuer does not know, and make the three tables."""
    for table in ("line", "line_edition", "line_incoming"):
        for column in _UNSAID:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL")
    op.create_table(
        "letter",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_letter_sha256")),
        _refers("letter", "release_id", "list_release.id"),
        _refers("letter", "added_by", "officer.id"),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_letter")),
        sqlite_strict=True,
    )
    op.create_table(
        "attestation",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("authoriser", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("authoriser IN (0, 1)", name=op.f("ck_attestation_authoriser")),
        _refers("attestation", "release_id", "letter.release_id"),
        _refers("attestation", "officer_id", "officer.id"),
        sa.PrimaryKeyConstraint("release_id", "officer_id", name=op.f("pk_attestation")),
        sqlite_strict=True,
    )
    op.create_table(
        "sender_mapping",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        _refers("sender_mapping", "changed_by", "officer.id"),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_sender_mapping")),
        sqlite_strict=True,
    )


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))
