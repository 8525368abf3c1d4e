"""Where the actions stand: menus and toolbar, what needs no office, and what writes."""

from collections.abc import Mapping

from procure_desktop.language import marked

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
