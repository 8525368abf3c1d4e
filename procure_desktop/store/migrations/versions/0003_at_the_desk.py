"""What each officer keeps at the desk: saved views, the last arrangement, unfinished forms, visits."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _of_officer(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_officer_id")
    return sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=name)


def upgrade() -> None:
    """Make the four tables; nothing that was there changes."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("listing", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shared", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("shared IN (0, 1)", name=op.f("ck_saved_view_shared")),
        _of_officer("saved_view"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "officer_id", "listing", "name", name=op.f("uq_saved_view_officer_id_listing_name")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "last_arrangement",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("listing", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        _of_officer("last_arrangement"),
        sa.PrimaryKeyConstraint("officer_id", "listing", name=op.f("pk_last_arrangement")),
        sqlite_strict=True,
    )
    op.create_table(
        "unfinished_form",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("typed_at", sa.Text(), nullable=False),
        _of_officer("unfinished_form"),
        sa.PrimaryKeyConstraint("officer_id", "form", name=op.f("pk_unfinished_form")),
        sqlite_strict=True,
    )
    op.create_table(
        "visit",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        _of_officer("visit"),
        sa.PrimaryKeyConstraint("officer_id", "target", name=op.f("pk_visit")),
        sqlite_strict=True,
    )
