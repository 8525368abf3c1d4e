"""What versions of a list did to the office, what was done about it, and how far each officer has read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KINDS = (
    "'line withdrawn', 'over', 'another item', 'US release missing', 'marking', 'price', 'urgency',"
    " 'required by', 'US stock', 'substitutes', 'back on the list', 'other fields'"
)


def upgrade() -> None:
    """Make the three tables; versions that were imported before did what is no longer known."""
    _make_effects()
    _make_acts()
    op.create_table(
        "officer_look",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _reference("officer_look", "officer_id", "officer.id"),
        sa.PrimaryKeyConstraint("officer_id", name=op.f("pk_officer_look")),
        sqlite_strict=True,
    )


def _make_effects() -> None:
    op.create_table(
        "list_effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=True),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("record_state", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("remainder", WHOLE, nullable=False),
        sa.Column("unit_price", WHOLE, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("notable", sa.Integer(), nullable=False),
        sa.Column("over_alone", sa.Integer(), nullable=False),
        sa.Column("over_quantity", sa.Integer(), nullable=False),
        sa.Column("over_usd", WHOLE, nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        _check("list_effect", "one_record", "(commitment_id IS NULL) <> (donation_id IS NULL)"),
        _check("list_effect", "over", "over_quantity >= 0 AND over_usd >= 0"),
        _check("list_effect", "kind", f"kind IN ({_KINDS})"),
        _check("list_effect", "notable", "notable IN (0, 1)"),
        _check("list_effect", "over_alone", "over_alone IN (0, 1)"),
        _reference("list_effect", "release_id", "list_release.id"),
        _reference("list_effect", "line_id", "line.id"),
        _reference("list_effect", "commitment_id", "commitment.id"),
        _reference("list_effect", "donation_id", "donation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_effect")),
        sqlite_strict=True,
    )
    for column in ("commitment_id", "donation_id", "line_id"):
        op.create_index(f"ix_list_effect_{column}", "list_effect", [column], unique=False)


def _make_acts() -> None:
    op.create_table(
        "effect_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("effect_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("replacement_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        _check("effect_act", "act", "act IN ('asked', 'accepted', 'amended')"),
        _check("effect_act", "reason", "act <> 'accepted' OR text <> ''"),
        _reference("effect_act", "effect_id", "list_effect.id"),
        _reference("effect_act", "replacement_id", "commitment.id"),
        _reference("effect_act", "officer_id", "officer.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect_act")),
        sqlite_strict=True,
    )
    for column in ("effect_id", "replacement_id"):
        op.create_index(f"ix_effect_act_{column}", "effect_act", [column], unique=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))
