"""The running totals of a line, against sums made anew, through every way in which they change."""

import hashlib
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    Order,
    format_number,
    price_order,
)
from procure_desktop.domain.document import FrozenDocument
from procure_desktop.domain.donation import DonationId, format_donation_number
from procure_desktop.domain.errors import OverCommitmentError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId, Role
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Approval, Line, LineId, Quantities, RequestList
from procure_desktop.store.commitments import add_commitment, set_state
from procure_desktop.store.database import Database, Transaction, create_database, open_database
from procure_desktop.store.documents import add_authorisation, add_document
from procure_desktop.store.donations import add_donation
from procure_desktop.store.holds import Holder, load_outstanding, release_commitment, take
from procure_desktop.store.keys import new_key
from procure_desktop.store.lists import ListFile, add_release, load_line
from procure_desktop.store.officers import add_officer
from tests.office_factory import EURO, LAST_DAY, NOW, make_line, make_list, make_offer, make_terms

PREPARER, AUTHORISER = OfficerId(1), OfficerId(2)
LINES = tuple(LineId(f"UA-{number:04d}") for number in (1, 2, 3))
SOME_LINES = st.sets(st.sampled_from(LINES), min_size=1)


@dataclass
class Held:
    """The model of one hold."""

    mark: str
    line: LineId
    quantity: int
    remainder: int
    active: bool = True
    counted: bool = False


def issue(version: int, lines: tuple[Line, ...], counted: tuple[str, ...] = ()) -> RequestList:
    return replace(make_list(version, counted), lines=lines)


def line_of(line_id: LineId, outstanding: int, price: int) -> Line:
    made = make_line(int(line_id[3:]), price=price)
    return replace(made, quantities=Quantities(outstanding, outstanding, 0, 0, 0, outstanding))


def put(tx: Transaction, issued: RequestList) -> None:
    file = ListFile(b"", str(issued.version), LAST_DAY, Approval.RELEASED)
    add_release(tx, issued, file, PREPARER, NOW)


def make_database(path: Path, key: bytes) -> None:
    database = create_database(path, key)
    with database.transaction() as tx:
        add_officer(tx, "P", {Role.PREPARER})
        add_officer(tx, "A", {Role.AUTHORISER})
        put(tx, issue(1, tuple(line_of(line, 20, 1000) for line in LINES)))
    database.close()


