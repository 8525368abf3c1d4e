"""What an officer who signs in is told of a form that was left unfinished."""

from collections.abc import Mapping

from procure_desktop.domain.unfinished_form import UnfinishedForm
from procure_desktop.language import marked, tr
from procure_desktop.services.keep_form import unfinished_forms
from procure_desktop.services.office import Office
from procure_desktop.wording import figures

_OPENED_BY: Mapping[str, str] = {
    "commitment": marked("Commit funds"),
    "draft": marked("Edit draft"),
    "amendment": marked("Amend"),
    "donation": marked("Log donation"),
}


def unfinished_notice(office: Office) -> str:
    """Return the sentence for the newest form that was left unfinished; empty where there is none."""
    forms = unfinished_forms(office)
    return _sentence(forms[0]) if forms else ""


def _sentence(form: UnfinishedForm) -> str:
    action = _OPENED_BY.get(form.form.partition(" ")[0], "")
    text = tr(
        "What you typed at {moment} was not saved. It is offered when you choose {action} again."
    )
    return text.format(moment=figures.moment(form.typed_at), action=tr(action)) if action else ""
