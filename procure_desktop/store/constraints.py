"""What the tables share: how constraints are named, and two kinds of them."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(column: str, choices: type[StrEnum]) -> CheckConstraint:
    """The column holds the value of one of the choices."""
    listed = ", ".join(f"'{choice.value}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def flag(column: str) -> CheckConstraint:
    """The column holds 0 or 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=column)