class Holding(RuleBasedStateMachine):
    """Commitments, donations, returns, withdrawals and new releases in any order."""

    template: Path
    key: bytes

    reviewed = Bundle("reviewed")
    authorised = Bundle("authorised")
    returned = Bundle("returned")

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "office.db"
        shutil.copy(self.template, path)
        self.database: Database = open_database(path, self.key)
        self.lines = dict.fromkeys(LINES, (20, 1000))
        self.carried = set(LINES)
        self.held: list[Held] = []
        self.version = 1

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            shutil.rmtree(self.folder)

    def left(self, line: LineId) -> tuple[int, int]:
        outstanding, price = self.lines[line]
        held = [one for one in self.held if one.line == line and one.active and not one.counted]
        left = outstanding - sum(one.quantity for one in held)
        return left, left * price - sum(one.remainder for one in held)

    def fits(self, asked: list[tuple[LineId, int, int]]) -> bool:
        return all(
            quantity <= self.left(line)[0]
            and quantity * self.lines[line][1] + remainder <= self.left(line)[1]
            for line, quantity, remainder in asked
        )

    def hold(self, made: Commitment) -> bool:
        """Take what `made` asks for; refused exactly when the model foresaw it."""
        if not self.stands(made):
            with pytest.raises(IntegrityError):
                self.take_all(made)
            return False
        asked = [(line.line, line.quantity, line.remainder.minor) for line in made.lines]
        if not self.fits(asked):
            with pytest.raises(OverCommitmentError):
                self.take_all(made)
            return False
        self.take_all(made)
        self.held += [Held(mark_of(made), *one) for one in asked]
        return True

    def stands(self, made: Commitment) -> bool:
        """Whether every line is still on the list: the database lets no funds go to one that went."""
        return all(line.line in self.carried for line in made.lines)

    def take_all(self, made: Commitment) -> None:
        with self.database.transaction() as tx:
            set_state(tx, made, NOW)
            for line in made.lines:
                take(tx, line.line, line.quantity, line.remainder, Holder(commitment=made.id))
            frozen = FrozenDocument(b"", "", b"", mark_of(made))
            add_document(tx, made, frozen, b"", "preparer", NOW)

    def draft(self, lines: set[LineId], quantity: int | None, cents: int) -> Commitment:
        amount = None if quantity is not None else Money(cents, USD)
        draft = Commitment(
            id=CommitmentId(0),
            number="",
            version=0,
            state=DocumentState.DRAFT,
            terms=make_terms(),
            lines=tuple(
                price_order(Order(line, quantity, amount), Money(self.lines[line][1], USD), EURO)
                for line in sorted(lines)
            ),
            marking=Marking.UNMARKED,
            prepared_by=PREPARER,
            authorised_by=None,
            drafted_at=NOW,
            reason="",
        )
        with self.database.transaction() as tx:
            return add_commitment(tx, draft)

    @rule(
        target=reviewed,
        lines=SOME_LINES,
        quantity=st.none() | st.integers(1, 15),
        cents=st.integers(1, 12_000),
    )
    def submit(self, lines: set[LineId], quantity: int | None, cents: int) -> object:
        draft = self.draft(lines, quantity, cents)
        number = format_number("NLD", 2026, draft.id)
        made = replace(draft, number=number, version=1, state=DocumentState.SUBMITTED)
        return made if self.hold(made) else multiple()

    @rule(target=reviewed, made=consumes(returned))
    def submit_again(self, made: Commitment) -> object:
        again = replace(made, version=made.version + 1, state=DocumentState.SUBMITTED)
        return again if self.hold(again) else multiple()

    @rule(target=authorised, made=consumes(reviewed))
    def authorise(self, made: Commitment) -> object:
        done = replace(made, state=DocumentState.AUTHORISED, authorised_by=AUTHORISER)
        if not self.stands(made):
            with pytest.raises(IntegrityError):
                self.countersign(done)
            return multiple()
        self.countersign(done)
        return done

    def countersign(self, done: Commitment) -> None:
        with self.database.transaction() as tx:
            add_authorisation(tx, done, b"", "authoriser", NOW)
            set_state(tx, done, NOW)

    @rule(target=returned, made=consumes(reviewed))
    def give_back(self, made: Commitment) -> Commitment:
        return self.release(made, DocumentState.RETURNED)

    @rule(made=consumes(reviewed) | consumes(authorised))
    def withdraw(self, made: Commitment) -> None:
        self.release(made, DocumentState.WITHDRAWN)

    def release(self, made: Commitment, state: DocumentState) -> Commitment:
        done = replace(made, state=state)
        with self.database.transaction() as tx:
            set_state(tx, done, NOW)
            release_commitment(tx, made.id)
        for one in self.held:
            if one.mark == mark_of(made):
                one.active = False
        return done

    @rule(line=st.sampled_from(LINES), quantity=st.integers(1, 8))
    def donate(self, line: LineId, quantity: int) -> None:
        if not self.fits([(line, quantity, 0)]):
            with pytest.raises(OverCommitmentError):
                self.give(line, quantity)
            return
        donation = self.give(line, quantity)
        self.held.append(Held(number_of(donation), line, quantity, 0))

    def give(self, line: LineId, quantity: int) -> DonationId:
        with self.database.transaction() as tx:
            count = tx.execute(text("SELECT count(*) FROM donation")).scalar_one()
            offer = make_offer(line, quantity)
            donation = add_donation(tx, number_of(count + 1), offer, PREPARER, NOW)
            take(tx, line, quantity, Money(0, USD), Holder(donation=donation.id))
            return donation.id

    @rule(
        figures=st.dictionaries(
            st.sampled_from(LINES), st.tuples(st.integers(0, 25), st.integers(1, 2000)), min_size=1
        ),
        counting=st.randoms(use_true_random=False),
    )
    def import_release(self, figures: dict[LineId, tuple[int, int]], counting: object) -> None:
        marks = sorted({one.mark for one in self.held})
        counted = tuple(one for one in marks if counting.random() < 0.5)  # type: ignore[attr-defined]
        self.version += 1
        lines = tuple(line_of(line, *figure) for line, figure in figures.items())
        with self.database.transaction() as tx:
            put(tx, issue(self.version, lines, counted))
        self.lines |= figures
        self.carried = set(figures)
        for one in self.held:
            if one.line in figures:
                one.counted = one.mark in counted

    @invariant()
    def the_totals_are_the_sums(self) -> None:
        if not hasattr(self, "database"):
            return
        with self.database.reading() as tx:
            for line in LINES:
                found = load_outstanding(tx, line)
                assert (found.quantity, found.usd.minor) == self.left(line)
                assert load_line(tx, line).withdrawn == (line not in self.carried)
            sums = tx.execute(text(_SUMS)).all()
            tallied, counted = tx.execute(text(_TALLIED)).all(), tx.execute(text(_COUNTED)).all()
        assert all(row.outstanding == row.quantity and row.value == row.usd for row in sums)
        assert tallied == counted


