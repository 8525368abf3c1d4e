"""Import a list release: verified before it is parsed, previewed, and stored in one transaction."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from procure_desktop.domain.effects import Effect
from procure_desktop.domain.errors import ReleaseOlderError, ReleaseRepeatedError
from procure_desktop.domain.handling import check_marking, highest_of
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Approval, RequestList, check_stamps
from procure_desktop.exchange.release_verification import VerifiedRelease, verify_release
from procure_desktop.exchange.request_list_file import parse_request_list
from procure_desktop.files import read_file, reading_from
from procure_desktop.services.list_effects import foresee, keep_effects
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.pin_trust import store_trust, trust_of
from procure_desktop.services.snapshots import effect_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_versions import Difference, compare_list
from procure_desktop.store.lists import (
    ListFile,
    add_release,
    check_identities,
    newest_version,
    release_known,
)
from procure_desktop.store.offices import load_profile

MOST_BYTES = 300_000_000
_STEPS = 4


@dataclass(frozen=True, slots=True)
class ReleasePreview:
    """A verified release and what importing it does: counts of lines, and what it does to this office."""

    issued: RequestList
    file: ListFile
    difference: Difference
    signers: int
    expires: date
    effects: tuple[Effect, ...]


def preview_release(office: Office, path: Path, progress: Progress = no_progress) -> ReleasePreview:
    """Verify, parse and compare; nothing is stored.

    Raises TrustMissingError, what verify_release and parse_request_list raise, ReleaseRepeatedError,
    ReleaseOlderError, LineReusedError, MissingStampError, MarkingTooHighError.
    """
    data = read_file(path, MOST_BYTES)
    with reading_from(path), office.database.reading() as tx:
        verified = _verify(office, tx, data)
        progress(1, _STEPS)
        preview = _preview(tx, data, verified, progress)
    progress(_STEPS, _STEPS)
    return preview


def import_release(office: Office, path: Path, progress: Progress = no_progress) -> ReleasePreview:
    """Import what preview_release showed; RoleMissingError for an officer who only reads."""
    data = read_file(path, MOST_BYTES)
    with office.database.transaction() as tx:
        officer = office.acting(tx, Role.PREPARER, Role.AUTHORISER, Role.ADMINISTRATOR)
        with reading_from(path):
            verified = _verify(office, tx, data)
            progress(1, _STEPS)
            preview = _preview(tx, data, verified, progress)
        add_release(tx, preview.issued, preview.file, officer.id, office.now())
        keep_effects(tx, preview.issued, preview.effects)
        store_trust(tx, verified.trust)
        progress(3, _STEPS)
        subject = f"list {preview.issued.serial}"
        office.record(tx, Change("release imported", subject, None, _snapshot(preview)))
        # The last place to cancel: what is committed was not cancelled.
        progress(_STEPS, _STEPS)
    return preview


def _verify(office: Office, tx: Transaction, data: bytes) -> VerifiedRelease:
    return verify_release(data, trust_of(tx), office.now())


def _preview(
    tx: Transaction, data: bytes, verified: VerifiedRelease, progress: Progress
) -> ReleasePreview:
    issued = parse_request_list(verified.list_bytes)
    for line in issued.lines:
        check_stamps(line)
    progress(2, _STEPS)
    file = ListFile(data, hashlib.sha256(data).hexdigest(), verified.expires, Approval.RELEASED)
    _check_news(tx, issued, file)
    check_identities(tx, issued)
    markings = [issued.marking, *(line.marking for line in issued.lines)]
    check_marking(highest_of(markings), load_profile(tx).highest_marking)
    return ReleasePreview(
        issued=issued,
        file=file,
        difference=compare_list(tx, issued),
        signers=len(verified.signers),
        expires=verified.expires,
        effects=foresee(tx, issued, issued.lines),
    )


def _check_news(tx: Transaction, issued: RequestList, file: ListFile) -> None:
    if release_known(tx, file.sha256):
        raise ReleaseRepeatedError(serial=issued.serial, version=issued.version)
    if issued.version <= newest_version(tx, issued.serial):
        raise ReleaseOlderError(role=f"{issued.serial} version {issued.version}")


def _snapshot(preview: ReleasePreview) -> dict[str, object]:
    return {
        "serial": preview.issued.serial,
        "version": preview.issued.version,
        "sha256": preview.file.sha256,
        "lines": len(preview.issued.lines),
        "new": preview.difference.new,
        "changed": preview.difference.changed,
        "withdrawn": preview.difference.withdrawn,
        "effects": [effect_snapshot(one) for one in preview.effects],
    }
