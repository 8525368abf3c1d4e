"""The band over a page that not both officers have signed: on screen and paper, never in the bytes."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from procure_desktop.gui.style.colours import LIGHT, Tone
from procure_desktop.language import ENGLISH, language, marked

WORDS = marked("DRAFT · NOT SIGNED BY BOTH")
# Paper is white in every look of the window.
_GROUND = LIGHT.tones[Tone.DEMO][1]
_LETTERS = LIGHT.tones[Tone.REFUSED][0]
_SLANT = -35
_SHARE = 0.036
_OF_TWO, _APART = 0.7, 1.25
_VEIL = 56
_INK = 110


def draw_draft_band(page: QImage, code: str = ENGLISH) -> None:
    """Draw the band across the middle of a page; what stands beneath stays readable."""
    height = page.height() * _SHARE
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(page.width() / 2, page.height() / 2)
    painter.rotate(_SLANT)
    length = page.width() + page.height()
    painter.fillRect(QRectF(-length / 2, -height, length, 2 * height), _faint(_GROUND, _VEIL))
    painter.fillPath(_words(height, code), _faint(_LETTERS, _INK))
    painter.end()


def _words(height: float, code: str) -> QPainterPath:
    texts = dict.fromkeys((language(code).tr(WORDS), WORDS))
    size = height if len(texts) == 1 else height * _OF_TWO
    path = QPainterPath()
    for place, text in enumerate(texts):
        line = _line(text, size)
        line.translate(0, (place - (len(texts) - 1) / 2) * size * _APART)
        path.addPath(line)
    return path


def _line(text: str, size: float) -> QPainterPath:
    font = QFont()
    font.setBold(True)
    font.setPixelSize(max(int(size), 1))
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    path.translate(-path.boundingRect().center())
    return path


def _faint(colour: str, opacity: int) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(opacity)
    return faint
