"""Rules that the embedded engine enforces itself, as triggers: whoever writes to the file meets them.

Specific to SQLite; the same rules for another engine would stand beside these.
"""

from sqlalchemy import Connection

from procure_desktop.store.list_tables import CONTENT, TALLIED

_HELD = "(SELECT coalesce(sum({what}), 0) FROM hold WHERE line_id = {line} AND active = 1 AND counted = 0)"

# What no update may touch: of a commitment once it is submitted, of a document, a donation, a hold ever.
_FROZEN = (
    "usd national currency version rate_usd rate_national rate_day rate_source budget_line legal_basis"
    " conditions fiscal_year money_source validity marking drafted_at"
)
_FROZEN_DOCUMENT = "unsigned sha256 record record_sha256 commitment_id version prepared_fingerprint"
_KEPT_DONATION = (
    "id number line_id depot quantity condition serials origin currency acquisition net_book"
    " like_replacement new_replacement quoted_basis valued_on remarks logged_by logged_at"
)
_KEPT_HOLD = "id line_id commitment_id donation_id quantity remainder"
_KEPT_RELEASE = "id serial version issuer issued expires marking illustrative sha256 file imported_at imported_by"
_SAID = " ".join(("reference", "serial", *CONTENT, "withdrawn"))


def _row(which: str, columns: str) -> str:
    return ", ".join(f"{which}.{column}" for column in columns.split())


def _refuse(name: str, event: str, when: str, rule: str) -> str:
    return f"CREATE TRIGGER {name} {event} WHEN {when} BEGIN SELECT RAISE(ABORT, '{rule}'); END"


def _never(name: str, event: str, rule: str) -> str:
    return f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{rule}'); END"


def _holds_agree(name: str, event: str) -> str:
    line = "NEW.line_id"
    quantity = _HELD.format(what="quantity", line=line)
    remainder = _HELD.format(what="remainder", line=line)
    wrong = (
        f"(SELECT outstanding <> issued_outstanding - {quantity}"  # noqa: S608 (our own names)
        f" OR outstanding_usd <> outstanding * unit_price - {remainder} FROM line WHERE id = {line})"
    )
    return _refuse(name, event, wrong, "the line does not agree with what is held of it")


def _roles_exclude(role: str, other: str) -> str:
    return _refuse(
        f"officer_role_{role}_alone",
        "BEFORE INSERT ON officer_role",
        f"NEW.role = '{role}' AND EXISTS (SELECT 1 FROM officer_role"  # noqa: S608 (our own names)
        f" WHERE officer_id = NEW.officer_id AND role = '{other}')",
        "an administrator does not authorise",
    )


_ATTESTATION = (
    *(
        _never(
            f"{table}_no_{event.lower()}", f"BEFORE {event} ON {table}", "evidence is kept as it is"
        )
        for table in ("letter", "attestation")
        for event in ("UPDATE", "DELETE")
    ),
    _refuse(
        "letter_of_unapproved",
        "BEFORE INSERT ON letter",
        "(SELECT approval FROM list_release WHERE id = NEW.release_id) <> 'unapproved'",
        "a letter belongs to a list that nobody attested to yet",
    ),
    _refuse(
        "attestation_of_unapproved",
        "BEFORE INSERT ON attestation",
        "(SELECT approval FROM list_release WHERE id = NEW.release_id) <> 'unapproved'"
        " OR NOT EXISTS (SELECT 1 FROM officer_role WHERE officer_id = NEW.officer_id"
        " AND role = iif(NEW.authoriser, 'authoriser', 'preparer'))",
        "a preparer or an authoriser attests, to a list that is not approved yet",
    ),
    _refuse(
        "list_release_begins_unattested",
        "BEFORE INSERT ON list_release",
        "NEW.approval = 'attested'",
        "nobody has attested to a list that comes in",
    ),
    _refuse(
        "list_release_attested_by_two",
        "BEFORE UPDATE OF approval ON list_release",
        "NEW.approval = 'attested' AND OLD.approval = 'unapproved'"
        " AND (SELECT count(*) < 2 OR max(authoriser) = 0 FROM attestation WHERE release_id = NEW.id)",
        "two officers attest, one of them an authoriser",
    ),
)


