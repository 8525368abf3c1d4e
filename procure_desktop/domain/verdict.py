"""The answer to "is this signed document genuine?": one of three, with its reasons."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Answer(StrEnum):
    """The three answers; only VALID may be relied on."""

    VALID = "valid"
    CANNOT_TELL = "cannot tell"
    NOT_VALID = "not valid"


class Finding(StrEnum):
    """One reason for an answer. What makes a document not valid comes before what leaves it open."""

    UNREADABLE = "unreadable"
    NO_SIGNATURE = "no signature"
    WRONG_FIELDS = "wrong fields"
    SIGNATURE_BROKEN = "signature broken"
    CHANGED_AFTER_SIGNING = "changed after signing"
    TRAILING_BYTES = "trailing bytes"
    NOT_COVERED = "not covered"
    SAME_SIGNER_TWICE = "same signer twice"
    NOT_AS_FROZEN = "not as frozen"
    RECORD_DIFFERS = "record differs"
    WRONG_SIGNER = "wrong signer"
    CERTIFICATE_NOT_VALID = "certificate not valid"
    SIGNATURE_MISSING = "signature missing"
    SIGNER_UNKNOWN = "signer unknown"
    CERTIFICATE_EXPIRED_SINCE = "certificate expired since"
    WITHDRAWN_SINCE = "withdrawn since"
    RETURNED_SINCE = "returned since"
    NOT_OF_THIS_OFFICE = "not of this office"
    PAGE_NOT_COMPARED = "page not compared"


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What was read of one signature: field, signer, claimed time (UTC), certificate fingerprint."""

    field: str
    signer: str
    fingerprint: str
    signed_at: datetime | None
    intact: bool
    trusted: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, every finding behind it, and the signatures in the order they were made."""

    answer: Answer
    findings: tuple[Finding, ...]
    signatures: tuple[SignatureFacts, ...]
    number: str
    record_sha256: str

    @property
    def reasons(self) -> str:
        """Every finding by its name, for logs and errors."""
        return ", ".join(finding.value for finding in self.findings)

    def with_findings(self, findings: tuple[Finding, ...]) -> "Verdict":
        """The verdict with other findings that leave open whether the document may be relied on."""
        answer = Answer.CANNOT_TELL if self.answer == Answer.VALID else self.answer
        return replace(self, answer=answer, findings=findings)
