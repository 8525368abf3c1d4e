"""What a text must be to stand on paper: seen as it is, and with a glyph for every character."""

import html
import unicodedata

from procure_desktop.documents.fonts import has_glyph
from procure_desktop.domain.document import CommitmentSheet
from procure_desktop.domain.errors import GlyphMissingError, HiddenCharacterError
from procure_desktop.domain.request_list import Line, Package

# Characters above the basic plane extract as others from the PDF: they count as missing.
_LAST_CODE = 0xFFFF
# Format characters have glyphs in Noto Sans, yet Qt obeys them and ReportLab does not.
_HIDDEN = frozenset({"Cc", "Cf"})


def check_glyphs(field: str, text: str) -> None:
    """Refuse text that paper cannot show: GlyphMissingError or HiddenCharacterError with the field."""
    for place, character in enumerate(text):
        if character == "\n":
            continue
        if unicodedata.category(character) in _HIDDEN:
            code = f"U+{ord(character):04X}"
            raise HiddenCharacterError(field=field, place=place + 1, code=code)
        if ord(character) > _LAST_CODE or not has_glyph(character):
            raise GlyphMissingError(field=field, character=character)


def check_sheet(sheet: CommitmentSheet) -> None:
    """Check every text of a sheet before any of it is drawn."""
    for field, text in _texts(sheet):
        check_glyphs(field, unicodedata.normalize("NFC", text))


def markup(text: str) -> str:
    """`text` as ReportLab's paragraph markup that says just that: escaped, line breaks kept."""
    composed = unicodedata.normalize("NFC", text)
    return html.escape(composed, quote=True).replace("\n", "<br/>")


def printable(text: str) -> str:
    """`text` with a question mark for what the font cannot print: for names that others chose."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if _can_print(c) else "?" for c in composed)


def _can_print(character: str) -> bool:
    if unicodedata.category(character) in _HIDDEN:
        return False
    return ord(character) <= _LAST_CODE and has_glyph(character)


def _texts(sheet: CommitmentSheet) -> list[tuple[str, str]]:
    office, terms = sheet.office, sheet.commitment.terms
    texts = [
        ("nation", office.nation),
        ("ministry", office.ministry),
        ("unit", office.unit),
        ("address", office.address),
        ("number", sheet.commitment.number),
        ("prepared_by", sheet.prepared_by),
        ("serial", sheet.edition.serial),
        ("source", terms.rate.source),
        ("budget_line", terms.budget_line),
        ("legal_basis", terms.legal_basis),
        ("conditions", terms.conditions),
    ]
    if sheet.attestation:
        letter = sheet.attestation.letter
        texts += [
            ("name of the letter", letter.name),
            ("reference of the letter", letter.reference),
        ]
        texts += [("officer", one.name) for one in sheet.attestation.attestors]
    for entry in sheet.lines:
        texts += _line_texts(entry.line) + _package_texts(entry.package)
    return texts


def _line_texts(line: Line) -> list[tuple[str, str]]:
    return [("line", line.id), ("name", line.name), ("nsn", line.nsn), ("unit_of_issue", line.unit)]


def _package_texts(package: Package | None) -> list[tuple[str, str]]:
    return [("package", package.code), ("package", package.title)] if package else []
