"""A field for a day, written as the spoken language writes days."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit

from procure_desktop.language import spoken
from procure_desktop.wording import figures


class DayField(QDateEdit):
    """Holds one day; chosen with the keyboard or from a calendar."""

    def __init__(self, name: str, day: date) -> None:
        """Begin with a day."""
        super().__init__(QDate(day.year, day.month, day.day))
        self.setObjectName(name)
        self.setLocale(QLocale(spoken().locale))
        self.setCalendarPopup(True)
        # Qt counts the digits of a year.
        self.setDisplayFormat(figures.day_pattern().replace("y", "yyyy"))

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())
