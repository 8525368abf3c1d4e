"""The tables of what versions of a list did to this office, what was done about it, and what each officer has seen."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.settling import Act
from procure_desktop.store.columns import Flag, Json, Moment, Whole
from procure_desktop.store.constraints import flag, metadata, one_of

# What a version did to one record through one line, as it was reckoned when the version came in.
list_effect = Table(
    "list_effect",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("release_id", ForeignKey("list_release.id"), nullable=False),
    Column("line_id", ForeignKey("line.id"), nullable=False),
    Column("commitment_id", ForeignKey("commitment.id")),
    Column("donation_id", ForeignKey("donation.id")),
    Column("record_state", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("remainder", Whole, nullable=False),
    Column("unit_price", Whole, nullable=False),
    Column("mark", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("kinds", Json, nullable=False),
    Column("notable", Flag, nullable=False),
    Column("over_alone", Flag, nullable=False),
    Column("over_quantity", Integer, nullable=False),
    Column("over_usd", Whole, nullable=False),
    Column("changes", Json, nullable=False),
    CheckConstraint("(commitment_id IS NULL) <> (donation_id IS NULL)", name="one_record"),
    CheckConstraint("over_quantity >= 0 AND over_usd >= 0", name="over"),
    one_of("kind", EffectKind),
    *(flag(name) for name in ("notable", "over_alone")),
    Index("ix_list_effect_commitment_id", "commitment_id"),
    Index("ix_list_effect_donation_id", "donation_id"),
    Index("ix_list_effect_line_id", "line_id"),
    sqlite_strict=True,
)

# What an officer did about an effect: asked the issuer, accepted it, or put other orders in its place.
effect_act = Table(
    "effect_act",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("effect_id", ForeignKey(list_effect.c.id), nullable=False),
    Column("act", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("replacement_id", ForeignKey("commitment.id")),
    Column("at", Moment, nullable=False),
    Column("officer_id", ForeignKey("officer.id"), nullable=False),
    one_of("act", Act),
    CheckConstraint("act <> 'accepted' OR text <> ''", name="reason"),
    Index("ix_effect_act_effect_id", "effect_id"),
    Index("ix_effect_act_replacement_id", "replacement_id"),
    sqlite_strict=True,
)

# The last entry of the journal that an officer has had before them on Home.
officer_look = Table(
    "officer_look",
    metadata,
    Column("officer_id", ForeignKey("officer.id"), primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_strict=True,
)
