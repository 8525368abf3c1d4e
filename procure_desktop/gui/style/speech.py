"""The language of the whole window: the program's own texts, Qt's, and the way figures are written."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.language import ENGLISH, Language, speak

NAMES = {"en": "English", "uk": "Українська"}
"""Every language as those who speak it call it; never translated."""


class Speech(QObject):
    """Speaks what is preferred; what is shown already is worded anew by whoever shows it."""

    def __init__(self, application: QApplication) -> None:
        """Speak the preferred language, until another is preferred."""
        super().__init__(application)
        self._application = application
        self._translator: QTranslator | None = None
        self.follow()

    def follow(self) -> None:
        """Speak what is preferred now."""
        language = Preferences().language
        speak(language)
        QLocale.setDefault(QLocale(language.locale))
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if language.code != ENGLISH:
            self._translate_qt(language)

    def _translate_qt(self, language: Language) -> None:
        """Let Qt's own dialogs, buttons and menus speak the language too."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if translator.load(f"qtbase_{language.code}", folder):
            self._application.installTranslator(translator)
            self._translator = translator


def speak_preferred(application: QApplication) -> Speech:
    """Let the application speak what is preferred now."""
    speech = application.findChild(Speech)
    if speech is None:
        return Speech(application)
    speech.follow()
    return speech