_SUMS = """
SELECT outstanding, outstanding_usd AS value,
  issued_outstanding - (SELECT coalesce(sum(quantity), 0) FROM hold
    WHERE line_id = line.id AND active AND NOT counted) AS quantity,
  outstanding * unit_price - (SELECT coalesce(sum(remainder), 0) FROM hold
    WHERE line_id = line.id AND active AND NOT counted) AS usd
FROM line
"""


# ruff: noqa: S608 (the statements are the test's own)
_KINDS = "serial, package, capability, stock, urgent, state"
_TALLIED = (
    f"SELECT {_KINDS}, lines, outstanding_usd FROM line_tally WHERE lines <> 0 ORDER BY {_KINDS}"
)
_COUNTED = (
    f"SELECT {_KINDS}, count(*), sum(outstanding_usd) FROM line GROUP BY {_KINDS} ORDER BY {_KINDS}"
)


def mark_of(made: Commitment) -> str:
    """The SHA-256 by which a release counts this version of a commitment."""
    return hashlib.sha256(f"{made.number} {made.version}".encode()).hexdigest()


def number_of(donation: int) -> str:
    return format_donation_number("NLD", 2026, donation)


def test_running_totals_are_the_full_sums(tmp_path: Path) -> None:
    key = new_key()
    make_database(tmp_path / "template.db", key)

    class Here(Holding):
        template = tmp_path / "template.db"

    Here.key = key
    case = Here.TestCase
    case.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
    case("runTest").runTest()


def test_a_line_that_a_release_leaves_out_gives_back_what_it_held(tmp_path: Path) -> None:
    """The release counts the commitment, but does not carry the line that it is on."""
    key = new_key()
    make_database(tmp_path / "template.db", key)
    machine = Holding()
    machine.template, machine.key = tmp_path / "template.db", key
    machine.open()
    made = machine.submit({LINES[0]}, 5, 1)
    assert isinstance(made, Commitment)
    with machine.database.transaction() as tx:
        put(tx, issue(2, (line_of(LINES[1], 20, 1000),), (mark_of(made),)))
    with machine.database.reading() as tx:
        assert load_outstanding(tx, LINES[0]).quantity == 15
    machine.withdraw(made)
    with machine.database.reading() as tx:
        assert load_outstanding(tx, LINES[0]).quantity == 20
    machine.teardown()
