"""The one table of actions: what each is called, its keys, its sign, and when it can be used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import RecordKind
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settling import EffectState, Remedy, may_take, steps_left
from procure_desktop.gui.icons import icon
from procure_desktop.language import marked, tr

if TYPE_CHECKING:
    # What shows rows needs the database's libraries; the sign-in page must not wait for them.
    from procure_desktop.gui.columns import Row


class Place(Enum):
    """The pages of the rail: (name of the action, text, icon)."""

    HOME = ("home", marked("Home"), "home")
    LINES = ("request-lists", marked("Request lists"), "list")
    VERSIONS = ("versions", marked("Versions"), "compare")
    EFFECTS = ("effects", marked("Effects on us"), "effect")
    COMMITMENTS = ("commitments", marked("Commitments"), "commitment")
    STOCK = ("stock-and-donations", marked("Stock && donations"), "stock")
    DOCUMENTS = ("documents", marked("Documents"), "document")
    JOURNAL = ("journal", marked("Journal"), "journal")


@dataclass(frozen=True, slots=True)
class Standing:
    """What an action's rule looks at: the page, the officer, and the selected rows."""

    place: Place
    officer: str
    roles: frozenset[Role]
    rows: "tuple[Row, ...]" = ()

    @property
    def only(self) -> "Row | None":
        """The selected row, when it is one alone."""
        return self.rows[0] if len(self.rows) == 1 else None


Rule = Callable[[Standing], bool]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `text` carries its menu mnemonic, `tip` says it in a sentence."""

    name: str
    text: str
    shortcut: str
    icon: str
    tip: str
    rule: Rule


def _always(_standing: Standing) -> bool:
    return True


def _on_list(standing: Standing) -> bool:
    return standing.place is not Place.HOME


def _prepares(standing: Standing) -> bool:
    return Role.PREPARER in standing.roles


def _administers(standing: Standing) -> bool:
    return Role.ADMINISTRATOR in standing.roles


def _imports(standing: Standing) -> bool:
    return bool(standing.roles - {Role.AUDITOR})


def _attests(standing: Standing) -> bool:
    return bool(standing.roles & {Role.PREPARER, Role.AUTHORISER})


def _on_open_lines(standing: Standing) -> bool:
    on_lines = standing.place is Place.LINES and bool(standing.rows)
    return _prepares(standing) and on_lines and all(row["state"] == "open" for row in standing.rows)


def _on_urgent_line(standing: Standing) -> bool:
    """On the page of donations the line is chosen first."""
    if standing.place is Place.STOCK:
        return _prepares(standing)
    row = standing.only
    if standing.place is not Place.LINES or row is None:
        return False
    return _prepares(standing) and bool(row["urgent"]) and not row["withdrawn"]


def _in_state(standing: Standing, *states: str) -> "Row | None":
    row = standing.only
    if standing.place is not Place.COMMITMENTS or row is None or row["state"] not in states:
        return None
    return row


def _own_draft(standing: Standing) -> bool:
    row = _in_state(standing, "draft", "returned")
    return row is not None and row["prepared_by"] == standing.officer and _prepares(standing)


def _another_submitted(standing: Standing) -> bool:
    row = _in_state(standing, "submitted")
    authorises = Role.AUTHORISER in standing.roles
    return row is not None and row["prepared_by"] != standing.officer and authorises


def _remedy(remedy: Remedy) -> Rule:
    """Whether the one selected effect leaves a step that this officer may take."""

    def rule(standing: Standing) -> bool:
        row = standing.only
        if standing.place is not Place.EFFECTS or row is None:
            return False
        if remedy not in steps_left(RecordKind(row["record"]), EffectState(row["state"])):
            return False
        own = row["prepared_by"] == standing.officer
        return may_take(remedy, record_state(row), standing.roles, own=own)

    return rule


def record_state(row: "Row") -> DocumentState | DonationState:
    """Return the state of the record that an effect's row is about."""
    if row["record"] == RecordKind.COMMITMENT:
        return DocumentState(row["record_state"])
    return DonationState(row["record_state"])


def _withdrawable(standing: Standing) -> bool:
    if standing.place is Place.EFFECTS:
        return _remedy(Remedy.WITHDRAW)(standing)
    own = _in_state(standing, "draft", "returned", "submitted")
    if own is not None:
        return bool(own["prepared_by"] == standing.officer)
    row = _in_state(standing, "authorised")
    authorises = Role.AUTHORISER in standing.roles
    return row is not None and authorises and row["prepared_by"] != standing.officer


