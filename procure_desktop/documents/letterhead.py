"""The top of the first page: who commits, what this is, and how much it comes to."""

import io

from reportlab.lib.colors import white
from reportlab.platypus import Flowable, Image, Spacer, Table

from procure_desktop.documents.figures import quotes
from procure_desktop.documents.fonts import BOLD
from procure_desktop.documents.layout import Cell, facts, fitting_size, grid, paragraph, said
from procure_desktop.documents.page_frame import TITLE, short_title
from procure_desktop.documents.qr_code import QrCode, qr_text
from procure_desktop.documents.styles import ACCENT, FAINT, INK, SMALL, TEXT_WIDTH, TINT, style
from procure_desktop.documents.tongue import Said, Tongue, Value, join
from procure_desktop.domain.attestation import Attestation
from procure_desktop.domain.commitment import MoneySource
from procure_desktop.domain.document import CommitmentSheet
from procure_desktop.domain.rate import USD
from procure_desktop.language import marked

_QR_SIDE = 66.0
_BADGE_WIDTH = 46.0
_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_GAP = 150.0, 50.0, 14.0
_MINISTRY = style(13, bold=True, ink=ACCENT, leading=1.25)
_UNIT = style(9.5)
_ADDRESS = style(8.5, ink=FAINT)
_TITLE = style(21, bold=True, ink=INK, leading=1.3)
_TITLE_SECOND = 0.5
_NUMBER = style(11.5, ink=ACCENT, bold=True)
_WHITE_ON_ACCENT = style(13, bold=True, ink=white, align=1, leading=1.2)
_MONEY = {
    MoneySource.NEW: marked("new money"),
    MoneySource.EXISTING: marked("existing money, promised before"),
}


def letterhead(sheet: CommitmentSheet, record_sha256: str) -> list[Flowable]:
    """Ministry, title, number and QR code, then the totals, then the facts of the commitment."""
    return [
        _authority(sheet),
        Spacer(0, 7),
        _title(sheet, record_sha256),
        Spacer(0, 8),
        _totals(sheet),
        Spacer(0, 7),
        facts(_facts(sheet)),
    ]


def _authority(sheet: CommitmentSheet) -> Table:
    office = sheet.office
    lines = ((office.ministry, _MINISTRY), (office.unit, _UNIT), (office.address, _ADDRESS))
    names = [paragraph(text, look) for text, look in lines if text]
    cells: list[Cell] = [paragraph(office.nation, _WHITE_ON_ACCENT), names]
    widths = [_BADGE_WIDTH, TEXT_WIDTH - _BADGE_WIDTH]
    logo = _logo(sheet.logo)
    if logo:
        cells.append(logo)
        widths[1] -= logo.drawWidth + _LOGO_GAP
        widths.append(logo.drawWidth + _LOGO_GAP)
    return grid(
        [cells],
        widths,
        [
            ("BACKGROUND", (0, 0), (0, 0), ACCENT),
            ("VALIGN", (0, 0), (0, 0), "MIDDLE"),
            ("ALIGN", (2, 0), (2, 0), "RIGHT"),
            ("LEFTPADDING", (1, 0), (1, 0), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ],
    )


def _logo(png: bytes) -> Image | None:
    """The logo as large as its place allows, never larger than it is at 150 pixels to the inch."""
    if not png:
        return None
    image = Image(io.BytesIO(png))
    room = (_LOGO_WIDTH / image.imageWidth, _LOGO_HEIGHT / image.imageHeight, 72 / 150)
    image.drawWidth, image.drawHeight = (
        side * min(room) for side in (image.imageWidth, image.imageHeight)
    )
    return image


def _title(sheet: CommitmentSheet, record_sha256: str) -> Table:
    tongue = Tongue(sheet.language)
    left: list[Flowable] = [
        said(tongue.tr(TITLE), _TITLE, beside=True, second=_TITLE_SECOND),
        said(short_title(sheet), _NUMBER, beside=True),
    ]
    commitment = sheet.commitment
    right: Cell = ""
    if commitment.number:
        left += [
            Spacer(0, 3),
            said(tongue.tr("Issued {day}", day=tongue.day(sheet.issued)), _UNIT, beside=True),
        ]
        right = QrCode(qr_text(commitment.number, commitment.version, record_sha256), _QR_SIDE)
    widths = (TEXT_WIDTH - _QR_SIDE, _QR_SIDE)
    return grid([[left, right]], widths, [("TOPPADDING", (0, 0), (-1, -1), 0)])


def _totals(sheet: CommitmentSheet) -> Table:
    commitment = sheet.commitment
    tongue = Tongue(sheet.language)
    national = tongue.amount(commitment.national)
    cells = [_total(tongue.tr("Total of this commitment"), national)]
    if commitment.national.currency != USD:
        cells.append(_total(tongue.tr("In US dollars"), tongue.amount(commitment.usd)))
        cells[-1].append(said(_rate_line(sheet), SMALL))
    width = TEXT_WIDTH / len(cells)
    return grid(
        [cells],
        [width] * len(cells),
        [
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEBEFORE", (0, 0), (0, 0), 2.5, ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ],
    )


def _total(label: Said, text: str) -> list[Flowable]:
    size = fitting_size(text, BOLD, 17, TEXT_WIDTH / 2 - 24)
    return [said(label, SMALL, beside=True), paragraph(text, style(size, bold=True, ink=ACCENT))]


def _rate_line(sheet: CommitmentSheet) -> Said:
    tongue, rate = Tongue(sheet.language), sheet.commitment.terms.rate
    return tongue.tr("at {rate}, {day}", rate=quotes(rate), day=tongue.day(rate.day))


def _facts(sheet: CommitmentSheet) -> list[tuple[Value, Value]]:
    tongue, edition, terms = Tongue(sheet.language), sheet.edition, sheet.commitment.terms
    packages = _packages(sheet)
    listed = tongue.tr(
        "{serial}, version {version}, issued {day}",
        serial=edition.serial,
        version=str(edition.version),
        day=tongue.day(edition.issued),
    )
    money = tongue.tr(
        "{year}, {money}",
        year=str(terms.fiscal_year),
        money=tongue.tr(_MONEY[terms.money_source]),
    )
    return [
        (tongue.tr("Request list"), listed),
        (tongue.tr("Approval"), _approval(sheet.attestation, tongue)),
        (
            tongue.tr("Package") if len(packages) == 1 else tongue.tr("Packages"),
            "\n".join(packages),
        ),
        (tongue.tr("Budget line"), terms.budget_line),
        (tongue.tr("Fiscal year"), money),
        (tongue.tr("Legal basis"), terms.legal_basis),
        (tongue.tr("Valid until"), tongue.day(terms.validity) if terms.validity else ""),
    ]


def _approval(attestation: Attestation | None, tongue: Tongue) -> Value:
    """The letter, its hash and the two officers, for a list that came without a signed release."""
    if attestation is None:
        return ""
    letter = attestation.letter
    by = [
        tongue.tr("{officer} on {day}", officer=one.name, day=tongue.day(one.at.date()))
        for one in attestation.attestors
    ]
    return tongue.tr(
        "Letter {reference} of {day} (file {file}), attested to by {officers}. SHA-256 of the letter: {sha256}",
        reference=letter.reference,
        day=tongue.day(letter.day),
        file=letter.name,
        officers=join(", ", by),
        sha256=letter.sha256,
    )


def _packages(sheet: CommitmentSheet) -> list[str]:
    packages = {entry.package.code: entry.package for entry in sheet.lines if entry.package}
    return [f"{package.code}: {package.title}" for package in packages.values()]
