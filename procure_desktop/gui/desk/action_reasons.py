"""Why an action cannot be used now, as a sentence that says what to do."""

from collections.abc import Mapping

from procure_desktop.domain.officer import Role
from procure_desktop.gui.desk.action_rules import Standing
from procure_desktop.gui.desk.menus import WRITES
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.terms import term

_WRITING = (Role.PREPARER, Role.AUTHORISER, Role.ADMINISTRATOR)
_ROLES: Mapping[str, tuple[Role, ...]] = {
    "import-release": _WRITING,
    "pin-trust": (Role.ADMINISTRATOR,),
    "officers": (Role.ADMINISTRATOR,),
    "office-settings": (Role.ADMINISTRATOR,),
    "recovery-key": (Role.ADMINISTRATOR,),
    "new-commitment": (Role.PREPARER,),
    "commit-funds": (Role.PREPARER,),
    "edit-draft": (Role.PREPARER,),
    "submit": (Role.PREPARER,),
    "log-donation": (Role.PREPARER,),
    "authorise": (Role.AUTHORISER,),
    "return": (Role.AUTHORISER,),
}
_DRAFT = marked("Select a draft of yours, or one returned to you, under Commitments first.")
_REVIEW = marked(
    "Select a commitment in review that another officer prepared, under Commitments first."
)
_EFFECT = marked("Select an effect that leaves this step, under Effects on us first.")
_DOCUMENT = marked("Select one commitment or document first.")
_FIRST: Mapping[str, str] = {
    "commit-funds": marked("Select lines that are open, under Request lists first."),
    "log-donation": marked("Select one urgent line, under Request lists first."),
    "edit-draft": _DRAFT,
    "submit": _DRAFT,
    "authorise": _REVIEW,
    "return": _REVIEW,
    "withdraw": marked("Select a commitment that is yours to withdraw, under Commitments first."),
    "amend": _EFFECT,
    "ask-issuer": _EFFECT,
    "accept-effect": _EFFECT,
    "preview": _DOCUMENT,
    "print": _DOCUMENT,
    "export": marked("Select one commitment that was submitted, or its document, first."),
    "export-list": marked("Open a page with a list first."),
}


def why_not(name: str, standing: Standing, read_only: str) -> str:
    """Return why an action that is switched off is; `read_only` says why nothing is written, where that is so."""
    if read_only and name in WRITES:
        return read_only
    roles = _ROLES.get(name, ())
    if roles and not standing.roles & set(roles):
        said = figures.either([term(role) for role in roles])
        return tr("It takes the role of {roles}: ask an officer who has it.").format(roles=said)
    return tr(_FIRST.get(name, marked("It cannot be used on this page.")))
