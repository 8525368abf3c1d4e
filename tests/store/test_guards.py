"""Each rule that the engine enforces bites, whoever writes to the file."""

# ruff: noqa: S608 (the statements are the test's own)

import re
from dataclasses import replace
from datetime import date

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.officer import Role
from procure_desktop.services.answer_effect import accept_effect
from procure_desktop.services.attest_list import attest_list, read_standing
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.import_release import import_release
from procure_desktop.services.import_spreadsheet import import_spreadsheet
from procure_desktop.services.list_effects import unsettled_effects
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.officer_leaves import let_officer_leave
from procure_desktop.services.since_last_look import mark_looked
from procure_desktop.store.guards import GUARDS
from tests.office_factory import (
    PASSPHRASE,
    Place,
    authorise,
    draft,
    make_line,
    make_list,
    make_offer,
    submit,
)
from tests.sheets import sheet_order

NAMES = frozenset(re.findall(r"CREATE TRIGGER (\w+)", " ".join(GUARDS)))

DRAFT, REVIEWED, SIGNED = 1, 2, 3
"""The commitments that `filled` makes, by id."""

COMMITMENT = (
    "INSERT INTO commitment (id, version, state, currency, rate_national, rate_usd, rate_day, rate_source,"
    " budget_line, fiscal_year, money_source, legal_basis, conditions, marking, national, usd, prepared_by,"
    " authorised_by, drafted_at, changed_at, number) SELECT {id}, {version}, '{state}', currency, rate_national,"
    " rate_usd, rate_day, rate_source, budget_line, fiscal_year, money_source, legal_basis, conditions,"
    " marking, national, usd, prepared_by, {authorised_by}, drafted_at, changed_at, {number} FROM commitment"
    " WHERE id = 1"
)
JOURNAL = (
    "INSERT INTO journal SELECT {number}, at, officer, action, subject, content, {previous}, sha256"
    " FROM journal WHERE number = 1"
)
HOLD = (
    "INSERT INTO hold (line_id, commitment_id, quantity, remainder, active) VALUES (1, 3, 1, 0, 1)"
)

LETTER = (
    "INSERT INTO letter SELECT {release}, name, reference, day, sha256, pdf, added_by, added_at FROM letter"
    " WHERE release_id = 4"
)
ATTESTATION = (
    "INSERT INTO attestation SELECT {release}, {officer}, {authoriser}, at FROM attestation"
    " WHERE release_id = 4"
)