def _shows_document(standing: Standing) -> bool:
    return standing.place in {Place.COMMITMENTS, Place.DOCUMENTS} and standing.only is not None


def _has_document(standing: Standing) -> bool:
    row = standing.only
    return _shows_document(standing) and row is not None and row["state"] != "draft"


ACTIONS = (
    ActionSpec(
        "import-release",
        marked("Import &release…"),
        "Ctrl+I",
        "import",
        marked("Bring in a release of the approved list"),
        _imports,
    ),
    ActionSpec(
        "import-spreadsheet",
        marked("Import sprea&dsheet…"),
        "Ctrl+Shift+I",
        "import",
        marked("Bring in a list that came as XLSX, ODS or CSV, with its letter"),
        _imports,
    ),
    ActionSpec(
        "attest-list",
        marked("&Attest list…"),
        "",
        "authorise",
        marked("Vouch, letter in hand, that a list from a spreadsheet was approved"),
        _attests,
    ),
    ActionSpec(
        "pin-trust",
        marked("&Pin release authority…"),
        "",
        "trust",
        marked("Choose whose list releases this office trusts"),
        _administers,
    ),
    ActionSpec(
        "office-settings",
        marked("Office se&ttings…"),
        "",
        "settings",
        marked("Letterhead and logo, language of documents, idle lock, daily backups"),
        _administers,
    ),
    ActionSpec(
        "officers",
        marked("&Officers and settings…"),
        "",
        "settings",
        marked("Add officers, enrol certificates, set the highest marking"),
        _administers,
    ),
    ActionSpec(
        "back-up",
        marked("&Back up…"),
        "Ctrl+B",
        "backup",
        marked("Write one checked backup file"),
        _always,
    ),
    ActionSpec(
        "change-passphrase",
        marked("&Change passphrase…"),
        "",
        "trust",
        marked("Change the passphrase that you sign in with"),
        _always,
    ),
    ActionSpec(
        "recovery-key",
        marked("Recovery &key…"),
        "",
        "trust",
        marked("Make a key on paper that gives an officer a new passphrase"),
        _administers,
    ),
    ActionSpec(
        "switch-officer",
        marked("&Switch officer…"),
        "",
        "officer",
        marked("Let another officer sign in"),
        _always,
    ),
    ActionSpec(
        "lock",
        marked("&Lock"),
        "Ctrl+L",
        "lock",
        marked("Close the office until you sign in"),
        _always,
    ),
    ActionSpec("quit", marked("&Quit"), "Ctrl+Q", "quit", marked("Close the program"), _always),
    ActionSpec(
        "new-commitment",
        marked("&New commitment"),
        "Ctrl+N",
        "add",
        marked("Choose the lines to fund"),
        _prepares,
    ),
    ActionSpec(
        "commit-funds",
        marked("Commit &funds…"),
        "Ctrl+M",
        "commit",
        marked("Commit funds to the selected lines"),
        _on_open_lines,
    ),
    ActionSpec(
        "edit-draft",
        marked("&Edit draft…"),
        "Ctrl+E",
        "pencil",
        marked("Change the selected draft"),
        _own_draft,
    ),
    ActionSpec(
        "submit",
        marked("&Submit…"),
        "Ctrl+Shift+S",
        "sign",
        marked("Freeze the document and sign it as preparer"),
        _own_draft,
    ),
    ActionSpec(
        "authorise",
        marked("&Authorise…"),
        "Ctrl+Shift+A",
        "authorise",
        marked("Countersign what another officer prepared"),
        _another_submitted,
    ),
    ActionSpec(
        "return",
        marked("&Return…"),
        "Ctrl+Shift+R",
        "return",
        marked("Send back to the preparer with a reason"),
        _another_submitted,
    ),
    ActionSpec(
        "withdraw",
        marked("&Withdraw…"),
        "",
        "withdraw",
        marked("Withdraw the commitment with a reason"),
        _withdrawable,
    ),
    ActionSpec(
        "amend",
        marked("A&mend…"),
        "",
        "pencil",
        marked("Draft what the list leaves of the commitment"),
        _remedy(Remedy.AMEND),
    ),
    ActionSpec(
        "ask-issuer",
        marked("As&k the issuer…"),
        "",
        "ask",
        marked("Word a question to the list's issuer about this line"),
        _remedy(Remedy.ASK),
    ),
    ActionSpec(
        "accept-effect",
        marked("A&ccept with a reason…"),
        "",
        "check",
        marked("Let things stand as they are and say why"),
        _remedy(Remedy.ACCEPT),
    ),
    ActionSpec(
        "compare-versions",
        marked("Compare &versions…"),
        "",
        "compare",
        marked("Show what differs between two versions of a list"),
        _always,
    ),
    ActionSpec(
        "preview",
        marked("Pre&view"),
        "Ctrl+Shift+P",
        "preview",
        marked("Show the document as it will be printed"),
        _shows_document,
    ),
    ActionSpec(
        "print", marked("&Print…"), "Ctrl+P", "print", marked("Print the document"), _shows_document
    ),
    ActionSpec(
        "export",
        marked("&Export PDF…"),
        "Ctrl+Shift+E",
        "export",
        marked("Write the signed document to a file"),
        _has_document,
    ),
    ActionSpec(
        "export-list",
        marked("E&xport list…"),
        "Ctrl+Shift+X",
        "export",
        marked("Write what the list shows to an XLSX or CSV file"),
        _on_list,
    ),
    ActionSpec(
        "verify",
        marked("Veri&fy a PDF…"),
        "Ctrl+Shift+V",
        "verify",
        marked("Check the signatures of a document in a file"),
        _always,
    ),
    ActionSpec(
        "log-donation",
        marked("Log &donation…"),
        "Ctrl+D",
        "donate",
        marked("Give from own stock for the selected urgent line"),
        _on_urgent_line,
    ),
    ActionSpec(
        "verify-journal",
        marked("Verify &journal"),
        "Ctrl+J",
        "journal",
        marked("Check that no entry was changed, cut or added"),
        _always,
    ),
    ActionSpec(
        "verify-journal-against",
        marked("Verify journal a&gainst…"),
        "",
        "verify",
        marked("Check that the journal is the one that a signed PDF or a backup was made with"),
        _always,
    ),
    ActionSpec(
        "look-as-system",
        marked("Colours &as the system"),
        "",
        "screen",
        marked("Light or dark, as the system is set"),
        _always,
    ),
    ActionSpec(
        "look-light",
        marked("L&ight colours"),
        "",
        "sun",
        marked("Dark text on a light ground"),
        _always,
    ),
    ActionSpec(
        "look-dark",
        marked("&Dark colours"),
        "",
        "moon",
        marked("Light text on a dark ground"),
        _always,
    ),
    ActionSpec(
        "look-high-contrast",
        marked("&High contrast"),
        "",
        "contrast",
        marked("White and yellow on black"),
        _always,
    ),
    ActionSpec(
        "larger-text",
        marked("La&rger text"),
        "Ctrl++",
        "zoom-in",
        marked("Make all text of the window larger"),
        _always,
    ),
    ActionSpec(
        "smaller-text",
        marked("&Smaller text"),
        "Ctrl+-",
        "zoom-out",
        marked("Make all text of the window smaller"),
        _always,
    ),
    ActionSpec(
        "usual-text",
        marked("&Usual text size"),
        "Ctrl+0",
        "letter",
        marked("Give all text its usual size again"),
        _always,
    ),
    ActionSpec(
        "next-pane",
        marked("&Next part of the window"),
        "F6",
        "next",
        marked("Go on to the pages, the filter, the list or the details"),
        _always,
    ),
    ActionSpec(
        "previous-pane",
        marked("Pre&vious part of the window"),
        "Shift+F6",
        "return",
        marked("Go back to the part of the window before"),
        _always,
    ),
    ActionSpec(
        "preferences",
        marked("&Preferences…"),
        "Ctrl+,",
        "settings",
        marked("Colours, text size, table rows and language at this desk"),
        _always,
    ),
    ActionSpec(
        "help",
        marked("&Help for this page"),
        "F1",
        "help",
        marked("What this page is for and how to work it"),
        _always,
    ),
    ActionSpec(
        "help-keys",
        marked("&Keyboard"),
        "",
        "letter",
        marked("Every key of the program"),
        _always,
    ),
    ActionSpec(
        "about",
        marked("&About Procure Desktop"),
        "",
        "info",
        marked("What this program is, its version and the licence of its fonts"),
        _always,
    ),
    ActionSpec(
        "find-anything",
        marked("&Find anything…"),
        "Ctrl+K",
        "search",
        marked("Find an action, a page, a view or a record by its words"),
        _always,
    ),
    ActionSpec(
        "find",
        marked("&Find in this list"),
        "Ctrl+F",
        "search",
        marked("Go to the search field"),
        _always,
    ),
)

