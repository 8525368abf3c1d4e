"""Keep what is typed into a form until it is saved, so that it outlives a kill, a lock or Escape.

It lies in the encrypted database, each officer's own, and is not journaled: it is no record yet.
"""

from procure_desktop.domain.errors import JsonUnreadableError
from procure_desktop.domain.unfinished_form import Typed, UnfinishedForm, read_typed, typed_content
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.exchange.strict_json import load_strict
from procure_desktop.services.office import Office
from procure_desktop.store import unfinished_forms as stored

_MOST_CHARACTERS = 20_000


def keep_form(office: Office, form: str, typed: Typed) -> None:
    """Keep what stands in a form now."""
    content = canonical(typed_content(typed)).decode()
    with office.database.transaction() as tx:
        stored.set_form(tx, office.officer.id, form, content, office.now())


def forget_form(office: Office, form: str) -> None:
    """Forget what was typed: it was saved, or is not wanted."""
    with office.database.transaction() as tx:
        stored.delete_form(tx, office.officer.id, form)


def unfinished_forms(office: Office) -> tuple[UnfinishedForm, ...]:
    """What the officer typed and did not save, the newest first; what cannot be read is left out."""
    with office.database.reading() as tx:
        rows = stored.load_forms(tx, office.officer.id)
    read = ((form, _read(content), at) for form, content, at in rows)
    return tuple(UnfinishedForm(form, typed, at) for form, typed, at in read if typed is not None)


def unfinished_form(office: Office, form: str) -> UnfinishedForm | None:
    """What the officer typed into one form and did not save."""
    return next((one for one in unfinished_forms(office) if one.form == form), None)


def _read(content: str) -> Typed | None:
    try:
        value = load_strict(content.encode(errors="replace"), most_characters=_MOST_CHARACTERS)
    except JsonUnreadableError:
        return None
    return read_typed(value)
