"""Every page and dialog of the window, for the tests that look at all of them.

A new page is met by itself. A new dialog gets a line in `DIALOGS`; a test holds that each has one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from procure_desktop.gui.desk.action_rules import Place as Page
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.services.import_release import import_release
from procure_desktop.services.import_spreadsheet import import_spreadsheet
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.recovery_key import make_recovery_key, new_recovery_key
from tests.gui.hands import Hands
from tests.office_factory import (
    ADMINISTRATOR,
    AUTHORISER,
    DEPUTY,
    PREPARER,
    Place,
    authorise,
    draft,
    make_list,
    make_offer,
    submit,
)
from tests.sheets import ROW, ROWS, sheet_order, write_xlsx

Steps = Callable[[Hands, Place], None]


@dataclass(frozen=True)
class Shown:
    """A page or dialog: who opens it, on which page and row, by which action, and what is done then.

    `name` is the object name of what is in front in the end. `row` is the state of the row that is selected
    first, `any` for the first of all. `blank` means an office without commitments. `officer` is empty where
    nobody has signed in. `steps` work inside the dialog.
    """

    name: str
    officer: str = ""
    page: Page = Page.HOME
    row: str = ""
    action: str = ""
    steps: Steps | None = None
    blank: bool = False

    def __str__(self) -> str:
        by = self.action or self.page.value[0]
        return " ".join(part for part in (self.name, by, self.row, "blank" * self.blank) if part)

    def open(self, hands: Hands, place: Place) -> QWidget:
        """Open it in the office of `place` and return what is in front."""
        hands.window.show_office(place.office)
        if self.officer:
            hands.sign_in(self.officer)
            hands.click(f"rail-{self.page.value[0]}")
        if self.row:
            _select(hands, self.row)
        if self.action:
            hands.window.actions_table[self.action].trigger()
            hands.await_behind(hands.window)
        if self.steps is not None:
            self.steps(hands, place)
        hands.rest()
        # What was shown last is laid out by then.
        QApplication.processEvents()
        assert hands.front is hands.window or hands.front.objectName() == self.name
        return hands.front


def _select(hands: Hands, state: str) -> None:
    view = hands.window.view
    assert view is not None
    page = view.page
    assert isinstance(page, ListingPage)
    rows = range(len(page.model.ids))
    hands.select(
        0 if state == "any" else next(n for n in rows if page.model.row(n)["state"] == state)
    )


def _without_an_office(hands: Hands, _place: Place) -> None:
    hands.window.show_office(None)


def _forgotten(hands: Hands, _place: Place) -> None:
    hands.await_visible("forgotten-passphrase")
    hands.click("forgotten-passphrase")
    hands.await_dialog("recover-dialog")


def _wizard(page: int) -> Steps:
    """The wizard of the first day on that page, from 1, come to by skipping those before."""

    def steps(hands: Hands, _place: Place) -> None:
        hands.window.show_office(None)
        hands.window.begin_first_day()
        hands.await_dialog("first-day-wizard")
        for _ in range(page - 1):
            hands.click("wizard-skip")
            hands.rest()

    return steps


def _new_officer(hands: Hands, place: Place) -> None:
    _wizard(3)(hands, place)
    hands.click("wizard-add-officer")
    hands.await_dialog("wizard-officer-dialog")


def _restore(hands: Hands, place: Place) -> None:
    hands.window.show_office(None)
    hands.click("restore-office")
    hands.await_dialog("restore-dialog")


def _within(button: str, name: str) -> Steps:
    def steps(hands: Hands, _place: Place) -> None:
        hands.select(1)
        hands.click(button)
        hands.await_dialog(name)

    return steps


def _of_views(action: str, name: str) -> Steps:
    def steps(hands: Hands, _place: Place) -> None:
        menu = hands.find(QToolButton, "views").menu()
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.objectName() == action).trigger()
        hands.await_dialog(name)

    return steps


def _verify_what_is_no_document(hands: Hands, place: Place) -> None:
    hands.write("pdf-file", str(place.root))
    hands.click("verify-dialog-do")
    hands.rest()


def _preview_release(hands: Hands, place: Place) -> None:
    hands.write("release-file", str(place.release))
    hands.click("import-dialog-do")
    hands.rest()


def _spreadsheet(step: int) -> Steps:
    """The wizard on a file with one row that is wrong, up to a step."""

    def steps(hands: Hands, place: Place) -> None:
        path = write_xlsx(place.folder / "list.xlsx", [*ROWS, (4, *ROW[1:7], "much", *ROW[8:])])
        hands.window.actions_table["import-spreadsheet"].trigger()
        hands.await_dialog("spreadsheet-dialog")
        if step > 1:
            hands.write("sheet-file", str(path))
            hands.write("sheet-sender", "Test sender")
        for number in range(1, step):
            if number == step - 1 == LAST_STEP - 1:
                hands.write("list-serial", "UA-SHEET")
            hands.rest()
            hands.click("spreadsheet-dialog-do")
            hands.rest()

    return steps


LAST_STEP = 4


def _attest(hands: Hands, place: Place) -> None:
    """An unapproved list whose letter is stored."""
    with place.signed_in(ADMINISTRATOR) as office:
        import_spreadsheet(office, sheet_order(place.folder, letter=True))
    hands.window.actions_table["attest-list"].trigger()
    hands.await_dialog("attest-dialog")


def _letter(hands: Hands, place: Place) -> None:
    _attest(hands, place)
    hands.click("open-letter")
    hands.await_dialog("letter-dialog")


SIGN_IN = (
    Shown("sign-in-page"),
    Shown("sign-in-page", steps=_without_an_office, blank=True),
)
PAGES = tuple(
    Shown(f"{page.value[0]}-page", DEPUTY, page, row, blank=blank)
    for page in Page
    for row, blank in (
        (("", True), ("", False))
        if page in {Page.HOME, Page.VERSIONS}
        else (("", True), ("any", False))
    )
)
DIALOGS = (
    *(Shown("first-day-wizard", steps=_wizard(page)) for page in range(1, 6)),
    Shown("wizard-officer-dialog", steps=_new_officer),
    Shown("restore-dialog", steps=_restore),
    Shown("recover-dialog", steps=_forgotten),
    Shown("import-dialog", ADMINISTRATOR, action="import-release", steps=_preview_release),
    *(Shown("spreadsheet-dialog", PREPARER, steps=_spreadsheet(step)) for step in range(1, 5)),
    Shown("attest-dialog", PREPARER, action="attest-list"),
    Shown("attest-dialog", AUTHORISER, steps=_attest),
    Shown("letter-dialog", AUTHORISER, steps=_letter),
    Shown("trust-dialog", ADMINISTRATOR, action="pin-trust"),
    Shown("commit-dialog", PREPARER, Page.LINES, "open", "commit-funds"),
    Shown("commit-dialog", PREPARER, Page.COMMITMENTS, "draft", "edit-draft"),
    Shown("sign-dialog", PREPARER, Page.COMMITMENTS, "draft", "submit"),
    Shown("reason-dialog", PREPARER, Page.COMMITMENTS, "draft", "withdraw"),
    Shown("preview-dialog", PREPARER, Page.COMMITMENTS, "draft", "preview"),
    Shown("preview-dialog", PREPARER, Page.COMMITMENTS, "authorised", "preview"),
    Shown("sign-dialog", AUTHORISER, Page.COMMITMENTS, "submitted", "authorise"),
    Shown("reason-dialog", AUTHORISER, Page.COMMITMENTS, "submitted", "return"),
    Shown("commit-dialog", PREPARER, Page.EFFECTS, "open", "amend"),
    Shown("question-dialog", PREPARER, Page.EFFECTS, "open", "ask-issuer"),
    Shown("accept-dialog", PREPARER, Page.EFFECTS, "open", "accept-effect"),
    Shown("donation-dialog", PREPARER, Page.LINES, "open", "log-donation"),
    Shown("line-choice-dialog", PREPARER, Page.STOCK, action="log-donation"),
    Shown("verify-dialog", PREPARER, action="verify"),
    Shown(
        "verify-dialog",
        PREPARER,
        Page.DOCUMENTS,
        action="verify",
        steps=_verify_what_is_no_document,
    ),
    Shown("about-dialog", PREPARER, action="about"),
    Shown("view-dialog", PREPARER, Page.LINES, steps=_of_views("save-view-as", "view-dialog")),
    Shown(
        "columns-dialog",
        PREPARER,
        Page.LINES,
        steps=_of_views("arrange-columns", "columns-dialog"),
    ),
    Shown("find-dialog", PREPARER, action="find-anything"),
    Shown("preferences-dialog", PREPARER, action="preferences"),
    Shown("passphrase-dialog", PREPARER, action="change-passphrase"),
    Shown("recovery-key-dialog", ADMINISTRATOR, action="recovery-key"),
    Shown("office-settings-dialog", ADMINISTRATOR, action="office-settings"),
    Shown("officers-dialog", ADMINISTRATOR, action="officers"),
    Shown(
        "leave-dialog",
        ADMINISTRATOR,
        action="officers",
        steps=_within("leave", "leave-dialog"),
    ),
    Shown(
        "add-officer-dialog",
        ADMINISTRATOR,
        action="officers",
        steps=_within("add-officer", "add-officer-dialog"),
    ),
    Shown("enrol-dialog", ADMINISTRATOR, action="officers", steps=_within("enrol", "enrol-dialog")),
)
EVERY = (*SIGN_IN, *PAGES, *DIALOGS)


def keep_records(place: Place) -> None:
    """Let the office have a commitment in every state, a donation, and a version that touches them."""
    with place.signed_in(PREPARER) as preparer, place.signed_in(AUTHORISER) as authoriser:
        authorise(authoriser, place, submit(preparer, place))
        submit(preparer, place)
        draft(preparer)
        log_donation(preparer, make_offer())
        first, *others = make_list().lines
        later = replace(first, required_by=date(2027, 6, 30))
        import_release(preparer, place.publish(replace(make_list(2), lines=(later, *others))))
    with place.signed_in(ADMINISTRATOR) as administrator:
        make_recovery_key(administrator, new_recovery_key())