BREACHES: list[tuple[str, str]] = [
    ("journal_no_update", "UPDATE journal SET officer = 'X' WHERE number = 1"),
    ("journal_no_delete", "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)"),
    ("journal_chained", JOURNAL.format(number=99, previous="sha256")),
    (
        "journal_chained",
        JOURNAL.format(number="1 + (SELECT max(number) FROM journal)", previous="'false'"),
    ),
    (
        "journal_chained",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 2",
    ),
    ("office_setting_no_delete", "DELETE FROM office_setting"),
    ("officer_role_no_update", "UPDATE officer_role SET role = 'authoriser' WHERE officer_id = 1"),
    ("officer_left", "UPDATE officer SET left_at = NULL WHERE id = 6"),
    ("officer_left", "UPDATE officer SET left_at = '2027-01-01' WHERE id = 6"),
    ("officer_role_of_one_present", "INSERT INTO officer_role VALUES (6, 'auditor')"),
    ("officer_role_administrator_alone", "INSERT INTO officer_role VALUES (3, 'administrator')"),
    ("officer_role_authoriser_alone", "INSERT INTO officer_role VALUES (1, 'authoriser')"),
    (
        "commitment_begins",
        COMMITMENT.format(
            id=9, version=1, state="submitted", authorised_by="NULL", number="'NLD-2026-0009'"
        ),
    ),
    (
        "commitment_begins",
        COMMITMENT.format(id=9, version=0, state="draft", authorised_by="3", number="NULL"),
    ),
    (
        "commitment_no_delete",
        COMMITMENT.replace("INSERT", "INSERT OR REPLACE").format(
            id=SIGNED, version=0, state="draft", authorised_by="NULL", number="NULL"
        ),
    ),
    (
        "commitment_authoriser_role",
        "UPDATE commitment SET state = 'authorised', authorised_by = 4 WHERE id = 2",
    ),
    ("commitment_authoriser_kept", "UPDATE commitment SET authorised_by = 5 WHERE id = 3"),
    ("commitment_authoriser_kept", "UPDATE commitment SET authorised_by = 3 WHERE id = 2"),
    *(
        ("commitment_steps", f"UPDATE commitment SET state = '{state}' WHERE id = {row}")
        for row, state in (
            (DRAFT, "authorised"),
            (DRAFT, "returned"),
            (REVIEWED, "draft"),
            (SIGNED, "submitted"),
            (SIGNED, "returned"),
            (SIGNED, "draft"),
        )
    ),
    (
        "commitment_authorised_with_document",
        "UPDATE commitment SET state = 'authorised', authorised_by = 3 WHERE id = 2",
    ),
    ("commitment_keeps_number", "UPDATE commitment SET number = 'NLD-2026-0009' WHERE id = 2"),
    ("commitment_keeps_number", "UPDATE commitment SET number = NULL WHERE id = 3"),
    ("commitment_keeps_number", "UPDATE commitment SET prepared_by = 5 WHERE id = 1"),
    ("commitment_keeps_number", "UPDATE commitment SET prepared_by = 5 WHERE id = 2"),
    *(
        ("commitment_frozen", f"UPDATE commitment SET {change} WHERE id = {row}")
        for row in (REVIEWED, SIGNED)
        for change in (
            "usd = usd + 1",
            "national = national - 1",
            "currency = 'USD'",
            "version = version + 1",
            "rate_usd = '9'",
            "rate_national = '9'",
            "rate_day = '2020-01-01'",
            "rate_source = 'X'",
            "budget_line = 'X'",
            "legal_basis = 'X'",
            "conditions = 'X'",
            "fiscal_year = 2030",
            "money_source = 'existing'",
            "validity = NULL",
            "marking = 'UNMARKED'",
            "drafted_at = '2020-01-01T00:00:00.000000+00:00'",
        )
    ),
    ("commitment_no_delete", "DELETE FROM commitment WHERE id = 1"),
    (
        "commitment_line_no_insert",
        "INSERT INTO commitment_line SELECT 3, 2, 2, 1, NULL, NULL, 320055, 1, 0, 320055, 1",
    ),
    (
        "commitment_line_no_update",
        "UPDATE commitment_line SET national = 1 WHERE commitment_id = 2",
    ),
    (
        "commitment_line_kept",
        "UPDATE commitment_line SET commitment_id = 3, position = 9 WHERE commitment_id = 1",
    ),
    ("commitment_line_kept", "UPDATE commitment_line SET line_id = 2 WHERE commitment_id = 1"),
    ("commitment_line_no_delete", "DELETE FROM commitment_line WHERE commitment_id = 3"),
    *(
        ("document_frozen", f"UPDATE document SET {change} WHERE commitment_id = 2")
        for change in (
            "unsigned = x'00'",
            "sha256 = 'X'",
            "record = x'00'",
            "record_sha256 = 'X'",
            "commitment_id = 1",
            "version = 7",
            "prepared_fingerprint = 'X'",
        )
    ),
    ("document_frozen", "UPDATE document SET pdf = x'00' WHERE commitment_id = 3"),
    ("document_frozen", "UPDATE document SET pdf = x'00' WHERE commitment_id = 2"),
    ("document_no_delete", "DELETE FROM document WHERE commitment_id = 2"),
    ("donation_no_delete", "DELETE FROM donation"),
    ("donation_kept", "UPDATE donation SET quantity = 1"),
    ("donation_kept", "UPDATE donation SET acquisition = 1"),
    ("line_not_overdrawn", "UPDATE line SET outstanding = -1 WHERE id = 1"),
    ("line_not_overdrawn", "UPDATE line SET outstanding_usd = -1 WHERE id = 1"),
    ("hold_begins", HOLD.replace("active)", "active, counted)").replace(", 1)", ", 1, 1)")),
    ("hold_insert_agrees", HOLD),
    ("hold_update_agrees", "UPDATE hold SET active = 0 WHERE commitment_id = 3"),
    ("hold_kept", "UPDATE hold SET quantity = 1 WHERE commitment_id = 3"),
    ("hold_kept", "UPDATE hold SET line_id = 2 WHERE commitment_id = 3"),
    ("hold_no_delete", "DELETE FROM hold"),
    ("number_series_begins", "INSERT INTO number_series VALUES ('commitment', 2027, 5)"),
    ("number_series_gapless", "UPDATE number_series SET last = last + 2"),
    ("number_series_gapless", "UPDATE number_series SET last = last - 1"),
    ("number_series_no_delete", "DELETE FROM number_series"),
    ("trust_no_step_back", "UPDATE trust SET version = version - 1 WHERE role = 'root'"),
    ("trust_no_step_back", "UPDATE trust SET role = 'other' WHERE role = 'root'"),
    ("trust_no_delete", "DELETE FROM trust"),
    ("package_no_update", "UPDATE package SET title = 'X'"),
    ("package_no_delete", "DELETE FROM package"),
    ("list_release_kept", "UPDATE list_release SET expires = '2099-01-01'"),
    ("list_release_kept", "UPDATE list_release SET line_count = 7"),
    ("list_release_attested", "UPDATE list_release SET approval = 'attested'"),
    ("list_release_attested", "UPDATE list_release SET approval = 'unapproved'"),
    ("line_edition_no_update", "UPDATE line_edition SET withdrawn = 1"),
    ("line_edition_no_delete", "DELETE FROM line_edition"),
    ("line_keeps_edition", "UPDATE line SET since_id = 99"),
    ("line_content_kept", "UPDATE line SET name = 'X' WHERE id = 1"),
    ("line_content_kept", "UPDATE line SET reference = 'X' WHERE id = 1"),
    ("line_content_kept", "UPDATE line SET withdrawn = 0 WHERE withdrawn"),
    ("line_no_delete", "DELETE FROM line WHERE id = 6"),
    ("letter_no_update", "UPDATE letter SET reference = 'X'"),
    ("letter_no_delete", "DELETE FROM letter WHERE release_id = 6"),
    ("letter_of_unapproved", LETTER.format(release=1)),
    ("attestation_no_update", "UPDATE attestation SET authoriser = 1"),
    ("attestation_no_delete", "DELETE FROM attestation"),
    ("attestation_of_unapproved", ATTESTATION.format(release=1, officer=2, authoriser=0)),
    ("attestation_of_unapproved", ATTESTATION.format(release=6, officer=1, authoriser=0)),
    ("attestation_of_unapproved", ATTESTATION.format(release=6, officer=2, authoriser=1)),
    ("attestation_of_unapproved", ATTESTATION.format(release=6, officer=4, authoriser=1)),
    ("commitment_of_approved", "UPDATE commitment SET state = 'submitted' WHERE id = 5"),
    (
        "list_release_begins_unattested",
        "INSERT INTO list_release (serial, version, approval) VALUES ('X', 1, 'attested')",
    ),
    ("list_release_attested_by_two", "UPDATE list_release SET approval = 'attested' WHERE id = 4"),
    ("list_release_attested_by_two", "UPDATE list_release SET approval = 'attested' WHERE id = 5"),
    ("list_release_no_delete", "DELETE FROM list_release"),
    ("list_effect_no_update", "UPDATE list_effect SET over_quantity = 0"),
    ("list_effect_no_delete", "DELETE FROM list_effect"),
    ("effect_act_no_update", "UPDATE effect_act SET text = 'X'"),
    ("effect_act_no_delete", "DELETE FROM effect_act"),
    ("officer_look_no_step_back", "UPDATE officer_look SET number = number - 1"),
    ("officer_look_no_step_back", "UPDATE officer_look SET officer_id = 1"),
]


