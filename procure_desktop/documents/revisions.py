"""The revisions of a signed PDF: one that was frozen, then one for each signature and nothing else."""

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    FormUpdatingRule,
    ModificationLevel,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
)

from procure_desktop.documents.signature_reading import SignatureReading

# Stricter than pyHanko's own: no new fields, no other fields filled, nothing without a purpose.
_SIGNING_ONLY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(ignored_keys=frozenset()),  # type: ignore[no-untyped-call]
        DocInfoRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=FormUpdatingRule([SigFieldModificationRule()], ignored_acroform_keys={"/Fields"}),
    ignore_orphaned_objects=False,
    ignore_identical_objects=False,
)


def only_signing_follows(reader: PdfFileReader, signatures: list[SignatureReading]) -> bool:
    """Whether each revision after the first fills one signature field, in order, and changes no more."""
    made = [signature.revision for signature in signatures]
    expected = range(1, len(signatures) + 1)
    if reader.xrefs.total_revisions != len(signatures) + 1 or made != list(expected):
        return False
    return all(_only_signs(reader, signatures[number - 1], number) for number in expected)


def begins_with(reader: PdfFileReader, pdf: bytes, frozen: bytes) -> bool:
    """Whether the first revision is `frozen`, byte for byte, and readers start from it."""
    start = reader.xrefs.get_startxref_for_revision(0)
    return pdf.startswith(frozen) and frozen.rstrip().endswith(b"startxref\n%d\n%%%%EOF" % start)


def _only_signs(reader: PdfFileReader, signature: SignatureReading, number: int) -> bool:
    old = reader.get_historical_resolver(number - 1)
    new = reader.get_historical_resolver(number)
    if old.root_ref != new.root_ref:
        return False
    try:
        result = _SIGNING_ONLY.apply(old, new)
    except SuspiciousModification:
        return False
    return result.changed_form_fields == {signature.role.value}