TOOLBAR = (
    "import-release",
    "commit-funds",
    "log-donation",
    "submit",
    "authorise",
    "preview",
    "verify",
)
"""At most seven, with text beside the icon."""

WITHOUT_OFFICE = frozenset(
    {
        "look-as-system",
        "look-light",
        "look-dark",
        "look-high-contrast",
        "larger-text",
        "smaller-text",
        "usual-text",
        "preferences",
        "help",
        "help-keys",
        "quit",
    }
)
"""What can be done before anyone signs in."""

HELP = marked("&Help")
VIEW = marked("&View")

MENUS: Mapping[str, tuple[str, ...]] = {
    marked("&Office"): (
        "import-release",
        "import-spreadsheet",
        "attest-list",
        "compare-versions",
        "pin-trust",
        "",
        "officers",
        "office-settings",
        "back-up",
        "verify-journal",
        "verify-journal-against",
        "",
        "change-passphrase",
        "recovery-key",
        "switch-officer",
        "lock",
        "quit",
    ),
    marked("&Commitment"): (
        "new-commitment",
        "commit-funds",
        "edit-draft",
        "",
        "submit",
        "authorise",
        "return",
        "withdraw",
        "",
        "amend",
        "ask-issuer",
        "accept-effect",
    ),
    marked("&Document"): ("preview", "print", "export", "", "export-list", "", "verify"),
    marked("&Stock"): ("log-donation",),
    VIEW: (
        "find-anything",
        "",
        "look-as-system",
        "look-light",
        "look-dark",
        "look-high-contrast",
        "",
        "larger-text",
        "smaller-text",
        "usual-text",
        "",
        "next-pane",
        "previous-pane",
        "",
        "preferences",
    ),
    HELP: ("help", "help-keys", "", "about"),
}
"""Menus by title; an empty name is a separator. The menu of pages is made of `Place`."""