@pytest.fixture
def filled(
    place: Place,
    administrator: Office,
    preparer: Office,
    authoriser: Office,
    deputy: Office,
    raw: dbapi2.Connection,
) -> dbapi2.Connection:
    """The made office with a draft, two in review, one authorised, and a donation, all touched by a version."""
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[:5])))
    draft(preparer)
    submit(preparer, place)
    authorise(authoriser, place, submit(preparer, place))
    submit(deputy, place)
    log_donation(preparer, make_offer())
    later = replace(make_line(1), required_by=date(2030, 1, 1))
    draft(preparer, make_line(5).id)
    lines = (later, *make_list().lines[1:4])
    import_release(preparer, place.publish(replace(make_list(3), lines=lines)))
    accept_effect(preparer, unsettled_effects(preparer)[0].id, "Test reason")
    mark_looked(preparer, 1)
    # Releases 4, attested to by the preparer; 5, without a letter; 6, without any attestation.
    for number, serial in enumerate(("UA-A", "UA-B", "UA-C"), start=1):
        order = sheet_order(place.folder, serial=serial, letter=serial != "UA-B", first=number * 10)
        import_spreadsheet(preparer, order)
    attest_list(preparer, "UA-A", seen=read_standing(preparer, "UA-A").letter_sha256)
    add_officer(administrator, "Gone", {Role.AUDITOR}, PASSPHRASE)
    let_officer_leave(administrator, "Gone")
    return raw


