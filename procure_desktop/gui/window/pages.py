"""Which page stands behind each button of the rail."""

from collections.abc import Mapping

from procure_desktop.gui.commitments.commitments_page import CommitmentsPage
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.documents.documents_page import DocumentsPage
from procure_desktop.gui.home.home_page import HomePage
from procure_desktop.gui.journal.journal_page import JournalPage
from procure_desktop.gui.request_lists.lines_page import LinesPage
from procure_desktop.gui.stock.stock_page import StockPage
from procure_desktop.gui.versions.effects_page import EffectsPage
from procure_desktop.gui.versions.versions_page import VersionsPage

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
