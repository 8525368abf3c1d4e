import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    MoneySource,
    Order,
    Terms,
    price_order,
)
from procure_desktop.domain.document import CommitmentSheet, SheetLine
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Head
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import ECB, Rate
from procure_desktop.domain.request_list import Approval, ListEdition, RequestList
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.exchange.commitment_record import (
    commitment_record,
    journal_head_of,
    number_of,
)
from procure_desktop.exchange.schema import check_schema, read_schema

RATE = Rate("NOK", Decimal("11.857"), Decimal("1.1546"), date(2025, 8, 5), ECB)
TERMS = Terms(
    currency="NOK",
    rate=RATE,
    budget_line="Chapter 1, post 2",
    fiscal_year=2026,
    money_source=MoneySource.NEW,
    legal_basis="Budget act",
    conditions="Subject to US availability.\nRefunded when not used.",
    validity=date(2026, 12, 31),
)


@pytest.fixture
def sheet(request_list: RequestList) -> CommitmentSheet:
    first, second = request_list.lines
    orders = (
        Order(first.id, quantity=7),
        Order(second.id, amount=Money(100_000, "NOK")),
    )
    priced = tuple(price_order(order, first.unit_price, RATE) for order in orders)
    commitment = Commitment(
        id=CommitmentId(1),
        number="NOR-2026-0001",
        version=1,
        state=DocumentState.SUBMITTED,
        terms=TERMS,
        lines=priced,
        marking=Marking.NATO_UNCLASSIFIED,
        prepared_by=OfficerId(1),
        authorised_by=None,
        drafted_at=datetime(2026, 11, 2, tzinfo=UTC),
        reason="",
    )
    package = request_list.packages[0]
    return CommitmentSheet(
        office=OfficeProfile(
            "NOR", "Ministry", "", "", Marking.NATO_RESTRICTED, demo=False, identity="0f" * 16
        ),
        commitment=commitment,
        edition=ListEdition(
            "TEST-LIST", 1, date(2026, 10, 1), date(2026, 12, 31), True, Approval.RELEASED
        ),
        lines=(SheetLine(first, package), SheetLine(second, package)),
        issued=date(2026, 11, 2),
        prepared_by="Test Preparer",
        journal=Head(3, "ab" * 32),
    )


def test_a_record_is_canonical_and_follows_its_schema(sheet: CommitmentSheet) -> None:
    record = commitment_record(sheet)
    value = json.loads(record)
    check_schema("commitment-record", value)
    assert canonical(value) == record


def test_a_record_says_what_the_document_says(sheet: CommitmentSheet) -> None:
    value = json.loads(commitment_record(sheet))
    assert value["list"] == {"issued": "2026-10-01", "serial": "TEST-LIST", "version": 1}
    assert value["packages"] == [{"code": "P1", "title": "First"}]
    assert value["rate"] == {
        "currency": "NOK",
        "national": "11.857",
        "usd": "1.1546",
        "day": "2025-08-05",
        "source": ECB,
    }
    assert value["totals"]["usd"] == {"minor": sheet.commitment.usd.minor, "currency": "USD"}
    whole, part = value["lines"]
    assert (whole["quantity"], whole["usd"]["minor"], whole["name_uk"]) == (7, 22_050, "Турнікет")
    assert "remainder" not in whole
    assert part["national"] == {"minor": 100_000, "currency": "NOK"}
    assert part["quantity"] * 3_150 + part["remainder"]["minor"] == part["usd"]["minor"]


def test_what_is_not_known_is_left_out(sheet: CommitmentSheet) -> None:
    terms = replace(TERMS, legal_basis="", conditions="", validity=None)
    bare = replace(sheet, commitment=replace(sheet.commitment, terms=terms))
    value = json.loads(commitment_record(bare))
    check_schema("commitment-record", value)
    assert not {"legal_basis", "conditions", "validity"} & value.keys()
    assert value["office"] == {"id": "0f" * 16, "nation": "NOR", "ministry": "Ministry"}
    assert "nsn" not in value["lines"][0]


def test_a_record_tells_its_number_and_the_journal_s_head(sheet: CommitmentSheet) -> None:
    record = commitment_record(sheet)
    assert number_of(record) == "NOR-2026-0001"
    assert journal_head_of(record) == Head(3, "ab" * 32)


def test_a_journal_may_be_empty(sheet: CommitmentSheet) -> None:
    record = commitment_record(replace(sheet, journal=Head(0, "0" * 64)))
    assert journal_head_of(record) == Head(0, "0" * 64)


def test_demonstration_data_says_so(sheet: CommitmentSheet) -> None:
    real = replace(sheet, edition=replace(sheet.edition, illustrative=False))
    demo = replace(real, office=replace(real.office, demo=True))
    assert json.loads(commitment_record(sheet))["illustrative"] is True
    assert json.loads(commitment_record(real))["illustrative"] is False
    assert json.loads(commitment_record(demo))["illustrative"] is True


def test_a_draft_has_a_record_but_no_number(sheet: CommitmentSheet) -> None:
    draft = replace(sheet, commitment=replace(sheet.commitment, number="", version=0))
    record = commitment_record(draft)
    assert not {"number", "version"} & json.loads(record).keys()
    assert number_of(record) == ""


@given(
    st.binary(max_size=80) | st.sampled_from([b"[]", b"{}", b'{"number":"NOR-2026-0001"}', b"7"])
)
def test_bytes_that_are_no_record_tell_nothing(data: bytes) -> None:
    assert number_of(data) == ""
    assert journal_head_of(data) is None


@pytest.mark.parametrize("name", ["commitment-record", "request-list"])
def test_a_schema_is_one(name: str) -> None:
    assert jsonschema_rs.meta.is_valid(read_schema(name))
