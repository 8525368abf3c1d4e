"""Which page stands behind each button of the rail."""

from collections.abc import Mapping

from procure_desktop.gui.actions import Place
from procure_desktop.gui.commitments_page import CommitmentsPage
from procure_desktop.gui.documents_page import DocumentsPage
from procure_desktop.gui.effects_page import EffectsPage
from procure_desktop.gui.home_page import HomePage
from procure_desktop.gui.journal_page import JournalPage
from procure_desktop.gui.lines_page import LinesPage
from procure_desktop.gui.page import Page
from procure_desktop.gui.stock_page import StockPage
from procure_desktop.gui.versions_page import VersionsPage

PAGES: Mapping[Place, type[Page]] = {
    page.place: page
    for page in (
        HomePage,
        LinesPage,
        VersionsPage,
        EffectsPage,
        CommitmentsPage,
        StockPage,
        DocumentsPage,
        JournalPage,
    )
}
