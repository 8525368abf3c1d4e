"""The commitment document: from the plain values of a sheet to the frozen, unsigned PDF."""

import hashlib
import io

import pikepdf
from reportlab.platypus import Flowable

from procure_desktop.documents.attachment import attach_record
from procure_desktop.documents.closing import closing
from procure_desktop.documents.fonts import load_fonts
from procure_desktop.documents.glyphs import check_sheet
from procure_desktop.documents.layout import heading
from procure_desktop.documents.letterhead import letterhead
from procure_desktop.documents.line_table import line_table
from procure_desktop.documents.page_frame import FolioCanvas, PageFrame
from procure_desktop.documents.signature_boxes import FieldPlace, SignatureBoxes
from procure_desktop.documents.signature_fields import add_signature_fields
from procure_desktop.documents.tongue import Tongue
from procure_desktop.domain.document import CommitmentSheet, FrozenDocument


def render_commitment(sheet: CommitmentSheet, record: bytes) -> FrozenDocument:
    """Draw `sheet`, attach `record` (its canonical JSON) and lay out both signature fields.

    The same sheet and record give the same bytes in any process. Raises GlyphMissingError or
    HiddenCharacterError for text that paper cannot show.
    """
    load_fonts()
    check_sheet(sheet)
    record_sha256 = hashlib.sha256(record).hexdigest()
    drawn, places = _draw(sheet, record_sha256)
    unsigned = _assemble(drawn, places, sheet, record)
    return FrozenDocument(unsigned, hashlib.sha256(unsigned).hexdigest(), record, record_sha256)


def _draw(sheet: CommitmentSheet, record_sha256: str) -> tuple[bytes, list[FieldPlace]]:
    file = io.BytesIO()
    tongue = Tongue(sheet.language)
    boxes = SignatureBoxes(sheet.prepared_by, tongue)
    story: list[Flowable] = [
        *letterhead(sheet, record_sha256),
        *heading(tongue.tr("Funded lines")),
        line_table(sheet),
        *closing(sheet, record_sha256, boxes),
    ]
    PageFrame(file, sheet).build(story, canvasmaker=FolioCanvas)
    return file.getvalue(), boxes.places


def _assemble(
    drawn: bytes, places: list[FieldPlace], sheet: CommitmentSheet, record: bytes
) -> bytes:
    moment = f"D:{sheet.issued:%Y%m%d}000000Z"
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        attach_record(pdf, record, sheet.issued)
        add_signature_fields(pdf, places, Tongue(sheet.language))
        pdf.docinfo.CreationDate = pikepdf.String(moment)
        pdf.docinfo.ModDate = pikepdf.String(moment)
        return _save(pdf)


def _save(pdf: pikepdf.Pdf) -> bytes:
    """Write one revision with a plain cross-reference table, which signing then continues."""
    file = io.BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
    )
    return file.getvalue()
