"""The two boxes for the signatures: drawn empty, and remembered where a signature field must lie."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Paragraph

from procure_desktop.documents.layout import said
from procure_desktop.documents.styles import FAINT, RULE, TEXT_WIDTH, style
from procure_desktop.documents.tongue import Tongue
from procure_desktop.domain.document import SignatureRole
from procure_desktop.language import marked

ROLE_LABELS = {
    SignatureRole.PREPARED_BY: marked("Prepared by"),
    SignatureRole.AUTHORISED_BY: marked("Authorised by"),
}

BOX_HEIGHT = 60.0
_BETWEEN = 18.0
BOX_WIDTH = (TEXT_WIDTH - _BETWEEN) / 2
_LABEL = style(8.4, ink=FAINT)
_ROOM = 4.0


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a signature field lies: page counted from 0, and its rectangle in points."""

    role: SignatureRole
    page: int
    rectangle: tuple[float, float, float, float]


class SignatureBoxes(Flowable):
    """Two boxes side by side, each under its label; `places` is filled when they are drawn."""

    def __init__(self, prepared_by: str, tongue: Tongue) -> None:
        super().__init__()
        prepared = tongue.tr("Prepared by {name}", name=prepared_by)
        authorised = tongue.tr(ROLE_LABELS[SignatureRole.AUTHORISED_BY])
        labels = (prepared, authorised)
        self._labels = {
            role: said(text, _LABEL, beside=True)
            for role, text in zip(SignatureRole, labels, strict=True)
        }
        self.places: list[FieldPlace] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (ReportLab's)
        """The height is that of the taller label and the box."""
        self._label_height = max(_height(label, aH) for label in self._labels.values())
        self.width, self.height = aW, self._label_height + _ROOM + BOX_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw labels and boxes, and remember the rectangles on the page."""
        self.places = []
        for column, (role, label) in enumerate(self._labels.items()):
            left = column * (BOX_WIDTH + _BETWEEN)
            label.drawOn(self.canv, left, self.height - _height(label, self.height))
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.8)
            self.canv.roundRect(left, 0, BOX_WIDTH, BOX_HEIGHT, 3)
            self.places.append(self._place(role, left))

    def _place(self, role: SignatureRole, left: float) -> FieldPlace:
        x, y = self.canv.absolutePosition(left, 0)
        rectangle = (x, y, x + BOX_WIDTH, y + BOX_HEIGHT)
        return FieldPlace(role, self.canv.getPageNumber() - 1, rectangle)


def _height(label: Paragraph, room: float) -> float:
    return float(label.wrap(BOX_WIDTH, room)[1])
