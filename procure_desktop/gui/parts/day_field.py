"""A field for a day, as ISO 8601 writes it."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


class DayField(QDateEdit):
    """Holds one day; chosen with the keyboard or from a calendar."""

    def __init__(self, name: str, day: date) -> None:
        """Begin with a day."""
        super().__init__(QDate(day.year, day.month, day.day))
        self.setObjectName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())
