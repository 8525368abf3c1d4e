"""The record of a commitment inside its document: canonical JSON as an associated file."""

import io
import zlib
from datetime import date

import pikepdf
from pikepdf import Name

RECORD_NAME = "commitment.json"
MOST_RECORD_BYTES = 4 * 1024 * 1024


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
        relationship=Name.Data,
    )
    pdf.attachments[RECORD_NAME] = attached
    pdf.Root.AF = pdf.make_indirect(pikepdf.Array([pdf.attachments[RECORD_NAME].obj]))


def read_record(pdf: bytes) -> bytes | None:
    """The attached record, or None where there is none that can be read; never raises."""
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
            return _unpack(document.attachments[RECORD_NAME].get_file().obj)
    except Exception:  # noqa: BLE001 (a hostile file may raise anything)
        return None


def _unpack(stream: pikepdf.Object) -> bytes:
    """Inflate within a limit: a few kilobytes may claim to be gigabytes."""
    raw = stream.read_raw_bytes()
    packing = stream.get(Name.Filter)
    if packing is None and len(raw) <= MOST_RECORD_BYTES:
        return raw
    if packing != Name.FlateDecode or Name.DecodeParms in stream:
        raise ValueError(packing)
    inflater = zlib.decompressobj()
    record = inflater.decompress(raw, MOST_RECORD_BYTES)
    if not inflater.eof:
        raise ValueError(len(raw))
    return record
