"""What officers typed and did not save yet, one content for each officer and form; JSON text."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select

from procure_desktop.domain.officer import OfficerId
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import unfinished_form


def load_forms(tx: Transaction, holder: OfficerId) -> list[tuple[str, str, datetime]]:
    """Every unfinished form of the officer: its name, content, and when it was typed, the newest first."""
    columns = (unfinished_form.c.form, unfinished_form.c.content, unfinished_form.c.typed_at)
    own = select(*columns).where(unfinished_form.c.officer_id == holder)
    rows = tx.execute(own.order_by(unfinished_form.c.typed_at.desc()))
    return [(form, content, at) for form, content, at in rows]


def set_form(tx: Transaction, holder: OfficerId, form: str, content: str, at: datetime) -> None:
    """Keep what stands in a form, in place of what was kept before."""
    delete_form(tx, holder, form)
    values = {"officer_id": holder, "form": form, "content": content, "typed_at": at}
    tx.execute(insert(unfinished_form).values(**values))


def delete_form(tx: Transaction, holder: OfficerId, form: str) -> None:
    """Forget what was typed into a form."""
    tx.execute(delete(unfinished_form).where(*_one(holder, form)))


def _one(holder: OfficerId, form: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (unfinished_form.c.officer_id == holder, unfinished_form.c.form == form)