GUARDS = (
    _never("journal_no_update", "BEFORE UPDATE ON journal", "the journal is only added to"),
    _never("journal_no_delete", "BEFORE DELETE ON journal", "the journal is only added to"),
    _refuse(
        "journal_chained",
        "BEFORE INSERT ON journal",
        "NEW.number <> 1 + coalesce((SELECT max(number) FROM journal), 0)"
        " OR NEW.previous <> coalesce((SELECT sha256 FROM journal ORDER BY number DESC LIMIT 1),"
        " hex(zeroblob(32)))",
        "a journal entry follows from the one before",
    ),
    _never("office_setting_no_delete", "BEFORE DELETE ON office_setting", "settings are changed"),
    _never(
        "officer_role_no_update", "BEFORE UPDATE ON officer_role", "a role is given or taken away"
    ),
    _refuse(
        "officer_left",
        "BEFORE UPDATE OF left_at ON officer",
        "OLD.left_at IS NOT NULL AND NEW.left_at IS NOT OLD.left_at",
        "an officer who left does not come back",
    ),
    _refuse(
        "officer_role_of_one_present",
        "BEFORE INSERT ON officer_role",
        "EXISTS (SELECT 1 FROM officer WHERE id = NEW.officer_id AND left_at IS NOT NULL)",
        "an officer who left has no roles",
    ),
    _roles_exclude("administrator", "authoriser"),
    _roles_exclude("authoriser", "administrator"),
    _refuse(
        "commitment_begins",
        "BEFORE INSERT ON commitment",
        "NEW.state <> 'draft' OR NEW.authorised_by IS NOT NULL",
        "a commitment begins as a draft",
    ),
    _refuse(
        "commitment_authoriser_kept",
        "BEFORE UPDATE OF authorised_by ON commitment",
        "NEW.authorised_by IS NOT OLD.authorised_by"
        " AND (OLD.authorised_by IS NOT NULL OR NEW.state <> 'authorised')",
        "who authorised is not changed",
    ),
    _refuse(
        "commitment_authoriser_role",
        "BEFORE UPDATE OF authorised_by ON commitment",
        "NEW.authorised_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM officer_role"
        " WHERE officer_id = NEW.authorised_by AND role = 'authoriser')",
        "only an authoriser authorises",
    ),
    _refuse(
        "commitment_steps",
        "BEFORE UPDATE OF state ON commitment",
        "NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN ('draft submitted', 'draft withdrawn',"
        " 'submitted returned', 'submitted authorised', 'submitted withdrawn', 'returned submitted',"
        " 'returned withdrawn', 'authorised withdrawn')",
        "a document goes through its states in their order",
    ),
    _refuse(
        "commitment_of_approved",
        "BEFORE UPDATE OF state ON commitment",
        "NEW.state IN ('submitted', 'authorised') AND NEW.state <> OLD.state AND EXISTS"
        " (SELECT 1 FROM commitment_line JOIN line ON line.id = line_id"
        " JOIN list_release ON list_release.id = line.release_id"
        " WHERE commitment_id = NEW.id AND (line.withdrawn OR approval = 'unapproved'))",
        "funds go to lines that stand on an approved list",
    ),
    _refuse(
        "commitment_keeps_number",
        "BEFORE UPDATE OF number, prepared_by ON commitment",
        "NEW.number IS NOT OLD.number AND OLD.number IS NOT NULL OR NEW.prepared_by <> OLD.prepared_by"
        " AND (OLD.state NOT IN ('draft', 'returned') OR NOT EXISTS (SELECT 1 FROM officer"
        " WHERE id = OLD.prepared_by AND left_at IS NOT NULL))",
        "a number is never changed, a preparer only when the preparer of a draft has left",
    ),
    _refuse(
        "commitment_frozen",
        "BEFORE UPDATE ON commitment",
        "OLD.state IN ('submitted', 'authorised', 'withdrawn')"
        f" AND ({_row('NEW', _FROZEN)}) IS NOT ({_row('OLD', _FROZEN)})",
        "what was submitted is not changed",
    ),
    _never(
        "commitment_no_delete",
        "BEFORE DELETE ON commitment",
        "a commitment is withdrawn, never deleted",
    ),
    *(
        _refuse(
            f"commitment_line_no_{event.lower()}",
            f"BEFORE {event} ON commitment_line",
            f"(SELECT state FROM commitment WHERE id = {row}.commitment_id)"  # noqa: S608 (our own names)
            " NOT IN ('draft', 'returned')",
            "the lines of what was submitted are not changed",
        )
        for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
    ),
    _refuse(
        "commitment_line_kept",
        "BEFORE UPDATE OF commitment_id, line_id ON commitment_line",
        "NEW.commitment_id <> OLD.commitment_id OR NEW.line_id <> OLD.line_id",
        "a line of a commitment stays where it is",
    ),
    _refuse(
        "commitment_authorised_with_document",
        "AFTER UPDATE OF state ON commitment",
        "NEW.state = 'authorised' AND OLD.state <> 'authorised' AND NOT EXISTS (SELECT 1 FROM document"
        " WHERE commitment_id = NEW.id AND version = NEW.version AND authorised_at IS NOT NULL)",
        "what is authorised has a document with both signatures",
    ),
    _refuse(
        "document_frozen",
        "BEFORE UPDATE ON document",
        f"({_row('NEW', _FROZEN_DOCUMENT)}) IS NOT ({_row('OLD', _FROZEN_DOCUMENT)})"
        " OR OLD.authorised_at IS NOT NULL OR (NEW.pdf IS NOT OLD.pdf AND NEW.authorised_at IS NULL)",
        "a frozen document is not changed, an authorised one not at all",
    ),
    _never("document_no_delete", "BEFORE DELETE ON document", "a document is never deleted"),
    _never(
        "donation_no_delete", "BEFORE DELETE ON donation", "a donation is cancelled, never deleted"
    ),
    _refuse(
        "donation_kept",
        "BEFORE UPDATE ON donation",
        f"({_row('NEW', _KEPT_DONATION)}) IS NOT ({_row('OLD', _KEPT_DONATION)})",
        "of a donation only the state changes",
    ),
    _refuse(
        "line_not_overdrawn",
        "BEFORE UPDATE OF outstanding, outstanding_usd ON line",
        "NEW.release_id = OLD.release_id AND NEW.issued_outstanding = OLD.issued_outstanding"
        " AND (NEW.outstanding < min(0, OLD.outstanding) OR NEW.outstanding_usd < min(0, OLD.outstanding_usd))",
        "no commitment or donation takes a line below zero",
    ),
    _refuse("hold_begins", "BEFORE INSERT ON hold", "NEW.counted <> 0", "a hold begins uncounted"),
    _holds_agree("hold_insert_agrees", "AFTER INSERT ON hold"),
    _holds_agree("hold_update_agrees", "AFTER UPDATE OF active ON hold"),
    _refuse(
        "hold_kept",
        "BEFORE UPDATE ON hold",
        f"({_row('NEW', _KEPT_HOLD)}) IS NOT ({_row('OLD', _KEPT_HOLD)})",
        "a hold is released, never changed",
    ),
    _never("hold_no_delete", "BEFORE DELETE ON hold", "a hold is released, never deleted"),
    _refuse(
        "number_series_begins",
        "BEFORE INSERT ON number_series",
        "NEW.last <> 1",
        "numbers begin with 1",
    ),
    _refuse(
        "number_series_gapless",
        "BEFORE UPDATE ON number_series",
        "NEW.last <> OLD.last + 1",
        "numbers have no gap and are never used again",
    ),
    _never(
        "number_series_no_delete", "BEFORE DELETE ON number_series", "numbers are never used again"
    ),
    _refuse(
        "trust_no_step_back",
        "BEFORE UPDATE ON trust",
        "NEW.role <> OLD.role OR NEW.version < OLD.version",
        "trust never goes back to an older version",
    ),
    _never("trust_no_delete", "BEFORE DELETE ON trust", "trust is never given up"),
    _never("package_no_update", "BEFORE UPDATE ON package", "an imported package is not changed"),
    _never("package_no_delete", "BEFORE DELETE ON package", "an imported package is never deleted"),
    _refuse(
        "list_release_kept",
        "BEFORE UPDATE ON list_release",
        f"({_row('NEW', _KEPT_RELEASE)}) IS NOT ({_row('OLD', _KEPT_RELEASE)})"
        " OR (NEW.line_count <> OLD.line_count AND OLD.line_count <> 0)",
        "an imported release is not changed",
    ),
    _refuse(
        "list_release_attested",
        "BEFORE UPDATE OF approval ON list_release",
        "NEW.approval <> OLD.approval AND OLD.approval || ' ' || NEW.approval <> 'unapproved attested'",
        "only an unapproved list is attested, and stays so",
    ),
    _never(
        "line_edition_no_update", "BEFORE UPDATE ON line_edition", "what a list said is not changed"
    ),
    _never(
        "line_edition_no_delete",
        "BEFORE DELETE ON line_edition",
        "what a list said is never deleted",
    ),
    _refuse(
        "line_keeps_edition",
        "BEFORE UPDATE OF since_id ON line",
        "NEW.since_id <> OLD.since_id AND NOT EXISTS (SELECT 1 FROM line_edition"
        " WHERE line_id = OLD.id AND from_id = OLD.since_id AND to_id = NEW.since_id)",
        "a line changes when its earlier content is kept",
    ),
    _refuse(
        "line_content_kept",
        f"BEFORE UPDATE OF {', '.join(_SAID.split())} ON line",
        f"NEW.since_id = OLD.since_id AND ({_row('NEW', _SAID)}) IS NOT ({_row('OLD', _SAID)})",
        "what a list says of a line changes with a version of it",
    ),
    _never("line_no_delete", "BEFORE DELETE ON line", "a line is withdrawn, never deleted"),
    *(
        _never(f"{table}_no_{event.lower()}", f"BEFORE {event} ON {table}", rule)
        for table, rule in (
            ("list_effect", "what a version did is kept as it was reckoned"),
            ("effect_act", "what was done about an effect is only added to"),
        )
        for event in ("UPDATE", "DELETE")
    ),
    _refuse(
        "officer_look_no_step_back",
        "BEFORE UPDATE ON officer_look",
        "NEW.number < OLD.number OR NEW.officer_id <> OLD.officer_id",
        "what was seen stays seen",
    ),
    *_ATTESTATION,
    _never(
        "list_release_no_delete",
        "BEFORE DELETE ON list_release",
        "an imported release is never deleted",
    ),
)

