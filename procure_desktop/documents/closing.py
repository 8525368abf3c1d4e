"""What follows the lines: how figures were made, the conditions, the signatures, and how to check it all."""

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from procure_desktop.documents.attachment import RECORD_NAME
from procure_desktop.documents.figures import NBSP, quotes
from procure_desktop.documents.layout import facts, grid, heading, paragraph, said
from procure_desktop.documents.page_frame import short_title
from procure_desktop.documents.signature_boxes import SignatureBoxes
from procure_desktop.documents.styles import FAINT, LABEL, SMALL, TEXT_WIDTH, style
from procure_desktop.documents.tongue import Said, Tongue, Value, in_a_line
from procure_desktop.domain.document import TEMPLATE_VERSION, CommitmentSheet
from procure_desktop.domain.money import minor_digits
from procure_desktop.domain.rate import USD
from procure_desktop.language import marked

_CHECK_LABEL = style(6.8, ink=FAINT, bold=True)
_CHECK_WIDTH = 92.0
_TO_THE_CENT = marked(
    "Each line is converted and rounded half up to the cent; totals are sums of the lines as printed."
)
_TO_THE_UNIT = marked(
    "Each line is converted and rounded half up to the smallest unit of its currency; "
    "totals are sums of the lines as printed."
)


def closing(sheet: CommitmentSheet, record_sha256: str, boxes: SignatureBoxes) -> list[Flowable]:
    """All flowables after the table of lines; the signatures and checks stay on one page."""
    tongue = Tongue(sheet.language)
    end: list[Flowable] = [
        *heading(tongue.tr("Signatures")),
        said(_signed_sum(sheet), LABEL),
        Spacer(0, 3),
        boxes,
        Spacer(0, 5),
        _checks(sheet, record_sha256),
    ]
    return [*_terms(sheet), KeepTogether(end)]


def _signed_sum(sheet: CommitmentSheet) -> Said:
    """What the signatures are for, said again: they may stand alone on the last page."""
    tongue = Tongue(sheet.language)
    national, usd = sheet.commitment.national, sheet.commitment.usd
    sums = tongue.amount(national)
    if national != usd:
        sums += f" ({tongue.amount(usd)})"
    return tongue.tr("For {number}: {sums}", number=short_title(sheet), sums=sums)


def _terms(sheet: CommitmentSheet) -> list[Flowable]:
    tongue = Tongue(sheet.language)
    conditions = (tongue.tr("Conditions"), sheet.commitment.terms.conditions)
    rows: list[tuple[Value, Value]] = [*_conversion(sheet), conditions]
    head = heading(tongue.tr("Terms"))
    return [*head, facts(rows)] if any(value for _, value in rows) else []


def _conversion(sheet: CommitmentSheet) -> list[tuple[Value, Value]]:
    tongue, rate = Tongue(sheet.language), sheet.commitment.terms.rate
    if rate.currency == USD:
        return []
    quoted = tongue.tr(
        "{rate}, {day}, {source}",
        rate=quotes(rate),
        day=tongue.day(rate.day),
        source=rate.source,
    )
    rounding = tongue.tr(
        _TO_THE_CENT if minor_digits(rate.currency) == minor_digits(USD) else _TO_THE_UNIT
    )
    return [(tongue.tr("Rate"), quoted), (tongue.tr("Rounding"), rounding)]


def _checks(sheet: CommitmentSheet, record_sha256: str) -> Table:
    tongue = Tongue(sheet.language)
    template = in_a_line(tongue.tr("template {number}", number=str(TEMPLATE_VERSION)))
    record = f"{RECORD_NAME}, {template}, {_hash(record_sha256)}"
    rows = [(tongue.tr("Attached record"), record)]
    head = sheet.journal
    if head.number:
        entry = in_a_line(tongue.tr("entry {number}", number=tongue.whole(head.number)))
        rows.append((tongue.tr("Journal before this"), f"{entry}, {_hash(head.sha256)}"))
    cells = [(said(label, _CHECK_LABEL), paragraph(value, SMALL)) for label, value in rows]
    widths = (_CHECK_WIDTH, TEXT_WIDTH - _CHECK_WIDTH)
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 0.6) for side in ("TOP", "BOTTOM")]
    return grid(cells, widths, padding)


def _hash(sha256: str) -> str:
    return f"SHA-256{NBSP}{sha256}"
