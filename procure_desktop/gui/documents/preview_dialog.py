"""The preview: the pages of a document as they will be printed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.elided_label import ElidedLabel
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.page_images import draw_pages
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.gui.parts.text_label import Heading
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr
from procure_desktop.services.document_bytes import DocumentBytes
from procure_desktop.wording.errors import sentence

_ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_START = 2
_SCREEN = 96 / 72


class PageView(QWidget):
    """One page, painted as it is."""

    def __init__(self, image: QImage, number: int, total: int) -> None:
        """Show `image`, which was drawn for the screen's pixel ratio."""
        super().__init__()
        self._image = image
        self.setObjectName(f"page-{number}")
        self.setAccessibleName(tr("Page {n} of {total}").format(n=number, total=total))
        self.setFixedSize(self._size())

    def _size(self) -> QSize:
        return self._image.deviceIndependentSize().toSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.setPen(self.palette().color(self.palette().ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PreviewDialog(QDialog):
    """Shows every page; its buttons print and export what is shown."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        read: Callable[[Progress], DocumentBytes],
        printed: Callable[[], None],
        exported: Callable[[], None],
    ) -> None:
        """Read the document by `read`, then draw it."""
        super().__init__(parent)
        self.setObjectName("preview-dialog")
        self.setWindowTitle(tr("Preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._document: DocumentBytes | None = None
        self._zoom = _START
        self._make_parts(printed, exported)
        self._lay_out()
        self._resize_to(parent.window().size())
        self._read(read)

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        read: Callable[[Progress], DocumentBytes],
        printed: Callable[[], None],
        exported: Callable[[], None],
    ) -> "PreviewDialog":
        """Open the preview of the document that `read` returns."""
        dialog = cls(desk, parent, read, printed, exported)
        dialog.open()
        return dialog

    def _make_parts(self, printed: Callable[[], None], exported: Callable[[], None]) -> None:
        self.heading = Heading(tr("Preview"), steps=2)
        self.state = ElidedLabel()
        self.state.setObjectName("preview-state")
        self.state.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        self.messages = MessageBar()
        self.area = QScrollArea()
        self.area.setObjectName("pages")
        self.area.setAccessibleName(tr("Pages"))
        self.area.setWidgetResizable(True)
        self.area.setBackgroundRole(self.palette().ColorRole.Mid)
        self.smaller = PushButton("zoom-out", tr("S&maller"), "zoom-out")
        self.larger = PushButton("zoom-in", tr("&Larger"), "zoom-in")
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.print = PushButton("preview-print", tr("&Print…"), "print", accent=True)
        self.export = PushButton("preview-export", tr("&Export PDF…"), "export")
        self.print.clicked.connect(printed)
        self.export.clicked.connect(exported)
        self.shut = PushButton("preview-close", tr("&Close"))
        self.shut.clicked.connect(self.reject)
        for button in (self.print, self.export):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.state)
        head.addStretch(1)
        for button in (self.smaller, self.larger, self.export, self.print):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self.messages)
        layout.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.addWidget(TaskStrip(self._desk.tasks), 1)
        foot.addStretch(0)
        foot.addWidget(self.shut)
        layout.addLayout(foot)

    def _resize_to(self, window: QSize) -> None:
        self.resize(round(window.width() * 0.8), round(window.height() * 0.92))

    def _read(self, read: Callable[[Progress], DocumentBytes]) -> None:
        self._desk.tasks.start(
            tr("Reading the document"),
            read,
            self._show,
            self._refuse,
        )

    def _show(self, document: DocumentBytes) -> None:
        self._document = document
        number = document.number or tr("Draft")
        self.heading.setText(number)
        self.setWindowTitle(tr("Preview of {number}").format(number=number))
        wear(self.state, Tone.DONE if document.signed else Tone.WARNING)
        self.state.setText(
            tr("Signed by both officers")
            if document.signed
            else tr("DRAFT: not signed by both officers")
        )
        self.print.setEnabled(True)
        self.export.setEnabled(bool(document.number))
        self._draw()

    def _draw(self) -> None:
        document = self._document
        if document is None:
            return
        ratio = self.devicePixelRatioF()
        scale = _SCREEN * _ZOOMS[self._zoom] * ratio

        def draw(progress: Progress) -> list[QImage]:
            images = list(draw_pages(document, scale, progress))
            for image in images:
                image.setDevicePixelRatio(ratio)
            return images

        self._desk.tasks.start(tr("Drawing the pages"), draw, self._show_pages, self._refuse)

    def _show_pages(self, images: list[QImage]) -> None:
        place = self.area.verticalScrollBar().value()
        sheet = QWidget()
        sheet.setAccessibleName(tr("Pages"))
        layout = QVBoxLayout(sheet)
        tight(layout, margin=2 * GAP, gap=2 * GAP)
        for number, image in enumerate(images, 1):
            view = PageView(image, number, len(images))
            layout.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self.area.setWidget(sheet)
        self.area.verticalScrollBar().setValue(place)

    def _refuse(self, error: ProcureError) -> None:
        self.messages.refuse(sentence(error))

    @Slot()
    def _zoom_in(self) -> None:
        self._set_zoom(self._zoom + 1)

    @Slot()
    def _zoom_out(self) -> None:
        self._set_zoom(self._zoom - 1)

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(_ZOOMS) - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(_ZOOMS) - 1)
        self._draw()
