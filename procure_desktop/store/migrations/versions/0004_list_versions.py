"""Versions of lists are kept, lists can be unapproved, and names have an order of their own."""

import sqlalchemy as sa
from alembic import op

from procure_desktop.domain.text import fold, sort_key

revision = "0004"
down_revision = "0003"

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Open the release to unapproved lists, give lines their first edition and order, make the new tables."""
    _open_release()
    _extend_line()
    _index()
    op.create_table(
        "line_edition",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        *_content(),
        sa.CheckConstraint("from_id < to_id", name=op.f("ck_line_edition_from_to")),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_line_edition_withdrawn")),
        sa.ForeignKeyConstraint(
            ["from_id"], ["list_release.id"], name=op.f("fk_line_edition_from_id")
        ),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_line_edition_line_id")),
        sa.ForeignKeyConstraint(["to_id"], ["list_release.id"], name=op.f("fk_line_edition_to_id")),
        sa.PrimaryKeyConstraint("line_id", "from_id", name=op.f("pk_line_edition")),
        sqlite_strict=True,
    )
    op.create_index("ix_line_edition_from_id", "line_edition", ["from_id"], unique=False)
    _note_withdrawals()
    op.create_table(
        "line_incoming",
        sa.Column("reference", sa.Text(), nullable=False),
        *_content(),
        sa.Column("releasable", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("sort_name_uk", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=True),
        sa.Column("changed", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_line_incoming")),
        sqlite_strict=True,
    )


def _content() -> list[sa.Column[object]]:
    kinds: dict[str, sa.types.TypeEngine[int]] = {"unit_price": WHOLE}
    whole = (
        "number rank nsn_verified required validated funded donated delivered issued_outstanding priority"
        " urgent us_quantity lead_months"
    )
    kinds |= dict.fromkeys(whole.split(), sa.Integer())
    names = (
        "number rank package capability name name_uk nsn nsn_verified unit required validated funded donated"
        " delivered issued_outstanding unit_price price_basis price_day priority required_by urgent colour"
        " us_quantity us_source lead_months substitutes controls stamps marking remarks"
    )
    return [sa.Column(name, kinds.get(name, sa.Text()), nullable=False) for name in names.split()]


def _index() -> None:
    """What searching, ordering and counting a million lines takes."""
    tallied = ["serial", "package", "capability", "stock", "urgent", "state"]
    ordered = [
        "number",
        "priority",
        "outstanding",
        "unit_price",
        "outstanding_usd",
        "required_by",
        "withdrawn",
    ]
    op.execute(f"ALTER TABLE line ADD COLUMN state TEXT GENERATED ALWAYS AS ({_STATE}) VIRTUAL")
    op.execute(
        "ALTER TABLE line ADD COLUMN stock TEXT"
        " GENERATED ALWAYS AS (coalesce(colour, 'not stated')) VIRTUAL"
    )
    for name in ("ix_line_release_id", "ix_line_rank"):
        op.drop_index(name, "line")
    op.create_index("ix_line_since_id", "line", ["since_id"])
    op.create_index("ix_line_rank", "line", ["rank", "id", *tallied, *ordered])
    for name in ("sort_name", "sort_name_uk"):
        op.create_index(f"ix_line_{name}", "line", [name, "id", *tallied])
    op.create_table(
        "line_tally",
        *(
            sa.Column(name, sa.Integer() if name == "urgent" else sa.Text(), nullable=False)
            for name in tallied
        ),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("outstanding_usd", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint(*tallied, name=op.f("pk_line_tally")),
        sqlite_strict=True,
    )
    kinds = ", ".join(tallied)
    op.execute(
        f"INSERT INTO line_tally SELECT {kinds}, count(*), sum(outstanding_usd) FROM line GROUP BY {kinds}"  # noqa: S608 (our own names)
    )


_STATE = (
    "CASE WHEN withdrawn THEN 'withdrawn' WHEN unapproved THEN 'unapproved'"
    " WHEN NOT releasable THEN 'awaiting US release'"
    " WHEN outstanding <= 0 OR outstanding_usd <= 0 THEN 'closed' ELSE 'open' END"
)


def _open_release() -> None:
    """SQLite 3.53 changes a column in place: no table is made anew, so no guard and no reference is lost."""
    op.add_column(
        "list_release",
        sa.Column("approval", sa.Text(), server_default="released", nullable=False),
    )
    for change in (
        "ALTER COLUMN expires DROP NOT NULL",
        "ALTER COLUMN file DROP NOT NULL",
        "ADD CONSTRAINT ck_list_release_approval CHECK (approval IN ('released', 'unapproved', 'attested'))",
    ):
        op.execute(f"ALTER TABLE list_release {change}")


def _extend_line() -> None:
    op.add_column(
        "line",
        sa.Column("unapproved", sa.Integer(), server_default="0", nullable=False),
    )
    op.execute("ALTER TABLE line ADD CONSTRAINT ck_line_unapproved CHECK (unapproved IN (0, 1))")
    op.execute(
        "ALTER TABLE line ADD COLUMN since_id INTEGER CONSTRAINT fk_line_since_id REFERENCES list_release (id)"
    )
    for name in ("sort_name", "sort_name_uk"):
        op.add_column("line", sa.Column(name, sa.Text(), nullable=True))
    _fill_line()
    for name in ("since_id", "sort_name", "sort_name_uk"):
        op.execute(f"ALTER TABLE line ALTER COLUMN {name} SET NOT NULL")


def _note_withdrawals() -> None:
    """A withdrawn line stood on its list until the release after the last that carried it."""
    names = ", ".join(column.name for column in _content())
    op.execute(
        f"INSERT INTO line_edition (line_id, from_id, to_id, withdrawn, {names})"  # noqa: S608 (our own names)
        " SELECT id, since_id, (SELECT min(id) FROM list_release AS later WHERE later.serial = line.serial"
        f" AND later.id > release_id), 0, {names} FROM line WHERE withdrawn"
    )
    op.execute(
        "UPDATE line SET since_id = (SELECT to_id FROM line_edition WHERE line_id = line.id)"
        " WHERE withdrawn"
    )


def _fill_line() -> None:
    connection = op.get_bind()
    # Earlier contents were not kept: what a line is now is taken for what it always was.
    connection.exec_driver_sql(
        "UPDATE line SET since_id = (SELECT min(id) FROM list_release WHERE serial = line.serial)"
    )
    rows = connection.execute(
        sa.text("SELECT id, reference, name, name_uk, nsn, remarks FROM line")
    ).all()
    found = [
        (
            fold(
                f"{row.reference} {row.name} {row.name_uk} {row.nsn} {row.nsn.replace('-', '')} {row.remarks}"
            ),
            sort_key(row.name),
            sort_key(row.name_uk or row.name),
            row.id,
        )
        for row in rows
    ]
    if found:
        connection.exec_driver_sql(
            "UPDATE line SET folded = ?, sort_name = ?, sort_name_uk = ? WHERE id = ?", found
        )
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE line_search USING fts5"
        "(folded, detail = none, tokenize = 'unicode61 remove_diacritics 0')"
    )
    connection.exec_driver_sql(
        "INSERT INTO line_search (rowid, folded) SELECT id, folded FROM line"
    )
    connection.exec_driver_sql("ALTER TABLE line DROP COLUMN folded")
