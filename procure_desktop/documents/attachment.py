"""The record of a commitment inside its document: canonical JSON as an associated file."""

from datetime import date

import pikepdf

RECORD_NAME = "commitment.json"


def attach_record(pdf: pikepdf.Pdf, record: bytes, issued: date) -> None:
    """Attach `record` as data that the whole document is about (PDF 2.0, 14.13)."""
    moment = f"D:{issued:%Y%m%d}000000Z"
    attached = pikepdf.AttachedFileSpec(
        pdf,
        record,
        description="The commitment as canonical JSON",
        filename=RECORD_NAME,
        mime_type="application/json",
        creation_date=moment,
        mod_date=moment,
        relationship=pikepdf.Name.Data,
    )
    pdf.attachments[RECORD_NAME] = attached
    pdf.Root.AF = pdf.make_indirect(pikepdf.Array([pdf.attachments[RECORD_NAME].obj]))
