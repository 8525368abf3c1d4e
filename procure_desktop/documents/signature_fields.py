"""The two signature fields, there before anything is signed so that signing adds none."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from procure_desktop.documents.signature_boxes import ROLE_LABELS, FieldPlace
from procure_desktop.documents.tongue import Tongue, in_a_line

# Print (bit 3) and Locked (bit 8): ISO 32000-2, table 167.
_ANNOTATION_FLAGS = 132
# SignaturesExist and AppendOnly: ISO 32000-2, table 225.
_FORM_FLAGS = 3


def add_signature_fields(pdf: pikepdf.Pdf, places: Sequence[FieldPlace], tongue: Tongue) -> None:
    """Add an empty signature field at every place, in that order, called in both languages.

    The catalog is left as PAdES asks for it (ETSI EN 319 142-1), so that signing changes fields alone.
    """
    fields = [_add_field(pdf, place, tongue) for place in places]
    form = Dictionary(Fields=Array(fields), SigFlags=_FORM_FLAGS)
    pdf.Root.AcroForm = pdf.make_indirect(form)
    extension = Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=1)
    pdf.Root.Extensions = Dictionary(ESIC=extension)


def _add_field(pdf: pikepdf.Pdf, place: FieldPlace, tongue: Tongue) -> pikepdf.Object:
    page = pdf.pages[place.page]
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=pikepdf.String(place.role.value),
            TU=pikepdf.String(in_a_line(tongue.tr(ROLE_LABELS[place.role]))),
            Rect=Array([round(side, 2) for side in place.rectangle]),
            F=_ANNOTATION_FLAGS,
            P=page.obj,
        )
    )
    if Name.Annots not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(field)
    return field
