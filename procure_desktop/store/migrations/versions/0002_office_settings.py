"""What an office's administrator sets: one row, with the usual values in an office that is there already."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and its row."""
    table = op.create_table(
        "office_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("idle_minutes", sa.Integer(), nullable=False),
        sa.Column("backup_folder", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_office_setting_one")),
        sa.CheckConstraint(
            "idle_minutes BETWEEN 1 AND 60", name=op.f("ck_office_setting_idle_minutes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_setting")),
        sqlite_strict=True,
    )
    usual = {"id": 1, "language": "en", "idle_minutes": 5, "backup_folder": "", "logo": b""}
    op.bulk_insert(table, [usual])
