"""In which languages a document speaks: what its catalogue says, whoever made it."""

import io

import pikepdf

from procure_desktop.documents.tongue import Tongue
from procure_desktop.language import ENGLISH, REGIONS


def tongue_of(pdf: bytes) -> Tongue:
    """The tongue of a document; English for one that names no language that is spoken here."""
    return Tongue(document_language(pdf))


def document_language(pdf: bytes) -> str:
    """The ISO 639-1 code of the language of a PDF, one that is spoken here."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            code = str(opened.Root.get("/Lang", ENGLISH))
    except pikepdf.PdfError:
        return ENGLISH
    return code if code in REGIONS else ENGLISH
