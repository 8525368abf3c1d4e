"""What this program is: its purpose, version, limits, and the licence of what it carries."""

from importlib.metadata import version
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, text_height, text_width, tight
from procure_desktop.gui.style.scrolled import Scrolled, fit_screen
from procure_desktop.language import tr

_LICENCE_LINES = 8


class AboutDialog(QDialog):
    """Plain text only."""

    def __init__(self, parent: QWidget) -> None:
        """Show it all at once."""
        super().__init__(parent)
        self.setObjectName("about-dialog")
        self.setWindowTitle(tr("About Procure Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shut = PushButton("about-close", tr("&Close"), accent=True)
        self.shut.setDefault(True)
        self.shut.clicked.connect(self.accept)
        self._lay_out()
        self.setMinimumWidth(text_width(self, 90))

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Open the dialog."""
        dialog = cls(parent)
        fit_screen(dialog)
        dialog.open()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP, gap=GAP + GAP // 2)
        layout.addWidget(Heading(tr("Procure Desktop"), steps=3))
        layout.addWidget(Scrolled(self._words(), self.windowTitle(), beside=8 * text_height()), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.shut)
        layout.addLayout(foot)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        tight(words, gap=GAP + GAP // 2)
        release = tr("Version {version}").format(version=version("procure-desktop"))
        words.addWidget(TextLabel(release).copyable())
        for text in self._sentences():
            words.addWidget(TextLabel(text, wrap=True).copyable())
        words.addWidget(Heading(tr("Fonts"), steps=0))
        words.addWidget(self._licence(), 1)
        return words

    def _sentences(self) -> tuple[str, ...]:
        return (
            tr(
                "The desk of an allied ministry in the purchase of US weapons for Ukraine through "
                "NATO: from an approved request list to a commitment with two signatures."
            ),
            tr(
                "It is not accredited by any authority. The highest handling marking it may hold is "
                "a setting that the office's administrator answers for."
            ),
            tr("It never uses the network: what comes in and goes out are files."),
        )

    def _licence(self) -> QPlainTextEdit:
        edit = QPlainTextEdit(_font_licence())
        edit.setObjectName("font-licence")
        edit.setAccessibleName(tr("Licence of the fonts"))
        edit.setReadOnly(True)
        edit.setTabChangesFocus(True)
        edit.setMinimumHeight(_LICENCE_LINES * edit.fontMetrics().lineSpacing() + 2 * GAP)
        return edit


def _font_licence() -> str:
    folder = files("procure_desktop.resources").joinpath("fonts")
    return folder.joinpath("OFL.txt").read_text(encoding="utf-8")
