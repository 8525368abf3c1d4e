"""First page: the language that people are addressed in, and the region whose figures they read."""

from datetime import date

from babel import Locale
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox

from procure_desktop.domain.money import Money
from procure_desktop.gui.first_day.plan import Plan
from procure_desktop.gui.first_day.step import Step, add_field
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.gui.style.speech import NAMES
from procure_desktop.language import REGIONS, marked, spoken, tr
from procure_desktop.wording import figures

_DAY = date(2026, 12, 31)
_AMOUNT = Money(123456789, "EUR")


class LanguageStep(Step):
    """`spoken` tells that another language or region is preferred: everything is worded anew."""

    title = marked("Language and region")
    spoken = Signal()

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Offer every language, and the regions of the one that is spoken."""
        super().__init__(plan, tasks, messages)
        self.say(
            tr(
                "The window, its messages and the documents speak this language; documents carry English beside it. "
                "You can change it at any time in the View menu."
            )
        )
        self._make_fields()
        form = self.add_form()
        add_field(form, tr("&Language"), self.language)
        add_field(form, tr("&Region"), self.region)
        add_field(form, tr("It looks like this"), self._sample())
        self.body.addStretch(1)
        self.language.activated.connect(self._choose)
        self.region.activated.connect(self._choose)

    def _make_fields(self) -> None:
        self.language = QComboBox()
        self.language.setObjectName("wizard-language")
        for code, name in NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(spoken().code))
        self.region = QComboBox()
        self.region.setObjectName("wizard-region")
        territories = Locale.parse(spoken().locale).territories
        for region in REGIONS[spoken().code]:
            self.region.addItem(territories[region], region)
        self.region.setCurrentIndex(self.region.findData(spoken().locale[-2:]))

    def _sample(self) -> TextLabel:
        text = f"{figures.day(_DAY)} · {figures.amount(_AMOUNT)}"
        label = TextLabel(text).copyable()
        label.setObjectName("wizard-sample")
        return label

    @Slot()
    def _choose(self) -> None:
        code = str(self.language.currentData())
        region = str(self.region.currentData())
        known = REGIONS[code]
        keep_language(code, region if region in known else known[0])
        self.spoken.emit()


def keep_language(code: str, region: str) -> None:
    """Prefer a language and region from now on."""
    preferences = Preferences()
    preferences.keep("language", code)
    preferences.keep("region", region)
