"""What follows the lines: how figures were made, the conditions, the signatures, and how to check it all."""

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from procure_desktop.documents.attachment import RECORD_NAME
from procure_desktop.documents.figures import NBSP, amount, day, quotes, whole
from procure_desktop.documents.layout import facts, grid, heading, paragraph
from procure_desktop.documents.page_frame import short_title
from procure_desktop.documents.signature_boxes import SignatureBoxes
from procure_desktop.documents.styles import FAINT, LABEL, SMALL, TEXT_WIDTH, style
from procure_desktop.domain.document import TEMPLATE_VERSION, CommitmentSheet
from procure_desktop.domain.money import minor_digits
from procure_desktop.domain.rate import USD

_CHECK_LABEL = style(6.8, ink=FAINT, bold=True)
_CHECK_WIDTH = 92.0


def closing(sheet: CommitmentSheet, record_sha256: str, boxes: SignatureBoxes) -> list[Flowable]:
    """All flowables after the table of lines; the signatures and checks stay on one page."""
    end: list[Flowable] = [
        *heading("Signatures"),
        paragraph(_signed_sum(sheet), LABEL),
        Spacer(0, 3),
        boxes,
        Spacer(0, 5),
        _checks(sheet, record_sha256),
    ]
    return [*_terms(sheet), KeepTogether(end)]


def _signed_sum(sheet: CommitmentSheet) -> str:
    """What the signatures are for, said again: they may stand alone on the last page."""
    national, usd = sheet.commitment.national, sheet.commitment.usd
    sums = amount(usd) if national == usd else f"{amount(national)} ({amount(usd)})"
    return f"For {short_title(sheet)}: {sums}"


def _terms(sheet: CommitmentSheet) -> list[Flowable]:
    rows = [*_conversion(sheet), ("Conditions", sheet.commitment.terms.conditions)]
    return [*heading("Terms"), facts(rows)] if any(value for _, value in rows) else []


def _conversion(sheet: CommitmentSheet) -> list[tuple[str, str]]:
    rate = sheet.commitment.terms.rate
    if rate.currency == USD:
        return []
    quoted = f"{quotes(rate)}, {day(rate.day)}, {rate.source}"
    return [("Rate", quoted), ("Rounding", _rounding(rate.currency))]


def _rounding(currency: str) -> str:
    place = (
        "cent" if minor_digits(currency) == minor_digits(USD) else "smallest unit of its currency"
    )
    return (
        f"Each line is converted and rounded half up to the {place}; "
        "totals are sums of the lines as printed."
    )


def _checks(sheet: CommitmentSheet, record_sha256: str) -> Table:
    record = f"{RECORD_NAME}, template{NBSP}{TEMPLATE_VERSION}, SHA-256{NBSP}{record_sha256}"
    rows = [("Attached record", record)]
    head = sheet.journal
    if head.number:
        rows.append(
            ("Journal before this", f"entry {whole(head.number)}, SHA-256{NBSP}{head.sha256}")
        )
    cells = [(paragraph(label, _CHECK_LABEL), paragraph(value, SMALL)) for label, value in rows]
    widths = (_CHECK_WIDTH, TEXT_WIDTH - _CHECK_WIDTH)
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 0.6) for side in ("TOP", "BOTTOM")]
    return grid(cells, widths, padding)
