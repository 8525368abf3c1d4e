"""One broadcast: what has changed, so that every page that shows it reads its ids again."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from procure_desktop.domain.listing import Listing


class Changes(QObject):
    """`announced` carries the frozenset of listings whose records changed."""

    announced = Signal(object)

    def announce(self, listings: Iterable[Listing]) -> None:
        """Tell every page; each change is in the journal too."""
        self.announced.emit(frozenset({*listings, Listing.JOURNAL}))
