"""Every way a request can be refused: one class a rule, with typed fields and no text for people.

The sentences that people read are made of these in `procure_desktop.wording.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from procure_desktop.domain.commitment import DocumentState
    from procure_desktop.domain.donation import Basis
    from procure_desktop.domain.handling import Marking
    from procure_desktop.domain.money import Money
    from procure_desktop.domain.officer import Role
    from procure_desktop.domain.request_list import Colour, LineId, Step


class ProcureError(Exception):
    """Anything the program refuses or cannot do, and can say in a sentence."""

    def __str__(self) -> str:
        """Name the rule and the fields, for logs; people read the wording instead."""
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


class Refusal(ProcureError):
    """A rule was broken or a verification failed; nothing was changed."""


class Fault(ProcureError):
    """The environment did not do its part: a file, a disk, another program."""


# Money, rates and text


@dataclass(eq=False)
class AmountFormError(Refusal):
    """Text that is no amount."""

    text: str


@dataclass(eq=False)
class AmountPrecisionError(Refusal):
    """More decimals than the currency has."""

    text: str
    currency: str
    digits: int


@dataclass(eq=False)
class AmountTooLargeError(Refusal):
    """More minor units than the program can store."""

    currency: str


@dataclass(eq=False)
class AmountZeroError(Refusal):
    """An amount that is zero, or becomes zero in the other currency."""

    line: LineId


@dataclass(eq=False)
class UnknownCurrencyError(Refusal):
    """A currency whose minor unit is not known."""

    currency: str


@dataclass(eq=False)
class CurrencyMismatchError(Refusal):
    """An amount in another currency than the one that belongs there."""

    expected: str
    found: str


@dataclass(eq=False)
class RateFormError(Refusal):
    """Text or figures that are no exchange rate."""

    text: str


@dataclass(eq=False)
class RateMissingError(Refusal):
    """No published rate for the currency on or before the day."""

    currency: str
    day: date


@dataclass(eq=False)
class EmptyTextError(Refusal):
    """A field that must be filled is empty."""

    field: str


@dataclass(eq=False)
class TextTooLongError(Refusal):
    """A field is longer than it may be."""

    field: str
    length: int
    most: int


@dataclass(eq=False)
class HiddenCharacterError(Refusal):
    """A control, format or private character in a text; `place` counts from 1."""

    field: str
    place: int
    code: str


@dataclass(eq=False)
class GlyphMissingError(Refusal):
    """A character that the document's font cannot print."""

    field: str
    character: str


@dataclass(eq=False)
class NationFormError(Refusal):
    """No ISO 3166-1 alpha-3 code."""

    text: str


@dataclass(eq=False)
class MarkingTooHighError(Refusal):
    """A handling marking above the highest that the office may hold."""

    marking: Marking
    highest: Marking


# Officers, certificates and keys


@dataclass(eq=False)
class NoRolesError(Refusal):
    """An officer without a role."""


@dataclass(eq=False)
class IncompatibleRolesError(Refusal):
    """Two roles that one officer must not have together."""

    first: Role
    second: Role


@dataclass(eq=False)
class RoleMissingError(Refusal):
    """The officer has none of the roles that the act asks for."""

    officer: str
    roles: tuple[Role, ...]


@dataclass(eq=False)
class OwnPreparationError(Refusal):
    """An officer would authorise or return what the same officer prepared."""

    officer: str


@dataclass(eq=False)
class NotPreparerError(Refusal):
    """An officer would change what another prepared."""

    officer: str


@dataclass(eq=False)
class OfficerUnknownError(Refusal):
    """No officer of this name in the office."""

    name: str


@dataclass(eq=False)
class OfficerExistsError(Refusal):
    """The name is taken."""

    name: str


@dataclass(eq=False)
class WrongPassphraseError(Refusal):
    """The passphrase does not open the officer's key slot."""

    name: str


@dataclass(eq=False)
class WeakPassphraseError(Refusal):
    """A passphrase that is too short."""

    least: int


@dataclass(eq=False)
class NoCertificateError(Refusal):
    """No certificate is enrolled for the officer."""

    officer: str


@dataclass(eq=False)
class CertificateNotEnrolledError(Refusal):
    """The certificate is not the one that the administrator enrolled."""

    officer: str
    subject: str


@dataclass(eq=False)
class CertificateExpiredError(Refusal):
    """The certificate's validity has ended."""

    subject: str
    until: datetime


@dataclass(eq=False)
class CertificateNotYetValidError(Refusal):
    """The certificate's validity has not begun."""

    subject: str
    since: datetime


@dataclass(eq=False)
class CertificateUsageError(Refusal):
    """The certificate's key usage does not allow signatures."""

    subject: str


@dataclass(eq=False)
class CertificateTakenError(Refusal):
    """The certificate is enrolled for another officer."""

    subject: str
    officer: str


@dataclass(eq=False)
class CertificateUnreadableError(Refusal):
    """A file that holds no X.509 certificate in PEM or DER."""

    path: Path


@dataclass(eq=False)
class KeyMismatchError(Refusal):
    """The private key does not belong to the certificate."""

    subject: str


