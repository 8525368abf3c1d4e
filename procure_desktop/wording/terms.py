"""The field's terms for enumerated values, as they stand on screens and paper."""

from enum import StrEnum

from procure_desktop.domain.commitment import DocumentState, MoneySource
from procure_desktop.domain.verdict import Answer, Finding

_TERMS: dict[StrEnum, str] = {
    DocumentState.SUBMITTED: "in review",
    MoneySource.NEW: "new money",
    MoneySource.EXISTING: "money promised before",
}

_ANSWERS = {
    Answer.VALID: "Valid: signed by both officers and unchanged.",
    Answer.CANNOT_TELL: "Cannot tell: nothing wrong was found, but something could not be checked.",
    Answer.NOT_VALID: "Not valid: do not rely on this document.",
}

_FINDINGS = {
    Finding.UNREADABLE: "The file cannot be read as a commitment document.",
    Finding.NO_SIGNATURE: "It carries no signature.",
    Finding.WRONG_FIELDS: "Its signature fields are not exactly the preparer's and the authoriser's.",
    Finding.SIGNATURE_BROKEN: "A signature does not fit the bytes that it covers.",
    Finding.CHANGED_AFTER_SIGNING: "It was changed after it was signed.",
    Finding.TRAILING_BYTES: "Bytes were added after its end.",
    Finding.NOT_COVERED: "The last signature does not cover the whole file.",
    Finding.SAME_SIGNER_TWICE: "Both signatures were made with the same certificate.",
    Finding.NOT_AS_FROZEN: "The signed pages are not the ones that this office froze when it submitted them.",
    Finding.RECORD_DIFFERS: "The attached record is not the one that this office made.",
    Finding.WRONG_SIGNER: "A signature was not made with the certificate that is enrolled for the officer.",
    Finding.CERTIFICATE_NOT_VALID: (
        "A signer's certificate was not valid, or not meant for signatures, when it was used."
    ),
    Finding.SIGNATURE_MISSING: "Not both officers have signed.",
    Finding.SIGNER_UNKNOWN: "A signer's certificate does not come from an authority that is trusted here.",
    Finding.CERTIFICATE_EXPIRED_SINCE: (
        "A signer's certificate has expired since, and no time stamp proves that it was valid when it signed."
    ),
    Finding.WITHDRAWN_SINCE: "It is genuine, but this office has withdrawn the commitment since.",
    Finding.RETURNED_SINCE: "This version was returned to its preparer and never authorised.",
    Finding.NOT_OF_THIS_OFFICE: "This office has no document with its number and record to compare it with.",
    Finding.PAGE_NOT_COMPARED: (
        "Whether the pages say the same as the attached record can be told only by the office that made it."
    ),
}


def term(member: StrEnum) -> str:
    """The term for an enumerated value, in lower case unless it is a name."""
    return _TERMS.get(member, member.value)


def heading(member: StrEnum) -> str:
    """The term with a capital first letter, for labels and cells that stand alone."""
    said = term(member)
    return said[:1].upper() + said[1:]


def answer_sentence(answer: Answer) -> str:
    """One of the three answers, as a sentence."""
    return _ANSWERS[answer]


def finding_sentence(finding: Finding) -> str:
    """One reason for an answer, as a sentence."""
    return _FINDINGS[finding]
