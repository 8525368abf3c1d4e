"""Spreadsheets that are refused, and lists that nobody has approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from procure_desktop.domain.spreadsheet import Limit, ListField


@dataclass(eq=False)
class SpreadsheetUnreadableError(Refusal):
    """A file that is no XLSX, ODS or CSV, or a damaged one; `place` names the part, sheet or row."""

    path: Path
    place: str


@dataclass(eq=False)
class SpreadsheetTooLargeError(Refusal):
    """More of something than a list can have; `place` names the part, sheet or row."""

    path: Path
    place: str
    limit: Limit
    most: int


@dataclass(eq=False)
class SpreadsheetChangedError(Refusal):
    """The file is not the one that was previewed."""

    path: Path


@dataclass(eq=False)
class SpreadsheetRepeatedError(Refusal):
    """Exactly this file was imported before."""

    serial: str
    version: int


@dataclass(eq=False)
class SheetUnknownError(Refusal):
    """No visible sheet of this name."""

    path: Path
    sheet: str


@dataclass(eq=False)
class MappingIncompleteError(Refusal):
    """No column for what every line needs: of each group, one field."""

    groups: tuple[tuple[ListField, ...], ...]


@dataclass(eq=False)
class StatedValueError(Refusal):
    """What was stated for empty cells is nothing that the field can say."""

    field: ListField
    text: str


@dataclass(eq=False)
class RowsRefusedError(Refusal):
    """Rows with problems, while the officer takes all rows or none."""

    path: Path
    count: int
    first: str


@dataclass(eq=False)
class NoGoodRowsError(Refusal):
    """No row of the sheet is a line."""

    path: Path
    sheet: str


@dataclass(eq=False)
class SerialFormError(Refusal):
    """Text that is no serial of a list."""

    text: str


@dataclass(eq=False)
class ExpiryBeforeIssueError(Refusal):
    """A list that would end before it was issued."""


@dataclass(eq=False)
class ListApprovedError(Refusal):
    """A list that needs no attestation, or no further one."""

    serial: str
    version: int


@dataclass(eq=False)
class ListUnknownError(Refusal):
    """No list of this serial in the office."""

    serial: str


@dataclass(eq=False)
class AttestedTwiceError(Refusal):
    """An officer who attested already: the second attestation is another officer's."""

    officer: str


@dataclass(eq=False)
class AuthoriserMissingError(Refusal):
    """Two attestations without an authoriser among the officers."""

    officer: str


@dataclass(eq=False)
class LetterMissingError(Refusal):
    """An attestation without the letter."""

    serial: str


@dataclass(eq=False)
class LetterUnreadableError(Refusal):
    """A file that is no PDF."""

    path: Path


@dataclass(eq=False)
class LetterDiffersError(Refusal):
    """The second officer confirms another letter than the one that is stored."""

    serial: str


@dataclass(eq=False)
class ListRenewedError(Refusal):
    """An attestation to a version that is not the newest any more."""

    serial: str
    version: int
    newest: int


@dataclass(eq=False)
class LetterStoredError(Refusal):
    """A second letter for a list that has one."""

    serial: str


@dataclass(eq=False)
class LetterAheadError(Refusal):
    """A letter of a day that has not come yet."""

    day: date


@dataclass(eq=False)
class SerialOfReleasesError(Refusal):
    """The serial of a list that comes as signed releases."""

    serial: str
