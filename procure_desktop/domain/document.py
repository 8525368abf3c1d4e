"""The commitment document: everything its pages say, as plain values, before any of it is drawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procure_desktop.domain.attestation import Attestation
from procure_desktop.domain.commitment import Commitment
from procure_desktop.domain.journal import Head
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.request_list import Line, ListEdition, Package

TEMPLATE_VERSION = 1
PREPARER_FIELD = "PreparedBy"
AUTHORISER_FIELD = "AuthorisedBy"


class SignatureRole(StrEnum):
    """The two signature fields of a commitment document, in the order in which they are signed."""

    PREPARED_BY = PREPARER_FIELD
    AUTHORISED_BY = AUTHORISER_FIELD


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One funded line as it is printed: the list's line beside the priced order at the same place."""

    line: Line
    package: Package | None


@dataclass(frozen=True, slots=True)
class CommitmentSheet:
    """All that a commitment document prints.

    `lines` run parallel to `commitment.lines`. `journal` is the head before the submission was journaled.
    `prepared_by` is the officer's name; who authorises is not known when the document is frozen, so
    the page leaves that to the signature field. `logo` is a PNG for the letterhead, empty for none.
    `attestation` is by whom and on what letter the list was approved; None for a signed release.
    """

    office: OfficeProfile
    commitment: Commitment
    edition: ListEdition
    lines: tuple[SheetLine, ...]
    issued: date
    prepared_by: str
    journal: Head
    logo: bytes = b""
    language: str = "en"
    attestation: Attestation | None = None


@dataclass(frozen=True, slots=True)
class FrozenDocument:
    """What a submission freezes: the unsigned PDF, its SHA-256 in hex, and the attached canonical JSON."""

    unsigned: bytes
    sha256: str
    record: bytes
    record_sha256: str
