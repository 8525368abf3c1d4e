"""When an officer left; nobody has, in an office that is there already."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; what was there stays."""
    op.add_column("officer", sa.Column("left_at", sa.Text(), nullable=True))
