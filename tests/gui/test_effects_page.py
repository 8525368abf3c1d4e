"""A new version shrinks a line: the window says what that does, and each next step works by clicks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QTabBar

from procure_desktop.domain.commitment import Commitment, Order
from procure_desktop.domain.settling import EffectState
from procure_desktop.gui.commitments.commit_dialog import CommitDialog
from procure_desktop.gui.details.details import DetailsPane
from procure_desktop.services.amend_commitment import record_of
from procure_desktop.services.draft_commitment import draft_commitment
from procure_desktop.services.import_release import import_release
from procure_desktop.services.list_effects import effects_on, unsettled_effects
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.submit_commitment import submit_commitment
from tests.gui.hands import Hands, Key
from tests.office_factory import (
    AUDITOR,
    AUTHORISER,
    GREEN,
    KEY_PASSPHRASE,
    PAIRED,
    PREPARER,
    SCARCE,
    Place,
    authorise,
    draft,
    make_list,
    make_offer,
    make_terms,
    submit,
)


def second_version(place: Place) -> Path:
    """Line 1 shrinks to 4, line 2 is withdrawn."""
    first, _, *others = make_list().lines
    shrunk = replace(
        first, quantities=replace(first.quantities, required=4, validated=4, outstanding=4)
    )
    return place.publish(replace(make_list(2), lines=(shrunk, *others)))


@pytest.fixture
def both(place: Place, preparer: Office) -> Commitment:
    """A commitment in review on the line that shrinks and on the one that goes."""
    orders = (Order(GREEN, quantity=10), Order(PAIRED, quantity=3))
    drafted = draft_commitment(preparer, orders, make_terms())
    return submit_commitment(preparer, drafted.id, place.key(PREPARER))


@pytest.fixture
def touched(both: Commitment, place: Place, preparer: Office) -> Commitment:
    """As `both`, after the second version came in."""
    import_release(preparer, second_version(place))
    return both


def state_of(office: Office, commitment: Commitment) -> set[EffectState]:
    return {one.state for one in effects_on(office, record_of(commitment))}


def open_effects(hands: Hands, officer: str = PREPARER) -> None:
    hands.sign_in(officer)
    hands.click("rail-effects")


def test_an_import_says_what_it_does_before_and_after(
    hands: Hands, place: Place, both: Commitment, preparer: Office
) -> None:
    draft(preparer, SCARCE)
    release = second_version(place)
    hands.sign_in(PREPARER)
    hands.press(Key.Key_I, hands.control)
    hands.await_dialog("import-dialog")
    hands.write("release-file", str(release))
    hands.click("import-dialog-do")
    hands.await_text("The release is genuine")
    assert hands.sees("What this does to us")
    assert hands.sees("1 commitment or donation of this office is touched, 1 over.")
    assert hands.sees("Over by 6 EA (USD 60,000.00)")
    assert not unsettled_effects(preparer)
    hands.click("import-dialog-do")
    hands.await_window()
    assert hands.sees("UA-TEST version 2 is imported: 5 lines. 1 commitment or donation")
    assert hands.sees("Effects on us")
    assert hands.sees("2 of 2 effects")
    assert len(unsettled_effects(preparer)) == 2


def test_an_import_that_touches_nothing_leads_to_the_lines(
    hands: Hands, place: Place, preparer: Office
) -> None:
    release = second_version(place)
    hands.sign_in(PREPARER)
    hands.press(Key.Key_I, hands.control)
    hands.await_dialog("import-dialog")
    hands.write("release-file", str(release))
    hands.click("import-dialog-do")
    hands.await_text("None of this office's commitments and donations needs a decision.")
    hands.click("import-dialog-do")
    hands.await_window()
    assert hands.sees("Request lists")


def test_details_say_what_changed_and_what_it_does(hands: Hands, touched: Commitment) -> None:
    open_effects(hands)
    hands.select(1)
    said = hands.find(DetailsPane, "details").text()
    for part in (
        touched.number,
        "In review · Open",
        "Over by 6 EA (USD 60,000.00): more of the line is committed or given than the list leaves.",
        "1 · Interceptor, surface-to-air",
        "100 EA → 4 EA (\u221296)",
        "UA-TEST version 1 → 2, imported 15 Jun 2026 09:00 UTC",
    ):
        assert part in said, part
    assert hands.sees("1 selected · over by USD 60,000.00")


def test_accepting_with_a_reason(hands: Hands, touched: Commitment, preparer: Office) -> None:
    open_effects(hands)
    hands.select(1)
    hands.click("step-accept-effect")
    hands.await_dialog("accept-dialog")
    hands.click("accept-dialog-do")
    hands.await_text("The reason is empty")
    hands.write("reason", "The rest moves to a later list.")
    hands.click("accept-dialog-do")
    hands.await_window()
    assert hands.sees(f"Accepted: {touched.number} stands as it is.")
    said = hands.find(DetailsPane, "details").text()
    assert "Accepted by Preparer, " in said
    assert " UTC: The rest moves to a later list." in said
    assert "Accepted (1)" in tabs(hands)
    assert state_of(preparer, touched) == {EffectState.ACCEPTED, EffectState.OPEN}


def tabs(hands: Hands) -> list[str]:
    bar = hands.find(QTabBar, "state-tabs")
    return [bar.tabText(n) for n in range(bar.count())]


def test_asking_the_issuer(
    hands: Hands,
    touched: Commitment,
    preparer: Office,
    tmp_path: Path,
) -> None:
    open_effects(hands)
    hands.select(1)
    hands.click("step-ask-issuer")
    hands.await_dialog("question-dialog")
    text = hands.find(QPlainTextEdit, "question").toPlainText()
    assert f"Our reference: {touched.number}, line {GREEN}, UA-TEST version 2" in text
    hands.click("question-copy")
    assert QGuiApplication.clipboard().text() == text
    saved = tmp_path / "question.txt"
    hands.click("question-save")
    dialogs = hands.window.findChildren(QFileDialog)
    assert len(dialogs) == 1
    dialogs[0].fileSelected.emit(str(saved))
    dialogs[0].close()
    assert saved.read_text("utf-8") == text
    dialogs[0].fileSelected.emit(str(tmp_path / "missing" / "question.txt"))
    assert hands.window.findChild(QPlainTextEdit, "question") is not None
    hands.await_dialog("question-dialog")
    assert hands.sees("cannot be written")
    hands.click("question-dialog-do")
    hands.await_window()
    assert hands.sees(f"Noted as asked about {touched.number}.")
    assert "Issuer asked by Preparer" in hands.find(DetailsPane, "details").text()
    assert EffectState.ASKED in state_of(preparer, touched)


def test_amending_what_is_in_review_leads_on_to_withdrawing_it(
    hands: Hands, place: Place, touched: Commitment, preparer: Office
) -> None:
    open_effects(hands)
    hands.select(1)
    hands.click("next-step")
    hands.await_dialog("commit-dialog")
    dialog = hands.front
    assert isinstance(dialog, CommitDialog)
    assert dialog.orders() == (Order(GREEN, quantity=4),)
    hands.await_text("= USD 40,000.00")
    hands.click("commit-dialog-do")
    hands.await_dialog("reason-dialog")
    hands.write("reason", "Replaced by what the list leaves.")
    hands.click("reason-dialog-do")
    hands.await_window()
    assert hands.sees(f"{touched.number} is withdrawn")
    assert state_of(preparer, touched) == {EffectState.SETTLED}
    hands.click("rail-commitments")
    hands.tab("Draft")
    hands.select(0)
    hands.click("next-step")
    hands.sign_with(place.key(PREPARER).path, KEY_PASSPHRASE)
    assert hands.sees("is signed and submitted")


def test_amending_what_is_authorised_leaves_the_withdrawal_to_an_authoriser(
    hands: Hands, place: Place, preparer: Office, authoriser: Office
) -> None:
    made = authorise(authoriser, place, submit(preparer, place, quantity=10))
    import_release(preparer, second_version(place))
    open_effects(hands)
    hands.select(0)
    hands.click("next-step")
    hands.await_dialog("commit-dialog")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert hands.sees(f"an authoriser who did not prepare {made.number} withdraws it")
    assert state_of(preparer, made) == {EffectState.AMENDING}
    hands.click("rail-commitments")
    hands.tab("Draft")
    hands.select(0)
    hands.menu("edit-draft")
    hands.await_dialog("commit-dialog")
    # What the old one holds is this one's to take.
    hands.await_text("= USD 40,000.00")
    hands.click("commit-dialog-cancel")
    hands.await_window()
    hands.menu("switch-officer")
    open_effects(hands, AUTHORISER)
    hands.select(0)
    hands.click("next-step")
    hands.await_dialog("reason-dialog")
    hands.write("reason", "Replaced.")
    hands.click("reason-dialog-do")
    hands.await_window()
    assert state_of(preparer, made) == {EffectState.SETTLED}


def test_amending_a_draft_changes_it(hands: Hands, place: Place, preparer: Office) -> None:
    made = draft(preparer, quantity=10)
    import_release(preparer, second_version(place))
    open_effects(hands)
    hands.select(0)
    hands.click("next-step")
    hands.await_dialog("commit-dialog")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert hands.sees("The draft is changed to what the list leaves.")
    assert state_of(preparer, made) == {EffectState.SETTLED}


def test_where_nothing_is_left_the_line_is_withdrawn_from(
    hands: Hands, place: Place, preparer: Office
) -> None:
    made = submit(preparer, place, PAIRED)
    import_release(preparer, second_version(place))
    open_effects(hands)
    hands.select(0)
    hands.click("step-amend")
    assert hands.sees(f"The lists leave nothing of any line of {made.number}")
    # The coloured button takes the step that is left.
    hands.click("next-step")
    hands.await_dialog("reason-dialog")
    hands.write("reason", "The line went.")
    hands.click("reason-dialog-do")
    hands.await_window()
    assert state_of(preparer, made) == {EffectState.SETTLED}


def test_a_donation_is_asked_about_or_accepted(
    hands: Hands, place: Place, preparer: Office
) -> None:
    given = log_donation(preparer, make_offer(PAIRED))
    import_release(preparer, second_version(place))
    open_effects(hands)
    hands.select(0)
    assert not hands.window.actions_table["amend"].isEnabled()
    assert not hands.window.actions_table["withdraw"].isEnabled()
    hands.click("next-step")
    hands.await_dialog("question-dialog")
    hands.click("question-dialog-cancel")
    hands.await_window()
    hands.click("rail-stock-and-donations")
    hands.select(0)
    said = hands.find(DetailsPane, "details").text()
    assert "Changed on the list since" in said
    assert "the donation serves a need that is not stated" in said
    assert given.number in said


def test_who_only_reads_takes_no_step(hands: Hands, touched: Commitment) -> None:
    open_effects(hands, AUDITOR)
    hands.select(0)
    for name in ("amend", "withdraw", "ask-issuer", "accept-effect"):
        assert not hands.window.actions_table[name].isEnabled()
    assert not [
        one for one in hands.window.findChildren(QPushButton, "next-step") if one.isVisible()
    ]


def test_a_commitment_says_that_it_is_touched(
    hands: Hands, touched: Commitment, preparer: Office
) -> None:
    draft(preparer, SCARCE)
    hands.sign_in(PREPARER)
    hands.click("rail-commitments")
    hands.choose("facet-touched", "Touched")
    assert hands.sees("1 of 2 commitments")
    hands.select(0)
    said = hands.find(DetailsPane, "details").text()
    assert "Changed on the list since" in said
    assert "The line is no longer on the list." in said


def test_an_office_that_nothing_touched_says_so(hands: Hands) -> None:
    open_effects(hands)
    assert hands.sees("No version has touched this office yet")