# The tally of lines, kept as single lines change; a whole list is counted anew after it was stored.
_SAME = ", ".join(TALLIED)
_NEW, _OLD = (", ".join(f"{row}.{name}" for name in TALLIED) for row in ("NEW", "OLD"))

_TALLY = (
    "CREATE TRIGGER line_tallied AFTER UPDATE OF serial, package, capability, colour, urgent, withdrawn,"  # noqa: S608 (our own names)
    " unapproved, releasable, outstanding, outstanding_usd ON line"
    f" WHEN ({_NEW}, NEW.outstanding_usd) IS NOT ({_OLD}, OLD.outstanding_usd) BEGIN"
    " UPDATE line_tally SET lines = lines - 1, outstanding_usd = outstanding_usd - OLD.outstanding_usd"
    f" WHERE ({_SAME}) = ({_OLD});"
    f" INSERT INTO line_tally ({_SAME}, lines, outstanding_usd) VALUES ({_NEW}, 1, NEW.outstanding_usd)"
    f" ON CONFLICT ({_SAME}) DO UPDATE SET lines = lines + 1,"
    " outstanding_usd = outstanding_usd + excluded.outstanding_usd; END"
)

TRIGGERS = (*GUARDS, _TALLY)


def install(connection: Connection) -> None:
    """Put exactly these triggers in place; called after every change of the tables, which may drop some."""
    present = (
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        .scalars()
        .all()
    )
    for name in present:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