def test_every_guard_is_in_the_file(raw: dbapi2.Connection) -> None:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in found} == NAMES | {"line_tallied"}


def test_every_guard_is_tried() -> None:
    assert {name for name, _ in BREACHES} == NAMES


def test_each_guard_bites(filled: dbapi2.Connection) -> None:
    rules = {
        name: re.findall(r"RAISE\(ABORT, '([^']*)'\)", trigger)[0]
        for trigger in GUARDS
        for name in re.findall(r"CREATE TRIGGER (\w+)", trigger)
    }
    for name, breach in BREACHES:
        before = filled.execute("SELECT total_changes()").fetchone()
        with pytest.raises(dbapi2.IntegrityError) as refused:
            filled.execute(breach)
        assert str(refused.value) == rules[name], breach
        assert filled.execute("SELECT total_changes()").fetchone() == before


CONSTRAINTS = [
    ("UPDATE office SET highest_marking = 'COSMIC'", "highest_marking"),
    (("INSERT INTO office SELECT 2, uuid, nation, ministry, unit, address, highest_marking, demo,"
     " created_at FROM office"), "one"),
    ("INSERT INTO officer_role VALUES (2, 'owner')", "role"),
    ("UPDATE officer SET name = 'Preparer' WHERE id = 1", "UNIQUE"),
    ("UPDATE officer SET fingerprint = (SELECT fingerprint FROM officer WHERE id = 2) WHERE id = 3", "UNIQUE"),
    ("UPDATE commitment SET authorised_by = prepared_by, state = 'authorised' WHERE id = 4", "two_officers"),
    ("UPDATE commitment SET state = 'authorised' WHERE id = 2", "authorised"),
    ("UPDATE commitment SET version = 3 WHERE id = 1", "numbered"),
    ("UPDATE commitment SET state = 'submitted' WHERE id = 1", "submitted"),
    ("UPDATE commitment SET usd = 0 WHERE id = 1", "amounts"),
    ("UPDATE commitment_line SET usd = usd + 1 WHERE commitment_id = 1", "usd"),
    ("UPDATE commitment_line SET ordered_quantity = NULL WHERE commitment_id = 1", "one_order"),
    ("UPDATE document SET authorised_at = 'x' WHERE commitment_id = 2", "authorised"),
    (("UPDATE document SET authorised_at = 'x', authorised_fingerprint = prepared_fingerprint"
      " WHERE commitment_id = 2"), "two_signers"),
    ("UPDATE line SET unapproved = 2", "unapproved"),
    ("UPDATE line SET releasable = 2", "releasable"),
    ("UPDATE line SET release_id = 99", "FOREIGN KEY"),
    ("UPDATE donation SET state = 'lost'", "state"),
    ("UPDATE line SET outstanding = 'many'", "cannot store TEXT value in INTEGER column"),
    ("UPDATE journal SET number = 1.5", "datatype mismatch"),
]  # fmt: skip


def test_each_constraint_bites(filled: dbapi2.Connection) -> None:
    for breach, rule in CONSTRAINTS:
        with pytest.raises(dbapi2.DatabaseError, match=rule):
            filled.execute(breach)


def test_every_table_is_strict(raw: dbapi2.Connection) -> None:
    tables = raw.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    assert loose == {"alembic_version"}
