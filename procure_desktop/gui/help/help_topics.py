"""The help: one short text for each page and dialog, in every language, with the actions' own names in it."""

import re
from importlib.resources import files

from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.action_specs import ACTIONS, ActionSpec
from procure_desktop.language import spoken, tr

TOPICS = (
    "welcome",
    "first-day",
    "sign-in",
    "home",
    "request-lists",
    "find",
    "import-release",
    "spreadsheet",
    "versions",
    "commitments",
    "commit-funds",
    "sign",
    "stock-and-donations",
    "documents",
    "verify",
    "journal",
    "officers",
    "release-authority",
    "passphrases",
    "backups",
    "office-settings",
    "preferences",
    "keyboard",
    "words",
)
"""Every topic, in the order of the contents."""

KEYBOARD = "keyboard"

_OF_WINDOW = {
    "sign-in-page": "sign-in",
    "first-day-wizard": "first-day",
    "wizard-officer-dialog": "first-day",
    "home-page": "home",
    "request-lists-page": "request-lists",
    "commitments-page": "commitments",
    "stock-and-donations-page": "stock-and-donations",
    "documents-page": "documents",
    "journal-page": "journal",
    "effects-page": "versions",
    "about-dialog": "welcome",
    "accept-dialog": "versions",
    "add-officer-dialog": "officers",
    "attest-dialog": "spreadsheet",
    "commit-dialog": "commit-funds",
    "columns-dialog": "find",
    "compare-dialog": "versions",
    "donation-dialog": "stock-and-donations",
    "enrol-dialog": "officers",
    "find-dialog": "find",
    "import-dialog": "import-release",
    "leave-dialog": "officers",
    "letter-dialog": "spreadsheet",
    "line-choice-dialog": "stock-and-donations",
    "office-settings-dialog": "office-settings",
    "officers-dialog": "officers",
    "passphrase-dialog": "passphrases",
    "preferences-dialog": "preferences",
    "preview-dialog": "documents",
    "print-dialog": "documents",
    "reason-dialog": "sign",
    "question-dialog": "versions",
    "recover-dialog": "passphrases",
    "recovery-key-dialog": "passphrases",
    "restore-dialog": "backups",
    "sign-dialog": "sign",
    "spreadsheet-dialog": "spreadsheet",
    "trust-dialog": "release-authority",
    "verify-dialog": "verify",
    "versions-page": "versions",
    "view-dialog": "find",
}
_NAMED = re.compile(r"\{([a-z0-9-]+)\}")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def has_topic(window: str) -> bool:
    """Whether a page or dialog of that object name has a topic of its own."""
    return window in _OF_WINDOW


def topic_of(window: str) -> str:
    """The topic of a page or dialog by its object name; the welcome where it has none."""
    return _OF_WINDOW.get(window, TOPICS[0])


def title_of(topic: str) -> str:
    """The title of a topic in the language that is spoken."""
    found = _TITLE.search(_source(topic))
    return found[1] if found else topic


def read_topic(topic: str) -> str:
    """The Markdown of a topic in the language that is spoken; actions and pages by their names on the screen."""
    text = _NAMED.sub(_on_screen, _source(topic))
    return f"{text}\n{_keys()}" if topic == KEYBOARD else text


def _source(topic: str) -> str:
    folder = files("procure_desktop.resources").joinpath("help", spoken().code)
    return folder.joinpath(f"{topic}.md").read_text(encoding="utf-8")


def _on_screen(found: re.Match[str]) -> str:
    return names_on_screen()[found[1]]


def names_on_screen() -> dict[str, str]:
    """What each action and page is called on the screen, by its name."""
    actions = {spec.name: _plain(tr(spec.text)) for spec in ACTIONS}
    pages = {f"go-{place.value[0]}": _plain(tr(place.value[1])) for place in Place}
    return actions | pages


def _keys() -> str:
    """The keys of every action and page, as a table."""
    rows = [f"| {tr('Action')} | {tr('Keys')} |", "|---|---|"]
    rows.extend(_row(spec) for spec in ACTIONS if spec.shortcut)
    pages = (_plain(tr(place.value[1])) for place in Place)
    rows.extend(f"| {page} | Ctrl+{number} |" for number, page in enumerate(pages, 1))
    return "\n".join(rows)


def _row(spec: ActionSpec) -> str:
    return f"| {_plain(tr(spec.text))} | {spec.shortcut} |"


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").replace("…", "")
