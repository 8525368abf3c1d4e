"""Saved views that cannot be kept or changed, and lists that do not fit a file."""

from __future__ import annotations

from dataclasses import dataclass

from procure_desktop.domain.errors.base import Refusal


@dataclass(eq=False)
class ViewNameTakenError(Refusal):
    """The officer has another view of this name for the list."""

    name: str


@dataclass(eq=False)
class ViewUnknownError(Refusal):
    """A view that is no longer there, or is not offered to this officer."""


@dataclass(eq=False)
class ViewNotOwnError(Refusal):
    """A view that another officer saved."""

    name: str
    owner: str


@dataclass(eq=False)
class TooManyRowsError(Refusal):
    """More rows than a sheet of that form holds."""

    rows: int
    most: int
