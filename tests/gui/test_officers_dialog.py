"""The administrator's dialog: officers, their certificates, the highest marking."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.officer import Role
from procure_desktop.exchange.demo_authority import Validity, make_authority
from procure_desktop.services.browse import read_rows
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.officer_leaves import let_officer_leave
from procure_desktop.services.open_office import open_office
from tests.gui.hands import Hands, Key
from tests.office_factory import (
    ADMINISTRATOR,
    AUDITOR,
    DEPUTY,
    PASSPHRASE,
    PREPARER,
    VALIDITY,
    Place,
    draft,
    issue_key,
)

# The offscreen platform's remark when a menu opens or the completer of a file name pops up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")

NEW = "Second preparer"
FIRST = "a first passphrase, long"


@pytest.fixture
def officers(hands: Hands) -> Hands:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    return hands


def begin(hands: Hands, again: str = FIRST) -> None:
    hands.click("add-officer")
    hands.await_dialog("add-officer-dialog")
    hands.write("officer-name", NEW)
    hands.write("officer-passphrase", FIRST)
    hands.write("officer-passphrase-again", again)


def test_an_officer_is_added_with_a_certificate_and_can_sign_in(
    officers: Hands, place: Place
) -> None:
    issue_key(place, make_authority("Another authority", VALIDITY), NEW)
    begin(officers)
    officers.check("role-preparer")
    officers.check("role-auditor")
    key = place.key(NEW)
    officers.write("officer-certificate", str(key.path))
    officers.write("officer-certificate-passphrase", key.passphrase)
    officers.click("add-officer-dialog-do")
    officers.await_dialog("officers-dialog")
    assert officers.sees(f"{NEW} can sign in now")
    officers.click("officers-close")
    officers.await_window()
    with_roles = open_office(place.office, NEW, FIRST)
    assert with_roles.officer.roles == {Role.PREPARER, Role.AUDITOR}
    assert with_roles.officer.fingerprint
    with_roles.close()


def test_passphrases_that_differ_add_nobody(officers: Hands) -> None:
    begin(officers, again="a first passphrase, lang")
    officers.check("role-preparer")
    officers.click("add-officer-dialog-do")
    assert officers.sees("The two passphrases differ")
    again = officers.find(QLineEdit, "officer-passphrase-again")
    assert again.selectedText()


def test_one_who_enrols_never_authorises(officers: Hands) -> None:
    begin(officers)
    officers.click("add-officer-dialog-do")
    officers.rest()
    assert officers.sees("at least one role")
    officers.check("role-administrator")
    officers.check("role-authoriser")
    officers.click("add-officer-dialog-do")
    officers.rest()
    assert officers.front.objectName() == "add-officer-dialog"
    assert officers.sees("administrator")


def test_a_certificate_is_enrolled(officers: Hands, place: Place) -> None:
    issue_key(place, make_authority("Another authority", VALIDITY), AUDITOR)
    assert not officers.find(QPushButton, "enrol").isEnabled()
    officers.select(3)
    officers.click("enrol")
    officers.await_dialog("enrol-dialog")
    assert officers.sees("Enrolled now: none yet")
    officers.click("enrol-dialog-do")
    assert officers.sees("The path of the certificate is empty")
    officers.write("certificate-file", str(place.root))
    officers.press(Key.Key_Return)
    officers.rest()
    assert officers.sees("holds no certificate")
    officers.write("certificate-file", str(place.certificate(AUDITOR)))
    officers.click("enrol-dialog-do")
    officers.await_dialog("officers-dialog")
    assert officers.sees("The certificate of Auditor is enrolled.")


def test_the_highest_marking_is_set(officers: Hands, place: Place) -> None:
    button = officers.find(QPushButton, "set-marking")
    assert not button.isEnabled()
    officers.pick("highest-marking", "NATO RESTRICTED")
    officers.click("set-marking")
    officers.rest()
    assert officers.sees("This office may now hold up to NATO RESTRICTED.")
    assert not button.isEnabled()
    with place.signed_in(ADMINISTRATOR) as office:
        assert office.profile.highest_marking is Marking.NATO_RESTRICTED


def test_only_an_administrator_gets_there(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    assert not hands.window.actions_table["officers"].isEnabled()


def test_an_expired_certificate_is_refused(officers: Hands, place: Place) -> None:
    past = Validity(datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC))
    issue_key(place, make_authority("Another authority", past), AUDITOR, past)
    officers.select(3)
    officers.click("enrol")
    officers.await_dialog("enrol-dialog")
    officers.write("certificate-file", str(place.certificate(AUDITOR)))
    officers.click("enrol-dialog-do")
    officers.rest()
    assert officers.front.objectName() == "enrol-dialog"
    assert officers.sees("expired")


def test_an_officer_leaves_and_drafts_are_handed_over(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        draft(preparer)
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    hands.select(1)
    hands.click("leave")
    hands.await_dialog("leave-dialog")
    assert hands.sees("1 commitment")
    assert hands.find(QComboBox, "successor").currentText() == DEPUTY
    hands.click("leave-dialog-do")
    hands.await_dialog("officers-dialog")
    hands.await_text("Preparer has left the office")
    assert not hands.find(QPushButton, "leave").isEnabled()
    with place.signed_in(DEPUTY) as deputy:
        (row,) = read_rows(deputy, Listing.COMMITMENTS, [1])
    assert row["prepared_by"] == DEPUTY


def test_without_another_preparer_drafts_are_withdrawn(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        draft(preparer)
    with place.signed_in(ADMINISTRATOR) as administrator:
        let_officer_leave(administrator, DEPUTY)
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    hands.select(1)
    hands.click("leave")
    hands.await_dialog("leave-dialog")
    assert hands.find(QComboBox, "successor").count() == 1
    hands.click("leave-dialog-do")
    hands.await_dialog("officers-dialog")
    with place.signed_in(ADMINISTRATOR) as administrator:
        (row,) = read_rows(administrator, Listing.COMMITMENTS, [1])
    assert row["state"] == "withdrawn"


def test_the_last_administrator_stays_and_another_may_leave(hands: Hands, place: Place) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    hands.select(0)
    hands.click("leave")
    hands.await_dialog("leave-dialog")
    hands.click("leave-dialog-do")
    hands.await_text("Administrator is the only administrator")
    hands.click("leave-dialog-cancel")
    hands.await_dialog("officers-dialog")
    with place.signed_in(ADMINISTRATOR) as administrator:
        add_officer(administrator, "Second", {Role.ADMINISTRATOR}, PASSPHRASE)
    hands.click("leave")
    hands.await_dialog("leave-dialog")
    hands.click("leave-dialog-do")
    hands.await_window()
    assert hands.window.view is None
    hands.await_text("Test Ministry")
    officers = hands.find(QComboBox, "officer")
    names = [officers.itemText(place) for place in range(officers.count())]
    assert "Second" in names
    assert ADMINISTRATOR not in names
