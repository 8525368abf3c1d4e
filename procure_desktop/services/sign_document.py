"""Sign a frozen document, and verify what was signed before anything is stored."""

from procure_desktop.documents.signing import SigningKey, sign_document
from procure_desktop.documents.verification import OfficeEvidence, verify_pdf
from procure_desktop.domain.document import FrozenDocument, SignatureRole
from procure_desktop.domain.errors import SignatureFailedError
from procure_desktop.domain.verdict import Answer, Finding, Verdict
from procure_desktop.services.office import Office

Signers = tuple[tuple[SignatureRole, str], ...]
"""The signature fields signed so far, in their order, with the signers' certificate fingerprints (hex)."""


def sign_and_verify(
    office: Office, frozen: FrozenDocument, pdf: bytes, key: SigningKey, signers: Signers
) -> bytes:
    """Sign the field of the last of `signers` with `key`; SignatureFailedError when it does not verify."""
    role, now = signers[-1][0], office.now()
    signed = sign_document(pdf, role, key, office.officer.name, now)
    evidence = OfficeEvidence(frozen.unsigned, frozen.record, signers)
    verdict = verify_pdf(signed, trust=(key.certificate.pem,), evidence=evidence, now=now)
    if not _stands(verdict, signers):
        raise SignatureFailedError(reason=verdict.reasons)
    return signed


def _stands(verdict: Verdict, signers: Signers) -> bool:
    # After the first of two signatures the only thing that may be missing is the second.
    awaited = {Finding.SIGNATURE_MISSING} if len(signers) < len(SignatureRole) else set[Finding]()
    return verdict.answer != Answer.NOT_VALID and set(verdict.findings) <= awaited