@dataclass(eq=False)
class KeyFileUnreadableError(Refusal):
    """A file that is no PKCS#12 key file."""

    path: Path


@dataclass(eq=False)
class WrongKeyPassphraseError(Refusal):
    """The passphrase does not open the key file."""

    path: Path


@dataclass(eq=False)
class SignatureFailedError(Refusal):
    """What was signed did not verify, so it was thrown away."""

    reason: str


# The approved list and its release


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
class LineReusedError(Refusal):
    """A line identity stands twice in a list."""

    line: LineId


@dataclass(eq=False)
class PackageUnknownError(Refusal):
    """A line names a package that its list does not have."""

    line: LineId
    package: str


# Commitments, donations and documents


@dataclass(eq=False)
class EmptyCommitmentError(Refusal):
    """A commitment on no line."""


@dataclass(eq=False)
class DuplicateLineError(Refusal):
    """The same line twice in one commitment."""

    line: LineId


@dataclass(eq=False)
class MixedListsError(Refusal):
    """Lines of two lists in one commitment."""

    first: str
    second: str


@dataclass(eq=False)
class QuantityError(Refusal):
    """A quantity that is no whole number above zero and below the limit."""

    line: LineId
    quantity: int | None


@dataclass(eq=False)
class OrderFormError(Refusal):
    """Text that is neither `LINE=QUANTITY` nor `LINE=AMOUNT CURRENCY`."""

    text: str


@dataclass(eq=False)
class OverCommitmentError(Refusal):
    """More than the line has outstanding, in quantity or in value."""

    line: LineId
    quantity: int
    usd: Money
    outstanding_quantity: int
    outstanding_usd: Money


@dataclass(eq=False)
class PriceChangedError(Refusal):
    """A line's price is no longer the one that the draft was priced at."""

    line: LineId


@dataclass(eq=False)
class ValidityPassedError(Refusal):
    """A validity date that lies in the past."""

    validity: date


@dataclass(eq=False)
class WrongStateError(Refusal):
    """A step that the record's state does not allow."""

    subject: str
    state: DocumentState
    to: DocumentState


@dataclass(eq=False)
class CommitmentUnknownError(Refusal):
    """No commitment of this number or draft id."""

    reference: str


@dataclass(eq=False)
class DocumentMissingError(Refusal):
    """The commitment has no document yet: it was never submitted."""

    reference: str


@dataclass(eq=False)
class NotUrgentError(Refusal):
    """A donation for a line that is not open to stock donation."""

    line: LineId


@dataclass(eq=False)
class SerialCountError(Refusal):
    """Serial numbers that are not one a unit."""

    serials: int
    quantity: int


@dataclass(eq=False)
class SerialRepeatedError(Refusal):
    """The same serial number twice."""

    serial: str


@dataclass(eq=False)
class QuotedValueMissingError(Refusal):
    """The quoted basis of valuation has no value."""

    basis: Basis


# Files, the office folder and the journal


@dataclass(eq=False)
class OfficeMissingError(Fault):
    """No office at this place."""

    path: Path


@dataclass(eq=False)
class OfficeExistsError(Fault):
    """Something stands where an office was to be made; it is never overwritten."""

    path: Path


@dataclass(eq=False)
class OfficeDamagedError(Fault):
    """The office's files cannot be read as what they must be."""

    path: Path


@dataclass(eq=False)
class OfficeNewerError(Fault):
    """The office was written by a newer version of the program."""

    path: Path


@dataclass(eq=False)
class OfficeBusyError(Fault):
    """Another program held the database for longer than the wait."""


@dataclass(eq=False)
class NetworkFolderError(Fault):
    """The folder lies on a network file system, which loses locks and writes."""

    path: Path
    kind: str


@dataclass(eq=False)
class DurabilityError(Fault):
    """The database would not take the settings that keep acknowledged changes through a power cut."""

    setting: str
    found: str


@dataclass(eq=False)
class FileUnreadableError(Fault):
    """A file that cannot be read, with the system's reason."""

    path: Path
    reason: str


@dataclass(eq=False)
class FileUnwritableError(Fault):
    """A file that cannot be written, with the system's reason."""

    path: Path
    reason: str


@dataclass(eq=False)
class FileExistsAlreadyError(Fault):
    """A file that would be overwritten."""

    path: Path


@dataclass(eq=False)
class FileTooLargeError(Refusal):
    """A file larger than such a file can be, in bytes."""

    path: Path
    most: int


@dataclass(eq=False)
class BackupUnreadableError(Refusal):
    """A file that is no backup, or a damaged one."""

    path: Path


@dataclass(eq=False)
class JournalBrokenError(Refusal):
    """The chain breaks at entry `number`."""

    number: int


@dataclass(eq=False)
class JournalRewrittenError(Refusal):
    """The journal is whole but is not the one that a document or a backup was made with."""

    number: int


@dataclass(eq=False)
class AnchorMissingError(Refusal):
    """A file that carries no journal head to compare with."""

    path: Path


class CancelledError(Refusal):
    """The officer cancelled; nothing was changed."""
