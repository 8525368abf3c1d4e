"""Is this signed PDF a genuine commitment document? One of three answers, with every reason for it."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from pyhanko.pdf_utils.reader import PdfFileReader

from procure_desktop.documents.attachment import read_record
from procure_desktop.documents.revisions import begins_with, only_signing_follows
from procure_desktop.documents.signature_reading import (
    FieldsError,
    SignatureReading,
    read_signatures,
)
from procure_desktop.documents.trust import Anchors, leads_to_anchor, read_anchors
from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.commitment import NUMBER
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.verdict import Answer, Finding, SignatureFacts, Verdict

__all__ = ["OfficeEvidence", "read_record", "verify_pdf"]

MOST_BYTES = 32 * 1024 * 1024
_END = b"%%EOF"

# The first of these leaves it open only where nothing shows that a second signature was ever there.
_OPEN = frozenset(
    {
        Finding.SIGNATURE_MISSING,
        Finding.SIGNER_UNKNOWN,
        Finding.CERTIFICATE_EXPIRED_SINCE,
        Finding.NOT_OF_THIS_OFFICE,
        Finding.PAGE_NOT_COMPARED,
    }
)


@dataclass(frozen=True, slots=True)
class OfficeEvidence:
    """What the office stored for a document: the frozen bytes, the record, and who signed so far.

    `signers` are the signature fields with the enrolled certificates' SHA-256 (hex), one or two.
    """

    unsigned: bytes
    record: bytes
    signers: tuple[tuple[SignatureRole, str], ...]


def verify_pdf(
    pdf: bytes, *, trust: tuple[str, ...], evidence: OfficeEvidence | None, now: datetime
) -> Verdict:
    """Verify a PDF by PEM anchors in `trust`, and by what the office stored where it stored any.

    VALID needs the office's evidence: two distinct enrolled signers, over the frozen bytes and nothing
    else. Without evidence nobody has compared the pages with the attached record, so CANNOT_TELL is
    the best answer. A document with the preparer's signature alone is NOT_VALID when the office has
    two, and CANNOT_TELL (SIGNATURE_MISSING) otherwise. Never raises for what is in `pdf`.
    """
    record = read_record(pdf)
    try:
        findings, facts = _examine(pdf, record, trust, evidence, now)
    except FieldsError:
        findings, facts = {Finding.WRONG_FIELDS}, ()
    except Exception:  # noqa: BLE001 (a hostile file may raise anything; it is not valid)
        findings, facts = {Finding.UNREADABLE}, ()
    if _stray_bytes(pdf):
        findings.add(Finding.TRAILING_BYTES)
    return Verdict(
        answer=_answer(findings, len(facts), evidence),
        findings=tuple(finding for finding in Finding if finding in findings),
        signatures=facts,
        number=_number(record),
        record_sha256=sha256(record).hexdigest() if record is not None else "",
    )


def _examine(
    pdf: bytes,
    record: bytes | None,
    trust: tuple[str, ...],
    evidence: OfficeEvidence | None,
    now: datetime,
) -> tuple[set[Finding], tuple[SignatureFacts, ...]]:
    if len(pdf) > MOST_BYTES:
        return {Finding.UNREADABLE}, ()
    reader = PdfFileReader(io.BytesIO(pdf))
    signatures = read_signatures(reader, pdf)
    judged = [_Judged.of(one, read_anchors(trust), evidence, now) for one in signatures]
    findings = _examine_whole(reader, pdf, signatures)
    findings.update(*(one.findings for one in judged))
    if evidence is None:
        findings.add(Finding.PAGE_NOT_COMPARED)
    else:
        findings |= _compare(reader, pdf, record, evidence)
    return findings, tuple(one.facts for one in judged)


def _examine_whole(
    reader: PdfFileReader, pdf: bytes, signatures: list[SignatureReading]
) -> set[Finding]:
    findings = set[Finding]()
    if not signatures:
        return {Finding.NO_SIGNATURE}
    if len(signatures) < len(SignatureRole):
        findings.add(Finding.SIGNATURE_MISSING)
    if signatures[-1].end != len(pdf):
        findings.add(Finding.NOT_COVERED)
    if not only_signing_follows(reader, signatures):
        findings.add(Finding.CHANGED_AFTER_SIGNING)
    if _same_signer(signatures):
        findings.add(Finding.SAME_SIGNER_TWICE)
    return findings


def _same_signer(signatures: list[SignatureReading]) -> bool:
    keys = [one.container.signer.public_key() for one in signatures if one.container]
    return any(key in keys[:place] for place, key in enumerate(keys))


def _compare(
    reader: PdfFileReader, pdf: bytes, record: bytes | None, evidence: OfficeEvidence
) -> set[Finding]:
    findings = set[Finding]()
    if not begins_with(reader, pdf, evidence.unsigned):
        findings.add(Finding.NOT_AS_FROZEN)
    if record != evidence.record:
        findings.add(Finding.RECORD_DIFFERS)
    return findings


@dataclass(frozen=True, slots=True)
class _Judged:
    """One signature with what was found about it and its signer."""

    facts: SignatureFacts
    findings: frozenset[Finding]

    @classmethod
    def of(
        cls,
        reading: SignatureReading,
        anchors: Anchors,
        evidence: OfficeEvidence | None,
        now: datetime,
    ) -> "_Judged":
        certificate = reading.certificate
        if certificate is None:
            facts = SignatureFacts(
                reading.role, "", "", reading.signed_at, intact=False, trusted=False
            )
            return cls(facts, frozenset({Finding.SIGNATURE_BROKEN}))
        findings = _judge_usage(certificate, reading.signed_at)
        if evidence is None:
            findings |= _judge_chain(reading, anchors, now)
        else:
            findings |= _judge_enrolment(reading.role, certificate, evidence)
        facts = SignatureFacts(
            field=reading.role,
            signer=certificate.subject,
            fingerprint=certificate.fingerprint,
            signed_at=reading.signed_at,
            intact=True,
            trusted=not findings,
        )
        return cls(facts, frozenset(findings))


def _judge_usage(certificate: Certificate, signed_at: datetime | None) -> set[Finding]:
    """The certificate must allow signatures, and have been valid at the claimed time."""
    if signed_at is None or not certificate.may_sign:
        return {Finding.CERTIFICATE_NOT_VALID}
    if not certificate.not_before <= signed_at <= certificate.not_after:
        return {Finding.CERTIFICATE_NOT_VALID}
    return set()


def _judge_chain(reading: SignatureReading, anchors: Anchors, now: datetime) -> set[Finding]:
    """Without the office: the chain must hold now; one that held when signed leaves it open."""
    container, signed_at = reading.container, reading.signed_at
    if container is None or signed_at is None or leads_to_anchor(container, anchors, now):
        return set()
    if leads_to_anchor(container, anchors, signed_at):
        return {Finding.CERTIFICATE_EXPIRED_SINCE}
    return {Finding.SIGNER_UNKNOWN}


def _judge_enrolment(
    role: SignatureRole, certificate: Certificate, evidence: OfficeEvidence
) -> set[Finding]:
    """With the office: exactly the certificate that was enrolled when it signed."""
    expected = dict(evidence.signers).get(role)
    return set() if certificate.fingerprint == expected else {Finding.WRONG_SIGNER}


def _answer(findings: set[Finding], signed: int, evidence: OfficeEvidence | None) -> Answer:
    if not findings:
        return Answer.VALID
    cut_back = evidence is not None and signed < len(evidence.signers)
    if cut_back or not findings <= _OPEN:
        return Answer.NOT_VALID
    return Answer.CANNOT_TELL


def _stray_bytes(pdf: bytes) -> bool:
    """Whether anything but a line's end follows the last end-of-file mark."""
    _, mark, rest = pdf.rpartition(_END)
    return bool(mark) and rest not in {b"", b"\n", b"\r\n"}


def _number(record: bytes | None) -> str:
    """The commitment's number as the record claims it, or nothing."""
    try:
        number = json.loads(record or b"{}")["number"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return number if isinstance(number, str) and NUMBER.fullmatch(number) else ""
