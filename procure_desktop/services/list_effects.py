"""What a version of a list does to this office: foreseen before it is stored, kept with it, read ever after."""

from collections.abc import Iterable, Mapping

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.effects import Effect, Record, RecordKind, foresee_effects
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.request_list import Line, LineId, ListHeader
from procure_desktop.domain.settling import Act, EffectId, ListEffect
from procure_desktop.services.office import Office
from procure_desktop.store import effects as stored
from procure_desktop.store.database import Transaction
from procure_desktop.store.effects import add_act, add_effects
from procure_desktop.store.stakes import load_stakes, load_standings


def lines_at_stake(tx: Transaction, serial: str) -> frozenset[LineId]:
    """The lines of a list on which this office has a commitment or a donation."""
    return frozenset(one.line for one in load_stakes(tx, serial))


def foresee(
    tx: Transaction, header: ListHeader, lines: Iterable[Line] | Mapping[LineId, Line]
) -> tuple[Effect, ...]:
    """What storing a version will do to this office; asked before it is stored.

    `lines` are those of the version; of those that are not at stake nothing is asked.
    """
    stakes = load_stakes(tx, header.serial)
    touched = frozenset(one.line for one in stakes)
    given = lines.values() if isinstance(lines, Mapping) else lines
    coming = {one.id: one for one in given if one.id in touched}
    return foresee_effects(stakes, load_standings(tx, touched), coming, frozenset(header.counted))


def keep_effects(tx: Transaction, header: ListHeader, effects: tuple[Effect, ...]) -> None:
    """Keep what was foreseen, in the transaction that stored the version."""
    add_effects(tx, header.serial, header.version, effects)


def note_amendment(
    office: Office,
    tx: Transaction,
    commitment: CommitmentId,
    by: OfficerId,
    replacement: CommitmentId | None = None,
) -> None:
    """Note that a commitment was amended, in the transaction that does it.

    A draft is changed itself, and then priced and checked by the lists as they are now; of any other a
    `replacement` was drafted.
    """
    record = Record(RecordKind.COMMITMENT, commitment, "")
    for one in stored.load_effects_on(tx, record):
        if one.unsettled:
            add_act(tx, one.id, Act.AMENDED, by, office.now(), replacement=replacement)


def read_effect(office: Office, effect_id: EffectId) -> ListEffect:
    """One effect; EffectUnknownError for none."""
    with office.database.reading() as tx:
        return stored.load_effect(tx, effect_id)


def unsettled_effects(office: Office) -> tuple[ListEffect, ...]:
    """Every effect that somebody still has to do something about."""
    with office.database.reading() as tx:
        return stored.load_unsettled(tx)


def effects_on(office: Office, record: Record) -> tuple[ListEffect, ...]:
    """What versions did to one commitment or donation, the newest version first."""
    with office.database.reading() as tx:
        return stored.load_effects_on(tx, record)


def effects_through(office: Office, line: LineId) -> tuple[ListEffect, ...]:
    """What versions did to this office through one line, the newest version first."""
    with office.database.reading() as tx:
        return stored.load_effects_through(tx, line)
