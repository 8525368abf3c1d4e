"""Answer an effect of a version: accept it with a reason, or note that the issuer was asked about it."""

from procure_desktop.domain.errors import EffectSettledError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settling import Act, EffectId, ListEffect
from procure_desktop.domain.text import require_text
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import list_effect_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.effects import add_act, load_effect

MOST_QUESTION = 4000


def accept_effect(office: Office, effect_id: EffectId, reason: str) -> ListEffect:
    """Let things stand as they are; who did, when and why is shown with the effect.

    Raises RoleMissingError, EffectUnknownError, EffectSettledError, EmptyTextError.
    """
    reason = require_text("reason", reason, most=500)
    return _answer(office, effect_id, Act.ACCEPTED, reason)


def ask_about_effect(office: Office, effect_id: EffectId, question: str) -> ListEffect:
    """Note that the issuer was asked, today and in these words; may be done again.

    Raises what accept_effect raises.
    """
    question = require_text("question", question, most=MOST_QUESTION, lines=True)
    return _answer(office, effect_id, Act.ASKED, question)


def _answer(office: Office, effect_id: EffectId, act: Act, text: str) -> ListEffect:
    with office.database.transaction() as tx:
        officer = office.acting(tx, Role.PREPARER, Role.AUTHORISER)
        found = load_effect(tx, effect_id)
        if not found.unsettled:
            raise EffectSettledError(effect=str(effect_id), state=found.state)
        add_act(tx, effect_id, act, officer.id, office.now(), text=text)
        _record(office, tx, found, act, text)
        return load_effect(tx, effect_id)


def _record(office: Office, tx: Transaction, found: ListEffect, act: Act, text: str) -> None:
    after = list_effect_snapshot(found) | {"text": text}
    office.record(tx, Change(f"effect {act}", found.effect.stake.record.subject, None, after))
