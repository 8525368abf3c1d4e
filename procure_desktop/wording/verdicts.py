"""The three answers to "is this document genuine?" and the reasons for them, as sentences."""

from procure_desktop.domain.verdict import Answer, Finding
from procure_desktop.language import marked, tr

_ANSWERS = {
    Answer.VALID: marked("Valid: signed by both officers and unchanged."),
    Answer.CANNOT_TELL: marked(
        "Cannot tell: nothing wrong was found, but something could not be checked."
    ),
    Answer.NOT_VALID: marked("Not valid: do not rely on this document."),
}

_FINDINGS = {
    Finding.UNREADABLE: marked("The file cannot be read as a commitment document."),
    Finding.NO_SIGNATURE: marked("It carries no signature."),
    Finding.WRONG_FIELDS: marked(
        "Its signature fields are not exactly the preparer's and the authoriser's."
    ),
    Finding.SIGNATURE_BROKEN: marked("A signature does not fit the bytes that it covers."),
    Finding.CHANGED_AFTER_SIGNING: marked("It was changed after it was signed."),
    Finding.TRAILING_BYTES: marked("Bytes were added after its end."),
    Finding.NOT_COVERED: marked("The last signature does not cover the whole file."),
    Finding.SAME_SIGNER_TWICE: marked("Both signatures were made with the same certificate."),
    Finding.NOT_AS_FROZEN: marked(
        "The signed pages are not the ones that this office froze when it submitted them."
    ),
    Finding.RECORD_DIFFERS: marked("The attached record is not the one that this office made."),
    Finding.WRONG_SIGNER: marked(
        "A signature was not made with the certificate that is enrolled for the officer."
    ),
    Finding.CERTIFICATE_NOT_VALID: marked(
        "A signer's certificate was not valid, or not meant for signatures, when it was used."
    ),
    Finding.SIGNATURE_MISSING: marked("Not both officers have signed."),
    Finding.SIGNER_UNKNOWN: marked(
        "A signer's certificate does not come from an authority that is trusted here."
    ),
    Finding.CERTIFICATE_EXPIRED_SINCE: marked(
        "A signer's certificate has expired since, and no time stamp proves that it was valid when it signed."
    ),
    Finding.WITHDRAWN_SINCE: marked(
        "It is genuine, but this office has withdrawn the commitment since."
    ),
    Finding.RETURNED_SINCE: marked(
        "This version was returned to its preparer and never authorised."
    ),
    Finding.NOT_OF_THIS_OFFICE: marked(
        "This office has no document with its number and record to compare it with."
    ),
    Finding.PAGE_NOT_COMPARED: marked(
        "Whether the pages say the same as the attached record can be told only by the office that made it."
    ),
}


def answer_sentence(answer: Answer) -> str:
    """One of the three answers, as a sentence."""
    return tr(_ANSWERS[answer])


def finding_sentence(finding: Finding) -> str:
    """One reason for an answer, as a sentence."""
    return tr(_FINDINGS[finding])
