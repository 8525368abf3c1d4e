"""Lists and releases that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from procure_desktop.domain.request_list import Colour, LineId, Step


@dataclass(eq=False)
class LineUnknownError(Refusal):
    """No line of this identity in the office."""

    line: LineId


@dataclass(eq=False)
class LineWithdrawnError(Refusal):
    """The line is no longer on its list."""

    line: LineId


@dataclass(eq=False)
class ListExpiredError(Refusal):
    """The list's release has expired: it can be viewed and not committed to."""

    serial: str
    version: int
    expired: date


@dataclass(eq=False)
class VersionUnknownError(Refusal):
    """No such version of this list was imported."""

    serial: str
    version: int


@dataclass(eq=False)
class ListUnapprovedError(Refusal):
    """Nothing proves yet that NATO approved the list: it can be viewed and not committed to."""

    serial: str
    version: int


@dataclass(eq=False)
class MissingStampError(Refusal):
    """A line lacks the approving stamp of a step."""

    line: LineId
    step: Step


@dataclass(eq=False)
class MissingReleaseError(Refusal):
    """A yellow or red line without the further US release."""

    line: LineId
    colour: Colour


@dataclass(eq=False)
class ReleaseUnreadableError(Refusal):
    """A file that is no list release; `place` names the member or part."""

    place: str


@dataclass(eq=False)
class ReleaseForgedError(Refusal):
    """Signatures of the release do not come from the pinned release authority, or are too few."""

    role: str


@dataclass(eq=False)
class ReleaseAlteredError(Refusal):
    """The list is not the one that was signed."""

    member: str


@dataclass(eq=False)
class ReleaseOlderError(Refusal):
    """Older than what was imported before."""

    role: str


@dataclass(eq=False)
class ReleaseExpiredError(Refusal):
    """The release had expired when it was to be imported."""

    role: str


@dataclass(eq=False)
class ReleaseRepeatedError(Refusal):
    """Exactly this release was imported before."""

    serial: str
    version: int


@dataclass(eq=False)
class ReleaseOutlastsRootError(Refusal):
    """A release that would be valid longer than the root it is checked by."""

    expires: date
    root: date


@dataclass(eq=False)
class TrustMissingError(Refusal):
    """No release authority is pinned."""


@dataclass(eq=False)
class TrustRootUnreadableError(Refusal):
    """A file that is no root of a release authority."""

    path: Path


@dataclass(eq=False)
class TrustPinnedError(Refusal):
    """Another root is pinned, and the offered one is not signed by it."""

    fingerprint: str


@dataclass(eq=False)
class ListUnreadableError(Refusal):
    """A list file that breaks the rules of strict JSON or the schema at `place` (a JSON pointer)."""

    place: str
    problem: str


@dataclass(eq=False)
class JsonUnreadableError(Refusal):
    """Bytes that break the rules of strict JSON or a schema; `place` is a JSON pointer or a position."""

    place: str
    problem: str


@dataclass(eq=False)
class ReleaseKeysMissingError(Refusal):
    """Fewer release keys at hand than a release must be signed with."""

    found: int
    needed: int


@dataclass(eq=False)
class KeyNameError(Refusal):
    """A text that names no key of a release authority."""

    text: str


@dataclass(eq=False)
class LineReusedError(Refusal):
    """A line identity stands twice in a list."""

    line: LineId


@dataclass(eq=False)
class PackageUnknownError(Refusal):
    """A line names a package that its list does not have."""

    line: LineId
    package: str