WRITES = frozenset(
    (
        "import-release",
        "pin-trust",
        "officers",
        "office-settings",
        "back-up",
        "change-passphrase",
        "recovery-key",
        "new-commitment",
        "commit-funds",
        "edit-draft",
        "submit",
        "authorise",
        "return",
        "withdraw",
        "export",
        "export-list",
        "log-donation",
        "amend",
        "ask-issuer",
        "accept-effect",
        "import-spreadsheet",
        "attest-list",
    )
)
"""What changes the office or its journal: off where the office is open for reading only."""


class ActionTable(QObject):
    """The actions made of the table, one QAction each, found by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make every action, all of them switched off until the first standing is known."""
        super().__init__(parent)
        self._rules = {spec.name: spec.rule for spec in ACTIONS}
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}
        self._read_only = ""

    def __getitem__(self, name: str) -> QAction:
        """Return the action of that name."""
        return self._actions[name]

    def names(self) -> tuple[str, ...]:
        """Return every name, in the order of the table."""
        return tuple(self._actions)

    def rule(self, name: str) -> Rule:
        """Return what decides whether the action of that name can be used."""
        return self._rules[name]

    def reword(self) -> None:
        """Say every action in the language that is spoken now."""
        for spec in ACTIONS:
            _say(self._actions[spec.name], spec)
        self.keep_off_writing(self._read_only)

    def keep_off_writing(self, reason: str) -> None:
        """Keep what writes switched off and say why in its tip; an empty reason gives it back."""
        self._read_only = reason
        for spec in ACTIONS:
            if spec.name in WRITES:
                _say(self._actions[spec.name], spec)
                if reason:
                    self._actions[spec.name].setToolTip(reason)

    def follow(self, standing: Standing) -> None:
        """Switch each action on or off by its rule."""
        for name, action in self._actions.items():
            open_to = not self._read_only or name not in WRITES
            action.setEnabled(open_to and self._rules[name](standing))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(icon(spec.icon), "", self)
        action.setObjectName(spec.name)
        action.setData(spec.icon)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setEnabled(False)
        _say(action, spec)
        return action


def _say(action: QAction, spec: ActionSpec) -> None:
    keys = f" ({spec.shortcut})" if spec.shortcut else ""
    action.setText(tr(spec.text))
    action.setToolTip(f"{tr(spec.tip)}{keys}")
